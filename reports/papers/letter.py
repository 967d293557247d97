"""Tờ trình: what the council passed, counted by title, with the list."""

from awards.bases import law_of, minutes_of
from awards.models.letter import LetterStatus
from awards.naming import given_by
from core.calendar import today

from . import heads, lists
from .document import Document, Paragraph, Title


def document(letter):
    """Needs its nominations with their awards prefetched."""
    office = heads.office_of(letter.unit, letter.issued_on)
    receiver = heads.office_of(letter.to_unit, letter.issued_on)
    nominations = list(letter.nominations.all())
    return Document(
        heads.of_paper(letter, office),
        Title("TỜ TRÌNH", letter.title),
        tuple(_body(letter, office, receiver, nominations)),
        office.issuer,
        signatures=(heads.signature(letter, office),),
        legal_bases=_bases(letter, nominations),
        addressees=(receiver.issuer,),
        recipients=_recipients(letter),
        annexes=(lists.annex("đề nghị khen thưởng", nominations, [receiver, office]),),
        draft=letter.status != LetterStatus.ISSUED,
    )


def _recipients(letter):
    entries = heads.recipients(letter.recipients)
    return entries if heads.AS_ABOVE in entries else (heads.AS_ABOVE, *entries)


def _bases(letter, nominations):
    """The law of the letter's day, then the meetings of the council that passed its dossiers."""
    council = f"của Hội đồng Thi đua - Khen thưởng {letter.unit.name}"
    meetings = [f"Căn cứ {minutes} {council}" for minutes in minutes_of(nominations, letter.unit)]
    return heads.bases("\n".join([*law_of(nominations, letter.issued_on or today()), *meetings]))


def _body(letter, office, receiver, nominations):
    yield from heads.prose(letter.reasons)
    yield Paragraph(
        f"{office.issuer} kính đề nghị {receiver.issuer} xem xét, khen thưởng "
        f"{lists.headcount(row.kind for row in nominations)} (có danh sách và hồ sơ kèm theo), cụ thể:"
    )
    yield counts(nominations, [receiver, office])
    yield Paragraph(f"{office.issuer} kính trình {receiver.issuer} xem xét, quyết định")


def counts(nominations, offices):
    """How many of each kind are proposed for each award."""
    awards = ((given_by(str(row.award), *offices), row.kind) for row in nominations)
    return lists.counts("Danh hiệu, hình thức khen thưởng", awards)
