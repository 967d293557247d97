"""How every act on a dossier or an exemplar is answered."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse

from core.returning import came_from, return_url, with_return
from core.workflow import NotYours, TransitionError
from exemplars.models import Nomination
from exemplars.models.nomination import UNDER_WAY


def seen_nomination(request, pk):
    return get_object_or_404(Nomination.objects.visible_to(request.desk).for_page(), pk=pk)


def attempt(request, act, done, **kwargs):
    """Do `act(**kwargs)` and say so, or say why not; whether it was done. 403 for what is another's."""
    try:
        act(**kwargs)
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
