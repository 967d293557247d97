"""What happens to a milestone review where several rows change together."""

from django.db import transaction

from core.calendar import now, today
from core.workflow import TransitionError
from organizations import signing
from organizations.access import successor_office
from reports.figures import figures
from reports.models import MilestoneReview, ReviewSection, ReviewSectionKind
from reports.suggestions import first_texts

OPTIONAL = {ReviewSectionKind.PROPOSALS}
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
    """Number and date the review and freeze its figures: from now on they are shown as they were."""
    if review.can("issue", desk):
        _refuse_before_cut_off(review, "ban hành", on or today())
    signing.issue(review, desk=desk, on=on, figures=figures(review, on))


def _refuse_before_cut_off(review, act, day):
    if day < review.period_to:
        raise TransitionError(
            f"Số liệu tính đến hết ngày {review.period_to:%d/%m/%Y}, chưa thể {act} trước ngày đó."
        )
