"""The way back: after any action one stands again on the list one came from, with its filter."""

from urllib.parse import urlencode

from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

FIELD = "return_to"


def return_url(request, default):
    """Where the person came from, when that is a page of this portal; otherwise `default`."""
    return came_from(request) or resolve_url(default)


def came_from(request):
    """The address in the request that leads back, or "" when there is none that is ours."""
    address = request.POST.get(FIELD) or request.GET.get(FIELD) or ""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else ""


def with_return(address, request):
    """`address` with the way back in it: the one the page was reached with, else the page itself."""
    return _leading_back(address, came_from(request) or request.get_full_path())


def back_here(address, request):
    """`address` with this very page as the way back: one goes on from here to mend a part of it."""
    return _leading_back(address, request.get_full_path())


def _leading_back(address, back):
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}{urlencode({FIELD: back})}"


def on_the_way(target, request, *args):
    """The address of `target` (all that redirect takes), with the way back where the person came by one."""
    address = resolve_url(target, *args)
    return with_return(address, request) if came_from(request) else address
