"""Biên bản kiểm chứng: what was found on the spot about an exemplar, before and after, and what follows."""

from dataclasses import dataclass

from . import heads
from .blanks import MOMENT, blank_lines, line
from .document import (
    Bullet,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Signature,
    Title,
    table,
)

MEASURES = (
    Column("STT", 8, "center"),
    Column("Nội dung, chỉ tiêu", 40),
    Column("Trước khi thực hiện", 18, "center"),
    Column("Khi kiểm chứng", 18, "center"),
    Column("Ghi chú", 16),
)


@dataclass(frozen=True)
class Measure:
    name: str
    before: str
    after: str
    note: str = ""


@dataclass(frozen=True)
class Verification:
    letterhead: Letterhead
    issued_by: str
    exemplar: str
    subject: str
    began: str = ""  # “08 giờ 00 phút, ngày 02 tháng 6 năm 2023”; empty values are filled in by hand
    ended: str = ""
    place: str = ""
    team: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    practice: str = ""
    measures: tuple[Measure, ...] = ()
    evidence: tuple[str, ...] = ()
    neighbours: str = ""
    conclusion: str = ""
    secretary: str = ""
    host: str = ""
    leader: str = ""


def paper(verification):
    return Document(
        verification.letterhead,
        Title("BIÊN BẢN", f"Kiểm chứng mô hình, điển hình tiên tiến\n“{verification.exemplar}”"),
        tuple(_body(verification)),
        verification.issued_by,
        signatures=(
            Signature("THƯ KÝ", verification.secretary),
            Signature("ĐẠI DIỆN ĐƠN VỊ", verification.host),
            Signature("TRƯỞNG ĐOÀN", verification.leader),
        ),
        recipients=("Đơn vị được kiểm chứng", "Lưu: VT, hồ sơ"),
    )


def _body(found):
    yield Paragraph(f"Thời gian bắt đầu: {found.began or MOMENT}.")
    yield line("Địa điểm", found.place)
    yield line("Đối tượng được kiểm chứng", found.subject)
    yield Heading("I", "Thành phần")
    yield from _people("Đoàn kiểm chứng", found.team)
    yield from _people("Đại diện đơn vị, nơi cư trú", found.hosts)
    yield Heading("II", "Nội dung kiểm chứng")
    yield Paragraph("Cách làm, quá trình thực hiện:")
    yield from heads.prose(found.practice) or blank_lines(2)
    yield Paragraph("Kết quả, số liệu:")
    rows = [
        (str(place), row.name, row.before, row.after, row.note)
        for place, row in enumerate(found.measures, start=1)
    ]
    yield table(MEASURES, rows or [(str(place), "", "", "", "") for place in (1, 2, 3)])
    yield Paragraph("Minh chứng kèm theo:")
    yield from [Bullet(f"{title}.") for title in found.evidence] or blank_lines(1)
    yield Heading("III", "Ý kiến của Nhân dân nơi cư trú, của đơn vị")
    yield from heads.prose(found.neighbours) or blank_lines(2)
    yield Heading("IV", "Kết luận, kiến nghị")
    yield from heads.prose(found.conclusion) or blank_lines(2)
    yield Paragraph(
        f"Việc kiểm chứng kết thúc vào {found.ended or MOMENT}; biên bản đã được đọc cho những người có mặt "
        "nghe và thống nhất"
    )


def _people(heading, names):
    yield Paragraph(f"{heading}:")
    yield from [Item(f"{place}.", f"{name}.") for place, name in enumerate(names, start=1)] or blank_lines(2)
