"""The office reminds units of the parts of a review that have not come, as it chases the late of a plan."""

from urllib.parse import urlencode

from django.urls import reverse

from campaigns.urging import addressed, due_in_words, send
from core.deadlines import Deadlines
from organizations.models import Message, MessageKind
from reports.models.part import WRITABLE, PartStatus


def urging_of_parts(review, on):
    """Whom a press of the button would reach on the day `on`: of every part that is still to come."""
    missing = review.parts.filter(status__in=WRITABLE).select_related("unit")
    return addressed(list(missing.order_by("due_on", "unit__name_key", "pk")), Deadlines(on), _as_item)


def urge_parts(review, *, desk, seen):
    return send(review, find=urging_of_parts, compose=_message, label=_urged, desk=desk, seen=seen)


def _urged(number):
    return f"Nhắc {number} người về phần báo cáo chưa gửi"


def _message(review, recipient, deadlines, *, by, at):
    return Message(
        to=recipient.user,
        day=deadlines.on,
        kind=MessageKind.URGING,
        subject=f"Nhắc gửi phần báo cáo: {review}"[:200],
        text=(
            f"{review.unit.issuer} đề nghị đơn vị viết và gửi phần của mình trong báo cáo "
            f"{review.milestone.get_kind_display().lower()}: {review}."
        ),
        items=[_as_item(part, deadlines) for part in recipient.rows],
        url=f"{reverse('reports:parts')}?{urlencode({'review': review.pk})}",
        sent_by=by,
        created_at=at,
    )


def _as_item(part, deadlines):
    back = "trả lại để bổ sung, " if part.status == PartStatus.RETURNED else ""
    return {
        "label": f"Phần của {part.unit}"[:300],
        "detail": f"{back}{due_in_words(part, deadlines)}",
        "url": part.get_absolute_url(),
    }
