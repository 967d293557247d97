"""The picture of how far an exemplar has spread."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from exemplars.models import Adoption, Coverage, Exemplar, LearningEvent
from exemplars.models.adoption import WAITING
from exemplars.spread import Spread, choose_shown, units_by_year
from exemplars.views.adoptions import may_record
from exemplars.views.outreach import may_enter
from organizations.models import Unit

PER_PAGE, LINES = 25, 60
LATEST = 3


def spread_of(exemplar, desk):
    """What the exemplar's own page tells of its spread, for exemplars/exemplar_spread.html."""
    standing = exemplar.adoptions.standing()
    events = LearningEvent.objects.visible_to(desk).filter(exemplars=exemplar)
    coverage = Coverage.objects.visible_to(desk).filter(exemplars=exemplar)
    return {
        "spread": standing.aggregate(places=Count("pk"), units=Count("unit", distinct=True)),
        "waiting": exemplar.adoptions.visible_to(desk).filter(status__in=WAITING).count(),
        "events": events.order_by("-held_on", "-pk")[:LATEST],
        "coverage": coverage.order_by("-published_on", "-pk")[:LATEST],
        "may_record": may_record(exemplar, desk),
        "may_enter": may_enter(desk),
    }


@require_safe
def spread_page(request, pk):
    exemplar = get_object_or_404(Exemplar.objects.known_to(request.desk).for_table(), pk=pk)
    spread = Spread(exemplar)
    root = spread.places.get(_number(request, "tu"))
    page = Paginator(root.children if root else spread.roots, PER_PAGE).get_page(request.GET.get("page"))
    choose_shown(page.object_list)
    within = Unit.objects.filter(pk=_number(request, "trong")).first()
    table = units_by_year(spread, within.path if within else "")
    waiting = exemplar.adoptions.visible_to(request.desk)
    context = {
        "exemplar": exemplar,
        "spread": spread,
        "root": root,
        "page_obj": page,
        "table": table,
        "lines": Paginator(table.lines, LINES).get_page(request.GET.get("bang")),
        "within": within,
        "seen": _seen_of(page, request.desk),
        "waiting": waiting.filter(status__in=WAITING).for_table()[:PER_PAGE],
        "may_record": may_record(exemplar, request.desk),
    }
    return render(request, "exemplars/spread.html", context)


def _number(request, name):
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else None


def _seen_of(page, desk):
    """Those on the page whose own page the person may open."""
    shown = list(page.object_list)
    for place in shown:
        shown += place.shown
    pks = [place.pk for place in shown]
    return set(Adoption.objects.visible_to(desk).filter(pk__in=pks).values_list("pk", flat=True))
