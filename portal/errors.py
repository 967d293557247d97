"""What people see when the portal itself fails."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = 10  # seconds


def server_error(request):
    """The answer to an error that nothing caught: 503 while the database is away, else 500.

    As `handler500` it hears of errors in views and in middleware alike (the session is read in one). The
    pages are rendered without the request, whose context would ask the database again.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        headers = {"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
        return HttpResponse(render_to_string("503.html"), status=503, headers=headers)
    return HttpResponse(render_to_string("500.html"), status=500)
