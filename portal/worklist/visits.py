"""Visits on the spot that wait for their team, and their records for the standing office."""

from django.db.models import Q

from exemplars.models import Visit, VisitStatus
from organizations.models import Role
from portal.worklist.group import Task, days_until, group_of, list_url


def _to_go(visit, today):
    where = f"{visit.subject} · {visit.exemplar.unit}"
    if visit.status == VisitStatus.RETURNED:
        where = f"Biên bản bị trả lại để bổ sung · {where}"
    left = days_until(visit.planned_on, today)
    return Task(str(visit), where, visit.get_absolute_url(), visit.planned_on, left)


def to_go(desk):
    """Visits of the teams one is in, until their record is sent."""
    rows = Visit.objects.to_write(desk).for_table().order_by("planned_on", "pk")
    url = list_url("exemplars:visits", status="to-go")
    late = Q(planned_on__lt=desk.on)
    return group_of("Cần đi kiểm tra", rows, _to_go, url, today=desk.on, late=late)


def _to_read(visit, today):
    return Task(
        str(visit), f"{visit.get_verdict_display()} · {visit.exemplar.unit}", visit.get_absolute_url()
    )


def to_read(desk):
    rows = Visit.objects.filter(round__unit__in=desk.offices(Role.STANDING), status=VisitStatus.RECORDED)
    rows = rows.for_table().order_by("recorded_at", "pk")
    url = list_url("exemplars:visits", status=VisitStatus.RECORDED)
    return group_of("Biên bản kiểm chứng chờ xem", rows, _to_read, url, today=desk.on)
