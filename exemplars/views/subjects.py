from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from exemplars.models import Exemplar, Nomination, Subject
from exemplars.parts import facts, identity
from exemplars.views.known import known_of
from organizations.access import PREPARING

DOSSIERS_SHOWN = 50
OF_AWARDS = {  # parts of the page that the floor above makes
    "Khen thưởng": "awards:awards-of",
    "Có thể đề nghị gì năm nay": "awards:possible-of",
}


@require_safe
def subject_page(request, pk):
    """A person, collective or household over the years, as far as the reader may know."""
    seen = Subject.objects.visible_to(request.desk).select_related("unit")
    subject = get_object_or_404(seen, pk=pk)
    nominations = Nomination.objects.visible_to(request.desk).filter(subject=subject).for_table()
    context = {
        "subject": subject,
        "facts": [*facts(subject, identity(subject.kind)), ("Thuộc đơn vị", subject.unit)],
        "nominations": nominations.order_by("-year", "-pk")[:DOSSIERS_SHOWN],
        "exemplars": Exemplar.objects.visible_to(request.desk).filter(subject=subject).for_table(),
        "twins": Subject.objects.visible_to(request.desk)
        .twins_of(subject)
        .exclude(pk=pk)
        .select_related("unit"),
        "may_begin": request.desk.has(*PREPARING),
        "history": subject.history,
        "later_parts": [(title, reverse(name, args=[pk])) for title, name in OF_AWARDS.items()],
    }
    context |= known_of(subject, request)
    return render(request, "exemplars/subject_detail.html", context)
