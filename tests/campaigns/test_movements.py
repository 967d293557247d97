import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

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


@pytest.fixture
def send(client, administrator):
    """send(model, *rows): the preview of a CSV file of these rows."""
    client.force_login(administrator)

    def sent(model, *rows):
        file = SimpleUploadedFile("tep.csv", "\r\n".join(";".join(row) for row in rows).encode())
        address = reverse(f"admin:campaigns_{model}_import")
        return client.post(address, {"import_file": file, "resource": "0"})

    return sent


def confirm(client, model, preview):
    data = preview.context["confirm_form"].initial
    return client.post(reverse(f"admin:campaigns_{model}_process_import"), data, follow=True)


def test_fields_of_work_are_renumbered_from_a_sheet_not_doubled(client, send):
    WorkFieldFactory(name="Y tế", order=1)

    confirm(client, "workfield", send("workfield", ["Lĩnh vực", "Thứ tự"], ["Y TE", "5"], ["Giáo dục", "2"]))

    assert list(WorkField.objects.values_list("name", "order")) == [("Giáo dục", 2), ("Y tế", 5)]


def test_a_place_that_is_no_number_is_named_with_its_row(send):
    preview = send("workfield", ["Lĩnh vực", "Thứ tự"], ["Y tế", "nhất"])

    row = preview.context["result"].invalid_rows[0]
    assert (row.number, row.field_specific_errors) == (
        2,
        {"Thứ tự": ["“nhất” không phải là số thứ tự. Hãy ghi số nguyên, ví dụ 3."]},
    )


HEADER = ["Tên phong trào", "Mã đơn vị phát động", "Hình thức", "Ngày phát động", "Ngày tổng kết"]


def test_movements_come_from_a_sheet(client, place, send):
    row = [TYPED["name"], place.district.code, "Theo chuyên đề", "01/01/2021", "31/12/2025"]

    confirm(client, "movement", send("movement", HEADER, row))

    movement = Movement.objects.get()
    assert (movement.unit, movement.mode) == (place.district, "thematic")
    assert movement.ends_on == datetime.date(2025, 12, 31)


def test_a_movement_that_ends_before_it_starts_is_not_imported(place, send):
    row = [TYPED["name"], place.district.code, "thường xuyên", "01/01/2021", "31/12/2020"]

    result = send("movement", HEADER, row).context["result"]

    assert result.invalid_rows[0].error.messages == ["Ngày tổng kết phải từ ngày phát động trở đi."]
