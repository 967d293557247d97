"""A member's own work: the list of a session's dossiers, and the sheet of each."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from awards.conflicts import conflicts
from awards.forms import ReviewForm
from awards.models import Review, SessionStatus
from awards.scoring import write_review
from awards.views.sessions import find
from core.calendar import now
from core.pages import posted
from core.returning import on_the_way
from core.workflow import NotYours, TransitionError
from exemplars.models import Facts

PRIVATE = ("id_number",)  # no part of judging a dossier


def find_as_member(request, pk):
    """The session, for those called to it."""
    session = find(request, pk)
    if not session.members.filter(user=request.user).exists():
        raise PermissionDenied("Chỉ thành viên được triệu tập mới nhận xét hồ sơ.")
    return session


@require_GET
def worklist(request, pk):
    session = find_as_member(request, pk)
    own = {
        review.item_id: review for review in Review.objects.filter(item__session=session, user=request.user)
    }
    blocked = conflicts(session, users=[request.user.pk])
    rows = [
        {
            "item": item,
            "state": _state(own.get(item.pk)),
            "conflict": blocked.get((request.user.pk, item.pk), ""),
        }
        for item in session.items.for_table()
    ]
    done = sum(row["state"] == "sent" or bool(row["conflict"]) for row in rows)
    return render(request, "awards/scoring_list.html", {"session": session, "rows": rows, "done": done})


def _state(review):
    """ "todo", "draft" or "sent"."""
    if review is None:
        return "todo"
    return "sent" if review.sent_at else "draft"


@never_cache  # Back would bring an old draft
@require_http_methods(["GET", "POST"])
def sheet(request, pk, item_pk):
    """The dossier beside the criteria; what others wrote is there once one's own is in."""
    session = find_as_member(request, pk)
    item, own = _item(request, session, item_pk)
    conflict = conflicts(session, users=[request.user.pk]).get((request.user.pk, item.pk), "")
    form = None
    if session.status == SessionStatus.CONVENED and not conflict and not (own and own.sent_at):
        form = ReviewForm(posted(request), instance=own, nomination=item.nomination, sending=True)
    if request.method == "POST":
        if conflict:
            raise PermissionDenied(conflict)
        if form is None or form.is_valid():
            return _send(request, item, form)
    context = {
        "session": session,
        "item": item,
        "form": form,
        "own": own,
        "conflict": conflict,
        "facts": facts_of(item.nomination),
        "next_item": _next(request, session, item),
        **_others(request.user, item),
    }
    return render(request, "awards/scoring_sheet.html", context, status=422 if form and form.errors else 200)


def _item(request, session, pk):
    item = get_object_or_404(session.items.for_table(), pk=pk)
    item.session = session
    return item, Review.objects.filter(item=item, user=request.user).first()


def _send(request, item, form):
    session = item.session
    if form is None:
        messages.error(request, "Phiếu nhận xét đã gửi hoặc phiên họp không còn nhận phiếu.")
        return redirect("awards:scoring-item", session.pk, item.pk)
    try:
        write_review(item, user=request.user, send=True, **form.written())
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        messages.error(request, str(error))
        return redirect("awards:scoring-item", session.pk, item.pk)
    messages.success(request, f"Đã gửi phiếu nhận xét về {item}.")
    return redirect(on_the_way("awards:scoring", request, session.pk))


@require_POST
def save_draft(request, pk, item_pk):
    """Autosave: keeps what can be read of the sheet, and says what cannot."""
    session = find_as_member(request, pk)
    item, own = _item(request, session, item_pk)
    form = ReviewForm(request.POST, instance=own, nomination=item.nomination)
    is_valid = form.is_valid()
    try:
        write_review(item, user=request.user, **form.written())
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        return JsonResponse({"message": str(error)}, status=409)
    if not is_valid:
        wrong = next(iter(form.errors.values()))[0]
        return JsonResponse({"message": f"Có mục chưa lưu: {wrong}"}, status=422)
    return JsonResponse({"message": f"Đã lưu nháp lúc {now():%H:%M}"})


def _others(user, item):
    """Reviews that the user may read, with points; none before one's own is in."""
    reviews = Review.objects.readable_by(user, item).sent().select_related("user")
    reviews = list(reviews.prefetch_related("scores__criterion").order_by("user__name_key"))
    for review in reviews:
        review.total = sum(score.points or 0 for score in review.scores.all())
    return {"reviews": reviews}


def _next(request, session, item):
    """The next dossier of the agenda that still waits for the user's review."""
    sent = Review.objects.sent().filter(item__session=session, user=request.user)
    waiting = session.items.exclude(pk__in=sent.values("item")).exclude(pk=item.pk)
    return waiting.filter(order__gt=item.order).first() or waiting.first()


def facts_of(nomination):
    """[(name, value)] of what the dossier states about its subject and a council member needs to know."""
    fields = [
        nomination._meta.get_field(name) for name in Facts.fields_of(nomination.kind) if name not in PRIVATE
    ]
    stated = [(capfirst(field.verbose_name), _value(nomination, field)) for field in fields]
    shown = [("Đơn vị đề nghị", nomination.unit), ("Hình thức đề nghị", nomination.award), *stated]
    return [(name, value) for name, value in shown if value not in (None, "")]


def _value(nomination, field):
    """As people read it."""
    if field.choices:
        return getattr(nomination, f"get_{field.name}_display")()
    value = getattr(nomination, field.name)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else value
