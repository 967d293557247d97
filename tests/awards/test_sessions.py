import datetime

import pytest

from awards.models import SessionMember
from awards.sessions import add_to_agenda, cancel, candidates, close, convene, repin, take_off_agenda
from core.workflow import NotYours, TransitionError
from exemplars.models import NominationStatus
from organizations.access import Desk
from organizations.models import CouncilSeat, Post, Role
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def test_all_with_a_seat_on_the_council_are_called_the_chair_first(drafted, chairman, standing):
    session = drafted()

    seats = list(SessionMember.objects.filter(session=session).values_list("user", "seat"))

    assert seats[:2] == [(chairman.pk, CouncilSeat.CHAIR), (standing.pk, CouncilSeat.STANDING)]
    assert len(seats) == 11


def test_candidates_are_appraised_dossiers_of_the_office_on_no_other_agenda(drafted, appraised, place):
    waiting, taken = appraised(), appraised()
    appraised(status=NominationStatus.RECEIVED)
    appraised(holder=place.foreign)
    drafted(taken)

    assert list(candidates(drafted())) == [waiting]


def test_the_agenda_of_a_draft_grows_and_shrinks(drafted, appraised, standing):
    session, desk = drafted(), Desk(standing)

    assert add_to_agenda(session, [appraised(), appraised()], desk=desk) == 2
    take_off_agenda(session.items.first(), desk=desk)

    assert session.items.count() == 1


def test_convening_pins_the_share_of_votes_of_the_sessions_day(drafted, appraised, standing):
    session = drafted(appraised("CSTDT"), appraised("CSTDCS"), appraised("GKH"))

    convene(session, desk=Desk(standing))

    shares = [(item.rule.numerator, item.rule.denominator) for item in session.items.all()]
    assert shares == [(9, 10), (4, 5), (1, 2)]


def test_convening_puts_every_dossier_on_the_agenda(drafted, appraised, standing):
    nomination = appraised()

    convene(drafted(nomination), desk=Desk(standing))

    nomination.refresh_from_db()
    assert nomination.status == NominationStatus.ON_AGENDA


def test_a_dossier_that_was_withdrawn_meanwhile_stops_the_convening_of_all(drafted, appraised, standing):
    kept, gone = appraised(), appraised(status=NominationStatus.WITHDRAWN, name="Lê Rút")

    with pytest.raises(TransitionError, match="Lê Rút"):
        convene(drafted(kept, gone), desk=Desk(standing))

    kept.refresh_from_db()
    assert kept.status == NominationStatus.APPRAISED


def test_a_session_without_dossiers_is_not_convened(drafted, standing):
    with pytest.raises(TransitionError, match="chưa có hồ sơ nào"):
        convene(drafted(), desk=Desk(standing))


def test_a_session_of_a_day_without_council_is_not_convened(drafted, appraised, standing):
    session = drafted(appraised())
    Post.objects.update(council_seat="")

    with pytest.raises(TransitionError, match="chưa có thành viên nào vào ngày họp 20/05/2024"):
        convene(session, desk=Desk(standing))


def test_the_council_is_called_as_it_is_made_up_on_the_sessions_day(drafted, appraised, members, standing):
    session = drafted(appraised())
    members[0].posts.update(ends_on=datetime.date(2024, 5, 19))
    members[1].posts.update(title="Chủ tịch Hội Nông dân")
    session.members.filter(user=members[2]).delete()

    convene(session, desk=Desk(standing))

    called = dict(session.members.values_list("user", "title"))
    assert (len(called), members[0].pk in called, members[2].pk in called) == (10, False, True)
    assert called[members[1].pk] == "Chủ tịch Hội Nông dân"


def test_who_holds_two_seats_is_called_once_to_the_higher(drafted, place, chairman):
    PostFactory(user=chairman, unit=place.district, role=Role.MEMBER, council_seat=CouncilSeat.MEMBER)

    session = drafted()

    assert (session.members.count(), session.members.get(user=chairman).seat) == (11, CouncilSeat.CHAIR)


def test_only_the_standing_office_convenes(drafted, appraised, chairman):
    with pytest.raises(NotYours):
        convene(drafted(appraised()), desk=Desk(chairman))


def test_a_cancelled_session_gives_its_dossiers_back(convened, appraised, standing):
    nomination = appraised()

    cancel(convened(nomination), desk=Desk(standing), note="Hoãn họp")

    nomination.refresh_from_db()
    assert nomination.status == NominationStatus.APPRAISED


def test_the_close_writes_the_councils_will_into_every_dossier(counted, appraised, standing):
    strict, easy = appraised("CSTDT"), appraised("GKH")
    session = counted(strict, easy, votes=9, against=2)

    close(session, desk=Desk(standing))

    for nomination in (strict, easy):
        nomination.refresh_from_db()
    assert [strict.status, easy.status] == [NominationStatus.NOT_PASSED, NominationStatus.PASSED]


def test_minutes_and_tally_sheet_of_a_closed_session_take_the_next_two_numbers(passed, appraised):
    texts = [passed(appraised()).number.text for _ in range(2)]

    assert texts == ["01/BB-HĐTĐKT", "03/BB-HĐTĐKT"]


def test_a_session_is_not_closed_before_its_day(counted, appraised, standing, settings):
    session = counted(appraised())
    settings.PORTAL_TODAY = "2024-05-19"

    with pytest.raises(TransitionError, match="Chưa đến ngày họp 20/05/2024"):
        close(session, desk=Desk(standing))


def test_a_session_that_is_not_counted_is_not_closed(convened, appraised, standing):
    with pytest.raises(TransitionError):
        close(convened(appraised()), desk=Desk(standing))


def test_a_session_that_moves_to_another_day_is_voted_on_by_that_days_law(convened, appraised):
    session = convened(appraised("CSTDCS"))
    session.held_at = session.held_at.replace(year=2023)

    repin(session)

    rule = session.items.get().rule
    assert (rule.numerator, rule.denominator, rule.at_least) == (1, 2, False)
