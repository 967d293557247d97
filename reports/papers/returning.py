"""Phiếu trả hồ sơ: what is to be mended before a dossier can be appraised."""

from dataclasses import dataclass

from django.utils import timezone

from awards.naming import in_a_sentence
from exemplars.parts import label

from . import heads
from .document import Column, Document, Letterhead, Paragraph, Signature, Title, table

COLUMNS = (
    Column("STT", 8, "center"),
    Column("Mục của hồ sơ", 30),
    Column("Nội dung cần bổ sung, chỉnh sửa", 62),
)


@dataclass(frozen=True)
class Slip:
    letterhead: Letterhead
    council: str
    unit: str
    subject: str  # “Lê Thị Kim Ngân, giáo viên …”
    award: str
    requests: tuple[tuple[str, str], ...]
    note: str
    signature: Signature


def document(slip):
    return paper(of_slip(slip))


def paper(slip):
    return Document(
        slip.letterhead,
        Title("PHIẾU TRẢ HỒ SƠ", "Yêu cầu bổ sung, hoàn thiện hồ sơ đề nghị khen thưởng"),
        tuple(_body(slip)),
        slip.council,
        signatures=(slip.signature,),
        addressees=(slip.unit,),
        recipients=(heads.AS_ABOVE, "Lưu: VT, hồ sơ"),
    )


def _body(slip):
    yield Paragraph(
        f"Qua kiểm tra hồ sơ đề nghị tặng {slip.award} cho {slip.subject}, {slip.council} trả lại hồ sơ "
        "để bổ sung, chỉnh sửa các nội dung sau:"
    )
    rows = [(str(place), part, request) for place, (part, request) in enumerate(slip.requests, start=1)]
    yield table(COLUMNS, rows)
    yield from heads.prose(slip.note)
    yield Paragraph(
        "Đề nghị đơn vị hoàn thiện và trình lại hồ sơ; thời hạn xử lý tính lại từ ngày tiếp nhận hồ sơ "
        "đã hoàn thiện"
    )


def name_of(slip):
    return f"{slip.nomination}, ngày {timezone.localtime(slip.at):%d/%m/%Y}"


def of_slip(slip):
    """Needs its nomination with unit and award, its office, its author and its items."""
    nomination, day = slip.nomination, timezone.localtime(slip.at).date()
    office = heads.office_of(slip.office, day)
    description = f", {nomination.description}" if nomination.description else ""
    return Slip(
        heads.dated_by_council(office, day=day),
        f"Thường trực Hội đồng Thi đua - Khen thưởng {office.name}",
        heads.office_of(nomination.unit, day).issuer,
        f"{nomination}{description}",
        in_a_sentence(nomination.award, office) if nomination.award else "danh hiệu, hình thức khen thưởng",
        tuple((label(item.part, nomination.kind), item.request) for item in slip.items.all()),
        slip.note,
        Signature(heads.BY_ORDER, slip.by.full_name),
    )
