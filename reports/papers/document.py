"""What stands in an official paper, as plain values; nothing here knows a model, a page or a font."""

import datetime
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import ClassVar, Literal

from core.calendar import vietnamese_date
from core.emphasis import ended, plain

BLANK = "\N{NO-BREAK SPACE}" * 6  # room for a number or a day that is given after signing
SPACES = " \t\r\n"  # that HTML folds; no-break ones keep an empty line open
END_MARK = "./."
LETTER = "Công văn"
WHOLE_ROWS, WHOLE_LETTERS = 8, 600  # a table of at most so much is kept on one page


class PaperError(Exception):
    """The paper cannot be made; the message is for the person who asked for it."""


# --- The head --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Letterhead:
    """Ô 1 to 4: who issues the paper, its number, place and date.

    A name is one line or, with "\\n" in it, several; names that are too long are broken by the
    layout. Without a place there is no date line, as in minutes; without a symbol no number, as in forms
    that are filled in and signed by whom they concern.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1-4.
    """

    issuer: str  # ỦY BAN NHÂN DÂN\nHUYỆN GÒ CÔNG TÂY
    symbol: str = ""  # KH-UBND
    parent: str = ""  # the direct superior; a people's committee prints none
    number: int | str | None = None  # None: the records clerk has not given it yet
    place: str = ""  # Gò Công Tây
    date: datetime.date | None = None
    year: int | None = None  # printed when the date is still open
    urgency: str = ""  # ô 10b: Khẩn, Thượng khẩn, Hỏa tốc

    @property
    def code(self):
        """197/KH-UBND, with room for the number when there is none; "" for papers without numbers."""
        if not self.symbol:
            return ""
        number = BLANK if self.number is None else str(self.number).zfill(2)
        return f"{number}/{self.symbol}"

    @property
    def dated(self):
        """ngày 05 tháng 02 năm 2026, with room for what is still open."""
        if self.date:
            return vietnamese_date(self.date)
        return f"ngày{BLANK}tháng{BLANK}năm {self.year or BLANK}"


@dataclass(frozen=True)
class Title:
    """Ô 5a. `authority` is the line between the subject and the grounds of a decision.

    A letter (công văn) has no kind: its subject stands as “V/v …” below the number (ô 5b).
    """

    kind: str  # KẾ HOẠCH
    subject: str  # trích yếu: Xây dựng và nhân rộng điển hình tiên tiến giai đoạn 2021-2025
    authority: str = ""  # CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ CÔNG TÂY


# --- The body: blocks in the order in which they are read ------------------------------------------


@dataclass(frozen=True)
class Part:
    """“Phần I” on its own line, its title in capitals below."""

    template: ClassVar[str] = "part"
    label: str
    title: str

    @property
    def capitals(self):
        return self.title.upper()


@dataclass(frozen=True)
class Section:
    """“I. MỤC ĐÍCH, YÊU CẦU”."""

    template: ClassVar[str] = "section"
    number: str
    title: str

    @property
    def line(self):
        return f"{self.number}. {self.title.upper()}"


@dataclass(frozen=True)
class Heading:
    """“1. Mục đích” in bold; `number` may be empty."""

    template: ClassVar[str] = "heading"
    number: str
    title: str

    @property
    def line(self):
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True)
class Paragraph:
    template: ClassVar[str] = "paragraph"
    text: str

    @property
    def leads(self):
        """Whether it announces what follows, and stays on its page."""
        return plain(self.text).endswith(":")


@dataclass(frozen=True)
class Item:
    """“a) …” or “1. …”: a numbered clause without a title."""

    template: ClassVar[str] = "item"
    mark: str  # with its sign: "a)", "1."
    text: str

    @property
    def line(self):
        return f"{self.mark} {self.text}"


@dataclass(frozen=True)
class Bullet:
    """“- …”, and “+ …” one step below it."""

    template: ClassVar[str] = "bullet"
    text: str
    mark: Literal["-", "+"] = "-"

    @property
    def line(self):
        return f"{self.mark} {self.text}"


@dataclass(frozen=True)
class Article:
    """“Điều 1. …”; with a title the text begins on the next line."""

    template: ClassVar[str] = "article"
    number: int
    text: str
    title: str = ""

    @property
    def label(self):
        """What is set in bold."""
        label = f"Điều {self.number}."
        return f"{label} {self.title}" if self.title else label


@dataclass(frozen=True)
class ScoreLine:
    """One count of the tellers: “- Số phiếu phát ra: 11 phiếu”."""

    template: ClassVar[str] = "score_line"
    label: str
    value: str

    @property
    def line(self):
        return f"- {self.label}: {self.value}"


@dataclass(frozen=True)
class Figure:
    """A drawing by reports.charts, which alone may give markup; anything else is escaped."""

    template: ClassVar[str] = "figure"
    svg: str
    caption: str = ""


@dataclass(frozen=True)
class Column:
    """One column; neighbours that name the same `over` stand under one common head."""

    title: str
    width: int  # parts; the table divides its width in proportion
    align: Literal["left", "center", "right"] = "left"
    over: str = ""


@dataclass(frozen=True)
class Row:
    """One row; a group's single cell reaches over all columns."""

    cells: tuple[str, ...]
    kind: Literal["plain", "group", "total"] = "plain"


@dataclass(frozen=True)
class Table:
    template: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""

    def __post_init__(self):
        for row in self.rows:
            expected = 1 if row.kind == "group" else len(self.columns)
            if len(row.cells) != expected:
                raise ValueError(f"A {row.kind} row of {expected} cells has {len(row.cells)}: {row.cells}")

    @property
    def is_whole(self):
        """Whether it is kept on one page; a longer one begins where it stands and runs on."""
        letters = sum(len(cell) for row in self.rows for cell in row.cells)
        return len(self.rows) <= WHOLE_ROWS and letters <= WHOLE_LETTERS

    @property
    def head_rows(self):
        """The head's rows as lists of (title, colspan, rowspan): two rows where columns share a head."""
        if not any(column.over for column in self.columns):
            return [[(column.title, 1, 1) for column in self.columns]]
        upper, lower = [], []
        for over, group in groupby(self.columns, key=lambda column: column.over or column):
            group = list(group)
            if isinstance(over, str):
                upper.append((over, len(group), 1))
                lower += [(column.title, 1, 1) for column in group]
            else:
                upper.append((over.title, 1, 2))
        return [upper, lower]


def table(columns, rows, *, total=None, caption=""):
    """A table of plain rows (sequences of text), with the row of sums, if any, at its end."""
    return grouped_table(columns, [("", rows)], total=total, caption=caption)


def grouped_table(columns, groups, *, total=None, caption=""):
    """A table of (title, rows) groups such as “I. CÁ NHÂN”; a group without rows is left out."""
    lines = []
    for title, rows in groups:
        plain = [Row(tuple(cell.strip(SPACES) for cell in cells)) for cells in rows]
        if plain and title:
            lines.append(Row((title,), "group"))
        lines += plain
    if total is not None:
        lines.append(Row(tuple(total), "total"))
    return Table(tuple(columns), tuple(lines), caption)


Block = (
    Part | Section | Heading | Paragraph | Item | Bullet | Article | ScoreLine | Figure | Table
)  # what a body may hold


def rows_in(body):
    """Rows of all its tables."""
    return sum(len(block.rows) for block in body if isinstance(block, Table))


# --- The end ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Signature:
    """Ô 7. `office` has one line for each authority: TM. ỦY BAN NHÂN DÂN\\nKT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH."""

    office: str
    name: str  # without academic titles; empty while it is not known who signs
    other_office: str = ""  # a council member's office in the body whose seal is used, above the name


@dataclass(frozen=True)
class Annex:
    """What follows the signature, with page numbers of its own from 1."""

    title: str
    body: tuple[Block, ...]
    landscape: bool = False
    label: str = ""  # instead of “Phụ lục I”

    @property
    def row_count(self):
        return rows_in(self.body)


@dataclass(frozen=True)
class Document:
    """A whole paper. One signature stands right; two stand left and right; three side by side.

    Punctuation at the end of grounds, addressees and recipients, and the mark at the end of the
    text, belong to the layout: give the words only.
    """

    letterhead: Letterhead
    title: Title
    body: tuple[Block, ...]
    issued_by: str  # as in a sentence: Chủ tịch Ủy ban nhân dân huyện Gò Công Tây
    signatures: tuple[Signature, ...] = ()
    legal_bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()  # the last one is Lưu: VT, …
    annexes: tuple[Annex, ...] = field(default=())
    draft: bool = False
    form_number: str = ""  # Mẫu số 02, kèm theo Nghị định số …, on the left below the number
    # Papers of the same head in the same file, each on a sheet of its own and without annexes.
    following: tuple["Document", ...] = ()

    @property
    def name(self):
        """Kế hoạch số 197/KH-UBND ngày 22 tháng 9 năm 2021, with blanks in a draft."""
        number = f"số {self.letterhead.code}" if self.letterhead.symbol else ""
        return " ".join(filter(None, [self.label, number, self.letterhead.dated]))

    @property
    def label(self):
        """The type as in a sentence."""
        return self.title.kind.capitalize() or LETTER

    @property
    def metadata_title(self):
        """What a reader's window and an archive call the file."""
        number = "" if self.letterhead.number is None else f" {self.letterhead.code}"
        mark = "Dự thảo - " if self.draft else ""
        return f"{mark}{self.label}{number}: {self.title.subject}".replace("\n", " ")

    @property
    def closed_body(self):
        """The body with “./.” after its last word, unless it ends in a table or a drawing."""
        last = self.body[-1] if self.body else None
        if not getattr(last, "text", ""):
            return self.body
        return (*self.body[:-1], replace(last, text=ended(last.text, END_MARK, " .;:/")))

    @property
    def row_count(self):
        """Rows of all its tables, annexes included."""
        return rows_in(self.body) + sum(annex.row_count for annex in self.annexes)
