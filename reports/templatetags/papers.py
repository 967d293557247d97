"""What the templates of papers need and no page does."""

import re
from itertools import groupby

from django import template

from reports.papers.lettering import JOINER, NBSP

register = template.Library()

# 45/TTr-SKHCN, 91/2017/NĐ-CP, 20/4/2020; 34-CT/TW; 2021 - 2025
SYMBOL = re.compile(r"[^\s(“]*\d/\S*[^\s.,;:)”/]|\d+-[A-ZĐ]+/[A-ZĐ]+|\d+ - \d+")
JOINED = re.compile(r"[/-](?=.)")


@register.filter
def unbroken(text):
    """Text whose numbers and symbols stay on one line.

    Joiners, not elements with a style of their own: before such an element WeasyPrint now and then
    ends a line after its first word. A joiner leaves no trace in the text of the PDF.
    """
    return SYMBOL.sub(_joined, str(text))


def _joined(symbol):
    return JOINED.sub(rf"\g<0>{JOINER}", symbol[0]).replace(" ", NBSP)


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
