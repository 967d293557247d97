"""Figures as a page shows them: cells with links to the lists behind them, and charts."""

from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from core.templatetags.vietnamese import percent
from reports import behind, charts
from reports.drawings import by_kind, by_unit, by_year
from reports.figures import SUBMITTED, Outcome
from reports.spreading import LABELS, LIST_OF

COLUMNS = [(SUBMITTED, "Đề nghị"), *Outcome.choices]
DRAWINGS = ((by_unit, charts.stacked_bars), (by_kind, charts.stacked_bars), (by_year, charts.bars))


@dataclass(frozen=True)
class Cell:
    label: str
    count: int
    url: str  # "" where the person cannot see the list, and for nothing


@dataclass(frozen=True)
class Line:
    name: str
    cells: list
    share: str


@dataclass(frozen=True)
class FigureTable:
    key: str
    title: str
    head: str
    lines: list
    total: Line


@dataclass(frozen=True)
class Shown:
    """All that a page shows of a review's figures."""

    total: Line
    tables: list
    charts: list  # (title, svg)
    columns: list
    spread: list  # cells of reports.spreading; empty in figures frozen before they were counted


def shown(review, found, *, linked):
    """`linked`: whether the person may see the dossiers behind the figures."""
    spread = _spread(found, partial(_address, "reports:review-spread", review) if linked else None)
    return _shown(review, found, found["tables"], DRAWINGS, linked, spread)


def shown_of_unit(part, found):
    """Figures of one unit (reports.figures.figures_of): nothing by unit.

    Lists stand behind what was copied and made known; of the dossiers, one for all is offered beside.
    """
    tables = [data for data in found["tables"] if data["key"] != "unit"]
    drawings = [row for row in DRAWINGS if row[0] != by_unit]
    spread = _spread(found, partial(_address, "reports:part-spread", part))
    return _shown(part.review, found, tables, drawings, False, spread)


def _shown(review, found, tables, drawings, linked, spread):
    return Shown(
        total=_line(review, "Tổng số", found["total"], linked),
        tables=[_table(review, data, linked) for data in tables if data["rows"]],
        charts=[(chart.title, shape(chart)) for draw, shape in drawings if (chart := draw(found))],
        columns=[label for _, label in COLUMNS],
        spread=spread,
    )


def _spread(found, address):
    """Cells of reports.spreading; `address(what)` of the list behind one, None where it cannot be seen."""
    return [
        Cell(LABELS[figure], count, address(LIST_OF.get(figure, figure)) if address and count else "")
        for figure, count in found.get("spread", {}).items()
    ]


def _address(name, record, what):
    return reverse(name, args=[record.pk, what])


def _table(review, data, linked):
    key = data["key"]
    lines = [
        _line(review, row["name"], row["counts"], linked, table=key, value=row["value"])
        for row in data["rows"]
    ]
    persons = {"table": "kind", "value": "person"} if key in behind.ABOUT_PERSONS else {}
    total = _line(review, "Tổng cộng", data["total"], linked, **persons)
    return FigureTable(key, data["title"], data["head"], lines, total)


def _line(review, name, counts, linked, **where):
    cells = [_cell(review, column, label, counts[column], linked, where) for column, label in COLUMNS]
    return Line(name, cells, percent(counts[Outcome.AWARDED], counts[SUBMITTED]))


def _cell(review, column, label, count, linked, where):
    outcome = "" if column == SUBMITTED else column
    url = behind.address(review, outcome=outcome, **where) if linked and count else ""
    return Cell(label, count, url)
