import datetime

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from organizations.models import Role
from portal.context import menu
from tests.factories import PASSWORD, PostFactory, UnitFactory, UserFactory

SIGN_IN = "/dang-nhap/"


def sign_in(client, username="canbo", password=PASSWORD):
    return client.post(SIGN_IN, {"username": username, "password": password})


@pytest.fixture
def user(db):
    return UserFactory(username="canbo", full_name="Lê Thị Bông")


def test_page_asks_to_sign_in_and_then_leads_there(client, user):
    response = client.get("/doi-mat-khau/")
    assert response.url == "/dang-nhap/?next=/doi-mat-khau/"

    response = client.post(
        response.url, {"username": "canbo", "password": PASSWORD, "next": "/doi-mat-khau/"}
    )

    assert response.url == "/doi-mat-khau/"


def test_wrong_password_keeps_the_name_and_says_what_to_do(client, user):
    response = sign_in(client, password="sai")

    assert response.status_code == 422
    assert 'value="canbo"' in response.content.decode()
    assert "Tên đăng nhập hoặc mật khẩu không đúng." in response.content.decode()


def test_five_wrong_tries_lock_the_account_even_for_the_right_password(client, user):
    answers = [sign_in(client, password="sai").status_code for _ in range(5)]

    assert answers == [422, 422, 422, 422, 429]
    assert sign_in(client).status_code == 429


def test_lock_ends_after_a_quarter_of_an_hour(client, user):
    for _ in range(5):
        sign_in(client, password="sai")
    AccessAttempt.objects.update(
        attempt_time=AccessAttempt.objects.get().attempt_time - datetime.timedelta(minutes=15, seconds=1)
    )

    assert sign_in(client).status_code == 302


def test_lock_of_one_name_leaves_others_in(client, user):
    UserFactory(username="vanthu")
    for _ in range(5):
        sign_in(client, password="sai")

    assert sign_in(client, "vanthu").status_code == 302


def test_sign_out_is_a_post(client, user):
    client.force_login(user)

    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/").url == SIGN_IN
    assert client.get("/").status_code == 302


def test_password_is_changed(client, user):
    client.force_login(user)
    new = "lua-chin-vang-dong-2024"

    response = client.post(
        reverse("password"), {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )

    assert response.url == "/"
    assert sign_in(client, password=new).status_code == 302


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"old_password": "sai"}, "Mật khẩu đang dùng không đúng."),
        ({"new_password2": "khac-han-lan-truoc"}, "Hai lần nhập mật khẩu mới không giống nhau."),
        ({"new_password1": "ngan", "new_password2": "ngan"}, "ít nhất 10 ký tự"),
    ],
)
def test_password_that_will_not_do_is_said_in_vietnamese(client, user, fields, said):
    client.force_login(user)
    new = "lua-chin-vang-dong-2024"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    response = client.post(reverse("password"), typed | fields)

    assert response.status_code == 422
    assert said in response.content.decode()


def test_banner_names_the_unit_and_the_post(client, user):
    unit = UnitFactory(name="xã Đồng Sơn", authority="Ủy ban nhân dân xã Đồng Sơn")
    PostFactory(user=user, unit=unit, role=Role.OFFICER, title="Công chức văn hóa")
    client.force_login(user)

    content = client.get("/").content.decode()

    assert '<span class="banner-unit">Ủy ban nhân dân xã Đồng Sơn</span>' in content
    assert '<span class="user-post">Công chức văn hóa</span>' in content


def labels(rf, user, desk):
    request = rf.get("/quan-tri/")
    request.user, request.desk = user, desk
    return [entry.label for _group, entries in menu(request) for entry in entries]


def test_menu_shows_the_administrators_corner_to_administrators_alone(rf, desk_of, officer, administrator):
    assert "Quản trị" in labels(rf, administrator, desk_of(administrator))
    assert "Quản trị" not in labels(rf, officer, desk_of(officer))


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/dien-hinh/5/", "Điển hình"),
        ("/nhan-rong/5/", "Điển hình"),
        ("/phan-cong/", "Kế hoạch"),
        ("/", "Việc của tôi"),
    ],
)
def test_menu_marks_the_entry_that_the_page_belongs_to(rf, desk_of, standing, path, entry):
    request = rf.get(path)
    request.user, request.desk = standing, desk_of(standing)

    assert [row.label for _group, rows in menu(request) for row in rows if row.active] == [entry]


def test_menu_of_a_person_without_a_post_is_the_work_list_alone(rf, desk_of, user):
    assert labels(rf, user, desk_of(user)) == ["Việc của tôi"]


def test_menu_of_the_first_administrator_leads_to_no_page_that_is_closed(rf, desk_of, db):
    root = UserFactory(is_staff=True, is_superuser=True)

    assert labels(rf, root, desk_of(root)) == ["Việc của tôi", "Đơn vị", "Quản trị"]


def test_training_day_is_shown_on_every_page(client, settings):
    settings.PORTAL_TODAY = "2024-11-15"

    assert "Đang tập huấn với ngày 15/11/2024" in client.get(SIGN_IN).content.decode()


def test_unknown_page_is_said_in_vietnamese(client, user):
    response = client.get("/khong-co/")

    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


def test_administrators_corner_is_not_there_for_others(client, officer, administrator):
    answers = []
    for user in (officer, administrator):
        client.force_login(user)
        answers.append(client.get("/quan-tri/").status_code)

    assert answers == [404, 200]


def test_administrators_corner_asks_for_the_one_sign_in_page(client, db):
    response = client.get("/quan-tri/", follow=True)

    assert response.redirect_chain[-1] == ("/dang-nhap/?next=/quan-tri/", 302)
