"""What the subjects of a unit, or one of them, could be proposed for this year."""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from awards.eligibility import Verdict
from awards.eligibility.possible import possibilities, proposable
from awards.forms.possible import PossibleForm
from core.calendar import today
from core.pages import part_or_page
from exemplars.models import Subject
from organizations.access import PREPARING
from organizations.models import Role
from organizations.models.unit import within

PER_PAGE = 25


@require_GET
def of_unit(request):
    """Everybody in the unit and below it against one award, told at once."""
    if not request.desk.has(*PREPARING, Role.STANDING):
        raise PermissionDenied
    form = PossibleForm(request.GET, desk=request.desk)
    found, shown = [], ""
    if form.is_valid():
        shown = form.cleaned_data.pop("verdict")
        found = _of_unit(request.desk, **form.cleaned_data)
    counts = Counter(one.verdict for one in found)
    kept = [one for one in found if not shown or one.verdict == shown]
    context = {
        "form": form,
        "page_obj": Paginator(kept, PER_PAGE).get_page(request.GET.get("page")),
        "counts": [(verdict, counts[verdict]) for verdict in Verdict],
        "may_begin": request.desk.has(*PREPARING),
    }
    return render(request, "awards/possible.html", context)


def _of_unit(desk, *, unit, award, year):
    whom = Subject.objects.visible_to(desk).filter(within([unit.path], "unit__path"))
    return possibilities(whom.filter(kind__in=award.subject_kinds), [award], year, today())


@require_GET
def of_subject(request, subject_pk):
    """One subject against every award for its kind: a fragment of its page, or a page."""
    seen = Subject.objects.visible_to(request.desk)
    subject = get_object_or_404(seen, pk=subject_pk)
    on, alone = today(), Subject.objects.filter(pk=subject.pk)
    context = {
        "subject": subject,
        "found": possibilities(alone, proposable([subject.kind], on), on.year, on),
        "year": on.year,
        "may_begin": request.desk.has(*PREPARING),
    }
    return part_or_page(request, "awards/possible_of", context)
