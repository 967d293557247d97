"""The layouts that a new blank begins with, so that an office can print at once.

Căn cứ về thứ tự các dòng: Nghị định 85/2014/NĐ-CP (mẫu bằng khen, giấy khen).
"""

from dataclasses import replace

from reports.certificates.placing import Place
from reports.models import Alignment, BlankField, BlankMode, Colour, Lettering, Sheet
from reports.models import BlankFieldKind as Kind

TALLER = 420 / 297  # from one sheet to the other
TEXT = {"x": 28.5, "width": 240}
RIGHT = {"x": 150, "width": 118, "size": 14, "min_size": 11}
LEFT = {"x": 30, "width": 112, "size": 11, "min_size": 9, "align": Alignment.LEFT}
BOLD = Lettering.BOLD
A4 = (
    Place(Kind.EMBLEM, 138.5, 21, 20),
    Place(Kind.NATION, y=42, size=13, min_size=11, style=BOLD, capitals=True, **TEXT),
    Place(Kind.MOTTO, y=47.5, size=14, min_size=11, style=BOLD, **TEXT),
    Place(Kind.AUTHORITY, y=58, size=17, style=BOLD, capitals=True, colour=Colour.RED, **TEXT),
    Place(Kind.GIVES, y=65.5, size=15, capitals=True, **TEXT),
    Place(Kind.FORM, y=71, size=40, min_size=24, style=BOLD, capitals=True, colour=Colour.RED, **TEXT),
    Place(Kind.NAME, y=90, size=24, min_size=15, style=BOLD, **TEXT),
    Place(Kind.DESCRIPTION, y=101, size=14, min_size=10.5, style=Lettering.ITALIC, **TEXT),
    Place(Kind.ACHIEVEMENT, y=109, size=15, lines=2, **TEXT),
    Place(Kind.DECISION, y=170, **LEFT),
    Place(Kind.BOOK, y=175.5, **LEFT),
    Place(Kind.PLACE_DATE, y=127, style=Lettering.ITALIC, **RIGHT),
    Place(Kind.OFFICE, y=133, style=BOLD, **RIGHT),
    Place(Kind.SIGNER, y=176, style=BOLD, **RIGHT),
    Place(Kind.QR, 30, 142, 24),
)
PRINTED_ON_BLANKS = {Kind.NATION, Kind.MOTTO, Kind.AUTHORITY, Kind.GIVES, Kind.FORM}


def default_places(sheet, mode):
    """(Place, …) for a sheet and a way of printing."""
    places = A4 if sheet == Sheet.A4 else tuple(map(_enlarged, A4))
    if mode == BlankMode.FULL:
        return places
    return tuple(
        replace(place, shown=place.kind not in PRINTED_ON_BLANKS)
        for place in places
        if place.kind != Kind.EMBLEM
    )


def _enlarged(place):
    millimetres = {name: round(getattr(place, name) * TALLER, 1) for name in ("x", "y", "width")}
    points = {name: round(getattr(place, name) * TALLER) for name in ("size", "min_size")}
    return replace(place, **millimetres, **points)


def add_default_fields(blank):
    """Give a new blank the fields of its sheet and way of printing."""
    BlankField.objects.bulk_create(
        BlankField(blank=blank, **vars(place)) for place in default_places(blank.sheet, blank.mode)
    )


def places_of(blank):
    """The fields of a blank as (Place, …)."""
    numbers = ("x", "y", "width", "size", "min_size")
    rest = ("kind", "lines", "style", "align", "capitals", "colour", "shown")
    return tuple(
        Place(
            **{name: float(getattr(field, name)) for name in numbers},
            **{name: getattr(field, name) for name in rest},
        )
        for field in blank.fields.all()
    )
