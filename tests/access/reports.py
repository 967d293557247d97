from core.calendar import now, today
from reports.models import PaperKind, PartStatus, ReviewPart, ReviewStatus
from reports.views.exports import EXPORTS
from tests.access import action, form, page
from tests.factories import (
    ArchiveFactory,
    AwardEntryFactory,
    BlankFactory,
    CertificateBatchFactory,
    CertificateFactory,
    DecisionFactory,
    IssuedNumberFactory,
    MilestoneFactory,
    MilestoneReviewFactory,
    NominationFactory,
    PaperFactory,
    PartSectionFactory,
    PlanFactory,
    SignedCopyFactory,
)


def draft_review(unit):
    return MilestoneReviewFactory(milestone=MilestoneFactory(plan=PlanFactory(unit=unit)))


def spread_of(record):
    return [record.pk, "adoptions"]


def signed_review(unit):
    review = draft_review(unit)
    type(review).objects.filter(pk=review.pk).update(status=ReviewStatus.SIGNED)
    return review


def issued_review(unit):
    review = draft_review(unit)
    number = IssuedNumberFactory()
    issued = {"status": ReviewStatus.ISSUED, "number": number, "issued_on": number.issued_on, "figures": {}}
    type(review).objects.filter(pk=review.pk).update(**issued)
    return review


def asked_part(unit):
    """A part that the district asks of the unit for the review of its own plan."""
    office = unit.office_above(on=today(), itself=True)
    return PartSectionFactory(part__unit=unit, part__review=draft_review(office)).part


def taken_section(unit):
    section = PartSectionFactory(part__review=draft_review(unit))
    sent = {"status": PartStatus.TAKEN, "sent_on": today(), "figures": {}}
    ReviewPart.objects.filter(pk=section.part_id).update(**sent)
    return section


def draft_plan(unit):
    return PlanFactory(unit=unit)


def issued_plan(unit):
    return PlanFactory(unit=unit, issued=True)


def draft_paper(unit):
    return PaperFactory(about=draft_plan(unit))


def paper_without_file(unit):
    """Made, of a plan that everybody may read; its file is not there, which is a 404 for all."""
    return PaperFactory(
        about=issued_plan(unit),
        draft=False,
        made_at=now(),
        sha256="0" * 64,
        file="khong.pdf",
        word_file="khong.docx",
    )


def printed_plan(unit):
    return paper_without_file(unit).source


def issued_decision(unit):
    day = "2024-05-02"
    return DecisionFactory(unit=unit, status="issued", number=IssuedNumberFactory(), issued_on=day)


def batch_without_file(unit):
    """Made; its file is not there, which is a 404 for all."""
    decision = issued_decision(unit)
    return CertificateBatchFactory(decision=decision, made_at=now(), sha256="0" * 64, file="khong.pdf")


def certificate(unit):
    return CertificateFactory(entry=AwardEntryFactory(decision=issued_decision(unit)))


def blank(unit):
    return BlankFactory(unit=unit)


def signed_copy(unit):
    return SignedCopyFactory(about=issued_plan(unit))


def of_plan(plan):
    return [PaperKind.PLAN.value, plan.pk]


def packed_year(unit):
    """Packed by somebody of that office; its file is not there, which is a 404 for all."""
    made = {"made_at": now(), "sha256": "0" * 64, "file": "khong.zip", "size": 1, "files": 1}
    return ArchiveFactory(unit=unit, year=2024, **made)


def own_dossier(unit):
    return NominationFactory(unit=unit)


OFFICE = {"standing": "200 404 404", "chairman": "200 404 404", "clerk": "200 404 404"}
SEEN, NOT_THEIRS = "200 200 404", "403 403 404"
STANDING_ALONE = {"standing": "200 404 404"}
PRINTING = {"standing": "200 404 404", "clerk": "200 404 404"}
PRINTERS = {"printers-TOTAL_FORMS": "0", "printers-INITIAL_FORMS": "0"}

ROWS = [
    *page("reports:reviews", others=200),
    *form("reports:review-new", standing=200, others=403),
    *page("reports:review", draft_review, **OFFICE, others=404),
    *page("reports:review-dossiers", draft_review, **OFFICE, others=404),
    *page("reports:review-spread", draft_review, args=spread_of, **OFFICE, others=404),
    *page("reports:review-parts", draft_review, **OFFICE, others=404),
    *action(
        "reports:review-parts",
        draft_review,
        standing="422 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page(
        "reports:parts-remind",
        draft_review,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *action(
        "reports:parts-remind",
        draft_review,
        standing="409 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *action(
        "reports:part-insert",
        taken_section,
        args=lambda section: [section.part.review_id, section.pk],
        standing="302 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page("reports:parts", others=200),
    *page(
        "reports:part",
        asked_part,
        officer=SEEN,
        head=SEEN,
        standing=SEEN,
        chairman=SEEN,
        clerk=SEEN,
        member=SEEN,
        others=404,
    ),
    *page(
        "reports:part-spread",
        asked_part,
        args=spread_of,
        officer=SEEN,
        head=SEEN,
        standing=SEEN,
        chairman=SEEN,
        clerk=SEEN,
        member=SEEN,
        others=404,
    ),
    *form(
        "reports:part-edit",
        asked_part,
        posted=409,
        officer=SEEN,
        head=SEEN,
        standing=NOT_THEIRS,
        chairman=NOT_THEIRS,
        clerk=NOT_THEIRS,
        member=NOT_THEIRS,
        others=404,
    ),
    *action(
        "reports:part-autosave",
        asked_part,
        officer="409 409 404",
        head="409 409 404",
        standing=NOT_THEIRS,
        chairman=NOT_THEIRS,
        clerk=NOT_THEIRS,
        member=NOT_THEIRS,
        others=404,
    ),
    *form(
        "reports:part-move",
        asked_part,
        args=lambda part: [part.pk, "send"],
        posted=302,
        head=SEEN,
        officer=NOT_THEIRS,
        standing=NOT_THEIRS,
        chairman=NOT_THEIRS,
        clerk=NOT_THEIRS,
        member=NOT_THEIRS,
        others=404,
    ),
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
    *page(
        "reports:review-move",
        issued_review,
        args=lambda review: [review.pk, "begin_replacing"],
        standing="200 404 404",
        others="403 404 404",
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
    *form("reports:archives", standing=200, clerk=200, others=403),
    *page("reports:archive", packed_year, standing="200 404 404", clerk="200 404 404", others=404),
    *page("reports:archive-file", packed_year, others=404),
    *action("reports:archive-dossier", own_dossier, officer="302 302 404", head="302 302 404", others=404),
    *page("reports:paper", draft_paper, **OFFICE, others=404),
    *page("reports:paper-file", paper_without_file, others=404),
    *page("reports:paper-word-file", paper_without_file, others=404),
    *form(
        "reports:attach-signed",
        issued_plan,
        args=of_plan,
        clerk="200 403 403",
        others=403,
    ),
    *form("reports:sign-paper", printed_plan, args=of_plan, clerk="200 403 403", others=403),
    *page("reports:signed-copy", signed_copy, others=200),
    *page("reports:papers-of", draft_plan, args=of_plan, **OFFICE, others=404),
    *page("reports:papers-of", issued_plan, args=of_plan, others=200),
    *page("reports:papers-about", draft_plan, args=of_plan, **OFFICE, others=404),
    *page("reports:papers-about", issued_plan, args=of_plan, others=200),
    *page("reports:catalogue", administrator=200, others=404),
    *page(
        "reports:catalogue-sample",
        lambda unit: None,
        args=lambda _: [PaperKind.BALLOT.value],
        administrator=200,
        others=404,
    ),
    *page("reports:preview", draft_plan, args=of_plan, **STANDING_ALONE, others=404),
    *page("reports:preview", issued_plan, args=of_plan, others=404),
    *action("reports:preview", draft_plan, args=of_plan, others=404),  # it is saved while one types
    *action(
        "reports:preview",
        DecisionFactory,
        args=lambda decision: [PaperKind.DECISION.value, decision.pk],
        standing="422 404 404",  # of a form sent empty nothing can be laid out
        others=404,
    ),
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
    *page("reports:blanks", others=200),
    *form("reports:blank-new", standing=200, clerk=200, others=403),
    *form("reports:blank", blank, **PRINTING, others=404),
    *form("reports:blank-delete", blank, posted=302, **PRINTING, others=404),
    *page("reports:blank-picture", blank, others=404),  # it has none
    *page("reports:blank-test", blank, **PRINTING, others=404),
    *form("reports:printers", posted=302, data=PRINTERS, standing=200, clerk=200, others=403),
    *page("reports:certificates", issued_decision, **OFFICE, others=404),
    *action(
        "reports:certificates",
        issued_decision,
        standing="422 404 404",
        clerk="422 404 404",
        chairman="403 404 404",
        others=404,
    ),
    *page("reports:certificate-batches", issued_decision, **OFFICE, others=404),
    *page("reports:certificate-file", batch_without_file, others=404),
    *page("reports:confirm", certificate, args=lambda made: [made.token], anonymous=200, others=200),
    *[
        row
        for what in EXPORTS
        for row in page("reports:export", lambda unit: None, args=lambda _, what=what: [what], others=200)
    ],
]
