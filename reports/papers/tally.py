"""Biên bản kiểm phiếu: the tellers' counts and what follows from them."""

from awards.minutes import tally_data
from awards.models import SessionStatus

from . import heads
from .document import Document, Heading, PaperError, Paragraph, ScoreLine, Signature, Title, table
from .minutes import VOTES, moment, vote_rows

NOT_COUNTED = "Chưa có kết quả kiểm phiếu được người kiểm phiếu thứ hai xác nhận, nên chưa in được."
COUNTS = (
    ("Tổng số thành viên Hội đồng", "members_total", "người"),
    ("Số thành viên có mặt", "present_count", "người"),
    ("Số thành viên vắng mặt", "absent_count", "người"),
    ("Số phiếu phát ra", "handed_out", "phiếu"),
    ("Số phiếu thu vào", "returned", "phiếu"),
    ("Số phiếu hợp lệ", "valid", "phiếu"),
    ("Số phiếu không hợp lệ", "invalid", "phiếu"),
)


def document(session):
    """Raises PaperError before the count is confirmed."""
    data = tally_data(session)
    if data is None:
        raise PaperError(NOT_COUNTED)
    office, minutes = heads.office_of(session.unit, session.day), session.number
    number = minutes.number + 1 if minutes else None  # both are taken together when the session closes
    return Document(
        heads.council_letterhead(office, number=number),
        Title("BIÊN BẢN", f"Kiểm phiếu {session.title[:1].lower()}{session.title[1:]}"),
        tuple(_body(data)),
        data["council"],
        signatures=_signatures(data["tellers"]),
        recipients=("Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
        draft=session.status != SessionStatus.CLOSED,
    )


def _body(data):
    yield Paragraph(
        f"Hồi {moment(data['counted_at'])}, Ban kiểm phiếu do {data['council']} cử đã kiểm phiếu, "
        "kết quả như sau:"
    )
    yield Heading("1", "Số phiếu")
    for label, name, unit in COUNTS:
        yield ScoreLine(label, f"{data[name]:02d} {unit}")
    yield Heading("2", "Kết quả")
    yield table(VOTES, vote_rows(data["results"]))
    yield from _rules(data["results"])
    yield Paragraph(
        "Biên bản này được đọc cho Hội đồng nghe và được các thành viên Ban kiểm phiếu cùng ký tên"
    )


def _rules(results):
    """By which share of votes each award passes, once for each rule."""
    for award, rule in dict.fromkeys((result["award"], result["rule"]) for result in results):
        if rule:
            yield Paragraph(f"{award}: thông qua khi số phiếu đồng ý đạt {rule}.")


def _signatures(tellers):
    """The head of the tellers, who signs last, stands right; at most three can stand side by side."""
    head, *others = [teller["name"] for teller in tellers[:3]] or [""]
    return (*(Signature("ỦY VIÊN", name) for name in others), Signature("TRƯỞNG BAN KIỂM PHIẾU", head))
