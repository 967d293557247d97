import django_tables2 as tables
from django.utils.html import format_html

from core.tables import DayColumn, MainColumn, chip
from organizations.models import IssuedNumber, Unit

DEEPEST = 5  # levels that the style sheet indents


class TreeColumn(MainColumn):
    """A unit's name, as deep as it stands in the tree."""

    def render(self, value, record, table):
        name = super().render(value, record, table)
        return format_html('<span class="tree-{}">{}</span>', min(record.depth, DEEPEST), name)


class UnitTable(tables.Table):
    name = TreeColumn(verbose_name="Tên đơn vị", order_by="name_key")
    kind = tables.Column(verbose_name="Loại", accessor="get_kind_display", order_by="kind")
    parent_name = tables.Column(verbose_name="Trực thuộc", orderable=False, default="")
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
    number = tables.Column(verbose_name="Số, ký hiệu", accessor="text", order_by="number")
    issued_on = DayColumn(verbose_name="Ngày văn bản")
    title = tables.Column(verbose_name="Trích yếu", attrs={"td": {"class": "cell-main"}}, orderable=False)
    series = tables.Column(verbose_name="Cơ quan", accessor="series__unit__name", orderable=False)
    taken_by = tables.Column(verbose_name="Người cấp số", order_by="taken_by__name_key", default="")

    class Meta:
        model = IssuedNumber
        fields = ["number", "issued_on", "title", "series", "taken_by"]
