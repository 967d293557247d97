from django.db import models

from core.fields import LineField
from law.models.dated import Dated, DatedQuerySet
from law.models.kinds import Branch, CountedDay


class LegalTextQuerySet(DatedQuerySet):
    def cited_for(self, branches, on):
        """What a paper of the day `on` about these branches rests on, in the order of the paper."""
        return self.in_force(on).filter(branch__in=["", *branches]).order_by("order", "code")


class LegalText(Dated):
    """A text that papers cite, in full: type, number, issuer, date and subject (văn bản làm căn cứ).

    Căn cứ: NĐ 30/2020/NĐ-CP, phụ lục I, phần II, mục I, khoản 6 điểm a; a law goes without number and issuer.
    """

    RULE = ("code",)
    counted_day = CountedDay.PAPER

    code = LineField("mã", max_length=20, help_text="Văn bản thay thế nhau theo thời gian thì cùng mã.")
    branch = models.CharField(
        "lĩnh vực",
        max_length=10,
        choices=Branch,
        blank=True,
        help_text="Để trống nếu làm căn cứ cho mọi quyết định khen thưởng.",
    )
    text = LineField(
        "cách ghi trên văn bản",
        max_length=400,
        help_text="Không ghi chữ “Căn cứ” ở đầu. Ví dụ: Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 "
        "của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=50)

    objects = LegalTextQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản làm căn cứ"
        verbose_name_plural = "văn bản làm căn cứ"
        ordering = ["order", "code", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                name="legaltext_once_a_day",
                violation_error_message="Đã có văn bản cùng mã từ cùng ngày.",
            ),
        ]

    def __str__(self):
        return self.text
