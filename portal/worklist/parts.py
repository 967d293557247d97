"""Parts of reviews that units owe, and those that an office is to take."""

from django.db.models import Q

from organizations.access import PREPARING
from organizations.models import Role
from organizations.models.unit import within
from portal.worklist.group import Task, days_until, group_of, list_url
from reports.models import PartStatus, ReviewPart
from reports.models.part import WRITABLE


def _part(part, today):
    return Task(
        f"{part.unit}", str(part.review), part.get_absolute_url(), part.due_on, days_until(part.due_on, today)
    )


def owed(desk):
    rows = ReviewPart.objects.filter(within(desk.paths(*PREPARING), "unit__path"), status__in=WRITABLE)
    rows = rows.for_table().order_by("due_on", "pk")
    title, url = "Phần báo cáo sơ kết, tổng kết phải gửi", list_url("reports:parts")
    return group_of(title, rows, _part, url, today=desk.on, late=Q(due_on__lt=desk.on))


def to_take(desk):
    waiting = (PartStatus.SENT, PartStatus.RECALLED)
    rows = ReviewPart.objects.filter(review__unit__in=desk.offices(Role.STANDING), status__in=waiting)
    rows = rows.for_table().order_by("sent_on", "pk")
    url = list_url("reports:parts", status=PartStatus.SENT)
    return group_of("Phần báo cáo của đơn vị chờ tiếp nhận", rows, _part, url, today=desk.on)
