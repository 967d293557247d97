"""A member's sheets, and what is settled where they differ."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.cross_scoring import may_read, may_settle, point_rows, settle, write_sheet
from campaigns.forms.cluster import PointsForm
from campaigns.models import ClusterStatus, ScoreSheet, SettledPoint, SheetPoint
from campaigns.views.clusters import seen_year
from core.calendar import now
from core.pages import posted
from core.returning import on_the_way
from core.workflow import NotYours, TransitionError
from organizations.models import Role

WORD = "Lý do thống nhất"


def _pair(request, pk, scorer_pk, scored_pk):
    """(year, scorer, scored); 403 for the sheets of another unit."""
    year = seen_year(request, pk)
    members = year.members.select_related("unit")
    scorer, scored = (get_object_or_404(members, pk=one) for one in (scorer_pk, scored_pk))
    if not scorer.is_kept_by(request.desk):
        raise PermissionDenied("Phiếu chấm này của đơn vị khác.")
    return year, scorer, scored


def _form(data, year, scorer, scored, *, sending=False):
    sheet = ScoreSheet.objects.filter(scorer=scorer, scored=scored).first()
    known = {}
    if sheet:
        rows = SheetPoint.objects.filter(sheet=sheet).values_list("line", "points", "ground")
        known = {line: (points, ground) for line, points, ground in rows}
    return sheet, PointsForm(data, lines=list(year.lines.all()), known=known, sending=sending)


@never_cache  # Back would bring an old draft
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request, pk, scorer, scored):
    year, scorer, scored = _pair(request, pk, scorer, scored)
    data = posted(request)
    sending = data is not None and "send" in data
    own, form = _form(data, year, scorer, scored, sending=sending)
    if data is not None and form.is_valid():
        return _write(request, year, scorer, scored, form, sending)
    context = {
        "year": year,
        "scorer": scorer,
        "scored": scored,
        "form": form,
        "is_open": year.status == ClusterStatus.SCORING and not (own and own.sent_at),
        "own": own,
        "may_send": scorer.is_kept_by(request.desk, Role.HEAD),
    }
    return render(request, "campaigns/cluster_sheet.html", context, status=422 if data is not None else 200)


def _write(request, year, scorer, scored, form, sending):
    try:
        write_sheet(scorer, scored, desk=request.desk, points=form.given(), send=sending)
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        messages.error(request, str(error))
        return redirect(request.path)
    messages.success(
        request, f"Đã gửi phiếu chấm {scored}." if sending else f"Đã lưu nháp phiếu chấm {scored}."
    )
    return redirect(on_the_way(f"{year.get_absolute_url()}#phieu", request))


@require_POST
def sheet_autosave(request, pk, scorer, scored):
    """Keeps what can be read of the sheet, and says what cannot."""
    year, scorer, scored = _pair(request, pk, scorer, scored)
    _own, form = _form(request.POST, year, scorer, scored)
    is_valid = form.is_valid()
    try:
        write_sheet(scorer, scored, desk=request.desk, points=form.given())
    except TransitionError as error:
        return JsonResponse({"message": str(error)}, status=409)
    if not is_valid:
        wrong = next(iter(form.errors.values()))[0]
        return JsonResponse({"message": f"Có mục chưa lưu: {wrong}"}, status=422)
    return JsonResponse({"message": f"Đã lưu nháp lúc {now():%H:%M}"})


# --- Settling ----------------------------------------------------------------------------------------


@require_safe
def points_page(request, pk, member):
    """Line by line: what the member gave itself, what the others gave, what counts."""
    year = seen_year(request, pk)
    member = get_object_or_404(year.members.select_related("unit"), pk=member)
    if not may_read(year, request.desk):
        raise PermissionDenied("Điểm của các đơn vị xem được khi phiếu của đơn vị mình đã gửi đủ.")
    context = {
        "year": year,
        "member": member,
        "rows": point_rows(year, member),
        "may_settle": year.status == ClusterStatus.SCORING and may_settle(year, request.desk),
    }
    return render(request, "campaigns/cluster_points.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def settle_page(request, pk, member):
    year = seen_year(request, pk)
    member = get_object_or_404(year.members.select_related("unit"), pk=member)
    if not may_settle(year, request.desk):
        raise PermissionDenied("Việc này do đơn vị trưởng hoặc thường trực Hội đồng thực hiện.")
    known = {
        line: (points, reason)
        for line, points, reason in SettledPoint.objects.filter(member=member).values_list(
            "line", "points", "reason"
        )
    }
    data = posted(request)
    form = PointsForm(data, lines=list(year.lines.all()), known=known, words=WORD, worded=True)
    if data is not None and form.is_valid():
        return _settle(request, year, member, form)
    context = {"year": year, "member": member, "form": form, "rows": point_rows(year, member)}
    return render(request, "campaigns/cluster_settle.html", context, status=422 if data is not None else 200)


def _settle(request, year, member, form):
    points_url = reverse("campaigns:cluster-points", args=[year.pk, member.pk])
    try:
        settle(member, desk=request.desk, settled=form.given())
    except TransitionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Đã thống nhất điểm của {member}.")
    return redirect(on_the_way(points_url, request))
