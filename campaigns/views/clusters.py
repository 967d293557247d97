"""Clusters of a year: the list, the page, forming, the contract, ranking."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import CreateView

from campaigns import clusters
from campaigns.cross_scoring import may_settle, pairs
from campaigns.filters import ClusterFilters, ClusterResultFilters
from campaigns.forms.cluster import ClusterForm, ClusterYearForm, ContractForm, PointLineRows
from campaigns.models import ClusterMember, ClusterStatus, ClusterYear, ScoreSheet, TieRule
from campaigns.models.cluster import RESULTS
from campaigns.tables import ClusterResultTable, ClusterTable
from campaigns.views.standing import StandingOfficeOnly
from core.lists import FilteredListView
from core.moving import ask, carry_out
from core.pages import FormPageMixin, missing_reason, posted
from core.returning import on_the_way, return_url
from core.workflow import Collision
from organizations.models import Role

DONE = {
    "open": "Đã mở chấm điểm. Thủ trưởng các đơn vị thành viên chấm và gửi phiếu.",
    "rank": "Đã tính điểm và xếp hạng.",
    "reopen": "Đã mở lại chấm điểm; kết quả cũ không còn.",
    "close": "Đã công nhận kết quả.",
}
QUESTIONS = {
    "open": "Bảng điểm và thành viên không sửa được nữa.",
    "rank": "Điểm từng nội dung là điểm thống nhất, hoặc trung bình điểm của các đơn vị khác.",
    "reopen": "Kết quả xếp hạng sẽ bị bỏ; các phiếu đã gửi còn nguyên.",
    "close": "Kết quả được giữ nguyên từ nay và là căn cứ khi đề nghị tặng cờ thi đua.",
}
DOORS = {"rank": clusters.rank_year, "reopen": clusters.reopen}


class ClusterList(FilteredListView):
    filterset_class, table_class = ClusterFilters, ClusterTable
    template_name = "campaigns/cluster_list.html"
    title = "Cụm, khối thi đua"
    lead = "Các đơn vị ký giao ước, chấm điểm chéo và xếp hạng hằng năm."
    empty_title = "Chưa có cụm, khối nào"
    empty_text = "Thường trực Hội đồng lập cụm, khối; đơn vị thành viên thấy ở đây."
    export_what = "clusters"

    def get_queryset(self):
        return ClusterYear.objects.visible_to(self.request.desk).for_table()

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_add=self.request.desk.has(Role.STANDING), **kwargs)


class ClusterResultList(FilteredListView):
    """Ranked members of all years: who led which cluster when."""

    filterset_class, table_class = ClusterResultFilters, ClusterResultTable
    title = "Kết quả xếp hạng cụm, khối thi đua"
    empty_title = "Chưa có kết quả nào"
    empty_text = "Kết quả hiện ra ở đây khi cụm, khối được xếp hạng."
    export_what = "cluster-results"

    def get_queryset(self):
        return ClusterMember.objects.ranked().visible_to(self.request.desk).for_table()


class ClusterNew(StandingOfficeOnly, FormPageMixin, CreateView):
    form_class = ClusterForm
    template_name = "campaigns/cluster_new.html"
    extra_context = {"title": "Lập cụm, khối thi đua", "save_label": "Tiếp tục"}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"desk": self.request.desk}

    def form_valid(self, form):
        with transaction.atomic():
            cluster = form.save()
            year = ClusterYear.objects.create(cluster=cluster, year=form.cleaned_data["year"])
            year.log("create", desk=self.request.desk, label="Lập cụm, khối thi đua", after=year.status)
        return redirect(on_the_way(reverse("campaigns:cluster-edit", args=[year.pk]), self.request))


def seen_year(request, pk):
    years = ClusterYear.objects.visible_to(request.desk).select_related("cluster__office")
    return get_object_or_404(years, pk=pk)


def kept_year(request, pk):
    """404 for what one may not see, 403 for what another office keeps."""
    year = seen_year(request, pk)
    if not request.desk.may(Role.STANDING, year.unit):
        raise PermissionDenied("Việc này do thường trực Hội đồng của cơ quan tổ chức cụm, khối thực hiện.")
    return year


@require_safe
def cluster_page(request, pk):
    year, desk = seen_year(request, pk), request.desk
    members = list(year.members.select_related("unit"))
    has_results = year.status in RESULTS
    context = {
        "year": year,
        "members": sorted(members, key=lambda row: (row.rank, row.order)) if has_results else members,
        "has_results": has_results,
        "has_ties": any(row.tie_note for row in members),
        "rules": [TieRule(rule).label for rule in year.tie_rules],
        "lines": year.lines.all(),
        "sheets": _own_sheets(year, desk),
        "missing": clusters.missing_words(year) if year.status == ClusterStatus.SCORING else "",
        "may_settle": year.status == ClusterStatus.SCORING and may_settle(year, desk),
        "may_edit": year.status == ClusterStatus.FORMING and desk.may(Role.STANDING, year.unit),
        "may_follow": has_results and desk.may(Role.STANDING, year.unit),
        "moves": [_button(year, verb, move) for verb, move in year.open_moves(desk).items()],
        "history": year.history,
    }
    return render(request, "campaigns/cluster_detail.html", context)


def _own_sheets(year, desk):
    """[(scorer, scored, state)] of the sheets that the person's units are asked for."""
    if year.status != ClusterStatus.SCORING:
        return []
    kept = {
        (scorer, scored): sent_at
        for scorer, scored, sent_at in ScoreSheet.objects.filter(scorer__cluster_year=year).values_list(
            "scorer", "scored", "sent_at"
        )
    }
    mine = [(scorer, scored) for scorer, scored in pairs(year) if scorer.is_kept_by(desk)]
    return [(scorer, scored, _state(kept, scorer, scored)) for scorer, scored in mine]


def _state(kept, scorer, scored):
    """ "todo", "draft" or "sent"."""
    key = (scorer.pk, scored.pk)
    return "todo" if key not in kept else "sent" if kept[key] else "draft"


def _button(year, verb, move):
    name, args = ("cluster-contract", []) if verb == "contract" else ("cluster-move", [verb])
    return {"move": move, "url": reverse(f"campaigns:{name}", args=[year.pk, *args])}


@never_cache  # Back would bring an old version
@require_http_methods(["GET", "HEAD", "POST"])
def cluster_edit(request, pk):
    year = kept_year(request, pk)
    if year.status != ClusterStatus.FORMING:
        messages.error(request, "Cụm, khối đã ký giao ước; thành viên và bảng điểm không sửa được nữa.")
        return redirect(year)
    data = posted(request)
    form = ClusterYearForm(data, instance=year)
    saved = [dict(row) for row in year.lines.values("group", "text", "kind", "max_points")]
    rows = PointLineRows(data, prefix="lines", initial=saved if data is None else None)
    if data is not None and form.is_valid() and rows.is_valid() and _save(request, year, form, rows):
        messages.success(request, "Đã lưu thành viên và bảng điểm.")
        again = "more" in data
        return redirect(f"{request.path}#bang-diem" if again else return_url(request, year))
    context = {"year": year, "form": form, "rows": rows, "title": "Thành viên, bảng điểm"}
    status = 422 if data is not None else 200
    return render(request, "campaigns/cluster_edit.html", context, status=status)


def _save(request, year, form, rows):
    lines = [row.save(commit=False) for row in rows.filled()]
    for order, line in enumerate(lines, start=1):
        line.cluster_year, line.order = year, order
    try:
        seen = form.cleaned_data["version"] or 0
        clusters.save_year(year, seats=form.seats(), lines=lines, seen=seen, desk=request.desk)
    except Collision:
        form.tell_collision()
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def contract(request, pk):
    year = kept_year(request, pk)
    members = list(year.members.select_related("unit"))
    data = posted(request)
    form = ContractForm(data, members=members, initial={"contract": year.contract})
    if data is not None and form.is_valid():
        sign = partial(
            clusters.sign_contract,
            year,
            desk=request.desk,
            on=form.cleaned_data["signed_on"],
            contract=form.cleaned_data["contract"],
            signers=form.signers(),
        )
        return carry_out(request, year, sign, "Đã ghi việc ký giao ước thi đua.", then=year)
    context = {"year": year, "form": form, "title": "Ký giao ước thi đua"}
    return render(
        request, "campaigns/cluster_contract.html", context, status=422 if data is not None else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def cluster_move(request, pk, verb):
    """Asks on GET, moves on POST."""
    if verb not in DONE:
        raise Http404
    year = kept_year(request, pk)
    move, note = year.MOVES[verb], request.POST.get("note", "").strip()
    fault = missing_reason(request, move) or _why_ranked_without(request, year, verb, note)
    if request.method == "POST" and not fault:
        door = partial(DOORS[verb], year) if verb in DOORS else partial(year.move, verb)
        return carry_out(request, year, partial(door, desk=request.desk, note=note), DONE[verb], then=year)
    needs_words = move.needs_note or (verb == "rank" and clusters.missing_words(year))
    label = "Lý do" if needs_words else ""
    return ask(request, year, move, text=fault or QUESTIONS[verb], fault=fault, note_label=label)


def _why_ranked_without(request, year, verb, note):
    """What is said at the field when sheets are missing and no reason is given; else ""."""
    if request.method != "POST" or verb != "rank" or note or year.status != ClusterStatus.SCORING:
        return ""
    missing = clusters.missing_words(year)
    return missing and f"{missing} {clusters.WHY_RANKED}"


@require_POST
def follow_on(request, pk):
    year = kept_year(request, pk)
    after = clusters.follow_on(year, desk=request.desk)
    messages.success(request, f"Đã lập {after}. Mời xem lại thành viên, chọn đơn vị trưởng.")
    return redirect(after)
