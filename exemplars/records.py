"""How what is known of a subject is entered, mended and taken out, each time with a trace."""

from django.db import IntegrityError, transaction

from core.calendar import now
from core.once import begun_once
from core.workflow import TransitionError
from exemplars.models import Membership

FIRST = "Vừa có người khác ghi điều này. Mời xem lại."


def enter(record, *, desk, request_id=None, authors=()):
    """Save a new record; the same request saves it once. TransitionError when somebody was first."""

    def begin():
        record.recorded_by, record.recorded_at, record.request_id = desk.user, now(), request_id
        record.save()
        if authors:
            record.authors.set(authors)
        _log(record.trail, "Thêm", record, desk)
        return record

    try:
        return begun_once(type(record).objects, request_id, begin)
    except IntegrityError as error:
        raise TransitionError(FIRST) from error


def change(record, *, seen, desk, authors=()):
    """Collision when somebody saved it since version `seen`, TransitionError when the change is not free."""
    kept = type(record).objects.get(pk=record.pk)
    before, trail = str(kept), set(kept.trail)
    try:
        with transaction.atomic():
            record.save_unless_changed(seen)
            if authors:
                record.authors.set(authors)
            _log(trail | set(record.trail), "Sửa", record, desk, before)
            return record
    except IntegrityError as error:
        raise TransitionError(FIRST) from error


@transaction.atomic
def remove(record, *, desk):
    trail = record.trail
    if type(record).objects.filter(pk=record.pk).delete()[0]:
        _log(trail, "Xóa", record, desk)


@transaction.atomic
def add_members(collective, year, people, *, desk):
    """How many were not members in that year yet, and now are."""
    known = set(collective.members_by_year.filter(year=year).values_list("person", flat=True))
    rows = [
        Membership(collective=collective, person=person, year=year, recorded_by=desk.user)
        for person in people
        if person.pk not in known
    ]
    Membership.objects.bulk_create(rows)
    if rows:
        names = ", ".join(str(row.person) for row in rows)
        collective.log("record", desk=desk, label=f"Thêm thành viên năm {year}", note=names)
    return len(rows)


def _log(trail, act, record, desk, before=""):
    """`before` is what the record said until now; it stands in the trail where that has changed."""
    after = str(record)
    note = f"{before} → {after}" if before not in ("", after) else after
    for kept in trail:
        kept.log("record", desk=desk, label=f"{act} {record._meta.verbose_name}", note=note)
