"""An office chases what units owe it: who gets a message, and the one act that sends them."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from campaigns.models import Assignment
from campaigns.reading import working_days_in_words
from campaigns.recipients import Recipient, recipients_of
from core import jobs
from core.calendar import now
from core.deadlines import Deadlines
from core.workflow import TransitionError
from organizations.models import Message, MessageKind
from organizations.notifying import reached_by_email, tell
from organizations.tasks import EMAIL


class ListChanged(TransitionError):
    """What is owed, or who is responsible, is no longer what the person was shown."""


@dataclass(frozen=True)
class Addressee:
    """A person as the page shows them before anything is sent."""

    recipient: Recipient
    items: list  # what the message will name, one for each row
    by_email: bool
    told: Message | None  # the message that the person got today already


@dataclass(frozen=True)
class Urging:
    addressees: list
    orphaned: list  # [(row, item)] of units in which nobody holds a post
    deadlines: Deadlines

    @property
    def to_be_told(self):
        return [addressee for addressee in self.addressees if not addressee.told]

    @property
    def digest(self):
        """What the page showed: the same for the same people and rows, whoever has been told since."""
        pairs = sorted(
            (addressee.recipient.user.pk, row.pk)
            for addressee in self.addressees
            for row in addressee.recipient.rows
        )
        return sha256(repr(pairs).encode()).hexdigest()


def addressed(rows, deadlines, as_item):
    """Whom a message about the rows would reach; `as_item(row, deadlines)` is a row as it is named in it."""
    recipients, orphaned = recipients_of(rows, deadlines.on)
    users = [recipient.user for recipient in recipients]
    reached = reached_by_email(users)
    told = {message.to_id: message for message in Message.objects.filter(to__in=users, day=deadlines.on)}
    addressees = [
        Addressee(
            recipient,
            [as_item(row, deadlines) for row in recipient.rows],
            recipient.user.pk in reached,
            told.get(recipient.user.pk),
        )
        for recipient in recipients
    ]
    return Urging(addressees, [(row, as_item(row, deadlines)) for row in orphaned], deadlines)


@transaction.atomic
def send(record, *, find, compose, label, desk, seen):
    """Send what the page with the digest `seen` showed of `find(record, day)`; the messages sent by this act.

    `compose(record, recipient, deadlines, by=, at=)` makes a message, `label(number of people)` the words of
    the trail. Nobody gets a second message on one day: pressed twice, the second press sends nothing.
    ListChanged when the list is no longer the one that was seen.
    """
    type(record).objects.select_for_update().get(pk=record.pk)
    urging = find(record, desk.on)
    if urging.digest != seen:
        raise ListChanged("Danh sách vừa thay đổi. Mời xem lại danh sách mới rồi gửi.")
    moment = now()
    tell(
        compose(record, addressee.recipient, urging.deadlines, by=desk.user, at=moment)
        for addressee in urging.to_be_told
    )
    sent = Message.objects.filter(day=desk.on, sent_by=desk.user, created_at=moment)
    sent = list(sent.select_related("to").order_by("to__name_key"))
    if sent:
        names = ", ".join(message.to.full_name for message in sent)
        data = {"messages": [message.pk for message in sent]}
        record.log("urge", desk=desk, label=label(len(sent)), note=names, data=data)
        jobs.submit(EMAIL, by=desk.user, day=desk.on.isoformat())
    return sent


# --- Assignments of a plan that are late ---------------------------------------------------------------


def urging_of(plan, on):
    """Whom a press of the button would reach on the day `on`."""
    deadlines = Deadlines(on)
    late = Assignment.objects.filter(plan=plan).late(deadlines).select_related("unit")
    return addressed(list(late.order_by("due_on", "pk")), deadlines, as_item)


def urge(plan, *, desk, seen):
    return send(plan, find=urging_of, compose=urging_message, label=_urged, desk=desk, seen=seen)


def _urged(number):
    return f"Đôn đốc {number} người về việc quá hạn"


def urging_message(plan, recipient, deadlines, *, by, at):
    rows = recipient.rows
    return Message(
        to=recipient.user,
        day=deadlines.on,
        kind=MessageKind.URGING,
        subject=f"Đôn đốc: {len(rows)} nhiệm vụ quá hạn của Kế hoạch số {plan.number_text}",
        text=(
            f"Thường trực Hội đồng Thi đua - Khen thưởng đề nghị đơn vị thực hiện và báo cáo tiến độ các "
            f"nhiệm vụ đã quá hạn của Kế hoạch số {plan.reference}: {plan}."
        ),
        items=[as_item(row, deadlines) for row in rows],
        url=plan.get_absolute_url(),
        sent_by=by,
        created_at=at,
    )


def as_item(assignment, deadlines):
    """An assignment as a message names it."""
    return {
        "label": assignment.task[:300],
        "detail": f"{assignment.unit}, {due_in_words(assignment, deadlines)}",
        "url": assignment.get_absolute_url(),
    }


def due_in_words(row, deadlines):
    return f"hạn {row.due_on:%d/%m/%Y}, {working_days_in_words(deadlines.left(row.due_on))}"
