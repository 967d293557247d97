from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods

from awards.counting import confirm_tally, enter_tally, send_back_tally
from awards.forms import TallyForm
from awards.models import SessionStatus, Tally
from awards.views.sessions import find
from core.moving import carry_out
from core.pages import posted
from core.returning import on_the_way
from core.workflow import TransitionError

NOT_OPEN = "Kiểm phiếu được khi phiên họp đã triệu tập và chưa có kết quả."


def find_to_count(request, pk):
    """The session, for its two tellers alone."""
    session = find(request, pk)
    if not session.members.filter(user=request.user, teller=True).exists():
        raise PermissionDenied("Việc này do tổ kiểm phiếu thực hiện.")
    return session


@require_http_methods(["GET", "POST"])
def tally(request, pk):
    """A teller enters the count."""
    session = find_to_count(request, pk)
    if session.status != SessionStatus.CONVENED:
        messages.error(request, NOT_OPEN)
        return redirect(session)
    stored = Tally.objects.filter(session=session).first()
    form = TallyForm(posted(request), instance=stored, session=session)
    if request.method == "POST" and form.is_valid() and _entered(form, session, request.desk):
        messages.success(request, "Đã ghi số phiếu. Người kiểm phiếu thứ hai cần xác nhận.")
        return redirect(on_the_way(session, request))
    context = {"session": session, "form": form, "stored": stored}
    return render(request, "awards/session_tally.html", context, status=422 if form.is_bound else 200)


def _entered(form, session, desk):
    """Whether the count was kept; else the form says what stands in the way, and keeps the numbers."""
    try:
        enter_tally(session, ballots=form.ballots(), votes=form.votes(), desk=desk)
    except TransitionError as error:
        form.add_error(None, str(error))
        return False
    return True


@require_http_methods(["GET", "POST"])
def tally_confirm(request, pk):
    """The other teller sees the same numbers and confirms them or sends them back."""
    session = find_to_count(request, pk)
    stored = Tally.objects.filter(session=session).first()
    note = request.POST.get("note", "").strip()
    fault = "Hãy ghi số nào chưa đúng." if "send_back" in request.POST and not note else ""
    if request.method == "POST" and not fault:
        return _answer(request, session, note)
    if session.status != SessionStatus.CONVENED or stored is None:
        messages.error(request, NOT_OPEN)
        return redirect(session)
    if stored.entered_by_id == request.user.pk:
        raise PermissionDenied("Người nhập số phiếu không tự xác nhận.")
    context = {"session": session, "tally": stored, "items": session.items.for_table(), "fault": fault}
    return render(request, "awards/session_tally_confirm.html", context, status=422 if fault else 200)


def _answer(request, session, note):
    if "send_back" in request.POST:
        act = partial(send_back_tally, session, desk=request.desk, note=note)
        return carry_out(request, session, act, "Đã đề nghị kiểm lại phiếu.", then=session)
    seen = parse_datetime(request.POST.get("seen", ""))
    act = partial(confirm_tally, session, desk=request.desk, seen=seen)
    return carry_out(
        request, session, act, "Đã xác nhận. Kết quả đã được tính trên tổng số thành viên.", then=session
    )
