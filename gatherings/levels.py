"""A conference among those of the levels above and below it."""

from dataclasses import dataclass

from gatherings.conference_lists import with_counts
from gatherings.models import Conference

DEEPEST = 4  # commune, district, province, the nation


@dataclass(frozen=True)
class Row:
    conference: Conference
    depth: int  # from 1, the highest


def family(conference, desk):
    """Rows of all that the person may see: from the highest above it down, each before those below it."""
    seen = with_counts(Conference.objects.visible_to(desk))
    levels = [list(seen.filter(pk=_highest(conference, desk)))]
    while levels[-1] and len(levels) < DEEPEST:
        parents = [row.pk for row in levels[-1]]
        levels.append(list(seen.filter(above__in=parents).order_by("unit__path", "starts_at", "pk")))
    children = {}
    for row in (row for level in levels[1:] for row in level):
        children.setdefault(row.above_id, []).append(row)
    return [line for row in levels[0] for line in _under(row, children, 1)]


def _highest(conference, desk):
    """The pk of the highest above it that the person may see."""
    seen, pk, above = Conference.objects.visible_to(desk), conference.pk, conference.above_id
    for _step in range(DEEPEST):
        found = seen.filter(pk=above).values_list("pk", "above").first() if above else None
        if found is None:
            break
        pk, above = found
    return pk


def _under(row, children, depth):
    yield Row(row, depth)
    for child in children.get(row.pk, ()):
        yield from _under(child, children, depth + 1)
