from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse

from core.calendar import now
from core.derived import SearchTextField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from organizations.models.people import Role
from organizations.models.unit import Unit

# With what the symbol of each kind of paper begins: Nghị định 30/2020/NĐ-CP, Phụ lục III, bảng 1.
KINDS = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
}
LETTER = "Công văn"  # whose symbol names no kind
READERS = (Role.CLERK, Role.STANDING, Role.CHAIRMAN, Role.ADMIN)  # of the registers of numbers


class NumberSeriesQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The registers of the offices whose papers the person writes, signs, numbers or oversees."""
        return self.filter(unit__in=desk.offices(*READERS))


class NumberSeries(models.Model):
    """The numbers of one kind of paper in one year, from 01 on 1 January (NĐ 30/2020/NĐ-CP, điều 15)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="cơ quan ban hành")
    symbol = LineField("ký hiệu", max_length=40)  # "KH-UBND", what stands after the number
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối đã cấp", default=0)
    last_on = models.DateField("ngày của số cuối", null=True, blank=True)

    objects = NumberSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ số văn bản"
        verbose_name_plural = "sổ số văn bản"
        ordering = ["-year", "symbol", "unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "symbol", "year"],
                name="series_once_a_year",
                violation_error_message="Sổ số này đã có.",
            )
        ]

    def __str__(self):
        return f"{self.symbol} năm {self.year}"

    @property
    def kind(self):
        """Which kind of paper it numbers, as its symbol says."""
        return KINDS.get(self.symbol.partition("-")[0], LETTER)


def of_kind(kind):
    """A Q for the series of that kind of paper (a value of KINDS, or LETTER)."""
    named = {
        name: models.Q(symbol=code) | models.Q(symbol__startswith=f"{code}-") for code, name in KINDS.items()
    }
    return named[kind] if kind in named else ~models.Q(*named.values(), _connector=models.Q.OR)


class NumberStatus(models.TextChoices):
    GIVEN = "given", "Đã cấp"
    CANCELLED = "cancelled", "Đã hủy số"


class IssuedNumberQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(series__unit__in=desk.offices(*READERS))

    def for_table(self):
        """With the page of the paper that bears the number, of whichever model that is (`paper_url`)."""
        papers = {f"paper_{paper.name}": F(f"{paper.name}__pk") for paper in bearers()}
        return self.select_related("series__unit", "taken_by").annotate(**papers)


def bearers():
    """The relations by which papers of the portal hold a number; organizations names none of them."""
    return [relation for relation in IssuedNumber._meta.related_objects if relation.one_to_one]


class IssuedNumber(Workflow):
    """A line of the register of outgoing papers (sổ đăng ký văn bản đi): a number that was given out.

    It was given to a paper of the portal, or to one written elsewhere (`outside`), which alone can be
    cancelled: the line stays, and its number is given to no other paper.
    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục IV, mẫu sổ đăng ký văn bản đi.
    """

    MOVES = {
        "cancel": Move(
            "Hủy số",
            (NumberStatus.GIVEN,),
            NumberStatus.CANCELLED,
            Role.CLERK,
            needs_note=True,
            style="danger",
        ),
    }

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="numbers", verbose_name="sổ")
    number = models.PositiveIntegerField("số")
    issued_on = models.DateField("ngày văn bản")
    title = LineField("trích yếu", max_length=400)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="người cấp số"
    )
    taken_at = models.DateTimeField("lúc cấp", default=now)
    outside = models.BooleanField("văn bản ngoài cổng", default=False, editable=False)
    signatory = LineField("người ký", max_length=120, blank=True)
    recipients = ProseField("nơi nhận văn bản", blank=True, help_text="Mỗi nơi nhận một dòng.")
    kept_by = LineField("đơn vị, người nhận bản lưu", max_length=200, blank=True)
    copies = models.PositiveSmallIntegerField("số lượng bản", null=True, blank=True)
    remarks = LineField("ghi chú", max_length=400, blank=True)
    status = models.CharField(
        "trạng thái", max_length=20, choices=NumberStatus, default=NumberStatus.GIVEN, editable=False
    )
    cancelled_on = models.DateField("hủy số ngày", null=True, blank=True, editable=False)
    cancelled_for = LineField("lý do hủy số", max_length=400, blank=True, editable=False)
    search_text = SearchTextField(sources=["text", "title", "signatory"], max_length=600)

    objects = IssuedNumberQuerySet.as_manager()

    class Meta:
        verbose_name = "số văn bản đã cấp"
        verbose_name_plural = "số văn bản đã cấp"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="number_given_once",
                violation_error_message="Số này đã được cấp.",
            ),
            models.CheckConstraint(
                condition=models.Q(status=NumberStatus.GIVEN, cancelled_on=None)
                | models.Q(status=NumberStatus.CANCELLED, outside=True, cancelled_on__isnull=False),
                name="cancelled_number_is_an_outside_papers_and_has_its_day",
                violation_error_message="Chỉ hủy được số cấp cho văn bản ngoài cổng.",
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return reverse("organizations:number", args=[self.pk])

    @property
    def unit(self):
        return self.series.unit

    @property
    def text(self):
        """As it stands on the paper: “05/KH-UBND”, numbers below ten with a zero."""
        return f"{self.number:02d}/{self.series.symbol}"

    @property
    def described(self):
        """Tên loại và trích yếu: “Kế hoạch: Nhân rộng …”; titles that name the kind stay as they are."""
        kind = self.series.kind
        named = self.title.lower().startswith(kind.lower())
        return self.title if named else f"{kind}: {self.title}"

    @property
    def cancelled(self):
        return self.status == NumberStatus.CANCELLED

    @property
    def remarks_text(self):
        """Ghi chú, which says first that the number was cancelled, when and why."""
        why = f"Đã hủy số ngày {self.cancelled_on:%d/%m/%Y}: {self.cancelled_for}" if self.cancelled else ""
        return ". ".join(filter(None, [why.rstrip("."), self.remarks]))

    @property
    def paper_url(self):
        """The page of the portal's paper that bears it, "" for one from elsewhere; wants for_table()."""
        for relation in bearers():
            if pk := getattr(self, f"paper_{relation.name}", None):
                return relation.related_model(pk=pk).get_absolute_url()
        return ""
