"""Forms that anybody may send: what keeps robots out without asking people for more than they came for."""

import datetime
import uuid

from axes.helpers import get_client_ip_address
from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from core.calendar import clock, now

SALT = "core.guarded"
FASTEST = datetime.timedelta(seconds=4)  # nobody reads and fills in a form sooner
LONGEST = datetime.timedelta(days=2)
MOST_FROM_ONE_PLACE = 5  # in an hour
AN_HOUR = datetime.timedelta(hours=1)
AGAIN = "Chưa gửi được. Nội dung còn nguyên; mời xem lại rồi bấm gửi lần nữa."


class GuardedForm(forms.Form):
    """Holds a ticket of the moment at which it was shown, good for one sending, and a trap for robots."""

    ticket = forms.CharField(widget=forms.HiddenInput, required=False)
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request_id = None
        self.initial["ticket"] = new_ticket()

    def clean(self):
        cleaned = super().clean()
        shown = _read(cleaned.get("ticket", ""))
        if shown is None or cleaned.get("website"):
            self._give_a_new_ticket()
            raise ValidationError(AGAIN)
        self.request_id = shown
        return cleaned

    def _give_a_new_ticket(self):
        self.data = self.data.copy()
        self.data["ticket"] = new_ticket()


def new_ticket():
    return signing.dumps({"id": str(uuid.uuid4()), "at": clock().timestamp()}, salt=SALT)


def _read(ticket):
    """The id of the ticket; None for one that is not ours, too old, or too young to be a person's."""
    try:
        told = signing.loads(ticket, salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    age = clock() - datetime.datetime.fromtimestamp(told["at"], datetime.UTC)
    return uuid.UUID(told["id"]) if age >= FASTEST else None


def source_of(request):
    """A keyed digest of the address a request came from: tells senders apart, and not who they are."""
    address = get_client_ip_address(request) or ""
    return salted_hmac(SALT, address).hexdigest()


def is_flooded(rows, source, *, most, **where):
    """Whether in the last hour this source sent its five, or anybody `most` of those that are `where`.

    `rows` have `source` and `sent_at`.
    """
    recent = rows.filter(sent_at__gte=now() - AN_HOUR)
    here, in_all = recent.filter(source=source), recent.filter(**where)
    return here.count() >= MOST_FROM_ONE_PLACE or in_all.count() >= most
