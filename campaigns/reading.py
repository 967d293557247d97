"""A plan as people read it: its parts in the order of paper, and how its days stand."""

from dataclasses import dataclass

from campaigns.models import AssignmentState, SectionKind
from core.templatetags.vietnamese import so
from law.models import SubjectKind

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")


@dataclass(frozen=True)
class Part:
    """One numbered part of the plan's text."""

    kind: str
    number: str
    title: str
    body: str


@dataclass(frozen=True)
class Stand:
    """A milestone or an assignment on one day: the row, a state for its colour, and the days in words."""

    row: object
    state: str
    label: str
    days: str = ""
    may_report: bool = False


def parts_of(plan, *, with_rows):
    """The parts that are written, and those in `with_rows`: kinds whose tables hold something."""
    bodies = {section.kind: section.body for section in plan.sections.all()}
    kinds = [kind for kind in SectionKind if bodies.get(kind) or kind in with_rows]
    return [
        Part(kind.value, number, kind.label, bodies.get(kind, ""))
        for number, kind in zip(ROMAN, kinds, strict=False)
    ]


def criteria_tables(plan):
    """[(kind of subject, criteria, total of points)] for the kinds that the plan has criteria for."""
    criteria = list(plan.criteria.all())
    found = []
    for kind in SubjectKind:
        rows = [criterion for criterion in criteria if criterion.subject_kind == kind]
        if rows:
            found.append((kind.label, rows, sum(criterion.max_points for criterion in rows)))
    return found


def days_in_words(left, past="đã qua"):
    """“còn 12 ngày”, “hôm nay”, “đã qua 3 ngày”."""
    if left == 0:
        return "hôm nay"
    return f"còn {so(left)} ngày" if left > 0 else f"{past} {so(-left)} ngày"


def milestone_stands(plan, on):
    """The plan's milestones with how far off each is on the day `on`; the next one is marked."""
    stands, is_next = [], True
    for milestone in plan.milestones.all():
        left = milestone.days_left(on)
        state = "past" if left < 0 else "next" if is_next else "later"
        is_next = is_next and left < 0
        stands.append(Stand(milestone, state, milestone.get_kind_display(), days_in_words(left)))
    return stands


def assignment_stands(plan, on, reportable):
    """The plan's assignments on the day `on`; `reportable`: pks of those the person may report on.

    Before the plan is issued nobody has been asked for anything, so nothing is late or done.
    """
    stand = _assignment_stand if plan.is_public else _not_asked_yet
    return [Stand(row, *stand(row, on), may_report=row.pk in reportable) for row in plan.assignments.all()]


def _not_asked_yet(_row, _on):
    return "", ""


def _assignment_stand(row, on):
    state = row.state(on)
    if state == AssignmentState.DONE:
        late = (row.done_on - row.due_on).days if row.due_on else 0
        return state, state.label, f"trễ {so(late)} ngày" if late > 0 else ""
    left = row.days_left(on)
    return state, state.label, "" if left is None else days_in_words(left, past="trễ")
