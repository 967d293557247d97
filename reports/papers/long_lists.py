"""Annexes of thousands of rows, laid out in chunks so that memory and time stay in bounds.

A chunk's last page is only partly filled: its rows are given to the next chunk, so that the pages
of a list run on as if it had been laid out at once.
"""

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from .document import Table
from .layout import annex_to_html, page_name

CHUNK_ROWS = 500


@dataclass(frozen=True)
class TableSlice(Table):
    """Some rows of a table, printed so that each page says which of them it holds."""

    template: ClassVar[str] = "table_slice"
    continued: bool = False


def annex_files(document, lay_out, on_rows):
    """Yield the laid out pages of all annexes in order; `on_rows` hears how many rows are done."""
    rows_done = 0
    for place, annex in enumerate(document.annexes):
        units, next_page = _units(annex.body), 1
        while units:
            body = _body(units[:CHUNK_ROWS])
            html = annex_to_html(document, place, body, begins=next_page == 1)
            pages = lay_out(html, _numbered_from(next_page, page_name(annex, place)))
            carried = _carried(pages, body) if units[CHUNK_ROWS:] else 0
            kept = pages.copy(pages.pages[:-1]) if carried else pages
            rows_done += sum(len(block.rows) for block in body if isinstance(block, Table)) - carried
            units, next_page = units[min(CHUNK_ROWS, len(units)) - carried :], next_page + len(kept.pages)
            on_rows(rows_done)
            yield kept


def _units(body):
    """(block, row) for each row of a table, (block, None) for any other block."""
    return [
        (block, row)
        for block in body
        for row in (range(len(block.rows)) if isinstance(block, Table) else [None])
    ]


def _body(units):
    """Blocks again, the rows of one table joined to a slice of it; only its beginning has the caption."""
    blocks = []
    for _, group in groupby(units, key=lambda unit: id(unit[0])):
        (block, first), *more = group
        if first is not None:
            rows = block.rows[first : first + 1 + len(more)]
            caption = "" if first else block.caption
            block = TableSlice(block.columns, rows, caption, continued=first > 0)
        blocks.append(block)
    return tuple(blocks)


def _carried(pages, body):
    """How many rows the last page holds, if it holds nothing but rows of the last table."""
    on_page = sum(anchor.startswith("row-") for anchor in pages.pages[-1].anchors)
    return on_page if isinstance(body[-1], Table) and on_page < len(body[-1].rows) else 0


def _numbered_from(page, name):
    """Style for a slice that does not begin its annex: its first page shows its number too."""
    if page == 1:
        return ""
    # Important, because a style sheet handed to the printer yields to those that the page links.
    number = "@top-center { content: counter(page) !important; }"
    return f"@page :nth(1 of {name}) {{ counter-reset: page {page} !important; {number} }}"
