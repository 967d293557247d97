"""Head and end of a paper, as unit, place and signatory were on the paper's date."""

import re

from core.calendar import today
from core.text import paragraphs
from organizations.access import successor_office

from .document import Heading, Item, Letterhead, Signature
from .typed_text import blocks_of

COMMITTEE = "Ủy ban nhân dân"
COUNCIL = "Hội đồng\nThi đua - Khen thưởng"
COUNCIL_SYMBOL = "BB-HĐTĐKT"
CITED = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Thi hành")
DEPUTY = "Phó"
AS_ABOVE = "Như trên"
KEPT = "Lưu:"
TITLE_AT_MOST = 110  # letters of a line that heads what follows it


def office_of(unit, day):
    """The unit under whose name a paper of that day goes out: it, or the one that took over from it."""
    return successor_office(unit, day or today())


def is_committee(office):
    return office.issuer.startswith(COMMITTEE)


def letterhead(office, symbol, *, number=None, day=None):
    """Ô 1 to 4; without `number` and `day` there is room for them, and this year is printed."""
    return Letterhead(
        _on_two_lines(office.issuer),
        symbol,
        parent=_superior(office),
        number=number,
        place=office.place or office.name,
        date=day,
        year=today().year,
    )


def council_letterhead(office, symbol=COUNCIL_SYMBOL, number=None):
    """The head of minutes: the council's own number, no place and no date."""
    parent = office.issuer.replace(COMMITTEE, "UBND", 1)
    return Letterhead(COUNCIL, symbol, parent=_on_two_lines(parent), number=number)


def _on_two_lines(issuer):
    return re.sub(rf"^({COMMITTEE}) (?=\S)", r"\1\n", issuer)


def _superior(office):
    """A people's committee prints none above it; an agency prints the committee whose it is."""
    above = None if is_committee(office) else office.get_parent()
    return _on_two_lines(above.issuer) if above else ""


def of_paper(paper, office):
    """The letterhead of a signed paper: its number and day once the clerk has given them."""
    if not paper.number:
        return letterhead(office, paper.symbol)
    number = paper.number
    return letterhead(office, number.series.symbol, number=number.number, day=paper.issued_on)


def signature(paper, office, *, collective=True):
    """Ô 7 for the office that issues; `collective` where the committee and not its chairman decides."""
    head = (office.head_title or "Thủ trưởng").upper()
    lines = [f"TM. {COMMITTEE.upper()}"] if collective and is_committee(office) else []
    if paper.signatory_title.startswith(DEPUTY):
        lines += [f"KT. {head}", f"{DEPUTY.upper()} {head}"]
    else:
        lines.append(head)
    return Signature("\n".join(lines), paper.signatory)


def head_of(office):
    """“Chủ tịch Ủy ban nhân dân xã Vĩnh Bình”, as in a sentence."""
    return f"{(office.head_title or 'Thủ trưởng').capitalize()} {office.issuer}"


def entries(text):
    """The lines of a typed list without the dashes and signs that the layout sets."""
    rows = (row.strip().lstrip("-•–+").strip().rstrip(" ;.") for row in paragraphs(text).split("\n"))
    return tuple(row for row in rows if row)


def bases(text):
    """Legal bases, each with “Căn cứ” before it unless it begins in another proper way."""
    return tuple(row if row.startswith(CITED) else f"Căn cứ {row}" for row in entries(text))


def recipients(text):
    """Those to whom it goes; the last line is always what stays in the house."""
    found = entries(text)
    return found if found and found[-1].startswith(KEPT) else (*found, f"{KEPT} VT")


def prose(text):
    """Typed text as blocks; a short numbered line without a full stop is the title of what follows."""
    blocks = blocks_of(text)
    following = (*blocks[1:], None)
    return tuple(_titled(block, after) for block, after in zip(blocks, following, strict=False))


def _titled(block, after):
    heads = isinstance(block, Item) and block.mark.rstrip(".").isdecimal() and after is not None
    if not heads or block.text.endswith((".", ";", ":", ",")) or len(block.text) > TITLE_AT_MOST:
        return block
    return Heading(block.mark.rstrip("."), block.text)
