"""Where each text of a certificate stands: in its size if it fits, smaller, then on more lines; never cut.

No text is printed over another: what a longer text above would run into moves down.
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from reports.models import Alignment, BlankFieldKind, Colour, Lettering
from reports.papers.document import PaperError
from reports.papers.lettering import balanced_lines, pieces, width

MM = 72 / 25.4  # points
LEADING = 1.2  # height of a line as a multiple of the size: room for two marks on a capital
SLACK = 0.25  # part of a line below its letters, into which the next text may reach
STEP = 0.5  # points by which a text shrinks
MARGIN = 5  # millimetres at the foot of the sheet that no text may be moved into
FACES = {
    Lettering.REGULAR: "Regular",
    Lettering.BOLD: "Bold",
    Lettering.ITALIC: "Italic",
    Lettering.BOLD_ITALIC: "BoldItalic",
}


@dataclass(frozen=True)
class Place:
    """A field of a blank as numbers: millimetres and points."""

    kind: str
    x: float
    y: float
    width: float
    size: float = 14
    min_size: float = 11
    lines: int = 1
    style: str = Lettering.REGULAR
    align: str = Alignment.CENTER
    capitals: bool = False
    colour: str = Colour.BLACK
    shown: bool = True


@dataclass(frozen=True)
class Box:
    """A text, or a drawing without lines, in its place on the sheet."""

    place: Place
    y: float
    size: float
    lines: tuple[str, ...]

    @property
    def line_height(self):
        return self.size * LEADING / MM

    @property
    def height(self):
        return len(self.lines) * self.line_height if self.lines else self.place.width

    @property
    def bottom(self):
        return self.y + self.height

    @cached_property
    def ink(self):
        """(left, right) of what is seen, in millimetres."""
        place = self.place
        if not self.lines:
            return place.x, place.x + place.width
        wide = max(width(line, self.size, FACES[place.style]) for line in self.lines) / MM
        left = place.x + (place.width - wide) * {"left": 0, "center": 0.5, "right": 1}[place.align]
        return left, left + wide

    def lies_under(self, other):
        """Whether `other`, which begins above it or beside it, runs into it."""
        side_by_side = self.ink[0] >= other.ink[1] or other.ink[0] >= self.ink[1]
        return not side_by_side and other.bottom - SLACK * other.line_height > self.y

    @property
    def has_grown(self):
        return self.y > self.place.y or len(self.lines) > self.place.lines


def boxes_of(places, texts, sheet):
    """[Box] of all that is shown and has something to show, from the top down; `sheet` is (width, height).

    Raises PaperError where so much text came that it would run off the sheet.
    """
    settled = []
    for place in sorted((place for place in places if place.shown), key=lambda place: (place.y, place.x)):
        box = box_of(place, texts)
        if box is None:
            continue
        lowest = max((above.bottom for above in settled if box.lies_under(above)), default=0)
        box = replace(box, y=max(box.y, lowest))
        if box.has_grown and box.bottom > sheet[1] - MARGIN:
            raise PaperError(_too_long(texts))
        settled.append(box)
    return settled


def box_of(place, texts):
    """The field where the blank puts it; None when it has nothing to show."""
    if not BlankFieldKind(place.kind).is_text:
        return Box(place, place.y, 0, ())
    text = texts.get(place.kind)
    return Box(place, place.y, *fitted(text.upper() if place.capitals else text, place)) if text else None


def _too_long(texts):
    return (
        f"Nội dung giấy của “{texts.get(BlankFieldKind.NAME, '')}” dài quá chỗ trên phôi. "
        "Hãy sửa phôi: nới rộng các ô hoặc giảm cỡ chữ nhỏ nhất, rồi in lại."
    )


def fitted(text, place):
    """(size, lines): the largest size in which the text takes no more lines than meant for it."""
    return _fitted(text, place.width * MM, place.size, place.min_size, place.lines, FACES[place.style])


@lru_cache(maxsize=4_000)  # most texts of a batch are the same on every sheet
def _fitted(text, room, size, floor, lines, face):
    most = max(lines, text.count("\n") + 1)
    while size > floor and not _fits(text, room, size, face, most):
        size = max(floor, size - STEP)
    rows = balanced_lines(text, room, size, face)
    return size, tuple(piece for row in rows for piece in pieces(row, room, size, face))


def _fits(text, room, size, face, most):
    if width(text, size, face) > most * room:
        return False
    rows = balanced_lines(text, room, size, face)
    return len(rows) <= most and all(width(row, size, face) <= room for row in rows)
