"""A district's plan that could be submitted, issued copies of it, and what its edit page sends."""

import datetime

import pytest

from campaigns.editing import Draft
from campaigns.models import MilestoneKind, SectionKind
from tests.factories import (
    AssignmentFactory,
    CriterionFactory,
    MilestoneFactory,
    PlanFactory,
    PlanSectionFactory,
)


def fill(plan, *, assigned_to):
    for kind in SectionKind:
        PlanSectionFactory(plan=plan, kind=kind, body=f"{kind.label} năm 2021.")
    CriterionFactory(plan=plan, text="Có sáng kiến", max_points=40)
    MilestoneFactory(
        plan=plan,
        kind=MilestoneKind.FINAL,
        name="Tổng kết giai đoạn 2021-2025",
        due_on=datetime.date(2025, 11, 30),
        covers_to=datetime.date(2025, 11, 30),
    )
    AssignmentFactory(
        plan=plan, unit=assigned_to, task="Đăng ký mô hình năm 2021", due_on=datetime.date(2024, 2, 29)
    )
    return plan


@pytest.fixture
def draft(place):
    """A draft of the district in which nothing is missing."""
    plan = PlanFactory(
        unit=place.district, title="Nhân rộng điển hình giai đoạn 2021-2025", recipients="- Lưu: VT."
    )
    return fill(plan, assigned_to=place.commune)


@pytest.fixture
def issued(place):
    """The district's issued plan."""
    plan = PlanFactory(
        unit=place.district,
        title="Nhân rộng điển hình giai đoạn 2021-2025",
        recipients="- Lưu: VT.",
        issued=True,
    )
    return fill(plan, assigned_to=place.commune)


@pytest.fixture
def as_typed():
    """as_typed(plan, **changes): what the edit page of the draft sends, with some fields typed anew."""

    def typed(plan, **changes):
        draft = Draft(plan)
        data = {"version": plan.version}
        for part in draft.parts():
            data |= {field.html_name: _value(field) for field in part.form}
        for _, rows in draft.row_sets:
            data |= {field.html_name: _value(field) for field in rows.management_form}
        return {name: value for name, value in (data | changes).items() if value is not None}

    return typed


def _value(field):
    value = field.value()
    if isinstance(value, list):
        return [getattr(one, "pk", one) for one in value]
    if isinstance(value, bool) or value is None:
        return None
    return field.field.widget.format_value(value) if isinstance(value, datetime.date) else value
