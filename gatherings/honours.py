"""What is handed over on the stage: taken from the award register, in the order of rank, in batches."""

from itertools import groupby

from django.db import transaction

from awards.models import AwardEntry, Decision
from awards.models.decision import PUBLIC
from core.workflow import TransitionError
from gatherings.models import Honour
from gatherings.programme import open_for_writing
from law.models import SubjectKind
from organizations.models import Role
from organizations.models.unit import within

ON_STAGE = 10  # at once, where nothing else is said
AT_MOST_ON_STAGE = 50


def to_hand_over(conference, desk):
    """Awards of the office's territory that count and are on no list of this conference yet."""
    own = within(desk.office_paths(Role.STANDING), "nomination__unit__path")
    return AwardEntry.objects.counting().filter(own).exclude(honours__conference=conference)


def decisions_with_awards(conference, desk):
    """The decisions that gave them, the newest first."""
    entries = to_hand_over(conference, desk)
    decisions = Decision.objects.filter(status__in=PUBLIC, entries__in=entries).distinct()
    return decisions.select_related("unit", "number__series").order_by("-issued_on", "-pk")


def rank(honour):
    """The key by which honours are sorted: higher awards first, then by kind of subject and by name."""
    award, entry = honour.entry.award, honour.entry
    kind = SubjectKind.values.index(entry.nomination.kind)
    return -award.rank, award.code, kind, entry.name_key, honour.pk or 0


def in_order(conference):
    """The honours of a conference as they are called to the stage."""
    rows = conference.honours.select_related(
        "entry__award", "entry__nomination__unit", "entry__decision__number__series", "entry__decision__unit"
    )
    return sorted(rows, key=lambda row: (row.batch, rank(row)))


def batches(conference):
    """[(number, its honours)] in order."""
    found = groupby(in_order(conference), key=lambda row: row.batch)
    return [(number, list(rows)) for number, rows in found]


@transaction.atomic
def add_decision(conference, decision, *, desk):
    """Put all awards of a decision that are still to be handed over on the list; how many."""
    open_for_writing(conference)
    entries = to_hand_over(conference, desk).filter(decision=decision)
    added = Honour.objects.bulk_create(Honour(conference=conference, entry=entry) for entry in entries)
    split(conference)
    conference.log(
        "honours", desk=desk, label="Đưa khen thưởng vào danh sách trao", note=f"{decision}: {len(added)}"
    )
    return len(added)


@transaction.atomic
def take_off(honour, *, desk):
    conference = open_for_writing(honour.conference)
    honour.delete()
    conference.log("honours", desk=desk, label="Bỏ khỏi danh sách trao", note=str(honour))


@transaction.atomic
def split(conference, size=ON_STAGE):
    """Put the honours into batches of at most `size`; another award begins another batch."""
    if not 1 <= size <= AT_MOST_ON_STAGE:
        raise TransitionError(f"Mỗi lượt từ 1 đến {AT_MOST_ON_STAGE} người.")
    rows = sorted(conference.honours.select_related("entry__award", "entry__nomination"), key=rank)
    number = 0
    for _, of_award in groupby(rows, key=lambda row: row.entry.award_id):
        for batch in batched(list(of_award), size):
            number += 1
            for row in batch:
                row.batch = number
    Honour.objects.bulk_update(rows, ["batch"])


@transaction.atomic
def split_again(conference, size):
    open_for_writing(conference)
    split(conference, size)


def batched(rows, size):
    return [rows[start : start + size] for start in range(0, len(rows), size)]


@transaction.atomic
def name_hander(conference, number, name):
    """Who hands over to those of one batch."""
    open_for_writing(conference)
    conference.honours.filter(batch=number).update(handed_by=name)
