import django_tables2 as tables
from django.utils.html import format_html

from core.tables import DayColumn, MainColumn
from organizations.models import Message


class MessageTable(tables.Table):
    subject = MainColumn(verbose_name="Thông báo", orderable=False)
    kind = tables.Column(verbose_name="Loại", orderable=False)
    day = DayColumn(verbose_name="Ngày")
    read_at = tables.Column(verbose_name="Tình trạng", empty_values=(), orderable=False)

    class Meta:
        model = Message
        fields = ["subject", "kind", "day", "read_at"]

    def render_read_at(self, value):
        return "đã đọc" if value else format_html('<span class="chip chip-due">{}</span>', "Chưa đọc")
