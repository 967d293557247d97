import pytest

from awards.conflicts import CREATED, NOMINEE, SAME_UNIT, SUBMITTED, conflict_of, conflicts
from organizations.access import Desk
from organizations.models import Role
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(convened, appraised):
    return convened(appraised(name="Nguyễn Thị Được Đề Nghị"), appraised())


def reasons(session, user):
    return [conflict_of(item, user) for item in session.items.all()]


def test_a_member_without_part_in_it_judges_every_dossier(session, members):
    assert reasons(session, members[0]) == ["", ""]


def test_who_made_a_dossier_does_not_judge_it(session, members):
    nomination = session.items.first().nomination
    nomination.created_by = members[0]
    nomination.save()

    assert reasons(session, members[0]) == [CREATED, ""]


def test_who_sent_a_dossier_does_not_judge_it(session, members):
    session.items.first().nomination.log("submit", desk=Desk(members[0]), label="Trình hồ sơ")

    assert reasons(session, members[0]) == [SUBMITTED, ""]


@pytest.mark.parametrize("where", ["commune", "hamlet"])
def test_who_works_in_the_nominated_unit_or_below_does_not_judge(session, members, place, where):
    PostFactory(user=members[0], unit=getattr(place, where), role=Role.HEAD)

    assert reasons(session, members[0]) == [SAME_UNIT, SAME_UNIT]


@pytest.mark.parametrize("where", ["sister", "province"])
def test_who_works_beside_or_above_the_nominated_unit_judges(session, members, place, where):
    PostFactory(user=members[0], unit=getattr(place, where))

    assert reasons(session, members[0]) == ["", ""]


def test_a_post_that_ended_before_the_session_does_not_count(session, members, place):
    PostFactory(user=members[0], unit=place.commune, ends_on=session.day.replace(day=19))

    assert reasons(session, members[0]) == ["", ""]


def test_the_nominee_does_not_judge_the_own_dossier(session, members, place):
    members[0].full_name = "Nguyễn Thị Được Đề nghị"
    members[0].save()
    PostFactory(user=members[0], unit=place.commune)

    assert reasons(session, members[0]) == [NOMINEE, SAME_UNIT]


def test_a_seat_on_the_council_is_no_work_in_the_offices_own_unit(convened, appraised, place, members):
    session = convened(appraised(unit=place.district))

    assert conflicts(session) == {}


def test_conflicts_of_all_are_found_in_the_same_queries_for_any_agenda(
    convened, appraised, django_assert_num_queries
):
    for session in (convened(appraised()), convened(appraised(), appraised(), appraised())):
        with django_assert_num_queries(4):
            conflicts(session)
