from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from campaigns.models import Movement, Plan, WorkField
from core.calendar import today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import TransitionError, Workflow
from exemplars.models.stage import BACK, LIVING, MOVES, Stage
from exemplars.models.subject import Subject
from organizations.access import PREPARING, successor_office
from organizations.models import Role, Unit
from organizations.models.unit import within

FIRST_YEAR = 1948  # of the appeal for patriotic emulation: nothing is older


class About(models.TextChoices):
    """What one learns from: somebody, or a way of working that they have."""

    SUBJECT = "subject", "Gương điển hình"
    MODEL = "model", "Mô hình"


class ExemplarQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Own units' exemplars in every stage; of the territory that one serves, once registered."""
        own = within(desk.paths(*PREPARING), "unit__path")
        territory = within(
            desk.office_paths(Role.STANDING, Role.MEMBER, Role.CHAIRMAN, Role.CLERK), "unit__path"
        )
        return self.filter(own | (territory & ~Q(status=Stage.FOUND)))

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
    released_at = models.DateTimeField("công bố lúc", null=True, editable=False)  # null: not public
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    shows_contact = models.BooleanField("công khai đầu mối liên hệ", default=False, editable=False)
    status = models.CharField("giai đoạn", max_length=20, choices=Stage, default=Stage.FOUND, editable=False)
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
