"""A plan as a board: how its assignments stand on a day, counted by unit and by milestone."""

from dataclasses import dataclass, field

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode

from campaigns.models import Assignment, AssignmentState, Plan
from organizations.models import Unit, UnitKind
from organizations.models.unit import TERRITORIES
from organizations.naming import names_apart

NO_MILESTONE = "null"  # as the list of rows is asked for them


class UnitGroup(models.TextChoices):
    """In which of its tables the board counts a unit."""

    OFFICES = "offices", "Cơ quan, ban, ngành, đoàn thể"
    TERRITORIES = "territories", "Địa phương"
    OTHERS = "others", "Trường học, đơn vị khác"


OFFICES = {UnitKind.AGENCY, UnitKind.ASSOCIATION}
KINDS = {
    UnitGroup.OFFICES: OFFICES,
    UnitGroup.TERRITORIES: set(TERRITORIES),
    UnitGroup.OTHERS: set(UnitKind) - OFFICES - set(TERRITORIES),
}


@dataclass(frozen=True)
class Cell:
    """A number of the board, and the list of the rows behind it."""

    state: str  # "" for all states together
    label: str
    number: int
    url: str


@dataclass
class Line:
    """One row of the board; `counts` is {state: number}, `asks` what the list of its rows is asked for."""

    label: str
    asks: dict
    plans: list = field(default_factory=list)
    day: object = None
    counts: dict = field(default_factory=lambda: dict.fromkeys(AssignmentState.values, 0))

    @property
    def total(self):
        return sum(self.counts.values())

    @property
    def share_done(self):
        return self.counts[AssignmentState.DONE] * 100 // self.total if self.total else 0

    @property
    def cells(self):
        """All together, then state by state."""
        url = f"{reverse('campaigns:assignments')}?{urlencode(self.asks)}"
        states = [
            Cell(state.value, state.label, self.counts[state], f"{url}&state={state}")
            for state in AssignmentState
        ]
        return [Cell("", "Tất cả", self.total, url), *states]

    def add(self, other):
        for state, number in other.counts.items():
            self.counts[state] += number


@dataclass(frozen=True)
class Board:
    total: Line
    milestones: list
    groups: list  # [(Line of the group, [Line of each unit])]


def board_of(plan, rows, *, desk, asked):
    """Counts `rows`: assignments of the plan, `with_state`; two queries whatever their number.

    `asked` is what narrowed the rows, for the list that a number leads to.
    """
    asked = {"plan": plan.pk} | asked
    milestones = _by_milestone(plan, rows, asked)
    total = Line("Cộng", asked)
    for line in milestones:
        total.add(line)
    return Board(total, milestones, _by_unit(plan, rows, asked, desk))


def _counted(rows, column):
    """{value of the column: {state: number}}."""
    found = {}
    for key, state, number in (
        rows.order_by().values_list(column, "state").annotate(number=Count("pk")).order_by(column)
    ):
        found.setdefault(key, {})[state] = number
    return found


def _by_milestone(plan, rows, asked):
    counted = _counted(rows, "milestone")
    found = [m for m in plan.milestones.all() if m.pk in counted]
    lines = [(m.pk, Line(m.name, asked | {"milestone": m.pk}, day=m.due_on)) for m in found]
    if None in counted:
        lines.append((None, Line("Không gắn mốc", asked | {"milestone": NO_MILESTONE})))
    for key, line in lines:
        line.counts.update(counted[key])
    return [line for _key, line in lines]


def _by_unit(plan, rows, asked, desk):
    counted = _counted(rows, "unit")
    units = list(Unit.objects.filter(pk__in=counted).order_by("name_key", "pk"))
    names, plans = names_apart(units), _answers(plan, desk)
    groups = {group: (Line(group.label, asked | {"group": group.value}), []) for group in UnitGroup}
    for unit in units:
        line = Line(names[unit.pk], asked | {"unit": unit.pk}, plans=plans.get(unit.pk, []))
        line.counts.update(counted[unit.pk])
        subtotal, lines = groups[_group(unit)]
        subtotal.add(line)
        lines.append(line)
    return [(subtotal, lines) for subtotal, lines in groups.values() if lines]


def _group(unit):
    return next(group for group, kinds in KINDS.items() if unit.kind in kinds)


def _answers(plan, desk):
    """{unit pk: the plans by which it carries `plan` out}, those that the person may see."""
    named = Assignment.objects.filter(plan=plan).exclude(answered_by=None)
    pairs = set(named.values_list("unit", "answered_by"))
    lower = Plan.objects.visible_to(desk).filter(Q(implements=plan) | Q(pk__in={pk for _, pk in pairs}))
    plans = {lower_plan.pk: lower_plan for lower_plan in lower.select_related("number__series")}
    pairs |= {(lower_plan.unit_id, pk) for pk, lower_plan in plans.items()}
    found = {}
    for unit, pk in sorted(pairs):
        if pk in plans:
            found.setdefault(unit, []).append(plans[pk])
    return found
