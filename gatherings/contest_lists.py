"""Lists of contests and entries: what they are filtered by, and their columns."""

import django_filters
import django_tables2 as tables

from core.filters import ListFilterSet, RecentYear, SearchFilter
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn
from exemplars.tables import with_sub
from gatherings.models import Contest, ContestStatus, Entry, EntryStatus
from organizations.tables import UnitColumn


class ContestFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=ContestStatus)
    year = RecentYear("opens_on", label="Năm")

    class Meta:
        model = Contest
        fields = ["q", "status", "year"]


class ContestTable(tables.Table):
    name = MainColumn(verbose_name="Cuộc thi", order_by="name_key")
    unit = UnitColumn(verbose_name="Cơ quan tổ chức", order_by="unit__name_key")
    opens_on = DayColumn(verbose_name="Nhận bài từ")
    closes_on = DayColumn(verbose_name="Đến hết ngày")
    entries_count = NumberColumn(verbose_name="Bài dự thi")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Contest
        fields = ["name", "unit", "opens_on", "closes_on", "entries_count", "status"]

    def render_name(self, value, record, column):
        return with_sub(MainColumn.render(column, value, record, self), record.edition)


def contests_seen(request):
    return Contest.objects.visible_to(request.desk)


class EntryFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo người được viết, tên bài, người viết, mã")
    contest = django_filters.ModelChoiceFilter(label="Cuộc thi", queryset=contests_seen)
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=EntryStatus)

    class Meta:
        model = Entry
        fields = ["q", "contest", "status"]


class EntryTable(tables.Table):
    title = MainColumn(verbose_name="Bài dự thi")
    hero = tables.Column(verbose_name="Viết về", order_by="hero_key")
    unit = UnitColumn(verbose_name="Nơi cư trú, công tác", order_by="unit__name_key")
    words = NumberColumn(verbose_name="Số chữ")
    sent_at = DayColumn(verbose_name="Gửi ngày")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Entry
        fields = ["title", "hero", "unit", "words", "sent_at", "status"]

    def render_title(self, value, record, column):
        return with_sub(MainColumn.render(column, value, record, self), record.contest)
