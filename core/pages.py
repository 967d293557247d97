"""What views of all apps share in how they answer."""

import re

from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from core.returning import return_url


def numbers(texts):
    """The ids in what was sent; nothing that no id can be."""
    return [int(number) for text in texts for number in re.findall(r"\b[0-9]{1,18}\b", text)]


def posted(request):
    """What a form is bound to: the data of a POST, even when it is empty, and None for a page."""
    return request.POST if request.method == "POST" else None


def missing_reason(request, move):
    """What is said at the field when a move is sent without the reason that it needs; else ""."""
    is_sent_without = request.method == "POST" and not request.POST.get("note", "").strip()
    return "Hãy ghi rõ lý do." if move.needs_note and is_sent_without else ""


def confirm(request, *, title, text, action, back, danger=False, note_label="", fault="", **more):
    """The page that asks once more before it is posted to; with `note_label` it wants words for it.

    `fault` stands at the field of the words. `back`: where one goes who leaves it.
    """
    asked = {
        "title": title,
        "text": text,
        "url": request.path,
        "action": action,
        "back": return_url(request, back),
        "danger": danger,
        "note_label": note_label,
        "note_error": fault,
    }
    return render(request, "confirm_page.html", asked | more, status=422 if fault else 200)


def part_or_page(request, name, context, status=200):
    """`name`.html for htmx, which puts it into a page, and `name`_page.html for everybody else."""
    template = f"{name}.html" if request.htmx else f"{name}_page.html"
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


class PartialMixin:
    """Answers htmx with `partial_name`, and everybody else, Back and boosted links too, with the page."""

    partial_name = None

    def get_template_names(self):
        htmx = self.request.htmx
        if htmx and not htmx.boosted and not htmx.history_restore_request:
            return [self.partial_name]
        return super().get_template_names()

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response


class FormPageMixin:
    """For form views: 422 when the form does not validate, and after success back to where one came from."""

    template_name = "form_page.html"

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_success_url(self):
        return return_url(self.request, super().get_success_url())
