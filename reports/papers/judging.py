"""Biên bản bình xét: the meeting at which a unit judges its own, names filled in and the rest by hand."""

from dataclasses import dataclass

from awards.naming import given_by
from exemplars.models import Nomination, NominationStatus
from exemplars.models.nomination import EDITABLE
from law.models import PaperForm

from . import heads, lists
from .blanks import DOT, MOMENT, SHORT, blank_lines, line
from .document import Column, Document, Heading, Letterhead, Paragraph, Signature, Title, table

PREPARED = (*EDITABLE, NominationStatus.READY)  # the dossiers on which the unit still works
COLUMNS = (
    Column("STT", 8, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 22),
    Column("Chức vụ, đơn vị, địa chỉ", 19),
    Column("Đề nghị", 19),
    Column("Đồng ý", 11, "center", over="Số phiếu"),
    Column("Không đồng ý", 11, "center", over="Số phiếu"),
    Column("Tỷ lệ", 10, "center"),
)
FORMS = {"GDVH": PaperForm.JUDGING_FAMILY, "TTDPVH": PaperForm.JUDGING_HAMLET}


@dataclass(frozen=True)
class Nominee:
    name: str
    description: str
    award: str


@dataclass(frozen=True)
class Judging:
    letterhead: Letterhead
    issued_by: str
    year: int | None
    nominees: tuple[Nominee, ...]


def document(nomination):
    return paper(of_nomination(nomination))


def paper(judging):
    year = f" năm {judging.year}" if judging.year else ""
    return Document(
        judging.letterhead,
        Title("BIÊN BẢN", f"Họp bình xét thi đua, đề nghị khen thưởng{year}"),
        tuple(_body(judging.nominees)),
        judging.issued_by,
        signatures=(Signature("THƯ KÝ", ""), Signature("CHỦ TỌA", "")),
        recipients=("Lưu: VT, hồ sơ",),
    )


def _body(nominees):
    yield Paragraph(f"Thời gian bắt đầu: {MOMENT}.")
    yield line("Địa điểm")
    yield Heading("I", "Thành phần")
    yield Paragraph(
        f"Được triệu tập: {SHORT} người; có mặt: {SHORT} người, trong đó nữ: {SHORT} người; "
        f"vắng mặt: {SHORT} người."
    )
    yield line("Người vắng mặt, lý do")
    yield line("Chủ trì (chủ tọa)")
    yield line("Thư ký (người ghi biên bản)")
    yield Heading("II", "Nội dung")
    yield Paragraph("Chủ trì nêu tiêu chuẩn danh hiệu, hình thức khen thưởng và tóm tắt thành tích.")
    yield line("Ý kiến thảo luận")
    yield from blank_lines(3)
    yield Paragraph(
        f"Kết quả bình xét (biểu quyết hoặc bỏ phiếu kín): số phiếu phát ra {SHORT}, thu vào {SHORT}, "
        f"hợp lệ {SHORT}, không hợp lệ {SHORT}."
    )
    yield table(COLUMNS, _rows(nominees))
    yield Heading("III", "Kết luận")
    yield line("Hội nghị thống nhất đề nghị khen thưởng")
    yield from blank_lines(2)
    yield Paragraph(
        f"Cuộc họp kết thúc vào {DOT * 2} giờ {DOT * 2} phút cùng ngày; biên bản đã được đọc cho "
        "người dự họp nghe và thống nhất"
    )


def _rows(nominees):
    for place, nominee in enumerate(nominees, start=1):
        yield str(place), nominee.name, nominee.description, nominee.award, "", "", ""


def form_of(nomination):
    code = nomination.award.code if nomination.award else ""
    return FORMS.get(code, PaperForm.JUDGING)


def of_nomination(nomination):
    """With the other dossiers of the unit on which it still works, for the same plan and year."""
    unit = heads.office_of(nomination.unit, None)
    together = (
        Nomination.objects.filter(
            unit=nomination.unit_id, plan=nomination.plan_id, year=nomination.year, status__in=PREPARED
        )
        .select_related("award")
        .order_by("name_key", "pk")
    )
    nominees = tuple(
        Nominee(str(row), row.description, given_by(str(row.award), unit) if row.award else "")
        for row in lists.by_kind(together, lambda row: row.kind)
    )
    return Judging(
        heads.letterhead(unit, f"BB-{unit.symbol}" if unit.symbol else "", dated=False),
        unit.issuer,
        nomination.year,
        nominees,
    )
