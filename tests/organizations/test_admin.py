import datetime

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from core.calendar import clock
from organizations.models import Post, Succession, Unit
from tests.factories import PASSWORD, NumberSeriesFactory, PostFactory, UnitFactory, UserFactory

REFORM = datetime.date(2025, 7, 1)
UNIT_LIST = reverse("admin:organizations_unit_changelist")
USER_LIST = reverse("admin:organizations_user_changelist")
NO_INLINES = {
    f"{name}-{part}": 0 for name in ("origins", "successions") for part in ("TOTAL_FORMS", "INITIAL_FORMS")
}


@pytest.fixture
def desk(client, administrator):
    client.force_login(administrator)
    return client


def unit_form(**changes):
    plain = {"name": "xã Mới", "kind": "commune", "code": "MOI", "starts_on": "01/07/2025"}
    return {**NO_INLINES, **plain, **changes}


def test_a_unit_is_added_below_the_one_chosen(desk, place):
    desk.post(reverse("admin:organizations_unit_add"), unit_form(above=place.province.pk))

    unit = Unit.objects.get(code="MOI")
    assert (Unit.objects.get_parent(unit), unit.search_text) == (place.province, " xa moi moi")


def test_a_unit_put_in_the_wrong_place_can_be_moved_with_all_below(desk, place):
    unit = place.commune
    data = unit_form(name=unit.name, code=unit.code, above=place.foreign.pk, starts_on="01/01/2015")

    desk.post(reverse("admin:organizations_unit_change", args=[unit.pk]), data)

    hamlet = Unit.objects.get(pk=place.hamlet.pk)
    assert list(Unit.objects.get_ancestors(hamlet)) == [place.province, place.foreign, unit]
    assert Unit.objects.find_problems() == ([], [], [], [], [])


def test_a_unit_cannot_stand_below_itself(desk, place):
    unit = place.commune
    data = unit_form(name=unit.name, code=unit.code, above=place.hamlet.pk, starts_on="01/01/2015")

    response = desk.post(reverse("admin:organizations_unit_change", args=[unit.pk]), data)

    assert response.context["adminform"].form.errors["above"] == [
        "Đơn vị không thể thuộc chính nó hoặc đơn vị dưới nó."
    ]


def ending(*units, **changes):
    return {"action": "end", "_selected_action": [unit.pk for unit in units], **changes}


def test_units_that_merge_are_ended_together(desk, place):
    heir = UnitFactory(parent=place.province, name="xã Mới", starts_on=REFORM)
    data = ending(
        place.commune,
        place.sister,
        end="1",
        on="01/07/2025",
        successors=[heir.pk],
        subtree="on",
        legal_basis="NQ",
    )

    desk.post(UNIT_LIST, data)

    assert set(Succession.objects.values_list("predecessor", "successor", "on")) == {
        (place.commune.pk, heir.pk, REFORM),
        (place.sister.pk, heir.pk, REFORM),
    }
    assert Unit.objects.filter(ends_on=datetime.date(2025, 6, 30)).count() == 3


def test_the_day_and_the_successors_are_asked_first(desk, place):
    response = desk.post(UNIT_LIST, ending(place.sister))

    assert (list(response.context["units"]), response.context["form"].is_bound) == ([place.sister], False)
    assert not Succession.objects.exists()


def test_a_reform_that_cannot_be_is_refused_for_all_units(desk, place):
    heir = UnitFactory(starts_on=REFORM)

    response = desk.post(
        UNIT_LIST, ending(place.sister, place.commune, end="1", on="01/07/2025", successors=[heir.pk])
    )

    [sentence] = response.context["form"].non_field_errors()
    assert sentence.startswith("xã Bình Thử còn đơn vị trực thuộc đang hoạt động (ấp Thử).")
    assert not Unit.objects.exclude(ends_on=None).exists()


def test_posts_stand_on_the_account_s_page(desk, place):
    user = UserFactory()
    data = {
        "username": user.username, "full_name": "Nguyễn Thị Thử", "is_active": "on",
        "posts-TOTAL_FORMS": 1, "posts-INITIAL_FORMS": 0,
        "posts-0-unit": place.commune.pk, "posts-0-role": "officer", "posts-0-title": "Công chức",
        "posts-0-starts_on": "01/07/2021",
    }  # fmt: skip

    desk.post(reverse("admin:organizations_user_change", args=[user.pk]), data)

    user.refresh_from_db()
    assert user.full_name == "Nguyễn Thị Thử"
    assert list(Post.objects.filter(user=user).values_list("unit", "role")) == [(place.commune.pk, "officer")]


def test_the_page_of_a_new_account_is_all_vietnamese(desk):
    page = desk.get(reverse("admin:organizations_user_add")).content.decode()

    assert "giao chức trách" in page
    assert "created a user" not in page


def test_nobody_makes_a_superuser_here(desk):
    user = UserFactory()
    data = {
        "username": user.username, "full_name": user.full_name, "is_superuser": "on", "is_staff": "on",
        "posts-TOTAL_FORMS": 0, "posts-INITIAL_FORMS": 0,
    }  # fmt: skip

    desk.post(reverse("admin:organizations_user_change", args=[user.pk]), data)

    user.refresh_from_db()
    assert (user.is_superuser, user.is_staff, user.is_active) == (False, False, False)


def test_a_new_password_follows_the_rules(desk):
    user = UserFactory()
    url = reverse("admin:auth_user_password_change", args=[user.pk])

    weak = desk.post(url, {"password1": "12345", "password2": "12345"})
    desk.post(url, {"password1": "lua-chin-vang-dong-2026", "password2": "lua-chin-vang-dong-2026"})

    user.refresh_from_db()
    assert "password2" in weak.context["form"].errors
    assert user.check_password("lua-chin-vang-dong-2026")


def test_locked_accounts_are_listed_and_unlocked(desk):
    user = UserFactory()
    AccessAttempt.objects.create(username=user.username, failures_since_start=5, attempt_time=clock())

    locked = list(desk.get(USER_LIST, {"khoa": "yes"}).context["cl"].result_list)
    desk.post(USER_LIST, {"action": "unlock", "_selected_action": [user.pk]})

    assert (locked, AccessAttempt.objects.count()) == ([user], 0)


def test_five_wrong_passwords_show_as_a_lock(client, administrator, settings):
    user = UserFactory()
    for _ in range(5):
        client.post(reverse("sign-in"), {"username": user.username, "password": "sai"})
    client.force_login(administrator)

    assert "đang bị khóa" in client.get(USER_LIST, {"q": user.username}).content.decode()
    client.post(USER_LIST, {"action": "unlock", "_selected_action": [user.pk]})
    client.logout()
    answer = client.post(reverse("sign-in"), {"username": user.username, "password": PASSWORD})
    assert answer.url == reverse("home")


def test_accounts_are_found_without_accents_and_by_their_role_today(desk, place):
    user = UserFactory(full_name="Đặng Thị Hường")
    PostFactory(user=user, role="clerk")
    PostFactory(role="clerk", ends_on=datetime.date(2020, 1, 1))

    assert list(desk.get(USER_LIST, {"q": "dang huong"}).context["cl"].result_list) == [user]
    assert list(desk.get(USER_LIST, {"chuc-trach": "clerk"}).context["cl"].result_list) == [user]


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(("address", "queries"), [(UNIT_LIST, 9), (USER_LIST, 11)])
def test_lists_ask_the_same_queries_for_any_length(
    desk, place, address, queries, count, django_assert_num_queries
):
    for _ in range(count):
        PostFactory(unit=UnitFactory(parent=place.commune))

    with django_assert_num_queries(queries):
        desk.get(address)


@pytest.mark.parametrize("name", ["add", "change", "delete"])
def test_registers_are_only_read(desk, place, name):
    series = NumberSeriesFactory(unit=place.district)
    args = [] if name == "add" else [series.pk]

    response = desk.post(reverse(f"admin:organizations_numberseries_{name}", args=args), {"post": "yes"})

    assert response.status_code == 403
