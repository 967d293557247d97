import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from campaigns.board import KINDS, UnitGroup
from campaigns.models import (
    Assignment,
    AssignmentState,
    Cluster,
    ClusterKind,
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    Milestone,
    Movement,
    Plan,
    PlanStatus,
)
from campaigns.models.plan import PUBLIC
from core.calendar import today
from core.filters import ListFilterSet, SearchFilter, YesNoFilter
from core.text import words
from organizations.access import inherited_units
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


def silent_since(query):
    """The day since which a page asks who has been silent; None where it does not ask."""
    try:
        return forms.DateField(required=False).clean(query.get("since", ""))
    except ValidationError:
        return None


def assigning_plans(request):
    plans = Plan.objects.visible_to(request.desk).filter(status__in=PUBLIC)
    return plans.exclude(assignments=None).distinct().select_related("number__series")


class AssigningPlanField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, plan):
        return f"{plan.number_text}, {plan}"[:90]


class AssigningPlanFilter(django_filters.ModelChoiceFilter):
    field_class = AssigningPlanField


# Directly, or through a unit whose work it went on with.
GIVEN_WORK = Q(assignments__isnull=False) | Q(origins__predecessor__assignments__isnull=False)


class TaskSearch(SearchFilter):
    """Words of the task or of the unit's name."""

    def filter(self, queryset, value):
        for word in words(value or ""):
            queryset = queryset.filter(
                Q(unit__search_text__contains=f" {word}") | Q(search_text__contains=f" {word}")
            )
        return queryset


class AssignmentFilters(ListFilterSet):
    q = TaskSearch(label="Tìm theo đơn vị, nhiệm vụ")
    plan = AssigningPlanFilter(label="Kế hoạch", queryset=assigning_plans)
    unit = UnitFilter(
        label="Đơn vị",
        queryset=Unit.objects.filter(GIVEN_WORK).distinct().order_by("name_key"),
        method="of_unit",
    )
    milestone = django_filters.ModelChoiceFilter(
        label="Mốc", queryset=lambda request: milestones_of(request), null_label="Không gắn mốc"
    )
    group = django_filters.ChoiceFilter(label="Loại đơn vị", choices=UnitGroup, method="of_group")
    state = django_filters.ChoiceFilter(label="Tình trạng", choices=AssignmentState)
    since = django_filters.DateFilter(label="Chưa có tin từ ngày", method="as_it_is")
    mine = YesNoFilter(label="Của đơn vị tôi", method="of_mine")

    class Meta:
        model = Assignment
        fields = ["q", "plan", "unit", "milestone", "group", "state", "since", "mine"]

    def of_unit(self, queryset, _name, unit):
        """Those of the unit, and of the units whose files it took over."""
        return queryset.filter(unit__in=[unit, *inherited_units(unit, today())])

    def of_group(self, queryset, _name, group):
        return queryset.filter(unit__kind__in=KINDS[group])

    def as_it_is(self, queryset, _name, _day):
        """The day says which rows count as silent, and hides none."""
        return queryset

    def of_mine(self, queryset, _name, wanted):
        mine = Assignment.objects.given_to(self.request.desk).values("pk")
        return queryset.filter(pk__in=mine) if wanted == "co" else queryset.exclude(pk__in=mine)


def milestones_of(request):
    """The milestones of the plan that is looked at; none while all plans are."""
    plan = request.GET.get("plan", "")
    is_one = plan.isdecimal() and len(plan) < 10
    return Milestone.objects.filter(plan=plan) if is_one else Milestone.objects.none()


class BoardFilters(django_filters.FilterSet):
    """What of one plan its board counts; the same words ask the list for the rows behind a number."""

    group = django_filters.ChoiceFilter(label="Đơn vị", choices=UnitGroup, method="of_group")
    milestone = django_filters.ModelChoiceFilter(
        label="Mốc", queryset=Milestone.objects.none(), null_label="Không gắn mốc"
    )
    since = django_filters.DateFilter(label="Chưa có tin từ ngày", method="as_it_is")

    class Meta:
        model = Assignment
        fields = ["group", "milestone", "since"]

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["milestone"].queryset = plan.milestones.all()

    def of_group(self, queryset, _name, group):
        return queryset.filter(unit__kind__in=KINDS[group])

    def as_it_is(self, queryset, _name, _day):
        return queryset

    def passed_on(self):
        """What is asked here, as the list of rows understands it."""
        return {name: self.data[name] for name in self.filters if (self.data or {}).get(name)}
