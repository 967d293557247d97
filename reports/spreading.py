"""How the plan's exemplars were copied and made known in the time that a review looks back on."""

from dataclasses import dataclass

from exemplars.models import Adoption, Coverage, LearningEvent
from exemplars.models.adoption import STANDING
from reports.moments import stood_in

ADOPTIONS, UNITS, EVENTS, ATTENDANCE, COVERAGE = "adoptions", "units", "events", "attendance", "coverage"
LABELS = {
    ADOPTIONS: "Nơi làm theo",
    UNITS: "Đơn vị có nơi làm theo",
    EVENTS: "Buổi học tập, giao lưu",
    ATTENDANCE: "Lượt người dự",
    COVERAGE: "Tin, bài",
}
LIST_OF = {UNITS: ADOPTIONS, ATTENDANCE: EVENTS}  # the figure whose list stands behind this one, too


def adoptions(review):
    """Of the plan's exemplars, begun in the time and confirmed by its last day."""
    days = (review.period_from, review.period_to)
    begun = Adoption.objects.filter(source__plan=review.plan_id, since__range=days)
    return begun.filter(stood_in(Adoption, STANDING, review.period_to))


def events(review):
    days = (review.period_from, review.period_to)
    return LearningEvent.objects.of_plan(review.plan_id).filter(held_on__range=days)


def coverage(review):
    days = (review.period_from, review.period_to)
    return Coverage.objects.of_plan(review.plan_id).filter(published_on__range=days)


LISTS = {ADOPTIONS: adoptions, EVENTS: events, COVERAGE: coverage}


@dataclass(frozen=True)
class Row:
    """One record that counts, for the unit that copied, held or entered it."""

    what: str  # a key of LISTS
    path: str
    unit: int
    people: int = 0  # who came to an event


def rows_of(review):
    """All that counts in the review."""
    place = "unit__path", "unit"
    return [
        *(Row(ADOPTIONS, *row) for row in adoptions(review).order_by().values_list(*place)),
        *(Row(EVENTS, *row) for row in events(review).order_by().values_list(*place, "attendance")),
        *(Row(COVERAGE, *row) for row in coverage(review).order_by().values_list(*place)),
    ]


def counts(rows):
    """{figure: number}, plain values for the figures of a review or of one unit in it."""
    copied = [row.unit for row in rows if row.what == ADOPTIONS]
    held = [row.people for row in rows if row.what == EVENTS]
    return {
        ADOPTIONS: len(copied),
        UNITS: len(set(copied)),
        EVENTS: len(held),
        ATTENDANCE: sum(held),
        COVERAGE: sum(row.what == COVERAGE for row in rows),
    }
