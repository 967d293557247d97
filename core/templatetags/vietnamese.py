"""Dates, money and prose as Vietnamese papers write them; built into every template."""

import datetime
import math

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from core.calendar import vietnamese_date
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
    """Typed text as HTML: blank lines part paragraphs, lines that start with “- ” make a list."""
    blocks = (block for block in paragraphs(text or "").split("\n\n") if block.strip())
    return mark_safe("".join(_block(block.strip("\n").split("\n")) for block in blocks))  # noqa: S308


def _block(rows):
    """One paragraph and the lists inside it, in the order they were typed."""
    parts, start = [], 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or _is_item(rows[end]) != _is_item(rows[start]):
            parts.append(_list(rows[start:end]) if _is_item(rows[start]) else _paragraph(rows[start:end]))
            start = end
    return "".join(parts)


def _is_item(row):
    return row.lstrip().startswith("- ")


def _list(rows):
    return format_html(
        "<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((row.lstrip()[2:],) for row in rows))
    )


def _paragraph(rows):
    return format_html("<p>{}</p>", mark_safe("<br>".join(conditional_escape(row) for row in rows)))  # noqa: S308
