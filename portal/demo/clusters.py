"""Emulation clusters of the demonstration: the district's while it was, the province's communes since."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from campaigns.clusters import tie_words
from campaigns.cross_scoring import pairs, standings
from campaigns.models import (
    Cluster,
    ClusterKind,
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    CrossScoring,
    PointKind,
    PointLine,
    ScoreSheet,
    Seat,
    SheetPoint,
    TieRule,
)
from campaigns.ranking import rank
from portal.demo.accounts import DISTRICT, NEW_PROVINCE
from portal.demo.places import AGENCIES, MERGED
from portal.demo.stories import at

ECONOMY = "Thực hiện nhiệm vụ phát triển kinh tế - xã hội"
SYSTEM = "Xây dựng hệ thống chính trị"
EMULATION = "Công tác thi đua, khen thưởng"
LINES = (
    (ECONOMY, "Thu ngân sách trên địa bàn đạt, vượt dự toán", PointKind.BASIC, 20),
    (ECONOMY, "Xây dựng nông thôn mới, đô thị văn minh", PointKind.BASIC, 20),
    (ECONOMY, "An sinh xã hội, giảm nghèo", PointKind.BASIC, 15),
    (SYSTEM, "Cải cách hành chính, hồ sơ giải quyết đúng hạn", PointKind.BASIC, 15),
    (EMULATION, "Phát hiện, nhân rộng ít nhất hai điển hình mới", PointKind.BASIC, 15),
    (EMULATION, "Khen thưởng người trực tiếp lao động", PointKind.BASIC, 10),
    (EMULATION, "Có mô hình được nơi khác học tập", PointKind.BONUS, 5),
    (EMULATION, "Báo cáo trễ hạn, mỗi lần 0,5 điểm", PointKind.MINUS, 5),
)
CONTRACT = (
    "Hoàn thành và hoàn thành vượt mức các chỉ tiêu kinh tế - xã hội được giao trong năm.\n"
    "Mỗi đơn vị phát hiện, bồi dưỡng ít nhất hai điển hình tiên tiến, ưu tiên người trực tiếp lao động.\n"
    "Tổ chức học tập, trao đổi kinh nghiệm giữa các đơn vị ít nhất một lần trong năm.\n"
    "Chấm điểm khách quan, đúng bảng điểm; báo cáo đúng thời hạn."
)
RULES = [TieRule.FIRST_GROUP, TieRule.FEWER_MINUS]
SIGNED, OPENED, SCORED, RANKED, CLOSED = (3, 15), (11, 10), (11, 18), (12, 8), (12, 20)  # month, day
STEPS = (("contract", SIGNED), ("open", OPENED), ("rank", RANKED), ("close", CLOSED))
SIGNERS = (
    "Nguyễn Văn Thuận",
    "Trần Thị Hiền",
    "Lê Minh Phúc",
    "Phạm Thị Lộc",
    "Võ Văn Thọ",
    "Đặng Thị Khang",
)


@dataclass(frozen=True)
class Told:
    office: str  # code
    standing: str  # user name
    kind: ClusterKind
    name: str
    members: tuple  # codes
    years: range
    cross: CrossScoring = CrossScoring.ALL


CLUSTERS = (
    Told(
        DISTRICT,
        "thuongtruc",
        ClusterKind.BLOCK,
        "Khối thi đua các cơ quan, đoàn thể huyện Gò Công Tây",
        tuple(code for code, _name, _kind in AGENCIES),
        range(2022, 2025),
    ),
    Told(
        DISTRICT,
        "thuongtruc",
        ClusterKind.CLUSTER,
        "Cụm thi đua các xã, thị trấn huyện Gò Công Tây",
        tuple(code for merged in MERGED.values() for code, _name in merged),
        range(2022, 2025),
        CrossScoring.NEXT,
    ),
    Told(
        NEW_PROVINCE,
        "thuongtruc.tinh",
        ClusterKind.CLUSTER,
        "Cụm thi đua các xã khu vực Gò Công",
        tuple(code for code, _name in MERGED),
        range(2026, 2027),
    ),
)


def load_clusters(random, units, trail, until):
    for told in CLUSTERS:
        if told.office in units and datetime.date(told.years[0], *SIGNED) <= until:
            cluster = Cluster.objects.create(office=units[told.office], kind=told.kind, name=told.name)
            for year in told.years:
                _year(random, cluster, told, year, units, trail, until)


def _year(random, cluster, told, year, units, trail, until):
    if datetime.date(year, *SIGNED) > until:
        return
    row = ClusterYear.objects.create(
        cluster=cluster, year=year, cross=told.cross, tie_rules=RULES, contract=CONTRACT
    )
    trail.add(row, "create", "Lập cụm, khối thi đua", at=at(datetime.date(year, 2, 20), 9), by=told.standing)
    ClusterMember.objects.bulk_create(_members(row, [units[code] for code in told.members]))
    PointLine.objects.bulk_create(
        PointLine(cluster_year=row, order=order, group=group, text=text, kind=kind, max_points=points)
        for order, (group, text, kind, points) in enumerate(LINES, start=1)
    )
    _score(random, row, datetime.date(year, *SCORED), until)
    status = row.status
    for verb, day in STEPS:
        day = datetime.date(year, *day)
        if day <= until:
            status = trail.move(row, verb, status, at=at(day, 10), by=told.standing)
    _keep(row, status, datetime.date(year, *SIGNED))


def _members(row, units):
    seats = (Seat.LEADER, Seat.DEPUTY)
    for order, unit in enumerate(units, start=1):
        yield ClusterMember(
            cluster_year=row,
            unit=unit,
            order=order,
            seat=seats[order - 1] if order <= len(seats) else Seat.MEMBER,
            signed_by=SIGNERS[order % len(SIGNERS)],
            signed_title="Thủ trưởng đơn vị",
        )


def _score(random, row, day, until):
    """Everybody has sent all sheets eight days after the opening; before that some have."""
    if datetime.date(row.year, *OPENED) > until:
        return
    all_sent = datetime.date(row.year, *RANKED) <= until
    lines, members = list(row.lines.all()), list(row.members.all())
    late = {member.pk for member in (members[0], members[-1])}  # the first is the one that can be tried out
    worth = {member.pk: random.uniform(0.84, 0.99) for member in members}
    sheets = [
        ScoreSheet(scorer=scorer, scored=scored, sent_at=at(day, 15))
        for scorer, scored in pairs(row)
        if all_sent or scorer.pk not in late
    ]
    ScoreSheet.objects.bulk_create(sheets)
    SheetPoint.objects.bulk_create(
        SheetPoint(sheet=sheet, line=line, points=_points(random, line, worth[sheet.scored_id]))
        for sheet in sheets
        for line in lines
    )


def _points(random, line, worth):
    """To halves of a point; few bonuses, fewer deductions."""
    share = {
        PointKind.BASIC: worth + random.uniform(-0.02, 0.02),
        PointKind.BONUS: random.choice((0, 0.4, 1)),
        PointKind.MINUS: random.choice((0, 0, 0, 0.2)),
    }[line.kind]
    return Decimal(round(line.max_points * 2 * Decimal(min(1, share)))) / 2


def _keep(row, status, signed_on):
    if status == ClusterStatus.FORMING:
        return
    ClusterYear.objects.filter(pk=row.pk).update(status=status, signed_on=signed_on)
    if status not in (ClusterStatus.RANKED, ClusterStatus.CLOSED):
        return
    members = {member.pk: member for member in row.members.all()}
    for place in rank(standings(row), row.tie_rules):
        member = members[place.key]
        member.total, member.rank, member.tie_note = place.total, place.rank, tie_words(place)
    ClusterMember.objects.bulk_update(members.values(), ["total", "rank", "tie_note"])
