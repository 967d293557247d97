import datetime

import pytest
from django.urls import reverse

from campaigns.models import Assignment, Plan, PlanSection, PlanStatus
from campaigns.readiness import gaps
from core.calendar import today
from tests.factories import PlanFactory


def step(verb, plan):
    return reverse(f"campaigns:plan-{verb}", args=[plan.pk])


@pytest.fixture
def press(client):
    """press(person, verb, plan, **typed): the answer to the button, with the plan read anew."""

    def pressed(person, verb, plan, **typed):
        client.force_login(person)
        response = client.post(step(verb, plan), typed)
        plan.refresh_from_db()
        return response

    return pressed


def test_a_plan_goes_from_draft_to_its_end(press, standing, chairman, clerk, draft):
    states = []
    for person, verb, typed in [
        (standing, "submit", {}),
        (chairman, "give_back", {"note": "Bổ sung kinh phí."}),
        (standing, "submit", {}),
        (chairman, "sign", {}),
        (clerk, "issue", {"on": f"{today():%d/%m/%Y}"}),
        (standing, "end", {}),
    ]:
        assert press(person, verb, draft, **typed).status_code == 302
        states.append(draft.status)

    assert states == ["for_signature", "draft", "for_signature", "signed", "issued", "ended"]
    assert [event.verb for event in draft.history] == [
        "submit",
        "give_back",
        "submit",
        "sign",
        "issue",
        "end",
    ]


def test_an_issued_plan_has_number_date_and_signatory(press, standing, chairman, clerk, draft):
    press(standing, "submit", draft)
    press(chairman, "sign", draft)
    press(clerk, "issue", draft, on=f"{today():%d/%m/%Y}")

    assert (draft.number.text, draft.issued_on) == ("01/KH-UBND", today())
    assert (draft.signatory, draft.signatory_title) == (chairman.full_name, "Chủ tịch")


def test_giving_back_needs_a_reason(press, chairman, draft):
    Plan.objects.filter(pk=draft.pk).update(status=PlanStatus.FOR_SIGNATURE)

    response = press(chairman, "give_back", draft, note="  ")

    assert response.status_code == 422
    assert response.context["form"].errors == {"note": ["Mục này bắt buộc. Hãy điền vào."]}
    assert draft.status == PlanStatus.FOR_SIGNATURE


def test_the_reason_stands_before_those_who_mend_the_draft(client, press, standing, chairman, draft):
    press(standing, "submit", draft)
    press(chairman, "give_back", draft, note="Bổ sung kinh phí.")
    client.force_login(standing)

    pages = [draft.get_absolute_url(), reverse("campaigns:plan-edit", args=[draft.pk])]

    assert [client.get(page).content.decode().count("Bổ sung kinh phí.") for page in pages] == [2, 1]


def test_a_plan_is_not_issued_on_a_day_to_come(press, clerk, draft):
    Plan.objects.filter(pk=draft.pk).update(status=PlanStatus.SIGNED)
    tomorrow = today() + datetime.timedelta(days=1)

    response = press(clerk, "issue", draft, on=f"{tomorrow:%d/%m/%Y}")

    assert response.status_code == 422
    assert draft.number is None


def test_a_day_that_is_too_early_is_told_at_its_field(press, clerk, draft):
    Plan.objects.filter(pk=draft.pk).update(status=PlanStatus.SIGNED)

    response = press(clerk, "issue", draft, on="01/01/1990")

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["on"])
    assert 'value="01/01/1990"' in response.text


@pytest.mark.parametrize("verb", ["submit", "sign", "issue", "give_back", "end"])
def test_what_the_state_forbids_leads_back_with_a_sentence(client, press, standing, issued, verb):
    Plan.objects.filter(pk=issued.pk).update(status=PlanStatus.ENDED)

    response = press(standing, verb, issued)

    assert response.url == issued.get_absolute_url()
    assert "đang ở trạng thái “Đã kết thúc”" in client.get(response.url).content.decode()


@pytest.mark.parametrize(
    ("verb", "status"), [("sign", "for_signature"), ("issue", "signed"), ("end", "issued")]
)
def test_whose_move_it_is_not_is_refused(press, request, issued, verb, status):
    Plan.objects.filter(pk=issued.pk).update(status=status)
    person = request.getfixturevalue("clerk" if verb != "issue" else "standing")

    assert press(person, verb, issued).status_code == 403
    assert issued.status == status


def test_buttons_are_those_of_the_table_of_moves(client, chairman, draft):
    Plan.objects.filter(pk=draft.pk).update(status=PlanStatus.FOR_SIGNATURE)
    client.force_login(chairman)

    buttons = client.get(draft.get_absolute_url()).context["moves"]

    assert [button["verb"] for button in buttons] == ["give_back", "sign"]


def test_every_move_can_be_made_without_javascript(client, standing, draft):
    client.force_login(standing)

    response = client.get(step("submit", draft))

    assert "Trình ký kế hoạch này?" in response.content.decode()


def test_nothing_is_missing_in_a_whole_draft(draft):
    assert gaps(draft) == []


def test_an_empty_draft_says_all_that_is_missing_and_where(place):
    found = gaps(PlanFactory(unit=place.district))

    assert [gap.anchor for gap in found] == [
        "id_recipients",
        "id_section-purpose",
        "id_section-communication",
        "id_section-criteria",
        "id_section-nurturing",
        "id_section-timetable",
        "id_section-organization",
        "tieu-chi",
        "moc",
        "phan-cong",
    ]


def test_a_draft_with_gaps_is_not_submitted(client, press, standing, draft):
    PlanSection.objects.filter(plan=draft, kind="purpose").delete()

    press(standing, "submit", draft)

    page = client.get(draft.get_absolute_url())
    assert draft.status == PlanStatus.DRAFT
    assert [gap.text for gap in page.context["gaps"]] == ["Chưa viết phần “Mục đích, yêu cầu”."]


def test_a_unit_that_is_no_more_cannot_be_assigned_work(place, draft):
    Assignment.objects.filter(plan=draft).update(unit=place.sister)
    place.sister.ends_on = datetime.date(2024, 1, 1)
    place.sister.save()

    assert [gap.text for gap in gaps(draft)] == ["xã Kế Bên được phân công nhưng không còn hoạt động."]


EDITS = [
    ("get", "plan-edit", []),
    ("post", "plan-edit", []),
    ("post", "plan-autosave", []),
    ("get", "plan-row", ["milestones"]),
]


@pytest.mark.parametrize("status", [status for status in PlanStatus if status != PlanStatus.DRAFT])
@pytest.mark.parametrize(("method", "name", "args"), EDITS)
def test_a_plan_that_left_the_desk_cannot_be_edited(
    client, standing, issued, as_typed, status, method, name, args
):
    data = as_typed(issued, title="Tên khác")
    Plan.objects.filter(pk=issued.pk).update(status=status)
    client.force_login(standing)

    response = getattr(client, method)(reverse(f"campaigns:{name}", args=[issued.pk, *args]), data)

    issued.refresh_from_db()
    assert response.status_code == 404
    assert issued.title == "Nhân rộng điển hình giai đoạn 2021-2025"
