from django.db import models
from django.db.models import Q

from campaigns.models.plan import Plan
from core.fields import LineField, ProseField
from law.models import SubjectKind


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
