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


def days_in_words(left):
    """“còn 12 ngày”, “hôm nay”, “đã qua 3 ngày”."""
    if left == 0:
        return "hôm nay"
    return f"còn {so(left)} ngày" if left > 0 else f"đã qua {so(-left)} ngày"


def milestone_stands(plan, on):
    """The plan's milestones with how far off each is on the day `on`; the next one is marked."""
    stands, is_next = [], True
    for milestone in plan.milestones.all():
        left = milestone.days_left(on)
        state = "past" if left < 0 else "next" if is_next else "later"
        is_next = is_next and left < 0
        stands.append(Stand(milestone, state, milestone.get_kind_display(), days_in_words(left)))
    return stands


def assignment_stands(plan, deadlines, reportable):
    """The plan's assignments (of `with_state`); `reportable`: pks of those the person may report on.

    Before the plan is issued nobody has been asked for anything, so nothing is late or done.
    """
    return [
        Stand(row, *assignment_stand(row, deadlines), may_report=row.pk in reportable)
        if plan.is_public
        else Stand(row, "", "", _day_off(row, deadlines))
        for row in plan.assignments.all()
    ]


def assignment_stand(row, deadlines):
    """(state, its word, working days left or late in words) of an assignment of `with_state`."""
    if row.state == AssignmentState.DONE:
        left = deadlines.left(row.due_on, seen_from=row.done_on)
        words = working_days_in_words(left) if left is not None and left < 0 else ""
    else:
        words = working_days_in_words(deadlines.left(row.due_on))
    return row.state, row.get_state_display(), words


def working_days_in_words(left):
    """“còn 12 ngày làm việc”, “hết hạn hôm nay”, “trễ 3 ngày làm việc”; "" where there is no due day."""
    if left is None:
        return ""
    if left == 0:
        return "hết hạn hôm nay"
    return f"còn {so(left)} ngày làm việc" if left > 0 else f"trễ {so(-left)} ngày làm việc"


def _day_off(row, deadlines):
    until = deadlines.counts_until(row.due_on)
    return f"ngày nghỉ, tính đến hết {until:%d/%m/%Y}" if until else ""
