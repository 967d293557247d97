from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from awards import decisions
from awards.annulments import annullable, may_annul
from awards.filters import DecisionFilters
from awards.forms import DecisionForm, LinesForm
from awards.models import Annulment, AnnulmentStatus, Decision, DecisionStatus
from awards.tables import DecisionTable
from awards.views.offices import refuse_unless_standing, standing_unit
from core.calendar import today
from core.lists import FilteredListView
from core.moving import buttons, carry_out, make_move, without_note
from core.pages import numbers, posted
from core.returning import on_the_way
from core.workflow import TransitionError
from law.citing import warnings_about
from organizations import signing
from organizations.models import Role

DONE = {
    "submit": "Đã trình ký.",
    "give_back": "Đã trả lại dự thảo cho thường trực.",
    "sign": "Đã ký. Văn thư cấp số và ban hành.",
    "issue": "Đã cấp số và ban hành. Các đối tượng đã vào sổ khen thưởng.",
    "drop": "Đã hủy dự thảo. Hồ sơ trở lại danh sách chờ quyết định.",
}
ASKED = {
    "issue": "Số cấp theo thứ tự trong sổ, mang ngày hôm nay; các đối tượng vào sổ khen thưởng.",
    "drop": "Hồ sơ trong danh sách trở lại nơi chờ quyết định.",
}
LINES = 100  # of the list on one page
NOT_A_DRAFT = "Quyết định không còn là dự thảo, không sửa được nữa."


class DecisionList(FilteredListView):
    filterset_class, table_class = DecisionFilters, DecisionTable
    template_name = "awards/decision_list.html"
    title = "Quyết định khen thưởng"
    empty_title = "Chưa có quyết định nào"
    empty_text = "Thường trực Hội đồng soạn quyết định từ kết quả phiên họp."
    export_what = "decisions"

    def get_queryset(self):
        return Decision.objects.visible_to(self.request.desk).for_table().order_by("-issued_on", "-pk")

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def find(request, pk):
    found = Decision.objects.visible_to(request.desk).select_related("unit", "number__series", "session")
    return get_object_or_404(found, pk=pk)


def find_to_prepare(request, pk):
    decision = find(request, pk)
    refuse_unless_standing(request, decision.unit)
    return decision


@require_http_methods(["GET", "POST"])
def decision_new(request):
    """Choose what the decision gives, of what councils passed and this office may grant today."""
    unit = standing_unit(request)
    if request.method == "POST":
        return _draft(request, unit)
    offered = decisions.groups(decisions.decidable(unit))
    return render(request, "awards/decision_new.html", {"unit": unit, "groups": offered})


def _draft(request, unit):
    pks = numbers(request.POST.getlist("groups"))
    chosen = decisions.groups(decisions.decidable(unit).filter(pk__in=pks))
    try:
        decision = decisions.draft_decision(unit, chosen, desk=request.desk)
    except TransitionError as error:
        return _not_drafted(request, decisions.draft_naming(unit, pks), error)
    messages.success(request, "Đã soạn dự thảo. Mời xem lại nội dung và danh sách trước khi trình ký.")
    return redirect(on_the_way(decision, request))


def _not_drafted(request, earlier, error):
    """To the draft that names the dossiers already, as after a second press, else back to the choice."""
    if earlier:
        messages.info(request, "Các hồ sơ đã chọn đang ở dự thảo này, không soạn thêm bản nữa.")
        return redirect(on_the_way(earlier, request))
    messages.error(request, str(error))
    return redirect("awards:decision-new")


@require_GET
def decision_detail(request, pk):
    decision = find(request, pk)
    page = Paginator(decisions.lines_of(decision), LINES).get_page(request.GET.get("page"))
    context = {
        "decision": decision,
        "doubts": [] if decision.is_public else warnings_about(decision.legal_bases, today()),
        "page_obj": page,
        "lines": decisions.priced(decision, list(page)),
        "total": decisions.total_prize(decision),
        "annulled_count": decision.entries.exclude(annulled_on=None).count(),
        "moves": buttons(decision, request.desk, "awards:decision-move", ASKED),
        "edits": decision.status == DecisionStatus.DRAFT and request.desk.may(Role.STANDING, decision.unit),
        "annuls": may_annul(decision, request.desk) and annullable(decision).exists(),
        "annulments": Annulment.objects.visible_to(request.desk)
        .filter(decision=decision)
        .exclude(status=AnnulmentStatus.DROPPED)
        .for_table(),
        "reads_history": request.desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK) & {decision.unit_id},
        "history": decision.history,
    }
    return render(request, "awards/decision_detail.html", context)


@require_http_methods(["GET", "POST"])
def decision_edit(request, pk):
    decision = find_to_prepare(request, pk)
    if decision.status != DecisionStatus.DRAFT:
        messages.error(request, NOT_A_DRAFT)
        return redirect(decision)
    form = DecisionForm(posted(request), instance=decision)
    if request.method == "POST" and form.is_valid() and form.save_or_tell():
        decision.log("edit", desk=request.desk, label="Sửa dự thảo")
        messages.success(request, "Đã lưu dự thảo.")
        return redirect(on_the_way(decision, request))
    context = {"form": form, "title": "Sửa dự thảo quyết định", "cancel_url": decision.get_absolute_url()}
    return render(request, "awards/decision_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def decision_lines(request, pk):
    """Order of the list, who is taken off it, and who is added."""
    decision = find_to_prepare(request, pk)
    if decision.status != DecisionStatus.DRAFT:
        messages.error(request, NOT_A_DRAFT)
        return redirect(decision)
    if "add" in request.POST:
        return _add(request, decision)
    lines = decision.items.select_related("nomination__award", "nomination__unit")
    form = LinesForm(posted(request), lines=lines)
    if request.method == "POST" and form.is_valid():
        arrange = partial(
            decisions.arrange_lines,
            decision,
            orders=form.orders(),
            removed=form.removed(),
            desk=request.desk,
        )
        return carry_out(request, decision, arrange, "Đã lưu danh sách.", then=_lines_page(decision))
    context = {"decision": decision, "form": form, "addable": _addable(decision)}
    return render(request, "awards/decision_lines.html", context, status=422 if form.errors else 200)


def _addable(decision):
    return decisions.addable(decision).for_table().order_by("kind", "name_key", "pk")


def _add(request, decision):
    chosen = _addable(decision).filter(pk__in=numbers(request.POST.getlist("nominations")))
    add = partial(decisions.add_lines, decision, list(chosen), desk=request.desk)
    return carry_out(request, decision, add, "Đã thêm vào danh sách.", then=_lines_page(decision))


def _lines_page(decision):
    return reverse("awards:decision-lines", args=[decision.pk])


@require_http_methods(["GET", "POST"])
def decision_move(request, pk, verb):
    decision = find(request, pk)
    acts = {
        "submit": decisions.submit_decision,
        "drop": decisions.drop_decision,
        "sign": without_note(signing.sign),
        "issue": without_note(decisions.issue_decision),
    }
    return make_move(
        request, decision, verb, act=acts.get(verb), done=DONE.get(verb, ""), text=ASKED.get(verb, "")
    )
