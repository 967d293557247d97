from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.models import VoteRule

NINETY = VoteRule(numerator=9, denominator=10, at_least=True)
EIGHTY = VoteRule(numerator=4, denominator=5, at_least=True)
MAJORITY = VoteRule(numerator=1, denominator=2, at_least=False)

shares = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)
rules = st.builds(
    lambda share, at_least: VoteRule(
        numerator=share.numerator, denominator=share.denominator, at_least=at_least
    ),
    shares,
    st.booleans(),
)
members = st.integers(1, 200)


@pytest.mark.parametrize(
    ("rule", "votes_for", "count", "passes"),
    [
        (NINETY, 9, 11, False),  # 81,8 %: of all eleven, though ten were present
        (NINETY, 10, 11, True),
        (NINETY, 9, 10, True),
        (EIGHTY, 4, 5, True),  # exactly 80 %
        (EIGHTY, 8, 10, True),
        (EIGHTY, 7, 9, False),
        (MAJORITY, 5, 10, False),  # exactly half is no majority
        (MAJORITY, 6, 10, True),
        (MAJORITY, 0, 0, False),
        (EIGHTY, 0, 0, False),
    ],
)
def test_votes_are_counted_over_all_members(rule, votes_for, count, passes):
    assert rule.passes(votes_for, count) is passes


@given(rules, st.integers(0, 200), members)
def test_one_more_vote_never_fails_what_passed(rule, votes_for, count):
    assert rule.passes(votes_for, count) <= rule.passes(votes_for + 1, count)


@given(rules, st.integers(0, 200), members)
def test_one_more_member_never_passes_what_failed(rule, votes_for, count):
    assert rule.passes(votes_for, count + 1) <= rule.passes(votes_for, count)


@given(rules, members)
def test_votes_needed_pass_and_one_fewer_does_not(rule, count):
    needed = rule.votes_needed(count)

    assert rule.passes(needed, count)
    assert not rule.passes(needed - 1, count)
