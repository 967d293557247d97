"""The structure of a file that is joined from several, and of rows that are drawn without boxes.

What is drawn once – the title of the list, the head of its table, the letters of the typeface – is laid out
as in any other paper. The rows in between are a few numbers each instead of a tree of boxes: the time
grows with their number and the memory hardly.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, count, pairwise

from fontTools.ttLib import TTFont

from .document import Table
from .layout import LANDSCAPE_WIDTH, MM, TEXT_WIDTH, annex_to_html, letters_to_html, printable, sizes_for
from .lettering import FAMILY, FOLDER, JOINER, NBSP, unbroken, width

LONG = 1_000  # rows above which a list is set line by line
BESIDE, ABOVE, RULE = 4, 3, 0.5  # padding of a cell, thickness of its rules; in points, as in paper.css
LINE = 1.2  # height of a line of a table, as a part of its size
REGULAR, BOLD = "Regular", "Bold"
PART_ENDS = re.compile(r"(?<=[-/])(?=[^\W\d])")  # a line may end here inside a word


@dataclass(frozen=True)
class Sheet:
    """A page and its margins in points."""

    width: float
    height: float
    left: float
    measure: float  # between the left and the right margin
    top: float = 20 * MM
    bottom: float = 20 * MM

    @property
    def end(self):
        return self.height - self.bottom


UPRIGHT = Sheet(210 * MM, 297 * MM, 30 * MM, TEXT_WIDTH)
LYING = Sheet(297 * MM, 210 * MM, 20 * MM, LANDSCAPE_WIDTH)


@dataclass(frozen=True)
class Setting:
    """What all rows of one list share: its sheet, its size and the edges of its columns."""

    sheet: Sheet
    size: int
    columns: tuple
    edges: tuple  # one more than there are columns

    @property
    def leading(self):
        return LINE * self.size

    @property
    def tallest(self):
        """Lines of a row that still go on one page, below a head of a third of it."""
        return int((self.sheet.end - self.sheet.top) * 2 / 3 / self.leading)


@dataclass(frozen=True)
class SetRow:
    """A row whose lines are broken: for each cell its left and right edge, alignment and lines."""

    height: float
    style: str
    cells: tuple
    holds_next: bool = False  # the title of a group, which does not end a page
    ends: bool = True  # False in a part of a row that goes on


class HeadAlone(Table):
    """The head of a table that goes on from the page before."""

    continued = True


def is_long(annex):
    """Whether the annex ends in a list that is to be set line by line."""
    last = annex.body[-1] if annex.body else None
    return isinstance(last, Table) and len(last.rows) > LONG


def drawn_once(document, place):
    """HTML of the first page of a long annex, and of what its later pages all show: the list without rows."""
    body = document.annexes[place].body
    first = annex_to_html(document, place, (*body[:-1], replace(body[-1], rows=())), begins=True)
    return first, annex_to_html(document, place, (HeadAlone(body[-1].columns, ()),), begins=False)


def letters_of(annex):
    """HTML that has every letter of the list in it, for a file from which the typeface is taken."""
    texts = chain.from_iterable(row.cells for row in annex.body[-1].rows)
    letters = {*"0123456789", " "}.union(*map(printable, texts)) - {JOINER, NBSP, "\n"}
    return letters_to_html("".join(sorted(letters)))


def setting_of(document, annex):
    sheet = LYING if annex.landscape else UPRIGHT
    columns = annex.body[-1].columns
    whole, at = sum(column.width for column in columns), sheet.left + RULE / 2
    edges = [at]
    for column in columns:
        at += (sheet.measure - RULE) * column.width / whole
        edges.append(at)
    return Setting(sheet, sizes_for(document.letterhead).text - 1, columns, tuple(edges))


def set_pages(rows, setting, first_top, next_top):
    """Yield the rows of each page as [SetRow]; the tables begin at these distances from the upper edge.

    The title of a group does not end a page, and the last row does not stand on one alone.
    """
    page, room = [], setting.sheet.end - first_top - RULE / 2
    for row, following in pairwise(chain(_set_rows(rows, setting), [None])):
        if row.height > room and page:
            kept = _ending(page, is_last=following is None)
            carried = page[kept:]
            yield page[:kept]
            page, room = carried, setting.sheet.end - next_top - RULE / 2 - sum(row.height for row in carried)
        page.append(row)
        room -= row.height
    yield page


def _ending(page, *, is_last):
    """How many rows stay on a full page; all, when nothing else would be left of it."""
    kept = len(page) - is_last
    while kept and page[kept - 1].holds_next:
        kept -= 1
    return kept or len(page)


def _set_rows(rows, setting):
    for row in rows:
        style = REGULAR if row.kind == "plain" else BOLD
        cells = [_cell(*cell, style, setting.size) for cell in _placed(row, setting)]
        # A cell longer than a page goes on below the head of the next.
        count = max(len(lines) for *_, lines in cells)
        for start in range(0, count, setting.tallest):
            part = tuple((*edges, lines[start : start + setting.tallest]) for *edges, lines in cells)
            height = max(len(lines) for *_, lines in part) * setting.leading + 2 * ABOVE + RULE
            ends = start + setting.tallest >= count
            yield SetRow(height, style, part, row.kind == "group", ends)


def _placed(row, setting):
    """(text, left edge, right edge, alignment) of each cell."""
    if row.kind == "group":
        return [(row.cells[0], setting.edges[0], setting.edges[-1], "left")]
    aligns = (column.align for column in setting.columns)
    return zip(row.cells, setting.edges, setting.edges[1:], aligns, strict=False)


def _cell(text, left, right, align, style, size):
    room = right - left - 2 * BESIDE - RULE
    lines = (line.replace(NBSP, " ") for line in _lines(printable(text), room, style, size))
    return left, right, align, tuple(lines) or ("",)


def _lines(text, room, style, size):
    """The text in lines; a piece wider than its column is broken where the column ends."""
    line = ""
    for glue, piece in _pieces(text):
        longer = f"{line}{glue}{piece}" if line else piece
        if width(longer, size, style) <= room:
            line = longer
            continue
        if line:
            yield line
        line = piece
        while (fits := _fitting(line, room, style, size)) < len(line):
            yield line[:fits]
            line = line[fits:]
    if line:
        yield line


def _pieces(text):
    """(what stands before it on the same line, piece): words, and their parts that end in “-” or “/”."""
    for word in filter(None, re.split(r"[ \n]+", unbroken(text))):
        first, *more = PART_ENDS.split(word)
        yield " ", first.replace(JOINER, "")
        yield from (("", part.replace(JOINER, "")) for part in more)


def _fitting(word, room, style, size):
    """How many letters of a word go into a line, at least one."""
    used = 0
    for place, letter in enumerate(word):
        used += width(letter, size, style)
        if used > room:
            return max(place, 1)
    return len(word)


# --- The page as PDF operators: y grows upwards there, and distances here are from the upper edge ---------


def drawn(page, setting, top, number, first_mark=0):
    """The content stream of one page: its rows from `top` on, and its number unless that is None.

    The cells are marked from `first_mark` on, row by row from left to right.
    """
    rules, texts, marks, at = [], [], count(first_mark), top
    for row in page:
        rules.append(_rules(row, setting, at))
        texts += _texts(row, setting, at, marks)
        at += row.height
    if number is not None:
        texts += [b"/Artifact BMC", _page_number(str(number), setting), b"EMC"]
    ruled = [b"/Artifact BMC q .5 w 0 G", *rules, b"Q EMC"]
    return b"\n".join([*ruled, b"q 0 g BT", *texts, b"ET Q"])


def spans(page, setting):
    """For each row of a page how many columns each of its cells covers."""
    return [[1] * len(row.cells) if len(row.cells) > 1 else [len(setting.columns)] for row in page]


def _rules(row, setting, top):
    """Below the row, and beside each of its cells."""
    upper, lower = setting.sheet.height - top, setting.sheet.height - top - row.height
    left, right = setting.edges[0], setting.edges[-1]
    lines = [f"{left - RULE / 2:.2f} {lower:.2f} m {right + RULE / 2:.2f} {lower:.2f} l"]
    edges = dict.fromkeys(edge for cell in row.cells for edge in cell[:2])
    lines += [f"{edge:.2f} {upper:.2f} m {edge:.2f} {lower:.2f} l" for edge in edges]
    return " ".join([*lines, "S"]).encode()


def _texts(row, setting, top, marks):
    size, leading = setting.size, setting.leading
    yield _face(row.style, size)
    for left, right, align, lines in row.cells:
        above = (row.height - len(lines) * leading) / 2
        yield f"/TD <</MCID {next(marks)}>> BDC".encode()
        for place, text in enumerate(lines):
            baseline = top + above + place * leading + _to_baseline(row.style, size, leading)
            at = _start(text, left + BESIDE + RULE / 2, right - BESIDE - RULE / 2, align, row.style, size)
            yield _shown(text, at, setting.sheet.height - baseline, row.style)
        yield b"EMC"


def _page_number(text, setting):
    size, sheet = setting.size + 1, setting.sheet
    at = _start(text, sheet.left, sheet.left + sheet.measure, "center", REGULAR, size)
    leading = sum(_rise_and_fall(REGULAR)) * size
    baseline = (sheet.top - leading) / 2 + _to_baseline(REGULAR, size, leading)
    return _face(REGULAR, size) + b"\n" + _shown(text, at, sheet.height - baseline, REGULAR)


def _start(text, left, right, align, style, size):
    free = right - left - width(text, size, style)
    return left + free * {"left": 0, "center": 0.5, "right": 1}[align]


def _face(style, size):
    return f"/{style} {size} Tf".encode()


def _shown(text, x, y, style):
    return f"1 0 0 1 {x:.2f} {y:.2f} Tm <{_glyphs(text, style)}> Tj".encode()


def _glyphs(text, style):
    glyphs = _glyph_numbers(style)
    return "".join(f"{glyphs[letter]:04x}" for letter in text)


@cache
def _glyph_numbers(style):
    """{letter: its glyph in the face}, which a file of WeasyPrint keeps when it takes over a part of it."""
    font = _font(style)
    return {chr(code): font.getGlyphID(name) for code, name in font.getBestCmap().items()}


@cache
def _rise_and_fall(style):
    """How far the face reaches above and below its line, as parts of the size."""
    font = _font(style)
    units = font["head"].unitsPerEm
    return font["hhea"].ascent / units, -font["hhea"].descent / units


def _to_baseline(style, size, leading):
    """From the upper edge of a line to the foot of its letters."""
    rise, fall = _rise_and_fall(style)
    return (leading + (rise - fall) * size) / 2


@cache
def _font(style):
    return TTFont(FOLDER / "fonts" / f"{FAMILY}-{style}.ttf", lazy=True)
