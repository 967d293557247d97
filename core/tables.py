"""Columns of list tables; the STT column and the cards on a telephone come from components/table.html."""

import django_tables2 as tables
from django.utils.html import format_html

from core.returning import with_return
from core.templatetags.vietnamese import ngay, so


def _attrs(css):
    return {"th": {"class": css}, "td": {"class": css}}


class MainColumn(tables.Column):
    """What the row is called, linked to its page, which knows the way back to this list."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, attrs=kwargs.pop("attrs", _attrs("cell-main")), **kwargs)

    def render(self, value, record, table):
        return format_html(
            '<a href="{}">{}</a>', with_return(record.get_absolute_url(), table.request), value
        )

    def value(self, value):
        return value


class StatusColumn(tables.Column):
    """The state as a chip with the state's own word in it."""

    def render(self, record, bound_column):
        field = bound_column.accessor
        return chip(getattr(record, field), getattr(record, f"get_{field}_display")())


class DayColumn(tables.Column):
    """dd/mm/yyyy."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, attrs=kwargs.pop("attrs", _attrs("date")), **kwargs)

    def render(self, value):
        return ngay(value)


class NumberColumn(tables.Column):
    """1.234, to the right."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, attrs=kwargs.pop("attrs", _attrs("num")), **kwargs)

    def render(self, value):
        return so(value)


def chip(status, label):
    return format_html('<span class="chip chip-{}">{}</span>', status, label)
