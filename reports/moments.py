"""The state in which a record was at the end of a day, as the audit trail tells it."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.db.models.lookups import In
from django.utils import timezone

from core.calendar import ONE_DAY
from core.models import Event


def stood_in(model, states, day):
    """A condition on rows of `model`: the last event up to the end of that day led to one of `states`."""
    night = timezone.make_aware(datetime.datetime.combine(day + ONE_DAY, datetime.time.min))
    kind = ContentType.objects.get_for_model(model)
    events = Event.objects.filter(content_type=kind, object_id=OuterRef("pk"), at__lt=night)
    last = Subquery(events.exclude(to_status="").order_by("-at", "-pk").values("to_status")[:1])
    return In(last, list(states))
