import django_filters
from django import forms

from core.calendar import today
from core.filters import ListFilterSet, SearchFilter
from organizations.models import IssuedNumber, NumberSeries, Tier, Unit, UnitKind, kinds_of

TIERS = [(tier.value, tier.label.capitalize()) for tier in Tier if tier != Tier.CENTRAL]


class UnitChoiceField(django_filters.fields.ModelChoiceField):
    """Units of the tree, each as deep as it stands."""

    def label_from_instance(self, obj):
        return "– " * (obj.depth - 1) + obj.name


class UnitChoiceFilter(django_filters.ModelChoiceFilter):
    field_class = UnitChoiceField


class UnitFilters(ListFilterSet):
    q = SearchFilter(field_name="search_text", label="Tìm theo tên, mã")
    kind = django_filters.ChoiceFilter(label="Loại", choices=UnitKind)
    tier = django_filters.ChoiceFilter(label="Cấp", choices=TIERS, method="of_tier")
    above = UnitChoiceFilter(
        label="Thuộc", queryset=lambda request: Unit.objects.territories(), method="below"
    )
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


class NumberFilters(ListFilterSet):
    q = SearchFilter(field_name="search_text", label="Tìm theo trích yếu")
    series = django_filters.ModelChoiceFilter(
        label="Sổ", queryset=lambda request: NumberSeries.objects.visible_to(request.desk)
    )
    year = django_filters.NumberFilter(label="Năm", field_name="series__year")

    class Meta:
        model = IssuedNumber
        fields = ["q", "series", "year"]
