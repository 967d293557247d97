"""The parts that units send for a review: asked, written, taken, and held against the whole."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import transaction

from core.calendar import today
from core.templatetags.vietnamese import so
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
from reports.spreading import ADOPTIONS, COVERAGE, EVENTS, LABELS

COUNTS = {SUBMITTED: "Số hồ sơ đề nghị", **dict(Outcome.choices), **LABELS}
SUMMED = (SUBMITTED, *LABELS)
WORDS = {  # for what a unit is counted, beside a number
    SUBMITTED: "hồ sơ đề nghị",
    ADOPTIONS: "nơi làm theo",
    EVENTS: "buổi học tập, giao lưu",
    COVERAGE: "tin, bài",
}


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
    without_part: tuple[tuple[str, str], ...]  # (unit, what of it is counted in the whole), asked of nobody
    not_sent: tuple[tuple[str, str], ...]  # the same, its part still to come
    sums: tuple[tuple[str, int, int], ...]  # (figure, in the parts that came, in the whole)

    @property
    def agrees(self):
        return not self.differences and all(sent == total for _, sent, total in self.sums)


def agreement(found, parts):
    """`found`: figures of the review; `parts`: its parts with their units."""
    names, counted = _counted_by_unit(found)
    by_unit = {str(part.unit_id): part for part in parts}
    came = {pk: part for pk, part in by_unit.items() if part.figures}
    sent = {pk: _counted_of(part.figures) for pk, part in came.items()}
    whole = _counted_of(found)
    differences = [
        Difference(str(part.unit), label, sent[pk][key], counted[pk][key])
        for pk, part in came.items()
        for key, label in COUNTS.items()
        if sent[pk][key] != counted[pk][key]
    ]
    return Agreement(
        tuple(differences),
        tuple((name, _in_words(counted[pk])) for pk, name in names.items() if pk not in by_unit),
        tuple(
            (name, _in_words(counted[pk])) for pk, name in names.items() if pk in by_unit and pk not in came
        ),
        tuple((COUNTS[key], sum(row[key] for row in sent.values()), whole[key]) for key in SUMMED),
    )


def _counted_of(found):
    """{key of COUNTS: number} of all that the figures tell; none of what they did not count then."""
    return Counter(found["total"]) + Counter(found.get("spread", {}))


def _counted_by_unit(found):
    """({pk: name}, {pk: Counter}) of the units that the whole counts something for."""
    tables = {table["key"]: table["rows"] for table in found["tables"]}
    names, counted = {}, defaultdict(Counter)
    for row in (*tables.get("unit", ()), *found.get("spread_by_unit", ())):
        names.setdefault(row["value"], row["name"])  # the longer table tells more of one name apart
        counted[row["value"]] += Counter(row["counts"])
    return names, counted


def _in_words(counts):
    """“2 hồ sơ đề nghị, 1 buổi học tập, giao lưu”."""
    return "; ".join(f"{so(counts[key])} {word}" for key, word in WORDS.items() if counts[key])


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
