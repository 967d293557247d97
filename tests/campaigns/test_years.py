import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campaigns.years import opening_year, shift_day, shift_text, years_named
from tests.factories import PlanFactory

days = st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))
spans = st.integers(0, 50)


@given(days, spans)
def test_a_day_moves_by_whole_years_and_only_29_february_gives_way(day, years):
    assume((day.month, day.day) != (2, 29))

    moved = shift_day(day, years)

    assert (moved.year, moved.month, moved.day) == (day.year + years, day.month, day.day)


@given(days, days, spans)
def test_days_keep_their_order(one, other, years):
    first, last = sorted([one, other])

    assert shift_day(first, years) <= shift_day(last, years)


def test_29_february_becomes_the_28th_unless_that_year_is_a_leap_year_too():
    leap = datetime.date(2024, 2, 29)

    assert shift_day(leap, 5) == datetime.date(2029, 2, 28)
    assert shift_day(leap, 4) == datetime.date(2028, 2, 29)


def test_no_day_stays_no_day():
    assert shift_day(None, 5) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("giai đoạn 2021-2025", "giai đoạn 2026-2030"),
        ("giai đoạn 2021 – 2023", "giai đoạn 2026 – 2028"),
        ("từ năm 2021 đến hết năm 2025", "từ năm 2026 đến hết năm 2030"),
        ("Năm 2021, phát hiện, lựa chọn", "Năm 2026, phát hiện, lựa chọn"),
        ("các năm 2021, 2022 và 2023-2025", "các năm 2026, 2027 và 2028-2030"),
        ("tháng 6 năm 2023", "tháng 6 năm 2028"),
        ("phương hướng 2026–2030", "phương hướng 2031–2035"),
    ],
)
def test_ranges_and_years_after_the_word_move(before, after):
    assert shift_text(before, 5, since=2021) == after


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm kỳ 2020-2025",
        "Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2022",
        "Luật Thi đua, khen thưởng năm 2022",
        "Nghị định số 98/2023/NĐ-CP",
        "(11/6/1948 - 11/6/2023)",
        "quyết định số 2214",
        "đạt 2021 điểm",
    ],
)
def test_history_dates_and_cited_papers_stay(text):
    assert shift_text(text, 5, since=2021) == text


@given(st.text(), st.integers(1, 50))
def test_what_names_no_year_is_never_touched(text, years):
    assume(not any(letter.isdigit() for letter in text))

    assert shift_text(text, years, since=2021) == text


def test_old_years_are_found_in_dates_and_citations_too():
    assert years_named("Ngày 11/6/2023, theo Luật năm 2022; 12024", range(2021, 2026)) == [2022, 2023]


@pytest.mark.parametrize(
    ("title", "starts_on", "ends_on", "year"),
    [
        ("Điển hình giai đoạn 2026-2030", "2025-10-06", "2030-12-31", 2026),
        ("Điển hình từ năm 2026 đến hết năm 2030", "2025-10-06", "2030-12-31", 2026),
        ("Điển hình giai đoạn 2020-2025", "2020-01-01", "2025-12-31", 2020),
        ("Điển hình giai đoạn 2021-2025, nhiệm kỳ 2020-2025", "2021-01-01", "2025-12-31", 2021),
        ("Điển hình, tiếp nối giai đoạn 2021-2025", "2026-01-01", "2030-12-31", 2026),
        ("Điển hình tiên tiến", "2025-10-06", "2030-12-31", 2025),
    ],
)
def test_a_period_opens_with_the_range_in_the_title_that_ends_as_the_plan_does(
    title, starts_on, ends_on, year
):
    days = [datetime.date.fromisoformat(day) for day in (starts_on, ends_on)]

    assert opening_year(PlanFactory.build(title=title, starts_on=days[0], ends_on=days[1], unit=None)) == year
