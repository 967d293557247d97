"""What plans ask of units, and the milestones that are to be reviewed."""

from functools import partial

from django.db.models import F, Q
from django.urls import reverse

from campaigns.models import Assignment
from core.deadlines import Deadlines
from portal.worklist.group import Task, group_of, list_url
from reports.forms import open_milestones

ASSIGNED = "Nhiệm vụ được giao trong kế hoạch"


def _assignment(deadlines, assignment, _today):
    return Task(
        assignment.task,
        f"{assignment.unit} · {assignment.plan}",
        assignment.get_absolute_url(),
        assignment.due_on,
        deadlines.left(assignment.due_on),
        in_working_days=True,
    )


def assignments(desk):
    deadlines = Deadlines(desk.on)
    rows = Assignment.objects.in_force().given_to(desk).filter(done_on=None).select_related("plan", "unit")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
    return group_of(
        ASSIGNED,
        rows,
        partial(_assignment, deadlines),
        list_url("campaigns:assignments", mine="co"),
        today=desk.on,
        late=Q(due_on__lte=deadlines.last_missed),
    )


def _milestone(milestone, today):
    return Task(
        milestone.name,
        str(milestone.plan),
        f"{reverse('reports:review-new')}?moc={milestone.pk}",
        milestone.due_on,
        milestone.days_left(today),
    )


def milestones(desk):
    """Reviews that one can begin to write, until they are begun."""
    return group_of(
        "Sơ kết, tổng kết đến hạn",
        open_milestones(desk).order_by("due_on", "pk"),
        _milestone,
        reverse("reports:review-new"),
        today=desk.on,
        late=Q(due_on__lt=desk.on),
    )
