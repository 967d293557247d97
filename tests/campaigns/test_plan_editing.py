import datetime

import pytest
from django.urls import reverse

from campaigns.models import Milestone, Plan
from campaigns.readiness import gaps
from tests.factories import MovementFactory, PlanFactory, UnitFactory, UserFactory


def edit(plan):
    return reverse("campaigns:plan-edit", args=[plan.pk])


def autosave(plan):
    return reverse("campaigns:plan-autosave", args=[plan.pk])


@pytest.fixture
def desk(client, standing):
    client.force_login(standing)
    return client


def test_a_new_draft_needs_title_and_period_alone(desk, place, standing):
    data = {
        "unit": place.district.pk,
        "title": "Nhân rộng",
        "starts_on": "01/01/2026",
        "ends_on": "31/12/2030",
    }

    response = desk.post(reverse("campaigns:plan-new"), data)

    plan = Plan.objects.get()
    assert response.url == edit(plan)
    assert (plan.unit, plan.status, plan.created_by) == (place.district, "draft", standing)


def test_a_form_sent_twice_begins_one_draft(desk, place):
    address = reverse("campaigns:plan-new")
    data = {
        "unit": place.district.pk,
        "title": "Nhân rộng",
        "starts_on": "01/01/2026",
        "ends_on": "31/12/2030",
    }

    ids = [desk.get(address).context["form"]["request_id"].value() for _ in range(2)]
    answers = [desk.post(address, data | {"request_id": sent}) for sent in (ids[0], ids[0], ids[1])]

    first, second = Plan.objects.order_by("pk")
    assert [answer.url for answer in answers] == [edit(first), edit(first), edit(second)]
    assert first.history.count() == 1


def test_a_plan_is_drafted_for_ones_own_office_only(desk, place):
    data = {
        "unit": place.foreign.pk,
        "title": "Nhân rộng",
        "starts_on": "01/01/2026",
        "ends_on": "31/12/2030",
    }

    assert desk.post(reverse("campaigns:plan-new"), data).status_code == 422
    assert not Plan.objects.exists()


def test_saving_what_was_not_changed_changes_nothing(desk, draft, as_typed):
    desk.post(edit(draft), as_typed(draft))

    saved = Plan.objects.get(pk=draft.pk)
    assert gaps(saved) == []
    assert (saved.title, saved.starts_on, saved.version) == (draft.title, draft.starts_on, draft.version + 1)
    assert [criterion.max_points for criterion in saved.criteria.all()] == [40]
    assert saved.assignments.get().due_on == datetime.date(2024, 2, 29)


def test_all_parts_are_written(desk, place, draft, as_typed):
    movement, above = MovementFactory(unit=place.province), PlanFactory(unit=place.province, issued=True)
    changes = {
        "movements": [movement.pk],
        "implements": above.pk,
        "section-funding": "- Ngân sách huyện.",
        "criteria-household-0-text": "Đóng góp cho ấp",
        "criteria-household-0-max_points": "60",
        "milestones-1-kind": "interim",
        "milestones-1-name": "Sơ kết",
        "milestones-1-due_on": "11/06/2023",
        "milestones-1-covers_from": "01/01/2021",
        "milestones-1-covers_to": "11/06/2023",
    }

    desk.post(edit(draft), as_typed(draft, **changes))

    saved = Plan.objects.get(pk=draft.pk)
    assert (list(saved.movements.all()), saved.implements) == ([movement], above)
    assert saved.sections.get(kind="funding").body == "- Ngân sách huyện."
    assert saved.criteria.get(subject_kind="household").max_points == 60
    assert [milestone.name for milestone in saved.milestones.all()] == [
        "Sơ kết",
        "Tổng kết giai đoạn 2021-2025",
    ]


def test_a_row_goes_when_it_is_ticked_or_blanked(desk, draft, as_typed):
    blanked = dict.fromkeys(("milestones-0-kind", "milestones-0-name", "milestones-0-due_on"), "")
    blanked |= {"milestones-0-covers_from": "", "milestones-0-covers_to": ""}

    desk.post(edit(draft), as_typed(draft, **blanked, **{"criteria-person-0-DELETE": "on"}))

    saved = Plan.objects.get(pk=draft.pk)
    assert (saved.milestones.count(), saved.criteria.count(), saved.assignments.count()) == (0, 0, 1)


def test_a_draft_saves_with_holes(desk, draft, as_typed):
    desk.post(edit(draft), as_typed(draft, **{"section-purpose": "", "recipients": ""}))

    saved = Plan.objects.get(pk=draft.pk)
    assert (saved.recipients, saved.sections.filter(kind="purpose").exists()) == ("", False)


def test_what_does_not_validate_is_answered_422_and_kept_as_typed(desk, draft, as_typed):
    data = as_typed(draft, starts_on="31/02/2021", **{"criteria-person-1-text": "Chưa có điểm"})

    response = desk.post(edit(draft), data)

    assert response.status_code == 422
    assert response.context["draft"].errors == [
        ("Từ ngày", "id_starts_on", "Ngày chưa đúng. Hãy nhập ngày/tháng/năm, ví dụ 05/09/2024."),
        (
            "Tiêu chí cá nhân, dòng 2: điểm tối đa",
            "id_criteria-person-1-max_points",
            "Mục này bắt buộc. Hãy điền vào.",
        ),
    ]
    reopened = desk.get(edit(draft)).content.decode()
    assert "31/02/2021" in reopened
    assert "Chưa có điểm" in reopened
    assert Plan.objects.get(pk=draft.pk).starts_on == draft.starts_on


def test_an_end_before_the_start_is_refused(desk, draft, as_typed):
    response = desk.post(edit(draft), as_typed(draft, ends_on="31/12/2020"))

    assert ("", "", "Ngày kết thúc phải từ ngày bắt đầu trở đi.") in response.context["draft"].errors


def test_a_row_that_is_wrong_as_a_whole_is_named_and_led_to(desk, draft, as_typed):
    reversed_days = {"milestones-0-covers_from": "02/01/2024", "milestones-0-covers_to": "01/01/2024"}

    response = desk.post(edit(draft), as_typed(draft, **reversed_days))

    assert response.context["draft"].errors == [
        (
            "Mốc thời gian, dòng 1",
            "id_milestones-0-kind",
            "Giai đoạn đánh giá cần đủ hai ngày, ngày cuối không trước ngày đầu.",
        )
    ]


def test_a_draft_with_unfinished_text_is_not_ready(desk, draft, as_typed):
    desk.post(edit(draft), as_typed(draft, title=""))

    assert [gap.anchor for gap in gaps(Plan.objects.get(pk=draft.pk))] == ["errors"]


def test_unfinished_text_is_gone_once_all_is_right(desk, draft, as_typed):
    desk.post(edit(draft), as_typed(draft, title=""))
    again = Plan.objects.get(pk=draft.pk)

    desk.post(edit(draft), as_typed(again, title="Tên mới"))

    saved = Plan.objects.get(pk=draft.pk)
    assert (saved.title, saved.unfinished) == ("Tên mới", {})


def test_autosave_writes_and_hands_on_the_version(desk, draft, as_typed):
    answer = desk.post(autosave(draft), as_typed(draft, title="Gõ dở")).json()

    assert Plan.objects.get(pk=draft.pk).title == "Gõ dở"
    assert answer["version"] == draft.version + 1
    assert answer["message"].startswith("Đã lưu lúc ")


def test_autosave_of_new_rows_does_not_double_them(desk, draft, as_typed):
    data = as_typed(draft, **{"criteria-person-1-text": "Gương mẫu", "criteria-person-1-max_points": "30"})
    data["version"] = desk.post(autosave(draft), data).json()["version"]

    desk.post(autosave(draft), data)

    assert [criterion.text for criterion in draft.criteria.all()] == ["Có sáng kiến", "Gương mẫu"]


def test_autosave_keeps_what_is_not_right_yet_and_says_so(desk, draft, as_typed):
    answer = desk.post(autosave(draft), as_typed(draft, starts_on="1/", title="Tên mới")).json()

    saved = Plan.objects.get(pk=draft.pk)
    assert answer["message"].endswith("còn 1 chỗ chưa đúng")
    assert (saved.title, saved.unfinished["title"], saved.unfinished["starts_on"]) == (
        draft.title,
        ["Tên mới"],
        ["1/"],
    )


def test_a_request_without_its_rows_wipes_nothing(desk, draft):
    response = desk.post(edit(draft), {"version": draft.version, "title": "Cắt cụt"})

    assert response.status_code == 422
    assert Plan.objects.get(pk=draft.pk).unfinished == {}
    assert (draft.criteria.count(), draft.milestones.count(), draft.assignments.count()) == (1, 1, 1)


def test_two_editors_collide_and_both_texts_are_shown(desk, draft, as_typed):
    data = as_typed(draft, title="Bản của tôi")
    other = Plan.objects.get(pk=draft.pk)
    other.title, other.edited_by = "Bản của người khác", UserFactory(full_name="Lê Thị Bông")
    other.save_unless_changed(draft.version)

    response = desk.post(edit(draft), data)

    difference = response.context["differences"][0]
    assert response.status_code == 409
    assert (difference.saved, difference.typed) == ("Bản của người khác", "Bản của tôi")
    assert Plan.objects.get(pk=draft.pk).title == "Bản của người khác"


def test_after_a_collision_saving_once_more_writes_ones_own_text(desk, draft, as_typed):
    other = Plan.objects.get(pk=draft.pk)
    other.save_unless_changed(draft.version)
    collision = desk.post(edit(draft), as_typed(draft, title="Bản của tôi"))

    desk.post(edit(draft), as_typed(draft, title="Bản của tôi", version=collision.context["plan"].version))

    assert Plan.objects.get(pk=draft.pk).title == "Bản của tôi"


def test_autosave_stops_at_a_collision(desk, draft, as_typed):
    Plan.objects.get(pk=draft.pk).save_unless_changed(draft.version)

    answer = desk.post(autosave(draft), as_typed(draft, title="Bản của tôi"))

    assert answer.status_code == 409
    assert answer.json()["message"].startswith("Người khác vừa lưu kế hoạch này.")


def test_who_saved_in_another_window_is_told_so(desk, standing, draft, as_typed):
    data = as_typed(draft, title="Bản của tôi")
    desk.post(autosave(draft), as_typed(draft, title="Đã lưu", starts_on="31/02/2031"))

    told = desk.post(autosave(draft), data).json()["message"]
    page = desk.post(edit(draft), data)

    assert told.startswith("Bạn, ở một cửa sổ khác, vừa lưu kế hoạch này.")
    assert "Bạn, ở một cửa sổ khác, đã lưu kế hoạch này" in page.text
    assert "Bản đang soạn dở, còn chỗ chưa đúng" in page.text


def test_back_asks_for_the_editor_anew(desk, draft):
    assert "no-store" in desk.get(edit(draft))["Cache-Control"]


def test_the_same_text_sent_twice_is_no_collision(desk, draft, as_typed):
    data = as_typed(draft, title="Bản của tôi")
    first = desk.post(autosave(draft), data)

    again = desk.post(autosave(draft), data)

    assert (again.status_code, again.json()) == (200, first.json())


def test_a_row_is_added_without_javascript_and_nothing_typed_is_lost(desk, draft, as_typed):
    response = desk.post(edit(draft), as_typed(draft, title="Tên mới", add="milestones"))

    rows = response.context["draft"].milestones
    assert (len(rows.forms), response.context["draft"].head["title"].value()) == (3, "Tên mới")
    assert Plan.objects.get(pk=draft.pk).title == "Tên mới"


def test_htmx_gets_one_row_and_the_new_count(desk, draft):
    address = reverse("campaigns:plan-row", args=[draft.pk, "assignments"])

    html = desk.get(address, {"assignments-TOTAL_FORMS": "2"}).content.decode()

    assert 'name="assignments-2-task"' in html
    assert 'name="assignments-TOTAL_FORMS" value="3"' in html


@pytest.mark.parametrize(("prefix", "count"), [("nothing", "2"), ("milestones", "x"), ("milestones", "")])
def test_rows_that_the_page_has_not_are_404(desk, draft, prefix, count):
    address = reverse("campaigns:plan-row", args=[draft.pk, prefix])

    assert desk.get(address, {f"{prefix}-TOTAL_FORMS": count}).status_code == 404


def test_a_plan_implements_an_issued_plan_of_a_unit_above(desk, place, draft):
    above = PlanFactory(unit=place.province, issued=True)
    for unit in (place.province, place.commune, place.foreign):
        PlanFactory(unit=unit)
    PlanFactory(unit=place.foreign, issued=True)

    offered = desk.get(edit(draft)).context["draft"].head.fields["implements"].queryset

    assert list(offered) == [above]


def test_the_plan_above_stays_chosen_after_it_has_ended(desk, place, draft, as_typed):
    above = PlanFactory(unit=place.province, issued=True, status="ended")
    Plan.objects.filter(pk=draft.pk).update(implements=above)

    desk.post(edit(draft), as_typed(Plan.objects.get(pk=draft.pk), title="Tên mới"))

    saved = Plan.objects.get(pk=draft.pk)
    assert (saved.title, saved.implements) == ("Tên mới", above)


def test_work_is_given_to_units_that_exist_right_below_or_are_named_already(desk, place, draft):
    UnitFactory(parent=place.district, name="xã Cũ", ends_on=datetime.date(2016, 1, 1))

    units = desk.get(edit(draft)).context["draft"].assignments.form_kwargs["units"].values()

    assert sorted(map(str, units)) == ["huyện Gò Thử", "xã Bình Thử", "xã Kế Bên"]


def test_the_editor_asks_the_same_queries_for_any_number_of_rows(desk, draft, django_assert_max_num_queries):
    desk.get(edit(draft))
    Milestone.objects.bulk_create(
        Milestone(plan=draft, kind="other", name="Mốc", due_on=draft.ends_on) for _ in range(20)
    )

    with django_assert_max_num_queries(20):
        desk.get(edit(draft))


def test_an_assignment_names_a_milestone_of_its_page(desk, draft, as_typed):
    milestone = draft.milestones.get()
    data = as_typed(draft, **{"assignments-0-milestone": milestone.pk, "milestones-0-name": "Tổng kết"})

    desk.post(reverse("campaigns:plan-edit", args=[draft.pk]), data)

    assert draft.assignments.get().milestone == milestone
    assert draft.milestones.get().name == "Tổng kết"


def test_an_assignment_cannot_name_a_milestone_that_goes(desk, draft, as_typed):
    milestone = draft.milestones.get()
    data = as_typed(draft, **{"assignments-0-milestone": milestone.pk, "milestones-0-DELETE": "on"})

    response = desk.post(reverse("campaigns:plan-edit", args=[draft.pk]), data)

    assert response.status_code == 422
    assert [error for *_, error in response.context["draft"].errors] == [
        "Mốc này không còn trong kế hoạch. Hãy chọn mốc khác."
    ]


def test_the_page_says_until_when_a_due_day_at_a_weekend_counts(desk, draft):
    draft.assignments.update(due_on=datetime.date(2024, 3, 9))  # a Saturday

    page = desk.get(reverse("campaigns:plan-edit", args=[draft.pk])).content.decode()

    assert "Hạn rơi vào ngày nghỉ, được tính đến hết ngày làm việc tiếp theo, 11/03/2024." in page
