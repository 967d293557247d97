"""From a record to its paper: what must be read with it, when it is final, what it says."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import Prefetch, QuerySet

from awards.models import (
    Annulment,
    AnnulmentItem,
    AnnulmentStatus,
    Decision,
    DecisionItem,
    DecisionStatus,
    OpinionItem,
    OpinionList,
    OpinionStatus,
    Remark,
    Session,
    SessionStatus,
    SubmissionLetter,
)
from awards.models.decision import PUBLIC as DECIDED
from awards.models.letter import LetterStatus
from campaigns.models import Assignment, ClusterStatus, ClusterYear, Plan
from campaigns.models.cluster import RESULTS as RANKED
from campaigns.models.plan import PUBLIC
from core.calendar import today
from exemplars.models import Exemplar, Nomination, ReturnSlip, Stage, Visit, VisitStatus
from exemplars.models.nomination import ENDED
from exemplars.models.stage import LIVING
from gatherings.models import Conference, ConferenceStatus, Delegate, Entry, EntryStatus
from gatherings.models.delegate import TAKEN
from law.choosing import form_number
from law.models import PaperForm
from organizations.access import PREPARING
from organizations.models import Role
from reports.models import (
    OFFICE,
    SOURCES,
    MilestoneReview,
    PaperKind,
    PartStatus,
    ReviewPart,
)
from reports.models.review import PUBLIC as REVIEWED

from . import (
    achievement,
    annulment,
    appraisal,
    assignment,
    ballot,
    card,
    cluster,
    conference_facts,
    confirmation,
    decision,
    golden_book,
    judging,
    letter,
    minutes,
    notice,
    opinions,
    part,
    payment,
    plan,
    proposal,
    registration,
    result,
    returning,
    review,
    tally,
    verification,
)

AGREED = tuple(status for status in ClusterStatus if status != ClusterStatus.FORMING)
CARDED = tuple(stage for stage in LIVING if stage != Stage.FOUND)
NOT_CANCELLED = tuple(status for status in ConferenceStatus if status != ConferenceStatus.CANCELLED)
COUNTED = (SessionStatus.COUNTED, SessionStatus.CLOSED)
REVIEWS = (PaperKind.INTERIM, PaperKind.FINAL)  # the milestone tells which
ASKED = (OpinionStatus.POSTED, OpinionStatus.CLOSED)
CALLED = (SessionStatus.CONVENED, *COUNTED)  # with an agenda that no longer changes


def _issuing(record):
    return ((OFFICE, record.unit),)


def _preparing(record):
    return ((PREPARING, record.unit),)


def _preparing_or_handling(nomination):
    handling = ((OFFICE, nomination.holder),) if nomination.holder else ()
    return (*_preparing(nomination), *handling)


def _handling(nomination):
    return ((OFFICE, nomination.holder or nomination.unit),)


@dataclass(frozen=True)
class Source:
    """How one kind of paper is made."""

    records: Callable[[], QuerySet]  # with all that `document` reads
    document: Callable
    final: tuple | None  # the states in which the paper no longer changes; None: it never does
    printable: tuple = ()  # the states in which there is something to print; () for all
    workers: Callable = _issuing  # ((roles, unit), …) of those who print it while it may change
    named: Callable = str  # what the record is called in lists of papers
    form: Callable | None = None  # which form (PaperForm) a record takes; None: that of the kind's own name


# What each row of a long list names is joined: to fetch it by keys, SQLite gives up above a thousand.


def _plans():
    related = "unit", "number__series", "implements__unit", "replaces__unit", "replaces__number__series"
    return Plan.objects.select_related(*related).prefetch_related(
        "sections",
        "criteria",
        "milestones",
        Prefetch("assignments", Assignment.objects.select_related("unit")),
    )


def _sessions():
    return Session.objects.select_related("unit", "number__series", "tally_number", "secretary")


def _decisions():
    return Decision.objects.select_related("unit", "number__series").prefetch_related(
        Prefetch("items", DecisionItem.objects.select_related("nomination__award")), "entries"
    )


def _annulments():
    related = "unit", "number__series", "decision__unit", "decision__number__series"
    items = AnnulmentItem.objects.select_related("entry__award", "entry__nomination__award")
    return Annulment.objects.select_related(*related).prefetch_related(
        Prefetch("items", items), "decision__entries"
    )


def _letters():
    nominations = Nomination.objects.select_related("award").order_by("kind", "name_key", "pk")
    prefetch = Prefetch("nominations", nominations)
    return SubmissionLetter.objects.select_related("unit", "to_unit", "number__series").prefetch_related(
        prefetch
    )


def _nominations():
    related = "subject", "unit", "award", "plan__unit", "plan__number__series", "holder", "regime"
    return Nomination.objects.select_related(*related).prefetch_related("evidence")


def _slips():
    related = "nomination__unit", "nomination__award", "office", "by"
    return ReturnSlip.objects.select_related(*related).prefetch_related("items")


def _exemplars():
    related = "subject", "unit", "plan__unit", "plan__number__series", "field"
    return Exemplar.objects.select_related(*related).prefetch_related("figures")


def _registering():
    return _exemplars().prefetch_related("support_plans__tasks__helper_unit")


def _visits():
    related = "round__unit", "exemplar__subject", "exemplar__unit", "recorded_by"
    return Visit.objects.select_related(*related).prefetch_related(
        "findings__criterion", "measures", "photos", "round__members__user"
    )


def _inspecting(visit):
    """The team prints it too, and nobody else of the council sees the visit before it is accepted."""
    return (((*OFFICE, Role.MEMBER), visit.office),)


def _preparing_or_overseeing(exemplar):
    """The unit makes the card for itself, the office to hand it out."""
    office = exemplar.office
    return (*_preparing(exemplar), *(((OFFICE, office),) if office else ()))


def _returning(slip):
    return ((OFFICE, slip.office),)


def _submission_form(letter):
    """The law has a form for the titles of hamlets alone."""
    codes = {nomination.award.code for nomination in letter.nominations.all()}
    return PaperForm.SUBMISSION_HAMLET if codes == {"TTDPVH"} else PaperForm.SUBMISSION


def _entries():
    related = "contest__unit", "unit", "letter_number__series"
    return Entry.objects.select_related(*related)


def _asking(entry):
    return ((OFFICE, entry.contest.unit),)


def _parts():
    related = (
        "unit",
        "review__unit",
        "review__plan__unit",
        "review__plan__number__series",
        "review__milestone",
    )
    return ReviewPart.objects.select_related(*related).prefetch_related("sections")


def _cluster_years():
    return ClusterYear.objects.select_related("cluster__office").prefetch_related("members__unit", "lines")


def _opinion_lists():
    items = OpinionItem.objects.select_related("nomination__award")
    remarks = Remark.objects.select_related("item__nomination")
    return OpinionList.objects.select_related("unit", "rule").prefetch_related(
        Prefetch("items", items), Prefetch("remarks", remarks)
    )


def _reviews():
    older = "replaces__unit", "replaces__number__series"
    return MilestoneReview.objects.for_table().select_related(*older).prefetch_related("sections")


def _conferences():
    numbers = "plan_number__series", "invitation_number__series"
    delegates = Delegate.objects.select_related("unit")
    return Conference.objects.select_related("unit", *numbers).prefetch_related(
        "blocks", "talks", "duties", "quotas__unit", Prefetch("delegates", delegates)
    )


def _of_conference(document):
    return Source(_conferences, document, (ConferenceStatus.CLOSED,), NOT_CANCELLED)


def _but_dropped(states):
    return tuple(status for status in states if status != states.DROPPED)


OF_KIND = {
    PaperKind.PLAN: Source(_plans, plan.document, PUBLIC),
    PaperKind.ASSIGNMENT: Source(_plans, assignment.document, (), PUBLIC),
    PaperKind.REGISTRATIONS: Source(_plans, registration.list_document, (), PUBLIC),
    PaperKind.REGISTRATION: Source(_registering, registration.document, (), LIVING, _preparing),
    PaperKind.VERIFICATION: Source(
        _visits,
        verification.document,
        (VisitStatus.ACCEPTED,),
        tuple(status for status in VisitStatus if status != VisitStatus.CANCELLED),
        _inspecting,
    ),
    PaperKind.CARD: Source(_exemplars, card.document, (), CARDED, _preparing_or_overseeing),
    PaperKind.ACHIEVEMENT: Source(
        _nominations,
        achievement.document,
        ENDED,
        workers=_preparing_or_handling,
        form=achievement.form_of,
    ),
    PaperKind.JUDGING: Source(
        _nominations, judging.document, (), judging.PREPARED, _preparing, form=judging.form_of
    ),
    PaperKind.APPRAISAL: Source(_nominations, appraisal.document, ENDED, appraisal.PRINTABLE, _handling),
    PaperKind.RETURN: Source(_slips, returning.document, None, workers=_returning, named=returning.name_of),
    PaperKind.RESULT: Source(_nominations, result.document, result.ENDED, result.ENDED, _handling),
    PaperKind.BALLOT: Source(_sessions, ballot.document, CALLED, CALLED),
    PaperKind.PROPOSAL: Source(_decisions, proposal.document, DECIDED, _but_dropped(DecisionStatus)),
    PaperKind.SUBMISSION: Source(_letters, letter.document, (LetterStatus.ISSUED,), form=_submission_form),
    PaperKind.MINUTES: Source(_sessions, minutes.document, (SessionStatus.CLOSED,), COUNTED),
    PaperKind.TALLY: Source(_sessions, tally.document, (SessionStatus.CLOSED,), COUNTED),
    PaperKind.DECISION: Source(_decisions, decision.document, DECIDED, _but_dropped(DecisionStatus)),
    PaperKind.ANNULMENT: Source(
        _annulments, annulment.document, (AnnulmentStatus.ISSUED,), _but_dropped(AnnulmentStatus)
    ),
    PaperKind.NOTICE: Source(_decisions, notice.document, DECIDED, DECIDED),
    PaperKind.PAYMENT: Source(_decisions, payment.document, (), DECIDED),
    PaperKind.GOLDEN_BOOK: Source(_decisions, golden_book.document, (), DECIDED),
    PaperKind.INTERIM: Source(_reviews, review.document, REVIEWED),
    PaperKind.FINAL: Source(_reviews, review.document, REVIEWED),
    PaperKind.CONFIRMATION: Source(
        _entries, confirmation.document, (), (EntryStatus.ACCEPTED, EntryStatus.CONFIRMED), _asking
    ),
    PaperKind.PART: Source(_parts, part.document, (PartStatus.TAKEN,), workers=_preparing),
    PaperKind.CLUSTER_CONTRACT: Source(_cluster_years, cluster.contract_document, (), AGREED),
    PaperKind.CLUSTER_RESULT: Source(_cluster_years, cluster.result_document, RANKED, RANKED),
    PaperKind.OPINION_MINUTES: Source(_opinion_lists, opinions.document, (OpinionStatus.CLOSED,), ASKED),
    PaperKind.CONFERENCE: _of_conference(conference_facts.plan),
    PaperKind.INVITATION: _of_conference(conference_facts.invitation),
    PaperKind.PROGRAMME: _of_conference(conference_facts.programme),
    PaperKind.DELEGATES: _of_conference(conference_facts.delegates),
    PaperKind.SCRIPT: _of_conference(conference_facts.script),
}


def records_of(kind):
    """The records of which that kind of paper is printed, with all that `document_of` reads."""
    return _of_milestone(kind, OF_KIND[kind].records())


def visible_records(kind, desk):
    """Those of them that the person may see."""
    return _of_milestone(kind, SOURCES[kind].objects.visible_to(desk))


def _of_milestone(kind, records):
    return records.filter(milestone__kind=kind) if kind in REVIEWS else records


def kinds_of(record):
    """The kinds of paper that are printed from this record."""
    kinds = (kind for kind, model in SOURCES.items() if isinstance(record, model))
    return [kind for kind in kinds if kind not in REVIEWS or record.milestone.kind == kind]


def may_print(kind, record, desk):
    """A final paper may be printed by all who see it, before that by those who work on it."""
    workers = OF_KIND[kind].workers(record)
    return is_final(kind, record) or any(desk.may(role, unit) for roles, unit in workers for role in roles)


def unit_of(kind, record):
    """The unit that prints it."""
    return OF_KIND[kind].workers(record)[0][1]


def name_of(kind, record):
    return OF_KIND[kind].named(record)


def is_final(kind, record):
    states = OF_KIND[kind].final
    return states is None or record.status in states


IF = {  # what a record must have for the paper to say anything
    PaperKind.PLAN: lambda plan: not plan.outside_number,  # else its paper lies elsewhere
    PaperKind.REGISTRATIONS: lambda plan: registration.registered_in(plan).exists(),
    PaperKind.ASSIGNMENT: lambda plan: plan.assignments.all(),
    PaperKind.DELEGATES: lambda conference: conference.delegates.filter(status__in=TAKEN).exists(),
}


def is_printable(kind, record):
    """Whether there is something to print."""
    states = OF_KIND[kind].printable
    return (kind not in IF or bool(IF[kind](record))) and (not states or record.status in states)


def document_of(kind, record):
    form = OF_KIND[kind].form
    return on_form(OF_KIND[kind].document(record), form(record) if form else kind)


def on_form(document, form):
    """The document with the number and the heading that the law of its day gives its form, if it has one."""
    found = form_number(form, document.letterhead.date or today()) if form in PaperForm.values else None
    if found is None:
        return document
    title = replace(document.title, kind=found.heading.upper()) if found.heading else document.title
    return replace(document, title=title, form_number=found.text)
