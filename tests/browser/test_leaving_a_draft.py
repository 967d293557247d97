"""What was typed a moment before a draft is left is not lost, and stands in nobody's way afterwards."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from law.models import AwardType
from tests.factories import NominationFactory
from tests.machine import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def nomination(place):
    return NominationFactory(unit=place.commune)


@pytest.fixture
def editor(page, live_server, sign_in, officer, nomination):
    """The edit page of the draft; whoever leaves it says yes when the browser asks."""
    page.on("dialog", lambda dialog: dialog.accept())
    sign_in(page, officer).goto(live_server.url)  # for the cookies that every later page is asked with
    page.goto(live_server.url + reverse("exemplars:nomination-edit", args=[nomination.pk]))
    return page


def saved(nomination):
    nomination.refresh_from_db()
    return nomination.summary, nomination.version


def test_closing_the_tab_sends_what_was_just_typed(editor, nomination):
    editor.fill("#id_summary", "Gõ rồi đóng")
    with editor.expect_event("close"):
        editor.close(run_before_unload=True)

    eventually(lambda: saved(nomination) == ("Gõ rồi đóng", 2))


def test_going_to_another_tab_sends_it_at_once_and_only_once(editor, nomination):
    editor.clock.install()
    editor.fill("#id_summary", "Gõ rồi sang thẻ khác")
    editor.evaluate(
        """Object.defineProperty(document, "hidden", {value: true});
        document.dispatchEvent(new Event("visibilitychange"));"""
    )
    expect(editor.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
    editor.clock.run_for(2000)  # longer than the autosave waits

    editor.fill("#id_summary", "Gõ tiếp")
    editor.clock.run_for(2000)

    eventually(lambda: saved(nomination) == ("Gõ tiếp", 3))


def test_who_comes_back_finds_the_text_and_no_collision(editor, live_server, nomination):
    editor.fill("#id_background", "Đã tự lưu")
    expect(editor.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
    editor.fill("#id_summary", "Gõ rồi đi")
    editor.goto(live_server.url)
    eventually(lambda: saved(nomination) == ("Gõ rồi đi", 3))
    editor.go_back()
    expect(editor.locator("#id_summary")).to_have_value("Gõ rồi đi")

    editor.fill("#id_summary", "Gõ rồi đi rồi về")

    expect(editor.locator("[data-autosave-status]")).to_contain_text("Đã lưu lúc")
    assert saved(nomination) == ("Gõ rồi đi rồi về", 4)


def test_back_shows_what_another_has_saved_meanwhile(editor, live_server, nomination):
    editor.fill("#id_summary", "Của tôi")
    editor.goto(live_server.url)
    eventually(lambda: saved(nomination) == ("Của tôi", 2))
    nomination.summary = "Của người khác"
    nomination.save_unless_changed(2)

    editor.go_back()

    expect(editor.locator("#id_summary")).to_have_value("Của người khác")


def test_the_law_is_asked_anew_when_another_award_was_saved(editor, nomination, law):
    checks = editor.locator("#doi-chieu")
    expect(checks).to_contain_text("chưa chọn danh hiệu")
    editor.reload()  # with the awards of the law on its list

    editor.locator("#id_award").select_option(value=str(AwardType.objects.get(code="CSTDT").pk))

    expect(checks).to_contain_text("Cần: ghi năm xét.")
    editor.fill("#id_year", "2025")
    expect(checks).to_contain_text("sổ khen thưởng không có Chiến sĩ thi đua cơ sở năm 2023, 2024, 2025")
    expect(checks).to_contain_text("Luật Thi đua, khen thưởng 06/2022/QH15, Điều 22")
