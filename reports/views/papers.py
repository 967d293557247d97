"""Papers: what was printed from a record, printing it, the list of all, and the files themselves."""

from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import DetailView

from core.lists import FilteredListView
from reports.filters import PaperFilters
from reports.models import Paper, PaperKind
from reports.papers.document import PaperError
from reports.papers.sources import is_final, is_printable, may_print, visible_records
from reports.printing import NOTHING_TO_PRINT, ask_for
from reports.tables import PaperTable


def record_in(request, kind, pk):
    """The record that papers are printed from; 404 for what the person may not see."""
    if kind not in PaperKind.values:
        raise Http404
    return get_object_or_404(visible_records(kind, request.desk), pk=pk)


@require_GET
def papers_of(request, kind, pk):
    """What was printed of a record, and the button: a part of its page, or a page of its own."""
    return _answer(request, kind, record_in(request, kind, pk))


@require_POST
def print_paper(request, kind, pk):
    """Ask for the paper; pressed twice, the second press shows the one being made."""
    record = record_in(request, kind, pk)
    if not may_print(kind, record, request.desk):
        raise PermissionDenied
    try:
        ask_for(kind, record, by=request.user)
    except PaperError as error:
        return _answer(request, kind, record, refusal=str(error), status=422)
    if request.htmx:
        return _answer(request, kind, record)
    return redirect(reverse("reports:papers-of", args=[kind, pk]))


def _answer(request, kind, record, *, refusal="", status=200):
    template = "reports/papers_of.html" if request.htmx else "reports/papers_of_page.html"
    context = _state(kind, record, request.desk) | {"refusal": refusal}
    response = render(request, template, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _state(kind, record, desk):
    papers = list(Paper.objects.of(kind, record).visible_to(desk).select_related("job", "asked_by"))
    made = [paper for paper in papers if paper.made_at]
    job = next((paper.job for paper in papers if not paper.made_at), None)
    is_done = is_final(kind, record) and any(not paper.draft for paper in made)
    is_running = job is not None and not job.ended
    is_ready = is_printable(kind, record)
    return {
        "kind": kind,
        "label": PaperKind(kind).label,
        "record": record,
        "papers": made,
        "job": job,
        "is_running": is_running,
        "is_final": is_final(kind, record),
        "may_ask": is_ready and not is_done and not is_running and may_print(kind, record, desk),
        "hint": "" if is_ready else NOTHING_TO_PRINT,
    }


class PaperList(FilteredListView):
    filterset_class, table_class = PaperFilters, PaperTable
    title = "Văn bản"
    lead = "Văn bản đã in từ hồ sơ trên cổng, kèm mã SHA-256 để đối chiếu."
    empty_title = "Chưa có văn bản nào"
    empty_text = "Văn bản được in từ trang của kế hoạch, phiên họp, quyết định, tờ trình, báo cáo."
    export_what = "papers"

    def get_queryset(self):
        return Paper.objects.visible_to(self.request.desk).made().for_table().order_by("-made_at")


class PaperDetail(DetailView):
    template_name = "reports/paper_detail.html"

    def get_queryset(self):
        return Paper.objects.visible_to(self.request.desk).for_table()

    def get_context_data(self, **kwargs):
        paper = self.object
        facts = [
            ("Loại", paper.get_kind_display()),
            ("Cơ quan", paper.unit),
            ("Số trang", paper.pages),
            ("Dung lượng", f"{-(-paper.size // 1024)} KB" if paper.size else None),
            ("Người yêu cầu in", paper.asked_by),
        ]
        return super().get_context_data(facts=facts, **kwargs)


@require_GET
def paper_file(request, pk):
    """The file, for those who may see the paper; `?tai=1` to keep it instead of reading it."""
    paper = get_object_or_404(Paper.objects.visible_to(request.desk).made(), pk=pk)
    keep = "tai" in request.GET
    if settings.MEDIA_BY_PROXY:
        return _by_proxy(paper, keep)
    try:
        content = paper.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(content, as_attachment=keep, filename=paper.filename, content_type="application/pdf")


def _by_proxy(paper, keep):
    """The proxy reads the file by itself; what it is told is seen by nobody else."""
    response = HttpResponse(content_type="application/pdf")
    response["X-Accel-Redirect"] = f"{settings.MEDIA_URL}{quote(paper.file.name)}"
    response["Content-Disposition"] = content_disposition_header(keep, paper.filename)
    return response
