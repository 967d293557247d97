"""How every act on a dossier or an exemplar is answered."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse

from core.returning import return_url
from exemplars.models import Nomination
from exemplars.models.nomination import ENDED


def seen_nomination(request, pk):
    return get_object_or_404(Nomination.objects.visible_to(request.desk).for_page(), pk=pk)


def kept_record(model, pk, desk):
    """404 for what one does not see, 403 for what others enter and mend."""
    record = get_object_or_404(model.objects.visible_to(desk), pk=pk)
    if not model.objects.kept_by(desk).filter(pk=pk).exists():
        raise PermissionDenied
    return record


def require(record, verb, desk):
    """403 unless the person may make this move in some state; what the state forbids is said later."""
    if not record.allows(verb, desk):
        raise PermissionDenied


def register_checks_url(nomination):
    """Checks against law and register: a page of the floor above, "" where nothing is asked any more."""
    if nomination.status in ENDED:
        return ""
    try:
        return reverse("awards:checks", args=[nomination.pk])
    except NoReverseMatch:
        return ""


def back(request, default):
    return redirect(return_url(request, default))
