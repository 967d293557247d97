"""One full example of each paper, as a draft and with as many names as a test asks for."""

from dataclasses import replace

from reports.papers.document import Annex, grouped_table
from reports.samples.issued import (
    LIST_COLUMNS,
    NAMES,
    award_list,
    decision,
    final_review,
    letterhead,
    minutes,
    plan,
    review,
    submission,
    tally,
)

__all__ = [
    "LIST_COLUMNS",
    "NAMES",
    "SAMPLES",
    "award_list",
    "decision",
    "draft",
    "final_review",
    "letterhead",
    "long_list",
    "minutes",
    "plan",
    "review",
    "submission",
    "tally",
]


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
