"""What the members of a cluster give each other, and what that comes to."""

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.db.models import F

from campaigns.models import (
    ClusterStatus,
    ClusterYear,
    CrossScoring,
    PointKind,
    ScoreSheet,
    Seat,
    SettledPoint,
    SheetPoint,
)
from campaigns.models.cluster import RESULTS
from campaigns.ranking import Standing, rounded
from core.calendar import now
from core.workflow import NotYours, TransitionError
from organizations.access import PREPARING, REVIEWING
from organizations.models import Role


def pairs(cluster_year):
    """[(scorer, scored)] of all sheets that the year wants, those of oneself among them."""
    members = list(cluster_year.members.select_related("unit"))
    if cluster_year.cross == CrossScoring.ALL:
        return [(scorer, scored) for scorer in members for scored in members]
    following = zip(members, members[1:] + members[:1], strict=True)
    crossed = [(scorer, scored) for scorer, scored in following if scorer != scored]
    return [*((member, member) for member in members), *crossed]


@transaction.atomic
def write_sheet(scorer, scored, *, desk, points, send=False):
    """Keep a sheet; `points` is {line: (Decimal or None, ground)}. The head of the unit sends it.

    Raises NotYours for another unit's sheet, TransitionError once it is sent or scoring is over.
    """
    cluster_year = ClusterYear.objects.select_for_update().get(pk=scorer.cluster_year_id)
    if cluster_year.status != ClusterStatus.SCORING:
        raise TransitionError("Cụm, khối chưa mở hoặc đã kết thúc chấm điểm.")
    if not scorer.is_kept_by(desk, *([Role.HEAD] if send else PREPARING)):
        raise NotYours("Phiếu do thủ trưởng đơn vị gửi.")
    sheet, _ = ScoreSheet.objects.get_or_create(scorer=scorer, scored=scored)
    if sheet.sent_at:
        raise TransitionError("Phiếu chấm đã gửi, không sửa được nữa.")
    sheet.points.all().delete()
    SheetPoint.objects.bulk_create(
        SheetPoint(sheet=sheet, line=line, points=given, ground=ground)
        for line, (given, ground) in points.items()
        if given is not None or ground
    )
    if send:
        ScoreSheet.objects.filter(pk=sheet.pk).update(sent_at=now())
        cluster_year.log("score", desk=desk, label=f"Gửi phiếu chấm {scored}")
    return sheet


def settle(member, *, desk, settled):
    """Keep what the leader or the office settled: `settled` is {line: (Decimal or None, reason)}.

    None takes a settlement back. Raises NotYours or TransitionError.
    """
    with transaction.atomic():
        cluster_year = ClusterYear.objects.select_for_update().get(pk=member.cluster_year_id)
        if cluster_year.status != ClusterStatus.SCORING:
            raise TransitionError("Chỉ thống nhất điểm trong thời gian chấm điểm.")
        if not may_settle(cluster_year, desk):
            raise NotYours("Việc này do đơn vị trưởng hoặc thường trực Hội đồng thực hiện.")
        member.settled.all().delete()
        SettledPoint.objects.bulk_create(
            SettledPoint(member=member, line=line, points=points, reason=reason)
            for line, (points, reason) in settled.items()
            if points is not None
        )
        cluster_year.log("settle", desk=desk, label=f"Thống nhất điểm của {member}")


def may_settle(cluster_year, desk):
    leaders = cluster_year.members.filter(seat=Seat.LEADER).select_related("unit")
    return desk.may(Role.STANDING, cluster_year.unit) or any(row.is_kept_by(desk) for row in leaders)


def unsent(cluster_year):
    """[(scorer, scored)] of the sheets that are still to come."""
    sent = set(
        ScoreSheet.objects.sent().filter(scorer__cluster_year=cluster_year).values_list("scorer", "scored")
    )
    return [(one, other) for one, other in pairs(cluster_year) if (one.pk, other.pk) not in sent]


def line_points(cluster_year):
    """{member pk: {line pk: Fraction}}: what was settled, else the mean of what the others gave."""
    given = defaultdict(lambda: defaultdict(list))
    rows = SheetPoint.objects.filter(
        sheet__in=ScoreSheet.objects.sent().crossed().filter(scored__cluster_year=cluster_year),
        points__isnull=False,
    )
    for member, line, points in rows.values_list("sheet__scored", "line", "points"):
        given[member][line].append(Fraction(points))
    means = {
        member: {line: sum(all_) / len(all_) for line, all_ in lines.items()}
        for member, lines in given.items()
    }
    settled = SettledPoint.objects.filter(member__cluster_year=cluster_year)
    for member, line, points in settled.values_list("member", "line", "points"):
        means.setdefault(member, {})[line] = Fraction(points)
    return means


def own_points(cluster_year):
    """{member pk: {line pk: Fraction}} of what each member gave itself."""
    own = defaultdict(dict)
    sheets = ScoreSheet.objects.sent().filter(scored__cluster_year=cluster_year, scorer=F("scored"))
    rows = SheetPoint.objects.filter(sheet__in=sheets, points__isnull=False)
    for member, line, points in rows.values_list("sheet__scored", "line", "points"):
        own[member][line] = Fraction(points)
    return own


def standings(cluster_year):
    """[Standing] of all members, from the sheets and settlements as they are now."""
    lines = list(cluster_year.lines.all())
    points, own = line_points(cluster_year), own_points(cluster_year)
    return [
        _standing(member.pk, lines, points.get(member.pk, {}), own.get(member.pk, {}))
        for member in cluster_year.members.all()
    ]


def _standing(key, lines, points, own):
    first = lines[0].group if lines else ""
    total = _total(lines, points)
    return Standing(
        key,
        rounded(total),
        first_group=_total([line for line in lines if line.group == first], points),
        bonus=_sum(lines, points, PointKind.BONUS),
        minus=_sum(lines, points, PointKind.MINUS),
        self_gap=abs(_total(lines, own) - total) if own else total,
    )


def _total(lines, points):
    minus = _sum(lines, points, PointKind.MINUS)
    return _sum(lines, points, PointKind.BASIC, PointKind.BONUS) - minus


def _sum(lines, points, *kinds):
    return sum((points.get(line.pk, Fraction(0)) for line in lines if line.kind in kinds), Fraction(0))


def may_read(year, desk):
    """Results are for all who see the cluster; before, for its office, its leader, and who has sent all."""
    if year.status in RESULTS or desk.offices(*REVIEWING) & {year.cluster.office_id, year.unit.pk}:
        return True
    if may_settle(year, desk):
        return True
    mine = {(one.pk, other.pk) for one, other in pairs(year) if one.is_kept_by(desk)}
    sent = ScoreSheet.objects.sent().filter(scorer__cluster_year=year).values_list("scorer", "scored")
    return bool(mine) and mine <= set(sent)


def point_rows(year, member):
    """[{line, own, lowest, highest, counts, settled}], points as Decimals or None."""
    counts = line_points(year).get(member.pk, {})
    own = own_points(year).get(member.pk, {})
    settled = {row.line_id: row for row in member.settled.all()}
    given = {}
    crossed = ScoreSheet.objects.sent().crossed().filter(scored=member)
    rows = SheetPoint.objects.filter(sheet__in=crossed, points__isnull=False)
    for line, points in rows.values_list("line", "points"):
        given.setdefault(line, []).append(points)
    return [
        {
            "line": line,
            "own": _decimal(own.get(line.pk)),
            "lowest": min(given[line.pk]) if line.pk in given else None,
            "highest": max(given[line.pk]) if line.pk in given else None,
            "counts": _decimal(counts.get(line.pk)),
            "settled": settled.get(line.pk),
            "differs": line.pk in given and len(set(given[line.pk])) > 1 and line.pk not in settled,
        }
        for line in year.lines.all()
    ]


def _decimal(points):
    """A Fraction as people read it, 9.5 and not 9.50; None stays None."""
    return None if points is None else Decimal(f"{rounded(points).normalize():f}")
