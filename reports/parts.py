"""The parts that units send for a review: asked, written, taken, and held against the whole."""

from dataclasses import dataclass

from django.db import transaction

from core.calendar import today
from core.workflow import TransitionError
from reports.figures import SUBMITTED, Outcome, figures_of, units_below
from reports.models import (
    MilestoneReview,
    PartSection,
    PartStatus,
    ReviewPart,
    ReviewSection,
)
from reports.services import write_sections

COUNTS = {SUBMITTED: "Số hồ sơ đề nghị", **dict(Outcome.choices)}


def units_to_ask(review):
    """Units below the plan's, and those that its assignments name, that have not been asked yet."""
    assigned = review.plan.assignments.values("unit")
    asked = review.parts.values("unit")
    below = units_below(review)
    named = below.model.objects.filter(pk__in=assigned, path__startswith=review.plan.unit.path)
    return (below | named.exclude(pk=review.plan.unit_id).order_by(*below.query.order_by)).exclude(
        pk__in=asked
    )


@transaction.atomic
def ask_for_parts(review, *, units, due_on, desk):
    """Ask the units for their parts; who was asked already keeps the day that was set then."""
    known = set(review.parts.values_list("unit", flat=True))
    parts = [ReviewPart(review=review, unit=unit, due_on=due_on) for unit in units if unit.pk not in known]
    ReviewPart.objects.bulk_create(parts, ignore_conflicts=True)
    if parts:
        review.log(
            "ask",
            desk=desk,
            label="Yêu cầu đơn vị gửi báo cáo",
            note=f"{len(parts)} đơn vị, hạn {due_on:%d/%m/%Y}",
        )
    return len(parts)


@transaction.atomic
def save_part(part, *, bodies, seen):
    """Write a part that is not sent: `bodies` is {section kind: text}. Raises Collision."""
    part.save_unless_changed(seen)
    PartSection.objects.bulk_create(
        [PartSection(part=part, kind=kind, body=body) for kind, body in bodies.items()],
        update_conflicts=True,
        unique_fields=["part", "kind"],
        update_fields=["body"],
    )


def send_part(part, *, desk, note=""):
    """Send it with the figures of this moment; TransitionError while nothing is written in it."""
    if part.can("send", desk) and not any(section.body for section in part.sections.all()):
        raise TransitionError("Chưa gửi được: đơn vị chưa viết nội dung nào.")
    figures = figures_of(part.review, part.unit)
    _move(part, "send", desk=desk, note=note, figures=figures, sent_on=today())


def take_part(part, *, desk, note=""):
    _move(part, "take", desk=desk, note=note)


def give_part_back(part, *, desk, note=""):
    _move(part, "give_back", desk=desk, note=note)


def recall_part(part, *, desk, note=""):
    _move(part, "recall", desk=desk, note=note)


@transaction.atomic
def _move(part, verb, *, desk, note, **fields):
    """A move after the issue is marked: the issued report stays as it is, and both sides see why."""
    review = MilestoneReview.objects.select_for_update().get(pk=part.review_id)
    if review.is_public:
        fields["changed_after_issue"] = True
    part.move(verb, desk=desk, note=note, **fields)


# --- Held against the whole --------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """A figure of a unit that is not what the review counts for it now."""

    unit: str
    figure: str
    sent: int
    counted: int

    @property
    def gap(self):
        return self.counted - self.sent


@dataclass(frozen=True)
class Agreement:
    """How parts and whole agree; by construction they do, unless records changed after a part was sent."""

    differences: tuple[Difference, ...]
    without_part: tuple[tuple[str, int], ...]  # (unit, dossiers) counted in the whole, asked of nobody
    not_sent: tuple[tuple[str, int], ...]  # (unit, dossiers) counted in the whole, part still to come
    sent_total: int  # dossiers in the parts that came
    total: int  # dossiers in the whole

    @property
    def agrees(self):
        return self.sent_total == self.total and not self.differences


def agreement(found, parts):
    """`found`: figures of the review; `parts`: its parts with their units."""
    rows = {row["value"]: row for table in found["tables"] if table["key"] == "unit" for row in table["rows"]}
    by_unit = {str(part.unit_id): part for part in parts}
    came = {pk: part for pk, part in by_unit.items() if part.figures}
    nothing = dict.fromkeys(COUNTS, 0)
    differences = [
        Difference(str(part.unit), label, part.figures["total"][key], counts[key])
        for pk, part in came.items()
        for counts in [rows[pk]["counts"] if pk in rows else nothing]
        for key, label in COUNTS.items()
        if part.figures["total"][key] != counts[key]
    ]
    return Agreement(
        tuple(differences),
        tuple((row["name"], row["counts"][SUBMITTED]) for pk, row in rows.items() if pk not in by_unit),
        tuple(
            (row["name"], row["counts"][SUBMITTED])
            for pk, row in rows.items()
            if pk in by_unit and pk not in came
        ),
        sum(part.figures["total"][SUBMITTED] for part in came.values()),
        found["total"][SUBMITTED],
    )


def tallied(parts, on):
    """[(status value, label, how many)] of all states, and how many are late."""
    counts = dict.fromkeys(PartStatus, 0)
    for part in parts:
        counts[PartStatus(part.status)] += 1
    late = sum(part.status in (PartStatus.ASKED, PartStatus.RETURNED) and part.due_on < on for part in parts)
    return [(status.value, status.label, count) for status, count in counts.items()], late


@transaction.atomic
def insert_part(review, section, *, seen, by):
    """Put the words of a part below what the review's section holds; False when they stand there already.

    Raises Collision when somebody else saved the review since `seen`.
    """
    kept, _ = ReviewSection.objects.get_or_create(review=review, kind=section.kind)
    words = f"{section.part.unit.name[:1].upper()}{section.part.unit.name[1:]}:\n{section.body}"
    if words in kept.body:
        return False
    review.edited_by = by
    review.save_unless_changed(seen)
    write_sections(review, {section.kind: f"{kept.body}\n{words}".strip()})
    return True
