"""Filters of list pages."""

import django_filters
from django import forms

from core.text import fold

LONGEST_SEARCH = 200  # letters; in an address each may take 15, and servers refuse addresses of 8.190


def matching(queryset, typed, column="search_text"):
    """Rows in whose folded text each of the words typed occurs, whatever the accents, case and đ."""
    for word in fold(typed or "").split():
        # Both sides are folded, so `contains` is enough, and PostgreSQL's trigram index serves it.
        queryset = queryset.filter(**{f"{column}__contains": word})
    return queryset


class SearchField(forms.CharField):
    """What is typed into a search box; more than fits there is left out."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONGEST_SEARCH, **kwargs)

    def to_python(self, value):
        return super().to_python(value)[:LONGEST_SEARCH]


class SearchFilter(django_filters.CharFilter):
    """The search box of a list."""

    field_class = SearchField

    def filter(self, queryset, value):
        return matching(queryset, value, self.field_name)


class YesNoFilter(django_filters.ChoiceFilter):
    """All, yes or no, for a true/false column."""

    VALUES = {"co": True, "khong": False}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, choices=[("co", "Có"), ("khong", "Không")], **kwargs)

    def filter(self, queryset, value):
        return super().filter(queryset, self.VALUES.get(value, value))


class ListFilterSet(django_filters.FilterSet):
    """The filter row of a list; subclasses add fields, and may point `q` at another folded column."""

    q = SearchFilter(field_name="search_text", label="Tìm theo tên")
