from django.db import models
from django.db.models import F, Q

from campaigns.models.plan import Plan
from core.fields import LineField


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
                # Said in full: to a database, NULL >= NULL is not false, and a check lets it pass.
                condition=Q(
                    covers_from__isnull=False, covers_to__isnull=False, covers_to__gte=F("covers_from")
                )
                | Q(covers_from=None, covers_to=None),
                name="milestone_covers_both_ends",
                violation_error_message="Giai đoạn đánh giá cần đủ hai ngày, ngày cuối không trước ngày đầu.",
            )
        ]

    def __str__(self):
        return self.name

    def days_left(self, on):
        """Days from `on` to the milestone; negative once it is past."""
        return (self.due_on - on).days
