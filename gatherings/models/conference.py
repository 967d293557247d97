from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Milestone, Plan
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from gatherings.models.structure import Structure, within_number
from organizations.models import IssuedNumber, Role, Tier, Unit


class ConferenceStatus(models.TextChoices):
    PREPARING = "preparing", "Đang chuẩn bị"
    NOMINATING = "nominating", "Đang cử đại biểu"
    CALLED = "called", "Đã mời"
    HELD = "held", "Đã tổ chức"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


S = ConferenceStatus
WRITABLE = (S.PREPARING, S.NOMINATING, S.CALLED)  # its programme, delegates and honours may still change
TOOK_PLACE = (S.HELD, S.CLOSED)
OFFICE = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)


class ConferenceQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Once units were asked for delegates, public to all who hold a post; before, the own office's."""
        if not desk.posts:
            return self.none()
        return self.filter(Q(asked_on__isnull=False) | Q(unit__in=desk.offices(*OFFICE)))

    def run_by(self, desk):
        """Conferences that the person prepares as standing office."""
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def open_above(self, unit):
        """Conferences not yet over of the units above, of which one of `unit` can be a step."""
        return self.filter(unit__path__in=unit.ancestor_paths()[1:], status__in=WRITABLE)

    def for_table(self):
        return self.select_related("unit", "plan", "above__unit")


class Conference(Structure, Workflow):
    """A meeting at which exemplars report and are honoured (hội nghị điển hình tiên tiến)."""

    MOVES = {
        "ask": Move("Đề nghị cử đại biểu", (S.PREPARING,), S.NOMINATING, Role.STANDING, style="primary"),
        "call": Move("Gửi giấy mời", (S.PREPARING, S.NOMINATING), S.CALLED, Role.STANDING, style="primary"),
        "hold": Move("Ghi đã tổ chức", (S.CALLED,), S.HELD, Role.STANDING, style="primary"),
        "close": Move("Kết thúc", (S.HELD,), S.CLOSED, Role.STANDING, style="primary"),
        "cancel": Move("Hủy hội nghị", WRITABLE, S.CANCELLED, Role.STANDING, needs_note=True, style="danger"),
    }

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="conferences", verbose_name="cơ quan tổ chức")
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="conferences", verbose_name="theo kế hoạch"
    )
    milestone = models.ForeignKey(
        Milestone,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        verbose_name="mốc của kế hoạch",
    )
    above = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="tiến tới hội nghị cấp trên",
    )
    name = LineField("tên hội nghị", max_length=300)
    starts_at = models.DateTimeField("bắt đầu")
    ends_at = models.DateTimeField("kết thúc (dự kiến)")
    place = LineField("địa điểm", max_length=250, blank=True)
    chair = LineField("chủ trì", max_length=200, blank=True)
    secretary = LineField("thư ký", max_length=200, blank=True)
    purpose = ProseField("mục đích", blank=True)
    demands = ProseField("yêu cầu", blank=True)
    standards = ProseField("tiêu chuẩn đại biểu", blank=True)
    funding = ProseField("kinh phí", blank=True)
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    delegates_due_on = models.DateField("hạn cử đại biểu", null=True, blank=True)
    delegates_total = models.PositiveSmallIntegerField("tổng số đại biểu chính thức", null=True, blank=True)
    asked_on = models.DateField("ngày đề nghị cử đại biểu", null=True, blank=True, editable=False)
    status = models.CharField(
        "trạng thái", max_length=20, choices=ConferenceStatus, default=S.PREPARING, editable=False
    )
    plan_number = models.OneToOneField(
        IssuedNumber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="planned_conference",
        editable=False,
        verbose_name="số kế hoạch",
    )
    invitation_number = models.OneToOneField(
        IssuedNumber,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inviting_conference",
        editable=False,
        verbose_name="số giấy mời",
    )
    signatory = LineField("người ký", max_length=120, blank=True, editable=False)
    signatory_title = LineField("chức vụ người ký", max_length=120, blank=True, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "place"], max_length=700)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "hội nghị"
        verbose_name_plural = "hội nghị"
        ordering = ["-starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="conference_ends_after_it_starts",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
            models.CheckConstraint(
                condition=Q(above=None) | ~Q(above=F("pk")),
                name="conference_is_no_step_to_itself",
                violation_error_message="Hội nghị không thể tiến tới chính nó.",
            ),
            models.CheckConstraint(
                condition=Q(asked_on__isnull=False) | Q(status__in=(S.PREPARING, S.CANCELLED)),
                name="conference_asked_has_its_day",
                violation_error_message="Hội nghị đã đề nghị cử đại biểu phải có ngày đề nghị.",
            ),
            models.CheckConstraint(
                condition=within_number("delegates_total"),
                name="conference_groups_within_total",
                violation_error_message="Số của mỗi nhóm không thể nhiều hơn tổng số đại biểu.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="conference_of_unit")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("gatherings:conference", args=[self.pk])

    @property
    def local_start(self):
        return timezone.localtime(self.starts_at)

    @property
    def day(self):
        """The day on which it begins."""
        return self.local_start.date()

    @property
    def level(self):
        return Tier(self.unit.tier).label

    @property
    def is_writable(self):
        return self.status in WRITABLE

    @property
    def took_place(self):
        return self.status in TOOK_PLACE

    @property
    def minutes(self):
        """How long it is to last."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


class Duty(models.Model):
    """One thing to be prepared, by whom, until when (việc chuẩn bị)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="duties")
    task = LineField("công việc", max_length=300)
    by = LineField("đơn vị, người chủ trì", max_length=200)
    due_on = models.DateField("xong trước ngày", null=True, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "việc chuẩn bị hội nghị"
        verbose_name_plural = "việc chuẩn bị hội nghị"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.task
