from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from exemplars.models import Evidence, Nomination


@require_safe
def evidence_file(request, pk):
    """The file, to whoever may see its dossier; always a download, never shown as a page of ours."""
    seen = Nomination.objects.visible_to(request.desk)
    evidence = get_object_or_404(Evidence.objects.filter(nomination__in=seen), pk=pk)
    if settings.MEDIA_BY_PROXY:
        response = HttpResponse(content_type=evidence.content_type)
        response["X-Accel-Redirect"] = f"{settings.MEDIA_URL}{evidence.file.name}"
    else:
        response = FileResponse(evidence.file.open(), content_type=evidence.content_type)
    response["Content-Disposition"] = content_disposition_header(True, evidence.filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
