"""The record of a visit where there is no connection: nothing is lost, and nothing comes in twice."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from core.calendar import now
from exemplars.models import RoundStatus, Stage, VisitSubmission
from tests.factories import (
    PASSWORD,
    ExemplarFactory,
    InspectionRoundFactory,
    RoundMemberFactory,
    VisitFactory,
)
from tests.files import picture
from tests.machine import eventually

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

IS_KEPT = """navigator.serviceWorker.ready.then(() => caches.open("visits"))
    .then(cache => cache.match(location.pathname)).then(Boolean)"""
KEPT_FILES = """new Promise(done => {
    const asked = indexedDB.open("visits");
    asked.onsuccess = () => {
        const all = asked.result.transaction("records").objectStore("records").getAll();
        all.onsuccess = () => done(all.result.flatMap(one => one.files.map(([, file]) => file.name)));
    };
})"""
LARGE = picture(size=(2400, 1800))
TELEPHONE = {"width": 390, "height": 844}


@pytest.fixture
def visit(place, members):
    inspection = InspectionRoundFactory(unit=place.district, status=RoundStatus.CALLED)
    for user in members[:2]:
        RoundMemberFactory(round=inspection, user=user)
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.NURTURED, title="Tổ vườn an toàn")
    return VisitFactory(round=inspection, exemplar=exemplar)


@pytest.fixture
def address(live_server, visit):
    return live_server.url + reverse("exemplars:visit-record", args=[visit.pk])


@pytest.fixture
def form(page, sign_in, members, address):
    """The form on a member's telephone, which has been opened once and is kept there."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.set_viewport_size(TELEPHONE)
    sign_in(page, members[0]).goto(address)
    eventually(lambda: page.evaluate(IS_KEPT))
    return page


def write(page, place="Vườn của hộ"):
    page.get_by_label("Bắt đầu lúc").fill("08:00 14/05/2024")
    page.get_by_label("Địa điểm").fill(place)
    page.get_by_text("Cần bổ sung", exact=True).click()


def told(page):
    return expect(page.locator("[data-kept]"))


def send(page):
    page.get_by_role("button", name="Gửi biên bản").click()


def test_what_is_typed_without_a_connection_outlives_a_reload_and_is_sent_once_when_it_is_back(form, visit):
    form.context.set_offline(True)
    write(form)
    form.get_by_label("Ảnh 1").set_input_files({"name": "vuon.png", "mimeType": "image/png", "buffer": LARGE})
    form.get_by_label("Chú thích ảnh").first.fill("Vườn xoài")
    told(form).to_contain_text("Chưa gửi – đang lưu trên máy này")
    eventually(lambda: form.evaluate(KEPT_FILES) == ["vuon.jpg"])
    form.reload()
    expect(form.get_by_label("Địa điểm")).to_have_value("Vườn của hộ")
    expect(form.locator(".rows-photo canvas")).to_have_count(1)
    send(form)
    told(form).to_contain_text("Máy tự gửi khi có mạng")

    form.context.set_offline(False)

    expect(form.locator(".messages")).to_contain_text("Đã gửi biên bản lúc")
    visit.refresh_from_db()
    (photo,) = visit.photos.all()
    assert (visit.place, visit.verdict, visit.submissions.count()) == ("Vườn của hộ", "needs_more", 1)
    assert (photo.caption, photo.width) == ("Vườn xoài", 1600)


def test_an_answer_that_is_lost_does_not_double_the_record(form, visit, address):
    def lose_the_answer(route):
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.fallback()

    form.route(address, lose_the_answer)
    write(form)
    send(form)
    told(form).to_contain_text("Máy tự gửi khi có mạng")
    form.unroute(address)

    form.reload()

    expect(form.locator(".messages")).to_contain_text("Đã gửi biên bản lúc")
    assert visit.submissions.count() == visit.history.count() == 1


def test_a_record_that_a_colleague_sent_meanwhile_is_told_and_both_texts_are_seen(form, visit, members):
    form.context.set_offline(True)
    write(form, "Của tôi")
    send(form)
    told(form).to_contain_text("Máy tự gửi khi có mạng")
    visit.place, visit.recorded_by, visit.recorded_at = "Của đồng nghiệp", members[1], now()
    visit.save_unless_changed(1)

    form.context.set_offline(False)

    expect(form.locator(".error-summary")).to_contain_text("Bản vừa gửi ghi: “Của đồng nghiệp”")
    expect(form.get_by_label("Địa điểm")).to_have_value("Của tôi")
    send(form)
    expect(form.locator(".messages")).to_contain_text("Đã gửi biên bản lúc")
    visit.refresh_from_db()
    assert visit.place == "Của tôi"


def test_a_session_that_ended_meanwhile_costs_nothing(form, visit, members):
    form.context.set_offline(True)
    write(form)
    send(form)
    told(form).to_contain_text("Máy tự gửi khi có mạng")
    form.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    form.context.set_offline(False)
    told(form).to_contain_text("phiên làm việc đã hết")

    form.locator("[data-kept]").get_by_role("link", name="Đăng nhập").click()
    form.get_by_label("Tên đăng nhập").fill(members[0].username)
    form.get_by_label("Mật khẩu").fill(PASSWORD)
    form.get_by_role("button", name="Đăng nhập").click()

    expect(form.locator(".messages")).to_contain_text("Đã gửi biên bản lúc")
    assert VisitSubmission.objects.get().by == members[0]


def test_who_signs_out_takes_the_kept_form_along_and_leaves_what_is_not_sent(form, live_server, members):
    write(form)
    told(form).to_contain_text("Chưa gửi – đang lưu trên máy này")
    form.locator(".user > summary").click()
    form.get_by_role("button", name="Đăng xuất").click()
    expect(form.get_by_role("heading", name="Đăng nhập")).to_be_visible()

    eventually(lambda: form.evaluate("caches.has('visits')") is False)
    assert form.evaluate("indexedDB.databases().then(all => all.length)") == 1


def test_without_javascript_it_is_a_plain_form(browser, sign_in, members, address, visit):
    page = sign_in(browser.new_context(java_script_enabled=False).new_page(), members[0])
    page.goto(address)
    write(page)
    send(page)

    expect(page.locator(".messages")).to_contain_text("Đã gửi biên bản lúc")
    page.context.close()
