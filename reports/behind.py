"""The list behind each figure: its address, and the filters that give exactly those dossiers."""

from functools import partial
from urllib.parse import urlencode

import django_filters
from django.db.models import Q
from django.urls import reverse

from campaigns.models import WorkField
from core.filters import ListFilterSet, SearchFilter
from exemplars.models import Nomination, Sex, WorkerGroup
from law.models import AwardType, SubjectKind
from organizations.filters import UnitFilter
from organizations.models import Unit
from reports.figures import DIMENSIONS, Outcome, group_path, is_alone

UNKNOWN = "chua-ghi"  # in an address: what the dossiers do not say
ABOUT_PERSONS = {dimension.key for dimension in DIMENSIONS if dimension.persons}


def address(review, *, table="", value="", outcome=""):
    """Of the dossiers that one figure of the review counts."""
    query = {table: value or UNKNOWN} if table else {}
    if table in ABOUT_PERSONS:
        query["kind"] = SubjectKind.PERSON.value
    if outcome:
        query["outcome"] = outcome
    return f"{reverse('reports:review-dossiers', args=[review.pk])}?{urlencode(query)}".rstrip("?")


def counted_for(unit, review, queryset):
    """Those of the rows that the review counts for one unit of its table by unit."""
    if is_alone(unit.path, review.plan.unit.path):
        return queryset.filter(unit=unit)
    return queryset.filter(unit__path__startswith=unit.path)


class ValueFilter(django_filters.ChoiceFilter):
    """One value of a column, or “chưa ghi” for the rows that have none."""

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, choices=partial(_or_unknown, choices), **kwargs)

    def filter(self, queryset, value):
        if value != UNKNOWN:
            return super().filter(queryset, value)
        column = self.model._meta.get_field(self.field_name)
        return queryset.filter(Q(**{self.field_name: None} if column.null else {self.field_name: ""}))


def _or_unknown(choices):
    given = choices() if callable(choices) else choices
    return [*((str(value), label) for value, label in given), (UNKNOWN, "Chưa ghi")]


def _rows(model):
    return lambda: [(row.pk, str(row)) for row in model.objects.all()]


class DossierFilters(ListFilterSet):
    q = SearchFilter(label="Tìm trong hồ sơ")
    outcome = django_filters.ChoiceFilter(label="Kết quả khi đó", choices=Outcome)
    kind = django_filters.ChoiceFilter(label="Đối tượng", choices=SubjectKind)
    unit = UnitFilter(label="Đơn vị", queryset=Unit.objects.none(), method="of_group")
    field = ValueFilter(label="Lĩnh vực", choices=_rows(WorkField))
    award = ValueFilter(label="Hình thức", choices=_rows(AwardType))
    sex = ValueFilter(label="Giới tính", choices=Sex.choices)
    worker_group = ValueFilter(label="Nhóm công tác", choices=WorkerGroup.choices)
    year = django_filters.NumberFilter(label="Năm xét", field_name="counted_year")

    class Meta:
        model = Nomination
        fields = ["q", "outcome", "kind", "unit", "field", "award", "sex", "worker_group", "year"]

    def __init__(self, *args, review, **kwargs):
        super().__init__(*args, **kwargs)
        self.review = review
        plan_path = review.plan.unit.path
        paths = self.queryset.order_by().values_list("unit__path", flat=True).distinct()
        self.filters["unit"].queryset = Unit.objects.filter(
            path__in={group_path(path, plan_path) for path in paths}
        ).order_by("name_key", "pk")

    def of_group(self, queryset, name, unit):
        return counted_for(unit, self.review, queryset)
