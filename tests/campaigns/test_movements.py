import datetime

import pytest
from django.urls import reverse

from campaigns.admin import MovementResource, WorkFieldResource
from campaigns.models import Movement, WorkField
from tests.factories import MovementFactory, PlanFactory, WorkFieldFactory

TYPED = {
    "name": "Chung sức xây dựng nông thôn mới",
    "mode": "thematic",
    "starts_on": "01/01/2021",
    "ends_on": "31/12/2025",
}


@pytest.fixture
def desk(client, standing):
    client.force_login(standing)
    return client


def test_the_standing_office_launches_a_movement_of_its_unit(desk, place):
    above = MovementFactory(unit=place.province)

    response = desk.post(
        reverse("campaigns:movement-new"), TYPED | {"unit": place.district.pk, "above": above.pk}
    )

    movement = Movement.objects.get(unit=place.district)
    assert response.url == movement.get_absolute_url()
    assert (movement.mode, movement.above, movement.ends_on) == (
        "thematic",
        above,
        datetime.date(2025, 12, 31),
    )


def test_a_movement_is_changed_in_place_and_its_unit_stays(desk, place):
    movement = MovementFactory(unit=place.district)

    desk.post(reverse("campaigns:movement-edit", args=[movement.pk]), TYPED | {"unit": place.foreign.pk})

    movement.refresh_from_db()
    assert (movement.name, movement.unit) == (TYPED["name"], place.district)


def test_an_end_before_the_start_is_answered_with_what_was_typed(desk, place):
    response = desk.post(
        reverse("campaigns:movement-new"), TYPED | {"unit": place.district.pk, "ends_on": "31/12/2020"}
    )

    assert response.status_code == 422
    assert response.context["form"].non_field_errors() == ["Ngày tổng kết phải từ ngày phát động trở đi."]
    assert TYPED["name"] in response.content.decode()


def test_the_list_counts_plans_that_were_issued(desk, place):
    movement = MovementFactory(unit=place.district)
    for plan in (PlanFactory(unit=place.district), PlanFactory(unit=place.district, issued=True)):
        plan.movements.add(movement)

    page = desk.get(reverse("campaigns:movements")).context["table"].page

    assert [row.record.plan_count for row in page.object_list] == [1]


@pytest.mark.parametrize(
    ("query", "found"), [("q=nong+thon", 1), ("q=van+hoa", 0), ("year=2024", 1), ("year=2026", 0)]
)
def test_movements_are_filtered(desk, place, query, found):
    MovementFactory(name=TYPED["name"], unit=place.district, ends_on="2025-12-31")

    page = desk.get(f"{reverse('campaigns:movements')}?{query}").context["table"].page

    assert len(page.object_list) == found


def test_a_movement_shows_its_plans_but_no_draft_of_others(client, stranger, place):
    movement = MovementFactory(unit=place.district)
    draft, issued = PlanFactory(unit=place.district), PlanFactory(unit=place.district, issued=True)
    movement.plans.set([draft, issued])
    client.force_login(stranger)

    assert list(client.get(movement.get_absolute_url()).context["plans"]) == [issued]


def test_fields_of_work_are_renumbered_from_a_sheet_not_doubled(db):
    WorkFieldFactory(name="Y tế", order=1)
    sheet = WorkFieldResource().export()
    sheet.append(["Giáo dục", 2])
    sheet[0] = ["Y tế", 5]

    result = WorkFieldResource().import_data(sheet, raise_errors=True)

    assert (result.totals["new"], result.totals["update"]) == (1, 1)
    assert list(WorkField.objects.values_list("name", "order")) == [("Giáo dục", 2), ("Y tế", 5)]


def test_movements_come_back_from_their_own_export(place):
    MovementFactory(unit=place.district, ends_on=datetime.date(2025, 12, 31))
    sheet = MovementResource().export()
    Movement.objects.all().delete()

    MovementResource().import_data(sheet, raise_errors=True)

    movement = Movement.objects.get()
    assert (movement.unit, movement.ends_on) == (place.district, datetime.date(2025, 12, 31))
