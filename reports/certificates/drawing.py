"""A blank with its fields as SVG for the screen: numbers as attributes, in millimetres."""

from dataclasses import dataclass

from reports.certificates.content import SAMPLE
from reports.certificates.placing import MM, Place, box_of
from reports.models import Alignment, BlankFieldKind

BASELINE = 0.94  # of a line of Tinos 1.2 high, as a part of the size, from the top
ANCHORS = {Alignment.LEFT: "start", Alignment.CENTER: "middle", Alignment.RIGHT: "end"}


@dataclass(frozen=True)
class Piece:
    """One field as it is drawn; x and y of its lines are counted from its own corner."""

    place: Place
    label: str
    at: str
    width: str
    height: str
    size: str
    anchor: str
    lines: tuple  # of (x, y, text)

    @property
    def is_text(self):
        return BlankFieldKind(self.place.kind).is_text


def pieces(places):
    """[Piece] of all fields, hidden ones too, with the sample's texts where the blank puts them."""
    return [_piece(place, box_of(place, SAMPLE)) for place in places]


def _piece(place, box):
    middle = {Alignment.LEFT: 0, Alignment.CENTER: 0.5, Alignment.RIGHT: 1}[place.align] * place.width
    lines = tuple(
        (_number(middle), _number(number * box.line_height + BASELINE * box.size / MM), text)
        for number, text in enumerate(box.lines)
    )
    return Piece(
        place,
        BlankFieldKind(place.kind).label,
        f"translate({_number(place.x)} {_number(place.y)})",
        _number(place.width),
        _number(box.height),
        _number(box.size / MM),
        ANCHORS[place.align],
        lines,
    )


def _number(value):
    return f"{value:.2f}"
