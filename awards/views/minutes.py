from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from awards.forms import MinutesForm
from awards.minutes import WRITABLE, draft_minutes
from awards.views.sessions import find_to_prepare
from core.moving import carry_out
from core.pages import posted
from core.returning import on_the_way


@require_http_methods(["GET", "POST"])
def minutes(request, pk):
    """The text of the minutes, drafted from what happened and edited until the session is closed."""
    session = find_to_prepare(request, pk)
    if session.status not in WRITABLE:
        messages.error(request, "Biên bản sửa được khi phiên họp đã triệu tập và chưa kết thúc.")
        return redirect(session)
    if "draft" in request.GET:
        return _draft(request, session)
    form = MinutesForm(posted(request), instance=session)
    if request.method == "POST" and form.is_valid() and form.save_or_tell():
        session.log("minutes", desk=request.desk, label="Sửa biên bản")
        messages.success(request, "Đã lưu biên bản.")
        return redirect(on_the_way(session, request))
    context = {"session": session, "form": form, "draft": _question(session)}
    return render(request, "awards/session_minutes.html", context, status=422 if form.errors else 200)


def _draft(request, session):
    """Ask, then write the text anew; back on the page where it is edited."""
    page = reverse("awards:session-minutes", args=[session.pk])
    if request.method == "GET":
        return render(request, "confirm_page.html", _question(session) | {"back": on_the_way(page, request)})
    act = partial(draft_minutes, session)
    return carry_out(request, session, act, "Đã soạn biên bản từ diễn biến phiên họp.", then=page)


def _question(session):
    """What components/confirm.html asks before the text is written anew."""
    text = "Nội dung và kết luận được viết từ chương trình, nhận xét của thành viên và kết quả kiểm phiếu"
    lost = "; những gì đã ghi ở đây sẽ bị thay" if session.opening or session.conclusion else ""
    return {
        "title": "Soạn biên bản từ diễn biến phiên họp?",
        "text": f"{text}{lost}.",
        "url": f"{reverse('awards:session-minutes', args=[session.pk])}?draft=1",
        "action": "Soạn từ diễn biến",
    }
