"""A group of the work list, and the rows that wait in it."""

from dataclasses import dataclass, field

from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils.http import urlencode

SHOWN = 6  # rows of a group; the rest stands on its list
NEVER = Q(pk__in=[])


@dataclass(frozen=True)
class Task:
    label: str
    detail: str
    url: str
    due_on: object = None  # a date, or None
    days_left: int | None = None  # negative: so many days late
    in_working_days: bool = False


@dataclass(frozen=True)
class Group:
    title: str
    tasks: list
    total: int
    url: str  # the whole list
    late: int = field(default=0)

    @property
    def more(self):
        return self.total - len(self.tasks)


def group_of(title, rows, to_task, url, *, today, late=None):
    rows = rows.annotate(all_rows=Window(Count("pk")), late_rows=Window(Count("pk", filter=late or NEVER)))
    shown = list(rows[:SHOWN])
    total, late = (shown[0].all_rows, shown[0].late_rows) if shown else (0, 0)
    return Group(title, [to_task(row, today) for row in shown], total, url, late)


def list_url(name, **query):
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)


def days_until(due_on, today):
    return (due_on - today).days if due_on else None
