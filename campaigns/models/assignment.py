from django.db import models
from django.db.models import Q

from campaigns.models.plan import Plan, PlanStatus
from core.fields import LineField, ProseField
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class AssignmentState(models.TextChoices):
    """How an assignment stands on a day; computed, never stored."""

    DONE = "done", "Đã hoàn thành"
    OVERDUE = "overdue", "Quá hạn"
    DUE = "due", "Sắp đến hạn"
    RUNNING = "running", "Đang thực hiện"


SOON = 30  # days before its end in which an assignment is shown as due


class AssignmentQuerySet(models.QuerySet):
    def in_force(self):
        """Assignments of issued plans: those whose result can be reported."""
        return self.filter(plan__status=PlanStatus.ISSUED)

    def reported_by(self, desk):
        """Assignments in force of the person's units, and of the plans of the person's standing office."""
        mine = within(desk.paths(*PREPARING), "unit__path")
        return self.in_force().filter(mine | Q(plan__unit__in=desk.offices(Role.STANDING)))


class Assignment(models.Model):
    """What the plan asks of one unit, until when (phân công)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments", verbose_name="đơn vị chủ trì")
    task = ProseField("nhiệm vụ")
    partners = LineField("đơn vị phối hợp", max_length=300, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    done_on = models.DateField("hoàn thành ngày", null=True, blank=True)
    result = ProseField("kết quả", blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(result=""),
                name="assignment_done_has_result",
                violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
            )
        ]

    def __str__(self):
        return f"{self.unit}: {self.task[:60]}"

    def days_left(self, on):
        """Days from `on` to the due day; negative once it is late, None where there is no due day."""
        return (self.due_on - on).days if self.due_on else None

    def state(self, on):
        left = self.days_left(on)
        if self.done_on:
            return AssignmentState.DONE
        if left is None or left > SOON:
            return AssignmentState.RUNNING
        return AssignmentState.OVERDUE if left < 0 else AssignmentState.DUE
