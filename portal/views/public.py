"""What everybody may read: exemplars that an office released, and awards by decision.

No more of a person than name, unit and achievement.
"""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from awards.models import AwardEntry, Decision
from awards.models.decision import PUBLIC
from core.calendar import today
from core.filters import LONGEST_SEARCH, matching
from core.models import PublicKind
from core.public import public_page
from core.templatetags.vietnamese import dong
from exemplars.models import Exemplar
from gatherings.models import Contest

AT_A_TIME = 30  # rows of a page


@public_page()
@require_safe
def home(request):
    open_contests = Contest.objects.public().taking_entries(today()).select_related("unit")
    context = {
        "kinds": request.public_kinds,
        "contests": open_contests if PublicKind.CONTESTS in request.public_kinds else [],
    }
    return render(request, "public/home.html", context)


def _page(request, rows):
    return Paginator(rows, AT_A_TIME).get_page(request.GET.get("page"))


def _typed(request):
    return request.GET.get("q", "")[:LONGEST_SEARCH]


@public_page(PublicKind.EXEMPLARS)
@require_safe
def exemplars(request):
    released = Exemplar.objects.released().for_table().order_by("-released_at", "pk")
    page = _page(request, matching(released, _typed(request)))
    return render(request, "public/exemplars.html", {"page": page, "q": _typed(request)})


@public_page(PublicKind.EXEMPLARS)
@require_safe
def exemplar(request, pk):
    """The card by which others copy it."""
    exemplar = get_object_or_404(Exemplar.objects.released().for_table(), pk=pk)
    cost = f"Tổng kinh phí: {dong(exemplar.cost_dong)}.\n" if exemplar.cost_dong else ""
    context = {
        "exemplar": exemplar,
        "texts": [
            ("Cách làm", exemplar.practice),
            ("Kinh phí, nguồn lực", f"{cost}{exemplar.cost}"),
            ("Kết quả", exemplar.effect),
            ("Nguyên nhân thành công", exemplar.causes),
            ("Cần gì để làm theo", exemplar.needs),
        ],
        "figures": exemplar.figures.all(),
        "places": exemplar.adoptions.standing().count(),
        "contact": exemplar.contact if exemplar.shows_contact else "",
    }
    return render(request, "public/exemplar.html", context)


@public_page(PublicKind.AWARDS)
@require_safe
def decisions(request):
    issued = Decision.objects.filter(status__in=PUBLIC).for_table().order_by("-issued_on", "-pk")
    page = _page(request, matching(issued, _typed(request)))
    return render(request, "public/decisions.html", {"page": page, "q": _typed(request)})


@public_page(PublicKind.AWARDS)
@require_safe
def decision(request, pk):
    issued = Decision.objects.filter(status__in=PUBLIC).select_related("unit", "number__series")
    decision = get_object_or_404(issued, pk=pk)
    entries = AwardEntry.objects.filter(decision=decision).select_related("award", "nomination__unit")
    page = _page(request, entries.order_by("award__rank", "subject__kind", "name_key", "pk"))
    return render(request, "public/decision.html", {"decision": decision, "page": page})
