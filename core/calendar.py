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
    return WorkingDays(day__exact=day).works(day)


def add_working_days(day, count):
    """The count-th working day after `day` (before it, when count is negative); `day` itself for 0."""
    known = WorkingDays(day__gt=day) if count > 0 else WorkingDays(day__lt=day)
    return known.add(day, count)


def working_days_between(start, end):
    """Working days after `start` up to and including `end`; negative when `end` is the earlier one."""
    return WorkingDays(day__gte=min(start, end), day__lte=max(start, end)).between(start, end)


class WorkingDays:
    """The working days, read in one query, for whoever counts the days of many rows.

    `only` (lookups on Holiday) narrows what is read to the days that will be asked about.
    """

    def __init__(self, **only):
        # By name: the models of this app ask the clock above, so this module cannot import them.
        rows = apps.get_model("core", "Holiday").objects.filter(**only)
        self.exceptions = dict(rows.values_list("day", "works"))  # days that do not follow the week

    def works(self, day):
        return self.exceptions.get(day, _is_weekday(day))

    def add(self, day, count):
        """As `add_working_days`."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.works(day)
        return day

    def between(self, start, end):
        """As `working_days_between`: the way back of `add`."""
        if end < start:
            return -self._count(end, start - ONE_DAY)
        return self._count(start + ONE_DAY, end)

    def worked_or_next(self, day):
        """When a term ends whose last day is `day`: that day if it is worked, else the next that is.

        Căn cứ: Bộ luật Dân sự 91/2015/QH13, điều 148 khoản 5.
        """
        return day if self.works(day) else self.add(day, 1)

    def _count(self, first, last):
        """Working days from `first` to `last`, both counted."""
        weeks, rest = divmod((last - first).days + 1, 7)
        in_week = 5 * weeks + sum(_is_weekday(first + ONE_DAY * number) for number in range(rest))
        moved = (works - _is_weekday(day) for day, works in self.exceptions.items() if first <= day <= last)
        return in_week + sum(moved)


def _is_weekday(day):
    return day.weekday() < calendar.SATURDAY


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
