"""A plan that was issued on paper, written into the portal to work by."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from campaigns.models import Plan, PlanStatus
from tests.factories import PlanFactory

RECORD = "/ke-hoach/ghi-lai/"


@pytest.fixture
def desk(client, standing):
    client.force_login(standing)
    return client


@pytest.fixture
def paper(place):
    """What stands on the province's plan."""
    return {
        "unit": place.province.pk,
        "outside_number": "156/KH-UBND",
        "issued_on": "15/10/2019",
        "signatory": "Đinh Tấn Hoàng",
        "title": "Hội nghị điển hình tiên tiến",
        "starts_on": "15/10/2019",
        "ends_on": "31/12/2030",
    }


@pytest.fixture
def recorded(desk, paper):
    """The province's plan as the district begins to record it."""
    desk.post(RECORD, paper)
    return Plan.objects.get()


def step(plan, verb="record"):
    return reverse(f"campaigns:plan-{verb}", args=[plan.pk])


def test_it_is_completed_in_the_editor_and_then_let_in(desk, place, recorded, as_typed):
    edit = reverse("campaigns:plan-edit", args=[recorded.pk])

    desk.post(edit, as_typed(recorded, signatory_title="Chủ tịch", **{"section-purpose": "Tôn vinh."}))
    desk.post(step(recorded))

    plan = Plan.objects.get()
    assert (plan.unit, plan.recorder, plan.status) == (place.province, place.district, PlanStatus.ISSUED)
    assert plan.reference == "156/KH-UBND ngày 15/10/2019"
    assert (plan.signatory, plan.signatory_title) == ("Đinh Tấn Hoàng", "Chủ tịch")
    assert plan.sections.get().body == "Tôn vinh."
    assert [event.verb for event in plan.history] == ["create", "edit", "record"]


def test_until_then_only_the_recorder_sees_it(client, recorded, stranger):
    client.force_login(stranger)
    assert client.get(recorded.get_absolute_url()).status_code == 404

    Plan.objects.filter(pk=recorded.pk).update(status=PlanStatus.ISSUED)
    assert client.get(recorded.get_absolute_url()).status_code == 200


def test_the_district_can_then_implement_it(desk, place, recorded):
    desk.post(step(recorded))

    assert list(Plan.objects.above(place.district)) == [recorded]


def test_it_takes_no_number_and_no_signature_here(recorded, desk_of, standing):
    assert list(recorded.open_moves(desk_of(standing))) == ["record"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("outside_number", "", "bắt buộc"),
        ("issued_on", "", "bắt buộc"),
        ("issued_on", "01/01/2999", "không được sau hôm nay"),
        ("issued_on", "01/01/1900", "không hoạt động"),
    ],
)
def test_what_no_paper_can_say_is_refused_at_its_field(desk, paper, field, typed, said):
    form = desk.post(RECORD, paper | {field: typed}).context["form"]

    assert said in form.errors[field][0]
    assert not Plan.objects.exists()


def test_a_foreign_unit_is_not_offered(desk, place, paper):
    form = desk.post(RECORD, paper | {"unit": place.foreign.pk}).context["form"]

    assert "unit" in form.errors


@pytest.mark.parametrize("number", ["156/KH-UBND", "156/kh-ubnd"])
def test_a_plan_is_recorded_once(desk, recorded, paper, number):
    form = desk.post(RECORD, paper | {"outside_number": number}).context["form"]

    assert "đã có trong cổng" in form.errors["outside_number"][0]


def test_plans_of_unknown_number_differ_by_their_day(desk, paper):
    unknown = paper | {"outside_number": "…/KH-UBND"}
    desk.post(RECORD, unknown)
    other_day = desk.post(RECORD, unknown | {"issued_on": "16/10/2019"})
    same_day = desk.post(RECORD, unknown)

    assert other_day.status_code == 302
    assert "outside_number" in same_day.context["form"].errors


def test_a_plan_numbered_in_the_portal_is_not_recorded_beside_it(place):
    plan = PlanFactory(unit=place.district, issued=True)
    twin = PlanFactory.build(
        unit=place.district,
        outside_number=f"0{plan.number.number}/KH-UBND",
        issued_on=datetime.date(2021, 12, 1),
    )

    with pytest.raises(ValidationError, match="đã có trong cổng"):
        twin.full_clean()


def test_what_is_typed_wrong_is_mended_before_it_is_let_in(desk, recorded, as_typed):
    edit = reverse("campaigns:plan-edit", args=[recorded.pk])
    desk.post(edit, as_typed(recorded, issued_on="15/10/2999"))

    page = desk.post(step(recorded), follow=True).content.decode()

    assert "Chưa ghi vào cổng được" in page
    assert Plan.objects.get().status == PlanStatus.RECORDING
