"""Typed text as blocks of a paper: plain lines, some of which begin with a mark, and tables."""

import re
from itertools import groupby

from core.emphasis import SIGNS, is_table_row, plain, signed, table_cells
from core.text import paragraphs

from .document import Bullet, Column, Item, Paragraph, table

MARKED = re.compile(
    rf"(?P<signs>[{SIGNS}]*)"
    r"(?P<mark>[-+•–]|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\))\s+(?P<text>\S.*)"
)
NUMBERS = re.compile(r"[\d.,%\s-]*")
ORDINALS = {"STT", "TT", "Số TT"}
NARROW, WIDE = 4, 40  # letters: no column of a typed table is set for fewer or for more


def blocks_of(text):
    """One block a line: “- ” and “+ ” bullets, “1. ”, “1.1. ” and “a) ” clauses, else a paragraph.

    Lines between bars, “| STT | Đơn vị |”, are the head and the rows of a table.
    """
    alike = groupby(paragraphs(text).split("\n"), key=is_table_row)
    return tuple(block for in_table, rows in alike for block in (_table if in_table else _lines)(rows))


def _table(rows):
    head, *body = table_cells(rows) or [[]]
    if not head:
        return []
    columns = [_column(plain(title), list(cells)) for title, *cells in zip(head, *body, strict=True)]
    return [table(columns, body)]


def _column(title, cells):
    longest = max(len(plain(text)) for text in (title, *cells))
    is_number = any(cells) and all(NUMBERS.fullmatch(plain(cell)) for cell in cells)
    align = "center" if title in ORDINALS else "right" if is_number else "left"
    return Column(title, min(max(longest, NARROW), WIDE), align)


def _lines(rows):
    rows = (" ".join(signed(row).split()) for row in rows)
    return [_block(row) for row in rows if row]


def _block(row):
    marked = MARKED.fullmatch(row)
    if not marked:
        return Paragraph(row)
    mark, text = marked["mark"], marked["signs"] + marked["text"]
    if mark in "-•–":
        return Bullet(text)
    return Bullet(text, "+") if mark == "+" else Item(mark, text)


def capitalised(text):
    return text[:1].upper() + text[1:]


def in_a_sentence(text):
    """Text that goes on after other words: its first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
