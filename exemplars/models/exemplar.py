from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaigns.models import Movement, Plan, WorkField
from core.calendar import today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from exemplars.models.subject import Subject
from organizations.access import PREPARING, successor_office
from organizations.models import Role, Unit
from organizations.models.unit import within


class Stage(models.TextChoices):
    """The life of an exemplar, which is no award: found, chosen, nurtured, verified, spread."""

    FOUND = "found", "Phát hiện"
    REGISTERED = "registered", "Đã đăng ký"
    NURTURED = "nurtured", "Đang bồi dưỡng"
    VERIFIED = "verified", "Đã kiểm chứng"
    SPREAD = "spread", "Đang nhân rộng"
    DROPPED = "dropped", "Thôi theo dõi"


LIVING = (Stage.FOUND, Stage.REGISTERED, Stage.NURTURED, Stage.VERIFIED, Stage.SPREAD)


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
        return self.visible_to(desk) | self.filter(released_at__isnull=False) if desk.posts else self.none()

    def prepared_by(self, desk):
        return self.filter(within(desk.paths(*PREPARING), "unit__path"))

    def for_table(self):
        return self.select_related("subject", "unit", "plan", "field")


class Exemplar(Workflow):
    """A subject, or its model of work, that a unit follows and spreads (điển hình tiên tiến)."""

    MOVES = {
        "register": Move("Đăng ký", (Stage.FOUND,), Stage.REGISTERED, Role.HEAD, style="primary"),
        "nurture": Move("Bồi dưỡng", (Stage.REGISTERED,), Stage.NURTURED, Role.OFFICER, style="primary"),
        "verify": Move(
            "Kiểm chứng đạt",
            (Stage.REGISTERED, Stage.NURTURED),
            Stage.VERIFIED,
            Role.STANDING,
            "office",
            needs_note=True,
            style="primary",
        ),
        "spread": Move(
            "Nhân rộng", (Stage.VERIFIED,), Stage.SPREAD, Role.STANDING, "office", style="primary"
        ),
        "drop": Move("Thôi theo dõi", LIVING, Stage.DROPPED, Role.HEAD, needs_note=True, style="danger"),
    }

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
    title = LineField("tên mô hình, việc làm tiêu biểu", max_length=250)
    practice = ProseField("cách làm", blank=True)
    effect = ProseField("hiệu quả, số liệu", blank=True)
    found_on = models.DateField("ngày phát hiện", default=today)
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
        indexes = [models.Index(fields=["unit", "status"], name="exemplar_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("exemplars:exemplar", args=[self.pk])

    @property
    def office(self):
        """The office that verifies on the spot: the nearest with a council, at or above the unit of today."""
        return successor_office(self.unit, today()).office_above(on=today(), itself=True)
