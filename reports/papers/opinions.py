"""Biên bản kết thúc lấy ý kiến Nhân dân: what was shown for how long, and what the people said of it.

Who said it stands with the office alone.
"""

from collections import Counter
from dataclasses import dataclass

from awards.opinions import counted
from core.calendar import vietnamese_date
from core.emphasis import plain

from . import heads
from .blanks import blank_lines, line
from .document import Column, Document, Letterhead, Paragraph, Section, Signature, Title, table
from .minutes import spelled_out

LISTED = (
    Column("STT", 8, "center"),
    Column("Danh hiệu, hình thức khen thưởng đề nghị", 70),
    Column("Số hồ sơ", 22, "right"),
)
SAID = (
    Column("STT", 8, "center"),
    Column("Về", 20),
    Column("Ý kiến", 14),
    Column("Nội dung", 30),
    Column("Trả lời, cách xử lý", 28),
)


@dataclass(frozen=True)
class OpinionSheet:
    letterhead: Letterhead
    issued_by: str
    name: str
    posted: str  # “từ ngày … đến hết ngày …”
    days: str  # “10 ngày làm việc (Nghị định …)”
    ended: str
    listed: tuple[tuple[str, int], ...]  # (award, dossiers)
    stances: tuple[tuple[str, int], ...]
    said: tuple[tuple[str, str, str, str], ...] = ()  # (about whom, stance, text, answer)
    conclusion: tuple = ()  # blocks
    signature: Signature | None = None
    draft: bool = False


def document(opinion_list):
    return minute(of_list(opinion_list))


def minute(sheet):
    return Document(
        sheet.letterhead,
        Title("BIÊN BẢN", f"Kết thúc lấy ý kiến Nhân dân: {sheet.name}"),
        tuple(_body(sheet)),
        sheet.issued_by,
        signatures=(Signature("NGƯỜI LẬP BIÊN BẢN", ""), *filter(None, [sheet.signature])),
        recipients=("Hội đồng Thi đua - Khen thưởng", f"{heads.KEPT} VT, hồ sơ"),
        draft=sheet.draft,
    )


def _body(sheet):
    yield Section("I", "Việc công khai danh sách")
    yield Paragraph(f"Danh sách được công khai trên cổng thông tin {sheet.posted}.")
    if sheet.days:
        yield Paragraph(f"Thời gian lấy ý kiến theo quy định: {sheet.days}.")
    yield line("Nơi niêm yết khác")
    yield Paragraph(f"Danh sách gồm {sum(number for _award, number in sheet.listed):02d} hồ sơ:")
    yield table(LISTED, [(str(n), award, str(count)) for n, (award, count) in enumerate(sheet.listed, 1)])
    yield Section("II", "Ý kiến của người dân")
    yield from _opinions(sheet)
    yield Section("III", "Kết luận")
    yield from sheet.conclusion or blank_lines(3)
    if sheet.ended:
        yield Paragraph(f"Biên bản được lập {sheet.ended}")


def _opinions(sheet):
    total = sum(number for _stance, number in sheet.stances)
    if not total:
        yield Paragraph("Trong thời gian công khai không nhận được ý kiến nào.")
        return
    shares = "; ".join(f"{stance.lower()}: {number:02d}" for stance, number in sheet.stances)
    yield Paragraph(f"Nhận được {total:02d} ý kiến, trong đó {shares}.")
    yield table(SAID, [(str(place), *row) for place, row in enumerate(sheet.said, start=1)])


# --- From the records --------------------------------------------------------------------------------


def of_list(opinion_list):
    """Needs its unit and rule, items with their awards, and remarks with what they are about."""
    office = heads.office_of(opinion_list.unit, opinion_list.ended_on)
    remarks, rule = list(opinion_list.remarks.all()), opinion_list.rule
    listed = Counter(spelled_out(str(item.nomination.award)) for item in opinion_list.items.all())
    ended = opinion_list.ended_on
    return OpinionSheet(
        heads.letterhead(office, day=ended),
        office.issuer,
        str(opinion_list),
        f"từ {vietnamese_date(opinion_list.opens_on)} đến hết {vietnamese_date(opinion_list.closes_on)}",
        f"{rule.value} {rule.unit} ({rule.citation})" if rule else "",
        vietnamese_date(ended) if ended else "",
        tuple(listed.items()),
        tuple(counted(remarks)),
        tuple(_said(remark) for remark in remarks),
        tuple(heads.prose(opinion_list.conclusion)),
        heads.standing_signature(office, ended),
        draft=opinion_list.status != "closed",
    )


def _said(remark):
    about = str(remark.item) if remark.item else "Cả danh sách"
    return about, remark.get_stance_display(), plain(remark.text), plain(remark.answer)
