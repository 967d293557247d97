"""Movements and plans of the demonstration, read from data/: true numbers and days, our own sentences."""

import datetime
import json
from pathlib import Path

from campaigns.models import (
    Assignment,
    Criterion,
    Milestone,
    Movement,
    Plan,
    PlanSection,
    PlanStatus,
    WorkField,
)
from organizations.numbering import start_after
from organizations.signing import number_of
from portal.demo.invented import FIELDS
from portal.demo.stories import at

DATA = Path(__file__).parent / "data"
DAYS = ("starts_on", "ends_on", "due_on", "covers_from", "covers_to", "issued_on", "drafted_on", "ended")
DONE_EARLY = datetime.timedelta(days=9)
SIGNED_BEFORE, SUBMITTED_BEFORE, DRAFTED_BEFORE = 1, 4, 25  # days before the plan is issued


def load_fields():
    fields = (WorkField(name=name, order=order) for order, name in enumerate(FIELDS, start=1))
    WorkField.objects.bulk_create(fields)


def load_movements(units, until):
    """{key: Movement} of those launched by the day `until`."""
    rows = [dated(row) for row in json.loads((DATA / "movements.json").read_text())]
    movements = {}
    for row in rows:
        key, unit = row.pop("key"), row.pop("unit")
        if row["starts_on"] <= until and unit in units:
            movements[key] = Movement.objects.create(unit=units[unit], **row)
    return movements


def load_plans(units, users, movements, trail, until):
    """{key: Plan} of those begun by the day `until`, each as far as it had come."""
    rows = [dated(json.loads(path.read_text())) for path in (DATA / "plans").glob("*.json")]
    rows.sort(key=lambda row: (row.get("issued_on") or row["drafted_on"], row["key"]))
    plans = {}
    for row in rows:
        if (row.get("issued_on") or row["drafted_on"]) <= until:
            plans[row["key"]] = _plan(row, units, users, movements, plans, trail, until)
    return plans


def dated(row):
    return {
        name: datetime.date.fromisoformat(value) if name in DAYS and value else value
        for name, value in row.items()
    }


def _plan(row, units, users, movements, plans, trail, until):
    plan = Plan.objects.create(
        unit=units[row["unit"]],
        title=row["title"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        legal_bases=";\n".join(row["legal_bases"]),
        recipients="\n".join(row["recipients"]),
        implements=plans.get(row.get("implements")),
        copied_from=plans.get(row.get("copied_from")),
        created_by=users["thuongtruc"],
    )
    plan.movements.set(movements[key] for key in row["movements"] if key in movements)
    _parts(plan, row, units, until)
    if row.get("number"):
        _issue_here(plan, row, users, trail)
    elif row.get("issued_on"):
        _record(plan, row)
    else:
        trail.add(plan, "create", "Lập dự thảo", at=at(row["drafted_on"], 9), by="thuongtruc")
    if row.get("ended") and row["ended"] <= until:
        _keep(plan, status=PlanStatus.ENDED)
    return plan


def _parts(plan, row, units, until):
    PlanSection.objects.bulk_create(
        PlanSection(plan=plan, kind=kind, body=body) for kind, body in row["sections"].items()
    )
    Criterion.objects.bulk_create(
        Criterion(plan=plan, subject_kind=kind, text=text, max_points=points, order=order)
        for kind, rows in row["criteria"].items()
        for order, (text, points) in enumerate(rows, start=1)
    )
    Milestone.objects.bulk_create(Milestone(plan=plan, **dated(values)) for values in row["milestones"])
    Assignment.objects.bulk_create(
        _assignment(plan, order, dated(values), units, until)
        for order, values in enumerate(row["assignments"], start=1)
    )


def _assignment(plan, order, values, units, until):
    """Done nine days before its end, if that day had come."""
    unit, due = units[values.pop("unit")], values.get("due_on")
    done = due - DONE_EARLY if due and due - DONE_EARLY <= until else None
    result = "Đã thực hiện, có báo cáo gửi về Thường trực Hội đồng." if done else ""
    return Assignment(plan=plan, unit=unit, order=order, done_on=done, result=result, **values)


def _issue_here(plan, row, users, trail):
    day = row["issued_on"]
    start_after(unit=plan.unit, symbol=plan.symbol, year=day.year, last=row["number"] - 1)
    plan.signatory = row["signatory"]
    number = number_of(plan, on=day, by=users["vanthu"])
    signer = "chutich" if row["signatory"] == users["chutich"].full_name else "thutruong"
    trail.add(plan, "create", "Lập dự thảo", at=_before(day, DRAFTED_BEFORE, 9), by="thuongtruc")
    steps = (
        ("submit", _before(day, SUBMITTED_BEFORE, 10), "thuongtruc", ""),
        ("sign", _before(day, SIGNED_BEFORE, 15), signer, ""),
        ("issue", at(day, 9), "vanthu", f"Số {number.text}"),
    )
    status = plan.status
    for verb, moment, by, note in steps:
        status = trail.move(plan, verb, status, at=moment, by=by, note=note)
    _keep(
        plan,
        status=status,
        number=number,
        issued_on=day,
        signed_by=users[signer],
        signatory=row["signatory"],
        signatory_title=row["signatory_title"],
    )


def _before(day, days, hour):
    return at(day - datetime.timedelta(days=days), hour)


def _record(plan, row):
    """A plan that another authority issued outside the portal, with the number it bears."""
    _keep(plan, status=PlanStatus.ISSUED, outside_number=row["outside_number"], issued_on=row["issued_on"])


def _keep(plan, **values):
    Plan.objects.filter(pk=plan.pk).update(**values)
    for name, value in values.items():
        setattr(plan, name, value)
