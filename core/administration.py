"""Pages of the administrator's corner beside those of Django's admin."""

from functools import wraps

from django.contrib import admin
from django.http import Http404


def for_administrators(view):
    """As everywhere in their corner: for everybody else the page does not exist."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not admin.site.has_permission(request):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
