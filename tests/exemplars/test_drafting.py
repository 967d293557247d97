"""A draft keeps what was typed, whoever else is at it."""

import pytest
from django.urls import reverse

from exemplars import services
from exemplars.forms.beginning import AwardField
from exemplars.models import Nomination
from law.models import SubjectKind
from organizations.models import UnitKind
from tests.factories import NominationFactory, UnitFactory


@pytest.fixture
def page(client, officer):
    """page(nomination): the draft's page as the officer opens it."""
    client.force_login(officer)
    return lambda nomination: client.get(address(nomination))


def address(nomination, name="nomination-edit"):
    return reverse(f"exemplars:{name}", args=[nomination.pk])


def fresh(nomination):
    return Nomination.objects.get(pk=nomination.pk)


def test_a_draft_is_saved_with_holes_in_it(client, page, typed, place):
    nomination = NominationFactory(unit=place.commune, name="Lê Thị Bông")

    answer = client.post(address(nomination), typed(page(nomination), summary="Có công", then="stay"))

    assert answer.status_code == 302
    assert (fresh(nomination).summary, fresh(nomination).version) == ("Có công", 2)


def test_saving_and_closing_leads_back_to_the_filtered_list(client, page, typed, draft):
    nomination = draft()
    data = typed(page(nomination), then="close", return_to="/ho-so/?status=draft&page=2")

    assert client.post(address(nomination), data).url == "/ho-so/?status=draft&page=2"


@pytest.mark.parametrize("then", ["stay", "check"])
def test_a_draft_opened_by_itself_closes_to_its_dossier(client, page, typed, draft, then):
    nomination = draft()

    onward = client.post(address(nomination), typed(page(nomination), then=then)).url
    closed = client.post(address(nomination), typed(page(nomination), then="close")).url

    assert "return_to" not in onward
    assert closed == nomination.get_absolute_url()


def test_points_are_saved_and_none_above_the_most(client, page, typed, draft):
    nomination = draft()
    criterion = nomination.plan.criteria.get(subject_kind="person")
    shown = page(nomination)

    refused = client.post(address(nomination), typed(shown, **{f"score_{criterion.pk}": "21"}))
    client.post(address(nomination), typed(shown, **{f"score_{criterion.pk}": "20"}))

    assert refused.status_code == 422
    assert nomination.self_scores.get().points == 20


def test_what_is_wrong_is_answered_422_with_what_was_typed(client, page, typed, draft):
    nomination = draft()
    data = typed(page(nomination), birth_date="31/02/1980", summary="Đã gõ")

    answer = client.post(address(nomination), data)

    assert answer.status_code == 422
    assert answer.context["form"]["birth_date"].value() == "31/02/1980"
    assert answer.context["form"]["summary"].value() == "Đã gõ"


@pytest.mark.parametrize(
    "wrong",
    [
        {"year": "20244"},
        {"year": "1947"},
        {"birth_date": "01/01/2100"},
        {"birth_date": "01/01/1790"},
        {"achieved_from": "31/12/1947"},
        {"achieved_from": "01/01/2099", "achieved_to": ""},
    ],
)
def test_years_and_days_that_cannot_be_are_refused(client, page, typed, draft, wrong):
    nomination = draft()

    answer = client.post(address(nomination), typed(page(nomination), **wrong))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong)[:1])


def test_autosave_answers_with_the_new_version(client, page, typed, draft):
    nomination = draft()

    answer = client.post(
        address(nomination, "nomination-autosave"), typed(page(nomination), summary="Tự lưu")
    )

    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert fresh(nomination).summary == "Tự lưu"


def test_autosave_saves_what_is_right_and_names_what_is_not(client, page, typed, draft):
    nomination = draft()
    data = typed(page(nomination), summary="Đúng", birth_date="5/")

    answer = client.post(address(nomination, "nomination-autosave"), data)

    assert answer.status_code == 422
    assert answer.json() == {"version": 2, "message": "Đã lưu, trừ mục chưa đúng: ngày sinh."}
    assert (fresh(nomination).summary, fresh(nomination).birth_date) == ("Đúng", None)


def test_what_breaks_a_rule_between_fields_is_left_as_it_was(client, page, typed, draft):
    nomination = draft(kind="collective", headcount=10, women=4)
    data = typed(page(nomination), headcount="3", women="4")

    answer = client.post(address(nomination, "nomination-autosave"), data)

    assert answer.status_code == 422
    assert (fresh(nomination).headcount, fresh(nomination).women) == (10, 4)


def test_achievements_end_in_the_year_of_review(client, page, typed, draft):
    nomination = draft()
    shown = page(nomination)

    refused = client.post(address(nomination), typed(shown, achieved_to="01/01/2025"))
    accepted = client.post(address(nomination), typed(shown, achieved_to="01/01/2025", year="2025"))

    sentence = ["Thành tích phải kết thúc trong năm xét (2024) hoặc trước đó."]
    assert refused.status_code == 422
    assert refused.context["form"].errors == {"year": sentence, "achieved_to": sentence}
    assert (accepted.status_code, fresh(nomination).year) == (302, 2025)


def test_a_collective_has_no_more_party_members_than_people(client, page, typed, draft):
    nomination = draft(kind="collective", headcount=10, women=4, party_members=5)
    shown = page(nomination)

    refused = client.post(address(nomination), typed(shown, party_members="11"))
    accepted = client.post(address(nomination), typed(shown, party_members="10"))

    sentence = ["Số đảng viên không thể nhiều hơn tổng số người."]
    assert refused.status_code == 422
    assert refused.context["form"].errors == {"headcount": sentence, "party_members": sentence}
    assert (accepted.status_code, fresh(nomination).party_members) == (302, 10)


def test_a_name_that_papers_cannot_print_is_refused_at_the_field(client, page, typed, draft):
    nomination = draft(name="Lê Thị Bông")

    answer = client.post(address(nomination), typed(page(nomination), name="Lê Thị Bông 🌟", summary="Đã gõ"))

    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "name": ["Có ký tự không in được trên văn bản: “🌟”. Hãy xóa hoặc thay bằng chữ."]
    }
    assert answer.context["form"]["name"].value() == "Lê Thị Bông 🌟"
    assert answer.context["form"]["summary"].value() == "Đã gõ"


def test_autosave_keeps_the_rest_of_what_has_a_letter_papers_cannot_print(client, page, typed, draft):
    nomination = draft(achievements="Vận động 12 hộ")
    data = typed(page(nomination), summary="Đúng", achievements="Vận động 13 hộ 🌟")

    answer = client.post(address(nomination, "nomination-autosave"), data)

    assert answer.json() == {"version": 2, "message": "Đã lưu, trừ mục chưa đúng: thành tích đạt được."}
    assert (fresh(nomination).summary, fresh(nomination).achievements) == ("Đúng", "Vận động 12 hộ")


def test_two_people_who_save_meet_field_by_field(client, page, typed, draft, head):
    nomination = draft(summary="Lúc đầu", background="Nền")
    mine = typed(page(nomination), summary="Của tôi")
    client.force_login(head)
    client.post(
        address(nomination), typed(client.get(address(nomination)), summary="Của họ", background="Mới")
    )

    answer = client.post(address(nomination), mine)

    assert answer.status_code == 409
    conflict = next(answer.context["merge"].conflicts)
    assert (conflict.name, conflict.saved, conflict.typed) == ("summary", "Của họ", "Của tôi")
    assert answer.context["merge"].taken == ["background"]
    assert fresh(nomination).summary == "Của họ"


def test_the_autosave_of_the_second_is_told_who_was_first(client, page, typed, draft, officer, head):
    nomination = draft()
    mine = typed(page(nomination), summary="Của tôi")
    client.post(address(nomination), typed(page(nomination), summary="Của họ"))

    def told_to(user):
        client.force_login(user)
        answer = client.post(address(nomination, "nomination-autosave"), mine)
        return answer.status_code, answer.json()["message"].partition(" vừa lưu hồ sơ này.")[0]

    assert told_to(head) == (409, f"{officer}")
    assert told_to(officer) == (409, "Bạn, ở một cửa sổ khác,")


def test_the_same_text_sent_twice_is_no_collision(client, page, typed, draft):
    nomination = draft()
    mine = typed(page(nomination), summary="Của tôi")
    client.post(address(nomination, "nomination-autosave"), mine)

    again = client.post(address(nomination, "nomination-autosave"), mine)
    saved = client.post(address(nomination), mine)

    assert (again.status_code, again.json()["version"]) == (200, 2)
    assert (saved.status_code, fresh(nomination).version) == (302, 2)


def test_after_a_collision_either_text_can_be_kept(client, page, typed, draft):
    nomination = draft()
    mine = typed(page(nomination), summary="Của tôi")
    client.post(address(nomination), typed(page(nomination), summary="Của họ"))
    client.post(address(nomination), mine)

    answer = client.post(address(nomination), {**mine, "version": 2})

    assert answer.status_code == 302
    assert (fresh(nomination).summary, fresh(nomination).version) == ("Của tôi", 3)


def test_what_was_typed_while_the_dossier_was_sent_is_shown_to_copy(
    client, page, typed, draft, head, desk_of
):
    nomination = draft()
    mine = typed(page(nomination), summary="Đang gõ dở")
    services.submit(nomination, desk=desk_of(head))

    answer = client.post(address(nomination), mine)

    assert (answer.status_code, answer.context["closed"]) == (409, True)
    assert "Đang gõ dở" in answer.content.decode()
    assert fresh(nomination).summary != "Đang gõ dở"


def test_a_returned_draft_says_at_the_field_what_to_mend(page, returned):
    form = page(returned()).context["form"]

    assert "Cần sửa: Nêu rõ số tiền." in form["achievements"].help_text
    assert "Cần sửa" not in form["background"].help_text


def test_a_request_that_holds_markup_is_shown_as_text(page, received, standing, desk_of):
    nomination = received()
    services.give_back(nomination, desk=desk_of(standing), requests={"summary": "<script>x</script>"})

    assert "&lt;script&gt;" in page(nomination).context["form"]["summary"].help_text


def test_mended_and_sent_again_both_see_what_changed(client, page, typed, returned, head, standing):
    nomination = returned()
    client.post(address(nomination), typed(page(nomination), achievements="Vận động 12 hộ, 50 triệu đồng."))
    client.force_login(head)
    client.post(address(nomination, "nomination-submit"), {"acknowledgement": ""})

    for person in (head, standing):
        client.force_login(person)
        answer = client.get(reverse("exemplars:nomination-changes", args=[nomination.pk, 2]))
        assert [change.part for change in answer.context["changes"]] == ["achievements"]
        assert "<ins>" in answer.content.decode()


def test_a_namesake_in_the_unit_is_asked_about_before_a_second_one_is_made(client, page, draft, plan, award):
    known = draft(name="Trần Thị Bông").subject
    known.name = "Trần Thị Bông"
    known.save()
    page(draft())
    data = {"kind": "person", "request_id": "7f2d4f9e-6a59-4a0f-8a3e-0d2a6a4d9d11", "unit": known.unit_id}

    asked = client.post(reverse("exemplars:nomination-new"), {**data, "name": "TRAN THI  BONG"})
    begun = client.post(reverse("exemplars:nomination-new"), {**data, "subject": known.pk})

    assert (asked.status_code, asked.context["form"].twins) == (422, [known])
    assert begun.status_code == 302
    assert Nomination.objects.latest("pk").subject == known


def test_a_name_that_is_too_long_is_not_said_to_be_missing(client, officer, place, award):
    client.force_login(officer)
    data = {"kind": "person", "request_id": "7f2d4f9e-6a59-4a0f-8a3e-0d2a6a4d9d11", "unit": place.commune.pk}

    asked = client.post(reverse("exemplars:nomination-new"), {**data, "name": "a" * 5000})

    told = "Nhiều nhất 200 ký tự (đang có 5000). Hãy rút gọn."
    assert asked.context["form"].errors == {"name": [told]}


def test_awards_of_the_sector_are_offered_beside_those_of_the_territory(law, place, settings):
    settings.PORTAL_TODAY = "2024-05-20"
    department = UnitFactory(parent=place.province, kind=UnitKind.AGENCY, has_council=True)
    school = UnitFactory(parent=place.commune, kind=UnitKind.SCHOOL)
    field = AwardField()

    def offered():
        field.offer(SubjectKind.PERSON, school)
        return {code: field.level[pk] for pk, code in field.queryset.values_list("pk", "code")}

    by_territory = offered()
    school.sector_parent = department

    assert "GKS" not in by_territory
    assert offered() == by_territory | {"GKS": "cơ sở"}
