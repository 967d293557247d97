"""The same work by keyboard alone, and in a browser that runs no scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser import dossiers

pytestmark = pytest.mark.browser

DAY = "2024-11-15"
PERSON, COLLECTIVE = "Nguyễn Thị Bàn Phím", "Câu lạc bộ Không Kịch Bản"
MOST_TABS = 120


def test_dossier_is_begun_and_submitted_by_keyboard_alone(enter, tmp_path):
    officer, head = enter("canbo"), enter("thutruong")
    officer.go(dossiers.DRAFTS)
    press_on(officer, "Lập hồ sơ")
    tab_to(officer, "Cá nhân")
    officer.page.keyboard.press("Space")
    type_into(officer, "Tìm đối tượng đã có", PERSON)
    expect(officer.field("Tên đối tượng mới")).to_have_value(PERSON)
    tab_to(officer, "Danh hiệu, hình thức đề nghị")
    officer.page.keyboard.type("Gi")  # enough for “Giấy khen”
    press_on(officer, "Lập hồ sơ")
    officer.is_told("Đã lập hồ sơ.")
    dossiers.write(officer, "Cá nhân")
    dossiers.attach(officer, dossiers.minutes_file(tmp_path))
    press_on(officer, "Kiểm tra để trình")
    press_on(officer, "Chuyển thủ trưởng")
    officer.is_told("Đã chuyển hồ sơ cho thủ trưởng.")

    head.go(dossiers.WAITING)
    for name in (PERSON, "Kiểm tra và trình", "Trình huyện Gò Công Tây"):
        press_on(head, name)
    head.is_told("Đã trình hồ sơ.")


def tab_to(person, name):
    """Press Tab until what is called `name` has the focus, and see that the focus shows."""
    keyboard, wanted = person.page.keyboard, person.page.locator(":focus")
    for _ in range(MOST_TABS):
        keyboard.press("Tab")
        if wanted.count() and called(wanted).startswith(name):
            assert shows_focus(wanted)
            return
    raise AssertionError(f"Tab does not lead to “{name}”.")


def press_on(person, name):
    tab_to(person, name)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def type_into(person, name, text):
    tab_to(person, name)
    person.page.keyboard.type(text)


def called(element):
    """The label of a field; the words of a link or button."""
    return element.evaluate("element => (element.labels?.[0] ?? element).innerText.trim()")


def shows_focus(element):
    """Whether the focused element, or the label drawn for it, has an outline or a ring."""
    return element.evaluate(
        """element => {
            const look = getComputedStyle(element);
            return (look.outlineStyle !== "none" && look.outlineWidth !== "0px") || look.boxShadow !== "none";
        }"""
    )


def test_dossier_is_begun_and_submitted_without_scripts(enter, tmp_path):
    officer, head, standing = (
        enter(who, java_script_enabled=False) for who in ("canbo", "thutruong", "thuongtruc")
    )
    officer.go(dossiers.DRAFTS)
    officer.follow("Lập hồ sơ")
    officer.tick("Tập thể")
    officer.fill({"Trong kế hoạch": dossiers.PLAN, "Tìm đối tượng đã có": COLLECTIVE})
    officer.press("Tìm và tiếp tục")
    officer.fill({"Tên đối tượng mới": COLLECTIVE, "Danh hiệu, hình thức đề nghị": dossiers.CERTIFICATE})
    officer.press("Lập hồ sơ")
    dossiers.write(officer, "Tập thể")
    dossiers.attach(officer, dossiers.minutes_file(tmp_path))
    dossiers.propose(officer)
    assert officer.path == dossiers.DRAFTS

    dossiers.submit(head, COLLECTIVE)
    dossiers.receive(standing, COLLECTIVE)
    withdraw_on_a_page_of_its_own(head)


def withdraw_on_a_page_of_its_own(head):
    """What is a dialog elsewhere."""
    head.go(f"/ho-so/?q={COLLECTIVE}")
    head.follow(COLLECTIVE)
    head.follow("Rút hồ sơ")
    head.fill({"Lý do": "Đề nghị vào đợt sau."})
    head.press("Rút hồ sơ")
    head.is_told("Đã rút hồ sơ.")
    head.sees("Đã rút")
