"""Giao ước thi đua of a cluster, and Biên bản of the meeting at which its members are ranked."""

from dataclasses import dataclass

from campaigns.cross_scoring import line_points
from campaigns.models import Seat, TieRule
from campaigns.ranking import rounded
from core.calendar import vietnamese_date
from core.templatetags.vietnamese import so

from . import heads
from .blanks import MOMENT, blank_lines, line
from .document import (
    Bullet,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Title,
    grouped_table,
    table,
)

TABLE = (
    Column("STT", 8, "center"),
    Column("Nội dung", 58),
    Column("Loại điểm", 18),
    Column("Điểm tối đa", 16, "right"),
)
SIGNERS = (
    Column("STT", 8, "center"),
    Column("Đơn vị", 36),
    Column("Người ký, chức vụ", 32),
    Column("Ký tên", 24),
)
RESULTS = (
    Column("Hạng", 9, "center"),
    Column("Đơn vị", 45),
    Column("Tổng điểm", 15, "right"),
    Column("Xét khi bằng điểm", 31),
)
BY_GROUP = (Column("Đơn vị", 40), Column("Nội dung", 46), Column("Điểm", 14, "right"))


@dataclass(frozen=True)
class Member:
    name: str
    leads: bool = False
    signed_by: str = ""
    signed_title: str = ""
    rank: int | None = None
    total: str = ""
    tie_note: str = ""
    groups: tuple[tuple[str, str], ...] = ()  # (group, points)


@dataclass(frozen=True)
class ClusterSheet:
    """One year of a cluster, as its two papers tell it."""

    letterhead: Letterhead
    issued_by: str
    name: str  # “Khối thi đua … năm 2024”
    members: tuple[Member, ...]
    promises: tuple = ()  # blocks
    lines: tuple[tuple[str, str, str, str], ...] = ()  # (group, text, kind, highest points)
    rules: tuple[str, ...] = ()
    signed: str = ""  # “ngày 15 tháng 3 năm 2024”

    @property
    def leader(self):
        return next((member for member in self.members if member.leads), None)


# --- The contract ------------------------------------------------------------------------------------


def contract_document(cluster_year):
    return contract(of_year(cluster_year))


def contract(sheet):
    return Document(
        sheet.letterhead,
        Title("GIAO ƯỚC THI ĐUA", sheet.name),
        tuple(_contract_body(sheet)),
        sheet.issued_by,
        signatures=(_leader_signature(sheet),),
        recipients=("Các đơn vị thành viên", f"{heads.KEPT} VT"),
    )


def _contract_body(sheet):
    when = f" {sheet.signed}," if sheet.signed else ""
    yield Paragraph(
        f"Hôm nay,{when} {len(sheet.members):02d} đơn vị thành viên thống nhất ký giao ước thi đua "
        "với các nội dung sau:"
    )
    yield Section("I", "Nội dung giao ước")
    yield from sheet.promises
    yield Section("II", "Bảng chấm điểm")
    groups = dict.fromkeys(group for group, *_ in sheet.lines)
    rows = [(group, _numbered(sheet.lines, group)) for group in groups]
    yield grouped_table(TABLE, rows)
    if sheet.rules:
        yield Paragraph("Khi các đơn vị bằng điểm, lần lượt xét:")
        yield from (Bullet(f"{rule};") for rule in sheet.rules)
    yield Section("III", "Các đơn vị ký giao ước")
    yield table(SIGNERS, [_signer(place, member) for place, member in enumerate(sheet.members, start=1)])


def _numbered(lines, group):
    for place, (_group, text, kind, highest) in enumerate((row for row in lines if row[0] == group), start=1):
        yield str(place), text, kind, highest


def _signer(place, member):
    return str(place), member.name, ", ".join(filter(None, [member.signed_by, member.signed_title])), ""


def _leader_signature(sheet):
    leader = sheet.leader
    return Signature("ĐẠI DIỆN ĐƠN VỊ TRƯỞNG", leader.signed_by if leader else "")


# --- The minute of the ranking -----------------------------------------------------------------------


def result_document(cluster_year):
    return result(of_year(cluster_year))


def result(sheet):
    return Document(
        sheet.letterhead,
        Title("BIÊN BẢN", f"Họp chấm điểm, xếp hạng {sheet.name}"),
        tuple(_result_body(sheet)),
        sheet.issued_by,
        signatures=(Signature("THƯ KÝ", ""), Signature("CHỦ TRÌ", "")),
        recipients=("Các đơn vị thành viên", f"{heads.KEPT} VT"),
    )


def _result_body(sheet):
    yield Paragraph(f"Thời gian bắt đầu: {MOMENT}.")
    yield line("Địa điểm")
    yield Section("I", "Thành phần")
    yield Paragraph(f"Đại diện {len(sheet.members):02d} đơn vị thành viên.")
    if sheet.leader:
        yield Paragraph(f"Đơn vị trưởng: {sheet.leader.name}.")
    yield line("Chủ trì")
    yield line("Thư ký")
    yield Section("II", "Kết quả chấm điểm, xếp hạng")
    ranked = sorted(sheet.members, key=lambda member: member.rank or 0)
    yield table(RESULTS, [(str(m.rank or ""), m.name, m.total, m.tie_note) for m in ranked])
    if any(member.groups for member in ranked):
        yield Paragraph("Điểm theo từng nhóm nội dung:")
        yield table(BY_GROUP, [row for member in ranked for row in _groups(member)])
    yield Section("III", "Kết luận")
    yield from blank_lines(2)
    yield Paragraph("Biên bản đã được đọc cho người dự họp nghe và thống nhất")


def _groups(member):
    for place, (group, points) in enumerate(member.groups):
        yield "" if place else member.name, group, points


# --- From the records --------------------------------------------------------------------------------


def of_year(cluster_year):
    """Needs its cluster with the office, members with units, and lines."""
    office = heads.office_of(cluster_year.cluster.office, cluster_year.signed_on)
    lines = list(cluster_year.lines.all())
    points = line_points(cluster_year)
    signed = cluster_year.signed_on
    return ClusterSheet(
        heads.letterhead(office, day=signed),
        office.issuer,
        str(cluster_year),
        tuple(_member(row, lines, points.get(row.pk, {})) for row in cluster_year.members.all()),
        heads.prose(cluster_year.contract),
        tuple((row.group, row.text, row.get_kind_display(), so(row.max_points)) for row in lines),
        tuple(TieRule(rule).label for rule in cluster_year.tie_rules),
        vietnamese_date(signed) if signed else "",
    )


def _member(row, lines, points):
    groups = dict.fromkeys(one.group for one in lines)
    return Member(
        row.unit.name,
        row.seat == Seat.LEADER,
        row.signed_by,
        row.signed_title,
        row.rank,
        so(row.total),
        row.tie_note,
        tuple((group, _sum(lines, group, points)) for group in groups) if row.rank else (),
    )


def _sum(lines, group, points):
    signs = [(-1 if one.kind == "minus" else 1, points.get(one.pk, 0)) for one in lines if one.group == group]
    total = sum(sign * given for sign, given in signs)
    return so(rounded(total)) if total else "0"
