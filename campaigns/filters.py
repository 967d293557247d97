import django_filters
from django import forms
from django.db.models import Q

from campaigns.models import (
    Cluster,
    ClusterKind,
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    Movement,
    Plan,
    PlanStatus,
)
from core.filters import ListFilterSet, SearchFilter
from organizations.filters import NumberedSearch, UnitFilter
from organizations.models import Unit


class PlanSearch(NumberedSearch):
    """Knows the numbers too that another office gave."""

    def bearing(self, number, symbol):
        return super().bearing(number, symbol) | Q(outside_number__istartswith=f"{number}/{symbol}")


def units_with_plans(request):
    plans = Plan.objects.visible_to(request.desk)
    return Unit.objects.filter(pk__in=plans.order_by().values("unit")).order_by("name_key")


class PlanFilters(ListFilterSet):
    q = PlanSearch(label="Tìm theo trích yếu, số")
    year = django_filters.NumberFilter(label="Năm", method="in_year", min_value=1990, max_value=2100)
    unit = UnitFilter(label="Cơ quan", queryset=units_with_plans)
    movement = django_filters.ModelChoiceFilter(
        label="Phong trào", field_name="movements", queryset=Movement.objects.exclude(plans=None).distinct()
    )
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=PlanStatus)

    class Meta:
        model = Plan
        fields = ["q", "year", "unit", "movement", "status"]

    def in_year(self, queryset, _name, year):
        """Plans that run in that year, in part at least."""
        return queryset.filter(starts_on__year__lte=year, ends_on__year__gte=year)


class MovementFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, khẩu hiệu")
    year = django_filters.NumberFilter(label="Năm", method="in_year", min_value=1990, max_value=2100)
    unit = UnitFilter(
        label="Đơn vị phát động",
        queryset=Unit.objects.exclude(movements=None).distinct().order_by("name_key"),
    )
    mode = django_filters.ChoiceFilter(label="Hình thức", choices=Movement.Mode)

    class Meta:
        model = Movement
        fields = ["q", "year", "unit", "mode"]

    def in_year(self, queryset, _name, year):
        still_open = Q(ends_on__year__gte=year) | Q(ends_on=None)
        return queryset.filter(still_open, starts_on__year__lte=year)


class ClusterFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên")
    year = django_filters.NumberFilter(label="Năm", min_value=2004, max_value=2100)
    kind = django_filters.ChoiceFilter(label="Loại", field_name="cluster__kind", choices=ClusterKind)
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=ClusterStatus)

    class Meta:
        model = ClusterYear
        fields = ["q", "year", "kind", "status"]


class ClusterResultFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo đơn vị", field_name="unit__search_text")
    year = django_filters.NumberFilter(
        label="Năm", field_name="cluster_year__year", min_value=2004, max_value=2100
    )
    cluster = django_filters.ModelChoiceFilter(
        label="Cụm, khối", field_name="cluster_year__cluster", queryset=Cluster.objects.all()
    )
    rank = django_filters.NumberFilter(label="Hạng", min_value=1)
    cluster_year = django_filters.NumberFilter(widget=forms.HiddenInput)  # of one year's page

    class Meta:
        model = ClusterMember
        fields = ["q", "year", "cluster", "rank", "cluster_year"]
