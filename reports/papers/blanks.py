"""Room for what is filled in by hand, and facts that leave room where they are not known."""

from .document import Paragraph, ScoreLine
from .layout import INDENT, LARGE, TEXT_WIDTH
from .lettering import width

DOT = "…"
ROOM = TEXT_WIDTH - INDENT - 2 * LARGE.text  # of one line of text, with some to spare
SHORT = DOT * 4
MOMENT = f"{DOT * 2} giờ {DOT * 2} phút, ngày {DOT * 2} tháng {DOT * 2} năm {SHORT}"


def blank_lines(count):
    """As many lines of dots."""
    return (Paragraph(dots_after("")),) * count


def dots_after(words):
    """The dots that fill the line which begins with these words."""
    return DOT * max(4, int((ROOM - width(words, LARGE.text)) / LARGE.text))


def fact(label, value):
    """“- Quê quán: …”."""
    return ScoreLine(label, str(value) if value else dots_after(f"- {label}: "))


def line(label, value=""):
    """“Địa điểm: …” as a sentence of its own."""
    return Paragraph(f"{label}: {value}." if value else f"{label}: {dots_after(f'{label}: ')}")
