"""Báo cáo thống kê of one year with the forms 0601.N to 0605.N and the sheet of the fund as annexes.

Căn cứ: Thông tư 02/2023/TT-BNV. Every sum is computed here from the counts, none is typed.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from core.templatetags.vietnamese import so

from .document import Annex, Column, Document, Letterhead, Paragraph, Row, Signature, Table, Title, table

SCOPES = ("Toàn quốc", "Bộ, ngành, địa phương", "Cụm, khối thi đua", "Cơ quan, đơn vị")
DURATIONS = ("Dưới 1 năm", "1 năm", "Trên 1 đến dưới 3 năm", "Từ 3 đến dưới 5 năm", "Từ 5 năm trở lên")
WAYS = ("Thường xuyên", "Theo chuyên đề")
MERITS = ("Thường xuyên", "Chuyên đề", "Đột xuất", "Đối ngoại", "Cống hiến", "Niên hạn", "Kháng chiến")
LOCAL_AWARDS = ("Bằng khen", "Chiến sĩ thi đua", "Cờ thi đua", "Kỷ niệm chương")
WHOM = (  # rows of form 0603.N; what is set in by a dash is part of the row above it
    "Tập thể",
    "- Trong đó: doanh nghiệp",
    "Hộ gia đình",
    "Cá nhân",
    "- Lãnh đạo cấp bộ, cấp tỉnh",
    "- Lãnh đạo cấp vụ, cấp sở và tương đương",
    "- Doanh nhân",
    "- Lãnh đạo khác, từ phó phòng trở lên",
    "- Người trực tiếp lao động, công tác",
)
IN_TOTAL = ("Tập thể", "Hộ gia đình", "Cá nhân")
PEOPLE = ("Tổng số", "Trong đó: nữ")
LABELS = ("movements", "state_awards", "local_awards", "bodies", "officers")


@dataclass(frozen=True)
class MovementCounts:
    """Movements that one level launched: how many by scope, by duration and by way."""

    level: str
    scopes: tuple[int, ...]
    durations: tuple[int, ...]
    ways: tuple[int, ...]


@dataclass(frozen=True)
class StateAward:
    """What was proposed to the State and what it gave."""

    award: str
    proposed: tuple[int, ...]  # by merit
    given: tuple[int, ...]


@dataclass(frozen=True)
class Body:
    name: str
    departments: int
    posts: int
    officers: int
    women: int


@dataclass(frozen=True)
class OfficerGroup:
    group: str
    counts: tuple[tuple[str, int, int], ...]  # (name, all, women)


@dataclass(frozen=True)
class Fund:
    """In đồng."""

    spending: int  # regular spending of the budget, by which the fund is measured
    received: tuple[tuple[str, int], ...]
    spent: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Statistics:
    letterhead: Letterhead
    issuer: str
    year: int
    movements: tuple[MovementCounts, ...]
    state_awards: tuple[StateAward, ...]
    local_awards: dict[str, tuple[int, ...]]  # {row of WHOM: counts by award, then by merit}
    bodies: tuple[Body, ...]
    officers: tuple[OfficerGroup, ...]
    fund: Fund
    signature: Signature
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ("Như trên", "Lưu: VT")
    labels: dict[str, str] = field(
        default_factory=dict
    )  # how each form is called: {"movements": "Biểu số …"}


def paper(statistics):
    year = statistics.year
    annexes = (
        ("movements", f"Số phong trào thi đua năm {year}", _movements(statistics.movements)),
        ("state_awards", f"Số lượng khen thưởng cấp Nhà nước năm {year}", _state(statistics.state_awards)),
        (
            "local_awards",
            f"Số lượng khen thưởng cấp bộ, cấp tỉnh năm {year}",
            _local(statistics.local_awards),
        ),
        (
            "bodies",
            f"Tổ chức bộ máy làm công tác thi đua, khen thưởng năm {year}",
            _bodies(statistics.bodies),
        ),
        (
            "officers",
            f"Công chức, viên chức làm công tác thi đua, khen thưởng năm {year}",
            _officers(statistics.officers),
        ),
        ("fund", f"Trích lập, sử dụng Quỹ thi đua, khen thưởng năm {year}", _fund(statistics.fund)),
    )
    return Document(
        statistics.letterhead,
        Title("BÁO CÁO", f"Thống kê về thi đua, khen thưởng năm {year}"),
        (
            Paragraph(
                f"{statistics.issuer} báo cáo số liệu về thi đua, khen thưởng từ ngày 01/01/{year} đến ngày "
                f"31/12/{year} theo {len(annexes):02d} biểu kèm theo"
            ),
        ),
        statistics.issuer,
        signatures=(statistics.signature,),
        addressees=statistics.addressees,
        recipients=statistics.recipients,
        annexes=tuple(
            Annex(title, body, landscape=True, label=_label(statistics.labels, name))
            for name, title, body in annexes
        ),
    )


def _label(labels, name):
    """The sheet of the fund has no form; it is an appendix beside those that have."""
    return labels.get(name, "Phụ lục") if labels else ""


def _movements(rows):
    columns = (
        Column("Cấp chủ trì", 16),
        Column("Tổng số", 7, "right"),
        *_columns(SCOPES, "Theo phạm vi", 8),
        *_columns(DURATIONS, "Theo thời hạn", 7),
        *_columns(WAYS, "Theo phương thức", 9),
    )
    counts = [(row.level, sum(row.scopes), *row.scopes, *row.durations, *row.ways) for row in rows]
    return (_summed(columns, counts),)


def _state(awards):
    """Two tables, proposed and given, each by merit."""
    columns = (
        Column("Danh hiệu, hình thức", 30),
        Column("Tổng số", 9, "right"),
        *_columns(MERITS, "Loại hình", 8),
    )
    proposed = [(row.award, sum(row.proposed), *row.proposed) for row in awards]
    given = [(row.award, sum(row.given), *row.given) for row in awards]
    return (
        _summed(columns, proposed, caption="Đã trình"),
        _summed(columns, given, caption="Đã có quyết định"),
    )


def _local(counts):
    columns = (
        Column("Đối tượng", 44),
        Column("Tổng số", 12, "right"),
        *_columns(LOCAL_AWARDS, "Theo danh hiệu, hình thức", 13, 13, 12, 16),
        *_columns(MERITS, "Theo phương thức", 17, 16, 12, 13, 13, 12, 14),
    )
    width = len(LOCAL_AWARDS) + len(MERITS)
    lines = [(whom, *_with_sum(counts.get(whom, (0,) * width), len(LOCAL_AWARDS))) for whom in WHOM]
    sums = [sum(column) for column in zip(*(row[1:] for row in lines if row[0] in IN_TOTAL), strict=True)]
    rows = [tuple(map(_shown, row)) for row in lines]
    return (table(columns, rows, total=("Tổng cộng", *map(so, sums))),)


def _with_sum(counts, first):
    return sum(counts[:first]), *counts


def _bodies(bodies):
    columns = (
        Column("Cơ quan, đơn vị", 40),
        Column("Số phòng, bộ phận", 15, "right"),
        Column("Biên chế được giao", 15, "right"),
        Column("Tổng số", 15, "right", over="Công chức, viên chức hiện có"),
        Column("Trong đó: nữ", 15, "right", over="Công chức, viên chức hiện có"),
    )
    return (
        _summed(columns, [(row.name, row.departments, row.posts, row.officers, row.women) for row in bodies]),
    )


def _officers(groups):
    """One group for each way of counting the same people: no sum over all of them."""
    columns = (Column("Phân loại", 60), *_columns(PEOPLE, "Số người", 20))
    rows = []
    for group in groups:
        rows.append(Row((group.group,), "group"))
        rows += [Row((name, so(everybody), so(women))) for name, everybody, women in group.counts]
    return (Table(columns, tuple(rows)),)


def _fund(fund):
    columns = (
        Column("STT", 8, "center"),
        Column("Nội dung", 52),
        Column("Số tiền (đồng)", 22, "right"),
        Column("Tỷ lệ trên chi thường xuyên", 18, "right"),
    )
    return (
        _amounts(columns, "Số thu", fund.received, fund.spending),
        _amounts(columns, "Số chi", fund.spent, fund.spending),
    )


def _amounts(columns, caption, amounts, spending):
    rows = [
        (str(place), name, so(amount), share(amount, spending))
        for place, (name, amount) in enumerate(amounts, start=1)
    ]
    total = sum(amount for _, amount in amounts)
    return table(columns, rows, total=("", "Tổng cộng", so(total), share(total, spending)), caption=caption)


def share(part, whole):
    """“1,25%”, two decimals."""
    if not whole:
        return ""
    return f"{(Decimal(100 * part) / whole).quantize(Decimal('0.01'))}%".replace(".", ",")


def _columns(names, over, *widths):
    """Columns below one head, each of its own width or all of the one that is given."""
    widths = widths if len(widths) > 1 else widths * len(names)
    return tuple(Column(name, wide, "right", over=over) for name, wide in zip(names, widths, strict=True))


def _summed(columns, rows, caption=""):
    """Rows of a name and counts, with their sums."""
    sums = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    shown = [tuple(map(_shown, row)) for row in rows]
    return table(columns, shown, total=("Tổng cộng", *map(so, sums)) if rows else None, caption=caption)


def _shown(value):
    return value if isinstance(value, str) else so(value)
