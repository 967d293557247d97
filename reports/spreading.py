"""How the plan's exemplars were copied and made known in the time that a review looks back on."""

from django.db.models import Count, Sum

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


def counts(review):
    """{figure: number}, plain values for the review's figures."""
    copied = adoptions(review).aggregate(places=Count("pk"), units=Count("unit", distinct=True))
    held = events(review).aggregate(events=Count("pk"), attendance=Sum("attendance", default=0))
    return {
        ADOPTIONS: copied["places"],
        UNITS: copied["units"],
        EVENTS: held["events"],
        ATTENDANCE: held["attendance"],
        COVERAGE: coverage(review).count(),
    }
