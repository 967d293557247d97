import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from campaigns.models import PlanStatus
from tests.factories import AssignmentFactory, MilestoneFactory, MovementFactory, PlanFactory

PLANS = "/ke-hoach/"


def listed_table(response):
    return response.context["table"]


def listed(response):
    return [row.record for row in listed_table(response).page.object_list]


@pytest.fixture
def as_standing(client, standing):
    client.force_login(standing)
    return client


def test_the_list_shows_number_and_date_as_papers_cite_them(as_standing, issued):
    response = as_standing.get(PLANS)

    cell = strip_tags(listed_table(response).rows[0].get_cell("reference"))
    assert cell == f"{issued.number.number:02d}/KH-UBND ngày 22/9/2021"


def test_drafts_of_others_are_neither_listed_nor_opened(client, stranger, draft, issued):
    client.force_login(stranger)

    assert listed(client.get(PLANS)) == [issued]
    assert client.get(draft.get_absolute_url()).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=nhan+rong+dien+hinh", True),
        ("q=hoi+nghi", False),
        ("year=2025", True),
        ("year=2026", False),
        ("status=issued", True),
        ("status=draft", False),
    ],
)
def test_filters(as_standing, issued, query, found):
    assert listed(as_standing.get(f"{PLANS}?{query}")) == ([issued] if found else [])


@pytest.mark.parametrize("typed", ["{number}", "{number}/KH", "{number}/kh-ubnd"])
def test_a_plan_is_found_by_its_number(as_standing, place, issued, typed):
    PlanFactory(unit=place.province, issued=True)

    response = as_standing.get(PLANS, {"q": typed.format(number=issued.number.number)})

    assert listed(response) == [issued]


def test_a_plan_of_another_authority_bears_its_own_number(as_standing, place):
    plan = PlanFactory(
        unit=place.province,
        status="issued",
        outside_number="156/KH-UBND",
        issued_on=datetime.date(2019, 10, 15),
    )

    response = as_standing.get(PLANS, {"q": "156/KH"})

    assert listed(response) == [plan]
    assert strip_tags(listed_table(response).rows[0].get_cell("reference")) == "156/KH-UBND ngày 15/10/2019"


@pytest.mark.parametrize(("number", "css"), [("156/KH-UBND", "nowrap"), ("không ghi số trên bản lưu", "")])
def test_only_a_real_number_is_kept_on_one_line(as_standing, place, number, css):
    PlanFactory(
        unit=place.province, status="issued", outside_number=number, issued_on=datetime.date(2019, 10, 15)
    )

    cell = listed_table(as_standing.get(PLANS)).rows[0].get_cell("reference")

    assert f'<span class="{css}">{number}</span>' in cell


def test_filter_by_unit_and_movement(as_standing, place, issued):
    other = PlanFactory(unit=place.province, issued=True)
    movement = MovementFactory(unit=place.province)
    other.movements.add(movement)

    assert listed(as_standing.get(PLANS, {"unit": place.district.pk})) == [issued]
    assert listed(as_standing.get(PLANS, {"movement": movement.pk})) == [other]


def test_an_empty_list_says_what_to_expect(as_standing):
    assert "Chưa có kế hoạch nào" in as_standing.get(PLANS).content.decode()


def count_of(client, address):
    """How many queries the page takes once content types are known."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def add_to_lists(unit):
    PlanFactory(unit=unit).movements.add(MovementFactory(unit=unit))


@pytest.mark.parametrize("name", ["plans", "movements"])
def test_a_list_asks_the_same_queries_for_any_length(as_standing, place, name):
    address = reverse(f"campaigns:{name}")
    add_to_lists(place.district)
    with_one = count_of(as_standing, address)

    add_to_lists(place.district)
    add_to_lists(place.district)

    assert count_of(as_standing, address) == with_one <= 25


def test_a_plan_asks_the_same_queries_for_any_number_of_rows(as_standing, place, issued):
    with_one = count_of(as_standing, issued.get_absolute_url())

    AssignmentFactory.create_batch(3, plan=issued, unit=place.sister)
    MilestoneFactory.create_batch(3, plan=issued)

    assert count_of(as_standing, issued.get_absolute_url()) == with_one <= 25


def test_criteria_stand_per_kind_with_their_total(as_standing, issued):
    tables = as_standing.get(issued.get_absolute_url()).context["criteria"]

    assert [(kind, len(rows), total) for kind, rows, total in tables] == [("cá nhân", 1, 40)]


def test_milestones_count_their_days_against_today(as_standing, settings, issued):
    settings.PORTAL_TODAY = "2025-11-28"
    MilestoneFactory(plan=issued, due_on=datetime.date(2025, 11, 27))

    stands = as_standing.get(issued.get_absolute_url()).context["milestones"]

    assert [(stand.state, stand.days) for stand in stands] == [
        ("past", "đã qua 1 ngày"),
        ("next", "còn 2 ngày"),
    ]


def test_assignments_say_whether_they_are_done_or_late(as_standing, settings, place, issued):
    settings.PORTAL_TODAY = "2024-03-10"
    AssignmentFactory(plan=issued, unit=place.sister)
    AssignmentFactory(
        plan=issued, unit=place.sister, due_on="2024-01-01", done_on="2024-01-03", result="Xong."
    )

    stands = as_standing.get(issued.get_absolute_url()).context["assignments"]

    assert [(stand.state, stand.days) for stand in stands] == [
        ("overdue", "trễ 7 ngày làm việc"),  # since Thursday, 29 February; Sunday counts as Monday
        ("silent", ""),
        ("done", "trễ 2 ngày làm việc"),
    ]


def test_a_plan_shows_what_it_implements_and_what_implements_it(as_standing, place, issued):
    above = PlanFactory(unit=place.province, issued=True)
    below = PlanFactory(unit=place.commune, issued=True, implements=issued)
    type(issued).objects.filter(pk=issued.pk).update(implements=above)

    response = as_standing.get(issued.get_absolute_url())

    assert response.context["plan"].implements == above
    assert list(response.context["implemented_by"]) == [below]


def test_the_state_is_a_chip(as_standing, draft):
    assert f'chip chip-{PlanStatus.DRAFT}">Dự thảo' in as_standing.get(PLANS).content.decode()


def test_who_prepares_conferences_begins_one_from_the_day_that_the_plan_sets(client, standing, head, issued):
    day = MilestoneFactory(plan=issued, kind="conference", name="Hội nghị cấp xã")
    begin = f"{reverse('gatherings:conference-new')}?moc={day.pk}"

    offered = {user: begin in shown(client, user, issued) for user in (standing, head)}

    assert offered == {standing: True, head: False}


def shown(client, user, plan):
    client.force_login(user)
    return client.get(plan.get_absolute_url()).content.decode()
