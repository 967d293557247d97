from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from campaigns.models import Plan
from core.calendar import period_label
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from organizations.models import Role, Unit

OFFICE_ROLES = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)


class RoundStatus(models.TextChoices):
    DRAFT = "draft", "Đang chuẩn bị"
    CALLED = "called", "Đã triệu tập đoàn"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


class InspectionRoundQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Rounds of the offices served, and those in whose team one is, once it is called."""
        serving = Q(unit__in=desk.offices(*OFFICE_ROLES))
        seats = RoundMember.objects.filter(round=OuterRef("pk"), user=desk.user.pk)
        team = Q(Exists(seats)) if desk.posts else Q(pk__in=[])
        return self.filter(serving | team & ~Q(status=RoundStatus.DRAFT))

    def run_by(self, desk):
        """Rounds that the person prepares as standing office."""
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def for_table(self):
        written = models.Q(visits__recorded_at__isnull=False)
        return self.select_related("unit", "plan").annotate(
            visits_count=models.Count("visits"), recorded_count=models.Count("visits", filter=written)
        )


class InspectionRound(Workflow):
    """A round of visits by which an office looks on the spot at exemplars it chose (đợt kiểm tra)."""

    MOVES = {
        "call": Move(
            "Triệu tập đoàn", (RoundStatus.DRAFT,), RoundStatus.CALLED, Role.STANDING, style="primary"
        ),
        "close": Move("Kết thúc đợt", (RoundStatus.CALLED,), RoundStatus.CLOSED, Role.STANDING),
        "cancel": Move(
            "Hủy đợt",
            (RoundStatus.DRAFT, RoundStatus.CALLED),
            RoundStatus.CANCELLED,
            Role.STANDING,
            needs_note=True,
            style="danger",
        ),
    }

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="inspection_rounds", verbose_name="cơ quan kiểm tra"
    )
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inspection_rounds",
        verbose_name="theo kế hoạch",
    )
    name = LineField("tên đợt kiểm tra", max_length=250)
    purpose = ProseField("mục đích, nội dung kiểm tra", blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    outside_members = ProseField(
        "thành viên ngoài cổng",
        blank=True,
        help_text="Người không có tài khoản: mỗi người một dòng, ghi cả chức vụ.",
    )
    paper = LineField(
        "văn bản thành lập đoàn",
        max_length=250,
        blank=True,
        help_text="Ví dụ: Quyết định số 15/QĐ-UBND ngày 02/3/2024.",
    )
    status = models.CharField(
        "trạng thái", max_length=20, choices=RoundStatus, default=RoundStatus.DRAFT, editable=False
    )
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "paper"], max_length=700)

    objects = InspectionRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "đợt kiểm tra"
        verbose_name_plural = "đợt kiểm tra"
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="round_ends_after_it_starts",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("exemplars:round", args=[self.pk])

    @property
    def is_open(self):
        return self.status in (RoundStatus.DRAFT, RoundStatus.CALLED)

    @property
    def period(self):
        return period_label(self.starts_on, self.ends_on)


class RoundMember(models.Model):
    """Somebody with an account in the team of a round, with the title of the day of the appointment."""

    round = models.ForeignKey(InspectionRound, models.CASCADE, related_name="members")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="inspection_seats", verbose_name="người"
    )
    title = LineField("chức vụ", max_length=150)
    leads = models.BooleanField("trưởng đoàn", default=False)

    class Meta:
        verbose_name = "thành viên đoàn kiểm tra"
        verbose_name_plural = "thành viên đoàn kiểm tra"
        ordering = ["-leads", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "user"],
                name="round_member_once",
                violation_error_message="Người này đã có trong đoàn.",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(leads=True),
                name="round_has_one_leader",
                violation_error_message="Đoàn chỉ có một trưởng đoàn.",
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.title}"
