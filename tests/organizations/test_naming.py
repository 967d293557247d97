"""Units of the same name beside one another."""

import datetime

import pytest
from django.urls import reverse

from organizations.models import Role, Unit, UnitKind
from organizations.naming import names_apart
from tests.factories import PlanFactory, PostFactory, UnitFactory


@pytest.fixture
def hamlet_of_sister(place):
    return UnitFactory(parent=place.sister, name="ấp Thử", kind=UnitKind.HAMLET)


def test_the_unit_above_is_named_only_where_names_repeat(place, hamlet_of_sister):
    assert names_apart([place.hamlet, hamlet_of_sister, place.commune]) == {
        place.hamlet.pk: "ấp Thử (xã Bình Thử)",
        hamlet_of_sister.pk: "ấp Thử (xã Kế Bên)",
        place.commune.pk: "xã Bình Thử",
    }
    assert names_apart([place.hamlet]) == {place.hamlet.pk: "ấp Thử"}


def test_the_code_tells_apart_what_stands_under_one_unit(place):
    twin = UnitFactory(parent=place.commune, name="ấp Thử", code="A2")

    assert names_apart([place.hamlet, twin])[twin.pk] == "ấp Thử (xã Bình Thử, mã A2)"


@pytest.mark.parametrize("count", [1, 20])
def test_naming_asks_one_query_for_any_number(place, hamlet_of_sister, count, django_assert_num_queries):
    for _ in range(count):
        UnitFactory(parent=UnitFactory(parent=place.district), name="ấp Thử")
    units = list(Unit.objects.all())

    with django_assert_num_queries(1):
        names_apart(units)


def options(form, name):
    return [text for value, text in form.fields[name].choices if value]


@pytest.fixture
def officer_of_district(place, client):
    post = PostFactory(unit=place.district, role=Role.OFFICER)
    client.force_login(post.user)


TOLD_APART = {"ấp Thử (xã Bình Thử)", "ấp Thử (xã Kế Bên)"}


@pytest.mark.usefixtures("hamlet_of_sister", "officer_of_district")
@pytest.mark.parametrize("name", ["nomination-new", "exemplar-new"])
def test_units_that_begin_something_are_told_apart(client, name):
    page = client.get(reverse(f"exemplars:{name}"), {"kind": "person"})

    assert set(options(page.context["form"], "unit")) > TOLD_APART


@pytest.mark.usefixtures("hamlet_of_sister")
@pytest.mark.parametrize("name", ["awards:register", "organizations:units"])
def test_filters_tell_units_apart(client, standing, place, name):
    twin = UnitFactory(parent=place.foreign, name="xã Kế Bên")
    PostFactory(user=standing, unit=place.foreign, role=Role.STANDING)
    client.force_login(standing)

    form = client.get(reverse(name)).context["filter"].form

    offered = options(form, "unit" if "unit" in form.fields else "above")
    assert {text.lstrip("– ") for text in offered} > {"xã Kế Bên (huyện Gò Thử)", f"{twin} (huyện Xa Lạ)"}


def test_rows_of_a_plan_tell_units_apart(client, standing, place):
    twin = UnitFactory(parent=place.district, name="xã Kế Bên", code="KB2")
    plan = PlanFactory(unit=place.district)
    client.force_login(standing)

    page = client.get(reverse("campaigns:plan-edit", args=[plan.pk])).content.decode()

    assert f'<option value="{twin.pk}">xã Kế Bên (huyện Gò Thử, mã KB2)</option>' in page


def test_a_unit_that_has_ended_is_told_from_the_one_that_bears_its_name_now(place):
    new = UnitFactory(parent=place.province, name="xã Kế Bên", starts_on=datetime.date(2025, 7, 1))

    names = names_apart([place.sister, new])

    assert set(names.values()) == {"xã Kế Bên (huyện Gò Thử)", "xã Kế Bên (tỉnh Thử)"}
