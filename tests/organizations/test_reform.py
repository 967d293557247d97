import datetime

import pytest

from core.workflow import TransitionError
from organizations.models import Post, Succession, Unit
from organizations.reform import end_unit
from tests.factories import PostFactory, UnitFactory

REFORM = datetime.date(2025, 7, 1)
LAST_DAY = datetime.date(2025, 6, 30)


@pytest.fixture
def heir(place):
    return UnitFactory(parent=place.province, name="xã Mới", starts_on=REFORM)


def test_the_unit_and_its_posts_end_the_day_before_and_the_successor_goes_on(place, heir):
    post = PostFactory(unit=place.sister)

    end_unit(place.sister, REFORM, [heir], legal_basis="Nghị quyết thử")

    post.refresh_from_db()
    assert (place.sister.ends_on, place.sister.legal_basis, post.ends_on) == (
        LAST_DAY,
        "Nghị quyết thử",
        LAST_DAY,
    )
    assert list(Succession.objects.values_list("predecessor", "successor", "on", "takes_files")) == [
        (place.sister.pk, heir.pk, REFORM, True)
    ]


def test_posts_that_had_ended_keep_their_last_day(place, heir):
    earlier = PostFactory(unit=place.sister, ends_on=datetime.date(2020, 1, 31))

    end_unit(place.sister, REFORM, [heir])

    earlier.refresh_from_db()
    assert earlier.ends_on == datetime.date(2020, 1, 31)


def test_a_divided_unit_hands_its_files_to_the_one_named(place, heir):
    other = UnitFactory(parent=place.province, starts_on=REFORM)

    end_unit(place.sister, REFORM, [heir, other], files_to=[heir])

    assert dict(Succession.objects.values_list("successor", "takes_files")) == {
        heir.pk: True,
        other.pk: False,
    }


def test_units_below_are_not_left_behind(place, heir):
    with pytest.raises(TransitionError, match="còn đơn vị trực thuộc đang hoạt động"):
        end_unit(place.commune, REFORM, [heir])

    assert not Unit.objects.exclude(ends_on=None).exists()


def test_the_whole_subtree_may_end_at_once(place, heir):
    end_unit(place.district, REFORM, [heir], subtree=True)

    ended = Unit.objects.filter(ends_on=LAST_DAY)
    assert set(ended) == {place.district, place.commune, place.hamlet, place.sister}
    assert Succession.objects.count() == 1


@pytest.mark.parametrize("starts_on", [datetime.date(2025, 7, 2), datetime.date(2026, 1, 1)])
def test_a_successor_must_exist_on_its_first_day(place, starts_on):
    with pytest.raises(TransitionError, match="không kế thừa được"):
        end_unit(place.sister, REFORM, [UnitFactory(starts_on=starts_on)])


def test_a_unit_ends_once(place, heir):
    end_unit(place.sister, REFORM, [heir])

    with pytest.raises(TransitionError, match="đã có ngày kết thúc"):
        end_unit(place.sister, REFORM, [heir])


def test_a_post_that_begins_later_stops_the_whole_reform(place, heir):
    PostFactory(unit=place.sister)
    PostFactory(unit=place.sister, starts_on=REFORM)

    with pytest.raises(TransitionError, match="Hãy sửa chức trách đó trước"):
        end_unit(place.sister, REFORM, [heir])

    place.sister.refresh_from_db()
    assert (place.sister.ends_on, Post.objects.filter(ends_on=LAST_DAY).count()) == (None, 0)
