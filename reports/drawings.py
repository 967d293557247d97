"""The charts of a review, made from its figures, for the page and for the paper alike."""

from reports.charts import Chart, Series
from reports.figures import SUBMITTED, Outcome
from reports.papers.typed_text import in_a_sentence

MOST_BARS = 20  # units with most dossiers; the table holds them all


def by_unit(found):
    data = largest_units(found)
    return _awarded_of(f"Hồ sơ đề nghị và được khen {in_a_sentence(data['title'])}", data["rows"])


def largest_units(found):
    """The table by unit; of more than a chart shows, those with most dossiers and no sum."""
    data = next(table for table in found["tables"] if table["key"] == "unit")
    rows = sorted(data["rows"], key=lambda row: -row["counts"][SUBMITTED])[:MOST_BARS]
    if len(rows) == len(data["rows"]):
        return data
    shown = [row for row in data["rows"] if row in rows]
    return data | {
        "rows": shown,
        "total": None,
        "title": f"{data['title']} ({MOST_BARS} đơn vị nhiều hồ sơ nhất)",
    }


def by_kind(found):
    return _awarded_of("Hồ sơ đề nghị và được khen theo đối tượng", _rows(found, "kind"))


def by_year(found):
    rows = _rows(found, "year")
    if not rows:
        return None
    series = (
        Series("Đề nghị", _values(rows, SUBMITTED)),
        Series("Được khen", _values(rows, Outcome.AWARDED)),
    )
    return Chart("Hồ sơ đề nghị và được khen qua các năm", _names(rows), series, "hồ sơ")


def _awarded_of(title, rows):
    """Stacked: those awarded, then the rest; None where there is nothing to draw."""
    if not rows:
        return None
    awarded, all_of_them = _values(rows, Outcome.AWARDED), _values(rows, SUBMITTED)
    rest = tuple(whole - part for whole, part in zip(all_of_them, awarded, strict=True))
    series = (Series("Được khen", awarded), Series("Chưa hoặc không được khen", rest))
    return Chart(title, _names(rows), series, "hồ sơ")


def _rows(found, key):
    return next(table["rows"] for table in found["tables"] if table["key"] == key)


def _names(rows):
    return tuple(row["name"] for row in rows)


def _values(rows, name):
    return tuple(row["counts"][name] for row in rows)
