"""The editor of a plan as two people at two desks use it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from campaigns.models import Plan
from tests.factories import PlanFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def draft(place):
    return PlanFactory(unit=place.district)


@pytest.fixture
def editor(page, live_server, sign_in, standing, draft):
    """The edit page of the draft, open at the standing office's desk."""
    sign_in(page, standing).goto(live_server.url + reverse("campaigns:plan-edit", args=[draft.pk]))
    return page


def test_what_is_typed_is_kept_by_itself_with_rows_that_were_added(editor, draft):
    rows = editor.locator("#milestones-list .rows-row")
    editor.locator("#milestones").get_by_role("button", name="Thêm dòng").click()
    expect(rows).to_have_count(2)
    editor.fill("#id_milestones-1-name", "Tổng kết")
    editor.select_option("#id_milestones-1-kind", "final")
    editor.fill("#id_milestones-1-due_on", "30112025")
    editor.press("#id_milestones-1-due_on", "Tab")

    expect(editor.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")

    assert [str(milestone.due_on) for milestone in draft.milestones.all()] == ["2025-11-30"]


def test_half_a_date_is_kept_too_and_is_there_on_opening_again(editor):
    editor.fill("#id_starts_on", "31/02/2021")
    expect(editor.locator("[data-autosave-status]")).to_contain_text("còn 1 chỗ chưa đúng")

    editor.reload()

    expect(editor.locator("#id_starts_on")).to_have_value("31/02/2021")


def test_the_second_to_save_sees_both_texts(editor, draft):
    Plan.objects.get(pk=draft.pk).save_unless_changed(draft.version)
    Plan.objects.filter(pk=draft.pk).update(title="Bản của người khác")
    editor.fill("#id_title", "Bản của tôi")
    expect(editor.locator("[data-autosave-status]")).to_contain_text("Người khác vừa lưu kế hoạch này")

    editor.get_by_role("button", name="Lưu dự thảo").click()

    expect(editor.locator(".compare").first).to_contain_text("Bản của người khác")
    expect(editor.locator("#id_title")).to_have_value("Bản của tôi")


@pytest.mark.parametrize("name", ["plan", "plan-edit", "plan-copy", "plan-submit"])
def test_axe_finds_nothing_on_the_pages_of_a_plan(editor, live_server, draft, name):
    editor.goto(live_server.url + reverse(f"campaigns:{name}", args=[draft.pk]))

    assert Axe().run(editor).response["violations"] == []
