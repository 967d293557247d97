"""What changes several rows of a plan at once."""

from django.db import IntegrityError, transaction

from campaigns.models import Assignment, Criterion, Milestone, Plan, PlanSection
from campaigns.readiness import gaps
from campaigns.years import opening_year, shift_day, shift_text
from core.calendar import now
from core.workflow import TransitionError
from organizations.access import successor_offices


def begin_plan(draft, *, desk, request_id=None):
    """Keep a new draft; the same `request_id` gives the same one, so that a form sent twice begins one."""
    try:
        with transaction.atomic():
            begun = request_id and Plan.objects.filter(request_id=request_id).first()
            return begun or _begin(draft, desk, request_id)
    except IntegrityError:
        if request_id is None:
            raise
        return Plan.objects.get(request_id=request_id)


def _begin(draft, desk, request_id):
    draft.request_id = request_id
    draft.created_by = draft.edited_by = desk.user
    draft.edited_at = now()
    draft.save()
    draft.log("create", desk=desk, label="Lập dự thảo")
    return draft


def submit_plan(plan, *, desk):
    """Send a draft for signature; TransitionError while something is missing in it."""
    if plan.is_draft and (missing := gaps(plan)):
        raise TransitionError(
            f"Chưa trình ký được, còn thiếu {len(missing)} mục. Mời xem “Trước khi trình ký”."
        )
    plan.move("submit", desk=desk)


@transaction.atomic
def report_result(assignment, *, desk):
    """Keep the result of an assignment with the day it was done, and write it into the plan's history."""
    assignment.save(update_fields=["done_on", "result"])
    label = "Báo hoàn thành phân công" if assignment.done_on else "Cập nhật kết quả phân công"
    note = f"{assignment.unit}: {assignment.task}\n{assignment.result}"
    assignment.plan.log("report", desk=desk, label=label, note=note)


@transaction.atomic
def copy_plan(plan, *, unit, first_year, desk):
    """A new draft of `unit` made of `plan`, every date moved so that its period begins in `first_year`.

    Number, signature and the plan above that it implements are not copied; an assignment goes to the
    unit that went on with the work of the one it was given to.
    """
    years = first_year - opening_year(plan)

    def text(value):
        return shift_text(value, years, since=plan.starts_on.year)

    copy = Plan.objects.create(
        unit=unit,
        title=text(plan.title),
        starts_on=shift_day(plan.starts_on, years),
        ends_on=shift_day(plan.ends_on, years),
        legal_bases=plan.legal_bases,
        recipients=text(plan.recipients),
        copied_from=plan,
        created_by=desk.user,
        edited_by=desk.user,
        edited_at=now(),
    )
    copy.movements.set(plan.movements.open_to(unit).running(copy.starts_on))
    _copy_parts(plan, copy, text)
    _copy_milestones(plan, copy, text, years)
    _copy_assignments(plan, copy, text, years, on=max(copy.starts_on, desk.on))
    copy.log(
        "copy", desk=desk, label="Lập dự thảo từ kế hoạch trước", note=f"{plan.reference}\n{plan}".strip()
    )
    return copy


def _copy_parts(plan, copy, text):
    PlanSection.objects.bulk_create(
        PlanSection(plan=copy, kind=section.kind, body=text(section.body)) for section in plan.sections.all()
    )
    Criterion.objects.bulk_create(
        Criterion(
            plan=copy,
            subject_kind=criterion.subject_kind,
            text=text(criterion.text),
            max_points=criterion.max_points,
            order=criterion.order,
        )
        for criterion in plan.criteria.all()
    )


def _copy_milestones(plan, copy, text, years):
    Milestone.objects.bulk_create(
        Milestone(
            plan=copy,
            kind=milestone.kind,
            name=text(milestone.name),
            due_on=shift_day(milestone.due_on, years),
            covers_from=shift_day(milestone.covers_from, years),
            covers_to=shift_day(milestone.covers_to, years),
            occasion=text(milestone.occasion),
        )
        for milestone in plan.milestones.all()
    )


def _copy_assignments(plan, copy, text, years, *, on):
    assignments = list(plan.assignments.select_related("unit"))
    now_at = successor_offices({assignment.unit for assignment in assignments}, on)
    Assignment.objects.bulk_create(
        Assignment(
            plan=copy,
            unit=now_at[assignment.unit_id],
            task=text(assignment.task),
            partners=text(assignment.partners),
            due_on=shift_day(assignment.due_on, years),
            order=assignment.order,
        )
        for assignment in assignments
    )
