import django_tables2 as tables
from django.utils.html import format_html
from django.utils.text import capfirst

from core.tables import DayColumn, MainColumn, NumberColumn, chip
from organizations.models import IssuedNumber, Unit

DEEPEST = 5  # levels that the style sheet indents


class UnitColumn(tables.Column):
    """A unit, with the capital of what stands by itself."""

    def render(self, value):
        return capfirst(str(value))


class TreeColumn(MainColumn):
    """A unit's name, as deep as it stands in the tree."""

    def render(self, value, record, table):
        name = super().render(capfirst(value), record, table)
        return format_html('<span class="tree-{}">{}</span>', min(record.depth, DEEPEST), name)


class UnitTable(tables.Table):
    name = TreeColumn(verbose_name="Tên đơn vị", order_by="name_key")
    kind = tables.Column(verbose_name="Loại", accessor="get_kind_display", order_by="kind")
    parent_name = UnitColumn(verbose_name="Trực thuộc", orderable=False, default="")
    code = tables.Column(verbose_name="Mã", attrs={"td": {"class": "nowrap"}})
    starts_on = tables.Column(verbose_name="Tồn tại")
    has_council = tables.Column(verbose_name="Hội đồng TĐKT", orderable=False)

    class Meta:
        model = Unit
        fields = ["name", "kind", "parent_name", "code", "starts_on", "has_council"]

    def render_starts_on(self, record):
        return record.period

    def render_has_council(self, value):
        return chip("good", "Có") if value else ""


class NumberTable(tables.Table):
    """The columns of the register as the decree has them."""

    number = MainColumn(
        verbose_name="Số, ký hiệu", accessor="text", order_by=("series__symbol", "series", "number")
    )
    issued_on = DayColumn(verbose_name="Ngày, tháng")
    title = tables.Column(verbose_name="Tên loại và trích yếu", accessor="described", orderable=False)
    signatory = tables.Column(verbose_name="Người ký", default="")
    recipients = tables.Column(verbose_name="Nơi nhận văn bản", orderable=False, default="")
    kept_by = tables.Column(verbose_name="Đơn vị, người nhận bản lưu", orderable=False, default="")
    copies = NumberColumn(verbose_name="Số lượng bản", orderable=False, default="")
    remarks = tables.Column(verbose_name="Ghi chú", accessor="remarks_text", orderable=False, default="")

    class Meta:
        model = IssuedNumber
        fields = []

    def render_title(self, record, value):
        return (
            format_html("{} {}", value, chip(record.status, record.get_status_display()))
            if record.cancelled
            else value
        )

    def render_recipients(self, value):
        return "; ".join(value.splitlines())
