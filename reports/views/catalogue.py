"""The administrator's catalogue of papers: what there is, by which form, and a sample of each."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from core.administration import for_administrators
from core.calendar import today
from reports import pdf
from reports.catalogue import ENTRIES, grouped

OF_SLUG = {entry.slug: entry for entry in ENTRIES}


@require_safe
@for_administrators
def catalogue(request):
    context = {"groups": grouped(today()), "count": len(ENTRIES)}
    return render(request, "reports/catalogue.html", context)


@require_safe
@for_administrators
def sample(request, slug):
    """A sample of one paper, laid out now by what prints the real ones."""
    entry = OF_SLUG.get(slug)
    if entry is None:
        raise Http404
    response = HttpResponse(pdf.render(entry.document()), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, f"{entry.label} (mẫu).pdf")
    return response
