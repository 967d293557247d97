"""A cluster's year: formed, promised, scored by its members, ranked; told through its pages and services."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from campaigns import clusters
from campaigns.cross_scoring import line_points, may_read, pairs, settle, write_sheet
from campaigns.models import (
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    CrossScoring,
    PointKind,
    ScoreSheet,
    Seat,
)
from core.workflow import NotYours, TransitionError
from organizations.access import Desk
from organizations.models import Role
from tests.factories import (
    ClusterMemberFactory,
    ClusterYearFactory,
    PointLineFactory,
    PostFactory,
    SuccessionFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db


def head_of(unit):
    return PostFactory(unit=unit, role=Role.HEAD).user


@pytest.fixture
def scored(place, standing):
    """Three communes of the district whose sheets are open, with a head each and two lines of points."""
    year = ClusterYearFactory(cluster__office=place.district, year=2024, signed_on=datetime.date(2024, 3, 1))
    units = [place.commune, place.sister, UnitFactory(parent=place.district, name="xã Thứ Ba")]
    members = [
        ClusterMemberFactory(cluster_year=year, unit=unit, order=order, seat=seat)
        for order, (unit, seat) in enumerate(
            zip(units, (Seat.LEADER, Seat.DEPUTY, Seat.MEMBER), strict=True), start=1
        )
    ]
    lines = [
        PointLineFactory(cluster_year=year, order=1, max_points=60),
        PointLineFactory(cluster_year=year, order=2, max_points=5, kind=PointKind.MINUS, group="Trừ"),
    ]
    ClusterYear.objects.filter(pk=year.pk).update(status=ClusterStatus.SCORING)
    year.refresh_from_db()
    return SimpleNamespace(
        year=year, members=members, lines=lines, heads=[head_of(unit) for unit in units], desk=Desk(standing)
    )


def give(scored, one, other, *points, send=True):
    values = dict(zip(scored.lines, ((Decimal(p), "") for p in points), strict=True))
    desk = Desk(scored.heads[one])
    return write_sheet(scored.members[one], scored.members[other], desk=desk, points=values, send=send)


def give_all(scored, table):
    """`table`: {scored member: points of the first line}, the same from everybody; no minus."""
    for one in range(3):
        for other, points in table.items():
            give(scored, one, other, points, 0)


def test_each_member_is_asked_for_itself_and_for_all_others(scored):
    assert len(pairs(scored.year)) == 9


def test_in_a_round_each_member_is_asked_for_itself_and_the_next(scored):
    scored.year.cross = CrossScoring.NEXT
    a, b, c = scored.members

    assert pairs(scored.year) == [(a, a), (b, b), (c, c), (a, b), (b, c), (c, a)]


def test_points_are_the_mean_of_what_the_others_gave(scored):
    give(scored, 0, 0, 60, 0)  # of oneself: for comparison alone
    give(scored, 1, 0, 50, 1)
    give(scored, 2, 0, 55, 1)

    points = line_points(scored.year)[scored.members[0].pk]

    assert [points[line.pk] for line in scored.lines] == [Decimal("52.5"), 1]


def test_what_is_settled_counts_instead(scored):
    give(scored, 1, 0, 50, 0)
    settle(
        scored.members[0],
        desk=scored.desk,
        settled={scored.lines[0]: (Decimal(58), "Có quyết định công nhận.")},
    )

    assert line_points(scored.year)[scored.members[0].pk][scored.lines[0].pk] == 58


def test_a_member_that_does_not_lead_settles_nothing(scored):
    with pytest.raises(NotYours):
        settle(scored.members[0], desk=Desk(scored.heads[2]), settled={})


def test_a_draft_is_written_by_the_officer_and_sent_by_the_head(scored, officer):
    write_sheet(
        scored.members[0], scored.members[1], desk=Desk(officer), points={scored.lines[0]: (Decimal(9), "")}
    )

    with pytest.raises(NotYours):
        write_sheet(scored.members[0], scored.members[1], desk=Desk(officer), points={}, send=True)
    assert ScoreSheet.objects.get().sent_at is None


def test_a_sheet_that_is_sent_stays(scored):
    give(scored, 0, 1, 50, 0)

    with pytest.raises(TransitionError):
        give(scored, 0, 1, 60, 0)


def test_others_points_are_read_once_all_own_sheets_are_sent(scored):
    desk = Desk(scored.heads[2])

    before = may_read(scored.year, desk)
    for other in range(3):
        give(scored, 2, other, 50, 0)

    assert (before, may_read(scored.year, desk)) == (False, True)


def test_ranking_without_all_sheets_wants_a_reason(scored):
    with pytest.raises(TransitionError, match="Còn 9 phiếu chưa gửi"):
        clusters.rank_year(scored.year, desk=scored.desk)

    clusters.rank_year(scored.year, desk=scored.desk, note="Hội nghị cụm thống nhất.")

    assert scored.year.status == ClusterStatus.RANKED


def test_ranks_are_kept_and_taken_back(scored):
    give_all(scored, {0: 50, 1: 58, 2: 50})
    clusters.rank_year(scored.year, desk=scored.desk)
    ranked = [(m.rank, m.total, m.tie_note) for m in scored.year.members.all()]

    clusters.reopen(scored.year, desk=scored.desk, note="Tính lại.")

    assert ranked == [(2, Decimal(50), "Đồng hạng"), (1, Decimal(58), ""), (2, Decimal(50), "Đồng hạng")]
    assert list(scored.year.members.values_list("rank", "total")) == [(None, None)] * 3


def test_only_a_confirmed_ranking_speaks_of_a_unit(scored, place):
    give_all(scored, {0: 50, 1: 58, 2: 50})
    clusters.rank_year(scored.year, desk=scored.desk)
    before = clusters.place_in(place.sister.pk, 2024)

    scored.year.move("close", desk=scored.desk)

    assert (before, clusters.place_in(place.sister.pk, 2024).rank) == (None, 1)


def test_the_year_after_has_the_successors_and_the_same_table(scored, place):
    merged = UnitFactory(parent=place.district, name="xã Mới")
    for unit in (place.commune, place.sister):
        SuccessionFactory(predecessor=unit, successor=merged, on=datetime.date(2025, 7, 1))
        unit.ends_on = datetime.date(2025, 6, 30)
        unit.save()

    after = clusters.follow_on(scored.year, desk=scored.desk)
    again = clusters.follow_on(scored.year, desk=scored.desk)

    assert (after, after.year, after.lines.count()) == (again, 2025, 2)
    assert [member.unit.name for member in after.members.all()] == ["xã Mới", "xã Thứ Ba"]


def test_a_merged_units_sheets_are_its_successors_to_write(scored, place):
    merged = UnitFactory(parent=place.district, name="xã Mới")
    SuccessionFactory(predecessor=place.sister, successor=merged, on=datetime.date(2025, 7, 1))

    assert scored.members[1].is_kept_by(Desk(head_of(merged)))


def test_a_contract_wants_members_a_leader_and_a_table(place, standing):
    year = ClusterYearFactory(cluster__office=place.district)

    with pytest.raises(TransitionError, match="ít nhất hai đơn vị"):
        clusters.sign_contract(
            year, desk=Desk(standing), on=datetime.date(2024, 3, 1), contract="…", signers={}
        )
    assert ClusterYear.objects.get().signed_on is None


@pytest.mark.parametrize("seat", [Seat.LEADER, Seat.DEPUTY])
def test_a_cluster_has_one_leader_and_one_deputy(seat):
    member = ClusterMemberFactory(seat=seat)

    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterMemberFactory(cluster_year=member.cluster_year, seat=seat)


@pytest.mark.parametrize(
    "values", [{"rank": 1}, {"total": 1}], ids=["a rank without a total", "a total without a rank"]
)
def test_rank_and_total_come_together(values):
    member = ClusterMemberFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterMember.objects.filter(pk=member.pk).update(**values)


def test_what_is_not_forming_has_the_day_of_its_contract():
    year = ClusterYearFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterYear.objects.filter(pk=year.pk).update(status=ClusterStatus.SCORING)


# --- Pages -------------------------------------------------------------------------------------------


def url(name, *args):
    return reverse(f"campaigns:{name}", args=args)


@pytest.fixture
def as_(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def lines_typed(*rows):
    data = {"lines-TOTAL_FORMS": len(rows), "lines-INITIAL_FORMS": 0}
    for number, (group, text, kind, points) in enumerate(rows):
        data |= {
            f"lines-{number}-group": group,
            f"lines-{number}-text": text,
            f"lines-{number}-kind": kind,
            f"lines-{number}-max_points": points,
        }
    return data


def test_a_cluster_is_formed_and_its_contract_signed(as_, standing, place):
    client = as_(standing)
    client.post(
        url("cluster-new"),
        {"office": place.district.pk, "kind": "block", "name": "Khối các xã", "year": 2024},
    )
    year = ClusterYear.objects.get()
    typed = {
        "units": [place.commune.pk, place.sister.pk],
        "leader": place.commune.pk,
        "cross": "all",
        "first_rule": "bonus",
        "version": year.version,
        **lines_typed(("Kinh tế", "Thu ngân sách", "basic", "30")),
    }

    client.post(url("cluster-edit", year.pk), typed)
    members = list(year.members.all())
    signers = {f"signed_by_{member.pk}": "Nguyễn Văn Ký" for member in members}
    client.post(
        url("cluster-contract", year.pk), {"signed_on": "01/03/2024", "contract": "Đạt chỉ tiêu.", **signers}
    )

    year.refresh_from_db()
    assert (year.status, year.tie_rules, year.lines.get().max_points) == ("contracted", ["bonus"], 30)
    assert [(m.seat, m.signed_by) for m in year.members.all()] == [
        ("leader", "Nguyễn Văn Ký"),
        ("member", "Nguyễn Văn Ký"),
    ]


def test_a_leader_who_is_no_member_is_told_at_the_field(as_, standing, place):
    year = ClusterYearFactory(cluster__office=place.district)
    typed = {"units": [place.commune.pk], "leader": place.sister.pk, "cross": "all", "version": 1}

    response = as_(standing).post(
        url("cluster-edit", year.pk), typed | lines_typed(("Kinh tế", "Thu", "basic", "3"))
    )

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["leader"])
    assert "Thu</textarea>" in response.text


def test_two_who_form_a_cluster_at_once_are_told(as_, standing, place):
    year = ClusterYearFactory(cluster__office=place.district)
    typed = {"units": [place.commune.pk], "leader": place.commune.pk, "cross": "all", **lines_typed()}
    as_(standing).post(url("cluster-edit", year.pk), typed | {"version": 1})

    response = as_(standing).post(url("cluster-edit", year.pk), typed | {"version": 1, "cross": "next"})

    assert response.status_code == 422
    assert "vừa được lưu ở nơi khác" in response.text
    assert response.context["form"].errors["cross"] == [
        "Bản vừa lưu ghi: “Mỗi đơn vị chấm tất cả đơn vị khác”"
    ]


def test_points_above_the_highest_are_told_at_the_field(as_, scored):
    a, b, _ = scored.members
    typed = {f"points_{scored.lines[0].pk}": "60,5", f"points_{scored.lines[1].pk}": "0", "send": "1"}

    response = as_(scored.heads[0]).post(url("cluster-sheet", scored.year.pk, a.pk, b.pk), typed)

    assert response.status_code == 422
    assert "Nội dung này tối đa 60 điểm." in response.text
    assert 'value="60,5"' in response.text


def test_a_sheet_is_kept_as_a_draft_while_one_types(as_, scored):
    a, b, _ = scored.members

    answer = as_(scored.heads[0]).post(
        url("cluster-sheet-autosave", scored.year.pk, a.pk, b.pk), {f"points_{scored.lines[0].pk}": "7,5"}
    )

    assert answer.status_code == 200
    assert ScoreSheet.objects.get().points.get().points == Decimal("7.5")


def test_settling_wants_a_reason(as_, scored, standing):
    typed = {f"points_{scored.lines[0].pk}": "50"}

    response = as_(standing).post(url("cluster-settle", scored.year.pk, scored.members[0].pk), typed)

    assert response.status_code == 422
    assert "Hãy ghi lý do thống nhất điểm này." in response.text


def test_the_page_asks_for_a_reason_when_sheets_are_missing(as_, scored, standing):
    response = as_(standing).post(url("cluster-move", scored.year.pk, "rank"), {"note": ""})

    assert response.status_code == 422
    assert "Hãy ghi lý do xếp hạng khi chưa đủ phiếu." in response.text


@pytest.mark.parametrize("count", [2, 6])
def test_lists_and_pages_ask_the_same_for_any_number(
    as_, standing, place, count, django_assert_max_num_queries
):
    for number in range(count):
        year = ClusterYearFactory(cluster__office=place.district, year=2020)
        for _ in range(count):
            ClusterMemberFactory(
                cluster_year=year, unit=UnitFactory(parent=place.district), rank=1, total=number
            )
    client = as_(standing)

    with django_assert_max_num_queries(13):
        client.get(url("clusters"))
    with django_assert_max_num_queries(13):
        client.get(url("cluster-results"))
    with django_assert_max_num_queries(20):
        assert client.get(url("cluster", year.pk)).status_code == 200
