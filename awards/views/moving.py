"""The buttons of a record's page, and the one view behind them: ask, then make the move."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse

from core.pages import missing_reason
from core.returning import came_from, return_url, with_return
from core.workflow import NotYours, TransitionError


def buttons(record, desk, url_name):
    """The moves that are open at this desk, for templates/awards/moves.html."""
    return [
        {
            "verb": verb,
            "label": move.label,
            "style": move.style,
            "asks": move.needs_note or move.style == "danger",
            "is_danger": move.style == "danger",
            "note_label": _note_label(move),
            "url": reverse(url_name, args=[record.pk, verb]),
        }
        for verb, move in record.open_moves(desk).items()
    ]


def make_move(request, record, verb, *, act, done, text=""):
    """GET asks once more, POST calls `act(record, desk=, note=)` and goes back to where one came from."""
    move = record.MOVES.get(verb)
    if move is None or not move.button:
        raise Http404
    if not record.can(verb, request.desk):
        return _refuse(request, record, move)
    fault = missing_reason(request, move)
    if request.method == "POST" and not fault:
        return attempt(request, record, lambda: act(record, desk=request.desk, note=_note(request)), done)
    asked = {
        "title": f"{move.label}: {record}?",
        "text": text,
        "url": request.path,
        "action": move.label,
        "danger": move.style == "danger",
        "note_label": _note_label(move),
        "note_error": fault,
        "back": return_url(request, record),
    }
    return render(request, "confirm_page.html", asked, status=422 if fault else 200)


def _refuse(request, record, move):
    """A sentence when it is too late for the move, 403 when it is another's."""
    if record.status in move.sources:
        raise PermissionDenied("Việc này do người giữ chức trách khác thực hiện.")
    messages.error(request, f"Không thể thực hiện: đang ở trạng thái “{record.get_status_display()}”.")
    return redirect(record)


def attempt(request, record, act, done, *, then=None):
    """Do it, say so and go on to `then`, or back to where one came from.

    A refusal is told as it is, on the record's page; 403 for who may not.
    """
    try:
        act()
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        messages.error(request, str(error))
        return redirect(onward(request, record))
    messages.success(request, done)
    return redirect(onward(request, then) if then else return_url(request, record))


def onward(request, target):
    """The address of a page in the middle of some work, with the way back if the person brought one."""
    address = resolve_url(target)
    return with_return(address, request) if came_from(request) else address


def without_note(act):
    """An act that takes no note, for make_move."""
    return lambda record, *, desk, note: act(record, desk=desk)


def _note_label(move):
    return "Lý do" if move.needs_note else ""


def _note(request):
    return request.POST.get("note", "").strip()
