"""The order of a cluster, told by plain values."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from campaigns.models import TieRule
from campaigns.ranking import Standing, rank, rounded

RULES = st.lists(st.sampled_from(TieRule.values), unique=True)
FEW = st.integers(0, 2).map(Fraction)


@st.composite
def clusters(draw):
    """Standings with few different points, so that many are equal."""
    count = draw(st.integers(0, 7))
    return [
        Standing(key, Decimal(draw(st.integers(90, 92))), *(draw(FEW) for _ in range(4)))
        for key in range(count)
    ]


def told(places):
    return [(place.key, place.rank, place.decided_by) for place in places]


def test_the_higher_total_comes_first():
    assert told(rank([Standing(1, Decimal("90.5")), Standing(2, Decimal("90.51"))], [])) == [
        (2, 1, ""),
        (1, 2, ""),
    ]


def test_equal_totals_are_parted_by_the_first_rule_that_tells():
    standings = [
        Standing(1, Decimal(95), first_group=Fraction(40), bonus=Fraction(1)),
        Standing(2, Decimal(95), first_group=Fraction(40), bonus=Fraction(3)),
    ]

    places = rank(standings, [TieRule.FIRST_GROUP, TieRule.BONUS])

    assert told(places) == [(2, 1, "bonus"), (1, 2, "bonus")]


def test_whom_no_rule_parts_share_a_rank_and_the_next_is_left_out():
    standings = [Standing(1, Decimal(95)), Standing(2, Decimal(95)), Standing(3, Decimal(94))]

    places = rank(standings, [TieRule.FEWER_MINUS])

    assert [(place.key, place.rank, place.is_shared) for place in places] == [
        (1, 1, True),
        (2, 1, True),
        (3, 3, False),
    ]


def test_fewer_points_of_minus_and_a_closer_score_of_oneself_are_better():
    careful = Standing(1, Decimal(95), minus=Fraction(1), self_gap=Fraction(2))
    boastful = Standing(2, Decimal(95), minus=Fraction(1), self_gap=Fraction(5))

    assert told(rank([boastful, careful], [TieRule.FEWER_MINUS, TieRule.SELF])) == [
        (1, 1, "self"),
        (2, 2, "self"),
    ]


def test_halves_of_a_cent_are_rounded_up():
    assert (rounded(Fraction(92345, 1000)), rounded(Fraction(1, 3))) == (Decimal("92.35"), Decimal("0.33"))


@given(clusters(), RULES, st.randoms())
def test_the_order_in_which_members_are_given_changes_nothing(standings, rules, random):
    shuffled = random.sample(standings, len(standings))

    assert rank(shuffled, rules) == rank(standings, rules)


@given(clusters(), RULES)
def test_ranks_count_those_who_are_better(standings, rules):
    places = rank(standings, rules)

    assert [place.rank for place in places] == [
        1 + sum(other.rank < place.rank for other in places) for place in places
    ]
    assert sorted((place.total for place in places), reverse=True) == [place.total for place in places]


@given(clusters(), RULES)
def test_equals_share_a_rank(standings, rules):
    ranks = {place.key: place.rank for place in rank(standings, rules)}
    twins = [
        (one, other)
        for one in standings
        for other in standings
        if vars(one) | {"key": 0} == vars(other) | {"key": 0}
    ]

    assert all(ranks[one.key] == ranks[other.key] for one, other in twins)
