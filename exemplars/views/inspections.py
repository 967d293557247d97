"""Inspection rounds: planned by the standing office, carried out by their team."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.filters import LONGEST_SEARCH, matching
from core.lists import FilteredListView
from core.moving import attempt, buttons, make_move
from core.pages import posted
from core.returning import on_the_way
from core.workflow import TransitionError
from exemplars import inspections
from exemplars.filters import RoundFilters
from exemplars.forms.inspection import PickForm, RoundForm
from exemplars.models import InspectionRound, RoundStatus, Visit
from exemplars.models.visit import WRITABLE
from exemplars.proposing import proposals, reasons
from exemplars.tables import RoundTable
from exemplars.views.acting import back
from organizations.models import Role

OFFERED = 40  # exemplars shown at once, the most urgent; the others are found by the search
DONE = {
    "call": "Đã triệu tập đoàn. Các chuyến đi hiện ở “Việc của tôi” của từng thành viên.",
    "close": "Đã kết thúc đợt kiểm tra.",
    "cancel": "Đã hủy đợt kiểm tra.",
}
ASKED = {
    "call": "Từng thành viên thấy chuyến đi ở “Việc của tôi” và viết được biên bản.",
    "close": "Sau đó không thêm chuyến, không viết biên bản được nữa.",
    "cancel": "Các chuyến chưa đi được ghi là không đi.",
}


class RoundList(FilteredListView):
    filterset_class, table_class = RoundFilters, RoundTable
    template_name = "exemplars/round_list.html"
    title = "Đợt kiểm tra điển hình"
    empty_title = "Chưa có đợt kiểm tra nào"
    empty_text = "Thường trực Hội đồng bấm “Lập đợt kiểm tra”, cử đoàn rồi chọn điển hình cần đến xem."

    def get_queryset(self):
        return InspectionRound.objects.visible_to(self.request.desk).for_table()

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def _seen(request, pk):
    seen = InspectionRound.objects.visible_to(request.desk).select_related("unit", "plan")
    return get_object_or_404(seen, pk=pk)


def _prepared(request, pk):
    """The round, for a page by which the standing office changes it; 403 for others who see it."""
    inspection = _seen(request, pk)
    if not request.desk.may(Role.STANDING, inspection.unit):
        raise PermissionDenied
    return inspection


@require_safe
def round_page(request, pk):
    inspection = _seen(request, pk)
    is_standing = request.desk.may(Role.STANDING, inspection.unit)
    visits = list(inspection.visits.for_table())
    context = {
        "inspection": inspection,
        "members": inspection.members.select_related("user"),
        "visits": visits,
        "left": sum(visit.status in WRITABLE for visit in visits),
        "edits": is_standing and inspection.is_open,
        "drops": is_standing and inspection.status == RoundStatus.DRAFT,
        "moves": buttons(inspection, request.desk, "exemplars:round-move", ASKED),
        "history": inspection.history,
    }
    return render(request, "exemplars/round_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request):
    units = [unit for unit in request.desk.units(Role.STANDING) if unit.exists_on(request.desk.on)]
    if not units:
        raise PermissionDenied
    form = RoundForm(posted(request), unit=units[0], desk=request.desk)
    if request.method == "POST" and form.is_valid():
        inspection = inspections.begin_round(
            form.instance, form.team(), desk=request.desk, request_id=form.cleaned_data["request_id"]
        )
        messages.success(request, "Đã lập đợt kiểm tra. Chọn điển hình cần đến xem.")
        return redirect(on_the_way("exemplars:round-pick", request, inspection.pk))
    return _form(request, form, "Lập đợt kiểm tra", reverse("exemplars:rounds"))


@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request, pk):
    inspection = _prepared(request, pk)
    if not inspection.is_open:
        messages.error(request, "Đợt kiểm tra đã kết thúc hoặc đã hủy, không sửa được nữa.")
        return redirect(inspection)
    form = RoundForm(posted(request), instance=inspection, unit=inspection.unit, desk=request.desk)
    if request.method == "POST" and form.is_valid() and _saved(form, request.desk):
        messages.success(request, "Đã lưu đợt kiểm tra.")
        return back(request, inspection)
    return _form(request, form, "Sửa đợt kiểm tra", inspection.get_absolute_url())


@transaction.atomic
def _saved(form, desk):
    if not form.save_or_tell():
        return False
    inspections.set_team(form.instance, form.team())
    form.instance.log("edit", desk=desk, label="Sửa đợt kiểm tra")
    return True


def _form(request, form, title, cancel_url):
    context = {"form": form, "title": title, "cancel_url": cancel_url}
    return render(request, "exemplars/round_form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def round_pick(request, pk):
    """Exemplars in the order in which they should be looked at, each with the reasons, to be chosen."""
    inspection = _prepared(request, pk)
    if not inspection.is_open:
        messages.error(request, "Đợt kiểm tra đã kết thúc hoặc đã hủy, không thêm được nữa.")
        return redirect(inspection)
    on = request.desk.on
    offered = proposals(inspection, on)
    form = PickForm(
        posted(request),
        inspection=inspection,
        offered=offered,
        initial={"planned_on": inspections.first_day(inspection)},
    )
    if request.method == "POST" and form.is_valid():
        count = _picked(inspection, form, request.desk)
        messages.success(request, f"Đã thêm {count} chuyến vào đợt kiểm tra.")
        return redirect(on_the_way("exemplars:round", request, inspection.pk))
    typed = request.GET.get("q", "")[:LONGEST_SEARCH]
    found = matching(offered, typed)
    context = {
        "inspection": inspection,
        "form": form,
        "q": typed,
        "rows": [(exemplar, list(reasons(exemplar, on))) for exemplar in found[:OFFERED]],
        "more": max(0, found.count() - OFFERED),
        "chosen": set(request.POST.getlist("exemplars")),
    }
    return render(request, "exemplars/round_pick.html", context, status=422 if form.errors else 200)


def _picked(inspection, form, desk):
    chosen = form.cleaned_data
    try:
        return inspections.pick(inspection, chosen["exemplars"], planned_on=chosen["planned_on"], desk=desk)
    except TransitionError:  # the round ended a moment ago: its page says so
        return 0


@require_POST
def visit_unpick(request, pk):
    visits = Visit.objects.visible_to(request.desk).for_table()
    visit = get_object_or_404(visits, pk=pk)
    if not request.desk.may(Role.STANDING, visit.office):
        raise PermissionDenied
    attempt(request, inspections.unpick, f"Đã bỏ “{visit}” khỏi đợt kiểm tra.", visit, desk=request.desk)
    return back(request, visit.round)


@require_http_methods(["GET", "HEAD", "POST"])
def round_move(request, pk, verb):
    inspection = _seen(request, pk)
    act = inspections.ACTS.get(verb)
    return make_move(request, inspection, verb, act=act, done=DONE.get(verb, ""), text=ASKED.get(verb, ""))
