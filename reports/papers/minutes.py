"""Biên bản họp Hội đồng: who met, what was said, the votes, the conclusion."""

from django.utils import timezone

from awards.minutes import minutes_data
from awards.models import SessionStatus
from core.calendar import vietnamese_date

from . import heads
from .document import Bullet, Column, Document, Heading, Item, Paragraph, Signature, Title, table

VOTES = (
    Column("STT", 7, "center"),
    Column("Tên cá nhân, tập thể, hộ gia đình", 28),
    Column("Đề nghị", 21),
    Column("Đồng ý", 9, "center", over="Số phiếu"),
    Column("Không đồng ý", 10, "center", over="Số phiếu"),
    Column("Tỷ lệ trên tổng số thành viên", 13, "center"),
    Column("Kết quả", 12, "center"),
)


def document(session):
    data = minutes_data(session)
    office = heads.office_of(session.unit, session.day)
    number = session.number
    return Document(
        heads.council_letterhead(office, number.series.symbol, number.number)
        if number
        else heads.council_letterhead(office),
        Title("BIÊN BẢN", subject(session)),
        tuple(_body(data)),
        data["council"],
        signatures=_signatures(data),
        recipients=("Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
        draft=session.status != SessionStatus.CLOSED,
    )


def subject(session):
    """“Họp Hội đồng Thi đua - Khen thưởng …” unless the session's title begins like that itself."""
    title = session.title.removeprefix("Phiên ")
    if title.lower().startswith("họp"):
        return title[:1].upper() + title[1:]
    return f"Họp Hội đồng Thi đua - Khen thưởng {title[:1].lower()}{title[1:]}"


def _body(data):
    yield Paragraph(f"Thời gian bắt đầu: {moment(data['held_at'])}.")
    yield Paragraph(f"Địa điểm: {data['place']}.")
    yield Heading("I", "Thành phần")
    yield from _people(data)
    yield Heading("II", "Nội dung")
    yield from heads.prose(data["opening"])
    yield from _votes(data)
    yield Heading("III", "Kết luận")
    yield from heads.prose(data["conclusion"])
    yield Paragraph(_end(data))


def moment(at):
    """“08 giờ 00 phút, ngày 02 tháng 6 năm 2023”."""
    local = timezone.localtime(at)
    return f"{local:%H} giờ {local:%M} phút, {vietnamese_date(local.date())}"


def _people(data):
    present, total = data["present"], data["members_total"]
    yield Paragraph(f"Có mặt: {len(present)}/{total} thành viên Hội đồng, gồm:")
    for place, person in enumerate(present, start=1):
        yield Item(f"{place}.", f"{_named(person)}.")
    if data["absent"]:
        yield Paragraph(f"Vắng mặt: {len(data['absent'])}/{total} thành viên, gồm:")
    for person in data["absent"]:
        reason = f", lý do: {person['reason']}" if person["reason"] else ""
        yield Bullet(f"{_named(person)}{reason}.")
    if data["chair"]:
        yield Paragraph(f"Chủ trì (chủ tọa): {_named(data['chair'])}.")
    if data["secretary"]:
        yield Paragraph(f"Thư ký (người ghi biên bản): {data['secretary']}.")


def _named(person):
    return ", ".join(filter(None, [person["name"], person["title"], person["seat"]]))


def _votes(data):
    results = [result for result in data["results"] if result["votes_for"] is not None]
    if results:
        yield Paragraph("Hội đồng bỏ phiếu kín. Kết quả kiểm phiếu:")
        yield table(VOTES, vote_rows(results), caption="Kết quả bỏ phiếu")


def vote_rows(results):
    return [
        (
            str(place),
            result["name"],
            result["award"],
            str(result["votes_for"]),
            str(result["votes_against"]),
            result["share"],
            result["outcome_label"],
        )
        for place, result in enumerate(results, start=1)
    ]


def _end(data):
    if data["ended_at"]:
        return f"Phiên họp kết thúc vào {moment(data['ended_at'])}"
    return "Biên bản được đọc cho các thành viên Hội đồng nghe và thống nhất thông qua"


def _signatures(data):
    chair = data["chair"]
    return (
        Signature("THƯ KÝ", data["secretary"]),
        Signature("CHỦ TỌA", chair["name"] if chair else "", other_office=chair["title"] if chair else ""),
    )
