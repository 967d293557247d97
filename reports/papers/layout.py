"""From a document to the HTML that is printed: sizes, line breaks, capitals, punctuation, outline.

The measures themselves (margins, sizes, rules) stand in static/papers/paper.css.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string

from core.lettering import unprintable
from core.text import INVISIBLE, nfc

from .document import Heading, PaperError, Part, Section
from .lettering import JOINER, balanced_lines, width

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MM = 72 / 25.4  # points
TEXT_WIDTH = 165 * MM  # between the margins of an upright page
LANDSCAPE_WIDTH = 257 * MM
GUTTER = 10  # points between the two columns of the head
SUBJECT_WIDTH = 0.88 * TEXT_WIDTH
DROPPED = {code: None for code in (*INVISIBLE, ord("\r")) if code != ord(JOINER)}
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True)
class Sizes:
    """Sizes in points that rise and fall together.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I, khoản 4.
    """

    name: str  # of the style sheet's class
    nation: int
    text: int


LARGE, SMALL = Sizes("large", 13, 14), Sizes("small", 12, 13)


def to_html(document, *, annexes=True):
    """The whole paper, or the paper without its annexes."""
    views = [_annex_view(document, place) for place in range(len(document.annexes))] if annexes else []
    return _page(document, _main_view(document) | {"annexes": views})


def annex_to_html(document, place, body, *, begins):
    """A slice of one annex as a file of its own; only the slice that `begins` it has its title."""
    view = _annex_view(document, place) | {"pieces": outlined(body, top=2), "begins": begins}
    return _page(document, {"sizes": sizes_for(document.letterhead), "annexes": [view]})


def _page(document, view):
    view = {"document": document, "nation": NATION, "motto": MOTTO} | view
    html = nfc(render_to_string("reports/papers/paper.html", view).translate(DROPPED))
    if strange := unprintable(html):
        signs = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in strange[:5])
        raise PaperError(f"Văn bản có ký tự không in được: {signs}. Hãy thay bằng chữ thường rồi in lại.")
    return html


def sizes_for(letterhead):
    """The larger sizes where the issuer's names then keep their lines, else the smaller ones."""
    room = _left_column(letterhead, LARGE)
    lines = [(line, "Bold") for line in letterhead.issuer.split("\n")]
    lines += [(line, "Regular") for line in letterhead.parent.split("\n")]
    fits = all(width(line.upper(), LARGE.nation, style) <= room for line, style in lines)
    return LARGE if fits else SMALL


def _left_column(letterhead, sizes):
    right = max(
        width(NATION, sizes.nation, "Bold"),
        width(f"{letterhead.place}, {letterhead.dated}", sizes.text, "Italic") if letterhead.place else 0,
    )
    return TEXT_WIDTH - right - GUTTER


def _main_view(document):
    letterhead = document.letterhead
    sizes = sizes_for(letterhead)
    room = _left_column(letterhead, sizes)
    return {
        "sizes": sizes,
        "parent": balanced_lines(letterhead.parent.upper(), room, sizes.nation),
        "issuer": balanced_lines(letterhead.issuer.upper(), room, sizes.nation, "Bold"),
        "subject": balanced_lines(document.title.subject, SUBJECT_WIDTH, sizes.text, "Bold"),
        "legal_bases": listed(document.legal_bases),
        "addressees": listed(document.addressees) if len(document.addressees) > 1 else document.addressees,
        "recipients": listed(document.recipients),
        "pieces": outlined(document.closed_body),
    }


def _annex_view(document, place):
    annex = document.annexes[place]
    reference = f"(Kèm theo {document.name} của {document.issued_by})"
    room = LANDSCAPE_WIDTH if annex.landscape else TEXT_WIDTH
    return {
        "annex": annex,
        "label": f"Phụ lục {roman(place + 1)}" if len(document.annexes) > 1 else "Phụ lục",
        "reference": balanced_lines(reference, room, sizes_for(document.letterhead).text, "Italic"),
        "page": page_name(annex, place),
        "pieces": outlined(annex.body, top=2),
        "begins": True,
    }


def roman(number):
    """Roman numerals up to 39."""
    return "X" * (number // 10) + ONES[number % 10]


def page_name(annex, place):
    """The style sheet's page for an annex; two that follow each other differ, so each counts from 1."""
    parity = "even" if place % 2 else "odd"
    return f"annex-{parity}-landscape" if annex.landscape else f"annex-{parity}"


def listed(entries):
    """Each entry with “;” after it, the last with “.”."""
    entries = [entry.rstrip(" ;.") for entry in entries]
    return [f"{entry};" for entry in entries[:-1]] + [f"{entry}." for entry in entries[-1:]]


def outlined(body, top=1):
    """(block, template, heading tag) for each block; tags go down from `top` + 1 without a gap."""
    kinds = [kind for kind in (Part, Section, Heading) if any(isinstance(block, kind) for block in body)]
    tags = {kind: f"h{top + depth}" for depth, kind in enumerate(kinds, start=1)}
    return [(block, f"reports/papers/blocks/{block.template}.html", tags.get(type(block))) for block in body]
