"""Filters of list pages."""

import django_filters
from django import forms

from core.calendar import today
from core.text import words

YEARS_BACK = 12
LONGEST_SEARCH = 200  # letters; in an address each may take 15, and servers refuse addresses of 8.190


def matching(queryset, typed, column="search_text"):
    """Rows in which each word typed begins a word of a SearchTextField, whatever the accents, case and đ.

    All of them when nothing is typed, none when it is signs alone.
    """
    wanted = words(typed or "")
    if typed and typed.strip() and not wanted:
        return queryset.none()
    for word in wanted:
        # Both sides are folded, so `contains` is enough, and PostgreSQL's trigram index serves it.
        queryset = queryset.filter(**{f"{column}__contains": f" {word}"})
    return queryset


class SearchField(forms.CharField):
    """What is typed into a search box; more than fits there is left out."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST_SEARCH, **kwargs)

    def to_python(self, value):
        return super().to_python(value)[:LONGEST_SEARCH]


class SearchFilter(django_filters.CharFilter):
    """The search box of a list; its label says what is looked through."""

    field_class = SearchField

    def __init__(self, field_name="search_text", **kwargs):
        super().__init__(field_name, **kwargs)

    def filter(self, queryset, value):
        return matching(queryset, value, self.field_name)


class YesNoFilter(django_filters.ChoiceFilter):
    """All, yes or no, for a true/false column."""

    VALUES = {"co": True, "khong": False}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, choices=[("co", "Có"), ("khong", "Không")], **kwargs)

    def filter(self, queryset, value):
        return super().filter(queryset, self.VALUES.get(value, value))


def recent_years():
    """This year and those before it, twelve in all."""
    return [(year, str(year)) for year in range(today().year, today().year - YEARS_BACK, -1)]


class RecentYear(django_filters.ChoiceFilter):
    """The year of a day, chosen from the recent ones."""

    def __init__(self, field_name, **kwargs):
        super().__init__(field_name, lookup_expr="year", choices=recent_years, **kwargs)


class ListFilterSet(django_filters.FilterSet):
    """The filter row of a list; subclasses add fields, and say so if `q` looks through more than names."""

    q = SearchFilter(label="Tìm theo tên")
