"""Moving a plan to another period: dates by whole years, and the years that its texts name."""

import re

YEAR = r"(?:19|20)\d\d(?![\d/])"
RANGE = rf"{YEAR}(?:\s*[-–—]\s*|\s+đến\s+(?:hết\s+)?(?:năm\s+)?){YEAR}"  # “2021 – 2023”, “2021 đến năm 2025”
ITEM = rf"(?:{RANGE}|{YEAR})"
# A range, or what stands after “năm”, and the years listed with it: “các năm 2021, 2022 và 2023-2025”.
# With a day before it (“ngày 7 tháng 4 năm 2014”) it is the date of some paper.
PLANNED = re.compile(
    rf"(?P<day>ngày\s+\d+\s+tháng\s+\d+\s+)?(?:\bnăm\s+{ITEM}|(?<![\d/.\-]){RANGE})"
    rf"(?:\s*(?:,|và|hoặc)\s*(?:năm\s+)?{ITEM})*",
    re.IGNORECASE,
)
# A paper that is cited keeps its year: “Luật Thi đua, khen thưởng năm 2022”.
CITED = re.compile(
    r"(?:Luật|Pháp lệnh|Nghị định|Thông tư|Quyết định|Chỉ thị|Nghị quyết|Kết luận|Hướng dẫn)\b[^.;\n]*$"
)


def opening_year(plan):
    """The year in which the plan's period begins, as its title has it.

    A plan of 2026-2030 may run from October 2025. Its title counts when a range in it ends as the plan does.
    """
    ranges = [re.findall(YEAR, found) for found in re.findall(rf"(?<![\d/.\-]){RANGE}", plan.title)]
    firsts = [int(first) for first, last in ranges if int(first) <= int(last) == plan.ends_on.year]
    start = plan.starts_on.year
    return min(firsts, key=lambda year: abs(year - start), default=start)


def shift_day(day, years):
    """The same day `years` later; 29 February becomes 28 February where that year has none."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def shift_text(text, years, *, since):
    """`text` with the years that it plans for moved by `years`.

    Moved are ranges of years and years after “năm”, from the year `since` on: what lies before it is
    history. Dates written out and papers that are cited stay as they are.
    """

    def moved(match):
        named = [int(year) for year in re.findall(YEAR, match.group())]
        if match["day"] or min(named) < since or CITED.search(text[: match.start()]):
            return match.group()
        return re.sub(YEAR, lambda year: str(int(year.group()) + years), match.group())

    return PLANNED.sub(moved, text)


def years_named(text, years):
    """Which of `years` (a range) the text names anywhere, dates and citations too, in order."""
    named = {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}
    return sorted(named.intersection(years))
