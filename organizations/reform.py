"""The end of a unit when units are merged, divided or dissolved, and who goes on with its work."""

import datetime

from django.db import transaction
from django.db.models import Q

from core.workflow import TransitionError
from organizations.models import Post, Succession, Unit

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def end_unit(unit, on, successors=(), *, files_to=None, subtree=False, legal_basis=""):
    """From the day `on` the successors stand in for `unit`, whose last day is the day before.

    Its posts end with it. All successors take over its files, or only those in `files_to`. With
    `subtree` the units below it that still exist end too, without successors of their own.
    Raises TransitionError, and changes nothing, when the unit does not exist on its last day, a successor
    does not on its first, a post would begin later, or units below it would be left behind.
    """
    last_day = on - ONE_DAY
    ending = _ending(unit, on, subtree=subtree)
    _refuse_unless_open(unit, last_day, successors, on)
    _end_posts(ending, last_day)
    Unit.objects.filter(pk__in=ending).update(ends_on=last_day)
    Unit.objects.filter(pk=unit.pk).update(legal_basis=legal_basis or unit.legal_basis)
    unit.refresh_from_db()
    heirs = successors if files_to is None else files_to
    return Succession.objects.bulk_create(
        Succession(predecessor=unit, successor=heir, on=on, takes_files=heir in heirs) for heir in successors
    )


def _ending(unit, on, *, subtree):
    """Ids of the units that end: the unit, and those below it that would outlive it."""
    below = Unit.objects.get_descendants(unit).filter(Q(ends_on=None) | Q(ends_on__gte=on))
    if below and not subtree:
        names = ", ".join(str(child) for child in below[:3])
        raise TransitionError(
            f"{unit} còn đơn vị trực thuộc đang hoạt động ({names}). "
            "Hãy kết thúc các đơn vị đó trước, hoặc chọn kết thúc cả đơn vị trực thuộc."
        )
    if later := [child for child in below if child.starts_on >= on]:
        raise TransitionError(f"{later[0]} bắt đầu hoạt động sau ngày {unit} kết thúc, không thể trực thuộc.")
    return [unit.pk, *(child.pk for child in below)]


def _refuse_unless_open(unit, last_day, successors, on):
    if unit.ends_on or last_day < unit.starts_on:
        raise TransitionError(
            f"{unit} đã có ngày kết thúc, hoặc chưa hoạt động vào ngày {last_day:%d/%m/%Y}."
        )
    for heir in successors:
        if heir.pk == unit.pk:
            raise TransitionError(f"{unit} không thể kế thừa chính mình.")
        if not heir.exists_on(on):
            raise TransitionError(f"{heir} không hoạt động vào ngày {on:%d/%m/%Y} nên không kế thừa được.")


def _end_posts(units, last_day):
    posts = Post.objects.filter(Q(ends_on=None) | Q(ends_on__gt=last_day), unit__in=units)
    if late := posts.filter(starts_on__gt=last_day).select_related("user").first():
        raise TransitionError(
            f"Chức trách của {late} bắt đầu ngày {late.starts_on:%d/%m/%Y}, sau khi đơn vị kết thúc. "
            "Hãy sửa chức trách đó trước."
        )
    posts.update(ends_on=last_day)
