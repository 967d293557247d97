"""Hội nghị điển hình tiên tiến: plan, invitation, programme, delegates and script from one set of facts."""

import datetime
from collections import Counter
from dataclasses import dataclass, replace

from core.calendar import vietnamese_date
from core.templatetags.vietnamese import so

from . import heads
from .blanks import blank_lines
from .document import (
    Annex,
    Bullet,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Title,
    grouped_table,
    table,
)
from .layout import roman

SHARES = (
    Column("STT", 8, "center"),
    Column("Đơn vị, thành phần", 36),
    Column("Số đại biểu", 14, "right"),
    Column("Nữ", 12, "right", over="Trong đó ít nhất"),
    Column("Dân tộc thiểu số", 14, "right", over="Trong đó ít nhất"),
    Column("Trực tiếp lao động", 16, "right", over="Trong đó ít nhất"),
)
HONOURS = (
    Column("STT", 8, "center"),
    Column("Tên", 32),
    Column("Chức vụ, đơn vị, địa chỉ", 36),
    Column("Quyết định", 24),
)
TALKS = (
    Column("STT", 8, "center"),
    Column("Tham luận", 46),
    Column("Người trình bày", 32),
    Column("Thời lượng", 14, "center"),
)
DELEGATES = (
    Column("STT", 8, "center"),
    Column("Họ và tên", 25),
    Column("Giới tính", 9, "center"),
    Column("Chức vụ, đơn vị, địa chỉ", 35),
    Column("Thành phần", 24),
)
TASKS = (
    Column("STT", 8, "center"),
    Column("Công việc", 43),
    Column("Chủ trì", 28),
    Column("Hoàn thành trước", 22, "center"),
)
RUNNING = (Column("Thời gian", 18, "center"), Column("Nội dung", 50), Column("Người thực hiện", 32))
SCRIPT = (
    Column("Thời gian", 14, "center"),
    Column("Nội dung", 25),
    Column("Người thực hiện", 20),
    Column("Lời dẫn, việc chuẩn bị", 41),
)


@dataclass(frozen=True)
class Share:
    """How many delegates one unit or group sends."""

    unit: str
    delegates: int
    women: int
    minorities: int
    workers: int


@dataclass(frozen=True)
class Delegate:
    unit: str
    name: str
    sex: str
    description: str
    part: str  # điển hình tiên tiến, khách mời, đoàn chủ tịch …


@dataclass(frozen=True)
class Point:
    """One point of the programme."""

    time: str
    content: str
    by: str
    said: str = ""  # what the speaker says and has prepared


@dataclass(frozen=True)
class Talk:
    title: str
    speaker: str
    length: str  # “10 phút”


@dataclass(frozen=True)
class Batch:
    """Those who are on the stage together."""

    award: str
    handed_by: str
    rows: tuple[tuple[str, str, str], ...]  # (name, description, decision)


@dataclass(frozen=True)
class Conference:
    letterhead: Letterhead  # each paper takes its own symbol
    issuer: str
    name: str  # “Hội nghị điển hình tiên tiến xã Vĩnh Bình giai đoạn 2021 - 2025”
    held_on: datetime.date
    begins: str  # “07 giờ 30 phút”
    place: str
    chair: str
    purposes: tuple[str, ...]
    demands: tuple[str, ...]
    standards: tuple[str, ...]  # who is chosen as a delegate
    shares: tuple[Share, ...]
    reports: tuple[str, ...]  # by exemplars
    tasks: tuple[tuple[str, str, str], ...]  # (what, by whom, until)
    funding: str
    points: tuple[Point, ...]
    delegates: tuple[Delegate, ...]
    signature: Signature
    recipients: tuple[str, ...] = ("Lưu: VT",)
    guests: tuple[str, ...] = ()  # of the invitations: “Bà Lê Thị An, Trưởng ấp Hòa Thân”
    talks: tuple[Talk, ...] = ()
    batches: tuple[Batch, ...] = ()

    @property
    def when(self):
        return f"{self.begins}, {vietnamese_date(self.held_on)}"


def plan(conference):
    return _signed(conference, Title("KẾ HOẠCH", f"Tổ chức {conference.name}"), _plan(conference))


def _plan(conference):
    parts = (
        ("Mục đích, yêu cầu", _aims(conference)),
        ("Thời gian, địa điểm", _time_and_place(conference)),
        ("Thành phần, số lượng, tiêu chuẩn đại biểu", _who(conference)),
        ("Nội dung, chương trình", _contents(conference)),
        ("Phân công thực hiện", _tasks(conference.tasks)),
        ("Kinh phí", heads.prose(conference.funding) or blank_lines(1)),
    )
    for number, (title, blocks) in enumerate(parts, start=1):
        yield Section(roman(number), title)
        yield from blocks


def _aims(conference):
    yield Heading("1", "Mục đích")
    yield from _listed(conference.purposes)
    yield Heading("2", "Yêu cầu")
    yield from _listed(conference.demands)


def _listed(texts):
    """A bullet each; room to write where nothing is said."""
    return tuple(map(Bullet, texts)) or blank_lines(1)


def _time_and_place(conference):
    yield Item("1.", f"Thời gian: {conference.when}.")
    yield Item("2.", f"Địa điểm: {conference.place}.")


def _who(conference):
    yield Heading("1", "Tiêu chuẩn đại biểu")
    yield from _listed(conference.standards)
    yield Heading("2", "Số lượng, cơ cấu")
    yield from (_shares(conference.shares),) if conference.shares else blank_lines(1)


def _shares(shares):
    rows = [(row.unit, row.delegates, row.women, row.minorities, row.workers) for row in shares]
    sums = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    shown = [(str(place), unit, *map(so, counts)) for place, (unit, *counts) in enumerate(rows, start=1)]
    return table(SHARES, shown, total=("", "Tổng cộng", *map(so, sums)))


def _contents(conference):
    if not conference.points:
        yield from blank_lines(1)
    for place, point in enumerate(conference.points, start=1):
        yield Item(f"{place}.", f"{point.content}.")
    if conference.reports:
        yield Heading("", "Tham luận của điển hình tiên tiến")
        yield from map(Bullet, conference.reports)


def _tasks(tasks):
    return _table(TASKS, [(str(place), *task) for place, task in enumerate(tasks, start=1)])


def _table(columns, rows):
    """A table of these rows; room to write where there are none yet."""
    return (table(columns, rows),) if rows else blank_lines(3)


def invitation(conference):
    """Giấy mời, a sheet for each guest; without guests one, on which the name is written in by hand."""
    first, *others = [_invited(conference, guest) for guest in conference.guests or ("",)]
    return replace(first, following=tuple(others))


def _invited(conference, guest):
    return _signed(conference, Title("GIẤY MỜI", f"Dự {conference.name}"), _invitation(conference, guest))


def _invitation(conference, guest):
    yield Paragraph(f"{conference.issuer} trân trọng kính mời:")
    yield from (Paragraph(guest),) if guest else blank_lines(1)
    yield Paragraph(f"Tới dự {conference.name}.")
    yield Paragraph(f"Chủ trì: {conference.chair}.")
    yield Paragraph(f"Thời gian: {conference.when}.")
    yield Paragraph(f"Địa điểm: {conference.place}.")
    yield Paragraph("Rất hân hạnh được đón tiếp")


def programme(conference):
    return _paper(conference, Title("CHƯƠNG TRÌNH", conference.name), _programme(conference))


def _programme(conference):
    yield Paragraph(f"Thời gian: {conference.when}. Địa điểm: {conference.place}.")
    yield from _table(RUNNING, [(point.time, point.content, point.by) for point in conference.points])
    if conference.talks:
        rows = enumerate(conference.talks, start=1)
        yield Heading("", "Tham luận của điển hình tiên tiến")
        yield table(TALKS, [(str(place), row.title, row.speaker, row.length) for place, row in rows])


def delegates(conference):
    return _paper(conference, Title("DANH SÁCH", f"Đại biểu dự {conference.name}"), _delegates(conference))


def _delegates(conference):
    found = conference.delegates
    women = sum(row.sex == "Nữ" for row in found)
    yield Paragraph(
        f"Tổng số {so(len(found))} đại biểu, trong đó {so(women)} nữ; theo thành phần: {_parts(found)}."
    )
    units = dict.fromkeys(row.unit for row in found)
    yield grouped_table(DELEGATES, [(unit, _delegate_rows(found, unit)) for unit in units])


def _parts(found):
    counts = Counter(row.part for row in found)
    return ", ".join(f"{so(count)} {part[:1].lower()}{part[1:]}" for part, count in counts.items())


def _delegate_rows(found, unit):
    for place, row in enumerate((row for row in found if row.unit == unit), start=1):
        yield str(place), row.name, row.sex, row.description, row.part


def script(conference):
    """Kịch bản: minute by minute what is said and what lies ready."""
    paper = _paper(conference, Title("KỊCH BẢN", f"Điều hành {conference.name}"), _script(conference))
    return replace(paper, annexes=tuple(_on_stage(conference.batches)))


def _on_stage(batches):
    """Who is called to the stage, batch by batch, and who hands over."""
    if batches:
        groups = [(_called(number, row), _honoured(row)) for number, row in enumerate(batches, start=1)]
        yield Annex("Danh sách trao khen thưởng theo lượt", (grouped_table(HONOURS, groups),))


def _called(number, batch):
    by = f"; người trao: {batch.handed_by}" if batch.handed_by else ""
    return f"Lượt {number}. {batch.award}{by}"


def _honoured(batch):
    return [(str(place), *row) for place, row in enumerate(batch.rows, start=1)]


def _script(conference):
    yield Paragraph(f"Thời gian: {conference.when}. Địa điểm: {conference.place}.")
    yield from _table(SCRIPT, [(row.time, row.content, row.by, row.said) for row in conference.points])


def _signed(conference, title, body):
    paper = _paper(conference, title, body)
    return replace(paper, signatures=(conference.signature,), recipients=conference.recipients)


def _paper(conference, title, body):
    """Handed out with what is signed: it bears no signature of its own."""
    return Document(conference.letterhead, title, tuple(body), conference.issuer)
