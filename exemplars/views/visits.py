"""Visits on the spot: the list, the record, and what the standing office says to it."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.lists import FilteredListView
from core.moving import attempt, buttons, make_move
from core.pages import confirm, posted
from core.returning import return_url
from core.stored_files import shown
from core.templatetags.vietnamese import ngay, ngay_gio
from exemplars.filters import VisitFilters
from exemplars.forms.inspection import PlannedDayForm
from exemplars.models import Verdict, Visit, VisitPhoto, VisitStatus
from exemplars.models.visit import TO_WRITE
from exemplars.tables import VisitTable
from exemplars.views.acting import back
from exemplars.views.tabs import Tabbed
from exemplars.visits import remove_photo
from organizations.models import Role

DONE = {
    "accept": "Đã chấp nhận biên bản.",
    "give_back": "Đã trả biên bản để đoàn bổ sung.",
    "cancel": "Đã ghi là không đi.",
}
ASKED = {
    "accept": "Sau đó biên bản không sửa được nữa và đơn vị xem được.",
    "give_back": "Đoàn kiểm tra sửa rồi gửi lại.",
    "cancel": "Chuyến này thôi không đi.",
}


class VisitList(Tabbed, FilteredListView):
    filterset_class, table_class = VisitFilters, VisitTable
    template_name = "exemplars/visit_list.html"
    title = "Kiểm tra, kiểm chứng điển hình"
    empty_title = "Chưa có chuyến kiểm tra nào"
    empty_text = "Thường trực Hội đồng lập đợt kiểm tra rồi chọn điển hình cần đến xem."
    export_what = "visits"

    def get_queryset(self):
        return Visit.objects.visible_to(self.request.desk).for_table().order_by("-planned_on")


def seen_visit(request, pk):
    return get_object_or_404(Visit.objects.visible_to(request.desk).for_table(), pk=pk)


@require_safe
def visit_page(request, pk):
    visit, desk = seen_visit(request, pk), request.desk
    context = {
        "visit": visit,
        "facts": _facts(visit),
        "texts": [
            ("Việc đã thấy tại chỗ", visit.practice),
            (f"Ý kiến ở nơi cư trú: {visit.neighbours}" if visit.neighbours else "", visit.opinion),
            ("Kiến nghị", visit.recommendations),
        ],
        "findings": visit.findings.select_related("criterion"),
        "measures": visit.measures.all(),
        "photos": visit.photos.all(),
        "writes": visit.can("record", desk),
        "is_to_write": visit.status in TO_WRITE,
        "plans_day": visit.status in TO_WRITE and desk.may(Role.STANDING, visit.office),
        "verifies": _verifies(visit, desk),
        "last_return": visit.history.filter(verb="give_back").last()
        if visit.status == VisitStatus.RETURNED
        else None,
        "moves": buttons(visit, desk, "exemplars:visit-move", ASKED),
        "history": visit.history,
    }
    return render(request, "exemplars/visit_detail.html", context)


def _facts(visit):
    rows = [("Ngày dự kiến", ngay(visit.planned_on))]
    if visit.visited_at:
        rows += [
            ("Thời gian", _span(visit)),
            ("Địa điểm", visit.place),
            ("Người của đoàn có mặt", visit.team),
            ("Đại diện đơn vị, nơi cư trú", visit.hosts),
        ]
    return rows


def _span(visit):
    """“từ 08:00 ngày 14/08/2026 đến 10:30”."""
    if visit.ended_at is None:
        return ngay_gio(visit.visited_at)
    ended = timezone.localtime(visit.ended_at)
    until = f"{ended:%H:%M}" if ended.date() == visit.day else ngay_gio(ended)
    return f"từ {ngay_gio(visit.visited_at)} đến {until}"


def _verifies(visit, desk):
    """Whether an accepted good verdict may now carry the exemplar on: offered, never done by itself."""
    good = visit.status == VisitStatus.ACCEPTED and visit.verdict == Verdict.MEETS
    return good and visit.exemplar.can("verify", desk)


@require_http_methods(["GET", "HEAD", "POST"])
def visit_move(request, pk, verb):
    """Whoever accepts a good record stays with it, where the exemplar can be verified by it."""
    visit = seen_visit(request, pk)
    goes_on = (
        verb == "accept" and visit.verdict == Verdict.MEETS and visit.exemplar.can("verify", request.desk)
    )
    then = visit if goes_on else None
    return make_move(request, visit, verb, done=DONE.get(verb, ""), text=ASKED.get(verb, ""), then=then)


@require_http_methods(["GET", "HEAD", "POST"])
def visit_verify(request, pk):
    """The exemplar's own move, with the record on which it rests named in its note."""
    visit = seen_visit(request, pk)
    exemplar = visit.exemplar
    if not exemplar.allows("verify", request.desk):
        raise PermissionDenied
    note = f"Theo biên bản kiểm chứng ngày {ngay(visit.visited_at)}, đợt “{visit.round}”: đạt."
    if visit.status != VisitStatus.ACCEPTED or visit.verdict != Verdict.MEETS:
        messages.error(request, "Chỉ biên bản đã chấp nhận, kết luận đạt mới là căn cứ kiểm chứng.")
        return redirect(visit)
    if request.method == "POST":
        on = max(visit.day, exemplar.stands_since)
        act = partial(exemplar.move, "verify", desk=request.desk, note=note, on=on)
        attempt(request, act, "Đã ghi điển hình được kiểm chứng đạt.")
        return back(request, visit)
    return confirm(
        request,
        title=f"Kiểm chứng đạt: {exemplar}?",
        text=f"Nhật ký của điển hình sẽ ghi: “{note}”",
        action="Kiểm chứng đạt",
        back=visit,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def visit_day(request, pk):
    visit = seen_visit(request, pk)
    if not request.desk.may(Role.STANDING, visit.office):
        raise PermissionDenied
    if visit.status not in TO_WRITE:
        messages.error(request, "Chuyến này đã có biên bản hoặc không đi, không đổi ngày được nữa.")
        return redirect(visit)
    form = PlannedDayForm(posted(request), instance=visit)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["planned_on"]
        Visit.objects.filter(pk=visit.pk, status__in=TO_WRITE).update(planned_on=day)
        visit.log("day", desk=request.desk, label="Đổi ngày dự kiến", note=ngay(day))
        messages.success(request, "Đã đổi ngày dự kiến.")
        return redirect(return_url(request, visit))
    context = {"form": form, "title": f"Đổi ngày đi: {visit}", "cancel_url": visit.get_absolute_url()}
    return render(request, "form_page.html", context, status=422 if form.errors else 200)


@require_safe
def visit_photo(request, pk):
    """A photo as a picture, to whoever may see its visit."""
    seen = Visit.objects.visible_to(request.desk)
    return shown(get_object_or_404(VisitPhoto.objects.filter(visit__in=seen), pk=pk))


@require_POST
def visit_photo_remove(request, pk):
    """By the team, while the record may still be changed."""
    seen = VisitPhoto.objects.filter(visit__in=Visit.objects.visible_to(request.desk))
    photo = get_object_or_404(seen.select_related("visit__round__unit", "visit__exemplar"), pk=pk)
    if not photo.visit.allows("record", request.desk):
        raise PermissionDenied
    attempt(request, remove_photo, f"Đã bỏ ảnh “{photo}”.", photo, desk=request.desk)
    return back(request, photo.visit)
