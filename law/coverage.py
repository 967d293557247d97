"""What the rows of law leave open: days without a rule, and rules that nobody has read in the text itself."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from django.db.models import Count

from law.models import (
    AwardPower,
    AwardType,
    BaseSalary,
    Branch,
    FormNumber,
    LegalText,
    Parameter,
    Prize,
    Regime,
    Standard,
    VoteRule,
)

SINCE = datetime.date(2021, 1, 1)  # the first day of the plans that the portal was made for
ONE_DAY = datetime.timedelta(days=1)
FOR_EACH_AWARD = (AwardPower, VoteRule)  # no award is given without them
WITHOUT_BREAKS = (Standard, Prize, Parameter, FormNumber)  # may begin late and end for good
MODELS = (Regime, AwardType, *FOR_EACH_AWARD, BaseSalary, *WITHOUT_BREAKS, LegalText)


@dataclass(frozen=True)
class Gap:
    """Days, both ends counted, for which a page would find no rule; `last` None: for good."""

    model: type
    about: str
    first: datetime.date
    last: datetime.date | None
    known: dict = field(default_factory=dict)  # what a new row that fills it begins with

    @property
    def kind(self):
        return self.model._meta.verbose_name

    @property
    def days(self):
        start = f"từ ngày {self.first:%d/%m/%Y}"
        return f"{start} đến hết ngày {self.last:%d/%m/%Y}" if self.last else f"{start} trở đi"


def uncovered(first, last, periods):
    """[(first day, last day)] of first–last that lie in none of `periods`; None as last day is an open end.

    Both ends are counted, in what is given and in the answer.
    """
    open_from, found = first, []
    for begins, ends in sorted(periods, key=lambda period: period[0]):
        if last is not None and begins > last:
            break
        if begins > open_from:
            found.append((open_from, begins - ONE_DAY))
        if ends is None:
            return found
        open_from = max(open_from, ends + ONE_DAY)
    if last is None or open_from <= last:
        found.append((open_from, last))
    return found


def gaps(since=SINCE):
    """[Gap] of all rules, from the day `since` on."""
    return [*_always_needed(since), *_needed_by_awards(since), *_breaks(since)]


def _always_needed(since):
    regimes = _periods(Regime, "branch")
    for branch in Branch:
        yield from _found(Regime, branch.label, (since, None), regimes[branch], {"branch": branch.value})
    yield from _found(
        BaseSalary, "", (since, None), BaseSalary.objects.values_list("valid_from", "valid_to"), {}
    )


def _needed_by_awards(since):
    awards = AwardType.objects.meeting(since, None)
    for model in FOR_EACH_AWARD:
        periods = _periods(model, "award_id")
        for award in awards:
            stretch = max(since, award.valid_from), award.valid_to
            yield from _found(model, award.name, stretch, periods[award.pk], {"award": award.pk})


def _breaks(since):
    """Days between two rows of one rule."""
    for model in WITHOUT_BREAKS:
        rows = defaultdict(list)
        for row in model.objects.select_related(*(["award"] if "award" in model.RULE else [])):
            rows[tuple(getattr(row, name) for name in model.rule_columns())].append(row)
        yield from chain.from_iterable(_breaks_of(model, same_rule, since) for same_rule in rows.values())


def _breaks_of(model, rows, since):
    starts, ends = [row.valid_from for row in rows], [row.valid_to for row in rows]
    stretch = max(since, min(starts)), None if None in ends else max(ends)
    known = {name: value for name in model.RULE if (value := getattr(rows[0], _column(model, name)))}
    return _found(model, f"{rows[0]}", stretch, zip(starts, ends, strict=True), known)


def _column(model, name):
    return model._meta.get_field(name).attname


def _periods(model, column):
    """{value of the column: [(first day, last day)]}"""
    found = defaultdict(list)
    for first, last, value in model.objects.values_list("valid_from", "valid_to", column):
        found[value].append((first, last))
    return found


def _found(model, about, stretch, periods, known):
    return [Gap(model, about, *days, known) for days in uncovered(*stretch, periods)]


def doubts():
    """[(model, {certainty: rows})] of the rows that were not read in the text itself, where there are any."""
    counted = [(model, _by_certainty(model)) for model in MODELS]
    return [(model, rows) for model, rows in counted if rows]


def _by_certainty(model):
    counted = model.objects.doubtful().order_by("certainty").values_list("certainty")
    return dict(counted.annotate(rows=Count("pk")))
