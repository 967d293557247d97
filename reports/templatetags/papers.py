"""What the templates of papers need and no page does."""

from django import template

from core import emphasis
from reports.papers.lettering import unbroken

register = template.Library()
register.filter(unbroken)


@register.filter
def emphasized(text):
    """Typed text, its symbols unbroken, its bold and italic words as they were marked."""
    return emphasis.emphasized(unbroken(text))


@register.filter
def shares(columns):
    """Widths of the columns in per cent of the table."""
    whole = sum(column.width for column in columns)
    return [f"{100 * column.width / whole:.3f}" for column in columns]


@register.filter
def aligned(row, columns):
    """(cell, alignment) for each cell of a row."""
    return [(cell, column.align) for cell, column in zip(row.cells, columns, strict=True)]
