"""Công văn by which a contest asks the place of residence to confirm a person and a deed."""

from dataclasses import dataclass

from . import heads
from .blanks import blank_lines
from .document import Document, Letterhead, Paragraph, ScoreLine, Signature, Title


@dataclass(frozen=True)
class Confirmation:
    letterhead: Letterhead
    issuer: str
    asked: str  # the place of residence
    contest: str
    hero: str
    hero_about: str
    title: str
    signature: Signature


def document(entry):
    return letter(of_entry(entry))


def letter(asked):
    return Document(
        asked.letterhead,
        Title("", "xác nhận gương người tốt, việc tốt trong bài dự thi"),
        tuple(_body(asked)),
        asked.issuer,
        signatures=(asked.signature,),
        addressees=(asked.asked,),
        recipients=(heads.AS_ABOVE, f"{heads.KEPT} VT"),
    )


def _body(asked):
    yield Paragraph(f"Ban tổ chức {asked.contest} nhận được bài dự thi viết về:")
    yield ScoreLine("Họ và tên, tên tập thể", asked.hero)
    if asked.hero_about:
        yield ScoreLine("Nghề nghiệp, chức vụ", asked.hero_about)
    yield ScoreLine("Tên bài", asked.title)
    yield Paragraph(
        f"{asked.issuer} đề nghị {asked.asked} xác nhận người và việc nêu trong bài (gửi kèm) có đúng sự "
        "thật không, việc chấp hành chủ trương, chính sách, pháp luật tại nơi cư trú, công tác, theo mẫu "
        "dưới đây:"
    )
    yield Paragraph("Ý kiến của nơi cư trú, công tác (đúng, chưa đúng, nội dung cần sửa):")
    yield from blank_lines(3)
    yield Paragraph("Ý kiến xin gửi về cơ quan ban hành văn bản này để kịp chấm bài")


def of_entry(entry):
    """Needs its contest's unit, the unit that is asked, and its number."""
    number = entry.letter_number
    day = number.issued_on if number else None
    office, asked = heads.office_of(entry.contest.unit, day), heads.office_of(entry.unit, day)
    symbol = number.series.symbol if number else office.symbol or "UBND"
    return Confirmation(
        heads.letterhead(office, symbol, number=number and number.number, day=day),
        office.issuer,
        _issuer(asked),
        f"{entry.contest.name} ({entry.contest.edition})",
        entry.hero,
        entry.hero_about,
        entry.title,
        heads.signed_by(office),
    )


def _issuer(unit):
    return f"{unit.issuer[:1].upper()}{unit.issuer[1:]}"
