from django.conf import settings
from django.db import models

from core.calendar import short_date
from core.fields import LineField
from core.workflow import Workflow
from organizations.models.numbering import IssuedNumber


class Urgency(models.TextChoices):
    """How fast a paper must be carried and read. Căn cứ: NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.9."""

    __empty__ = "Không"
    URGENT = "urgent", "Khẩn"
    VERY_URGENT = "very-urgent", "Thượng khẩn"
    EXPRESS = "express", "Hỏa tốc"


class SignedPaper(Workflow):
    """A paper of a unit that one person signs and the clerk then numbers and dates.

    Name and office of the signatory are kept as they stood on that day.
    """

    SYMBOL = ""  # the type's abbreviation (NĐ 30/2020, phụ lục III): "KH", "QĐ", "BC"

    number = models.OneToOneField(
        IssuedNumber, models.PROTECT, null=True, blank=True, editable=False, verbose_name="số, ký hiệu"
    )
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    urgency = models.CharField("mức độ khẩn", max_length=20, choices=Urgency, blank=True)
    signatory = LineField("người ký", max_length=120, blank=True)
    signatory_title = LineField("chức vụ người ký", max_length=120, blank=True)

    class Meta:
        abstract = True

    @property
    def symbol(self):
        """What stands after the number: “KH-UBND”."""
        return f"{self.SYMBOL}-{self.unit.symbol or 'UBND'}"

    @property
    def addressed_to(self):
        """Whom a paper with “Kính gửi” is written to, one place a line."""
        return ""

    @property
    def number_text(self):
        return self.number.text if self.number else ""

    @property
    def reference(self):
        """How other papers name it: “197/KH-UBND ngày 22/9/2021”; "" before it has a number."""
        return f"{self.number_text} ngày {short_date(self.issued_on)}" if self.number_text else ""

    @property
    def frozen(self):
        return self.status != "draft"
