import datetime

import pytest

from organizations.access import Desk, successor_office
from organizations.models import Role, UnitKind
from tests.factories import PostFactory, SuccessionFactory, UnitFactory, UserFactory

REFORM = datetime.date(2025, 7, 1)
BEFORE = datetime.date(2025, 6, 30)


@pytest.fixture
def merged(place):
    """The commune that took over the district's files and those of xã Bình Thử on the day of the reform."""
    new = UnitFactory(parent=place.province, name="xã Mới", has_council=True, starts_on=REFORM)
    for old in (place.district, place.commune):
        old.ends_on = BEFORE
        old.save()
        SuccessionFactory(predecessor=old, successor=new, on=REFORM)
    return new


def test_a_post_counts_on_its_first_and_last_day_and_not_after(place):
    user = UserFactory()
    PostFactory(user=user, unit=place.commune, starts_on=REFORM, ends_on=REFORM)

    assert [Desk(user, REFORM + datetime.timedelta(days=d)).roles for d in (-1, 0, 1)] == [
        set(),
        {Role.OFFICER},
        set(),
    ]


def test_an_officer_prepares_for_the_whole_subtree_and_for_nobody_else(place, officer, desk_of):
    desk = desk_of(officer)

    assert [
        desk.may(Role.OFFICER, u) for u in (place.commune, place.hamlet, place.sister, place.district)
    ] == [
        True,
        True,
        False,
        False,
    ]


def test_the_standing_office_acts_for_its_own_office_alone(place, standing, desk_of):
    desk = desk_of(standing)

    assert desk.may(Role.STANDING, place.district)
    assert not desk.may(Role.STANDING, place.commune)
    assert not desk.may(Role.CHAIRMAN, place.district)


def test_after_the_reform_the_council_acts_for_the_district_and_officers_only_for_communes(place, merged):
    officer, standing = UserFactory(), UserFactory()
    PostFactory(user=officer, unit=merged, role=Role.OFFICER, starts_on=REFORM)
    PostFactory(user=standing, unit=merged, role=Role.STANDING, starts_on=REFORM)

    assert Desk(standing, REFORM).may(Role.STANDING, place.district)
    assert Desk(officer, REFORM).may(Role.OFFICER, place.hamlet)
    assert not Desk(officer, REFORM).may(Role.OFFICER, place.sister)


def test_a_unit_that_ended_is_answered_for_by_its_successor(place, merged):
    assert successor_office(place.district, BEFORE) == place.district
    assert successor_office(place.district, REFORM) == merged


def test_the_nearest_office_above_is_the_one_with_a_council_on_that_day(place):
    school = UnitFactory(parent=place.commune, kind=UnitKind.SCHOOL)

    assert school.office_above(on=BEFORE) == place.district
    assert place.district.office_above(on=BEFORE) == place.province
    assert place.district.office_above(on=BEFORE, itself=True) == place.district
