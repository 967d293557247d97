"""Biên bản kiểm phiếu: the tellers' counts and what follows from them."""

from awards.minutes import tally_data
from awards.models import SessionStatus

from . import heads
from .document import Document, Item, PaperError, Paragraph, ScoreLine, Section, Signature, Title
from .minutes import moment, named, spelled_out, vote_table
from .typed_text import in_a_sentence

NOT_COUNTED = "Chưa có kết quả kiểm phiếu được người kiểm phiếu thứ hai xác nhận, nên chưa in được."
COUNTS = (
    ("Tổng số thành viên Hội đồng", "members_total", "người"),
    ("Số thành viên có mặt", "present_count", "người"),
    ("Số thành viên vắng mặt", "absent_count", "người"),
    ("Số thành viên vắng mặt gửi ý kiến bằng văn bản", "wrote_count", "người"),
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
    office = heads.office_of(session.unit, session.day)
    number = session.tally_number.number if session.tally_number else None
    return Document(
        heads.council_letterhead(office, number=number),
        Title("BIÊN BẢN", f"Kiểm phiếu {in_a_sentence(session.title)}"),
        tuple(_body(data)),
        data["council"],
        signatures=_signatures(data["tellers"]),
        recipients=("Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
        draft=session.status != SessionStatus.CLOSED,
    )


def _body(data):
    yield Paragraph(
        f"Hồi {moment(data['counted_at'])}, Tổ kiểm phiếu do {data['council']} cử đã kiểm phiếu, gồm:"
    )
    for place, teller in enumerate(data["tellers"], start=1):
        yield Item(f"{place}.", f"{named(teller)}, {'Tổ viên' if place > 1 else 'Tổ trưởng'}.")
    yield Section("I", "Số phiếu")
    for label, name, unit in COUNTS:
        yield ScoreLine(label, f"{data[name]:02d} {unit}")
    yield Section("II", "Kết quả")
    yield vote_table(data["results"])
    yield from _rules(data["results"])
    yield Paragraph(
        "Biên bản này được đọc cho Hội đồng nghe và được các thành viên Tổ kiểm phiếu cùng ký tên"
    )


def _rules(results):
    """By which share of votes each award passes, once for each rule."""
    for award, rule in dict.fromkeys((result["award"], result["rule"]) for result in results):
        if rule:
            yield Paragraph(f"{spelled_out(award)}: thông qua khi số phiếu đồng ý đạt {rule}.")


def _signatures(tellers):
    """The head of the tellers, who signs last, stands right; at most three can stand side by side."""
    head, *others = [teller["name"] for teller in tellers[:3]] or [""]
    return (*(Signature("TỔ VIÊN", name) for name in others), Signature("TỔ TRƯỞNG", head))
