"""What plans ask of units, and the milestones that are to be reviewed."""

from django.db.models import F, Q
from django.urls import reverse

from campaigns.models import Assignment
from organizations.access import PREPARING
from organizations.models.unit import within
from portal.worklist.group import Task, days_until, group_of, list_url
from reports.forms import open_milestones


def _assignment(assignment, today):
    return Task(
        assignment.task,
        str(assignment.plan),
        reverse("campaigns:assignment-result", args=[assignment.pk]),
        assignment.due_on,
        days_until(assignment.due_on, today),
    )


def assignments(desk):
    mine = within(desk.paths(*PREPARING), "unit__path")
    rows = Assignment.objects.in_force().filter(mine, done_on=None).select_related("plan", "unit")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
    return group_of(
        "Nhiệm vụ được giao trong kế hoạch",
        rows,
        _assignment,
        list_url("campaigns:plans"),
        today=desk.on,
        late=Q(due_on__lt=desk.on),
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
