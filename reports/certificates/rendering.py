"""Certificates as one PDF: texts laid out in chunks, the frame laid under all of them once, codes drawn."""

import gc
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import pikepdf
from django.template.loader import render_to_string

from reports import pdf
from reports.certificates import qr
from reports.certificates.placing import MM, Box
from reports.models import BlankFieldKind
from reports.papers.layout import printable
from reports.tagging import Tags

CHUNK = 100  # sheets that are laid out together


@dataclass(frozen=True)
class Face:
    """What all sheets of a file share: their size in millimetres, what lies under the text, the shift."""

    size: tuple[int, int]
    has_frame: bool
    title: str
    dx: float = 0
    dy: float = 0
    has_grid: bool = False  # of a page that shows how a printer moves what it prints


@dataclass(frozen=True)
class Sheet:
    """One certificate: its boxes, and what its QR code says ("" without one)."""

    boxes: tuple[Box, ...]
    payload: str = ""


def render(face, sheets, on_progress=lambda done: None):
    """The bytes of the file; `on_progress` hears how many sheets are laid out.

    Raises PaperError for characters that the typeface lacks.
    """
    tags = None
    for start in range(0, len(sheets), CHUNK):
        chunk = sheets[start : start + CHUNK]
        part = pikepdf.open(BytesIO(_drawn(text_html(face, chunk), pdf.ARCHIVED)))
        if tags is None:
            tags = Tags(part)  # gives the joined file its output intent and metadata, so it is PDF/A
        else:
            tags.adopt(part)
            part.close()
        gc.collect()  # the boxes of a chunk refer to each other: without this all chunks stay in memory
        on_progress(start + len(chunk))
    _lay_under(tags.whole, face, sheets)
    return pdf.joined(tags)


def _drawn(html, variant):
    return pdf.write(pdf.lay_out(html), variant)


_kept = lru_cache(maxsize=8)(_drawn)  # frames: they take as long as some fifty texts, and are always the same


def text_html(face, sheets):
    view = {"face": face, "sheets": [[_css(box) for box in sheet.boxes if box.lines] for sheet in sheets]}
    return printable(render_to_string("reports/certificates/sheets.html", view))


def _css(box):
    """What the template needs of a text; numbers as CSS writes them, whatever the page's language."""
    place = box.place
    return {
        "classes": f"{place.kind} {place.style} {place.align} {place.colour}",
        "at": f"left: {place.x:.2f}mm; top: {box.y:.3f}mm; width: {place.width:.2f}mm; "
        f"font-size: {box.size:.2f}pt",
        "lines": box.lines,
    }


def _lay_under(whole, face, sheets):
    """Frame and grid once for all pages, codes and the printer's shift on each."""
    ground = _ground(whole, face, sheets[0])
    for page, sheet in zip(whole.pages, sheets, strict=True):
        under = [b"q", f"1 0 0 1 {face.dx * MM:.3f} {-face.dy * MM:.3f} cm".encode()]
        if ground is not None:
            page.add_resource(ground, pikepdf.Name.XObject, pikepdf.Name.Ground)
            under.append(b"/Artifact BMC q /Ground Do Q EMC")
        under += [_code(face, box, sheet.payload) for box in sheet.boxes if _is_code(box, sheet)]
        page.contents_add(b"\n".join(under), prepend=True)
        page.contents_add(b"Q")


def _is_code(box, sheet):
    return box.place.kind == BlankFieldKind.QR and sheet.payload


def _code(face, box, payload):
    x, bottom = box.place.x * MM, (face.size[1] - box.bottom) * MM
    return b"/Artifact BMC " + qr.operators(payload, x, bottom, box.place.width * MM) + b" EMC"


def _ground(whole, face, sheet):
    """Frame, emblem and grid as a form of `whole` that each page names; None where nothing lies under."""
    emblems = [box for box in sheet.boxes if box.place.kind == BlankFieldKind.EMBLEM]
    if not (face.has_frame or face.has_grid or emblems):
        return None
    view = {"face": face, "emblems": emblems}
    html = printable(render_to_string("reports/certificates/ground.html", view))
    with pikepdf.open(BytesIO(_kept(html, pdf.GROUND))) as drawn:
        return whole.copy_foreign(drawn.pages[0].as_form_xobject())
