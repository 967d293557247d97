from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import today
from core.fields import ProseField
from core.workflow import Move, Workflow
from organizations.access import PREPARING, REVIEWING, successor_office
from organizations.models import Role, Unit
from organizations.models.unit import within
from reports.models.review import MilestoneReview, ReviewSectionKind


class PartStatus(models.TextChoices):
    ASKED = "asked", "Chờ đơn vị gửi"
    SENT = "sent", "Chờ tiếp nhận"
    RETURNED = "returned", "Trả lại để bổ sung"
    TAKEN = "taken", "Đã tiếp nhận"
    RECALLED = "recalled", "Đơn vị xin rút lại"


WRITABLE = (PartStatus.ASKED, PartStatus.RETURNED)
OPEN = (*WRITABLE, PartStatus.SENT, PartStatus.RECALLED)  # all but what is taken


class ReviewPartQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The office that asked, and all who prepare dossiers in the unit or in its successor."""
        asked_by = Q(review__unit__in=desk.offices(*REVIEWING))
        return self.filter(asked_by | within(desk.paths(*PREPARING), "unit__path"))

    def written_by(self, desk):
        """Those that the person's unit may still change."""
        return self.filter(within(desk.paths(*PREPARING), "unit__path"), status__in=WRITABLE)

    def late(self, on):
        return self.filter(status__in=WRITABLE, due_on__lt=on)

    def for_table(self):
        return self.select_related("unit", "review__unit", "review__plan__unit", "review__milestone")


class ReviewPart(Workflow):
    """What one unit sends for a review: its figures as they stood, its own words (phần của đơn vị)."""

    MOVES = {
        "send": Move("Gửi báo cáo", WRITABLE, PartStatus.SENT, Role.HEAD, style="primary"),
        "take": Move(
            "Tiếp nhận",
            (PartStatus.SENT, PartStatus.RECALLED),
            PartStatus.TAKEN,
            Role.STANDING,
            "office",
            style="primary",
        ),
        "give_back": Move(
            "Trả lại để bổ sung",
            (PartStatus.SENT, PartStatus.RECALLED),
            PartStatus.RETURNED,
            Role.STANDING,
            "office",
            needs_note=True,
        ),
        "recall": Move("Xin rút lại", (PartStatus.TAKEN,), PartStatus.RECALLED, Role.HEAD, needs_note=True),
    }

    review = models.ForeignKey(MilestoneReview, models.PROTECT, related_name="parts", verbose_name="báo cáo")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="review_parts", verbose_name="đơn vị báo cáo")
    due_on = models.DateField("hạn gửi")
    remarks = ProseField(
        "số liệu đơn vị đếm khác",
        blank=True,
        help_text="Số nào khác, đơn vị đếm được bao nhiêu, vì sao. Để trống nếu số liệu trên cổng đúng.",
    )
    figures = models.JSONField(null=True, blank=True, editable=False)  # as they were when it was sent
    status = models.CharField(
        "trạng thái", max_length=20, choices=PartStatus, default=PartStatus.ASKED, editable=False
    )
    sent_on = models.DateField("ngày gửi", null=True, blank=True, editable=False)
    changed_after_issue = models.BooleanField("thay đổi sau khi ban hành", default=False, editable=False)

    objects = ReviewPartQuerySet.as_manager()

    class Meta:
        verbose_name = "phần báo cáo của đơn vị"
        verbose_name_plural = "phần báo cáo của đơn vị"
        ordering = ["unit__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "unit"],
                name="review_part_once_a_unit",
                violation_error_message="Đơn vị này đã được yêu cầu gửi báo cáo.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(*WRITABLE,)) | Q(sent_on__isnull=False, figures__isnull=False),
                name="sent_part_has_day_and_figures",
                violation_error_message="Phần đã gửi phải có ngày gửi và số liệu khi gửi.",
            ),
        ]

    def __str__(self):
        return f"{self.unit}: {self.review}"

    def get_absolute_url(self):
        return reverse("reports:part", args=[self.pk])

    @property
    def office(self):
        """The office that goes on with the review today."""
        return successor_office(self.review.unit, today())


class PartSection(models.Model):
    """One narrative part of what a unit sends, for the section of the review that bears the same name."""

    ASKED = (
        ReviewSectionKind.COMMUNICATION,
        ReviewSectionKind.DISCOVERY,
        ReviewSectionKind.LIMITS,
        ReviewSectionKind.LESSONS,
        ReviewSectionKind.PROPOSALS,
    )

    part = models.ForeignKey(ReviewPart, models.CASCADE, related_name="sections")
    kind = models.CharField("mục", max_length=20, choices=ReviewSectionKind)
    body = ProseField("nội dung", blank=True)

    class Meta:
        verbose_name = "mục trong phần của đơn vị"
        verbose_name_plural = "các mục trong phần của đơn vị"
        constraints = [
            models.UniqueConstraint(
                fields=["part", "kind"], name="part_section_once", violation_error_message="Mục này đã có."
            )
        ]

    def __str__(self):
        return self.get_kind_display()
