"""Bold and italic words in typed text, **đậm** and *nghiêng*, and the rows of a typed table, | a | b |.

Inside a paper the stars are single signs that forms let nobody type, so text goes on being text.
"""

import re
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import mark_safe

SIGNS = "\x11\x12\x13\x14"
BOLD, NOT_BOLD, ITALIC, NOT_ITALIC = SIGNS
OPENING = {"**": BOLD, "*": ITALIC, "***": BOLD + ITALIC}
CLOSING = {"**": NOT_BOLD, "*": NOT_ITALIC, "***": NOT_ITALIC + NOT_BOLD}
WITHOUT_SIGNS = dict.fromkeys(map(ord, SIGNS))
# Stars around words; “5*3*2”, “(*)” and a star before a note are no marks.
MARKED = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*)])"  # before a word
    r"((?:[^*\n]|(?<=\w)\*(?=\w))+?)"
    r"(?<=[^\s*(])\1(?![\w*])"  # behind one
)
TABLE_ROW = re.compile(r"\s*\|.*\|.*\|\s*")
RULE_ROW = re.compile(r"[\s|:-]+")  # “|---|---|”, by which other programs part the head from the rows


class Run(NamedTuple):
    text: str
    bold: bool
    italic: bool


def signed(text):
    """Typed text with signs in the place of its stars."""
    text = text.translate(WITHOUT_SIGNS)
    for _depth in range(2):  # italic inside bold, or the other way round
        text = MARKED.sub(lambda found: OPENING[found[1]] + found[2] + CLOSING[found[1]], text)
    return text


def plain(text):
    """Text without its signs."""
    return text.translate(WITHOUT_SIGNS)


def ended(text, end, strip):
    """Text with `end` behind its last word, in place of any of the characters in `strip`; signs stay."""
    body = text.rstrip(strip + SIGNS)
    signs = "".join(letter for letter in text[len(body) :] if letter in SIGNS)
    return body + signs + end


def runs(text):
    """[Run] of a text with signs."""
    found, bold, italic = [], False, False
    for piece in re.split(f"([{SIGNS}])", text):
        if piece in (BOLD, NOT_BOLD):
            bold = piece == BOLD
        elif piece in (ITALIC, NOT_ITALIC):
            italic = piece == ITALIC
        elif piece:
            found.append(Run(piece, bold, italic))
    return found


def emphasized(text):
    """Text with signs as HTML, everything else in it escaped."""
    return mark_safe("".join(map(_html, runs(text))))  # noqa: S308


def _html(run):
    html = escape(run.text)
    html = f"<i>{html}</i>" if run.italic else html
    return f"<b>{html}</b>" if run.bold else html


def is_table_row(row):
    return TABLE_ROW.fullmatch(row) is not None


def table_cells(rows):
    """[[cell]] of typed rows, each as long as the longest, rules between them left out."""
    cells = [
        [signed(" ".join(cell.split())) for cell in row.strip()[1:-1].split("|")]
        for row in rows
        if not RULE_ROW.fullmatch(row)
    ]
    widest = max(map(len, cells), default=0)
    return [row + [""] * (widest - len(row)) for row in cells]
