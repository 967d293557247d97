from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from awards.counting import name_tellers
from awards.forms import AttendanceFormSet, TellersForm
from awards.models import SessionStatus
from awards.views.sessions import find_to_prepare
from core.moving import carry_out
from core.pages import posted
from core.returning import on_the_way


@require_http_methods(["GET", "POST"])
def attendance(request, pk):
    """Who is present, why others are not, and what they wrote instead."""
    session = find_to_prepare(request, pk)
    if session.status != SessionStatus.CONVENED:
        messages.error(request, "Điểm danh được khi phiên họp đã triệu tập và chưa kiểm phiếu.")
        return redirect(session)
    members = session.members.select_related("user", "session").order_by("pk")
    formset = AttendanceFormSet(posted(request), queryset=members)
    if request.method == "POST" and formset.is_valid():
        formset.save()
        session.members.exclude(present=True).update(teller=False)
        session.log("attendance", desk=request.desk, label="Điểm danh")
        messages.success(request, "Đã lưu điểm danh.")
        return redirect(on_the_way(session, request))
    status = 422 if formset.is_bound else 200
    return render(
        request, "awards/session_attendance.html", {"session": session, "formset": formset}, status=status
    )


@require_POST
def tellers(request, pk):
    session = find_to_prepare(request, pk)
    form = TellersForm(request.POST, session=session)
    if not form.is_valid():
        context = {
            "session": session,
            "form": form,
            "title": "Cử tổ kiểm phiếu",
            "cancel_url": session.get_absolute_url(),
        }
        return render(request, "form_page.html", context, status=422)
    chosen = [form.cleaned_data["first"], form.cleaned_data["second"]]
    return carry_out(
        request,
        session,
        lambda: name_tellers(session, chosen, desk=request.desk),
        "Đã cử tổ kiểm phiếu.",
        then=session,
    )
