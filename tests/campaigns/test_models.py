import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from campaigns.models import Plan
from tests.factories import (
    AssignmentFactory,
    CriterionFactory,
    MilestoneFactory,
    MovementFactory,
    PlanFactory,
    PlanSectionFactory,
    ProgressReportFactory,
)

DAY = datetime.date(2024, 5, 2)
EARLIER = datetime.date(2024, 5, 1)

BROKEN = {  # constraint: (how it is broken, what people read)
    "movement_ends_after_it_starts": (
        lambda: MovementFactory.build(unit=None, starts_on=DAY, ends_on=EARLIER),
        "Ngày tổng kết phải từ ngày phát động trở đi.",
    ),
    "plan_ends_after_it_starts": (
        lambda: PlanFactory.build(unit=None, starts_on=DAY, ends_on=EARLIER),
        "Ngày kết thúc phải từ ngày bắt đầu trở đi.",
    ),
    "issued_plan_has_number_and_date": (
        lambda: PlanFactory.build(unit=None, status="issued", issued_on=DAY),
        "Kế hoạch đã ban hành phải có số và ngày.",
    ),
    "criterion_points_1_to_100": (
        lambda: CriterionFactory.build(plan=None, max_points=101),
        "Điểm tối đa của một tiêu chí từ 1 đến 100.",
    ),
    "milestone_covers_both_ends": (
        lambda: MilestoneFactory.build(plan=None, covers_to=None),
        "Giai đoạn đánh giá cần đủ hai ngày, ngày cuối không trước ngày đầu.",
    ),
    "assignment_done_has_result": (
        lambda: AssignmentFactory.build(plan=None, unit=None, done_on=DAY),
        "Việc đã hoàn thành phải ghi kết quả.",
    ),
    "assignment_answered_by_another_plan": (
        lambda: AssignmentFactory.build(plan=None, unit=None, plan_id=1, answered_by_id=1),
        "Kế hoạch không thể thực hiện phân công của chính mình.",
    ),
    "progress_up_to_100_percent": (
        lambda: ProgressReportFactory.build(assignment=None, by=None, percent=101),
        "Tỷ lệ đã làm được từ 0 đến 100.",
    ),
    "progress_in_percent_or_words": (
        lambda: ProgressReportFactory.build(assignment=None, by=None, text=""),
        "Hãy ghi tỷ lệ đã làm được hoặc việc đang làm.",
    ),
    "final_progress_has_result": (
        lambda: ProgressReportFactory.build(assignment=None, by=None, percent=100, text="", is_final=True),
        "Việc đã hoàn thành phải ghi kết quả.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_constraint_says_what_is_wrong(db, name):
    build, message = BROKEN[name]

    with pytest.raises(ValidationError) as error:
        build().validate_constraints()

    assert error.value.messages == [message]


@pytest.mark.parametrize(
    ("factory", "broken"),
    [
        (MovementFactory, {"starts_on": DAY, "ends_on": EARLIER}),
        (PlanFactory, {"starts_on": DAY, "ends_on": EARLIER}),
        (PlanFactory, {"status": "issued"}),
        (CriterionFactory, {"max_points": 0}),
        (MilestoneFactory, {"covers_from": DAY, "covers_to": EARLIER}),
        (MilestoneFactory, {"covers_from": None}),
        (AssignmentFactory, {"done_on": DAY}),
        (ProgressReportFactory, {"percent": 101}),
        (ProgressReportFactory, {"text": ""}),
        (ProgressReportFactory, {"text": "", "percent": 100, "is_final": True}),
    ],
)
def test_the_database_refuses_it_too(db, factory, broken):
    with pytest.raises(IntegrityError):
        factory(**broken)


def test_a_section_stands_once_in_a_plan(db):
    section = PlanSectionFactory()

    with pytest.raises(IntegrityError):
        PlanSectionFactory(plan=section.plan)


def test_every_constraint_of_these_models_is_broken_above():
    names = {
        constraint.name
        for model in (
            MovementFactory,
            PlanFactory,
            CriterionFactory,
            MilestoneFactory,
            AssignmentFactory,
            ProgressReportFactory,
        )
        for constraint in model._meta.model._meta.constraints
    }

    assert names == set(BROKEN)


@pytest.mark.parametrize(("day", "running"), [(2020, False), (2021, True), (2025, True), (2026, False)])
def test_a_plan_runs_through_its_period_both_ends_counted(place, day, running):
    plan = PlanFactory(unit=place.district, issued=True)
    on = {2020: "2020-12-31", 2021: "2021-01-01", 2025: "2025-12-31", 2026: "2026-01-01"}[day]

    assert (plan in Plan.objects.running(datetime.date.fromisoformat(on))) is running


@pytest.mark.parametrize("who", ["officer", "head", "members"])
def test_drafts_are_the_offices_own(place, request, desk_of, who):
    person = request.getfixturevalue(who)
    PlanFactory(unit=place.district)
    issued = PlanFactory(unit=place.district, issued=True)

    seen = Plan.objects.visible_to(desk_of(person[0] if who == "members" else person))

    assert list(seen) == [issued]


@pytest.mark.parametrize("who", ["standing", "chairman", "clerk"])
def test_who_writes_signs_and_numbers_sees_the_draft(place, request, desk_of, who):
    draft = PlanFactory(unit=place.district)

    assert list(Plan.objects.visible_to(desk_of(request.getfixturevalue(who)))) == [draft]


def test_years_are_those_of_the_period():
    assert PlanFactory.build(unit=None).years == "2021–2025"
    assert PlanFactory.build(unit=None, ends_on=datetime.date(2021, 12, 31)).years == "2021"
