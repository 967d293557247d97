"""Dates, money and prose as Vietnamese papers write them; built into every template."""

import datetime
import math
from itertools import groupby

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from core.calendar import vietnamese_date
from core.emphasis import emphasized, is_table_row, signed, table_cells
from core.text import paragraphs

register = template.Library()


def _local(moment):
    is_aware = isinstance(moment, datetime.datetime) and timezone.is_aware(moment)
    return timezone.localtime(moment) if is_aware else moment


@register.filter
def ngay(day):
    """05/02/2026."""
    return f"{_local(day):%d/%m/%Y}" if day else ""


@register.filter
def ngay_gio(moment):
    """14:05 ngày 05/02/2026."""
    return f"{_local(moment):%H:%M ngày %d/%m/%Y}" if moment else ""


@register.filter
def ngay_chu(day):
    """The long form: ngày 05 tháng 02 năm 2026."""
    return vietnamese_date(_local(day)) if day else ""


@register.filter
def so(number):
    """1.234; decimals, where there are any, after a comma."""
    if number is None or number == "":
        return ""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


@register.filter
def khoang(duration):
    """Roughly how long: khoảng 40 giây, khoảng 3 phút, khoảng 2 giờ; tens of seconds, never none of them."""
    seconds = duration.total_seconds()
    if seconds < 60:
        return f"khoảng {max(10, math.ceil(seconds / 10) * 10)} giây"
    if seconds < 3600:
        return f"khoảng {math.ceil(seconds / 60)} phút"
    return f"khoảng {math.ceil(seconds / 3600)} giờ"


def percent(part, whole):
    """“46,2%”, “100%”: rounded half up to one decimal by whole numbers; "" of nothing."""
    if not whole:
        return ""
    units, tenth = divmod((2000 * part + whole) // (2 * whole), 10)
    return f"{units},{tenth}%" if tenth else f"{units}%"


@register.filter
def dong(amount):
    """1.800.000 đồng; nothing when there is no amount."""
    return f"{so(amount)} đồng" if amount or amount == 0 else ""


@register.filter
def prose(text):
    """Typed text as HTML: blank lines part paragraphs, lines that start with “- ” make a list.

    Lines between bars make a table; **words** are bold and *words* italic.
    """
    blocks = (block for block in paragraphs(text or "").split("\n\n") if block.strip())
    return mark_safe("".join(_block(block.strip("\n").split("\n")) for block in blocks))  # noqa: S308


def _block(rows):
    """One paragraph, the lists and the tables in it, in the order they were typed."""
    return "".join(SHAPES[shape](list(alike)) for shape, alike in groupby(rows, key=_shape))


def _shape(row):
    return "table" if is_table_row(row) else "list" if row.lstrip().startswith("- ") else "paragraph"


def _list(rows):
    return format_html(
        "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((_words(row.lstrip()[2:]),) for row in rows))
    )


def _paragraph(rows):
    return format_html("<p>{}</p>", mark_safe("<br>".join(map(_words, rows))))  # noqa: S308


def _table(rows):
    head, *body = table_cells(rows) or [[]]
    lines = format_html_join("", "<tr>{}</tr>", ((_cells("td", cells),) for cells in body))
    return format_html(TABLE, _cells("th", head), lines)


def _cells(tag, cells):
    return format_html_join("", f"<{tag}>{{}}</{tag}>", ((emphasized(cell),) for cell in cells))


def _words(row):
    return emphasized(signed(row))


TABLE = (
    '<div class="table-wrap table-wrap-scroll"><table class="table">'
    "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
)
SHAPES = {"table": _table, "list": _list, "paragraph": _paragraph}
