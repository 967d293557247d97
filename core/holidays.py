"""The public holidays of civil servants, 2020–2030.

Căn cứ: Bộ luật Lao động 45/2019/QH14, điều 112 (từ 2021, Quốc khánh nghỉ 02 ngày) và thông báo nghỉ
Tết, nghỉ lễ hằng năm. An administrator corrects the rows in the portal; load_holidays keeps them so.

From 2027 on the rows are uncertain: when this was written only the lunar dates were known (Vietnamese ones,
UTC+7: Tết 2030 falls a day before the Chinese), not the announcements, so these years follow the last year
in which the feast fell on the same day of the week. Ngày Văn hóa Việt Nam, 24/11, is not among them:
Nghị quyết 80-NQ/TW wants it to be a day off, and the law that makes it one was not known.
"""

import calendar
import datetime

from core.calendar import ONE_DAY

FIXED = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng",
    (5, 1): "Ngày Quốc tế lao động",
    (9, 2): "Quốc khánh",
}
NATIONAL_DAY_EVE_OR_NEXT = {  # in September
    2021: 3,
    2022: 1,
    2023: 1,
    2024: 3,
    2025: 1,
    2026: 1,
    2027: 3,
    2028: 1,
    2029: 3,
    2030: 3,
}
KINGS = {  # Giỗ Tổ Hùng Vương, 10/3 âm lịch: (month, day)
    2020: (4, 2),
    2021: (4, 21),
    2022: (4, 10),
    2023: (4, 29),
    2024: (4, 18),
    2025: (4, 7),
    2026: (4, 26),
    2027: (4, 16),
    2028: (4, 4),
    2029: (4, 23),
    2030: (4, 12),
}
NEW_YEAR = {  # Tết Âm lịch, first and last day off with the days made up for the weekend: (month, day)
    2020: ((1, 23), (1, 29)),
    2021: ((2, 10), (2, 16)),
    2022: ((1, 31), (2, 4)),
    2023: ((1, 20), (1, 26)),
    2024: ((2, 8), (2, 14)),
    2025: ((1, 27), (1, 31)),
    2026: ((2, 16), (2, 20)),
    2027: ((2, 5), (2, 11)),
    2028: ((1, 24), (1, 28)),
    2029: ((2, 12), (2, 16)),
    2030: ((2, 1), (2, 7)),
}
SWAPPED = {  # a working day given off: the weekend day worked for it
    datetime.date(2024, 4, 29): datetime.date(2024, 5, 4),
    datetime.date(2025, 5, 2): datetime.date(2025, 4, 26),
    datetime.date(2026, 1, 2): datetime.date(2026, 1, 10),
    datetime.date(2026, 8, 31): datetime.date(2026, 8, 22),
}
YEARS = range(2020, 2031)


def days_off(year):
    """{day: name} of the year, the days made up for holidays at a weekend among them."""
    days = _feasts(year) | _new_year(year)
    days |= {day: "Nghỉ hoán đổi" for day in SWAPPED if day.year == year}
    for feast in sorted(_feasts(year)):
        if feast.weekday() >= calendar.SATURDAY:
            days[_next_free(feast, days)] = "Nghỉ bù"
    return days


def days_worked(year):
    """{day: name} of the weekend days that are worked."""
    return {
        worked: f"Làm bù ngày {given:%d/%m/%Y}" for given, worked in SWAPPED.items() if worked.year == year
    }


def _feasts(year):
    days = {datetime.date(year, *day): name for day, name in FIXED.items()}
    days[datetime.date(year, *KINGS[year])] = "Giỗ Tổ Hùng Vương"
    if year in NATIONAL_DAY_EVE_OR_NEXT:
        days[datetime.date(year, 9, NATIONAL_DAY_EVE_OR_NEXT[year])] = "Quốc khánh"
    return days


def _new_year(year):
    first, last = (datetime.date(year, *day) for day in NEW_YEAR[year])
    length = (last - first).days + 1
    return {first + ONE_DAY * number: "Tết Nguyên đán" for number in range(length)}


def _next_free(day, taken):
    while day in taken or day.weekday() >= calendar.SATURDAY:
        day += ONE_DAY
    return day
