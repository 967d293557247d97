"""Loads the catalogue of law that ships with the portal, without touching what administrators changed."""

import datetime
import json
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path

from django.db import transaction

from law.models import (
    AwardPower,
    AwardType,
    BaseSalary,
    FormNumber,
    LegalText,
    Origin,
    Parameter,
    Prize,
    Regime,
    Standard,
    VoteRule,
)
from organizations.models import Tier

CATALOGUE = Path(__file__).parent / "catalogue"
FILES = {  # in the order of their references
    "regimes": Regime,
    "awards": AwardType,
    "powers": AwardPower,
    "votes": VoteRule,
    "standards": Standard,
    "prizes": Prize,
    "salaries": BaseSalary,
    "parameters": Parameter,
    "texts": LegalText,
    "forms": FormNumber,
}
CODED = (Regime, AwardType)  # known by their code; all others by their rule and first day


class CatalogueError(Exception):
    """The catalogue contradicts itself."""


@dataclass
class Report:
    added: int = 0
    updated: int = 0
    kept: list = field(default_factory=list)  # what administrators changed, and what it keeps out


def read_catalogue(name):
    """Unsaved rows of one file; references to awards are still codes, in `award_code`."""
    rows = json.loads((CATALOGUE / f"{name}.json").read_text(encoding="utf-8"))
    return [_unsaved(FILES[name], row) for row in rows]


def _unsaved(model, row):
    code = row.pop("award", None)
    for name in ("valid_from", "valid_to"):
        row[name] = row[name] and datetime.date.fromisoformat(row[name])
    if "tier" in row:
        row["tier"] = Tier[row["tier"]]
    unsaved = model(**row, origin=Origin.CATALOGUE)
    unsaved.award_code = code
    return unsaved


@transaction.atomic
def load_catalogue():
    """Add what is missing and update what nobody edited; CatalogueError when two rows of a rule overlap."""
    report = Report()
    for name, model in FILES.items():
        rows = read_catalogue(name)
        _resolve_awards(rows)
        check_no_overlap(rows)
        _store(model, rows, report)
    return report


def _resolve_awards(rows):
    awards = {award.code: award for award in AwardType.objects.all()}
    for row in rows:
        if row.award_code:
            row.award = awards[row.award_code]


def check_no_overlap(rows):
    """CatalogueError when two rows of one rule are in force on the same day."""
    ordered = sorted(rows, key=lambda row: (_sortable(_rule(row)), row.valid_from))
    for _, same_rule in groupby(ordered, key=_rule):
        for earlier, later in pairwise(same_rule):
            if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
                raise CatalogueError(f"{later!r}: {later.period} trùng với {earlier.period}.")


def _rule(row):
    return tuple(getattr(row, name) for name in row.rule_columns())


def _sortable(rule):
    return tuple(map(str, rule))


def _store(model, rows, report):
    known = list(model.objects.all())
    by_key = {_natural_key(row): row for row in known}
    new, changed = [], []
    for row in rows:
        stored = by_key.get(_natural_key(row))
        if stored is None:
            _add_or_keep_out(row, known, new, report)
        elif stored.origin != Origin.CATALOGUE:
            report.kept.append(str(stored))
        elif _take_over(stored, row):
            changed.append(stored)
    model.objects.bulk_create(new)
    if changed:
        model.objects.bulk_update(changed, _columns(model))
    report.added += len(new)
    report.updated += len(changed)


def _natural_key(row):
    return row.code if isinstance(row, CODED) else (*_rule(row), row.valid_from)


def _add_or_keep_out(row, known, new, report):
    """Plan the row, unless a stored one of the same rule already covers some of its days."""
    if any(_rule(other) == _rule(row) and _meet(other, row) for other in known):
        report.kept.append(str(row))
    else:
        new.append(row)


def _meet(one, other):
    return (one.valid_to is None or one.valid_to >= other.valid_from) and (
        other.valid_to is None or other.valid_to >= one.valid_from
    )


def _columns(model):
    return [column.name for column in model._meta.concrete_fields if not column.primary_key]


def _take_over(stored, row):
    """Give the stored row the values of the catalogue; whether that changed anything."""
    before = _values(stored)
    for name in _columns(type(stored)):
        setattr(stored, name, getattr(row, name))
    return _values(stored) != before


def _values(row):
    return [getattr(row, column.attname) for column in row._meta.concrete_fields]
