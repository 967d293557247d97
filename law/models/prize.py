from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from law.models.award import AwardType
from law.models.dated import Dated
from law.models.kinds import SubjectKind

ROUNDED_TO = 10_000  # đồng


class BaseSalary(Dated):
    """Mức lương cơ sở, which prizes are multiples of."""

    amount = models.PositiveIntegerField("mức lương cơ sở (đồng/tháng)", validators=[MinValueValidator(1)])

    class Meta:
        verbose_name = "mức lương cơ sở"
        verbose_name_plural = "mức lương cơ sở"
        ordering = ["valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["valid_from"],
                name="basesalary_once_a_day",
                violation_error_message="Đã có mức lương cơ sở từ cùng ngày.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gte=1),
                name="basesalary_is_an_amount",
                violation_error_message="Mức lương cơ sở phải lớn hơn 0.",
            ),
        ]

    def __str__(self):
        return f"{self.amount:,} đồng {self.period}".replace(",", ".")


class Prize(Dated):
    """The prize of an award for one kind of subject, as a multiple of the base salary."""

    RULE = ("award", "subject_kind")

    award = models.ForeignKey(
        AwardType, models.CASCADE, related_name="prizes", verbose_name="danh hiệu, hình thức"
    )
    subject_kind = models.CharField("đối tượng", max_length=10, choices=SubjectKind)
    numerator = models.PositiveSmallIntegerField("tử số của hệ số")
    denominator = models.PositiveSmallIntegerField(
        "mẫu số của hệ số", default=1, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = "mức tiền thưởng"
        verbose_name_plural = "mức tiền thưởng"
        ordering = ["award", "subject_kind", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["award", "subject_kind", "valid_from"],
                name="prize_once_a_day",
                violation_error_message="Đã có mức tiền thưởng này từ cùng ngày.",
            ),
            models.CheckConstraint(
                condition=Q(denominator__gte=1),
                name="prize_is_a_multiple",
                violation_error_message="Mẫu số phải lớn hơn 0.",
            ),
        ]

    def __str__(self):
        return f"{self.award} ({self.get_subject_kind_display()}): {self.multiple} lần mức lương cơ sở"

    @property
    def multiple(self):
        """The factor as decrees write it: “0,3”, “1,5”."""
        return f"{Decimal(self.numerator) / self.denominator:.4f}".rstrip("0").rstrip(".").replace(".", ",")

    def amount(self, base_salary):
        """In đồng, rounded up to 10.000 as the law asks."""
        return -(-base_salary * self.numerator // (self.denominator * ROUNDED_TO)) * ROUNDED_TO
