"""Who is sent to a conference: proposed within the quota, replaced, taken up from below, seen there."""

from django.db import IntegrityError, transaction
from django.utils.text import capfirst

from core.workflow import TransitionError
from gatherings.models import Conference, ConferenceStatus, Delegate, DelegateStatus, Seat
from gatherings.models.delegate import LIVE
from organizations.models import Role

OPEN = (ConferenceStatus.NOMINATING, ConferenceStatus.CALLED)  # units may propose
TWICE = "Người này đã có trong danh sách đại biểu."
TAKEN_UP = ("kind", "name", "birth_year", "sex", "ethnicity", "worker_group", "position", "represents")


def is_open_for(conference, desk):
    """Whether somebody at this desk may propose: the office while it prepares, units once they are asked."""
    if desk.may(Role.STANDING, conference.unit):
        return conference.is_writable
    return conference.status in OPEN and conference.quotas.used_by(desk).exists()


def used(quota, *, but=None):
    """How many seats of the quota are taken; `but` is not counted."""
    seats = quota.conference.delegates.live().official().filter(unit=quota.unit_id)
    return seats.exclude(pk=but.pk).count() if but and but.pk else seats.count()


def over_quota(delegate, *, but=None):
    """Why the unit cannot send one more official delegate; "" when it can."""
    if delegate.seat != Seat.OFFICIAL:
        return ""
    quota = delegate.conference.quotas.filter(unit=delegate.unit_id).select_related("conference").first()
    if quota is None:
        return f"{capfirst(delegate.unit.name)} không có chỉ tiêu đại biểu tại hội nghị này."
    if used(quota, but=but or delegate) >= quota.number:
        return f"{capfirst(delegate.unit.name)} đã cử đủ {quota.number} đại biểu theo chỉ tiêu."
    return ""


@transaction.atomic
def propose(delegate, *, desk):
    """Save a new delegate; what the office itself enters it has accepted.

    TransitionError over the quota, for one who is there already, and when it is too late.
    """
    _lock(delegate.conference, desk)
    _add(delegate, desk)


@transaction.atomic
def replace(old, new, *, note, desk):
    """Send `new` on the seat of `old`; the office decides about the new one."""
    _lock(old.conference, desk)
    new.replaces, new.seat = old, old.seat
    old.move("replace", desk=desk, note=note)
    _add(new, desk)


def _lock(conference, desk):
    """Of two who take the last seat at once the second is told; what is read is the state of this moment."""
    locked = Conference.objects.select_for_update().get(pk=conference.pk)
    if not is_open_for(locked, desk):
        raise TransitionError("Hội nghị hiện không nhận thêm đại biểu.")


def _add(delegate, desk):
    if said := over_quota(delegate):
        raise TransitionError(said)
    delegate.proposed_by = desk.user
    _once(delegate.save)
    delegate.log("propose", desk=desk, label="Cử đại biểu", after=delegate.status, note=delegate.ground)
    if desk.may(Role.STANDING, delegate.office):
        delegate.move("accept", desk=desk)


def _once(save, *args):
    try:
        with transaction.atomic():
            save(*args)
    except IntegrityError as error:
        raise TransitionError(TWICE) from error


@transaction.atomic
def correct(delegate, *, seen, desk):
    """Save what was mended of one who takes a seat; Collision when somebody saved since version `seen`."""
    _lock(delegate.conference, desk)
    if said := over_quota(delegate):
        raise TransitionError(said)
    _once(delegate.save_unless_changed, seen)
    delegate.log("edit", desk=desk, label="Sửa thông tin đại biểu")


@transaction.atomic
def withdraw(delegate, *, desk):
    """Take back a proposal about which nothing was decided."""
    row = Delegate.objects.filter(pk=delegate.pk, status=DelegateStatus.PROPOSED)
    if not row.exists():
        raise TransitionError("Đại biểu đã được xét; muốn đổi người thì dùng “Thay người khác”.")
    delegate.conference.log("withdraw", desk=desk, label="Rút đại biểu chờ duyệt", note=str(delegate))
    row.delete()


def from_below(conference):
    """Official delegates who were at the conferences below and take no seat at this one."""
    there = conference.delegates.live().exclude(taken_from=None).values("taken_from")
    return (
        Delegate.objects.filter(
            conference__above=conference, status=DelegateStatus.ATTENDED, seat=Seat.OFFICIAL
        )
        .exclude(pk__in=there)
        .select_related("conference__unit", "unit", "subject")
        .order_by("conference__unit__path", "name_key", "pk")
    )


@transaction.atomic
def take_up(conference, delegates, *, desk):
    """Take delegates of the conferences below, each for the unit that held its own; how many were taken.

    TransitionError, and nobody is taken, when one does not fit its quota or is there already.
    """
    _lock(conference, desk)
    for below in delegates:
        facts = {name: getattr(below, name) for name in TAKEN_UP}
        taken = Delegate(
            conference=conference,
            unit=below.conference.unit,
            subject=below.subject,
            taken_from=below,
            standard=below.standard,
            ground=below.ground or f"Đại biểu {below.conference}"[:300],
            **facts,
        )
        _add(taken, desk)
    return len(delegates)


@transaction.atomic
def record_attendance(conference, seen, *, desk):
    """`seen` is {delegate: whether present}; those of whom nothing new is said are left as they are."""
    verbs = {True: ("attend", DelegateStatus.ATTENDED), False: ("miss", DelegateStatus.ABSENT)}
    for delegate, present in seen.items():
        verb, target = verbs[present]
        if delegate.status != target:
            delegate.move(verb, desk=desk)


def is_live(delegate):
    return delegate.status in LIVE
