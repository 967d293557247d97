"""Messages on their way out: in the portal they are rows, and some go by e-mail as well."""

import datetime
import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from core.calendar import now
from organizations.models import Message, MessageChoice, User

log = logging.getLogger(__name__)


def tell(messages):
    """Keep the messages, but none for a person who has one of that day already."""
    Message.objects.bulk_create(list(messages), ignore_conflicts=True)


def reached_by_email(users):
    """The pks of those who get e-mail too: the portal sends it, they have an address and do not decline."""
    if not settings.SENDS_EMAIL:
        return set()
    pks = [user.pk for user in users]
    declined = MessageChoice.objects.filter(user__in=pks, by_email=False).values("user")
    found = User.objects.filter(pk__in=pks, is_active=True).exclude(email="").exclude(pk__in=declined)
    return set(found.values_list("pk", flat=True))


def email_messages(progress, day):
    """Send what of the day's messages goes by e-mail and was not sent yet; `day` is an ISO date.

    A message is marked before it is sent, so that it never goes out twice: one whose sending was broken off
    is read in the portal alone. One that the mail server refused is sent again with the next attempt.
    """
    waiting = Message.objects.filter(day=datetime.date.fromisoformat(day), emailed_at=None)
    waiting = list(waiting.select_related("to").order_by("pk"))
    reached = reached_by_email([message.to for message in waiting])
    wanted = [message for message in waiting if message.to_id in reached]
    refused = 0
    for done, message in enumerate(wanted, start=1):
        refused += not _send(message)
        progress.step(done, len(wanted), "Đang gửi thư điện tử.")
    if refused:
        raise ConnectionError(f"The mail server refused {refused} messages.")


def _send(message):
    """Whether there is nothing more to do about it."""
    row = Message.objects.filter(pk=message.pk)
    if not row.filter(emailed_at=None).update(emailed_at=now()):
        return True  # another process is at it
    try:
        _as_email(message).send()
    except (SMTPException, OSError) as error:
        log.warning("Message %s could not be sent: %s", message.pk, error)
        row.update(emailed_at=None)
        return False
    return True


def _as_email(message):
    context = {"message": message, "portal": settings.PUBLIC_URL}
    return EmailMessage(
        subject=message.subject,
        body=render_to_string("organizations/message_email.txt", context),
        to=[message.to.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
