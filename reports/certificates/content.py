"""What stands on the certificate of one award, field by field; and a sample for those who lay out a blank."""

import re

from core.calendar import vietnamese_date
from law.models import AwardGroup
from reports.models import BlankFieldKind as Kind
from reports.papers import heads
from reports.papers.decision import reason
from reports.papers.layout import MOTTO, NATION
from reports.papers.typed_text import capitalised

TITLE = re.compile(r"^Danh hiệu ", re.IGNORECASE)
SAMPLE = {
    Kind.NATION: NATION,
    Kind.MOTTO: MOTTO,
    Kind.AUTHORITY: "Chủ tịch Ủy ban nhân dân phường Tăng Nhơn Phú Thượng",
    Kind.GIVES: "Tặng",
    Kind.FORM: "Giấy khen",
    Kind.NAME: "Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Thanh Nguyệt Quỳnh Hương",
    Kind.DESCRIPTION: "Phó Chủ nhiệm Hợp tác xã Dịch vụ nông nghiệp Thạnh Lợi, ấp Thạnh Lợi",
    Kind.ACHIEVEMENT: "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng và nhân rộng điển hình "
    "tiên tiến giai đoạn 2021 - 2025",
    Kind.DECISION: "Quyết định số 1234/QĐ-UBND ngày 28 tháng 11 năm 2026",
    Kind.BOOK: "Số sổ vàng: 1234/2026",
    Kind.PLACE_DATE: "Tăng Nhơn Phú Thượng, ngày 28 tháng 11 năm 2026",
    Kind.OFFICE: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    Kind.SIGNER: "Nguyễn Hoàng Thị Thanh Nguyệt",
}


def texts_of(certificate):
    """{kind of field: text} of what is one certificate's own."""
    entry = certificate.entry
    return {
        Kind.GIVES: "Tặng danh hiệu" if is_title(entry.award) else "Tặng",
        Kind.FORM: short_name(entry.award),
        Kind.NAME: entry.name,
        Kind.DESCRIPTION: entry.description,
        Kind.BOOK: f"Số sổ vàng: {certificate.number:02d}/{certificate.year}",
    }


def shared_texts(decision):
    """{kind of field: text} of what all certificates of an issued decision have in common."""
    office = heads.office_of(decision.unit, decision.issued_on)
    day = vietnamese_date(decision.issued_on)
    return {
        Kind.NATION: NATION,
        Kind.MOTTO: MOTTO,
        Kind.AUTHORITY: heads.head_of(office),
        Kind.ACHIEVEMENT: achievement(decision.achievement),
        Kind.DECISION: f"Quyết định số {decision.number_text} {day}",
        Kind.PLACE_DATE: f"{office.place or office.name}, {day}",
        Kind.OFFICE: heads.signature(decision, office, collective=False).office,
        Kind.SIGNER: decision.signatory,
    }


def is_title(award):
    return award.group == AwardGroup.TITLE and TITLE.match(award.title) is not None


def short_name(award):
    """“Giấy khen”, “Lao động tiên tiến”, “Huân chương Lao động hạng Ba”: no quotes, and not whose it is."""
    name = TITLE.sub("", award.title).replace("“", "").replace("”", "")
    return name if is_title(award) else name.partition(" của ")[0]


def achievement(words):
    """A decision's “vì đã có thành tích …” as the sentence of a certificate."""
    return capitalised(reason(words).removeprefix("vì "))
