"""A plan as a board: its numbers add up, lead to their rows, and cost the same at any size."""

import datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    AssignmentFactory,
    MilestoneFactory,
    PlanFactory,
    ProgressReportFactory,
    UnitFactory,
)

LATE, LATER = datetime.date(2024, 1, 5), datetime.date(2030, 1, 4)


@pytest.fixture
def plan(place):
    """Of the province: two milestones, three units, each state at least once."""
    plan = PlanFactory(unit=place.province, issued=True)
    first, second = MilestoneFactory.create_batch(2, plan=plan)
    office = UnitFactory(parent=place.province, name="Sở Thử", kind="agency")
    common = {"plan": plan, "task": "Đăng ký điển hình"}
    AssignmentFactory(unit=place.commune, milestone=first, due_on=LATE, **common)
    AssignmentFactory(unit=place.commune, milestone=second, due_on=LATE, done_on=LATE, result="x", **common)
    AssignmentFactory(unit=place.sister, milestone=first, due_on=LATER, **common)
    running = AssignmentFactory(unit=office, due_on=LATER, **common)
    ProgressReportFactory(assignment=running, on=datetime.date(2026, 11, 20), percent=40)
    return plan


@pytest.fixture
def as_standing(client, standing, settings):
    settings.PORTAL_TODAY = "2026-11-27"
    client.force_login(standing)
    return client


def board(client, plan, **query):
    return client.get(reverse("campaigns:plan-board", args=[plan.pk]), query).context["board"]


def cells_of(found):
    lines = [found.total, *found.milestones]
    for subtotal, units in found.groups:
        lines += [subtotal, *units]
    return [(line, cell) for line in lines for cell in line.cells]


def test_the_counts_of_milestones_units_and_groups_add_up(as_standing, plan):
    found = board(as_standing, plan)
    by_unit = [line.counts for _, lines in found.groups for line in lines]
    sums = [
        {state: sum(counts[state] for counts in rows) for state in found.total.counts}
        for rows in ([line.counts for line in found.milestones], by_unit, [g.counts for g, _ in found.groups])
    ]

    assert found.total.counts == {"done": 1, "overdue": 1, "silent": 1, "due": 0, "running": 1}
    assert sums == [found.total.counts] * 3


@pytest.mark.parametrize("query", [{}, {"group": "territories"}, {"since": "01/01/2021"}])
def test_every_number_leads_to_as_many_rows(as_standing, plan, query):
    AssignmentFactory(plan=PlanFactory(unit=plan.unit, issued=True), due_on=LATE)

    found = cells_of(board(as_standing, plan, **query))

    wrong = []
    for line, cell in found:
        address = urlsplit(cell.url)
        listed = as_standing.get(address.path, dict(parse_qsl(address.query))).context["page_obj"]
        if listed.paginator.count != cell.number:
            wrong.append((line.label, cell))
    assert wrong == []


def test_filters_narrow_the_board(as_standing, plan):
    first = plan.milestones.first()

    assert board(as_standing, plan, milestone=first.pk).total.total == 2
    assert board(as_standing, plan, milestone="null").total.total == 1
    assert board(as_standing, plan, group="territories").total.total == 3


def test_the_day_since_which_nobody_spoke_is_a_choice(as_standing, plan):
    assert board(as_standing, plan, since="25/11/2026").total.counts["silent"] == 2
    assert board(as_standing, plan, since="01/01/2021").total.counts["silent"] == 0


def test_plans_that_carry_it_out_stand_at_their_units(as_standing, place, plan):
    answer = PlanFactory(unit=place.district, issued=True)
    plan.assignments.filter(unit=place.sister).update(answered_by=answer)
    own = PlanFactory(unit=place.commune, implements=plan, issued=True)

    lines = {line.label: line.plans for _, units in board(as_standing, plan).groups for line in units}

    assert (lines["xã Kế Bên"], lines["xã Bình Thử"]) == ([answer], [own])


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


@pytest.mark.parametrize("name", ["plan-board", "assignments", "plan"])
def test_a_plan_with_many_rows_asks_no_more(as_standing, place, plan, name):
    address = reverse(f"campaigns:{name}", args=[] if name == "assignments" else [plan.pk])
    PlanFactory(unit=place.sister, implements=plan, issued=True)
    few = queries(as_standing, address)

    for unit in UnitFactory.create_batch(4, parent=place.province):
        AssignmentFactory.create_batch(2, plan=plan, unit=unit, due_on=LATE)
        PlanFactory(unit=unit, implements=plan, issued=True)

    assert queries(as_standing, address) == few <= 25


def test_the_rows_go_out_as_they_are_filtered(as_standing, plan):
    address = reverse("reports:export", args=["assignments"])

    response = as_standing.get(address, {"plan": plan.pk, "state": "overdue"})

    assert response.headers["Content-Disposition"].startswith('attachment; filename="nhiem-vu-')


def test_a_plan_without_assignments_says_so(as_standing, place):
    plan = PlanFactory(unit=place.district, issued=True)

    response = as_standing.get(reverse("campaigns:plan-board", args=[plan.pk]))

    assert "Không có nhiệm vụ nào" in response.content.decode()


def test_tasks_are_found_by_their_words_and_their_unit(as_standing, plan, place):
    address = reverse("campaigns:assignments")

    def found(typed):
        return as_standing.get(address, {"q": typed, "plan": plan.pk}).context["page_obj"].paginator.count

    assert [found("dang ky"), found("ke ben dien hinh"), found("khong co")] == [4, 1, 0]
