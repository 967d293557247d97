"""Daily reminders: who has work whose day is near or past, and one message for all that waits for them."""

import datetime

from django.conf import settings

from campaigns.models import Assignment
from campaigns.recipients import recipients_of
from campaigns.urging import as_item
from core import jobs
from core.calendar import now, today
from core.deadlines import Deadlines
from core.models import Job
from law.choosing import find_parameter
from law.models import ParameterKey
from organizations.access import Desk
from organizations.models import Message, MessageChoice, MessageKind
from organizations.models.message import MOST_DAYS_BEFORE
from organizations.notifying import email_messages, tell
from portal import worklist
from portal.worklist.plans import ASSIGNED

KIND = "portal.remind"
DAYS_BEFORE, DAYS_BETWEEN = 5, 5  # working days, where the catalogue names none
AT_ONCE = 50  # messages written together


def ask_for_reminders():
    """Submit the day's reminders once, on a working day from the hour that is set."""
    day = today()
    is_early = now().hour < settings.REMIND_FROM_HOUR
    if is_early or not Deadlines(day).calendar.works(day) or _was_asked(day):
        return None
    return jobs.submit(KIND, day=day.isoformat())


def _was_asked(day):
    return Job.objects.filter(kind=KIND, params__day=day.isoformat()).exists()


def remind(progress, day):
    """Write the messages of the day (an ISO date) and send those that go by e-mail; may run again."""
    on = datetime.date.fromisoformat(day)
    deadlines = Deadlines(on)
    waiting = to_be_reminded(on, deadlines)
    told = set(Message.objects.filter(day=on).values_list("to", flat=True))
    people = [person for person in waiting if person.user.pk not in told]
    for start in range(0, len(people), AT_ONCE):
        batch = people[start : start + AT_ONCE]
        tell(message_for(person, deadlines, _others(person.user, on)) for person in batch)
        progress.step(min(start + AT_ONCE, len(people)), len(people), "Đang soạn thông báo.")
    email_messages(progress, day)


def to_be_reminded(on, deadlines):
    """Recipients for one of whose assignments this is a day to be reminded, with those near or late."""
    near = deadlines.calendar.add(on, MOST_DAYS_BEFORE)
    rows = Assignment.objects.in_force().filter(done_on=None, due_on__lte=near)
    recipients, _orphaned = recipients_of(list(rows.select_related("unit", "plan").order_by("due_on")), on)
    users = [recipient.user for recipient in recipients]
    chosen = dict(MessageChoice.objects.filter(user__in=users).values_list("user", "days_before"))
    usual, between, missed = days_before(on), _days_between(on), _missed(on, deadlines.calendar)
    found = []
    for recipient in recipients:
        before = chosen.get(recipient.user.pk) or usual
        left = {row: deadlines.left(row.due_on) for row in recipient.rows}
        if any(_is_a_day_for(days, before, between, missed) for days in left.values()):
            recipient.rows = [row for row, days in left.items() if days <= before]
            found.append(recipient)
    return found


def _is_a_day_for(left, before, between, missed=0):
    """Whether one is told of it: ahead, on the day, the day after, and then every `between` days.

    Also when that would have been on one of the `missed` days just before.
    """
    return any(
        days in (before, 0) or (days < 0 and (-days - 1) % between == 0)
        for days in range(left, left + missed + 1)
    )


def _missed(on, calendar):
    """How many working days just before `on` saw no reminders, since the last that were sent.

    None where reminders were never sent, and at most those of a month.
    """
    sent = Job.objects.filter(kind=KIND, state=Job.State.DONE).exclude(params__day=on.isoformat())
    last = sent.order_by("-pk").values_list("params__day", flat=True).first()
    if last is None:
        return 0
    since = calendar.between(datetime.date.fromisoformat(last), on) - 1
    return min(max(since, 0), MOST_DAYS_BEFORE)


def days_before(on):
    """Working days before a due day on which people are reminded who chose no other."""
    return _number(ParameterKey.REMIND_BEFORE, on, DAYS_BEFORE)


def _days_between(on):
    return _number(ParameterKey.REMIND_AGAIN, on, DAYS_BETWEEN)


def _number(key, on, otherwise):
    found = find_parameter(key, on)
    return max(1, found.integer) if found else otherwise


def message_for(recipient, deadlines, others=()):
    """One message for all that waits: the assignments one by one, the `others` (groups) in a sentence."""
    rows = sorted(recipient.rows, key=lambda row: (row.due_on, row.pk))
    late = sum(deadlines.left(row.due_on) < 0 for row in rows)
    return Message(
        to=recipient.user,
        day=deadlines.on,
        kind=MessageKind.REMINDER,
        subject=subject(late, len(rows) - late),
        text=_text(others),
        items=[as_item(row, deadlines) for row in rows],
        url=rows[0].get_absolute_url(),
    )


def subject(late, near):
    parts = [f"{late} nhiệm vụ quá hạn"] if late else []
    parts += [f"{near} nhiệm vụ sắp đến hạn"] if near else []
    return f"Nhắc việc: {', '.join(parts)}"


def _text(others):
    text = "Mời thực hiện và báo cáo tiến độ các nhiệm vụ dưới đây trên cổng thông tin."
    if others:
        named = "; ".join(f"{group.title.lower()} ({group.total})" for group in others)
        text += f"\n\nViệc khác cũng đang chờ: {named}."
    return text


def _others(user, on):
    """What else is on the person's work list."""
    return [group for group in worklist.groups(Desk(user, on)) if group.title != ASSIGNED]
