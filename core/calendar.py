"""Which day it is, and which days are worked.

Every page, rule and test asks here, so that a training portal can live on another day.
"""

import calendar
import datetime

from django.apps import apps
from django.conf import settings
from django.utils import timezone

ONE_DAY = datetime.timedelta(days=1)
ROMAN = ["I", "II", "III", "IV"]


def clock():
    """The real moment, also in training: for leases, sessions and whatever measures time."""
    return datetime.datetime.now(datetime.UTC)


def now():
    """The moment it is for the portal: the training day, if there is one, at the real time of day."""
    local = timezone.localtime(clock())
    if not settings.PORTAL_TODAY:
        return local
    day = datetime.date.fromisoformat(settings.PORTAL_TODAY)
    return local.replace(year=day.year, month=day.month, day=day.day)


def today():
    return now().date()


def is_working_day(day):
    return _works(day, _exceptions(day__exact=day))


def add_working_days(day, count):
    """The count-th working day after `day` (before it, when count is negative); `day` itself for 0."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    exceptions = _exceptions(day__gt=day) if count > 0 else _exceptions(day__lt=day)
    left = abs(count)
    while left:
        day += step
        left -= _works(day, exceptions)
    return day


def working_days_between(start, end):
    """Working days after `start` up to and including `end`; negative when `end` is the earlier one."""
    if end < start:
        return -_working_days_before(end, start)
    exceptions = _exceptions(day__gt=start, day__lte=end)
    days = (start + ONE_DAY * number for number in range(1, (end - start).days + 1))
    return sum(_works(day, exceptions) for day in days)


def _working_days_before(start, end):
    """Working days from `start` up to but excluding `end`: the way back of add_working_days."""
    exceptions = _exceptions(day__gte=start, day__lt=end)
    days = (start + ONE_DAY * number for number in range((end - start).days))
    return sum(_works(day, exceptions) for day in days)


def _exceptions(**days):
    """{day: whether it is worked} of the days that do not follow the week."""
    # By name: the models of this app ask the clock above, so this module cannot import them.
    return dict(apps.get_model("core", "Holiday").objects.filter(**days).values_list("day", "works"))


def _works(day, exceptions):
    return exceptions.get(day, day.weekday() < calendar.SATURDAY)


def vietnamese_date(day):
    """“ngày 05 tháng 02 năm 2026”: a zero before days under 10 and months 1 and 2.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4.
    """
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_date(day):
    """“22/9/2021” as papers are cited: zeros as in `vietnamese_date`."""
    month = f"{day.month:02}" if day.month < 3 else day.month
    return f"{day.day:02}/{month}/{day.year}"


def period_label(start, end):
    """The period in words, both days counted; `end` None means that it is still open."""
    if end is None:
        return f"từ ngày {start:%d/%m/%Y}"
    if _is_whole_months(start, end):
        return _months_label(start, end) or _days_label(start, end)
    return _days_label(start, end)


def _is_whole_months(start, end):
    return start.day == 1 and (end + ONE_DAY).day == 1


def _months_label(start, end):
    """The usual name of a run of whole months, or None where there is none."""
    span = (start.month, end.month)
    if start.year != end.year:
        return f"giai đoạn {start.year}-{end.year}" if span == (1, 12) else None
    if start.month == end.month:
        return f"tháng {start.month} năm {start.year}"
    names = {
        (1, 12): "năm",
        (1, 6): "6 tháng đầu năm",
        (7, 12): "6 tháng cuối năm",
        (1, 9): "9 tháng đầu năm",
    }
    names |= {(3 * number - 2, 3 * number): f"quý {ROMAN[number - 1]} năm" for number in range(1, 5)}
    return f"{names[span]} {start.year}" if span in names else None


def _days_label(start, end):
    if start == end:
        return f"ngày {start:%d/%m/%Y}"
    return f"từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y}"
