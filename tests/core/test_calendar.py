import datetime
from datetime import date

import hypothesis.extra.django
import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from core import calendar
from core.calendar import (
    WorkingDays,
    add_working_days,
    is_working_day,
    period_label,
    today,
    vietnamese_date,
    working_days_between,
)
from core.deadlines import Deadlines
from core.models import Holiday

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.fixture
def holidays(db):
    call_command("load_holidays", verbosity=0)


def test_today_is_the_training_day_at_the_real_time(settings):
    settings.PORTAL_TODAY = "2024-02-29"

    before, moment, after = (timezone.localtime(calendar.clock()), calendar.now(), timezone.localtime())

    assert today() == date(2024, 2, 29)
    assert before.time() <= moment.time() <= after.time()
    assert moment.utcoffset() == datetime.timedelta(hours=7)


def test_today_is_the_local_day_otherwise(settings):
    settings.PORTAL_TODAY = ""

    assert today() == timezone.localtime(calendar.clock()).date()


def test_the_clock_does_not_take_part_in_training(settings):
    settings.PORTAL_TODAY = "2021-01-01"

    assert calendar.clock().year >= 2026


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),  # Friday
        (date(2026, 11, 21), False),  # Saturday
        (date(2024, 4, 29), False),  # given off
        (date(2024, 5, 4), True),  # Saturday worked for it
        (date(2023, 5, 3), False),  # three feasts at one weekend
        (date(2023, 5, 4), True),
        (date(2022, 1, 3), False),  # New Year's Day was a Saturday
        (date(2025, 1, 29), False),  # mùng 1 Tết Ất Tỵ
        (date(2025, 7, 1), True),
        (date(2028, 1, 24), False),  # hai ngày trước Tết Mậu Thân
        (date(2029, 9, 4), False),  # National Day was a Sunday
        (date(2030, 2, 7), False),  # Tết Canh Tuất began on a Saturday, a day before the Chinese one
        (date(2030, 2, 8), True),
    ],
)
def test_working_days_follow_the_public_holidays(holidays, day, works):
    assert is_working_day(day) is works


def test_five_working_days_across_new_year(holidays):
    assert add_working_days(date(2024, 2, 6), 5) == date(2024, 2, 20)
    assert add_working_days(date(2024, 2, 20), -5) == date(2024, 2, 6)
    assert working_days_between(date(2024, 2, 6), date(2024, 2, 20)) == 5


def test_year_2026_has_its_working_days(holidays):
    assert working_days_between(date(2025, 12, 31), date(2026, 12, 31)) == 250


def test_loading_again_keeps_what_was_corrected(holidays):
    Holiday.objects.filter(day=date(2027, 2, 11)).update(works=True, name="Đi làm")
    count = Holiday.objects.count()

    call_command("load_holidays", verbosity=0)

    assert Holiday.objects.get(day=date(2027, 2, 11)).name == "Đi làm"
    assert Holiday.objects.count() == count


class WorkingDaysTest(hypothesis.extra.django.TestCase):
    @classmethod
    def setUpTestData(cls):
        call_command("load_holidays", verbosity=0)

    @given(days, st.integers(-60, 60))
    def test_counting_undoes_adding(self, day, count):
        assert working_days_between(day, add_working_days(day, count)) == count

    @given(days, st.integers(1, 60))
    def test_adding_ends_on_a_working_day_and_goes_back(self, day, count):
        end = add_working_days(day, count)

        assert is_working_day(end)
        assert add_working_days(end, -count) <= day or not is_working_day(day)

    @given(days, days, days)
    def test_spans_add_up(self, first, second, third):
        first, second, third = sorted([first, second, third])
        parts = working_days_between(first, second) + working_days_between(second, third)

        assert parts == working_days_between(first, third)

    @given(days, days)
    def test_counting_is_looking_at_every_day(self, first, second):
        first, second = sorted([first, min(second, first + datetime.timedelta(days=400))])
        known = WorkingDays()
        each = [first + datetime.timedelta(days=n) for n in range(1, (second - first).days + 1)]

        assert known.between(first, second) == sum(known.works(day) for day in each)

    @given(days, days)
    def test_a_due_day_counts_until_it_or_the_next_day_is_worked(self, due, on):
        deadlines = Deadlines(on)
        works, end = deadlines.calendar.works, deadlines.counts_until(due) or due

        assert works(end)
        assert not any(works(due + datetime.timedelta(days=n)) for n in range((end - due).days))
        assert (deadlines.left(due) < 0) is (on > end) is (due <= deadlines.last_missed)


def test_every_year_to_2030_has_its_holidays(holidays):
    off = Holiday.objects.filter(works=False)

    counts = [off.filter(day__year=year).count() for year in range(2020, 2031)]

    assert min(counts) >= 10  # eleven from 2021 on: Bộ luật Lao động, điều 112


@pytest.mark.parametrize(
    ("on", "left"),
    [
        (date(2026, 11, 27), 1),  # Friday before; due on Saturday the 28th, which counts until Monday
        (date(2026, 11, 30), 0),
        (date(2026, 12, 1), -1),
        (date(2026, 12, 5), -5),  # Saturday: the week is over
    ],
)
def test_days_left_are_working_days(holidays, on, left):
    assert Deadlines(on).left(date(2026, 11, 28)) == left


def test_nothing_is_left_of_what_has_no_end(db):
    assert (Deadlines(date(2026, 11, 27)).left(None), Deadlines(date(2026, 11, 27)).counts_until(None)) == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_long_date_has_a_zero_before_small_days_and_months_one_and_two(day, text):
    assert vietnamese_date(day) == text


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2021, 1, 1), date(2025, 12, 31), "giai đoạn 2021-2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "năm 2024"),
        (date(2024, 1, 1), date(2024, 6, 30), "6 tháng đầu năm 2024"),
        (date(2024, 4, 1), date(2024, 6, 30), "quý II năm 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "tháng 2 năm 2024"),
        (date(2024, 2, 1), date(2024, 4, 30), "từ ngày 01/02/2024 đến ngày 30/04/2024"),
        (date(2023, 9, 1), date(2024, 5, 31), "từ ngày 01/09/2023 đến ngày 31/05/2024"),
        (date(2024, 5, 2), date(2024, 5, 2), "ngày 02/05/2024"),
        (date(2024, 5, 2), None, "từ ngày 02/05/2024"),
    ],
)
def test_periods_are_called_by_their_usual_names(start, end, label):
    assert period_label(start, end) == label
