from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from campaigns.models.movement import Movement
from core.calendar import today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from law.models import SubjectKind
from organizations.models import Role, SignedPaper, Unit
from organizations.models.unit import within


class PlanStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã ban hành"
    ENDED = "ended", "Đã kết thúc"


PUBLIC = (PlanStatus.ISSUED, PlanStatus.ENDED)  # issued plans are frozen


class PlanQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Issued plans are public; before that only the office that writes, signs and numbers them."""
        if not desk.posts:
            return self.none()
        offices = desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)
        return self.filter(Q(status__in=PUBLIC) | Q(unit__in=offices))

    def drafted_by(self, desk):
        """Drafts that the person at `desk` may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING), status=PlanStatus.DRAFT)

    def running(self, on=None):
        """Issued plans whose period covers the day `on`, both ends counted; today by default."""
        on = on or today()
        return self.filter(status=PlanStatus.ISSUED, starts_on__lte=on, ends_on__gte=on)

    def open_to(self, desk, on=None):
        """Running plans of the units at, above and below the person's posts: those one can nominate in."""
        above = {path for unit in desk.units() for path in unit.ancestor_paths()}
        mine = within(desk.office_paths(), "unit__path")
        return self.running(on).filter(Q(unit__path__in=above) | mine)

    def for_table(self):
        return self.select_related("unit", "number__series").prefetch_related("movements")


class Plan(SignedPaper):
    """A unit's plan to find, nurture and spread advanced exemplars over some years (kế hoạch)."""

    MOVES = {
        "submit": Move(
            "Trình ký", (PlanStatus.DRAFT,), PlanStatus.FOR_SIGNATURE, Role.STANDING, style="primary"
        ),
        "give_back": Move(
            "Trả lại dự thảo", (PlanStatus.FOR_SIGNATURE,), PlanStatus.DRAFT, Role.CHAIRMAN, needs_note=True
        ),
        "sign": Move(
            "Ký kế hoạch", (PlanStatus.FOR_SIGNATURE,), PlanStatus.SIGNED, Role.CHAIRMAN, style="primary"
        ),
        "issue": Move(
            "Cấp số, ban hành", (PlanStatus.SIGNED,), PlanStatus.ISSUED, Role.CLERK, style="primary"
        ),
        "end": Move("Kết thúc kế hoạch", (PlanStatus.ISSUED,), PlanStatus.ENDED, Role.STANDING),
    }
    SYMBOL = "KH"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans", verbose_name="cơ quan ban hành")
    title = LineField("trích yếu", max_length=400)
    movements = models.ManyToManyField(Movement, blank=True, related_name="plans", verbose_name="phong trào")
    implements = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="implemented_by",
        verbose_name="thực hiện kế hoạch của cấp trên",
    )
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies", editable=False
    )
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    legal_bases = ProseField("căn cứ", blank=True, help_text="Mỗi căn cứ một dòng.")
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    status = models.CharField(
        "trạng thái", max_length=20, choices=PlanStatus, default=PlanStatus.DRAFT, editable=False
    )
    outside_number = LineField(
        "số, ký hiệu ghi trên văn bản",
        max_length=60,
        blank=True,
        help_text="Của kế hoạch đã ban hành ngoài cổng và được ghi lại ở đây.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="drafted_plans",
        editable=False,
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        ordering = ["-starts_on", "title_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PUBLIC)
                | Q(issued_on__isnull=False) & (Q(number__isnull=False) | ~Q(outside_number="")),
                name="issued_plan_has_number_and_date",
                violation_error_message="Kế hoạch đã ban hành phải có số và ngày.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="plan_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("campaigns:plan", args=[self.pk])

    @property
    def number_text(self):
        return super().number_text or self.outside_number


class SectionKind(models.TextChoices):
    PURPOSE = "purpose", "Mục đích, yêu cầu"
    COMMUNICATION = "communication", "Nội dung tuyên truyền"
    CRITERIA = "criteria", "Tiêu chí lựa chọn"
    NURTURING = "nurturing", "Bồi dưỡng, xây dựng và nhân rộng"
    TIMETABLE = "timetable", "Tiến độ thực hiện"
    ORGANIZATION = "organization", "Tổ chức thực hiện"
    FUNDING = "funding", "Kinh phí thực hiện"


class PlanSection(models.Model):
    """One numbered part of the plan's text; the order on paper is that of SectionKind."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    kind = models.CharField("phần", max_length=20, choices=SectionKind)
    body = ProseField("nội dung", blank=True)

    class Meta:
        verbose_name = "phần của kế hoạch"
        verbose_name_plural = "các phần của kế hoạch"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind"], name="plan_section_once", violation_error_message="Phần này đã có."
            )
        ]

    def __str__(self):
        return self.get_kind_display()


class Criterion(models.Model):
    """A criterion with points, by which one kind of subject is scored in the plan (tiêu chí)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="criteria")
    subject_kind = models.CharField("đối tượng", max_length=20, choices=SubjectKind)
    text = LineField("tiêu chí", max_length=400)
    max_points = models.PositiveSmallIntegerField("điểm tối đa")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "tiêu chí"
        verbose_name_plural = "tiêu chí"
        ordering = ["subject_kind", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(max_points__gte=1, max_points__lte=100),
                name="criterion_points_1_to_100",
                violation_error_message="Điểm tối đa của một tiêu chí từ 1 đến 100.",
            )
        ]

    def __str__(self):
        return self.text


class MilestoneKind(models.TextChoices):
    REGISTRATION = "registration", "Phát hiện, lựa chọn, đăng ký"
    INTERIM = "interim", "Sơ kết"
    FINAL = "final", "Tổng kết"
    CONFERENCE = "conference", "Hội nghị điển hình tiên tiến"
    OTHER = "other", "Mốc khác"


class Milestone(models.Model):
    """A day by which the plan wants something done, with the period that a review looks back on."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="milestones")
    kind = models.CharField("loại mốc", max_length=20, choices=MilestoneKind)
    name = LineField("tên mốc", max_length=250)
    due_on = models.DateField("ngày")
    covers_from = models.DateField("đánh giá từ ngày", null=True, blank=True)
    covers_to = models.DateField("đến hết ngày", null=True, blank=True)
    occasion = LineField("nhân dịp", max_length=250, blank=True)

    class Meta:
        verbose_name = "mốc thời gian"
        verbose_name_plural = "mốc thời gian"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(covers_to__gte=F("covers_from")) | Q(covers_from=None, covers_to=None),
                name="milestone_covers_both_ends",
                violation_error_message="Giai đoạn đánh giá cần đủ hai ngày, ngày cuối không trước ngày đầu.",
            )
        ]

    def __str__(self):
        return self.name


class Assignment(models.Model):
    """What the plan asks of one unit, until when (phân công)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments", verbose_name="đơn vị chủ trì")
    task = ProseField("nhiệm vụ")
    partners = LineField("đơn vị phối hợp", max_length=300, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    done_on = models.DateField("hoàn thành ngày", null=True, blank=True)
    result = ProseField("kết quả", blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.unit}: {self.task[:60]}"
