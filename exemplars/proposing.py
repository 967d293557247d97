"""Which exemplars an office should look at first, and why: by risk, then by how long nobody was there."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from core.models import Event
from core.templatetags.vietnamese import ngay
from exemplars.models import Exemplar, Verdict, Visit
from exemplars.models.attention import Attention
from exemplars.models.stage import LIVING, Stage
from exemplars.models.visit import WRITABLE
from organizations.access import inherited_units
from organizations.models.unit import within

LONG_AGO = datetime.timedelta(days=365)
QUIET = datetime.timedelta(days=180)
SIGNS = (Attention.FALLING, Attention.HINDERED, Attention.SILENT)
UNSETTLED = (Verdict.NOT_YET, Verdict.NEEDS_MORE)


def proposals(inspection, on):
    """Living exemplars of the office's territory that no team is to visit yet, the most urgent first.

    Each has what `with_attention` says of it, `visited_last`, `verdict_last`, `heard_last` and `risk`;
    `reasons` puts them into words.
    """
    offices = [inspection.unit, *inherited_units(inspection.unit, on)]
    territory = within([office.path for office in offices], "unit__path")
    waiting = Visit.objects.filter(exemplar=OuterRef("pk"), status__in=WRITABLE)
    inside = inspection.visits.filter(exemplar=OuterRef("pk"))
    rows = Exemplar.objects.filter(territory, status__in=LIVING).exclude(status=Stage.FOUND)
    rows = rows.exclude(Exists(waiting)).exclude(Exists(inside)).for_table()
    return with_risk(rows, on).order_by("-risk", F("visited_last").asc(nulls_first=True), "title_key", "pk")


def with_risk(rows, on):
    visits = Visit.objects.seen().filter(exemplar=OuterRef("pk")).order_by("-visited_at")
    kind = ContentType.objects.get_for_model(Exemplar)
    events = Event.objects.filter(content_type=kind, object_id=OuterRef("pk")).order_by("-at")
    verified = events.filter(verb="verify")
    return (
        rows.with_attention(on)
        .annotate(
            visited_last=Coalesce(
                Subquery(visits.values("visited_at")[:1]), Subquery(verified.values("at")[:1])
            ),
            verdict_last=Subquery(visits.values("verdict")[:1]),
            heard_last=Subquery(events.values("at")[:1]),
        )
        .annotate(
            risk=_points(3, Q(visited_last=None))
            + _points(3, Q(verdict_last__in=UNSETTLED))
            + _points(3, Q(is_falling=True))
            + _points(3, Q(is_hindered=True))
            + _points(1, Q(is_silent=True))
            + _points(1, Q(visited_last__date__lt=on - LONG_AGO))
            + _points(1, Q(heard_last__date__lt=on - QUIET))
        )
    )


def _points(points, condition):
    return Case(When(condition, then=Value(points)), default=Value(0), output_field=IntegerField())


def reasons(exemplar, on):
    """Why it should be looked at, in words."""
    seen, heard = exemplar.visited_last, exemplar.heard_last
    if seen is None:
        yield "chưa ai đến xem tại chỗ"
    elif seen.date() < on - LONG_AGO:
        yield f"lần cuối đến xem đã hơn một năm ({ngay(seen)})"
    if exemplar.verdict_last in UNSETTLED:
        yield f"lần trước kết luận “{Verdict(exemplar.verdict_last).label.lower()}”"
    if heard and heard.date() < on - QUIET:
        yield f"đơn vị không báo gì mới từ {ngay(heard)}"
    yield from (sign.label.lower() for sign in SIGNS if getattr(exemplar, f"is_{sign}"))
