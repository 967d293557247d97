from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from campaigns.models import Milestone, MilestoneKind, Plan
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from organizations.models import Role, SignedPaper, Unit


class ReviewStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã ban hành"
    REPLACED = "replaced", "Đã được thay thế"


PUBLIC = (ReviewStatus.ISSUED, ReviewStatus.REPLACED)  # what went out stays as it was


class MilestoneReviewQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the offices served; once out, also for all in the territory of the issuing unit."""
        serving = Q(unit__in=desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK))
        above = {path for unit in desk.units() for path in unit.ancestor_paths()} | desk.office_paths()
        return self.filter(serving | Q(status__in=PUBLIC, unit__path__in=above))

    def drafted_by(self, desk):
        """Drafts that the person may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING), status=ReviewStatus.DRAFT)

    def for_table(self):
        return self.select_related("unit", "plan__unit", "milestone", "number__series")


class MilestoneReview(SignedPaper):
    """The interim (sơ kết) or final (tổng kết) review of a plan, with the figures up to its cut-off day."""

    MOVES = {
        "submit": Move(
            "Trình ký", (ReviewStatus.DRAFT,), ReviewStatus.FOR_SIGNATURE, Role.STANDING, style="primary"
        ),
        "give_back": Move(
            "Trả lại dự thảo",
            (ReviewStatus.FOR_SIGNATURE,),
            ReviewStatus.DRAFT,
            Role.CHAIRMAN,
            needs_note=True,
        ),
        "sign": Move(
            "Ký báo cáo", (ReviewStatus.FOR_SIGNATURE,), ReviewStatus.SIGNED, Role.CHAIRMAN, style="primary"
        ),
        "issue": Move(
            "Cấp số, ban hành", (ReviewStatus.SIGNED,), ReviewStatus.ISSUED, Role.CLERK, style="primary"
        ),
        "begin_replacing": Move(  # it stays in force until the other is issued
            "Lập báo cáo thay thế",
            (ReviewStatus.ISSUED,),
            ReviewStatus.ISSUED,
            Role.STANDING,
            needs_note=True,
        ),
        "replace": Move("Thay thế", (ReviewStatus.ISSUED,), ReviewStatus.REPLACED, Role.CLERK, button=False),
    }
    SYMBOL = "BC"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reviews", verbose_name="cơ quan báo cáo")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews", verbose_name="kế hoạch")
    milestone = models.ForeignKey(Milestone, models.PROTECT, related_name="reviews", verbose_name="mốc")
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replacement",
        verbose_name="thay thế báo cáo",
        editable=False,
    )
    title = LineField("trích yếu", max_length=400)
    period_from = models.DateField("từ ngày")
    period_to = models.DateField("số liệu đến hết ngày")
    addressees = ProseField(
        "kính gửi", blank=True, help_text="Mỗi nơi một dòng; để trống nếu không gửi cấp trên."
    )
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    figures = models.JSONField(
        null=True, blank=True, editable=False
    )  # frozen when issued; null: computed on the spot
    status = models.CharField(
        "trạng thái", max_length=20, choices=ReviewStatus, default=ReviewStatus.DRAFT, editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = MilestoneReviewQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo sơ kết, tổng kết"
        verbose_name_plural = "báo cáo sơ kết, tổng kết"
        ordering = ["-period_to", "pk"]
        constraints = [
            models.UniqueConstraint(  # each later one replaces one before it, and each is replaced once
                fields=["milestone"],
                condition=Q(replaces=None),
                name="one_first_review_of_a_milestone",
                violation_error_message="Mốc này đã có báo cáo.",
            ),
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")),
                name="review_period_in_order",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PUBLIC)
                | Q(number__isnull=False, issued_on__isnull=False, figures__isnull=False),
                name="issued_review_has_number_and_frozen_figures",
                violation_error_message="Báo cáo đã ban hành phải có số, ngày và số liệu đã chốt.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:review", args=[self.pk])

    @property
    def addressed_to(self):
        return self.addressees

    @property
    def is_public(self):
        return self.status in PUBLIC

    @property
    def is_final(self):
        """Whether it closes the plan's period (tổng kết)."""
        return self.milestone.kind == MilestoneKind.FINAL


class ReviewSectionKind(models.TextChoices):
    DIRECTION = "direction", "Công tác lãnh đạo, chỉ đạo"
    COMMUNICATION = "communication", "Phát động, tuyên truyền"
    DISCOVERY = "discovery", "Phát hiện, bồi dưỡng, nhân rộng"
    AWARDS = "awards", "Công tác khen thưởng"
    LIMITS = "limits", "Khó khăn, hạn chế và nguyên nhân"
    LESSONS = "lessons", "Bài học kinh nghiệm"
    TASKS = "tasks", "Phương hướng, nhiệm vụ"
    PROPOSALS = "proposals", "Đề xuất, kiến nghị"


class ReviewSection(models.Model):
    """One narrative part of a review; the order on paper is that of ReviewSectionKind."""

    review = models.ForeignKey(MilestoneReview, models.CASCADE, related_name="sections")
    kind = models.CharField("phần", max_length=20, choices=ReviewSectionKind)
    body = ProseField("nội dung", blank=True)

    class Meta:
        verbose_name = "phần của báo cáo"
        verbose_name_plural = "các phần của báo cáo"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind"],
                name="review_section_once",
                violation_error_message="Phần này đã có.",
            )
        ]

    def __str__(self):
        return self.get_kind_display()
