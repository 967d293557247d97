"""Lists of conferences and of delegates: what they are filtered by, and their columns."""

import django_filters
import django_tables2 as tables
from django.db.models import Count, Q

from campaigns.models import Plan
from core.filters import ListFilterSet, RecentYear, SearchFilter
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn
from core.templatetags.vietnamese import ngay_gio
from exemplars.tables import with_sub
from gatherings.models import Conference, ConferenceStatus, Delegate, DelegateStatus, Seat, Standard
from gatherings.models.delegate import TAKEN
from organizations.filters import TIERS, UnitSearch
from organizations.models import kinds_of
from organizations.tables import UnitColumn

NOWRAP = {"th": {"class": "nowrap"}, "td": {"class": "nowrap"}}


def plans_of(request):
    """For an export, which has its rows already, all."""
    plans = Plan.objects.visible_to(request.desk) if request else Plan.objects.all()
    return plans.order_by("-starts_on", "title_key")


def conferences_of(request):
    seen = Conference.objects.visible_to(request.desk) if request else Conference.objects.all()
    return seen.order_by("-starts_at", "pk")


class ConferenceFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, địa điểm")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=ConferenceStatus)
    tier = django_filters.ChoiceFilter(label="Cấp", choices=TIERS, method="of_tier")
    year = RecentYear("starts_at", label="Năm")
    plan = django_filters.ModelChoiceFilter(label="Kế hoạch", queryset=plans_of)
    unit = UnitSearch(label="Cơ quan tổ chức")

    class Meta:
        model = Conference
        fields = ["q", "status", "tier", "year", "plan", "unit"]

    def of_tier(self, queryset, name, tier):
        return queryset.filter(unit__kind__in=kinds_of(int(tier)))


class ConferenceTable(tables.Table):
    name = MainColumn(verbose_name="Hội nghị", order_by="name_key")
    unit = UnitColumn(verbose_name="Cơ quan tổ chức", order_by="unit__name_key")
    starts_at = tables.Column(verbose_name="Thời gian", attrs=NOWRAP)
    above = UnitColumn(verbose_name="Tiến tới", accessor="above__unit", orderable=False, default="")
    delegates_count = NumberColumn(verbose_name="Đại biểu")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = Conference
        fields = []

    def render_starts_at(self, value):
        return ngay_gio(value)


def with_counts(conferences):
    """With `delegates_count`: how many were taken in."""
    taken = Count("delegates", filter=Q(delegates__status__in=TAKEN))
    return conferences.for_table().annotate(delegates_count=taken)


class DelegateFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, chức vụ, căn cứ")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=DelegateStatus)
    seat = django_filters.ChoiceFilter(label="Thành phần", choices=Seat)
    standard = django_filters.ChoiceFilter(label="Tiêu chuẩn", choices=Standard)
    unit = UnitSearch(label="Đơn vị cử")
    conference = django_filters.ModelChoiceFilter(label="Hội nghị", queryset=conferences_of)

    class Meta:
        model = Delegate
        fields = ["q", "status", "seat", "standard", "unit", "conference"]


class DelegateTable(tables.Table):
    name = MainColumn(verbose_name="Đại biểu", order_by="name_key")
    unit = UnitColumn(verbose_name="Đơn vị cử", order_by="unit__name_key")
    conference = tables.Column(verbose_name="Hội nghị", order_by="conference__name_key")
    standard = tables.Column(verbose_name="Tiêu chuẩn")
    day = DayColumn(verbose_name="Ngày", accessor="conference__day", order_by="conference__starts_at")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Delegate
        fields = []

    def render_name(self, value, record, column):
        return with_sub(MainColumn.render(column, value, record, self), record.description)

    def render_standard(self, value, record):
        return with_sub(value, record.ground)


class OfOneFilters(DelegateFilters):
    """Those of one conference."""

    conference = None

    class Meta(DelegateFilters.Meta):
        fields = ["q", "status", "seat", "standard", "unit"]


class OfOneTable(DelegateTable):
    conference = None
    day = None
    seat = tables.Column(verbose_name="Thành phần")

    class Meta(DelegateTable.Meta):
        sequence = ("name", "unit", "seat", "standard", "status")
