from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from awards.forms import MinutesForm
from awards.minutes import WRITABLE, draft_minutes
from awards.views.moving import attempt, onward
from awards.views.offices import posted
from awards.views.sessions import find_to_prepare


@require_http_methods(["GET", "POST"])
def minutes(request, pk):
    """The text of the minutes, drafted from what happened and edited until the session is closed."""
    session = find_to_prepare(request, pk)
    if session.status not in WRITABLE:
        messages.error(request, "Biên bản sửa được khi phiên họp đã triệu tập và chưa kết thúc.")
        return redirect(session)
    if "draft" in request.POST:
        return attempt(
            request,
            session,
            partial(draft_minutes, session),
            "Đã soạn lại biên bản từ diễn biến phiên họp.",
            then=session,
        )
    form = MinutesForm(posted(request), instance=session)
    if request.method == "POST" and form.is_valid() and form.save_or_tell():
        session.log("minutes", desk=request.desk, label="Sửa biên bản")
        messages.success(request, "Đã lưu biên bản.")
        return redirect(onward(request, session))
    context = {"session": session, "form": form}
    return render(request, "awards/session_minutes.html", context, status=422 if form.errors else 200)
