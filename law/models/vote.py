from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from law.models.award import AwardType
from law.models.dated import Dated
from law.models.kinds import CountedDay


class VoteRule(Dated):
    """The share of all members of a council, absent ones among them, that must say yes to an award."""

    RULE = ("award",)
    counted_day = CountedDay.SESSION

    award = models.ForeignKey(
        AwardType, models.CASCADE, related_name="vote_rules", verbose_name="danh hiệu, hình thức"
    )
    numerator = models.PositiveSmallIntegerField("tử số", validators=[MinValueValidator(1)])
    denominator = models.PositiveSmallIntegerField("mẫu số", validators=[MinValueValidator(1)])
    at_least = models.BooleanField("đạt khi bằng đúng tỷ lệ", default=True)  # False: more than the share
    ballot_required = models.BooleanField("phải bỏ phiếu kín", default=False)

    class Meta:
        verbose_name = "tỷ lệ phiếu"
        verbose_name_plural = "tỷ lệ phiếu"
        ordering = ["award", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["award", "valid_from"],
                name="voterule_once_a_day",
                violation_error_message="Đã có tỷ lệ phiếu từ cùng ngày.",
            ),
            models.CheckConstraint(
                condition=Q(numerator__gte=1, denominator__gte=F("numerator")),
                name="voterule_is_a_share",
                violation_error_message="Tỷ lệ phải lớn hơn 0 và không quá 1.",
            ),
        ]

    def __str__(self):
        return f"{self.award}: {self.share}"

    def passes(self, votes_for, members):
        """Whether so many votes of a council of so many members (of all, not of those present) are enough."""
        if members < 1:
            return False
        votes, wanted = votes_for * self.denominator, members * self.numerator
        return votes >= wanted if self.at_least else votes > wanted

    def votes_needed(self, members):
        """The least number of votes that passes in a council of so many members."""
        wanted = members * self.numerator
        return -(-wanted // self.denominator) if self.at_least else wanted // self.denominator + 1

    @property
    def share(self):
        """“từ 90% tổng số thành viên Hội đồng trở lên”."""
        return f"{self.short_share} tổng số thành viên Hội đồng{' trở lên' if self.at_least else ''}"

    @property
    def short_share(self):
        """“từ 90%”, “trên 50%”: where it is known of whom."""
        percent, remainder = divmod(100 * self.numerator, self.denominator)
        amount = f"{self.numerator}/{self.denominator}" if remainder else f"{percent}%"
        return f"{'từ' if self.at_least else 'trên'} {amount}"
