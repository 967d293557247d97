"""From a record to its paper: what must be read with it, when it is final, what it says."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from awards.models import Decision, DecisionStatus, Session, SessionStatus, SubmissionLetter
from awards.models.letter import LetterStatus
from campaigns.models import Plan
from campaigns.models.plan import PUBLIC
from exemplars.models import Nomination
from reports.models import OFFICE, SOURCES, MilestoneReview, PaperKind, ReviewStatus

from . import decision, letter, minutes, plan, review, tally

COUNTED = (SessionStatus.COUNTED, SessionStatus.CLOSED)


@dataclass(frozen=True)
class Source:
    """How one kind of paper is made."""

    records: Callable[[], QuerySet]  # with all that `document` reads
    document: Callable
    final: tuple  # the states in which the paper no longer changes
    printable: tuple = ()  # the states in which there is something to print; () for all


def _plans():
    return Plan.objects.select_related("unit", "number__series", "implements__unit").prefetch_related(
        "sections", "criteria", "milestones", "assignments__unit"
    )


def _sessions():
    return Session.objects.select_related("unit", "number__series", "secretary")


def _decisions():
    return Decision.objects.select_related("unit", "number__series").prefetch_related(
        "items__nomination__award", "entries"
    )


def _letters():
    nominations = Nomination.objects.select_related("award").order_by("kind", "name_key", "pk")
    prefetch = Prefetch("nominations", nominations)
    return SubmissionLetter.objects.select_related("unit", "to_unit", "number__series").prefetch_related(
        prefetch
    )


def _reviews():
    return MilestoneReview.objects.for_table().prefetch_related("sections")


NOT_DROPPED = tuple(status for status in DecisionStatus if status != DecisionStatus.DROPPED)
OF_KIND = {
    PaperKind.PLAN: Source(_plans, plan.document, PUBLIC),
    PaperKind.SUBMISSION: Source(_letters, letter.document, (LetterStatus.ISSUED,)),
    PaperKind.MINUTES: Source(_sessions, minutes.document, (SessionStatus.CLOSED,), COUNTED),
    PaperKind.TALLY: Source(_sessions, tally.document, (SessionStatus.CLOSED,), COUNTED),
    PaperKind.DECISION: Source(_decisions, decision.document, (DecisionStatus.ISSUED,), NOT_DROPPED),
    PaperKind.INTERIM: Source(_reviews, review.document, (ReviewStatus.ISSUED,)),
    PaperKind.FINAL: Source(_reviews, review.document, (ReviewStatus.ISSUED,)),
}


def records_of(kind):
    """The records of which that kind of paper is printed, with all that `document_of` reads."""
    return _of_milestone(kind, OF_KIND[kind].records())


def visible_records(kind, desk):
    """Those of them that the person may see, with their unit."""
    return _of_milestone(kind, SOURCES[kind].objects.visible_to(desk)).select_related("unit")


def _of_milestone(kind, records):
    is_review = kind in (PaperKind.INTERIM, PaperKind.FINAL)
    return records.filter(milestone__kind=kind) if is_review else records


def may_print(kind, record, desk):
    """A final paper may be printed by all who see it, before that by the office that works on it."""
    return is_final(kind, record) or record.unit_id in desk.offices(*OFFICE)


def is_final(kind, record):
    return record.status in OF_KIND[kind].final


def is_printable(kind, record):
    """Whether there is something to print; the paper of a plan issued outside the portal lies elsewhere."""
    if kind == PaperKind.PLAN and record.outside_number:
        return False
    states = OF_KIND[kind].printable
    return not states or record.status in states


def document_of(kind, record):
    return OF_KIND[kind].document(record)
