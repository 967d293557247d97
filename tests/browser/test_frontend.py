"""What every page does in a browser, shown on a list of people and on the gallery of components."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.http import JsonResponse
from django.urls import path
from playwright.sync_api import expect

from portal.urls import urlpatterns as portal_urls
from tests.core.test_lists import People
from tests.factories import PASSWORD, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]

received = []


def autosave(request):
    """Keeps what it is sent; a draft of version 9 is one that somebody else has saved."""
    received.append(request.POST.dict())
    if request.POST["version"] == "9":
        return JsonResponse({"message": "Người khác vừa lưu hồ sơ này."}, status=409)
    return JsonResponse({"version": int(request.POST["version"]) + 1, "message": "Đã lưu lúc 14:05"})


urlpatterns = [
    *portal_urls,
    path("nguoi/", People.as_view(), name="people"),
    path("nguoi/xuat/", People.as_view(), name="people-export"),
    path("luu/", autosave, name="autosave"),
]


@pytest.fixture
def reader(db):
    return UserFactory(username="nguoi-xem", full_name="Người Xem")


@pytest.fixture
def people(reader, sign_in, page, live_server):
    """The list of 30 people, of whom three are named Đậm."""
    UserFactory.create_batch(27, full_name="Lê Thị Hoa")
    UserFactory.create_batch(3, full_name="Trần Văn Đậm")
    sign_in(page, reader)
    page.goto(f"{live_server.url}/nguoi/")
    return page


@pytest.fixture
def gallery(reader, sign_in, page, live_server):
    sign_in(page, reader)
    page.goto(f"{live_server.url}/mau-giao-dien/")
    return page


def test_person_signs_in_and_out(page, reader, live_server):
    page.goto(f"{live_server.url}/nguoi/?q=hoa")
    page.get_by_label("Tên đăng nhập").fill("nguoi-xem")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page).to_have_url(f"{live_server.url}/nguoi/?q=hoa")
    page.get_by_text("Người Xem").first.click()
    page.get_by_role("button", name="Đăng xuất").click()

    expect(page).to_have_url(f"{live_server.url}/dang-nhap/")


def rows(page):
    return page.locator("#rows tbody tr")


def test_search_renews_the_rows_and_the_address_while_one_types(people):
    people.get_by_label("Tìm theo tên").press_sequentially("dam")

    expect(rows(people)).to_have_count(3)
    expect(people).to_have_url(re.compile(r"/nguoi/\?q=dam$"))
    expect(people.get_by_label("Tìm theo tên")).to_be_focused()


def test_sort_and_filter_keep_each_other(people):
    people.get_by_role("link", name="Tài khoản").click()
    expect(people.locator('th[aria-sort="ascending"]')).to_have_count(1)
    people.get_by_label("Tìm theo tên").press_sequentially("hoa")

    expect(people).to_have_url(re.compile(r"\?(q=hoa&sort=username|sort=username&q=hoa)$"))
    expect(people.get_by_role("link", name="Xuất Excel")).to_have_attribute(
        "href", re.compile("q=hoa.*sort=username|sort=username.*q=hoa")
    )


def test_back_shows_the_list_as_it_was(people):
    people.get_by_label("Tìm theo tên").press_sequentially("dam")
    expect(rows(people)).to_have_count(3)
    people.go_back()

    expect(rows(people)).to_have_count(25)
    expect(people.get_by_role("heading", name="Người dùng")).to_be_visible()


def test_list_works_without_javascript(people, browser, live_server):
    plain = browser.new_context(
        java_script_enabled=False, storage_state=people.context.storage_state()
    ).new_page()
    plain.goto(f"{live_server.url}/nguoi/?sort=username")
    plain.get_by_label("Tìm theo tên").fill("đậm")
    plain.get_by_role("button", name="Lọc").click()

    expect(rows(plain)).to_have_count(3)
    assert "sort=username" in plain.url


def test_rows_become_cards_on_a_telephone(people):
    people.set_viewport_size({"width": 390, "height": 800})

    expect(people.locator("#rows thead")).not_to_be_in_viewport(ratio=0.5)
    label = people.locator("#rows tbody td[data-label]").first
    assert label.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Họ và tên"'
    assert people.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("width", [1280, 390])
def test_no_component_has_a_fault_that_axe_finds(gallery, width):
    gallery.set_viewport_size({"width": width, "height": 900})

    faults = Axe().run(gallery).response["violations"]

    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []


def test_no_page_breaks_its_own_content_policy(gallery):
    complaints = []
    gallery.on("console", lambda message: complaints.append(message.text))
    gallery.reload(wait_until="networkidle")

    assert complaints == []


def test_question_is_asked_in_a_dialog_that_closes_again(gallery):
    gallery.get_by_role("link", name="Rút hồ sơ").click()
    dialog = gallery.get_by_role("dialog", name="Rút hồ sơ này?")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Không, để nguyên").click()

    expect(dialog).to_be_hidden()


def test_summary_of_errors_has_the_focus_and_leads_into_the_fields(gallery):
    expect(gallery.locator(".error-summary")).to_be_focused()
    gallery.locator(".error-summary").get_by_role("link", name="Giới tính").click()

    expect(gallery.locator("#id_sai-sex_0")).to_be_focused()


def test_eight_digits_become_a_date(gallery):
    field = gallery.locator("#id_born_on")
    field.fill("05092024")
    field.blur()

    expect(field).to_have_value("05/09/2024")


def use_autosave(page, version):
    """Turn the gallery's form into a draft that saves itself."""
    page.locator("form[data-guard]").evaluate(
        """(form, version) => {
            form.insertAdjacentHTML("beforeend", `<input type="hidden" name="version" value="${version}">`);
            form.dataset.autosave = "/luu/";
            startAutosave(form);
        }""",
        version,
    )
    page.locator("#id_name").press_sequentially("Lê Thị Bông")


def test_draft_saves_itself_and_carries_its_version_on(gallery):
    received.clear()
    use_autosave(gallery, "1")
    expect(gallery.locator("form[data-guard] .autosave")).to_have_text("Đã lưu lúc 14:05")
    gallery.locator("#id_name").press_sequentially(" Hai")
    expect(gallery.locator("[name=version]")).to_have_value("3")

    assert [(draft["version"], draft["name"]) for draft in received] == [
        ("1", "Lê Thị Bông"),
        ("2", "Lê Thị Bông Hai"),
    ]


def test_collision_is_said_and_ends_autosave(gallery):
    use_autosave(gallery, "9")

    status = gallery.locator("form[data-guard] .autosave")
    expect(status).to_have_text("Người khác vừa lưu hồ sơ này.")
    expect(status).to_have_attribute("data-state", "conflict")


def test_page_asks_before_typed_text_is_lost(gallery):
    gallery.locator("#id_name").press_sequentially("Lê")
    asked = []
    gallery.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    gallery.get_by_role("link", name="Việc của tôi").first.click()
    gallery.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert gallery.url.endswith("/mau-giao-dien/")


def test_second_click_has_no_effect(gallery):
    gallery.evaluate(
        """window.stopped = [];
        window.addEventListener("submit", (event) => {
            stopped.push(event.defaultPrevented);
            event.preventDefault();
        });"""
    )
    gallery.locator("form[data-guard] button[type=submit]").dblclick()

    assert gallery.evaluate("stopped") == [False, True]


def test_menu_is_a_drawer_on_a_telephone(gallery):
    gallery.set_viewport_size({"width": 390, "height": 800})
    gallery.get_by_text("Menu", exact=True).click()
    gallery.get_by_role("navigation", name="Menu chính").get_by_role("link", name="Việc của tôi").click()

    expect(gallery.get_by_role("heading", name="Việc của tôi")).to_be_visible()
