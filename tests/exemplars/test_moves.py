"""Whatever people press, the status moves along the table and the history holds each move made."""

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from core.models import Event
from core.workflow import NotYours, TransitionError
from exemplars import services
from exemplars.models import Nomination
from exemplars.models import NominationStatus as S
from organizations.access import Desk

VERBS = [
    "propose",
    "hand_back",
    "submit",
    "receive",
    "give_back",
    "appraise",
    "refuse",
    "withdraw",
    "drop",
    "schedule",
    "award",
]
PEOPLE = ["officer", "head", "standing", "chairman", "clerk", "stranger"]


def press(nomination, verb, desk):
    """The verb as the pages make it; whether it was made."""
    try:
        if verb in ("submit", "receive"):
            getattr(services, verb)(nomination, desk=desk)
        elif verb == "give_back":
            services.give_back(nomination, desk=desk, requests={"summary": "Viết gọn hơn."})
        elif verb in ("appraise", "refuse"):
            services.appraise(nomination, desk=desk, eligible=verb == "appraise", opinion="Đã xem.")
        else:
            nomination.move(verb, desk=desk, note="lý do")
    except TransitionError:
        return False
    return True


@pytest.fixture
def desks(officer, head, standing, chairman, clerk, stranger):
    people = (officer, head, standing, chairman, clerk, stranger)
    return dict(zip(PEOPLE, map(Desk, people), strict=True))


@given(st.lists(st.tuples(st.sampled_from(VERBS), st.sampled_from(PEOPLE)), max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_status_moves_by_the_table_and_each_move_leaves_one_event(draft, desks, presses):
    nomination = draft()
    for verb, who in presses:
        before, version, events = nomination.status, nomination.version, nomination.history.count()

        made = press(nomination, verb, desks[who])

        row = Nomination.objects.get(pk=nomination.pk)
        if made:
            move = Nomination.MOVES[verb]
            assert before in move.sources
            assert (row.status, row.version) == (move.target, version + 1)
        else:
            assert (row.status, row.version) == (before, version)
        assert nomination.history.count() == events + made
        nomination = row


@pytest.mark.parametrize("verb", Nomination.MOVES)
@pytest.mark.parametrize("status", S)
def test_no_move_starts_from_a_state_that_the_table_does_not_name(place, draft, desks, verb, status):
    nomination = draft(status=status, holder=place.district)

    if status in Nomination.MOVES[verb].sources:
        assert any(nomination.can(verb, desk) for desk in desks.values())
    else:
        with pytest.raises(TransitionError, match="Không thể thực hiện"):
            nomination.move(verb, desk=desks["standing"], note="lý do")
        assert Nomination.objects.get(pk=nomination.pk).status == status


@pytest.mark.parametrize("verb", Nomination.MOVES)
def test_no_move_is_a_strangers(place, draft, desks, verb):
    nomination = draft(status=Nomination.MOVES[verb].sources[0], holder=place.district)

    with pytest.raises(NotYours):
        nomination.move(verb, desk=desks["stranger"], note="lý do")

    assert not Event.objects.about(nomination).exists()


@pytest.mark.parametrize("verb", ["hand_back", "withdraw", "refuse"])
def test_what_needs_a_reason_is_refused_without(place, draft, desks, verb):
    move = Nomination.MOVES[verb]
    nomination = draft(status=move.sources[0], holder=place.district)
    who = "standing" if move.role == "standing" else "head"

    with pytest.raises(TransitionError, match="Cần ghi rõ lý do"):
        nomination.move(verb, desk=desks[who], note="  ")
