"""Forms that are sent twice: a double click, a reload, an impatient second try."""

from django.db import IntegrityError, transaction


def begun_once(rows, request_id, begin):
    """What `begin()` makes, or the one of `rows` that an earlier request with this `request_id` made.

    The column must be unique; where it is, two requests at the same moment get the same row. Without an
    id (None) each call makes a new row.
    """
    asked = rows.filter(request_id=request_id) if request_id else rows.none()
    try:
        with transaction.atomic():
            return asked.first() or begin()
    except IntegrityError:
        if begun := asked.first():
            return begun
        raise
