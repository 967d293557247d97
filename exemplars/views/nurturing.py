"""Support of an exemplar, what stands in its way, and its periodic evaluation."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from campaigns.editing import ADD, with_one_more_row
from core.moving import attempt
from core.pages import posted
from core.workflow import Collision
from exemplars.forms.nurturing import (
    EvaluationForm,
    ObstacleForm,
    RemovalForm,
    ResultForm,
    SupportForm,
    task_rows,
)
from exemplars.models import Evaluation, Exemplar, Obstacle, SupportPlan, SupportTask
from exemplars.models.evaluation import SCORES
from exemplars.nurturing import (
    begin_support,
    change_support,
    evaluate,
    follows,
    prepares,
    record_result,
    remove_obstacle,
    report_obstacle,
)
from exemplars.views.acting import back

ASKS = require_http_methods(["GET", "HEAD", "POST"])


def exemplar_for(request, pk, may=follows):
    """404 for what one does not see, 403 for what is others' to do."""
    seen = Exemplar.objects.visible_to(request.desk).select_related("unit", "subject")
    exemplar = get_object_or_404(seen, pk=pk)
    if not may(exemplar, request.desk):
        raise PermissionDenied
    return exemplar


def _form_page(request, template, exemplar, form, **context):
    context |= {"exemplar": exemplar, "form": form, "cancel_url": exemplar.get_absolute_url()}
    return render(request, template, context, status=422 if form.is_bound else 200)


@ASKS
def support_new(request, pk):
    exemplar = exemplar_for(request, pk)
    return _support(request, SupportPlan(exemplar=exemplar), "Lập kế hoạch bồi dưỡng")


@ASKS
def support_edit(request, pk):
    seen = Exemplar.objects.visible_to(request.desk)
    plans = SupportPlan.objects.filter(exemplar__in=seen).select_related("exemplar__unit")
    plan = get_object_or_404(plans, pk=pk)
    if not follows(plan.exemplar, request.desk):
        raise PermissionDenied
    return _support(request, plan, "Sửa kế hoạch bồi dưỡng")


def _support(request, plan, title):
    data, adds = _rows_sent(request)
    form, rows = SupportForm(data, instance=plan), task_rows(data, plan)
    in_order = form.is_bound and not adds and all([form.is_valid(), rows.is_valid()])
    if in_order and _kept(request, form, rows):
        messages.success(request, "Đã lưu kế hoạch bồi dưỡng.")
        return back(request, plan.exemplar)
    context = {"form": form, "rows": rows, "exemplar": plan.exemplar, "title": title}
    context["cancel_url"] = plan.exemplar.get_absolute_url()
    status = 422 if form.is_bound and not adds else 200
    return render(request, "exemplars/support_form.html", context, status=status)


def _rows_sent(request):
    """What was sent, with one more row where that was asked for, and whether it was."""
    data = posted(request)
    if not data or ADD not in data:
        return data, False
    try:
        return with_one_more_row(data), True
    except (KeyError, ValueError) as error:
        raise Http404 from error


def _kept(request, form, rows):
    """Whether the plan was saved; where somebody else was first, the form now says so."""
    plan, sent = form.instance, form.cleaned_data
    if plan.pk is None:
        begin_support(plan, rows, desk=request.desk, request_id=sent["request_id"])
        return True
    try:
        change_support(plan, rows, seen=sent["version"] or 0, desk=request.desk)
    except Collision:
        form.tell_collision()
        return False
    return True


@ASKS
def support_result(request, pk):
    seen = Exemplar.objects.visible_to(request.desk)
    tasks = SupportTask.objects.filter(plan__exemplar__in=seen).select_related("plan__exemplar__unit")
    task = get_object_or_404(tasks, pk=pk)
    if not SupportTask.objects.asked_of(request.desk).filter(pk=pk).exists():
        raise PermissionDenied
    exemplar = task.plan.exemplar
    form = ResultForm(posted(request), instance=SupportTask.objects.get(pk=pk))
    if form.is_bound and form.is_valid():
        act = partial(record_result, task, desk=request.desk, **form.cleaned_data)
        attempt(request, act, "Đã ghi kết quả.")
        return back(request, exemplar)
    context = {"title": f"Kết quả: {task}", "lead": f"Việc hỗ trợ “{exemplar}”. Bên giúp: {task.helped_by}."}
    return _form_page(request, "exemplars/nurture_form.html", exemplar, form, **context)


@ASKS
def obstacle_new(request, pk):
    exemplar = exemplar_for(request, pk, prepares)
    form = ObstacleForm(posted(request))
    if form.is_bound and form.is_valid():
        act = partial(report_obstacle, exemplar, desk=request.desk, **form.cleaned_data)
        attempt(request, act, "Đã báo khó khăn, vướng mắc.")
        return back(request, exemplar)
    context = {"title": "Báo khó khăn, vướng mắc", "save_label": "Báo", "lead": exemplar}
    return _form_page(request, "exemplars/nurture_form.html", exemplar, form, **context)


@ASKS
def obstacle_remove(request, pk):
    seen = Exemplar.objects.visible_to(request.desk)
    obstacles = Obstacle.objects.filter(exemplar__in=seen).select_related("exemplar__unit", "reported_by")
    obstacle = get_object_or_404(obstacles, pk=pk)
    exemplar = obstacle.exemplar
    if not follows(exemplar, request.desk):
        raise PermissionDenied
    form = RemovalForm(posted(request), obstacle=obstacle)
    if form.is_bound and form.is_valid():
        act = partial(remove_obstacle, obstacle, desk=request.desk, **form.cleaned_data)
        attempt(request, act, "Đã ghi tháo gỡ.")
        return back(request, exemplar)
    context = {"title": "Tháo gỡ vướng mắc", "obstacle": obstacle, "save_label": "Ghi đã tháo gỡ"}
    return _form_page(request, "exemplars/nurture_form.html", exemplar, form, **context)


@ASKS
def evaluation_new(request, pk):
    exemplar = exemplar_for(request, pk)
    form = EvaluationForm(posted(request), instance=Evaluation(exemplar=exemplar))
    if form.is_bound and form.is_valid():
        act = partial(evaluate, form.instance, desk=request.desk, request_id=form.cleaned_data["request_id"])
        attempt(request, act, "Đã ghi đánh giá.")
        return back(request, exemplar)
    last = exemplar.evaluations.select_related("by").first()
    context = {
        "title": "Đánh giá định kỳ",
        "lead": exemplar,
        "last": last,
        "questions": [(form[score], form[f"{score}_ground"]) for score in SCORES],
    }
    return _form_page(request, "exemplars/evaluation_form.html", exemplar, form, **context)


def nurture_of(exemplar, desk):
    """What the page of the exemplar shows of its support, its obstacles and its evaluations."""
    return {
        "support_plans": exemplar.support_plans.prefetch_related("tasks__helper_unit"),
        "obstacles": exemplar.obstacles.select_related("reported_by", "removed_by"),
        "evaluations": exemplar.evaluations.select_related("by")[:8],
        "follows": follows(exemplar, desk),
        "prepares": prepares(exemplar, desk),
        "tasks_asked": _tasks_asked(exemplar, desk),
    }


def _tasks_asked(exemplar, desk):
    """The pks of tasks whose result this person may write."""
    tasks = SupportTask.objects.asked_of(desk).filter(plan__exemplar=exemplar)
    return set(tasks.values_list("pk", flat=True))
