"""Tờ trình to the own chairman: what the council proposes, with the draft of the decision."""

from dataclasses import dataclass

from awards.bases import law_of, minutes_of
from core.calendar import today
from core.templatetags.vietnamese import so

from . import heads, lists
from .decision import prizes_of
from .document import Annex, Block, Document, Letterhead, Paragraph, Signature, Title
from .letter import counts


@dataclass(frozen=True)
class Proposal:
    letterhead: Letterhead
    council: str
    subject: str
    chairman: str  # “Chủ tịch Ủy ban nhân dân …”
    legal_bases: tuple[str, ...]
    headcount: str
    counts: Block
    total: int  # of the prizes, in đồng
    names: Annex
    signature: Signature


def document(decision):
    return paper(of_decision(decision))


def paper(proposal):
    return Document(
        proposal.letterhead,
        Title("TỜ TRÌNH", proposal.subject),
        tuple(_body(proposal)),
        proposal.council,
        signatures=(proposal.signature,),
        legal_bases=proposal.legal_bases,
        addressees=(proposal.chairman,),
        recipients=(heads.AS_ABOVE, "Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
        annexes=(proposal.names,),
    )


def _body(proposal):
    yield Paragraph(
        f"{proposal.council} kính đề nghị {proposal.chairman} xem xét, khen thưởng {proposal.headcount} "
        "(có danh sách và hồ sơ kèm theo), cụ thể:"
    )
    yield proposal.counts
    if proposal.total:
        yield Paragraph(f"Dự kiến tiền thưởng kèm theo: {so(proposal.total)} đồng.")
    yield Paragraph(
        f"{proposal.council} gửi kèm dự thảo Quyết định, kính trình {proposal.chairman} xem xét, quyết định"
    )


def of_decision(decision):
    """Needs items with their nominations and entries prefetched."""
    office = heads.office_of(decision.unit, decision.issued_on)
    council = f"Hội đồng Thi đua - Khen thưởng {office.name}"
    nominations = [item.nomination for item in decision.items.all()]
    prizes = prizes_of(decision, nominations)
    meetings = [f"Căn cứ {minutes} của {council}" for minutes in minutes_of(nominations, decision.unit)]
    bases = [*law_of(nominations, decision.issued_on or today()), *meetings]
    return Proposal(
        heads.dated_by_council(office, "TTr-HĐTĐKT", around=decision.issued_on),
        council,
        decision.title.replace("Về việc tặng", "Về việc đề nghị tặng", 1),
        heads.head_of(office),
        heads.bases("\n".join(bases)),
        lists.headcount(row.kind for row in nominations),
        counts(nominations, [office]),
        sum(filter(None, prizes.values())),
        lists.annex("đề nghị khen thưởng", nominations, [office], prizes),
        heads.standing_signature(office, decision.issued_on),
    )
