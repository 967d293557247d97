"""Sổ vàng: the page of an office's golden book for one decision."""

from dataclasses import dataclass

from awards.models import AwardEntry
from awards.naming import given_by
from core.calendar import short_date

from . import heads, lists
from .document import Annex, Column, Document, Letterhead, Paragraph, Signature, Title, table
from .payment import cited
from .typed_text import capitalised

COLUMNS = (
    Column("STT", 6, "center"),
    Column("Số sổ vàng", 8, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 21),
    Column("Chức vụ, đơn vị, địa chỉ khi được khen", 21),
    Column("Danh hiệu, hình thức khen thưởng", 17, "center"),
    Column("Thành tích", 19),
    Column("Ghi chú", 8, "center"),
)


@dataclass(frozen=True)
class Entry:
    kind: str
    name: str
    description: str
    award: str
    achievement: str
    number: str = ""  # of its certificate; empty before that is printed
    note: str = ""


@dataclass(frozen=True)
class GoldenBook:
    letterhead: Letterhead
    issued_by: str
    year: int
    decision: str
    entries: tuple[Entry, ...]


def document(decision):
    return paper(of_decision(decision))


def paper(book):
    names = tuple(
        (str(place), row.number, row.name, row.description, row.award, row.achievement, row.note)
        for place, row in enumerate(book.entries, start=1)
    )
    return Document(
        book.letterhead,
        Title("SỔ VÀNG KHEN THƯỞNG", f"Năm {book.year}"),
        (
            Paragraph(
                f"Ghi danh {lists.headcount(row.kind for row in book.entries)} được khen thưởng theo "
                f"{book.decision} (có danh sách kèm theo)"
            ),
        ),
        book.issued_by,
        signatures=(Signature("NGƯỜI GHI SỔ", ""), Signature("THỦ TRƯỞNG ĐƠN VỊ", "")),
        annexes=(Annex("Danh sách ghi sổ vàng", (table(COLUMNS, names),), landscape=True),),
    )


def of_decision(decision):
    office = heads.office_of(decision.unit, decision.issued_on)
    entries = AwardEntry.objects.filter(decision=decision).select_related(
        "award", "nomination", "certificate"
    )
    ordered = lists.by_kind(entries.order_by("name_key", "pk"), lambda entry: entry.nomination.kind)
    numbers = {entry.pk: entry.certificate.number for entry in ordered if hasattr(entry, "certificate")}
    last = max(numbers.values(), default=0) + 1
    ordered.sort(key=lambda entry: numbers.get(entry.pk, last))
    return GoldenBook(
        heads.letterhead(office),
        office.issuer,
        decision.issued_on.year,
        cited(decision, office),
        tuple(
            Entry(
                entry.nomination.kind,
                entry.name,
                capitalised(entry.description),
                given_by(str(entry.award), office),
                entry.nomination.summary or decision.achievement,
                f"{numbers[entry.pk]:02d}" if entry.pk in numbers else "",
                f"Hủy bỏ ngày {short_date(entry.annulled_on)}" if entry.annulled_on else "",
            )
            for entry in ordered
        ),
    )
