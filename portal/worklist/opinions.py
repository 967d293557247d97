"""Lists on which the people are asked: remarks that wait for an answer, lists that may be closed."""

from django.db.models import Count, Q

from awards.models import OpinionList
from awards.models.opinion import LIVE
from portal.worklist.group import Task, days_until, group_of, list_url


def _list(row, today):
    detail = row.get_status_display()
    if row.waiting:
        detail = f"{row.waiting} ý kiến chưa trả lời"
    elif row.closes_on and row.closes_on < today:
        detail = "Đủ thời gian, chờ kết thúc"
    return Task(str(row), detail, row.get_absolute_url(), row.closes_on, days_until(row.closes_on, today))


def opinion_lists(desk):
    rows = OpinionList.objects.run_by(desk).filter(status__in=LIVE)
    rows = rows.annotate(waiting=Count("remarks", filter=Q(remarks__answer="")))
    rows = rows.order_by("closes_on", "pk")
    return group_of("Lấy ý kiến Nhân dân", rows, _list, list_url("awards:opinions"), today=desk.on)
