"""Dossiers that wait for a person."""

from django.db.models import F, Q

from awards.decisions import undecided
from exemplars.models import Nomination, NominationStatus
from exemplars.models.nomination import waiting_for
from organizations.models import Role
from portal.worklist.group import Task, days_until, group_of, list_url


def _dossier(nomination, today):
    return Task(
        str(nomination),
        f"{nomination.award or 'Chưa chọn hình thức'} · {nomination.unit}",
        nomination.get_absolute_url(),
        nomination.due_on,
        days_until(nomination.due_on, today),
    )


def waiting_dossiers(title, statuses, desk):
    rows = Nomination.objects.visible_to(desk).filter(waiting_for(desk), status__in=statuses)
    rows = rows.select_related("award", "unit", "subject").order_by(F("due_on").asc(nulls_last=True), "pk")
    url = list_url("exemplars:nominations", status=statuses[0] if len(statuses) == 1 else "waiting")
    return group_of(title, rows, _dossier, url, today=desk.on, late=Q(due_on__lt=desk.on))


def drafts(desk):
    """An officer's own drafts: those of the whole subtree stand on the list."""
    return waiting_dossiers("Hồ sơ đang lập", [NominationStatus.DRAFT], desk)


def to_appoint(desk):
    rows = Nomination.objects.held_by(desk, Role.STANDING).filter(status=NominationStatus.APPRAISED)
    rows = rows.select_related("award", "unit", "subject").order_by("received_on", "pk")
    url = list_url("exemplars:nominations", status=NominationStatus.APPRAISED)
    return group_of("Hồ sơ đủ điều kiện, chờ đưa vào phiên họp", rows, _dossier, url, today=desk.on)


def passed(desk):
    rows = undecided(desk.offices(Role.STANDING))
    rows = rows.select_related("award", "unit", "subject").order_by("pk")
    url = list_url("exemplars:nominations", status=NominationStatus.PASSED)
    return group_of("Đã thông qua, chờ soạn quyết định hoặc tờ trình", rows, _dossier, url, today=desk.on)
