"""Laying out a blank: by mouse, by keys, by typing, and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import BlankFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def blank(place):
    return BlankFactory(unit=place.district)


@pytest.fixture
def editor(page, live_server, sign_in, clerk, blank):
    sign_in(page, clerk).goto(live_server.url + reverse("reports:blank", args=[blank.pk]))
    return page


def saved(editor, blank, kind):
    """Where the field stands after saving."""
    editor.get_by_role("button", name="Lưu phôi").click()
    expect(editor.locator(".messages")).to_contain_text("Đã lưu phôi.")
    field = blank.fields.get(kind=kind)
    return float(field.x), float(field.y)


def test_keys_move_a_field_by_a_millimetre_or_a_tenth(editor, blank):
    field = editor.get_by_role("button", name="Tên đối tượng: cách trái 28.5 mm, cách trên 90 mm")
    field.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowLeft"):
        editor.keyboard.press(key)

    expect(editor.locator("#id_name-x")).to_have_value("29.4")
    assert saved(editor, blank, "name") == (29.4, 92)


def test_the_mouse_drags_a_field_but_not_off_the_sheet(editor, blank):
    drag(editor, "qr", 10, -5)
    assert saved(editor, blank, "qr") == pytest.approx((40, 137), abs=0.5)

    drag(editor, "signer", 90, 0)
    assert saved(editor, blank, "signer")[0] == 297 - 118


def drag(editor, kind, right, down):
    """Pull a field so many millimetres."""
    sheet = editor.locator("[data-board]")
    field = editor.locator(f'[data-field="{kind}"]')
    field.scroll_into_view_if_needed()
    millimetre, box = sheet.bounding_box()["width"] / 297, field.bounding_box()
    start = box["x"] + 4, box["y"] + 4
    editor.mouse.move(*start)
    editor.mouse.down()
    editor.mouse.move(start[0] + right * millimetre, start[1] + down * millimetre, steps=5)
    editor.mouse.up()


def test_numbers_that_are_typed_move_what_is_drawn(editor):
    editor.fill("#id_name-y", "99")
    expect(editor.locator('[data-field="name"]')).to_have_attribute("transform", "translate(28.5 99)")

    editor.uncheck("#id_name-shown")
    expect(editor.locator('[data-field="name"]')).to_be_hidden()


def test_without_javascript_the_numbers_are_enough(browser, live_server, sign_in, clerk, blank):
    page = sign_in(browser.new_context(java_script_enabled=False).new_page(), clerk)
    page.goto(live_server.url + reverse("reports:blank", args=[blank.pk]))
    page.fill("#id_name-x", "31.5")

    assert saved(page, blank, "name") == (31.5, 90)
    page.context.close()


def test_the_editor_is_without_grave_faults(editor):
    violations = Axe().run(editor).response["violations"]

    assert [v["id"] for v in violations if v["impact"] in {"serious", "critical"}] == []
