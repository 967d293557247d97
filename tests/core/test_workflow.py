"""The door: what it lets through, what it refuses, and that there is no other."""

import ast
from pathlib import Path

import pytest

from campaigns.models import Plan, PlanStatus
from core.models import Event
from core.workflow import Collision, NotYours, TransitionError
from organizations.access import Desk
from tests.factories import EventFactory, PlanFactory
from tests.ours import OURS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def plan(place):
    return PlanFactory(unit=place.district)


def test_a_move_changes_the_state_and_leaves_one_event(plan, standing):
    plan.move("submit", desk=Desk(standing), note="Kính trình")

    (event,) = plan.history
    assert Plan.objects.get(pk=plan.pk).status == plan.status == PlanStatus.FOR_SIGNATURE
    assert (event.verb, event.from_status, event.to_status) == ("submit", "draft", "for_signature")
    assert (event.by, event.by_title, event.note) == (
        standing,
        "Trưởng phòng Nội vụ, huyện Gò Thử",
        "Kính trình",
    )
    assert (event.about, event.record_url) == (plan.title, plan.get_absolute_url())


def test_what_the_table_does_not_name_is_refused(plan, chairman):
    with pytest.raises(TransitionError, match="đang ở trạng thái “Dự thảo”"):
        plan.move("sign", desk=Desk(chairman))

    assert not Event.objects.exists()


def test_another_role_and_another_office_are_refused(plan, officer, stranger):
    for person in (officer, stranger):
        with pytest.raises(NotYours):
            plan.move("submit", desk=Desk(person))

    assert Plan.objects.get(pk=plan.pk).status == PlanStatus.DRAFT


def test_of_two_who_act_at_once_one_succeeds(plan, standing):
    other = Plan.objects.get(pk=plan.pk)

    plan.move("submit", desk=Desk(standing))
    with pytest.raises(TransitionError, match="Vừa có người khác xử lý"):
        other.move("submit", desk=Desk(standing))

    assert plan.history.count() == 1


def test_a_move_that_asks_for_a_reason_is_refused_without(plan, standing, chairman):
    plan.move("submit", desk=Desk(standing))

    with pytest.raises(TransitionError, match="lý do"):
        plan.move("give_back", desk=Desk(chairman), note="  ")


def test_only_open_moves_of_the_own_desk_have_a_button(plan, standing, chairman):
    assert list(plan.open_moves(Desk(standing))) == ["submit"]
    assert list(plan.open_moves(Desk(chairman))) == []


def test_the_second_to_save_a_draft_is_told(plan):
    other = Plan.objects.get(pk=plan.pk)
    plan.title, other.title = "Bản của người thứ nhất", "Bản của người thứ hai"

    plan.save_unless_changed(1)
    with pytest.raises(Collision):
        other.save_unless_changed(1)

    assert Plan.objects.get(pk=plan.pk).title == "Bản của người thứ nhất"


def test_saving_a_draft_never_writes_its_state(plan, standing):
    stale = Plan.objects.get(pk=plan.pk)
    plan.move("submit", desk=Desk(standing))

    stale.save_unless_changed(plan.version)

    assert Plan.objects.get(pk=plan.pk).status == PlanStatus.FOR_SIGNATURE


def test_the_audit_trail_only_grows(db):
    event = EventFactory()

    for change in (
        event.save,
        event.delete,
        Event.objects.all().delete,
        lambda: Event.objects.update(note="x"),
    ):
        with pytest.raises(TypeError, match="append-only"):
            change()


def writes_status(node):
    """Whether a node assigns `.status`, or passes `status=` to update()."""
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Attribute) and target.attr == "status" for target in node.targets)
    updates = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update"
    return updates and any(keyword.arg == "status" for keyword in node.keywords)


def test_nothing_but_the_door_writes_a_state():
    modules = [path for app in OURS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]

    writers = {
        str(path.relative_to(ROOT))
        for path in modules
        if any(writes_status(node) for node in ast.walk(ast.parse(path.read_text())))
    }

    assert writers == {"core/workflow.py"}
