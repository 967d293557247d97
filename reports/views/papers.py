"""Papers: what was printed from a record, printing it, the list of all, and the files themselves."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import DetailView

from core.lists import FilteredListView
from core.pages import part_or_page
from exemplars.models import Nomination
from reports.filters import PaperFilters
from reports.models import ARCHIVING, SOURCES, TO_BE_SIGNED, Paper, PaperKind, SignedCopy
from reports.papers.document import PaperError
from reports.papers.sources import OF_KIND, is_final, is_printable, kinds_of, may_print, visible_records
from reports.papers.typed_text import in_a_sentence
from reports.printing import NOTHING_TO_PRINT, ask_for
from reports.signatures.acting import part_of
from reports.signed_copies import may_attach
from reports.tables import PaperTable
from reports.views import files

MODELS = {model._meta.model_name: model for model in SOURCES.values()}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def record_in(request, kind, pk):
    """The record that papers are printed from; 404 for what the person may not see."""
    if kind not in OF_KIND:
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


@require_GET
def papers_about(request, about, pk):
    """All kinds of paper that a record gives: a part of its page, or a page of its own."""
    model = MODELS.get(about)
    if model is None:
        raise Http404
    record = get_object_or_404(model.objects.visible_to(request.desk), pk=pk)
    papers = Paper.objects.about(record).visible_to(request.desk).select_related("job", "asked_by")
    states = [_state(kind, record, papers, request.desk) for kind in kinds_of(record)]
    blocks = [
        (state["label"], render_to_string("reports/papers_of.html", state, request))
        for state in states
        if state["papers"] or state["job"] or state["may_ask"] or state["copies"] or state["attaches"]
    ]
    packs = isinstance(record, Nomination) and may_print(PaperKind.ACHIEVEMENT, record, request.desk)
    context = {"record": record, "blocks": blocks, "packs": packs}
    return part_or_page(request, "reports/papers_about", context)


def _answer(request, kind, record, *, refusal="", status=200):
    papers = Paper.objects.of(kind, record).visible_to(request.desk).select_related("job", "asked_by")
    context = _state(kind, record, papers, request.desk) | {"refusal": refusal}
    return part_or_page(request, "reports/papers_of", context, status)


def _state(kind, record, papers, desk):
    papers = [paper for paper in papers if paper.kind == kind]
    made = [paper for paper in papers if paper.made_at and not paper.replaced_at]
    job = next((paper.job for paper in papers if not paper.made_at), None)
    is_done = is_final(kind, record) and any(not paper.draft for paper in made)
    is_running = job is not None and not job.ended
    is_ready = is_printable(kind, record)
    label = PaperKind(kind).label
    copies = SignedCopy.objects.of(kind, record).select_related("uploaded_by").prefetch_related("signatures")
    return {
        "kind": kind,
        "label": label,
        "named": in_a_sentence(label),
        "record": record,
        "papers": made,
        "older": [paper for paper in papers if paper.replaced_at],
        "job": job,
        "is_running": is_running,
        "is_whole": is_final(kind, record) or kind in TO_BE_SIGNED,
        "copies": copies,
        "attaches": may_attach(kind, record, desk),
        "signs": is_done and part_of(kind, record, desk),
        "may_ask": is_ready and not is_done and not is_running and may_print(kind, record, desk),
        "hint": "" if is_ready else NOTHING_TO_PRINT,
    }


class PaperList(FilteredListView):
    template_name = "reports/paper_list.html"
    filterset_class, table_class = PaperFilters, PaperTable
    title = "Văn bản"
    lead = "Văn bản đã in từ hồ sơ trên cổng, kèm mã SHA-256 để đối chiếu."
    empty_title = "Chưa có văn bản nào"
    empty_text = "Văn bản được in từ trang của kế hoạch, hồ sơ, phiên họp, quyết định, tờ trình, báo cáo."
    export_what = "papers"

    def get_queryset(self):
        return Paper.objects.visible_to(self.request.desk).made().latest().for_table().order_by("-made_at")

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_archive=self.request.desk.has(*ARCHIVING), **kwargs)


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
    return files.send(paper.file, paper.filename, content_type="application/pdf", keep="tai" in request.GET)


@require_GET
def paper_word_file(request, pk):
    """The same paper for Word, for those who may see it."""
    paper = get_object_or_404(Paper.objects.visible_to(request.desk).made().exclude(word_file=""), pk=pk)
    return files.send(paper.word_file, paper.word_filename, content_type=WORD, keep=True)
