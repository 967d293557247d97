"""The buttons of a record's page and the view behind them: ask, make the move, say what came of it."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from core.pages import confirm, missing_reason
from core.returning import on_the_way, return_url
from core.workflow import NotYours, TransitionError


def buttons(record, desk, url_name, texts=None):
    """The moves open at this desk, for components/moves.html; those that `texts` explains ask first."""
    texts = texts or {}
    return [
        {
            "verb": verb,
            "label": move.label,
            "style": move.style,
            "asks": move.needs_note or move.style == "danger" or verb in texts,
            "is_danger": move.style == "danger",
            "note_label": _note_label(move),
            "text": texts.get(verb, ""),
            "url": reverse(url_name, args=[record.pk, verb]),
        }
        for verb, move in record.open_moves(desk).items()
    ]


def make_move(request, record, verb, *, done, act=None, text="", then=None):
    """GET asks once more, POST makes the move, or `act(record, desk=, note=)` if more follows from it.

    Afterwards one is at `then`, or back where one came from.
    """
    move = record.MOVES.get(verb)
    if move is None or not move.button:
        raise Http404
    if not record.can(verb, request.desk):
        return _refuse(request, record, verb)
    fault = missing_reason(request, move)
    if request.method == "POST" and not fault:
        move_it = partial(act, record) if act else partial(record.move, verb)
        note = request.POST.get("note", "").strip()
        return carry_out(request, record, partial(move_it, desk=request.desk, note=note), done, then=then)
    return ask(request, record, move, text=text, fault=fault)


def ask(request, record, move, *, text="", fault="", **asked):
    """The page that asks before a move, `fault` at the field of the reason; `asked` goes to its template."""
    return confirm(
        request,
        title=f"{move.label}: {record}?",
        text=text,
        action=move.label,
        back=record,
        danger=move.style == "danger",
        fault=fault,
        **{"note_label": _note_label(move), **asked},
    )


def _refuse(request, record, verb):
    """A sentence when it is too late for the move, 403 when it is another's."""
    if record.is_open_to(verb):
        raise PermissionDenied("Việc này do người giữ chức trách khác thực hiện.")
    messages.error(request, f"Không thể thực hiện: đang ở trạng thái “{record.get_status_display()}”.")
    return redirect(record)


def carry_out(request, record, act, done, *, then=None):
    """Do it, say so and go on to `then`, or back to where one came from.

    A refusal is told as it is, on the record's page; 403 for who may not.
    """
    if not attempt(request, act, done):
        return redirect(on_the_way(record, request))
    return redirect(on_the_way(then, request) if then else return_url(request, record))


def attempt(request, act, done, *args, **kwargs):
    """Do `act(…)` and say so, or say why not; whether it was done. 403 for what is another's."""
    try:
        act(*args, **kwargs)
    except NotYours as error:
        raise PermissionDenied(str(error)) from error
    except TransitionError as error:
        messages.error(request, str(error))
        return False
    messages.success(request, done)
    return True


def saved(form, act):
    """What `act()` answers; False, with the sentence on the form, where the house refuses it."""
    try:
        return act()
    except TransitionError as error:
        form.add_error(None, str(error))
        return False


def without_note(act):
    """An act that takes no note, for make_move."""
    return lambda record, *, desk, note: act(record, desk=desk)


def _note_label(move):
    return "Lý do" if move.needs_note else ""
