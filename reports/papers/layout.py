"""From a document to its lines as printed (sizes, line breaks, capitals, punctuation, outline) and to HTML.

The measures of the HTML (margins, sizes, rules) stand in static/papers/paper.css.
"""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import escape

from core.emphasis import plain
from core.lettering import unprintable
from core.text import INVISIBLE, nfc

from .document import Heading, PaperError, Part, Section
from .lettering import JOINER, balanced_lines, width

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MM = 72 / 25.4  # points
TEXT_WIDTH = 165 * MM  # between the margins of an upright page
LANDSCAPE_WIDTH = 257 * MM
FORM_NUMBER = 11  # size of the line that names the form
INDENT = 12.7 * MM  # of a first line, in the larger sizes
URGENCY_WIDTHS = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}  # millimetres of the box
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
    views = [annex_view(document, place) for place in range(len(document.annexes))] if annexes else []
    following = [
        main_view(other) | {"document": other, "page": "copy-even" if place % 2 else "copy-odd"}
        for place, other in enumerate(document.following)
    ]
    return _page(document, main_view(document) | {"annexes": views, "following": following})


def annex_to_html(document, place, body, *, begins):
    """Some blocks of one annex as a file of its own; only what `begins` it has its title.

    An element with the id “goes-on” tells where the blocks end.
    """
    view = annex_view(document, place) | {"pieces": outlined(body, top=2), "begins": begins, "goes_on": True}
    return _page(document, {"sizes": sizes_for(document.letterhead), "annexes": [view]})


def letters_to_html(letters):
    """A page of single letters, plain and bold."""
    shown = f"0{escape(letters)}0"  # a space at the end of a run would not be taken over
    sheet = '<link rel="stylesheet" href="paper.css">'
    return f'{sheet}<p style="font-variant-ligatures: none; white-space: pre-wrap">{shown}<b>{shown}</b></p>'


def _page(document, view):
    view = {"document": document, "nation": NATION, "motto": MOTTO} | view
    return printable(render_to_string("reports/papers/paper.html", view))


def printable(text):
    """Text, or whole markup, as it is printed: composed, without what is invisible.

    Raises PaperError for a character that the typeface lacks.
    """
    text = nfc(text.translate(DROPPED))
    if strange := unprintable(text):
        signs = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in strange[:5])
        raise PaperError(f"Văn bản có ký tự không in được: {signs}. Hãy thay bằng chữ thường rồi in lại.")
    return text


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
        width(_dated(letterhead), sizes.text, "Italic"),
    )
    return TEXT_WIDTH - right - GUTTER


def _dated(letterhead):
    return f"{letterhead.place}, {letterhead.dated}" if letterhead.place else ""


def main_view(document):
    """The lines of the paper without its annexes, and its body as `pieces`."""
    letterhead = document.letterhead
    sizes = sizes_for(letterhead)
    room = _left_column(letterhead, sizes)
    return {
        "sizes": sizes,
        "room": room,  # for the lines on the left of the head
        "parent": balanced_lines(letterhead.parent.upper(), room, sizes.nation),
        "issuer": balanced_lines(letterhead.issuer.upper(), room, sizes.nation, "Bold"),
        "form_number": balanced_lines(document.form_number, room, FORM_NUMBER, "Italic"),
        "number": f"Số: {letterhead.code}" if letterhead.symbol else "",
        "urgency": letterhead.urgency.upper(),
        "urgency_width": URGENCY_WIDTHS.get(letterhead.urgency.upper(), 40),
        "regarding": _regarding(document, room, sizes),
        "dated": _dated(letterhead),
        "subject": _subject(document, sizes),
        "legal_bases": listed(document.legal_bases),
        "addressees": _addressed(document.addressees),
        "decides": f"{document.title.kind}:" if document.title.authority else "",
        "recipients": [f"- {entry}" for entry in listed(document.recipients)],
        "pieces": outlined(document.closed_body),
        "ends_short": _ends_short(document.closed_body, sizes),
    }


def _subject(document, sizes):
    title = document.title
    return balanced_lines(title.subject, SUBJECT_WIDTH, sizes.text, "Bold") if title.kind else []


def _regarding(document, room, sizes):
    """The lines of a letter's subject, which stands below its number."""
    title = document.title
    return [] if title.kind else balanced_lines(f"V/v {title.subject}", room, sizes.nation)


def _ends_short(body, sizes):
    """Whether the last block is one line of text, which alone does not go with the signature."""
    last = body[-1] if body else None
    text = plain(getattr(last, "line", getattr(last, "text", "")))
    return bool(text) and width(text, sizes.text) <= TEXT_WIDTH - INDENT


def annex_view(document, place):
    """The lines above one annex, and its body as `pieces`."""
    annex = document.annexes[place]
    label = annex.label or (f"Phụ lục {roman(place + 1)}" if len(document.annexes) > 1 else "Phụ lục")
    reference = f"(Kèm theo {document.name} của {document.issued_by})"
    room = LANDSCAPE_WIDTH if annex.landscape else TEXT_WIDTH
    return {
        "annex": annex,
        "title": annex.title.upper(),
        "label": label,
        "bookmark": f"{label}. {annex.title.upper()}".replace("\n", " "),
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


def _addressed(addressees):
    """One addressee on the line of “Kính gửi”, several each on a line below it; all begin large."""
    addressees = [addressee[:1].upper() + addressee[1:] for addressee in addressees]
    if len(addressees) < 2:
        return [f"Kính gửi: {addressee}" for addressee in addressees]
    return ["Kính gửi:", *(f"- {entry}" for entry in listed(addressees))]


def listed(entries):
    """Each entry with “;” after it, the last with “.”."""
    entries = [entry.rstrip(" ;.") for entry in entries]
    return [f"{entry};" for entry in entries[:-1]] + [f"{entry}." for entry in entries[-1:]]


def outlined(body, top=1):
    """(block, template, heading tag) for each block; tags go down from `top` + 1 without a gap."""
    kinds = [kind for kind in (Part, Section, Heading) if any(isinstance(block, kind) for block in body)]
    tags = {kind: f"h{top + depth}" for depth, kind in enumerate(kinds, start=1)}
    return [(block, f"reports/papers/blocks/{block.template}.html", tags.get(type(block))) for block in body]
