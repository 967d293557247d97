"""Thông báo kết quả of one dossier: to its unit, what became of it and why."""

from dataclasses import dataclass

from awards.minutes import percent
from awards.models import AgendaItem, Outcome
from awards.naming import in_a_sentence
from core.calendar import short_date
from exemplars.models import NominationStatus

from . import heads
from .document import Document, Letterhead, Paragraph, Signature, Title
from .payment import cited

S = NominationStatus
ENDED = (S.AWARDED, S.NOT_PASSED, S.INELIGIBLE)  # with a result to tell
SYMBOL = "TB-HĐTĐKT"


@dataclass(frozen=True)
class Result:
    """What became of one dossier."""

    letterhead: Letterhead
    council: str
    unit: str
    subject: str
    award: str
    outcome: str  # a sentence
    reasons: str  # typed
    signature: Signature


def document(nomination):
    return paper(of_nomination(nomination))


def paper(result):
    return Document(
        result.letterhead,
        Title("THÔNG BÁO", "Kết quả xét hồ sơ đề nghị khen thưởng"),
        tuple(_told(result)),
        result.council,
        signatures=(result.signature,),
        addressees=(result.unit,),
        recipients=(heads.AS_ABOVE, "Lưu: VT, hồ sơ"),
    )


def _told(result):
    yield Paragraph(
        f"{result.council} đã xét hồ sơ của {result.unit} đề nghị tặng {result.award} cho {result.subject} "
        "và thông báo kết quả như sau:"
    )
    yield Paragraph(result.outcome)
    yield from heads.prose(result.reasons)
    yield Paragraph(f"{result.council} thông báo để {result.unit} và đối tượng được đề nghị biết")


def of_nomination(nomination):
    """Needs its unit, award and holder; how the council voted and what was decided are read here."""
    office = heads.office_of(nomination.holder or nomination.unit, None)
    description = f", {nomination.description}" if nomination.description else ""
    outcome, reasons = _outcome(nomination, office)
    return Result(
        heads.dated_by_council(office, SYMBOL),
        f"Hội đồng Thi đua - Khen thưởng {office.name}",
        heads.office_of(nomination.unit, None).issuer,
        f"{nomination}{description}",
        in_a_sentence(nomination.award, office) if nomination.award else "danh hiệu, hình thức khen thưởng",
        outcome,
        reasons,
        heads.standing_signature(office),
    )


def _outcome(nomination, office):
    """(sentence, reasons)."""
    if nomination.status == S.AWARDED:
        return f"Được khen thưởng theo {cited(nomination.entry.decision, office)}.", ""
    if nomination.status == S.NOT_PASSED:
        return f"Hội đồng không thông qua{_votes(nomination)}.", ""
    return "Hồ sơ không đủ điều kiện trình Hội đồng, lý do:", nomination.appraisal


def _votes(nomination):
    items = AgendaItem.objects.filter(nomination=nomination, outcome=Outcome.NOT_PASSED)
    item = items.select_related("session", "rule").order_by("session__held_at").last()
    if item is None or item.votes_for is None:
        return ""
    total = item.session.members.count()
    rule = f", chưa đạt {item.rule.share}" if item.rule else ""
    return (
        f" tại phiên họp ngày {short_date(item.session.day)}: {item.votes_for}/{total} phiếu đồng ý "
        f"({percent(item.votes_for, total)}){rule}"
    )
