from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.board import board_of
from campaigns.filters import BoardFilters, silent_since
from campaigns.models import Assignment, AssignmentState, Plan, PlanStatus
from campaigns.models.assignment import SILENT_AFTER
from campaigns.models.plan import PUBLIC
from core.calendar import today
from core.deadlines import Deadlines
from organizations.models import Role


@require_safe
def plan_board(request, pk):
    """How far a plan is: every number leads to its rows."""
    plans = Plan.objects.visible_to(request.desk).filter(status__in=PUBLIC)
    plan = get_object_or_404(plans.select_related("unit", "number__series", "implements"), pk=pk)
    deadlines, since = Deadlines(today()), silent_since(request.GET)
    rows = Assignment.objects.filter(plan=plan).with_state(deadlines, since)
    filters = BoardFilters(request.GET or None, queryset=rows, request=request, plan=plan)
    context = {
        "plan": plan,
        "board": board_of(plan, filters.qs, desk=request.desk, asked=filters.passed_on()),
        "filter": filters,
        "states": AssignmentState.choices,
        "since": since or deadlines.on - SILENT_AFTER,
        "today": deadlines.on,
        "may_urge": plan.status == PlanStatus.ISSUED and request.desk.may(Role.STANDING, plan.unit),
    }
    return render(request, "campaigns/plan_board.html", context)
