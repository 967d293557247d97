from django.core.exceptions import ValidationError
from django.db import models

from core.fields import LineField
from law.models.award import AwardType
from law.models.dated import Dated
from law.models.kinds import STANDARD_DAYS, CountedDay, MeritKind, SubjectKind, Weight
from law.requirements import WrongStandard, parse_routes


def refuse_wrong_routes(routes):
    try:
        parse_routes(routes)
    except WrongStandard as error:
        raise ValidationError(str(error)) from error


class Standard(Dated):
    """What the law asks of a subject before it may be given an award (tiêu chuẩn)."""

    RULE = ("award", "subject_kind", "merit")

    award = models.ForeignKey(
        AwardType, models.CASCADE, related_name="standards", verbose_name="danh hiệu, hình thức"
    )
    subject_kind = models.CharField("loại đối tượng", max_length=20, choices=SubjectKind)
    merit = models.CharField(
        "loại hình khen thưởng",
        max_length=20,
        choices=MeritKind,
        blank=True,
        help_text="Để trống với danh hiệu thi đua.",
    )
    rule = LineField("mã quy tắc", max_length=10)
    weight = models.CharField("khi không đạt", max_length=10, choices=Weight, default=Weight.BLOCK)
    counted_day = models.CharField(
        "ngày để chọn quy định",
        max_length=10,
        choices=[(day.value, day.label) for day in STANDARD_DAYS],
        default=CountedDay.DECISION,
    )
    routes = models.JSONField(
        "các con đường",
        validators=[refuse_wrong_routes],
        help_text="Đủ một con đường là đạt; trong một con đường phải đủ mọi điều kiện (law/requirements.py).",
    )

    class Meta:
        verbose_name = "tiêu chuẩn"
        verbose_name_plural = "tiêu chuẩn"
        ordering = ["award", "subject_kind", "merit", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["award", "subject_kind", "merit", "valid_from"],
                name="standard_once_a_day",
                violation_error_message="Đã có tiêu chuẩn này từ cùng ngày.",
            ),
        ]

    def __str__(self):
        return f"{self.rule}: {self.award}, {self.get_subject_kind_display()}"

    @property
    def parsed_routes(self):
        return parse_routes(self.routes)
