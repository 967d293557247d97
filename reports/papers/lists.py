"""Lists of those proposed or awarded: how many of each kind, and the table in three groups."""

from collections import Counter

from core.templatetags.vietnamese import so
from law.models import SubjectKind

from .document import Annex, Column, grouped_table

GROUPS = (
    (SubjectKind.PERSON, "I. CÁ NHÂN"),
    (SubjectKind.COLLECTIVE, "II. TẬP THỂ"),
    (SubjectKind.HOUSEHOLD, "III. HỘ GIA ĐÌNH"),
)
COLUMNS = (
    Column("STT", 6, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 23),
    Column("Chức vụ, đơn vị, địa chỉ", 27),
    Column("Thành tích", 26),
    Column("Danh hiệu, hình thức khen thưởng", 18, "center"),
)
PRIZE = Column("Tiền thưởng (đồng)", 13, "right")
TITLE = "Danh sách cá nhân, tập thể, hộ gia đình\n"


def headcount(kinds):
    """“03 cá nhân, 02 tập thể và 01 hộ gia đình”; a kind of which there is none is left out."""
    counts = Counter(kinds)
    parts = [f"{counts[kind]:02d} {kind.label}" for kind, _ in GROUPS if counts[kind]]
    return " và ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def annex(title, nominations, prizes=None):
    """The list of dossiers; `prizes` is {nomination id: đồng or None}, without it there is no such column."""
    columns, total = COLUMNS, None
    if prizes is not None:
        columns = (*COLUMNS, PRIZE)
        total = ("", "Tổng cộng", "", "", "", so(sum(filter(None, prizes.values()))))
    groups = [
        (name, _rows([nomination for nomination in nominations if nomination.kind == kind], prizes))
        for kind, name in GROUPS
    ]
    return Annex(title, (grouped_table(columns, groups, total=total),), landscape=True)


def _rows(nominations, prizes):
    for place, nomination in enumerate(nominations, start=1):
        row = (str(place), str(nomination), nomination.description, nomination.summary, str(nomination.award))
        yield row if prizes is None else (*row, so(prizes.get(nomination.pk)))
