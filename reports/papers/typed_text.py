"""Typed text as blocks of a paper: plain lines, some of which begin with a mark."""

import re

from core.text import paragraphs

from .document import Bullet, Item, Paragraph

MARKED = re.compile(
    r"(?P<mark>[-+•–]|\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\))\s+(?P<text>\S.*)"
)


def blocks_of(text):
    """One block a line: “- ” and “+ ” bullets, “1. ”, “1.1. ” and “a) ” clauses, else a paragraph."""
    rows = (" ".join(row.split()) for row in paragraphs(text).split("\n"))
    return tuple(_block(row) for row in rows if row)


def _block(row):
    marked = MARKED.fullmatch(row)
    if not marked:
        return Paragraph(row)
    mark, text = marked["mark"], marked["text"]
    if mark in "-•–":
        return Bullet(text)
    return Bullet(text, "+") if mark == "+" else Item(mark, text)


def capitalised(text):
    return text[:1].upper() + text[1:]


def in_a_sentence(text):
    """Text that goes on after other words: its first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
