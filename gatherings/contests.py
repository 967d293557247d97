"""What a contest goes through: rules, judges and rounds, scores, the published result."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import transaction
from django.db.models import Avg, Count, Q

from core.calendar import now, today
from core.workflow import NotYours, TransitionError
from gatherings.models import (
    Contest,
    ContestStatus,
    EntryStatus,
    Judge,
    JudgeScore,
    Round,
    RoundEntry,
)

ROUNDS = (("Sơ khảo", 20), ("Chung khảo", 6))  # of a new contest: name, entries chosen
CENT = Decimal("0.01")


@transaction.atomic
def save_contest(contest, *, judges, rounds, seen, desk):
    """Write the rules, judges and rounds of a contest that is not judged yet; Collision if it changed.

    `rounds` is [(name, places)] in order.
    """
    if contest.status not in (ContestStatus.PREPARING, ContestStatus.OPEN):
        raise TransitionError("Cuộc thi đã chấm, thể lệ không sửa được nữa.")
    if contest.pk:
        contest.save_unless_changed(seen)
    else:
        contest.save()
    contest.judges.exclude(user__in=judges).delete()
    for user in judges:
        Judge.objects.get_or_create(contest=contest, user=user)
    contest.rounds.all().delete()
    Round.objects.bulk_create(
        Round(contest=contest, order=order, name=name, places=places)
        for order, (name, places) in enumerate(rounds, start=1)
    )
    contest.log("edit", desk=desk, label="Ghi thể lệ, ban giám khảo")


def open_contest(contest, *, desk, note=""):
    if contest.can("open", desk) and contest.closes_on < today():
        raise TransitionError("Ngày cuối nhận bài đã qua; hãy sửa thể lệ trước khi mở.")
    contest.move("open", desk=desk, note=note)


@transaction.atomic
def begin_judging(contest, *, desk, note=""):
    """Close the entries; those that were confirmed stand in the first round."""
    if contest.can("judge", desk):
        _refuse_unready(contest)
    contest.move("judge", desk=desk, note=note)
    first = contest.rounds.first()
    entries = contest.entries.filter(status=EntryStatus.CONFIRMED)
    RoundEntry.objects.bulk_create(RoundEntry(round=first, entry=entry) for entry in entries)


def _refuse_unready(contest):
    if not contest.judges.exists() or not contest.rounds.exists():
        raise TransitionError("Cuộc thi chưa có ban giám khảo hoặc vòng chấm.")
    open_ones = contest.entries.filter(status__in=(EntryStatus.RECEIVED, EntryStatus.ACCEPTED)).count()
    if open_ones:
        raise TransitionError(f"Còn {open_ones} bài chưa kiểm tra hoặc chưa được nơi cư trú xác nhận.")
    if not contest.entries.filter(status=EntryStatus.CONFIRMED).exists():
        raise TransitionError("Chưa có bài nào được xác nhận để chấm.")


# --- Judging -----------------------------------------------------------------------------------------


def running_round(contest):
    """The round that is judged now; None before the first and after the last."""
    if contest.status != ContestStatus.JUDGING:
        return None
    return contest.rounds.filter(ended_at=None).first()


@transaction.atomic
def give_score(round_entry, *, user, points, comment=""):
    """One judge's points for one entry; they may be changed while the round runs.

    Raises NotYours for who does not judge, TransitionError once the round has ended.
    """
    contest = round_entry.round.contest
    judge = contest.judges.filter(user=user).first()
    if judge is None:
        raise NotYours("Chỉ giám khảo của cuộc thi được chấm bài.")
    if running_round(contest) != round_entry.round:
        raise TransitionError("Vòng này chưa mở hoặc đã kết thúc.")
    JudgeScore.objects.update_or_create(
        round_entry=round_entry,
        judge=judge,
        defaults={"points": points, "comment": comment, "sent_at": now()},
    )


def readable_scores(round_entry, user):
    """All scores once the user's own is in; before that only the user's own."""
    scores = round_entry.scores.select_related("judge__user").order_by("judge__user__name_key")
    own = scores.filter(judge__user=user)
    return scores if own.exists() else own


def waiting_scores(round_):
    """How many scores are still to come in a round."""
    return (
        round_.contest.judges.count() * round_.entries.count()
        - JudgeScore.objects.filter(round_entry__round=round_).count()
    )


@transaction.atomic
def end_round(round_, *, desk):
    """Rank the entries by the mean of the judges; who shares the last place goes on too.

    The next round holds those that go on. Raises TransitionError while scores are missing.
    """
    round_ = Round.objects.select_for_update().select_related("contest__unit").get(pk=round_.pk)
    if not desk.may(Contest.MOVES["judge"].role, round_.contest.unit):
        raise NotYours("Việc này do thường trực Hội đồng thực hiện.")
    if running_round(round_.contest) != round_:
        raise TransitionError("Vòng này đã kết thúc.")
    if left := waiting_scores(round_):
        raise TransitionError(f"Còn {left} điểm chưa chấm trong vòng này.")
    chosen = _rank(round_)
    Round.objects.filter(pk=round_.pk).update(ended_at=now())
    after = round_.contest.rounds.filter(order__gt=round_.order).first()
    if after:
        RoundEntry.objects.bulk_create(RoundEntry(round=after, entry_id=row.entry_id) for row in chosen)
    round_.contest.log("end_round", desk=desk, label=f"Kết thúc vòng {round_.name.lower()}")


def _rank(round_):
    """Write points and ranks; the rows that go on."""
    rows = list(round_.entries.annotate(mean=Avg("scores__points")))
    for row in rows:
        row.points = Decimal(row.mean).quantize(CENT, rounding=ROUND_HALF_UP)
    for row in rows:
        row.rank = 1 + sum(other.points > row.points for other in rows)
        row.goes_on = row.rank <= round_.places
    RoundEntry.objects.bulk_update(rows, ["points", "rank", "goes_on"])
    return [row for row in rows if row.goes_on]


def last_round(contest):
    return contest.rounds.last()


def publish(contest, *, desk, note=""):
    if contest.can("publish", desk) and contest.rounds.filter(ended_at=None).exists():
        raise TransitionError("Còn vòng chấm chưa kết thúc.")
    contest.move("publish", desk=desk, note=note, published_on=today())


@transaction.atomic
def give_prizes(contest, *, prizes, desk):
    """`prizes` is {entry: name of the prize or ""}, of entries chosen in the last round."""
    if contest.status not in (ContestStatus.JUDGING, ContestStatus.PUBLISHED):
        raise TransitionError("Chỉ ghi giải thưởng sau khi chấm.")
    for entry, prize in prizes.items():
        entry.prize = prize
    type(next(iter(prizes))).objects.bulk_update(prizes, ["prize"])
    contest.log("prizes", desk=desk, label="Ghi giải thưởng")


def with_counts(contests):
    """With `entries_count` and `unchecked_count`, for tables."""
    return contests.select_related("unit").annotate(
        entries_count=Count("entries"),
        unchecked_count=Count("entries", filter=Q(entries__status=EntryStatus.RECEIVED)),
    )
