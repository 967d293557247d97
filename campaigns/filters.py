import re

import django_filters
from django.db.models import Q

from campaigns.models import Movement, Plan, PlanStatus
from core.filters import ListFilterSet, SearchFilter
from organizations.filters import UnitFilter
from organizations.models import Unit

NUMBER = re.compile(r"(\d+)(?:/([\w-]*))?")  # 197, 197/KH-UBND


class PlanSearch(SearchFilter):
    """Words of the title, or the number that stands on the plan."""

    def filter(self, queryset, value):
        by_title = super().filter(queryset, value)
        number = NUMBER.fullmatch((value or "").strip())
        if not number:
            return by_title
        in_title = Q(pk__in=by_title.order_by().values("pk"))
        symbol = Q(number__series__symbol__istartswith=number[2] or "")
        given_here = symbol & Q(number__number=int(number[1][:9]))
        given_elsewhere = Q(outside_number__istartswith=f"{number[1]}/{number[2] or ''}")
        return queryset.filter(in_title | given_here | given_elsewhere)


def units_with_plans(request):
    plans = Plan.objects.visible_to(request.desk)
    return Unit.objects.filter(pk__in=plans.order_by().values("unit")).order_by("name_key")


class PlanFilters(ListFilterSet):
    q = PlanSearch(field_name="search_text", label="Tìm theo trích yếu, số")
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
