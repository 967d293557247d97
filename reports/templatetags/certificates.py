"""What the templates of certificates need and no page does."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.filter
def mm(number):
    """A length as CSS writes it, whatever the page's language."""
    return f"{float(number):.2f}mm"


@register.simple_tag
def grid(size):
    """Millimetre paper over the whole sheet, with numbers at each centimetre."""
    width, height = size
    fine = _lines(width, height, range(1, width), range(1, height))
    bold = _lines(width, height, range(0, width, 10), range(0, height, 10))
    numbers = [f'<text x="{at + 0.4}" y="3">{at}</text>' for at in range(10, width, 10)]
    numbers += [f'<text x="0.6" y="{at - 0.5}">{at}</text>' for at in range(10, height, 10)]
    return format_html(
        '<svg class="grid" viewBox="0 0 {} {}" fill="none" stroke="#9db4c8" font-size="2.6">'
        '<path stroke-width=".04" d="{}"/><path stroke-width=".14" d="{}"/>'
        '<g fill="#5f7486" stroke="none" font-family="Tinos">{}</g></svg>',
        width,
        height,
        fine,
        bold,
        mark_safe("".join(numbers)),  # noqa: S308  numbers alone
    )


def _lines(width, height, columns, rows):
    return "".join([*(f"M{x} 0V{height}" for x in columns), *(f"M0 {y}H{width}" for y in rows)])
