"""Inspection rounds: who goes where, in which order, and how a round begins and ends."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.calendar import now, today
from core.workflow import TransitionError
from exemplars import inspections
from exemplars.models import InspectionRound, RoundStatus, Stage, Verdict, Visit, VisitStatus
from exemplars.proposing import proposals, reasons
from tests.factories import (
    EvaluationFactory,
    ExemplarFactory,
    InspectionRoundFactory,
    ObstacleFactory,
    PostFactory,
    RoundMemberFactory,
    VisitFactory,
)


@pytest.fixture
def inspection(place):
    return InspectionRoundFactory(unit=place.district)


@pytest.fixture
def called(inspection, members):
    """A round with a leader and another member, who are called."""
    RoundMemberFactory(round=inspection, user=members[0], leads=True)
    RoundMemberFactory(round=inspection, user=members[1])
    inspection.status = RoundStatus.CALLED
    inspection.save()
    return inspection


def typed_round(members, **changes):
    day = today()
    return {
        "name": "Kiểm tra quý II",
        "starts_on": f"{day:%d/%m/%Y}",
        "ends_on": f"{day + datetime.timedelta(days=20):%d/%m/%Y}",
        "leader": members[0].pk,
        "members": [members[1].pk, members[2].pk],
        "request_id": "6f9f4a0e-0f0c-4b65-8c2b-5d8c5f6d0a11",
        **changes,
    }


def test_a_round_is_begun_once_with_its_team_however_often_it_is_sent(client, standing, members):
    client.force_login(standing)

    for _ in range(2):
        client.post(reverse("exemplars:round-new"), typed_round(members))

    (inspection,) = InspectionRound.objects.all()
    assert [(seat.user, seat.title, seat.leads) for seat in inspection.members.all()] == [
        (members[0], "Ủy viên", True),
        (members[1], "Ủy viên", False),
        (members[2], "Ủy viên", False),
    ]


def test_a_team_is_chosen_among_the_people_of_the_office_alone(client, standing, members, officer):
    client.force_login(standing)

    answer = client.post(reverse("exemplars:round-new"), typed_round(members, leader=officer.pk))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["leader"])


def test_who_stays_in_the_team_keeps_the_title_of_the_day_of_the_appointment(
    client, standing, members, called
):
    called.members.filter(user=members[1]).update(title="Chủ tịch Hội Nông dân")
    client.force_login(standing)

    client.post(
        reverse("exemplars:round-edit", args=[called.pk]), typed_round(members, version=called.version)
    )

    assert list(called.members.order_by("pk").values_list("title", flat=True)) == [
        "Chủ tịch Hội Nông dân",
        "Ủy viên",
        "Ủy viên",
    ]


@pytest.mark.parametrize(
    ("leads", "visits", "fault"),
    [(False, 1, "Chưa cử trưởng đoàn"), (True, 0, "Chưa chọn điển hình nào")],
)
def test_a_team_is_called_with_a_leader_and_somewhere_to_go(
    inspection, standing, desk_of, leads, visits, fault
):
    RoundMemberFactory(round=inspection, leads=leads)
    VisitFactory.create_batch(visits, round=inspection)

    with pytest.raises(TransitionError, match=fault):
        inspections.call(inspection, desk=desk_of(standing))


def test_a_round_ends_when_every_visit_has_come_to_an_end(called, standing, desk_of):
    visit = VisitFactory(round=called, recorded=True)
    with pytest.raises(TransitionError, match="Còn 1 chuyến chưa xong"):
        inspections.close(called, desk=desk_of(standing))

    visit.move("accept", desk=desk_of(standing))
    inspections.close(called, desk=desk_of(standing))

    assert called.status == RoundStatus.CLOSED


def test_a_round_that_is_called_off_takes_its_visits_with_it_but_no_record(called, standing, desk_of):
    visit = VisitFactory(round=called)
    inspections.cancel(called, desk=desk_of(standing), note="Bão số 3")
    visit.refresh_from_db()
    other = InspectionRoundFactory(unit=called.unit, status=RoundStatus.CALLED)
    VisitFactory(round=other, recorded=True)

    with pytest.raises(TransitionError, match="đã có biên bản"):
        inspections.cancel(other, desk=desk_of(standing), note="Bão số 3")

    assert (visit.status, called.status) == (VisitStatus.CANCELLED, RoundStatus.CANCELLED)


# --- Whom to look at first ---------------------------------------------------------------------------


def seen(exemplar, days, verdict=Verdict.MEETS):
    """An accepted visit so many days ago."""
    moment = now() - datetime.timedelta(days=days)
    return VisitFactory(
        exemplar=exemplar, recorded=True, status=VisitStatus.ACCEPTED, visited_at=moment, verdict=verdict
    )


def test_the_never_seen_come_first_then_those_not_in_order_then_those_not_seen_for_long(place, inspection):
    lately, long_ago, unsettled, never = (
        ExemplarFactory(unit=place.commune, status=Stage.NURTURED, title=title) for title in "ABCD"
    )
    seen(lately, 30)
    seen(long_ago, 500)
    seen(unsettled, 40, Verdict.NEEDS_MORE)

    found = [(e, list(reasons(e, today()))) for e in proposals(inspection, today())]

    day = f"{today() - datetime.timedelta(days=500):%d/%m/%Y}"
    assert found == [
        (never, ["chưa ai đến xem tại chỗ", "quá hạn đánh giá"]),
        (unsettled, ["lần trước kết luận “cần bổ sung”"]),
        (long_ago, [f"lần cuối đến xem đã hơn một năm ({day})", "quá hạn đánh giá"]),
        (lately, []),
    ]


def test_what_asks_for_attention_moves_an_exemplar_forward(place, inspection):
    calm, falling, hindered = (
        ExemplarFactory(unit=place.commune, status=Stage.NURTURED, title=title) for title in "ABC"
    )
    for exemplar in (calm, falling, hindered):
        seen(exemplar, 30)
    for on, effect in (("2024-01-10", 5), ("2024-06-10", 2)):
        EvaluationFactory(exemplar=falling, on=on, effect=effect)
    ObstacleFactory(exemplar=hindered)

    found = [(e, list(reasons(e, today()))) for e in proposals(inspection, today())]

    assert found == [(falling, ["kết quả giảm sút"]), (hindered, ["có vướng mắc"]), (calm, [])]


def test_offered_are_registered_exemplars_of_the_territory_to_which_nobody_is_to_go(place, inspection):
    free = ExemplarFactory(unit=place.hamlet, status=Stage.REGISTERED)
    ExemplarFactory(unit=place.commune, status=Stage.FOUND)
    ExemplarFactory(unit=place.commune, status=Stage.DROPPED)
    ExemplarFactory(unit=place.foreign, status=Stage.REGISTERED)
    VisitFactory(exemplar=ExemplarFactory(unit=place.commune, status=Stage.REGISTERED))

    assert list(proposals(inspection, today())) == [free]


def test_exemplars_are_chosen_with_the_day_on_which_the_team_goes(client, standing, place, inspection):
    exemplars = ExemplarFactory.create_batch(2, unit=place.commune, status=Stage.REGISTERED)
    client.force_login(standing)
    chosen = {"exemplars": [e.pk for e in exemplars], "planned_on": "14/05/2024"}

    for _ in range(2):
        client.post(reverse("exemplars:round-pick", args=[inspection.pk]), chosen)

    assert [(v.exemplar, f"{v.planned_on}") for v in inspection.visits.order_by("pk")] == [
        (exemplar, "2024-05-14") for exemplar in exemplars
    ]


def test_a_day_outside_of_the_round_is_answered_at_the_field_and_the_choice_stays(
    client, standing, place, inspection
):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.REGISTERED)
    client.force_login(standing)

    answer = client.post(
        reverse("exemplars:round-pick", args=[inspection.pk]),
        {"exemplars": [exemplar.pk], "planned_on": "14/06/2024"},
    )

    assert (answer.status_code, answer.context["chosen"]) == (422, {f"{exemplar.pk}"})
    assert list(answer.context["form"].errors) == ["planned_on"]


def test_a_visit_is_taken_off_the_list_while_the_team_is_not_called(client, standing, inspection):
    visit = VisitFactory(round=inspection)
    client.force_login(standing)

    client.post(reverse("exemplars:visit-unpick", args=[visit.pk]))
    inspection.status = RoundStatus.CALLED
    inspection.save()
    late = VisitFactory(round=inspection)
    answer = client.post(reverse("exemplars:visit-unpick", args=[late.pk]), follow=True)

    assert list(Visit.objects.all()) == [late]
    assert [f"{m}" for m in answer.context["messages"]][-1] == (
        "Đoàn đã được triệu tập. Hãy ghi “Không đi” kèm lý do."
    )


# --- Who sees what -----------------------------------------------------------------------------------


def test_a_team_sees_its_round_once_it_is_called(inspection, members, desk_of):
    RoundMemberFactory(round=inspection, user=members[0])
    VisitFactory(round=inspection)
    desk = desk_of(members[0])
    before = InspectionRound.objects.visible_to(desk).count(), Visit.objects.visible_to(desk).count()

    inspection.status = RoundStatus.CALLED
    inspection.save()

    assert before == (0, 0)
    assert InspectionRound.objects.visible_to(desk).count() == Visit.objects.visible_to(desk).count() == 1


def test_who_has_left_every_post_writes_no_record_any_more(called, members, desk_of):
    VisitFactory(round=called)
    tomorrow = today() + datetime.timedelta(days=1)
    members[0].posts.update(ends_on=today())

    assert Visit.objects.of_team(desk_of(members[0])).count() == 1
    assert Visit.objects.of_team(desk_of(members[0], tomorrow)).count() == 0


@pytest.mark.parametrize("name", ["rounds", "visits", "round-pick"])
def test_lists_ask_the_same_queries_for_any_length(client, standing, place, name):
    client.force_login(standing)
    first = InspectionRoundFactory(unit=place.district)
    args, asked = ([first.pk] if name == "round-pick" else []), []
    for rows in (1, 3):
        for _ in range(rows):
            inspection = InspectionRoundFactory(unit=place.district)
            VisitFactory(round=inspection, recorded=True)
            ExemplarFactory(unit=place.commune, status=Stage.REGISTERED)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"exemplars:{name}", args=args))
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 25


def test_a_round_page_asks_the_same_queries_for_any_number_of_visits(client, standing, called):
    client.force_login(standing)
    asked = []
    for rows in (1, 3):
        VisitFactory.create_batch(rows, round=called)
        PostFactory.create_batch(rows, unit=called.unit)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("exemplars:round", args=[called.pk]))
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 25
