"""Lists of those proposed or awarded: how many of each kind, and the table in groups."""

from collections import Counter

from awards.naming import given_by
from core.templatetags.vietnamese import so
from law.models import SubjectKind

from .document import Annex, Column, grouped_table, table
from .layout import roman
from .typed_text import capitalised

NAMED = {
    SubjectKind.PERSON: "họ và tên",
    SubjectKind.COLLECTIVE: "tên tập thể",
    SubjectKind.HOUSEHOLD: "hộ gia đình",
}
DESCRIBED = Column("Chức vụ, đơn vị, địa chỉ", 27)
DONE = Column("Thành tích", 26)
AWARD = Column("Danh hiệu, hình thức khen thưởng", 18, "center")
PRIZE = Column("Tiền thưởng (đồng)", 13, "right")


def headcount(kinds):
    """“03 cá nhân, 02 tập thể và 01 hộ gia đình”; a kind of which there is none is left out."""
    counts = Counter(kinds)
    parts = [f"{counts[kind]:02d} {kind.label}" for kind in SubjectKind if counts[kind]]
    return " và ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def by_kind(rows, kind_of):
    """Persons before collectives before households, each kind in the order in which it came."""
    return sorted(rows, key=lambda row: SubjectKind.values.index(kind_of(row)))


def counts(head, pairs):
    """A table of (label, kind of subject) pairs: how many of each kind each label has."""
    counted = Counter(pairs)
    rows = {label: [counted[label, kind] for kind in SubjectKind] for label, _ in counted}
    sums = [sum(column) for column in zip(*rows.values(), strict=True)] or [0] * len(SubjectKind)
    return table(
        (
            Column("STT", 8, "center"),
            Column(head, 44),
            *(Column(capitalised(kind.label), 12, "center") for kind in SubjectKind),
            Column("Cộng", 12, "center"),
        ),
        [
            (str(place), label, *map(str, (*row, sum(row))))
            for place, (label, row) in enumerate(rows.items(), start=1)
        ],
        total=("", "Tổng cộng", *map(str, (*sums, sum(sums)))),
    )


def annex(purpose, nominations, offices, prizes=None):
    """The list of dossiers that is there for a `purpose`, “được tặng …”.

    `offices` are those that may give the awards; `prizes` is {nomination id: đồng or None}, without it
    there is no such column.
    """
    kinds = [kind for kind in SubjectKind if any(row.kind == kind for row in nominations)]
    names = Column(capitalised(", ".join(NAMED[kind] for kind in kinds)), 23)
    columns, total = (Column("STT", 6, "center"), names, DESCRIBED, DONE, AWARD), None
    if prizes is not None:
        columns = (*columns, PRIZE)
        total = ("", "Tổng cộng", "", "", "", so(sum(filter(None, prizes.values()))))
    groups = [
        (
            f"{roman(number)}. {kind.label.upper()}",
            _rows([row for row in nominations if row.kind == kind], offices, prizes),
        )
        for number, kind in enumerate(kinds, start=1)
    ]
    title = f"Danh sách {', '.join(kind.label for kind in kinds)}\n{purpose}"
    return Annex(title, (grouped_table(columns, groups, total=total),), landscape=True)


def _rows(nominations, offices, prizes):
    for place, nomination in enumerate(nominations, start=1):
        row = (
            str(place),
            str(nomination),
            capitalised(nomination.description),
            capitalised(nomination.summary),
            given_by(str(nomination.award), *offices),
        )
        yield row if prizes is None else (*row, so(prizes.get(nomination.pk)))
