from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from awards import sessions
from awards.conflicts import conflicts
from awards.counting import quorum
from awards.filters import SessionFilters
from awards.forms import SessionForm, TellersForm, day_typed
from awards.minutes import WRITABLE, results
from awards.models import OpinionList, Session, SessionStatus
from awards.opinions import warning
from awards.scoring import senders
from awards.tables import SessionTable
from awards.views.offices import refuse_unless_standing, standing_unit
from core.calendar import today
from core.lists import FilteredListView
from core.moving import buttons, make_move, saved, without_note
from core.pages import posted
from core.returning import on_the_way
from organizations.models import Role

DONE = {
    "convene": "Đã triệu tập phiên họp. Các thành viên xem và nhận xét hồ sơ được từ bây giờ.",
    "close": "Đã kết thúc phiên họp. Kết quả đã ghi vào từng hồ sơ.",
    "cancel": "Đã hủy phiên họp. Hồ sơ trong chương trình trở lại danh sách chờ họp.",
}
ASKED = {
    "convene": "Hồ sơ trong chương trình được khóa và thành viên được mời nhận xét.",
    "close": "Kết quả kiểm phiếu được ghi vào từng hồ sơ; biên bản không sửa được nữa.",
    "cancel": "Hồ sơ trong chương trình trở lại danh sách chờ họp.",
}


class SessionList(FilteredListView):
    filterset_class, table_class = SessionFilters, SessionTable
    template_name = "awards/session_list.html"
    title = "Phiên họp Hội đồng"
    empty_title = "Chưa có phiên họp nào"
    empty_text = "Thường trực Hội đồng bấm “Lập phiên họp” khi có hồ sơ đã thẩm định."
    export_what = "sessions"

    def get_queryset(self):
        return Session.objects.visible_to(self.request.desk).for_table().order_by("-held_at")

    def may_add(self):
        return self.request.desk.has(Role.STANDING)


def find(request, pk):
    """The session, for a page that its viewer may read."""
    return get_object_or_404(
        Session.objects.visible_to(request.desk).select_related("unit", "secretary", "number__series"), pk=pk
    )


def find_to_prepare(request, pk):
    """The session, for a page by which the standing office changes it."""
    session = find(request, pk)
    refuse_unless_standing(request, session.unit)
    return session


@require_GET
def session_detail(request, pk):
    session = find(request, pk)
    seats = list(session.members.select_related("user"))
    is_standing = request.desk.may(Role.STANDING, session.unit)
    context = {
        "session": session,
        "seats": seats,
        "mine": next((seat for seat in seats if seat.user_id == request.user.pk), None),
        "is_standing": is_standing,
        "is_draft": session.status == SessionStatus.DRAFT,
        "moves": buttons(session, request.desk, "awards:session-move", ASKED),
        "history": session.history,
        **_agenda(session, seats),
        **_count(session, seats, request.user),
        **_opinions(session, request.desk),
        **_work(session, seats, is_standing),
    }
    return render(request, "awards/session_detail.html", context)


def _agenda(session, seats):
    """The dossiers with what is known of each so far, and how many members have judged it."""
    sent, found = senders(session), results(session)
    names = {seat.user_id: str(seat.user) for seat in seats}
    blocked = [(item, f"{names[user]}: {why}") for (user, item), why in conflicts(session, names).items()]
    for row in found:
        row["sent"] = len(sent[row["item"]])
        row["conflicts"] = [text for item, text in blocked if item == row["item"]]
    return {"rows": found, "senders": set().union(*sent.values())}


def _opinions(session, desk):
    """Lists on which the people were asked about what is on the agenda; one never shown says nothing."""
    found = OpinionList.objects.filter(items__nomination__agenda_items__session=session).distinct()
    shown = [one for one in found.order_by("pk") if one.opens_on or one.ended_on is None]
    offices = desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)
    return {
        "opinion_lists": [(one, warning(one, session.day)) for one in shown],
        "reads_opinions": session.unit_id in offices,
    }


def _count(session, seats, user):
    tally = getattr(session, "tally", None)
    return {
        "tally": tally,
        "quorum": quorum(session, len(seats)),
        "is_counted": session.status in (SessionStatus.COUNTED, SessionStatus.CLOSED),
        "confirms": bool(tally and not tally.confirmed_by_id and tally.entered_by_id != user.pk),
    }


def _work(session, seats, is_standing):
    """What the standing office can do with the session now, besides its moves."""
    status = session.status if is_standing else ""
    is_open = status == SessionStatus.CONVENED
    has_come = today() >= session.day
    return {
        "chooses": status == SessionStatus.DRAFT,
        "council_change": sessions.council_change(session) if is_open else "",
        "edits": status in (SessionStatus.DRAFT, SessionStatus.CONVENED),
        "takes_attendance": is_open,
        "writes_minutes": status in WRITABLE,
        "tellers_form": _tellers_form(session, seats) if is_open and has_come else None,
    }


def _tellers_form(session, seats):
    named = [seat for seat in seats if seat.teller]
    return TellersForm(session=session, initial=dict(zip(("first", "second"), named, strict=False)))


@require_http_methods(["GET", "POST"])
def session_new(request):
    unit = standing_unit(request)
    return _edit(request, Session(unit=unit), "Lập phiên họp", reverse("awards:sessions"))


@require_http_methods(["GET", "POST"])
def session_edit(request, pk):
    session = find_to_prepare(request, pk)
    if session.status not in (SessionStatus.DRAFT, SessionStatus.CONVENED):
        messages.error(request, "Phiên họp đã kiểm phiếu hoặc đã kết thúc, không sửa được nữa.")
        return redirect(session)
    return _edit(request, session, "Sửa phiên họp", session.get_absolute_url())


def _edit(request, session, title, cancel_url):
    day = day_typed(request.POST.get("held_at", "")) if request.method == "POST" else _day(session, request)
    form = SessionForm(posted(request), instance=session, unit=session.unit, day=day)
    if request.method == "POST" and form.is_valid() and saved(form, partial(_save, form, request.desk)):
        messages.success(request, "Đã lưu phiên họp.")
        return redirect(on_the_way(form.instance, request))
    context = {"form": form, "title": title, "cancel_url": cancel_url}
    return render(request, "awards/session_form.html", context, status=422 if form.errors else 200)


def _day(session, request):
    return session.day if session.pk else request.desk.on


@transaction.atomic
def _save(form, desk):
    is_new = form.instance.pk is None
    if is_new:
        form.save()
    elif not form.save_or_tell():
        return False
    sessions.set_members(form.instance)
    if form.instance.status == SessionStatus.CONVENED:
        sessions.repin(form.instance)
    form.instance.log("edit", desk=desk, label="Lập phiên họp" if is_new else "Sửa phiên họp")
    return True


@require_http_methods(["GET", "POST"])
def session_move(request, pk, verb):
    session = find(request, pk)
    acts = {
        "convene": without_note(sessions.convene),
        "close": without_note(sessions.close),
        "cancel": sessions.cancel,
    }
    return make_move(
        request, session, verb, act=acts.get(verb), done=DONE.get(verb, ""), text=ASKED.get(verb, "")
    )
