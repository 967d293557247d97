"""The first pages of a draft: a picture beside its form, or a PDF in a window of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from core.workflow import TransitionError
from reports.papers.document import PaperError
from reports.previews import DRAFTS, TYPED, BusyError, alone, drafts_of, preview, type_into

BUSY = "Đang dàn trang một bản khác, mời bấm lại sau giây lát."


@require_http_methods(["GET", "POST"])
def paper_preview(request, kind, pk):
    """The draft as saved, or, POSTed with its form, as typed; `?anh=1` for a picture instead of a PDF."""
    if kind not in DRAFTS or (request.method == "POST" and kind not in TYPED):
        raise Http404
    record = get_object_or_404(drafts_of(kind, request.desk), pk=pk)
    if request.method == "POST":
        type_into(kind, record, request.POST)
    try:
        with alone(request.user):
            return _answer(preview(kind, record), "anh" in request.GET)
    except BusyError:
        return _sentence(BUSY, 429)
    except (PaperError, TransitionError) as error:
        return _sentence(str(error), 422)


def _answer(made, as_picture):
    kind = "image/png" if as_picture else "application/pdf"
    response = HttpResponse(made.picture() if as_picture else made.pdf, content_type=kind)
    response["X-Preview"] = "whole" if made.is_whole else "first-pages"
    response["Cache-Control"] = "private, no-store"
    return response


def _sentence(text, status):
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
