from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from core.stored_files import download
from exemplars.models import Evidence, Nomination


@require_safe
def evidence_file(request, pk):
    """The file, to whoever may see its dossier."""
    seen = Nomination.objects.visible_to(request.desk)
    return download(get_object_or_404(Evidence.objects.filter(nomination__in=seen), pk=pk))
