"""What the templates of papers need and no page does."""

import re
from itertools import groupby

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

register = template.Library()

# 45/TTr-SKHCN, 91/2017/NĐ-CP, 20/4/2020; 34-CT/TW; 2021 - 2025
SYMBOL = re.compile(r"[^\s(“]*\d/[^\s&]*[^\s&.,;:)”/]|\d+-[A-ZĐ]+/[A-ZĐ]+|\d+ - \d+")


@register.filter
def unbroken(text):
    """Escaped text whose numbers and symbols are never broken at “/” or “-”."""
    escaped = SYMBOL.sub(r'<span class="unbroken">\g<0></span>', str(conditional_escape(text)))
    return mark_safe(escaped)  # noqa: S308 - escaped in the line above


@register.filter
def shares(columns):
    """Widths of the columns in per cent of the table."""
    whole = sum(column.width for column in columns)
    return [f"{100 * column.width / whole:.3f}" for column in columns]


@register.filter
def head_rows(columns):
    """The head's rows as lists of (title, colspan, rowspan): two rows where columns share a head."""
    if not any(column.over for column in columns):
        return [[(column.title, 1, 1) for column in columns]]
    upper, lower = [], []
    for over, group in groupby(columns, key=lambda column: column.over or column):
        group = list(group)
        if isinstance(over, str):
            upper.append((over, len(group), 1))
            lower += [(column.title, 1, 1) for column in group]
        else:
            upper.append((over.title, 1, 2))
    return [upper, lower]


@register.filter
def aligned(row, columns):
    """(cell, alignment) for each cell of a row."""
    return [(cell, column.align) for cell, column in zip(row.cells, columns, strict=True)]
