"""The order of a cluster's members, computed from plain values."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import groupby

from campaigns.models import TieRule

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Standing:
    """What a member came to; all points but `total` are exact, `total` is rounded as it is printed."""

    key: int  # of the member
    total: Decimal
    first_group: Fraction = Fraction(0)
    bonus: Fraction = Fraction(0)
    minus: Fraction = Fraction(0)
    self_gap: Fraction = Fraction(0)  # how far its own total is from that of the others


@dataclass(frozen=True)
class Place:
    """`decided_by` is the TieRule that parted it from a neighbour with the same total; "" for none.

    Members whom no rule parts share a rank, and the ranks behind them are left out: 1, 1, 3.
    """

    key: int
    rank: int
    total: Decimal
    decided_by: str = ""
    is_shared: bool = False


MEASURES = {  # the greater, the better
    TieRule.FIRST_GROUP: lambda standing: standing.first_group,
    TieRule.BONUS: lambda standing: standing.bonus,
    TieRule.FEWER_MINUS: lambda standing: -standing.minus,
    TieRule.SELF: lambda standing: -standing.self_gap,
}


def rounded(points):
    """A Fraction to two places, halves upwards: 92.345 → 92.35."""
    exact = Decimal(points.numerator) / Decimal(points.denominator)
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)


def rank(standings, rules):
    """[Place], the first first; `rules` are TieRule values in the order in which they are asked."""
    measures = [MEASURES[TieRule(rule)] for rule in rules]

    def merit(standing):
        return (standing.total, *(measure(standing) for measure in measures))

    ordered = sorted(standings, key=lambda standing: standing.key)
    ordered.sort(key=merit, reverse=True)
    merits = [merit(standing) for standing in ordered]
    places, rank_ = [], 0
    for _merit, group in groupby(range(len(ordered)), key=merits.__getitem__):
        equals, rank_ = list(group), len(places) + 1
        for number in equals:
            standing = ordered[number]
            decided = _decided_by(number, merits, rules)
            places.append(Place(standing.key, rank_, standing.total, decided, len(equals) > 1))
    return places


def _decided_by(number, merits, rules):
    """The first rule that parts this one from somebody of the same total."""
    own = merits[number]
    parted = [_first_difference(own, merit) for merit in merits if merit[0] == own[0] and merit != own]
    return TieRule(rules[min(parted) - 1]).value if parted else ""


def _first_difference(one, other):
    pairs = enumerate(zip(one, other, strict=True))
    return next(place for place, (mine, theirs) in pairs if mine != theirs)
