import re

import django_filters
from django import forms
from django.db.models import Q

from core.calendar import today
from core.filters import ListFilterSet, SearchFilter, matching
from organizations.fields import UnitIterator
from organizations.models import IssuedNumber, NumberSeries, NumberStatus, Tier, Unit, UnitKind, kinds_of
from organizations.models.numbering import KINDS, LETTER, of_kind

TIERS = [(tier.value, tier.label.capitalize()) for tier in Tier if tier != Tier.CENTRAL]


class UnitFilterField(django_filters.fields.ModelChoiceField):
    iterator = UnitIterator


class UnitFilter(django_filters.ModelChoiceFilter):
    field_class = UnitFilterField


class UnitSearch(SearchFilter):
    """Rows of units with the words typed in their name or code; the field leads to the unit."""

    def __init__(self, field_name="unit", **kwargs):
        super().__init__(field_name, **kwargs)

    def filter(self, queryset, value):
        if not value:
            return queryset
        return queryset.filter(**{f"{self.field_name}__in": matching(Unit.objects.all(), value).values("pk")})


class NumberedSearch(SearchFilter):
    """Words of the title, or the number that stands on the paper: 197, 197/KH-UBND."""

    NUMBER = re.compile(r"(\d+)(?:/([\w-]*))?")

    def filter(self, queryset, value):
        found = super().filter(queryset, value)
        number = self.NUMBER.fullmatch((value or "").strip())
        if not number:
            return found
        in_words = Q(pk__in=found.order_by().values("pk"))
        return queryset.filter(in_words | self.bearing(number[1][:9], number[2] or ""))

    def bearing(self, number, symbol):
        """The condition that a paper bears that number, and a symbol that begins so."""
        return Q(number__number=int(number), number__series__symbol__istartswith=symbol)


class TreeIterator(UnitIterator):
    """Units of the tree, each as deep as it stands."""

    def __iter__(self):
        for value, name in super().__iter__():
            depth = value.instance.depth if value else 1
            yield value, "– " * (depth - 1) + name


class UnitTreeField(django_filters.fields.ModelChoiceField):
    iterator = TreeIterator


class UnitTreeFilter(django_filters.ModelChoiceFilter):
    field_class = UnitTreeField


class UnitFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, mã")
    kind = django_filters.ChoiceFilter(label="Loại", choices=UnitKind)
    tier = django_filters.ChoiceFilter(label="Cấp", choices=TIERS, method="of_tier")
    above = UnitTreeFilter(label="Thuộc", queryset=lambda request: Unit.objects.territories(), method="below")
    on = django_filters.DateFilter(
        label="Xem tại ngày",
        method="existing",
        widget=forms.DateInput(attrs={"placeholder": "Hôm nay"}),
    )

    class Meta:
        model = Unit
        fields = ["q", "kind", "tier", "above", "on"]

    def __init__(self, data=None, *args, **kwargs):
        """Bound even where nothing is asked, since the day has a default."""
        super().__init__({} if data is None else data, *args, **kwargs)

    def filter_queryset(self, queryset):
        """Units that exist on the day asked for, today when none is."""
        queryset = super().filter_queryset(queryset)
        return queryset if self.form.cleaned_data.get("on") else queryset.existing(today())

    def existing(self, queryset, name, day):
        return queryset.existing(day)

    def of_tier(self, queryset, name, tier):
        return queryset.filter(kind__in=kinds_of(int(tier)))

    def below(self, queryset, name, unit):
        return queryset.under([unit.path]).exclude(pk=unit.pk)


class SeriesField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, series):
        return f"{series}, {series.unit}"


class SeriesFilter(django_filters.ModelChoiceFilter):
    field_class = SeriesField


def registers_of(request):
    return NumberSeries.objects.visible_to(request.desk).select_related("unit")


class NumberFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo số, trích yếu, người ký")
    series = SeriesFilter(label="Sổ", queryset=registers_of)
    year = django_filters.NumberFilter(label="Năm", field_name="series__year")
    kind = django_filters.ChoiceFilter(
        label="Tên loại", choices=[(kind, kind) for kind in (*KINDS.values(), LETTER)], method="by_kind"
    )
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=NumberStatus)

    class Meta:
        model = IssuedNumber
        fields = ["q", "series", "year", "kind", "status"]

    def by_kind(self, queryset, name, kind):
        return queryset.filter(series__in=NumberSeries.objects.filter(of_kind(kind)))
