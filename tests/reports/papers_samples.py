"""One full example of each paper, as a draft and with as many names as a test asks for."""

from dataclasses import replace

from reports.catalogue import ENTRIES
from reports.papers.document import Annex, Table, grouped_table
from reports.papers.layout import LANDSCAPE_WIDTH, TEXT_WIDTH, sizes_for
from reports.papers.lettering import width
from reports.papers.long_lists import BESIDE, RULE
from reports.samples import movement
from reports.samples.issued import (
    LIST_COLUMNS,
    NAMES,
    award_list,
    decision,
    letterhead,
    minutes,
    plan,
    submission,
    tally,
)
from reports.samples.reviews import final_review, review

__all__ = [
    "EVERY_SAMPLE",
    "LIST_COLUMNS",
    "NAMES",
    "SAMPLES",
    "award_list",
    "decision",
    "draft",
    "final_review",
    "heads_too_narrow",
    "letterhead",
    "long_list",
    "minutes",
    "plan",
    "review",
    "submission",
    "tally",
]

PADDING = 2 * (BESIDE + RULE)


def draft(document):
    """The same paper before it has a number and a day."""
    head = replace(document.letterhead, number=None, date=None, year=2023)
    return replace(document, letterhead=head, draft=True)


def long_list(rows):
    """A decision with so many names."""
    names = [
        (str(n), f"Nguyễn Thị Tường Vi {n}", "Ấp Thạnh Hưng, xã Đồng Thạnh", "Giấy khen")
        for n in range(1, rows + 1)
    ]
    annex = Annex(
        "Danh sách cá nhân được tặng Giấy khen", (grouped_table(LIST_COLUMNS, [("I. CÁ NHÂN", names)]),)
    )
    return replace(decision(), annexes=(annex,))


SAMPLES = {
    "kehoach": plan,
    "totrinh": submission,
    "bienban": minutes,
    "kiemphieu": tally,
    "quyetdinh": decision,
    "baocao": review,
    "tongket": final_review,
}
# Of each paper and form of the catalogue one, by its slug; the numbers of statistics forms are rows of a day.
EVERY_SAMPLE = {entry.slug: entry.sample for entry in ENTRIES} | {"statistics": movement.statistical}


def heads_too_narrow(document):
    """Heads of columns with a word that would be broken."""
    size = sizes_for(document.letterhead).text - 1
    bodies = [(document.body, TEXT_WIDTH)]
    bodies += [(annex.body, LANDSCAPE_WIDTH if annex.landscape else TEXT_WIDTH) for annex in document.annexes]
    return [
        column.title
        for body, measure in bodies
        for block in body
        if isinstance(block, Table)
        for column in block.columns
        for word in column.title.split()
        if width(word, size, "Bold") > measure * column.width / sum(c.width for c in block.columns) - PADDING
    ]
