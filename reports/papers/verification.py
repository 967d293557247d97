"""Biên bản kiểm chứng: what was found on the spot about an exemplar, before and after, and what follows."""

import re
from dataclasses import dataclass

from django.utils import timezone

from core.calendar import vietnamese_date
from core.text import entries

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


FINDINGS = (
    Column("STT", 8, "center"),
    Column("Tiêu chí", 42),
    Column("Kết quả", 18, "center"),
    Column("Nhận xét", 32),
)
POLITE = re.compile(r"^(Ông|Bà|Anh|Chị|Đồng chí)\s+")


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
    findings: tuple[tuple[str, str, str], ...] = ()  # criterion, result, words
    measures: tuple[Measure, ...] = ()
    evidence: tuple[str, ...] = ()
    neighbours: str = ""
    conclusion: str = ""
    secretary: str = ""
    host: str = ""
    leader: str = ""


def document(visit):
    return paper(of_visit(visit))


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
    if found.findings:
        yield Paragraph("Đối chiếu với tiêu chí của kế hoạch:")
        rows = [(str(place), *row) for place, row in enumerate(found.findings, start=1)]
        yield table(FINDINGS, rows)
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


def of_visit(visit):
    """Needs its round with the team, exemplar, findings and measures; what is unknown is left to the pen."""
    office, exemplar = heads.office_of(visit.office, visit.day), visit.exemplar
    seats = list(visit.round.members.all())
    leader = next((str(seat.user) for seat in seats if seat.leads), "")
    hosts = entries(visit.hosts)
    return Verification(
        heads.letterhead(office, f"BB-{office.symbol}", dated=False),
        office.issuer,
        exemplar.title,
        f"{exemplar.subject}, {exemplar.unit}",
        began=_moment(visit.visited_at),
        ended=_ended(visit),
        place=visit.place,
        team=entries(visit.team) or tuple(str(seat) for seat in seats),
        hosts=hosts,
        practice=visit.practice,
        findings=tuple((f.criterion.text, f.get_result_display(), f.words) for f in visit.findings.all()),
        measures=tuple(Measure(row.name, row.before, row.after, row.note) for row in visit.measures.all()),
        evidence=tuple(f"Ảnh: {photo.caption}" for photo in visit.photos.all()),
        neighbours=": ".join(filter(None, (visit.neighbours, visit.opinion))),
        conclusion=_conclusion(visit),
        secretary=_secretary(visit, leader),
        host=_name(hosts[0]) if hosts else "",
        leader=leader,
    )


def _moment(moment):
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{local:%H giờ %M phút}, {vietnamese_date(local)}"


def _ended(visit):
    if visit.ended_at is None:
        return ""
    local = timezone.localtime(visit.ended_at)
    return f"{local:%H giờ %M phút} cùng ngày" if local.date() == visit.day else _moment(visit.ended_at)


def _conclusion(visit):
    return f"{visit.get_verdict_display()}.\n{visit.recommendations}".strip() if visit.verdict else ""


def _secretary(visit, leader):
    """Who wrote the record; a leader who wrote it does not sign twice."""
    writer = str(visit.recorded_by or "")
    return "" if writer == leader else writer


def _name(host):
    """“Bà Phan Thị Hậu, Trưởng ấp” signs as “Phan Thị Hậu”."""
    return POLITE.sub("", host.split(",")[0].strip())
