from core.calendar import now
from reports.models import PaperKind, ReviewStatus
from reports.views.exports import EXPORTS
from tests.access import action, form, page
from tests.factories import (
    MilestoneFactory,
    MilestoneReviewFactory,
    PaperFactory,
    PlanFactory,
)


def draft_review(unit):
    return MilestoneReviewFactory(milestone=MilestoneFactory(plan=PlanFactory(unit=unit)))


def signed_review(unit):
    review = draft_review(unit)
    type(review).objects.filter(pk=review.pk).update(status=ReviewStatus.SIGNED)
    return review


def draft_plan(unit):
    return PlanFactory(unit=unit)


def issued_plan(unit):
    return PlanFactory(unit=unit, issued=True)


def draft_paper(unit):
    return PaperFactory(about=draft_plan(unit))


def paper_without_file(unit):
    """Made, of a plan that everybody may read; its file is not there, which is a 404 for all."""
    return PaperFactory(
        about=issued_plan(unit), draft=False, made_at=now(), sha256="0" * 64, file="khong.pdf"
    )


def of_plan(plan):
    return [PaperKind.PLAN.value, plan.pk]


OFFICE = {"standing": "200 404 404", "chairman": "200 404 404", "clerk": "200 404 404"}
STANDING_ALONE = {"standing": "200 404 404"}

ROWS = [
    *page("reports:reviews", others=200),
    *form("reports:review-new", standing=200, others=403),
    *page("reports:review", draft_review, **OFFICE, others=404),
    *page("reports:review-dossiers", draft_review, **OFFICE, others=404),
    *form("reports:review-edit", draft_review, posted=409, **STANDING_ALONE, others=404),
    *action("reports:review-autosave", draft_review, standing="409 404 404", others=404),
    *page(
        "reports:review-move",
        draft_review,
        args=lambda review: [review.pk, "submit"],
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *action(
        "reports:review-move",
        draft_review,
        args=lambda review: [review.pk, "submit"],
        standing="302 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *form(
        "reports:review-issue",
        signed_review,
        clerk="200 404 404",
        standing="403 404 404",
        chairman="403 404 404",
        others=404,
    ),
    *page("reports:papers", others=200),
    *page("reports:paper", draft_paper, **OFFICE, others=404),
    *page("reports:paper-file", paper_without_file, others=404),
    *page("reports:papers-of", draft_plan, args=of_plan, **OFFICE, others=404),
    *page("reports:papers-of", issued_plan, args=of_plan, others=200),
    *action("reports:print", issued_plan, args=of_plan, others=302),
    *action(
        "reports:print",
        draft_plan,
        args=of_plan,
        standing="302 404 404",
        chairman="302 404 404",
        clerk="302 404 404",
        others=404,
    ),
    *[
        row
        for what in EXPORTS
        for row in page("reports:export", lambda unit: None, args=lambda _, what=what: [what], others=200)
    ],
]
