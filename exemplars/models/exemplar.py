from functools import reduce
from operator import or_

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.functional import cached_property

from campaigns.models import Movement, Plan, WorkField
from core.calendar import today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import TransitionError, Workflow
from exemplars.models.attention import SIGNS, Attention, is_silent, last_seen
from exemplars.models.nomination import NominationStatus
from exemplars.models.stage import BACK, COMMENDABLE, FOLLOWED, LIVING, MOVES, Stage
from exemplars.models.subject import Subject
from organizations.access import PREPARING, successor_office
from organizations.models import Role, Unit
from organizations.models.unit import within

FIRST_YEAR = 1948  # of the appeal for patriotic emulation: nothing is older


class About(models.TextChoices):
    """What one learns from: somebody, or a way of working that they have."""

    SUBJECT = "subject", "Gương điển hình"
    MODEL = "model", "Mô hình"


class Rhythm(models.IntegerChoices):
    """In how many months an exemplar is looked at again."""

    QUARTER = 3, "3 tháng"
    HALF = 6, "6 tháng"
    YEAR = 12, "12 tháng"
    TWO_YEARS = 24, "24 tháng"


class ExemplarQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Own units' exemplars in every stage, and those helped; of the territory served, once registered."""
        own = within(desk.paths(*PREPARING), "unit__path")
        territory = within(
            desk.office_paths(Role.STANDING, Role.MEMBER, Role.CHAIRMAN, Role.CLERK), "unit__path"
        )
        helped = within(desk.paths(*PREPARING), "tasks__helper_unit__path")
        helped = self.model.support_plans.rel.related_model.objects.filter(helped).values("exemplar")
        return self.filter(own | (territory & ~Q(status=Stage.FOUND)) | Q(pk__in=helped))

    def known_to(self, desk):
        """Those one may see, and for whoever has a post all that were released."""
        return self.visible_to(desk) | self.released() if desk.posts else self.none()

    def released(self):
        """Those that everybody may read about, without signing in."""
        return self.filter(released_at__isnull=False)

    def prepared_by(self, desk):
        return self.filter(within(desk.paths(*PREPARING), "unit__path"))

    def living(self):
        return self.filter(status__in=LIVING)

    def for_table(self):
        return self.select_related("subject", "unit", "plan", "field")

    def with_attention(self, on=None):
        """Each with `last_seen`, and what asks for attention: `is_falling`, `is_silent`, and so on."""
        on = on or today()
        undone = Q(tasks__done_on=None, tasks__due_on__lt=on)
        awarded = Q(status=NominationStatus.AWARDED)
        rows = self.annotate(
            last_seen=last_seen(),
            last_total=self._nth_total(0),
            total_before=self._nth_total(1),
            is_hindered=_truth(Q(Exists(self._its("obstacles").filter(removed_on=None)))),
            is_behind=_truth(Q(Exists(self._its("support_plans").filter(undone)))),
            is_awarded=_truth(Q(Exists(self._its("nominations").filter(awarded)), status__in=COMMENDABLE)),
        )
        return rows.annotate(
            is_falling=_truth(Q(last_total__lt=F("total_before"), status__in=FOLLOWED)),
            is_silent=_truth(is_silent(Rhythm.values, on) & Q(status__in=FOLLOWED)),
        )

    def falling(self):
        """Those whose last evaluation gave less than the one before."""
        return self.with_attention().filter(is_falling=True)

    def silent(self, on=None):
        """Those neither evaluated, moved nor visited within their rhythm up to the day `on`."""
        return self.with_attention(on).filter(is_silent=True)

    def asking_for(self, attention, on=None):
        rows = self.with_attention(on)
        wanted = SIGNS if attention == Attention.ANY else [attention]
        return rows.filter(reduce(or_, (Q(**{f"is_{sign}": True}) for sign in wanted)))

    def _its(self, name):
        """The rows of the relation of that name that belong to the exemplar at hand."""
        relation = getattr(self.model, name).rel
        return relation.related_model.objects.filter(**{relation.field.name: OuterRef("pk")})

    def _nth_total(self, place):
        return Subquery(self._its("evaluations").order_by("-on").values("total")[place : place + 1])


def _truth(condition):
    return ExpressionWrapper(condition, models.BooleanField())


class Exemplar(Workflow):
    """A subject, or its model of work, that a unit follows and spreads (điển hình tiên tiến)."""

    MOVES = MOVES

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="exemplars", verbose_name="đối tượng")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="exemplars", verbose_name="đơn vị theo dõi")
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="exemplars", verbose_name="kế hoạch"
    )
    movement = models.ForeignKey(
        Movement, models.PROTECT, null=True, blank=True, related_name="exemplars", verbose_name="phong trào"
    )
    field = models.ForeignKey(
        WorkField, models.PROTECT, null=True, blank=True, related_name="exemplars", verbose_name="lĩnh vực"
    )
    about = models.CharField("loại điển hình", max_length=10, choices=About, default=About.SUBJECT)
    title = LineField("tên mô hình, việc làm tiêu biểu", max_length=250)
    year = models.PositiveSmallIntegerField(
        "năm đăng ký", null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR)]
    )
    practice = ProseField("cách làm", blank=True)
    cost = ProseField("kinh phí, nguồn lực", blank=True)
    cost_dong = models.PositiveBigIntegerField("tổng kinh phí (đồng)", null=True, blank=True)
    effect = ProseField("hiệu quả", blank=True)
    causes = ProseField("nguyên nhân thành công", blank=True)
    needs = ProseField("điều kiện để nơi khác làm theo", blank=True)
    contact = LineField("đầu mối liên hệ", max_length=200, blank=True)  # a person: not for the public
    found_on = models.DateField("ngày phát hiện", default=today)
    moved_on = models.DateField("ngày chuyển giai đoạn", null=True, editable=False)  # the last time
    rhythm = models.PositiveSmallIntegerField(
        "đánh giá định kỳ", choices=Rhythm, default=Rhythm.HALF
    )  # months
    released_at = models.DateTimeField("công bố lúc", null=True, editable=False)  # null: not public
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    shows_contact = models.BooleanField("công khai đầu mối liên hệ", default=False, editable=False)
    status = models.CharField("giai đoạn", max_length=20, choices=Stage, default=Stage.FOUND, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title", "subject"], max_length=700)

    objects = ExemplarQuerySet.as_manager()

    class Meta:
        verbose_name = "điển hình tiên tiến"
        verbose_name_plural = "điển hình tiên tiến"
        ordering = ["-found_on", "title_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(moved_on__gte=F("found_on")) | Q(moved_on=None),
                name="exemplar_moved_once_found",
                violation_error_message="Ngày phát hiện không thể sau ngày chuyển giai đoạn.",
            )
        ]
        indexes = [models.Index(fields=["unit", "status"], name="exemplar_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("exemplars:exemplar", args=[self.pk])

    @property
    def office(self):
        """The office that verifies on the spot: the nearest with a council, at or above the unit of today."""
        return successor_office(self.unit, today()).office_above(on=today(), itself=True)

    @property
    def signs(self):
        """[(colour, words)] of what asks for attention; of rows read by `with_attention`."""
        return [(css, sign.label) for sign, css in SIGNS.items() if getattr(self, f"is_{sign}")]

    def is_open_to(self, verb):
        """One goes back only to the stage that it came from."""
        return super().is_open_to(verb) and (
            verb not in BACK or self.MOVES[verb].target == self._stage_before
        )

    def move(self, verb, *, desk, note="", on=None, data=None, **fields):
        """Make the move as of the day `on`, today by default; its event keeps the day as data["on"]."""
        on = on or today()
        if fault := self.fault_of_day(on):
            raise TransitionError(fault)
        if self.MOVES[verb].target == Stage.REGISTERED and self.year is None:
            fields["year"] = on.year
        data = {**(data or {}), "on": on.isoformat()}
        super().move(verb, desk=desk, note=note, data=data, moved_on=on, **fields)
        self.__dict__.pop("way", None)

    def fault_of_day(self, on):
        """Why nothing can be said to have moved on that day; "" when it can."""
        if on > today():
            return "Ngày thực hiện không thể sau hôm nay."
        if on < self.stands_since:
            return f"Ngày thực hiện không thể trước bước trước đó ({self.stands_since:%d/%m/%Y})."
        return ""

    @property
    def stands_since(self):
        return self.moved_on or self.found_on

    @cached_property
    def way(self):
        """[(stage, day)] through which it came to where it stands; steps that were taken back are gone."""
        way = [(Stage.FOUND, self.found_on)]
        for event in self.history.exclude(to_status=""):
            stages = [stage for stage, _day in way]
            if event.to_status in stages:
                del way[stages.index(event.to_status) + 1 :]
            else:
                way.append((event.to_status, event.happened_on))
        return way

    @property
    def _stage_before(self):
        return self.way[-2][0] if len(self.way) > 1 else None
