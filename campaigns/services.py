"""What changes several rows of a plan at once."""

from django.db import transaction

from campaigns.models import Assignment, Criterion, Milestone, Plan, PlanSection
from campaigns.readiness import gaps
from campaigns.years import opening_year, shift_day, shift_text
from core.calendar import now
from core.once import begun_once
from core.workflow import TransitionError
from organizations import signing
from organizations.access import successor_offices
from organizations.models import Role
from organizations.numbering import remark


def begin_plan(draft, *, desk, request_id=None):
    """Keep a new draft; the same `request_id` gives the same one, so that a form sent twice begins one."""
    return begun_once(Plan.objects, request_id, lambda: _begin(draft, desk, request_id))


def _begin(draft, desk, request_id):
    draft.request_id = request_id
    draft.created_by = draft.edited_by = desk.user
    draft.edited_at = now()
    draft.save()
    draft.log("create", desk=desk, label="Bắt đầu ghi lại" if draft.is_recorded else "Lập dự thảo")
    return draft


def begin_record(plan, *, desk, request_id=None):
    """Keep a plan in the state of recording, to be completed and then let in by `record_plan`.

    Its recorder is the unit itself if the person works there, else the first of the person's offices.
    """
    offices = desk.units(Role.STANDING)
    plan.recorder = plan.unit if desk.may(Role.STANDING, plan.unit) else offices[0]
    return begin_plan(plan, desk=desk, request_id=request_id)


def submit_plan(plan, *, desk):
    """Send a draft for signature; TransitionError while something is missing in it."""
    _refuse_gaps(plan, "trình ký")
    plan.move("submit", desk=desk)


def record_plan(plan, *, desk):
    """Let a recorded plan in, for everybody to see; TransitionError while what was typed is not right."""
    _refuse_gaps(plan, "ghi vào cổng")
    plan.move("record", desk=desk)


@transaction.atomic
def issue_plan(plan, *, desk, on=None):
    """Number and date the plan; the one that it replaces is out of force from then on."""
    signing.issue(plan, desk=desk, on=on)
    if plan.replaces:
        _put_out_of_force(plan.replaces, by=plan, desk=desk)


def _put_out_of_force(older, *, by, desk):
    """Raises TransitionError when the older plan has ended or was replaced meanwhile."""
    told = f"Kế hoạch số {by.reference}"
    try:
        older.move("replace", desk=desk, note=told)
    except TransitionError as error:
        named = older.reference or older
        raise TransitionError(f"Chưa ban hành được. Kế hoạch bị thay thế ({named}): {error}") from error
    if older.number:
        remark(older.number, f"Được thay thế bằng {told}")


def _refuse_gaps(plan, act):
    if plan.is_draft and (missing := gaps(plan)):
        raise TransitionError(f"Chưa {act} được, còn thiếu {len(missing)} mục. Mời xem “Trước khi {act}”.")


def copy_plan(plan, *, unit, first_year, desk, request_id=None):
    """A new draft of `unit` made of `plan`, every date moved so that its period begins in `first_year`.

    The same `request_id` gives the same draft. Number, signature and the plan above that it implements are
    not copied; an assignment goes to the unit that went on with the work of the one it was given to.
    """
    return begun_once(Plan.objects, request_id, lambda: _copy(plan, unit, first_year, desk, request_id))


def _copy(plan, unit, first_year, desk, request_id):
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
        request_id=request_id,
        created_by=desk.user,
        edited_by=desk.user,
        edited_at=now(),
    )
    copy.movements.set(plan.movements.open_to(unit).running(copy.starts_on))
    _copy_parts(plan, copy, text)
    milestones = _copy_milestones(plan, copy, text, years)
    _copy_assignments(plan, copy, text, years, milestones, on=max(copy.starts_on, desk.on))
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
    """{pk of the older plan's milestone: its copy}."""
    older = list(plan.milestones.all())
    copies = Milestone.objects.bulk_create(
        Milestone(
            plan=copy,
            kind=milestone.kind,
            name=text(milestone.name),
            due_on=shift_day(milestone.due_on, years),
            covers_from=shift_day(milestone.covers_from, years),
            covers_to=shift_day(milestone.covers_to, years),
            occasion=text(milestone.occasion),
        )
        for milestone in older
    )
    return {milestone.pk: made for milestone, made in zip(older, copies, strict=True)}


def _copy_assignments(plan, copy, text, years, milestones, *, on):
    assignments = list(plan.assignments.select_related("unit"))
    now_at = successor_offices({assignment.unit for assignment in assignments}, on)
    Assignment.objects.bulk_create(
        Assignment(
            plan=copy,
            unit=now_at[assignment.unit_id],
            milestone=milestones.get(assignment.milestone_id),
            task=text(assignment.task),
            partners=text(assignment.partners),
            due_on=shift_day(assignment.due_on, years),
            order=assignment.order,
        )
        for assignment in assignments
    )
