"""Entries of contests that an office is to check, and those that a person is to judge."""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from gatherings.models import ContestStatus, Entry, EntryStatus, JudgeScore, RoundEntry
from organizations.models import Role
from portal.worklist.group import Task, group_of, list_url


def _entry(entry, today):
    return Task(str(entry), f"{entry.hero} · {entry.contest}", entry.get_absolute_url())


def to_check(desk):
    rows = Entry.objects.filter(
        contest__unit__in=desk.offices(Role.STANDING),
        contest__status=ContestStatus.OPEN,
        status__in=(EntryStatus.RECEIVED, EntryStatus.ACCEPTED),
    )
    rows = rows.select_related("contest").order_by("sent_at", "pk")
    url = list_url("gatherings:entries", status=EntryStatus.RECEIVED)
    return group_of("Bài dự thi chờ kiểm tra, chờ xác nhận", rows, _entry, url, today=desk.on)


def _judged(row, today):
    contest = row.round.contest
    return Task(
        row.entry.title,
        f"{contest} · {row.round.name.lower()}",
        reverse("gatherings:judging-entry", args=[contest.pk, row.pk]),
    )


def to_judge(desk):
    """Entries of running rounds to which the person has given no points yet."""
    own = JudgeScore.objects.filter(round_entry=OuterRef("pk"), judge__user=desk.user)
    earlier = RoundEntry.round.field.related_model.objects.filter(
        contest=OuterRef("round__contest"), order__lt=OuterRef("round__order"), ended_at=None
    )
    rows = (
        RoundEntry.objects.filter(
            ~Exists(own),
            ~Exists(earlier),
            round__ended_at=None,
            round__contest__status=ContestStatus.JUDGING,
            round__contest__judges__user=desk.user,
        )
        .select_related("entry", "round__contest")
        .order_by("round", "entry__code")
    )
    return group_of("Bài dự thi chờ tôi chấm", rows, _judged, list_url("gatherings:contests"), today=desk.on)
