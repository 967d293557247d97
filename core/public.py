"""Pages that everybody may read without an account, while an administrator lets them."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils.cache import patch_cache_control

from core.models import PublicKind, PublicSwitch

KEPT_FOR = 300  # seconds in which a page may be shown again without asking


def shown_kinds():
    """The kinds of pages that are public now."""
    off = set(PublicSwitch.objects.filter(is_on=False).values_list("kind", flat=True))
    return {kind for kind in PublicKind if kind not in off}


def public_page(kind=None, *, kept=True):
    """For views that everybody may read: 404 while the kind is switched off; `kept` by caches for a while."""

    def decorate(view):
        @login_not_required
        @wraps(view)
        def shown(request, *args, **kwargs):
            kinds = shown_kinds()
            if kind and kind not in kinds:
                raise Http404
            request.public_kinds = kinds
            response = view(request, *args, **kwargs)
            if kept and request.method in ("GET", "HEAD"):
                patch_cache_control(response, public=True, max_age=KEPT_FOR)
            return response

        return shown

    return decorate
