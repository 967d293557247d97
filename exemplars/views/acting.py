"""How every act on a dossier or an exemplar is answered."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse

from core.pages import missing_reason
from core.returning import came_from, return_url, with_return
from core.workflow import NotYours, TransitionError
from exemplars.models import Nomination
from exemplars.models.nomination import UNDER_WAY


def seen_nomination(request, pk):
    return get_object_or_404(Nomination.objects.visible_to(request.desk).for_page(), pk=pk)


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


def require(record, verb, desk):
    """403 unless the person may make this move in some state; what the state forbids is said later."""
    if not record.allows(verb, desk):
        raise PermissionDenied


def make_move(request, record, verb, *, act, done, text=""):
    """GET asks once more, POST calls `act(record, desk=, note=)` and goes back to where one came from."""
    move = record.MOVES.get(verb)
    if move is None or not move.button:
        raise Http404
    require(record, verb, request.desk)
    fault = missing_reason(request, move)
    if request.method == "POST" and not fault:
        note = request.POST.get("note", "").strip()
        attempt(request, act, done, record, desk=request.desk, note=note)
        return back(request, record)
    context = {
        "title": f"{move.label}: {record}?",
        "text": text,
        "url": request.path,
        "action": move.label,
        "danger": move.style == "danger",
        "note_label": "Lý do" if move.needs_note else "",
        "note_error": fault,
        "back": came_from(request) or record.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context, status=422 if fault else 200)


def buttons(record, desk, name, texts):
    """The open moves of a record with their addresses, for templates/exemplars/moves.html."""
    return [
        {
            "verb": verb,
            "label": move.label,
            "style": move.style,
            "is_danger": move.style == "danger",
            "note_label": "Lý do" if move.needs_note else "",
            "text": texts.get(verb, ""),
            "url": reverse(name, args=[record.pk, verb]),
        }
        for verb, move in record.open_moves(desk).items()
    ]


def register_checks_url(nomination):
    """Checks against the register of awards: a page of the floor above, "" while there is none."""
    if nomination.status not in UNDER_WAY:
        return ""
    try:
        return reverse("awards:checks", args=[nomination.pk])
    except NoReverseMatch:
        return ""


def onward(request, name, pk):
    """The address of the next page, which knows the way back if this one did."""
    address = reverse(name, args=[pk])
    return with_return(address, request) if came_from(request) else address


def posted(request):
    """What was sent, for a form that is bound only by a POST."""
    return request.POST if request.method == "POST" else None


def back(request, default):
    return redirect(return_url(request, default))
