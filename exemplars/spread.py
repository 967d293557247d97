"""How far an exemplar has spread: who learned from whom, and in which units by year."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from core.calendar import today
from exemplars.adopting import learners_of
from exemplars.models import Adoption
from law.models import SubjectKind
from organizations.access import successor_offices
from organizations.models import Unit
from organizations.naming import names_apart

SHOWN = 200  # places of the tree on one page; below the others a number says how many follow
YEARS = 8  # columns; what lies before them stands in one
SHADES = 5  # of a cell, by its share of the largest number


@dataclass
class Place:
    """One adoption in the tree, with those who learned from it."""

    pk: int
    name: str
    unit: str
    unit_id: int
    since: object  # a date
    ended: bool
    adopter: int | None  # pk of the adopter's own exemplar
    children: list = field(default_factory=list)
    below: int = 0  # all who learned through it
    shown: list = field(default_factory=list)  # children on this page

    @property
    def hidden(self):
        return len(self.children) - len(self.shown)


COLUMNS = (
    "pk", "source_id", "adopter_id", "learned_from_id", "unit_id", "unit__name", "subject__name",
    "subject__kind", "since", "status",
)  # fmt: skip


class Spread:
    """All adoptions of an exemplar and of those who learned from it, read at once."""

    def __init__(self, exemplar):
        self.exemplar = exemplar
        rows = Adoption.objects.standing().filter(source__in=learners_of(exemplar))
        self.rows = list(rows.order_by("since", "name_key", "pk").values_list(*COLUMNS, named=True))
        self.units = list(Unit.objects.filter(pk__in={row.unit_id for row in self.rows}))
        names = names_apart(self.units)
        self.places = {row.pk: _place(row, names[row.unit_id]) for row in self.rows}
        self.roots = self._joined()

    def _joined(self):
        """Those who learned from the exemplar itself; every other place hangs below its teacher, once."""
        of_exemplar = {}
        for place in self.places.values():
            if place.adopter:
                of_exemplar.setdefault(place.adopter, place)
        roots = []
        for row in self.rows:
            teacher = self.places.get(row.learned_from_id) or of_exemplar.get(row.source_id)
            (teacher.children if teacher else roots).append(self.places[row.pk])
        for place in roots:
            _count(place)
        return roots

    @property
    def at_second_hand(self):
        return len(self.rows) - len(self.roots)

    def by_year(self):
        """{year: how many began}, in order."""
        return dict(sorted(Counter(row.since.year for row in self.rows).items()))


def _place(row, unit):
    name = row.subject__name or unit
    if row.subject__kind == SubjectKind.HOUSEHOLD:
        name = f"Hộ {name}"
    return Place(
        row.pk, name, unit if row.subject__name else "", row.unit_id, row.since,
        row.status == "ended", row.adopter_id,
    )  # fmt: skip


def _count(root):
    """Fill `below` of the whole branch without recursion: a chain may be as long as the list."""
    branch = [root]
    for place in branch:
        branch += place.children
    for place in reversed(branch):
        place.below = sum(1 + child.below for child in place.children)


def choose_shown(roots, at_most=SHOWN):
    """Fill `shown` from the top, level by level, until `at_most` places stand on the page."""
    left, level = at_most - len(roots), list(roots)
    while level:
        for place in level:
            place.shown = place.children[: max(left, 0)]
            left -= len(place.shown)
        level = [child for place in level for child in place.shown]


# --- The table of units ------------------------------------------------------------------------------


@dataclass
class Line:
    """One unit, with all below it."""

    unit: Unit
    counts: list  # (number, shade from 0 to SHADES) of each column
    total: int
    goes_deeper: bool


@dataclass
class UnitTable:
    above: Unit | None  # whose parts the lines are; None: the top of the tree
    columns: list  # words
    lines: list
    totals: list
    total: int


def units_by_year(spread, within_path=""):
    """The table for the part of the tree at `within_path`; units that ended count where their files went."""
    now = successor_offices(spread.units, today())
    rows = [(now[row.unit_id].path, row.since.year) for row in spread.rows]
    rows = [row for row in rows if row[0].startswith(within_path)]
    within_path = within_path or _common(path for path, _year in rows)
    years = sorted({year for _path, year in rows})[-YEARS:]
    groups = defaultdict(Counter)
    for path, year in rows:
        groups[path[: len(within_path) + Unit.steplen]][max(year, years[0] - 1)] += 1
    columns = sorted({year for counts in groups.values() for year in counts})
    return _table(groups, columns, years, within_path, {path for path, _year in rows})


def _common(paths):
    """The path of the nearest unit above all of them, not one of them; "" when there is none."""
    paths = list(paths)
    if not paths:
        return ""
    first, last, step, shared = min(paths), max(paths), Unit.steplen, 0
    while shared < len(first) - step and first[: shared + step] == last[: shared + step]:
        shared += step
    return first[:shared]


def _table(groups, columns, years, within_path, paths):
    units = {unit.path: unit for unit in Unit.objects.filter(path__in=[*groups, within_path])}
    most = max((max(counts.values()) for counts in groups.values()), default=1)
    lines = [
        Line(
            units[path],
            [(counts[year], _shade(counts[year], most)) for year in columns],
            sum(counts.values()),
            any(other.startswith(path) and other != path for other in paths) and path != within_path,
        )
        for path, counts in groups.items()
    ]
    lines.sort(key=lambda line: (line.unit.path != within_path, -line.total, line.unit.name_key))
    totals = [sum(counts[year] for counts in groups.values()) for year in columns]
    words = [f"Trước {years[0]}" if year < years[0] else str(year) for year in columns]
    return UnitTable(units.get(within_path), words, lines, totals, sum(totals))


def _shade(number, most):
    return -(-number * SHADES // most)
