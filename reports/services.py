"""What happens to a milestone review where several rows change together."""

from django.db import transaction
from django.db.models import F

from core.calendar import now, today
from core.workflow import TransitionError
from organizations import signing
from organizations.access import successor_office
from organizations.numbering import remark
from reports.figures import figures
from reports.models import MilestoneReview, ReviewSection, ReviewSectionKind
from reports.suggestions import first_texts

OPTIONAL = {ReviewSectionKind.PROPOSALS}
COPIED = ("plan", "milestone", "title", "period_from", "period_to", "addressees", "recipients", "urgency")
RECIPIENTS = "Các cơ quan, đơn vị liên quan;\nLưu: VT."


@transaction.atomic
def start_review(milestone, *, desk):
    """A draft by the office that goes on with the plan, its parts begun from the figures."""
    plan = milestone.plan
    review = MilestoneReview.objects.create(
        unit=successor_office(plan.unit, today()),
        plan=plan,
        milestone=milestone,
        title=_title(milestone),
        period_from=milestone.covers_from or plan.starts_on,
        period_to=milestone.covers_to or milestone.due_on,
        recipients=RECIPIENTS,
        created_by=desk.user,
    )
    texts = first_texts(review, figures(review))
    write_sections(review, {kind: texts.get(kind, "") for kind in ReviewSectionKind})
    review.log("create", desk=desk, label="Lập dự thảo báo cáo")
    return review


def _title(milestone):
    title = milestone.plan.title
    return f"{milestone.get_kind_display()} việc {title[:1].lower()}{title[1:]}"[:400]


@transaction.atomic
def start_replacement(older, *, desk, note):
    """A draft that takes the place of an issued review once it is issued itself.

    It begins with the older one's words; the parts of units go on in it as they stand, and its figures
    are those of today. TransitionError when another has been begun.
    """
    older.move("begin_replacing", desk=desk, note=note)
    if MilestoneReview.objects.filter(replaces=older).exists():
        raise TransitionError("Báo cáo thay thế đã được lập.")
    review = MilestoneReview.objects.create(
        unit=successor_office(older.unit, today()),
        replaces=older,
        created_by=desk.user,
        **{name: getattr(older, name) for name in COPIED},
    )
    write_sections(review, {section.kind: section.body for section in older.sections.all()})
    older.parts.update(review=review, version=F("version") + 1)
    review.log("create", desk=desk, label=f"Lập dự thảo thay thế Báo cáo số {older.reference}", note=note)
    return review


@transaction.atomic
def save_draft(review, *, sections, seen, by):
    """Write the head of a draft and the given parts; Collision when somebody else saved since `seen`."""
    review.edited_by, review.edited_at = by, now()
    review.save_unless_changed(seen)
    write_sections(review, sections)


def write_sections(review, bodies):
    ReviewSection.objects.bulk_create(
        [ReviewSection(review=review, kind=kind, body=body) for kind, body in bodies.items()],
        update_conflicts=True,
        unique_fields=["review", "kind"],
        update_fields=["body"],
    )


def unwritten(review):
    """The parts without which a review cannot be submitted."""
    written = {section.kind for section in review.sections.all() if section.body}
    return [kind for kind in ReviewSectionKind if kind not in written | OPTIONAL]


def submit_review(review, *, desk, note=""):
    if review.can("submit", desk) and (missing := unwritten(review)):
        names = ", ".join(f"“{kind.label}”" for kind in missing)
        raise TransitionError(f"Chưa trình ký được, còn phần chưa viết: {names}.")
    if review.can("submit", desk):
        _refuse_before_cut_off(review, "trình ký", today())
    review.move("submit", desk=desk, note=note)


@transaction.atomic
def issue_review(review, *, desk, on=None):
    """Number and date the review and freeze its figures: from now on they are shown as they were.

    The review that it replaces is out of force, and no part is ahead of what has been issued.
    """
    if review.can("issue", desk):
        _refuse_before_cut_off(review, "ban hành", on or today())
    signing.issue(review, desk=desk, on=on, figures=figures(review, on))
    if review.replaces:
        _put_out_of_force(review.replaces, by=review, desk=desk)
    review.parts.filter(changed_after_issue=True).update(changed_after_issue=False)


def _put_out_of_force(older, *, by, desk):
    told = f"Báo cáo số {by.reference}"
    older.move("replace", desk=desk, note=told)
    remark(older.number, f"Được thay thế bằng {told}")


def _refuse_before_cut_off(review, act, day):
    if day < review.period_to:
        raise TransitionError(
            f"Số liệu tính đến hết ngày {review.period_to:%d/%m/%Y}, chưa thể {act} trước ngày đó."
        )
