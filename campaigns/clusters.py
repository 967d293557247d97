"""What a cluster does in a year: form, promise, score each other, rank."""

from django.db import transaction

from campaigns.cross_scoring import standings, unsent
from campaigns.models import (
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    PointLine,
    Seat,
    TieRule,
)
from campaigns.ranking import rank
from core.calendar import today
from core.workflow import Collision, TransitionError
from organizations.access import successor_offices

FEWEST = 2  # members of a cluster
WHY_RANKED = "Hãy ghi lý do xếp hạng khi chưa đủ phiếu."


# --- Forming and promising ---------------------------------------------------------------------------


@transaction.atomic
def save_year(cluster_year, *, seats, lines, seen, desk):
    """Write a year that is still forming: `seats` is {unit: Seat} in order, `lines` unsaved PointLines.

    Collision when somebody else saved since `seen`.
    """
    if cluster_year.status != ClusterStatus.FORMING:
        raise Collision
    cluster_year.save_unless_changed(seen)
    cluster_year.members.exclude(unit__in=[unit.pk for unit in seats]).delete()
    cluster_year.members.update(seat=Seat.MEMBER)  # first: of two leaders for a moment one is too many
    for order, (unit, seat) in enumerate(seats.items(), start=1):
        ClusterMember.objects.update_or_create(
            cluster_year=cluster_year, unit=unit, defaults={"seat": seat, "order": order}
        )
    cluster_year.lines.all().delete()
    PointLine.objects.bulk_create(lines)
    cluster_year.log("edit", desk=desk, label="Sửa thành viên, bảng điểm", before="", after="")


@transaction.atomic
def sign_contract(cluster_year, *, desk, on, contract, signers):
    """Record the contract as it was signed: `signers` is {member: (name, title)}."""
    if cluster_year.can("contract", desk):
        _refuse_unformed(cluster_year)
    cluster_year.move("contract", desk=desk, signed_on=on, contract=contract, data={"on": on.isoformat()})
    for member, (name, title) in signers.items():
        member.signed_by, member.signed_title = name, title
    ClusterMember.objects.bulk_update(signers, ["signed_by", "signed_title"])


def _refuse_unformed(cluster_year):
    members = list(cluster_year.members.all())
    if len(members) < FEWEST:
        raise TransitionError("Cụm, khối cần ít nhất hai đơn vị thành viên.")
    if not any(member.seat == Seat.LEADER for member in members):
        raise TransitionError("Hãy chọn đơn vị cụm trưởng, khối trưởng.")
    if not cluster_year.lines.exists():
        raise TransitionError("Bảng chấm điểm chưa có nội dung nào.")


@transaction.atomic
def follow_on(cluster_year, *, desk):
    """The same cluster in the year after: its members of today, its table of points, its rules."""
    after, is_new = ClusterYear.objects.get_or_create(
        cluster=cluster_year.cluster,
        year=cluster_year.year + 1,
        defaults={"cross": cluster_year.cross, "tie_rules": cluster_year.tie_rules},
    )
    if not is_new:
        return after
    members = list(cluster_year.members.select_related("unit"))
    now_at = successor_offices([member.unit for member in members], today())
    units = dict.fromkeys(now_at[member.unit_id] for member in members)  # two may have become one
    ClusterMember.objects.bulk_create(
        ClusterMember(cluster_year=after, unit=unit, order=order) for order, unit in enumerate(units, start=1)
    )
    PointLine.objects.bulk_create(
        PointLine(
            cluster_year=after,
            group=line.group,
            text=line.text,
            kind=line.kind,
            max_points=line.max_points,
            order=line.order,
        )
        for line in cluster_year.lines.all()
    )
    after.log("create", desk=desk, label="Lập từ năm trước", after=after.status)
    return after


# --- Ranking -----------------------------------------------------------------------------------------


@transaction.atomic
def rank_year(cluster_year, *, desk, note=""):
    """Compute totals and ranks and keep them; a note must say why when sheets are missing."""
    missing = missing_words(cluster_year) if cluster_year.can("rank", desk) else ""
    if missing and not note.strip():
        raise TransitionError(f"{missing} {WHY_RANKED}")
    cluster_year.move("rank", desk=desk, note=note)
    places = {place.key: place for place in rank(standings(cluster_year), cluster_year.tie_rules)}
    members = list(cluster_year.members.all())
    for member in members:
        place = places[member.pk]
        member.total, member.rank, member.tie_note = place.total, place.rank, tie_words(place)
    ClusterMember.objects.bulk_update(members, ["total", "rank", "tie_note"])


def missing_words(cluster_year):
    """“Còn 4 phiếu chưa gửi của: …”; "" when none is missing."""
    missing = unsent(cluster_year)
    names = ", ".join(dict.fromkeys(str(scorer) for scorer, _scored in missing))
    return f"Còn {len(missing)} phiếu chưa gửi của: {names}." if missing else ""


def tie_words(place):
    """Why somebody with the same total stands elsewhere, or nowhere else."""
    from_rule = f"Xét: {TieRule(place.decided_by).label.lower()}" if place.decided_by else ""
    return "; ".join(filter(None, [from_rule, "Đồng hạng" if place.is_shared else ""]))


def reopen(cluster_year, *, desk, note=""):
    with transaction.atomic():
        cluster_year.move("reopen", desk=desk, note=note)
        cluster_year.members.update(total=None, rank=None, tie_note="")


def place_in(unit, year):
    """The best confirmed ClusterMember of the unit (its pk) in that year, or None."""
    closed = ClusterMember.objects.filter(
        unit=unit, cluster_year__year=year, cluster_year__status=ClusterStatus.CLOSED
    )
    return closed.for_table().order_by("rank", "pk").first()
