"""Biên bản họp Hội đồng: who met, what was said, the votes, the conclusion."""

from itertools import count

from django.utils import timezone

from awards.minutes import minutes_data
from awards.models import SessionStatus
from core.calendar import vietnamese_date

from . import heads
from .document import Bullet, Column, Document, Item, Paragraph, Section, Signature, Title, grouped_table
from .layout import roman
from .typed_text import capitalised, in_a_sentence

VOTES = (
    Column("STT", 8, "center"),
    Column("Tên cá nhân, tập thể, hộ gia đình", 36),
    Column("Đồng ý", 12, "center", over="Số phiếu"),
    Column("Không đồng ý", 12, "center", over="Số phiếu"),
    Column("Tỷ lệ trên tổng số thành viên", 16, "center"),
    Column("Kết quả", 16, "center"),
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
        return capitalised(title)
    return f"Họp Hội đồng Thi đua - Khen thưởng {in_a_sentence(title)}"


def _body(data):
    yield Paragraph(f"Thời gian bắt đầu: {moment(data['held_at'])}.")
    yield Paragraph(f"Địa điểm: {data['place']}.")
    yield Section("I", "Thành phần")
    yield from _people(data)
    yield Section("II", "Nội dung")
    yield from heads.prose(data["opening"])
    yield from _votes(data)
    yield Section("III", "Kết luận")
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
        yield Item(f"{place}.", f"{named(person)}.")
    if data["absent"]:
        yield Paragraph(f"Vắng mặt: {len(data['absent'])}/{total} thành viên, gồm:")
    for person in data["absent"]:
        yield Bullet(f"{named(person)}{_why(person)}.")
    if data["chair"]:
        yield Paragraph(f"Chủ trì (chủ tọa): {named(data['chair'])}.")
    if data["secretary"]:
        yield Paragraph(f"Thư ký (người ghi biên bản): {data['secretary']}.")


def _why(absent):
    """“, lý do: đi công tác, đã gửi ý kiến bằng văn bản”."""
    reason = f", lý do: {in_a_sentence(absent['reason'].rstrip(' .;'))}" if absent["reason"] else ""
    return f"{reason}, đã gửi ý kiến bằng văn bản" if absent["wrote"] else reason


def named(person):
    """Name, office and seat on the council; who has no office but the seat is not told it twice."""
    return ", ".join(dict.fromkeys(filter(None, [person["name"], person["title"], person["seat"]])))


def _votes(data):
    results = [result for result in data["results"] if result["votes_for"] is not None]
    if results:
        yield Paragraph("Hội đồng bỏ phiếu kín. Kết quả kiểm phiếu:")
        yield vote_table(results)


def vote_table(results):
    """The votes by what was proposed, in the order of the agenda, numbered through."""
    by_award = {}
    for result in results:
        by_award.setdefault(result["award"], []).append(result)
    place = count(1)
    groups = [
        (f"{roman(number)}. {spelled_out(award)}", [_votes_for(next(place), result) for result in group])
        for number, (award, group) in enumerate(by_award.items(), start=1)
    ]
    return grouped_table(VOTES, groups)


def spelled_out(award):
    return award.replace("UBND", heads.COMMITTEE)


def _votes_for(place, result):
    votes = (str(result["votes_for"]), str(result["votes_against"]))
    return (str(place), result["name"], *votes, result["share"], result["outcome_label"])


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
