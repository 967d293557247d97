import os
import shutil

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from core import jobs

LONG_QUEUE = 300  # seconds that a job may wait before somebody should look


@require_safe
@login_not_required
def healthz(request):
    """How the portal is, for machines: 503 only when no page can work, "degraded" when printing waits."""
    waited = _queue_age()
    report = {
        "database": waited is not None,
        "broker": jobs.broker_answers(),
        "oldest_waiting_job_seconds": waited,
        "media_writable": os.access(settings.MEDIA_ROOT, os.W_OK),
        "media_free_bytes": _free_bytes(settings.MEDIA_ROOT),
    }
    return JsonResponse({"status": _status(report), **report}, status=200 if report["database"] else 503)


def _queue_age():
    """Whole seconds, or None when the database does not answer."""
    try:
        return round(jobs.queue_age())
    except DatabaseError:
        return None


def _free_bytes(folder):
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _status(report):
    if not report["database"]:
        return "down"
    late = report["oldest_waiting_job_seconds"] > LONG_QUEUE
    return "degraded" if late or not (report["broker"] and report["media_writable"]) else "ok"
