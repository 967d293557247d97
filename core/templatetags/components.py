"""Tags that the components are made of; built into every template."""

from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core import returning

register = template.Library()

HIDDEN = mark_safe('aria-hidden="true"')


@register.simple_tag
@lru_cache(maxsize=1000, typed=True)  # typed: a label that is safe to show is not the same text that is not
def icon(name, label="", css=""):
    """An icon of static/icons.svg; without a label it is hidden from screen readers."""
    seen = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html(
        '<svg class="icon {}" {}><use href="{}#{}"></use></svg>', css, seen, static("icons.svg"), name
    )


@register.simple_block_tag
def kept(content):
    """{% kept as menu %}…{% endkept %}: made once, to be shown in several places."""
    return content


@register.simple_tag(takes_context=True)
def with_return(context, address):
    """The address with the way back to the list (or page) that the person is working from."""
    return returning.with_return(str(address), context["request"])


@register.simple_tag(takes_context=True)
def return_field(context):
    """The hidden field by which a form hands the way back on."""
    address = returning.came_from(context["request"])
    if not address:
        return ""
    return format_html('<input type="hidden" name="{}" value="{}">', returning.FIELD, address)


@register.simple_tag(takes_context=True)
def return_address(context, default):
    """Where “Quay lại” leads: the list one came from, else `default` (an address)."""
    return returning.came_from(context["request"]) or default


@register.inclusion_tag("forms/section.html")
def form_section(form, names, title="", hint="", columns=1):
    """A titled group of the form's fields, `names` parted by spaces; fields the form lacks are left out."""
    fields = [form[name] for name in names.split() if name in form.fields]
    return {"fields": fields, "title": title, "hint": hint, "columns": columns}


@register.simple_tag
def page_numbers(page):
    """The page numbers to link to, None for a gap: 1 … 4 5 6 … 12."""
    gap = page.paginator.ELLIPSIS
    return [
        None if number == gap else number
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
