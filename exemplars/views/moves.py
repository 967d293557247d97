"""What people do with a dossier once it is written."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.calendar import today
from core.moving import attempt, make_move, without_note
from core.pages import posted
from exemplars import services
from exemplars.checks import blocking, run_checks, warnings
from exemplars.completeness import gaps
from exemplars.forms.handling import AppraisalForm, GiveBackForm, SubmitForm
from exemplars.models import NominationStatus
from exemplars.offices import receiving_office
from exemplars.views.acting import back, register_checks_url, require, seen_nomination
from organizations.models import Role

PLAIN = {  # verb: (what is said when it is done, what follows from it)
    "propose": ("Đã chuyển hồ sơ cho thủ trưởng.", "Thủ trưởng đơn vị sẽ xem và trình."),
    "hand_back": ("Đã giao lại cán bộ.", "Hồ sơ trở về trạng thái đang lập."),
    "receive": ("Đã tiếp nhận hồ sơ.", "Thời hạn xử lý tính từ hôm nay."),
    "drop": ("Đã bỏ hồ sơ đang lập.", "Hồ sơ đã bỏ không lập tiếp được; lý do ghi vào nhật ký."),
    "withdraw": ("Đã rút hồ sơ.", "Hồ sơ đã rút không trình lại được; nơi đang xử lý sẽ dừng."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def plain_move(request, pk, verb):
    """A move that needs no more than a reason: asked on GET, made on POST."""
    if verb not in PLAIN:
        raise Http404
    nomination = seen_nomination(request, pk)
    require(nomination, verb, request.desk)
    done, consequence = PLAIN[verb]
    act = without_note(services.receive) if verb == "receive" else None
    return make_move(request, nomination, verb, act=act, done=done, text=consequence)


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request, pk):
    """What is missing, what needs an answer and where it will go; the head sends it from here."""
    nomination = seen_nomination(request, pk)
    desk = request.desk
    if not any(desk.may(role, nomination.unit) for role in (Role.OFFICER, Role.HEAD)):
        raise PermissionDenied
    form = SubmitForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return _submitted(request, nomination, form.cleaned_data["acknowledgement"])
    if not _can_go(nomination):
        return redirect(nomination)
    return render(request, "exemplars/nomination_submit.html", _submit_page(nomination, form, desk))


def _can_go(nomination):
    return nomination.status in nomination.MOVES["submit"].sources


def _submitted(request, nomination, acknowledgement):
    require(nomination, "submit", request.desk)
    act = partial(services.submit, nomination, desk=request.desk, acknowledgement=acknowledgement)
    if attempt(request, act, "Đã trình hồ sơ.") or not _can_go(nomination):
        return back(request, nomination)
    form = SubmitForm({"acknowledgement": acknowledgement})
    return render(
        request, "exemplars/nomination_submit.html", _submit_page(nomination, form, request.desk), status=422
    )


def _submit_page(nomination, form, desk):
    checks = run_checks(nomination, desk)
    missing = gaps(nomination)
    return {
        "nomination": nomination,
        "form": form,
        "gaps": missing,
        "checks": checks,
        "warnings": warnings(checks),
        "is_blocked": bool(missing or blocking(checks)),
        "office": receiving_office(nomination, today()),
        "may_submit": nomination.can("submit", desk),
        "may_propose": nomination.can("propose", desk),
        "may_hand_back": nomination.can("hand_back", desk),
        "may_edit": nomination.editable,
        "register_checks_url": register_checks_url(nomination),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(request, pk):
    nomination = seen_nomination(request, pk)
    require(nomination, "give_back", request.desk)
    form = GiveBackForm(posted(request), nomination=nomination)
    if request.method == "POST" and form.is_valid():
        act = partial(services.give_back, nomination, desk=request.desk, requests=form.requests)
        attempt(request, act, "Đã trả hồ sơ kèm nội dung cần bổ sung.", note=form.cleaned_data["note"])
        return back(request, nomination)
    context = {"nomination": nomination, "form": form, "checks": run_checks(nomination, request.desk)}
    status = 422 if request.method == "POST" else 200
    return render(request, "exemplars/nomination_give_back.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def appraise(request, pk):
    nomination = seen_nomination(request, pk)
    require(nomination, "appraise", request.desk)
    form = AppraisalForm(posted(request))
    if request.method == "POST" and form.is_valid():
        act = partial(services.appraise, nomination, desk=request.desk, **form.cleaned_data)
        if attempt(request, act, "Đã ghi kết luận thẩm định.") or _appraised(nomination):
            return back(request, nomination)
    checks = run_checks(nomination, request.desk)
    context = {
        "nomination": nomination,
        "form": form,
        "checks": checks,
        "register_checks_url": register_checks_url(nomination),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "exemplars/nomination_appraise.html", context, status=status)


def _appraised(nomination):
    return nomination.status != NominationStatus.RECEIVED
