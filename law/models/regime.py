from django.db import models

from core.fields import LineField
from law.models.dated import Dated
from law.models.kinds import Branch, CountedDay


class Regime(Dated):
    """The law, decree and circulars that hold together for a time (chế độ pháp lý)."""

    RULE = ("branch",)
    counted_day = CountedDay.PAPER

    branch = models.CharField("lĩnh vực", max_length=10, choices=Branch, default=Branch.MERIT)
    code = LineField("ký hiệu", max_length=10, unique=True)
    name = LineField("tên gọi", max_length=200)
    law = LineField("luật", max_length=300)
    decree = LineField("nghị định", max_length=300)
    circular = LineField("thông tư", max_length=300, blank=True)

    class Meta:
        verbose_name = "chế độ pháp lý"
        verbose_name_plural = "chế độ pháp lý"
        ordering = ["branch", "valid_from"]
        constraints = [*Dated.Meta.constraints]

    def __str__(self):
        return f"{self.code}: {self.name}"
