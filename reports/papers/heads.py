"""Head and end of a paper, as unit, place and signatory were on the paper's date."""

import re
from dataclasses import replace

from core.calendar import today
from core.emphasis import plain
from core.text import entries
from organizations import signing
from organizations.access import successor_office
from organizations.models import CouncilSeat, Post, Unit

from .document import Heading, Item, Letterhead, Signature
from .typed_text import blocks_of, in_a_sentence

COMMITTEE = "Ủy ban nhân dân"
COUNCIL = "Hội đồng\nThi đua - Khen thưởng"
COUNCIL_SYMBOL = "BB-HĐTĐKT"
BY_ORDER = "TL. CHỦ TỊCH HỘI ĐỒNG\nỦY VIÊN THƯỜNG TRỰC"
CITED = ("Căn cứ", "Theo", "Xét", "Thực hiện", "Thi hành")
DEPUTY, ACTING = "Phó", "Quyền "
INSTEAD = re.compile(r"(TL|TUQ)\. (.+)")  # as organizations.models.Post.signing_title writes it
DRAFTER = re.compile(r"VT, ?([A-ZĐ]+)")  # not who signs or how many copies there are
AS_ABOVE, KEPT = signing.AS_ABOVE, signing.KEPT
TITLE_AT_MOST = 110  # letters of a line that heads what follows it


def office_of(unit, day):
    """The unit under whose name a paper of that day goes out: it, or the one that took over from it."""
    return successor_office(unit, day or today())


def is_committee(office):
    return office.issuer.startswith(COMMITTEE)


def letterhead(office, symbol="", *, number=None, day=None, dated=True):
    """Ô 1 to 4; without `number` and `day` there is room for them, and this year is printed."""
    return Letterhead(
        _on_two_lines(office.issuer),
        symbol,
        parent=_superior(office),
        number=number,
        place=_place(office) if dated else "",
        date=day,
        year=today().year,
    )


def _place(office):
    """Where its seat is: a hamlet, an agency or a school names the commune or district around it."""
    if office.place:
        return office.place
    around = Unit.objects.filter(path__in=office.ancestor_paths()[1:]).exclude(place="")
    return around.order_by("-path").values_list("place", flat=True).first() or office.name


def council_letterhead(office, symbol=COUNCIL_SYMBOL, number=None):
    """The head of minutes: the council's own number, no place and no date."""
    parent = office.issuer.replace(COMMITTEE, "UBND", 1)
    return Letterhead(COUNCIL, symbol, parent=_on_two_lines(parent), number=number)


def dated_by_council(office, symbol="", day=None, around=None):
    """The head of what the council's standing office sends out, with place and date.

    `around`: a day in the year that is printed while the date is open; today by default.
    """
    head = council_letterhead(office, symbol)
    return replace(head, place=_place(office), date=day, year=(around or today()).year)


def standing_signature(office, on=None):
    """Of the council's standing member, by order of its chair."""
    seats = Post.objects.council_of(office, on or today()).filter(council_seat=CouncilSeat.STANDING)
    post = seats.first()
    return Signature(BY_ORDER, post.user.full_name if post else "")


def _on_two_lines(issuer):
    return re.sub(rf"^({COMMITTEE}) (?=\S)", r"\1\n", issuer)


def _superior(office):
    """A people's committee prints none above it; an agency prints the committee whose it is."""
    above = None if is_committee(office) else office.get_parent()
    return _on_two_lines(above.issuer) if above else ""


def of_paper(paper, office):
    """The letterhead of a signed paper: its number and day once the clerk has given them."""
    number = paper.number
    if number:
        head = letterhead(office, number.series.symbol, number=number.number, day=paper.issued_on)
    else:
        head = letterhead(office, paper.symbol)
    return replace(head, urgency=paper.get_urgency_display())


def signature(paper, office, *, collective=True):
    """Ô 7 for the office that issues; `collective` where the committee and not its chairman decides."""
    return signed_by(office, paper.signatory, paper.signatory_title, collective=collective)


def signed_by(office, name="", title="", *, collective=True):
    """Ô 7 with the signatory's name and title; without them there is room for the head's."""
    head = (office.head_title or "Thủ trưởng").upper()
    lines = [f"TM. {COMMITTEE.upper()}"] if collective and is_committee(office) else []
    if instead := INSTEAD.match(title):  # never for the collective
        lines = [f"{instead[1]}. {head}", instead[2].upper()]
    elif title.startswith(DEPUTY):
        lines += [f"KT. {head}", f"{DEPUTY.upper()} {head}"]
    elif title.startswith(ACTING):
        lines.append(f"Q. {head}")
    else:
        lines.append(head)
    return Signature("\n".join(lines), name)


def head_of(office):
    """“Chủ tịch Ủy ban nhân dân xã Vĩnh Bình”, as in a sentence."""
    return f"{(office.head_title or 'Thủ trưởng').capitalize()} {office.issuer}"


def plan_cited(plan):
    """“Kế hoạch số 197/KH-UBND ngày 22/9/2021 của …”, by its title while it has no number."""
    if "/" in plan.number_text:
        return f"Kế hoạch số {plan.reference} của {plan.unit.issuer}"
    return f"Kế hoạch {in_a_sentence(plan.title)}"


def bases(text):
    """Legal bases, each with “Căn cứ” before it unless it begins in another proper way."""
    return tuple(row if row.startswith(CITED) else f"Căn cứ {row}" for row in entries(text))


def recipients(text):
    """Those to whom it goes; the last line is always what stays in the house."""
    found = entries(text)
    return found if found and found[-1].startswith(KEPT) else (*found, f"{KEPT} VT")


def drafter(text):
    """“NV” of “Lưu: VT, NV.”: the unit that drafts and keeps a copy of its own; "" where none is named."""
    found = DRAFTER.search("\n".join(recipients(text)[-1:]))
    return found[1] if found else ""


def prose(text):
    """Typed text as blocks; a short numbered line without a full stop is the title of what follows."""
    blocks = blocks_of(text)
    following = (*blocks[1:], None)
    return tuple(_titled(block, after) for block, after in zip(blocks, following, strict=False))


def _titled(block, after):
    heads = isinstance(block, Item) and block.mark.rstrip(".").isdecimal() and after is not None
    if not heads:
        return block
    title = plain(block.text)
    if title.endswith((".", ";", ":", ",")) or len(title) > TITLE_AT_MOST:
        return block
    return Heading(block.mark.rstrip("."), title)
