"""How an exemplar is helped on, what is taken out of its way, and what it is worth from time to time."""

from django.db import IntegrityError, transaction

from core.calendar import now
from core.once import begun_once
from core.workflow import TransitionError
from exemplars.models import Evaluation, Obstacle, SupportPlan
from organizations.access import PREPARING
from organizations.models import Role


def prepares(exemplar, desk):
    return any(desk.may(role, exemplar.unit) for role in PREPARING)


def follows(exemplar, desk):
    """Whether the person answers for the exemplar: in its unit, or in the office that verifies it."""
    if prepares(exemplar, desk):
        return True
    return desk.has(Role.STANDING) and desk.may(Role.STANDING, exemplar.office)


def begin_support(plan, tasks, *, desk, request_id=None):
    """Save a new plan of support with the tasks of its formset; the same request begins it once."""

    def begin():
        plan.request_id = request_id
        plan.save()
        _save_tasks(plan, tasks)
        plan.exemplar.log("support", desk=desk, label="Lập kế hoạch bồi dưỡng", note=plan.goal)
        return plan

    return begun_once(SupportPlan.objects, request_id, begin)


@transaction.atomic
def change_support(plan, tasks, *, seen, desk):
    """Raises Collision when somebody saved the plan since version `seen`."""
    plan.save_unless_changed(seen)
    _save_tasks(plan, tasks)
    plan.exemplar.log("support", desk=desk, label="Sửa kế hoạch bồi dưỡng")


def _save_tasks(plan, tasks):
    tasks.instance = plan
    for order, form in enumerate(tasks.forms, start=1):
        form.instance.order = order
    tasks.save()


@transaction.atomic
def record_result(task, *, done_on, result, desk):
    """The same result a second time leaves no second trace."""
    if (task.done_on, task.result) == (done_on, result):
        return
    task.done_on, task.result = done_on, result
    task.save(update_fields=["done_on", "result"])
    note = f"{task.task}: {result}"
    task.plan.exemplar.log("support", desk=desk, label="Ghi kết quả việc hỗ trợ", note=note)


def report_obstacle(exemplar, *, desk, request_id=None, **facts):
    def begin():
        obstacle = Obstacle.objects.create(
            exemplar=exemplar, reported_by=desk.user, request_id=request_id, **facts
        )
        exemplar.log("obstacle", desk=desk, label="Báo khó khăn, vướng mắc", note=obstacle.what)
        return obstacle

    return begun_once(Obstacle.objects, request_id, begin)


@transaction.atomic
def remove_obstacle(obstacle, *, removed_on, how, desk):
    """TransitionError when somebody has removed it meanwhile."""
    rows = Obstacle.objects.open().filter(pk=obstacle.pk)
    if not rows.update(removed_on=removed_on, how=how, removed_by=desk.user):
        raise TransitionError("Vướng mắc này đã được ghi là tháo gỡ.")
    obstacle.exemplar.log("obstacle", desk=desk, label="Tháo gỡ khó khăn, vướng mắc", note=how)


def evaluate(evaluation, *, desk, request_id=None):
    """Save what one person finds an exemplar worth on one day; the same request is recorded once.

    TransitionError when somebody else was first on that day.
    """

    def begin():
        evaluation.by, evaluation.recorded_at = desk.user, now()
        evaluation.request_id = request_id
        evaluation.save()
        data = {"on": evaluation.on.isoformat()}
        note = ", ".join(f"{what.lower()} {points}" for what, points, _ground in evaluation.scored)
        evaluation.exemplar.log("evaluate", desk=desk, label="Đánh giá định kỳ", note=note, data=data)
        return evaluation

    try:
        return begun_once(Evaluation.objects, request_id, begin)
    except IntegrityError as error:
        raise TransitionError("Điển hình vừa được người khác đánh giá trong ngày này.") from error
