"""Tables that the office fills in as a whole: quotas, duties, attendance, delegates from below."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.moving import carry_out
from core.pages import numbers, posted
from core.returning import on_the_way
from gatherings import delegates
from gatherings.forms.conference import DutyRows, QuotaForm
from gatherings.forms.delegate import AttendanceForm
from gatherings.models import ConferenceStatus, DelegateStatus, Duty, Quota
from gatherings.models.delegate import TAKEN
from gatherings.views.finding import find_to_prepare
from organizations.models import Unit
from organizations.naming import names_apart

TOO_LATE = "Hội nghị đã tổ chức hoặc đã hủy, không sửa được nữa."
DUTY = ("task", "by", "due_on")
PRESENCE = {DelegateStatus.ATTENDED: "True", DelegateStatus.ABSENT: "False"}


def _delegates_of(conference):
    return reverse("gatherings:conference-delegates", args=[conference.pk])


@require_http_methods(["GET", "POST"])
def quotas(request, pk):
    """A row for each unit right below, and for each that has a quota already."""
    conference = find_to_prepare(request, pk)
    if not conference.is_writable:
        messages.error(request, TOO_LATE)
        return redirect(conference)
    rows = _quota_rows(conference, posted(request))
    if request.method == "POST" and _are_valid(rows):
        _write_quotas(conference, [form for _, form in rows], request.desk)
        messages.success(request, "Đã lưu chỉ tiêu đại biểu.")
        return redirect(on_the_way(_delegates_of(conference), request))
    context = {"conference": conference, "rows": rows, "cancel_url": _delegates_of(conference)}
    has_faults = any(form.errors for _, form in rows)
    return render(
        request,
        "gatherings/quotas.html",
        context | {"has_faults": has_faults},
        status=422 if has_faults else 200,
    )


def _are_valid(rows):
    """Of every row, so that all that is wrong is told at once."""
    faults = [form.errors for _, form in rows]
    return not any(faults)


def _quota_rows(conference, data):
    """[(name of the unit, its form)] in the order of the tree."""
    known = {quota.unit_id: quota for quota in conference.quotas.all()}
    unit = conference.unit
    below = Unit.objects.existing(conference.day).filter(depth=unit.depth + 1).under([unit.path])
    units = list((below | Unit.objects.filter(pk__in=known)).order_by("path"))
    names, sent = names_apart(units), _sent(conference)
    rows = []
    for order, one in enumerate(units, start=1):
        quota = known.get(one.pk) or Quota(conference=conference, unit=one)
        quota.order = order
        form = QuotaForm(data, instance=quota, prefix=f"u{one.pk}", sent=sent.get(one.pk, 0))
        rows.append((names[one.pk], form))
    return rows


def _sent(conference):
    """{unit id: official delegates that take a seat}."""
    units = conference.delegates.live().official().values_list("unit", flat=True)
    counts = {}
    for unit in units:
        counts[unit] = counts.get(unit, 0) + 1
    return counts


@transaction.atomic
def _write_quotas(conference, forms, desk):
    for form in forms:
        form.write()
    total = sum(form.cleaned_data.get("number") or 0 for form in forms)
    conference.log("quotas", desk=desk, label="Giao chỉ tiêu đại biểu", note=f"Tổng số {total} đại biểu")


@require_http_methods(["GET", "POST"])
def duties(request, pk):
    conference = find_to_prepare(request, pk)
    if not conference.is_writable:
        messages.error(request, TOO_LATE)
        return redirect(conference)
    initial = list(conference.duties.values(*DUTY)) if request.method == "GET" else None
    rows = DutyRows(posted(request), prefix="duties", initial=initial)
    if request.method == "POST" and rows.is_valid():
        _write_duties(conference, rows, request.desk)
        messages.success(request, "Đã lưu phân công chuẩn bị.")
        return redirect(on_the_way(conference, request))
    context = {"conference": conference, "rows": rows, "cancel_url": conference.get_absolute_url()}
    return render(request, "gatherings/duties.html", context, status=422 if rows.is_bound else 200)


@transaction.atomic
def _write_duties(conference, rows, desk):
    conference.duties.all().delete()
    Duty.objects.bulk_create(
        Duty(
            conference=conference,
            order=order,
            **{name: form.cleaned_data[name] for name in ("task", "by", "due_on")},
        )
        for order, form in enumerate(rows.filled(), start=1)
    )
    conference.log("duties", desk=desk, label="Phân công chuẩn bị hội nghị")


@require_http_methods(["GET", "POST"])
def attendance(request, pk):
    """Who came; taken on the day and afterwards, until the conference is closed."""
    conference = find_to_prepare(request, pk)
    if conference.status != ConferenceStatus.HELD:
        messages.error(request, "Điểm danh được khi hội nghị đã ghi là đã tổ chức và chưa kết thúc.")
        return redirect(conference)
    rows = [
        (delegate, _attendance_form(delegate, posted(request)))
        for delegate in conference.delegates.filter(status__in=TAKEN).for_table().in_order()
    ]
    if request.method == "POST" and _are_valid(rows):
        seen = {
            delegate: form.cleaned_data["present"]
            for delegate, form in rows
            if form.cleaned_data["present"] is not None
        }
        return carry_out(
            request,
            conference,
            lambda: delegates.record_attendance(conference, seen, desk=request.desk),
            "Đã lưu điểm danh.",
            then=_delegates_of(conference),
        )
    context = {"conference": conference, "rows": rows, "cancel_url": _delegates_of(conference)}
    return render(
        request, "gatherings/attendance.html", context, status=422 if request.method == "POST" else 200
    )


def _attendance_form(delegate, data):

    initial = {"present": PRESENCE.get(delegate.status)}
    return AttendanceForm(data, prefix=f"d{delegate.pk}", initial=initial)


@require_http_methods(["GET", "POST"])
def from_below(request, pk):
    """Take delegates of the conferences below up to this one."""
    conference = find_to_prepare(request, pk)
    found = delegates.from_below(conference)
    if request.method == "POST":
        chosen = list(found.filter(pk__in=numbers(request.POST.getlist("delegates"))))
        return carry_out(
            request,
            conference,
            lambda: delegates.take_up(conference, chosen, desk=request.desk),
            f"Đã chọn {len(chosen)} đại biểu từ hội nghị cấp dưới.",
            then=_delegates_of(conference),
        )
    context = {"conference": conference, "rows": found, "cancel_url": _delegates_of(conference)}
    return render(request, "gatherings/from_below.html", context)
