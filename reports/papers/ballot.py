"""Phiếu bầu: what each member of the council marks in secret and nobody signs."""

from dataclasses import dataclass

from awards.naming import given_by
from core.calendar import vietnamese_date

from . import heads
from .document import Column, Document, Letterhead, Paragraph, Title, table

COLUMNS = (
    Column("STT", 8, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 24),
    Column("Chức vụ, đơn vị, địa chỉ", 22),
    Column("Đề nghị", 23),
    Column("Đồng ý", 12, "center"),
    Column("Không đồng ý", 12, "center"),
)
HOW = (
    "Đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” của từng dòng. Dòng để trống hoặc đánh dấu "
    "cả hai ô thì không tính. Người bỏ phiếu không ghi tên, không ký vào phiếu."
)


@dataclass(frozen=True)
class Candidate:
    name: str
    description: str
    award: str


@dataclass(frozen=True)
class Ballot:
    letterhead: Letterhead
    council: str
    held: str  # “ngày 02 tháng 6 năm 2023”
    candidates: tuple[Candidate, ...]


def document(session):
    return paper(of_session(session))


def paper(ballot):
    return Document(
        ballot.letterhead,
        Title("PHIẾU BẦU", f"Xét danh hiệu thi đua, hình thức khen thưởng\ntại phiên họp {ballot.held}"),
        tuple(_body(ballot.candidates)),
        ballot.council,
    )


def _body(candidates):
    yield Paragraph(HOW)
    yield table(
        COLUMNS,
        [
            (str(place), row.name, row.description, row.award, "", "")
            for place, row in enumerate(candidates, start=1)
        ],
    )


def of_session(session):
    office = heads.office_of(session.unit, session.day)
    items = session.items.select_related("nomination__award").order_by("order", "pk")
    candidates = (item.nomination for item in items)
    return Ballot(
        heads.council_letterhead(office, ""),
        f"Hội đồng Thi đua - Khen thưởng {office.name}",
        vietnamese_date(session.day),
        tuple(Candidate(str(row), row.description, given_by(str(row.award), office)) for row in candidates),
    )
