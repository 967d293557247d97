"""Tờ trình: what the council passed, counted by title, with the list."""

from collections import Counter

from awards.decisions import proposed_bases
from awards.models import AgendaItem, Outcome
from awards.models.letter import LetterStatus
from core.calendar import today, vietnamese_date

from . import heads, lists
from .document import Column, Document, Paragraph, Title, table

COUNTS = (
    Column("STT", 8, "center"),
    Column("Danh hiệu, hình thức khen thưởng", 44),
    Column("Cá nhân", 12, "center"),
    Column("Tập thể", 12, "center"),
    Column("Hộ gia đình", 12, "center"),
    Column("Cộng", 12, "center"),
)


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
        legal_bases=_bases(letter),
        addressees=(receiver.issuer,),
        recipients=_recipients(letter),
        annexes=(lists.annex(f"{lists.TITLE}đề nghị khen thưởng", nominations),),
        draft=letter.status != LetterStatus.ISSUED,
    )


def _recipients(letter):
    entries = heads.recipients(letter.recipients)
    return entries if heads.AS_ABOVE in entries else (heads.AS_ABOVE, *entries)


def _bases(letter):
    """The law of the letter's day, then the meetings of the council that passed its dossiers."""
    law = [row for row in proposed_bases(letter.unit, letter.issued_on or today()) if "Căn cứ" in row]
    return heads.bases("\n".join([*law, *_meetings(letter)]))


def _meetings(letter):
    passed = AgendaItem.objects.filter(
        nomination__letters=letter, session__unit=letter.unit, outcome=Outcome.PASSED
    )
    sessions = {item.session_id: item.session for item in passed.select_related("session__number__series")}
    for session in sorted(sessions.values(), key=lambda session: session.held_at):
        number = f" số {session.number.text}" if session.number else ""
        yield (
            f"Căn cứ Biên bản họp{number} {vietnamese_date(session.day)} của Hội đồng Thi đua - Khen thưởng "
            f"{letter.unit.name}"
        )


def _body(letter, office, receiver, nominations):
    yield from heads.prose(letter.reasons)
    yield Paragraph(
        f"{office.issuer} kính trình {receiver.issuer} xem xét, khen thưởng "
        f"{lists.headcount(row.kind for row in nominations)} (có danh sách và hồ sơ kèm theo), cụ thể:"
    )
    yield _counts(nominations)
    yield Paragraph(f"{office.issuer} kính trình {receiver.issuer} xem xét, quyết định")


def _counts(nominations):
    counts = Counter((str(row.award), row.kind) for row in nominations)
    awards = dict.fromkeys(award for award, _ in counts)
    rows = [(award, *(counts[award, kind] for kind, _ in lists.GROUPS)) for award in awards]
    columns = list(zip(*(row[1:] for row in rows), strict=True)) or [(0,)] * 3
    sums = [sum(column) for column in columns]
    return table(
        COUNTS,
        [
            (str(place), award, *map(str, (*row, sum(row))))
            for place, (award, *row) in enumerate(rows, start=1)
        ],
        total=("", "Tổng cộng", *map(str, (*sums, sum(sums)))),
    )
