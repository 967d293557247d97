import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.counting import (
    BALLOTS,
    Votes,
    ballot_errors,
    confirm_tally,
    enter_tally,
    name_tellers,
    quorum,
    send_back_tally,
)
from awards.minutes import opening_text
from awards.models import Outcome, SessionStatus
from awards.scoring import write_review
from awards.sessions import set_members
from core.workflow import NotYours, TransitionError
from law.models import VoteRule
from organizations.access import Desk
from organizations.models import CouncilSeat, Role
from tests.factories import PostFactory

SHEET = {"handed_out": 11, "returned": 11, "valid": 11, "invalid": 0}
SMALL = st.integers(0, 20)


@pytest.mark.parametrize(
    ("code", "votes", "outcome"),
    [
        ("CSTDT", 10, Outcome.PASSED),  # 10/11 = 90,9 %
        ("CSTDT", 9, Outcome.NOT_PASSED),  # 81,8 % of eleven, though 90 % of the ten present
        ("CSTDCS", 9, Outcome.PASSED),  # 81,8 %
        ("CSTDCS", 8, Outcome.NOT_PASSED),  # 72,7 %
        ("GKH", 6, Outcome.PASSED),
        ("GKH", 5, Outcome.NOT_PASSED),
    ],
)
@pytest.mark.django_db
def test_the_share_is_of_all_eleven_though_one_is_absent(counted, appraised, code, votes, outcome):
    session = counted(appraised(code), votes=votes, absent=1)

    assert session.items.get().outcome == outcome


@pytest.mark.parametrize(
    ("numerator", "denominator", "at_least", "members", "needed"),
    [(4, 5, True, 10, 8), (4, 5, True, 15, 12), (9, 10, True, 10, 9), (1, 2, False, 10, 6)],
)
def test_exactly_the_share_passes_where_the_law_says_at_least(
    numerator, denominator, at_least, members, needed
):
    rule = VoteRule(numerator=numerator, denominator=denominator, at_least=at_least)

    assert [rule.passes(needed - 1, members), rule.passes(needed, members)] == [False, True]


@given(st.integers(1, 30), st.integers(0, 30), st.sampled_from([(1, 2, False), (4, 5, True), (9, 10, True)]))
def test_one_vote_more_never_makes_a_nominee_fail(members, votes, share):
    rule = VoteRule(numerator=share[0], denominator=share[1], at_least=share[2])

    assert rule.passes(votes, members) <= rule.passes(votes + 1, members)
    assert rule.passes(votes, members) >= rule.passes(votes, members + 1)


@given(st.fixed_dictionaries(dict.fromkeys(BALLOTS, SMALL)), SMALL, SMALL, st.integers(1, 20))
def test_a_sheet_is_accepted_exactly_when_its_arithmetic_holds(sheet, votes_for, votes_against, members):
    holds = (
        sheet["returned"] <= sheet["handed_out"] <= members
        and sheet["returned"] == sheet["valid"] + sheet["invalid"]
        and votes_for + votes_against <= sheet["valid"]
    )

    assert (ballot_errors(sheet, {1: Votes(votes_for, votes_against)}, members) == {}) == holds


def test_each_contradiction_is_told_at_its_field():
    sheet = {"handed_out": 12, "returned": 13, "valid": 10, "invalid": 2}

    assert ballot_errors(sheet, {7: Votes(8, 3)}, 11) == {
        "handed_out": "Không thể phát nhiều hơn 11 phiếu, là số thành viên của phiên họp.",
        "returned": "Số phiếu thu vào không thể nhiều hơn 12 phiếu đã phát.",
        "valid": "Hợp lệ và không hợp lệ cộng lại là 12, phải bằng 13 phiếu thu vào.",
        "for_7": "Đồng ý và không đồng ý cộng lại là 11, nhiều hơn 10 phiếu hợp lệ.",
    }


@pytest.fixture
def entered(attended, appraised, members):
    session = attended(appraised())
    votes = {session.items.get().pk: Votes(11, 0)}
    enter_tally(session, ballots=SHEET, votes=votes, desk=Desk(members[0]))
    return session


@pytest.mark.django_db
def test_the_second_teller_confirms_and_the_session_is_counted(entered, members):
    confirm_tally(entered, desk=Desk(members[1]))

    entered.refresh_from_db()
    assert (entered.status, entered.tally.confirmed_by) == (SessionStatus.COUNTED, members[1])


@pytest.mark.django_db
def test_nothing_is_counted_before_the_day_of_the_session(entered, members, settings):
    settings.PORTAL_TODAY = "2024-05-19"
    votes = {entered.items.get().pk: Votes(11, 0)}

    with pytest.raises(TransitionError, match="Chưa đến ngày họp 20/05/2024"):
        confirm_tally(entered, desk=Desk(members[1]))
    with pytest.raises(TransitionError, match="Chưa đến ngày họp 20/05/2024"):
        enter_tally(entered, ballots=SHEET, votes=votes, desk=Desk(members[0]))


@pytest.mark.django_db
def test_nobody_confirms_the_own_numbers(entered, members):
    with pytest.raises(NotYours):
        confirm_tally(entered, desk=Desk(members[0]))


@pytest.mark.django_db
def test_who_is_no_teller_neither_enters_nor_confirms(entered, members, standing):
    for act in (confirm_tally, lambda s, desk: enter_tally(s, ballots=SHEET, votes={}, desk=desk)):
        for person in (members[2], standing):
            with pytest.raises(NotYours):
                act(entered, desk=Desk(person))


@pytest.mark.django_db
def test_numbers_entered_anew_are_not_confirmed_unseen(entered, members):
    seen = entered.tally.entered_at
    votes = {entered.items.get().pk: Votes(2, 9)}
    enter_tally(entered, ballots=SHEET, votes=votes, desk=Desk(members[0]))

    with pytest.raises(TransitionError, match="vừa được nhập lại"):
        confirm_tally(entered, desk=Desk(members[1]), seen=seen)


@pytest.mark.django_db
def test_a_count_that_was_sent_back_waits_for_new_numbers(entered, members):
    send_back_tally(entered, desk=Desk(members[1]), note="Thu vào chỉ 10 phiếu")

    with pytest.raises(TransitionError):
        confirm_tally(entered, desk=Desk(members[1]))

    assert entered.tally.__class__.objects.get().objection == "Thu vào chỉ 10 phiếu"


@pytest.mark.django_db
def test_a_second_confirmation_changes_nothing(entered, members):
    confirm_tally(entered, desk=Desk(members[1]))

    with pytest.raises(TransitionError):
        confirm_tally(entered, desk=Desk(members[1]))


@pytest.mark.django_db
def test_two_thirds_of_eleven_are_eight(convened, appraised):
    assert quorum(convened(appraised()), 11) == 8


@pytest.mark.django_db
def test_without_quorum_no_count_is_taken(attended, appraised, members):
    session = attended(appraised(), absent=4)
    votes = {session.items.get().pk: Votes(11, 0)}

    with pytest.raises(TransitionError, match="Có mặt 7 trên 11 thành viên, cần ít nhất 8"):
        enter_tally(session, ballots=SHEET, votes=votes, desk=Desk(members[0]))


@pytest.mark.django_db
def test_tellers_are_two_members_who_are_present(convened, appraised, standing):
    session = convened(appraised())
    one, other = session.members.all()[:2]

    for chosen in ([one, one], [one, other]):
        with pytest.raises(TransitionError, match="đúng hai thành viên có mặt"):
            name_tellers(session, chosen, desk=Desk(standing))


def leave(user, on):
    user.posts.update(ends_on=datetime.date.fromisoformat(on))


@pytest.mark.django_db
def test_who_left_before_the_day_of_the_session_stops_the_count_until_the_list_is_renewed(
    attended, appraised, members
):
    session = attended(appraised())
    votes = {session.items.get().pk: Votes(10, 0)}
    leave(members[8], on="2024-05-19")

    with pytest.raises(TransitionError, match=f"khi triệu tập: {members[8]} thôi là thành viên"):
        enter_tally(session, ballots=SHEET, votes=votes, desk=Desk(members[0]))
    set_members(session)

    ten = dict(SHEET, handed_out=10, returned=10, valid=10)
    enter_tally(session, ballots=ten, votes=votes, desk=Desk(members[0]))


@pytest.mark.django_db
def test_who_leaves_after_the_day_of_the_session_changes_nothing(entered, members, settings):
    leave(members[8], on="2024-05-20")
    settings.PORTAL_TODAY = "2024-05-22"

    confirm_tally(entered, desk=Desk(members[1]))

    assert entered.members.count() == 11


@pytest.mark.django_db
def test_a_new_member_is_called_before_anything_is_counted(entered, members, place):
    new = PostFactory(unit=place.district, role=Role.MEMBER, council_seat=CouncilSeat.MEMBER).user

    with pytest.raises(TransitionError, match=f"{new} là thành viên mới"):
        confirm_tally(entered, desk=Desk(members[1]))
    set_members(entered)
    with pytest.raises(TransitionError, match="Chưa điểm danh xong"):
        confirm_tally(entered, desk=Desk(members[1]))


@pytest.mark.django_db
def test_numbers_of_other_members_are_not_confirmed_but_entered_anew(entered, members):
    leave(members[8], on="2024-05-19")
    set_members(entered)

    with pytest.raises(TransitionError, match="Mời xem lại"):
        confirm_tally(entered, desk=Desk(members[1]))


@pytest.mark.django_db
def test_the_opinion_of_who_left_before_the_session_stands_in_no_minutes(attended, appraised, members):
    session = attended(appraised())
    for member in members[7:]:
        write_review(session.items.get(), user=member, comment=f"Ý của {member.username}", send=True)
    leave(members[8], on="2024-05-19")
    set_members(session)

    said = opening_text(session)

    assert [f"Ý của {member.username}" in said for member in members[7:]] == [True, False]
