"""Thẻ nhân rộng: what an exemplar does, costs, changed and needs, on one sheet that others work by.

Text that would run onto a second page is cut at a word; the whole stands on the portal.
"""

from dataclasses import dataclass, replace

from core.emphasis import plain
from core.templatetags.vietnamese import dong
from exemplars.models.adoption import STANDING
from exemplars.models.exemplar import Exemplar

from . import heads
from .document import Column, Document, Heading, Letterhead, Paragraph, ScoreLine, Title, table
from .layout import INDENT, LARGE, MM, SUBJECT_WIDTH, TEXT_WIDTH
from .lettering import balanced_lines, width

PAGE = (
    257 * MM
)  # between the upper and the lower margin; heights are points, as static/papers/paper.css has them
HEAD = 100  # of the letterhead and the title without its subject
SPARE = 35  # Word sets lines a little wider apart
LINE, GAP = 1.25 * LARGE.text, 6
CELL_TEXT = 13
ROW, CELL = 1.2 * CELL_TEXT, 6.5
MEASURES_AT_MOST, NAME_LINES = 4, 2
WEIGHTS = {"Cách làm": 2}  # of a text's share; of the others 1
COLUMNS = (
    Column("Chỉ tiêu", 46),
    Column("Trước", 18, "center"),
    Column("Sau", 18, "center"),
    Column("Thay đổi", 18, "center"),
)
NAME_ROOM = TEXT_WIDTH * COLUMNS[0].width / 100 + INDENT - 10  # cells have no first line's indent
MORE = " …"
LONGEST_WORD = 30  # letters, in a text that is cut
UNTOLD = "Chưa ghi."
HIDDEN = "{unit}"


@dataclass(frozen=True)
class Measure:
    name: str
    before: str
    after: str
    change: str = ""


@dataclass(frozen=True)
class Card:
    letterhead: Letterhead
    issued_by: str
    title: str
    subject: str
    field: str = ""
    practice: str = ""
    cost: str = ""
    effect: str = ""
    needs: str = ""
    measures: tuple[Measure, ...] = ()
    spread: str = ""  # “12 nơi ở 9 đơn vị”
    contact: str = ""


def document(exemplar):
    return paper(of_exemplar(exemplar))


def of_exemplar(exemplar: Exemplar):
    """Needs its subject, unit, field and figures; who to ask is a person only where the office says so."""
    office = heads.office_of(exemplar.unit, None)
    adoptions = exemplar.adoptions.filter(status__in=STANDING)
    places, units = adoptions.count(), adoptions.order_by().values("unit").distinct().count()
    known = exemplar.contact if exemplar.shows_contact else ""
    return Card(
        heads.letterhead(office, dated=False),
        office.issuer,
        exemplar.title,
        str(exemplar.subject),
        field=str(exemplar.field or ""),
        practice=exemplar.practice,
        cost=cost_of(exemplar),
        effect=exemplar.effect,
        needs=exemplar.needs,
        measures=tuple(
            Measure(str(row), row.before_text, row.after_text, row.change) for row in exemplar.figures.all()
        ),
        spread=f"{places} nơi ở {units} đơn vị" if places else "",
        contact=known or HIDDEN.format(unit=office.issuer),
    )


def cost_of(exemplar):
    total = f"Tổng kinh phí {dong(exemplar.cost_dong)}." if exemplar.cost_dong else ""
    return "\n".join(filter(None, [total, exemplar.cost]))


def paper(card):
    return Document(
        card.letterhead,
        Title("THẺ NHÂN RỘNG", cut(card.title, 3, SUBJECT_WIDTH)),
        tuple(_body(card)),
        card.issued_by,
    )


def _body(card):
    facts, figures = _facts(card), _figures(card.measures)
    ending = ScoreLine("Liên hệ", cut(card.contact, 2, TEXT_WIDTH - 70))
    texts = {
        "Cách làm": card.practice,
        "Kinh phí, nguồn lực": card.cost,
        "Kết quả": card.effect,
        "Cần gì để làm theo": card.needs,
    }
    room = PAGE - HEAD - SPARE - _title_height(card.title) - len(texts) * (LINE + GAP)
    shown = _shared(texts, room - sum(map(height, [*facts, *figures, ending])))
    yield from facts
    for number, (title, blocks) in enumerate(shown.items(), start=1):
        yield Heading(str(number), title)
        yield from blocks
        yield from figures if title == "Kết quả" else ()
    yield ending


def _shared(texts, room):
    """{title: blocks}: a text is whole where it takes no more than its share, else cut to what is left."""
    needed = {title: sum(map(height, heads.prose(text or UNTOLD))) for title, text in texts.items()}
    left, shown = room, {}
    for title in sorted(needed, key=lambda title: (needed[title] / WEIGHTS.get(title, 1), title in WEIGHTS)):
        weights = sum(WEIGHTS.get(other, 1) for other in needed if other not in shown)
        share = left * WEIGHTS.get(title, 1) / weights
        shown[title] = _fitting(texts[title] or UNTOLD, max(share, GAP + LINE))
        left -= sum(map(height, shown[title]))
    return {title: shown[title] for title in texts}


def _facts(card):
    facts = {"Của": card.subject, "Lĩnh vực": card.field, "Đã có nơi làm theo": card.spread}
    return [
        ScoreLine(label, cut(value, 1, TEXT_WIDTH - width(f"- {label}: ", LARGE.text)))
        for label, value in facts.items()
        if value
    ]


def _figures(measures):
    """The table of what changed, of so many rows as leave room for the rest."""
    if not measures:
        return []
    rows = [
        (cut(row.name, NAME_LINES, NAME_ROOM, CELL_TEXT), row.before, row.after, row.change)
        for row in measures[:MEASURES_AT_MOST]
    ]
    return [table(COLUMNS, rows)]


def _title_height(title):
    return LINE * len(balanced_lines(cut(title, 3, SUBJECT_WIDTH), SUBJECT_WIDTH, LARGE.text, "Bold"))


# --- What fits ---------------------------------------------------------------------------------------


def height(block):
    """In points, as the layout sets it."""
    if hasattr(block, "rows"):
        lines = [1, *(len(_lines(row.cells[0], NAME_ROOM, CELL_TEXT)) for row in block.rows)]
        return GAP + sum(CELL + ROW * count for count in lines)
    return GAP + LINE * len(_lines(plain(block.line if hasattr(block, "line") else block.text), TEXT_WIDTH))


def _fitting(text, room):
    """The blocks of a typed text that fit into so many points, the last one cut at a word."""
    found = []
    for block in heads.prose(text):
        if not hasattr(block, "text"):  # a heading or a table that somebody typed
            block = Paragraph(block.line) if hasattr(block, "line") else None
        if block is None:
            continue
        if (needed := height(block)) > room:
            lines = int((room - GAP) / LINE)
            if lines > 0:
                found.append(replace(block, text=cut(plain(block.text), lines, TEXT_WIDTH - INDENT)))
            elif found:
                found[-1] = replace(found[-1], text=_with_more(plain(found[-1].text)))
            break
        found.append(block)
        room -= needed
    return found


def _with_more(text):
    return text.rstrip(" .;,") + MORE


def cut(text, lines, room, size=LARGE.text):
    """The text as it is when it takes so many lines, else as many words as do, and an ellipsis."""
    if len(_lines(text, room, size)) <= lines:
        return text
    found = _lines(" ".join(word[:LONGEST_WORD] for word in text.split()), room, size)
    return _with_more(" ".join(found[:lines]).rsplit(" ", 2)[0])


def _lines(text, room, size=LARGE.text):
    """The words of each line; the first one is indented, a word longer than a line is broken anywhere."""
    lines, left = [[]], room - INDENT
    for word in text.split():
        needed = width(f"{word} ", size)
        if needed > left and lines[-1]:
            lines.append([])
            left = room
        lines[-1].append(word)
        while needed > left + size:
            lines.append([])
            needed, left = needed - left, room
        left -= needed
    return [" ".join(words) for words in lines]
