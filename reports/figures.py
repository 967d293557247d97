"""Figures of a milestone review, computed from the records as they stood at the end of its last day.

A dossier counts from the day it came to the office that reviews, an award from the day of its decision.
What happened after the last day changes nothing, save that an award once annulled counts nowhere.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import models
from django.db.models import Case, Exists, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear

from awards.models import AwardEntry
from awards.sessions import office_ids
from campaigns.models import WorkField
from core.calendar import today
from exemplars.models import Nomination, NominationStatus, OfficeStay, Sex, WorkerGroup
from law.models import AwardType, SubjectKind
from organizations.access import successor_offices
from organizations.models import Unit
from organizations.naming import marks_apart
from reports import spreading
from reports.moments import stood_in

S = NominationStatus
SUBMITTED = "submitted"
UNKNOWN = "Chưa ghi"


class Outcome(models.TextChoices):
    """What had become of a dossier by the last day; every dossier has exactly one."""

    AWARDED = "awarded", "Được khen thưởng"
    UNDER_WAY = "under_way", "Đang xét"
    RETURNED = "returned", "Trả lại để bổ sung"
    INELIGIBLE = "ineligible", "Không đủ điều kiện"
    NOT_PASSED = "not_passed", "Hội đồng không thông qua"
    DROPPED = "dropped", "Đã rút hoặc bị hủy kết quả"


# States of the last day in which a dossier has that outcome; in every other it is under way.
ENDS = {
    Outcome.RETURNED: (S.RETURNED, S.DRAFT, S.READY),  # back with those who mend it
    Outcome.INELIGIBLE: (S.INELIGIBLE,),
    Outcome.NOT_PASSED: (S.NOT_PASSED,),
    Outcome.DROPPED: (S.WITHDRAWN, S.ANNULLED, S.AWARDED),  # awarded, but its entry no longer counts
}


def dossiers(review):
    """The review's dossiers, each with `arrived`, `outcome` and `counted_year`."""
    offices = {review.plan.unit_id, *office_ids(review.unit, max(today(), review.period_to))}
    stays = OfficeStay.objects.filter(nomination=OuterRef("pk"), office__in=offices).order_by("arrived_on")
    return (
        Nomination.objects.filter(plan=review.plan_id)
        .annotate(arrived=Subquery(stays.values("arrived_on")[:1]))
        .filter(arrived__range=(review.period_from, review.period_to))
        .annotate(
            outcome=_outcome_on(review.period_to),
            counted_year=Coalesce("year", ExtractYear("arrived"), output_field=models.IntegerField()),
        )
    )


def _outcome_on(day):
    awarded = AwardEntry.objects.counting().filter(nomination=OuterRef("pk"), awarded_on__lte=day)
    return Case(
        When(Exists(awarded), then=Value(Outcome.AWARDED)),
        *(When(stood_in(Nomination, states, day), then=Value(outcome)) for outcome, states in ENDS.items()),
        default=Value(Outcome.UNDER_WAY),
        output_field=models.CharField(),
    )


# --- Groups of units --------------------------------------------------------------------------------


def group_path(path, plan_path):
    """The tree path under which a unit is counted: one step below what it shares with the plan's unit."""
    shared, step = 0, Unit.steplen
    while path[shared : shared + step] and path[shared : shared + step] == plan_path[shared : shared + step]:
        shared += step
    return path[: shared + step]


def is_alone(path, plan_path):
    """Whether the group is one unit without those below it: the plan's own, or one above that."""
    return plan_path.startswith(path)


# --- Tables -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dimension:
    """By what dossiers are grouped: `column` of the row, and for persons alone where it is about persons."""

    key: str  # in the address of the list behind a figure
    title: str
    head: str
    persons: bool = False


DIMENSIONS = (
    Dimension("unit", "Theo đơn vị", "Đơn vị"),
    Dimension("kind", "Theo đối tượng", "Đối tượng"),
    Dimension("field", "Theo lĩnh vực", "Lĩnh vực"),
    Dimension("award", "Theo danh hiệu, hình thức khen thưởng", "Danh hiệu, hình thức"),
    Dimension("sex", "Cá nhân theo giới tính", "Giới tính", persons=True),
    Dimension("worker_group", "Cá nhân theo nhóm công tác", "Nhóm", persons=True),
    Dimension("year", "Theo năm xét", "Năm"),
)
COLUMNS = {
    "path": "unit__path",
    "kind": "kind",
    "field": "field_id",
    "award": "award_id",
    "sex": "sex",
    "worker_group": "worker_group",
    "year": "counted_year",
    "outcome": "outcome",
}


def figures(review, on=None):
    """Everything the review counts, as plain values that can be kept as JSON.

    Units are told with what they have become by the day `on`, that of the paper; by default today.
    """
    rows, units = _grouped_rows(review)
    return _told(review, rows, units, on) | {"silent": _silent(review, units)} | _spread(review, on)


def figures_of(review, unit, on=None):
    """The part of `figures` that stands under one unit of its table by unit: the same rows, no others."""
    rows, units = _grouped_rows(review)
    own = [row for row in rows if row["unit"] == unit.pk]
    spread = spreading.counts(_by_group(review)[0].get(unit.pk, []))
    return _told(review, own, units, on) | {"spread": spread}


def _spread(review, on):
    """What was copied and made known, in all and by the units of the table by unit: the same rows."""
    groups, units = _by_group(review)
    named = _named(units, on or today())
    return {
        "spread": spreading.counts([row for rows in groups.values() for row in rows]),
        "spread_by_unit": [
            {"value": str(pk), "name": name, "counts": spreading.counts(groups[pk])}
            for pk, name in named.items()
        ],
    }


def _by_group(review):
    """({pk of a unit: the rows of spreading that are counted for it}, those units)."""
    rows, plan_unit = spreading.rows_of(review), review.plan.unit
    units = _group_units([row.path for row in rows], plan_unit)
    groups = defaultdict(list)
    for row in rows:
        groups[units[group_path(row.path, plan_unit.path)].pk].append(row)
    return groups, units.values()


def _grouped_rows(review):
    """(rows as dicts of COLUMNS with the "unit" that each is counted for, {path: that unit})."""
    rows = [
        dict(zip(COLUMNS, row, strict=True))
        for row in dossiers(review).values_list(*COLUMNS.values()).order_by()
    ]
    units = _group_units([row["path"] for row in rows], review.plan.unit)
    for row in rows:
        row["unit"] = units[group_path(row["path"], review.plan.unit.path)].pk
    return rows, units


def _told(review, rows, units, on):
    names = _names(units.values(), on or today())
    return {
        "from": review.period_from.isoformat(),
        "day": review.period_to.isoformat(),
        "total": counts_of(rows),
        "tables": [tabulate(dimension, rows, names[dimension.key](rows)) for dimension in DIMENSIONS],
    }


def counts_of(rows):
    """{"submitted": all of them, outcome: how many}."""
    found = Counter(row["outcome"] for row in rows)
    return {SUBMITTED: len(rows)} | {outcome: found[outcome] for outcome in Outcome.values}


def tabulate(dimension, rows, names):
    """One table as plain values; `names` is {value: name} in the order of its rows."""
    counted = [row for row in rows if row["kind"] == SubjectKind.PERSON or not dimension.persons]
    groups = defaultdict(list)
    for row in counted:
        groups[row[dimension.key]].append(row)
    return {
        "key": dimension.key,
        "title": dimension.title,
        "head": dimension.head,
        "rows": [
            {"value": "" if value is None else str(value), "name": name, "counts": counts_of(groups[value])}
            for value, name in names.items()
            if groups[value]
        ],
        "total": counts_of(counted),
    }


def _group_units(paths, plan_unit):
    """{path: the unit that stands for its group}."""
    groups = {group_path(path, plan_unit.path) for path in paths}
    return {unit.path: unit for unit in Unit.objects.filter(path__in=groups)}


def _silent(review, units):
    """The names of the units right below the plan's, of the last day, from which no dossier came."""
    silent = units_below(review).exclude(path__in=units)
    return list(silent.values_list("name", flat=True))


def units_below(review):
    """The units one step below the plan's on the review's last day, or the last that the plan's unit saw."""
    plan_unit = review.plan.unit
    day = min(review.period_to, plan_unit.ends_on or review.period_to)
    below = Unit.objects.filter(path__startswith=plan_unit.path, depth=plan_unit.depth + 1)
    return below.existing(day).order_by("name_key", "pk")


def _names(units, on):
    """{dimension key: function of the rows that gives {value: name} in the order of the table}."""
    fields = {field.pk: field.name for field in WorkField.objects.all()} | {None: UNKNOWN}
    awards = {award.pk: str(award) for award in AwardType.objects.all()} | {None: UNKNOWN}
    named = _named(units, on)
    return {
        "unit": lambda rows: named,
        "kind": lambda rows: _labels(SubjectKind),
        "field": lambda rows: fields,
        "award": lambda rows: awards,
        "sex": lambda rows: _labels(Sex) | {"": UNKNOWN},
        "worker_group": lambda rows: _labels(WorkerGroup) | {"": UNKNOWN},
        "year": lambda rows: {year: str(year) for year in sorted({row["year"] for row in rows})},
    }


def _named(units, on):
    """{pk: name on that day} in the order of names."""
    successors = successor_offices(units, on)
    in_order = sorted(units, key=lambda unit: (unit.name_key, unit.pk))
    marks = marks_apart(in_order)
    return {unit.pk: _unit_name(unit, marks[unit.pk], successors[unit.pk]) for unit in in_order}


def _labels(choices):
    return {choice.value: choice.label[:1].upper() + choice.label[1:] for choice in choices}


def _unit_name(unit, mark, successor):
    """“Ấp Thạnh Lợi (xã Bình Nhì; nay thuộc xã Đồng Sơn)”, with only what there is to say in brackets."""
    now = "" if unit.name == successor.name else f"nay thuộc {successor.name}"
    more = "; ".join(filter(None, (mark, now)))
    name = unit.name[:1].upper() + unit.name[1:]
    return f"{name} ({more})" if more else name
