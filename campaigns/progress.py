"""What units report of their assignments, and the plans by which they answer."""

from django.db import transaction

from campaigns.models import Assignment, Plan, ProgressFile, ProgressReport
from campaigns.services import begin_plan
from core.once import begun_once
from core.stored_files import described, sweep
from core.workflow import TransitionError

FOLDER = "tien-do"
CLOSED = "Kế hoạch đã kết thúc hoặc được thay thế nên không báo cáo tiến độ được nữa."


def report_progress(report, files=(), *, desk, request_id=None):
    """Keep a report with its files; the same `request_id` gives the same one.

    Whether the assignment is done, and its result, follow from the report of the latest day.
    TransitionError once the plan is no longer in force.
    """
    return begun_once(ProgressReport.objects, request_id, lambda: _keep(report, files, desk, request_id))


def _keep(report, files, desk, request_id):
    rows = Assignment.objects.in_force().filter(pk=report.assignment_id)
    if not rows.select_for_update(of=("self",)).exists():
        raise TransitionError(CLOSED)
    report.request_id, report.by = request_id, desk.user
    report.save()
    _keep_files(report, files, desk)
    assignment = report.assignment
    follow_last_report(assignment)
    label = "Báo hoàn thành phân công" if report.is_final else "Báo cáo tiến độ phân công"
    note = (
        f"{assignment.unit}: {assignment.task}\n{report.state_in_words.capitalize()}. {report.text}".strip()
    )
    assignment.plan.log("report", desk=desk, label=label, note=note)
    return report


def _keep_files(report, files, desk):
    known = set()
    for file in files:
        kept = ProgressFile(report=report, uploaded_by=desk.user, **described(file))
        if kept.sha256 not in known:
            kept.save()
        known.add(kept.sha256)


def follow_last_report(assignment):
    last = assignment.reports.first()
    done = last if last and last.is_final else None
    assignment.done_on, assignment.result = (done.on, done.text) if done else (None, "")
    assignment.save(update_fields=["done_on", "result"])


def begin_answer(draft, assignment, *, desk, request_id=None):
    """A draft that carries out the plan which gave the assignment, named there as its answer."""
    draft.implements = assignment.plan
    with transaction.atomic():
        plan = begin_plan(draft, desk=desk, request_id=request_id)
        Assignment.objects.filter(pk=assignment.pk).update(answered_by=plan)
    return plan


def answer_with(assignment, plan, *, desk):
    """Name a plan of the unit as the answer to the assignment, or take the name away with None."""
    with transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(answered_by=plan)
        label = "Gắn kế hoạch thực hiện" if plan else "Bỏ gắn kế hoạch thực hiện"
        told = f"{assignment.unit}: {assignment.task}\n{plan.reference or plan if plan else ''}".strip()
        assignment.plan.log("answer", desk=desk, label=label, note=told)
    assignment.answered_by = plan


def answers_for(assignment):
    """Plans by which the assigned unit, or the one that went on with its work, can answer."""
    units = [assignment.unit_id, *assignment.unit.successions.values_list("successor", flat=True)]
    return Plan.objects.filter(unit__in=units, implements=assignment.plan_id).select_related("number__series")


def sweep_files():
    """Delete files of reports that no row names; returns how many."""
    return sweep(FOLDER, set(ProgressFile.objects.values_list("file", flat=True)))
