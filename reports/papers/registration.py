"""Phiếu đăng ký điển hình of one exemplar, and the list by which a unit registers all of its own."""

from dataclasses import dataclass

from core.calendar import period_label
from exemplars.parts import facts, identity

from . import heads
from .achievement import UNPRINTED
from .blanks import blank_lines, fact
from .document import (
    Column,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    Section,
    Signature,
    Title,
    grouped_table,
)

PLACES = 8  # named on the form; of the others their number
COLUMNS = (
    Column("STT", 8, "center"),
    Column("Tên mô hình, việc làm tiêu biểu", 31),
    Column("Cá nhân, tập thể, hộ gia đình", 24),
    Column("Nội dung đăng ký", 26),
    Column("Thời gian", 12, "center"),
)


@dataclass(frozen=True)
class Registration:
    letterhead: Letterhead
    issued_by: str
    plan: str  # “Kế hoạch số …”; empty outside any plan
    title: str
    facts: tuple[tuple[str, str], ...]
    field: str = ""
    practice: str = ""
    effect: str = ""
    learned_by: str = ""
    name: str = ""  # who signs for the exemplar


def document(exemplar):
    return paper(of_exemplar(exemplar))


def paper(registration):
    return Document(
        registration.letterhead,
        Title("PHIẾU ĐĂNG KÝ", "Mô hình, điển hình tiên tiến"),
        tuple(_body(registration)),
        registration.issued_by,
        signatures=(
            Signature("THỦ TRƯỞNG ĐƠN VỊ\nXÁC NHẬN", ""),
            Signature("NGƯỜI ĐĂNG KÝ", registration.name),
        ),
    )


def _body(registration):
    if registration.plan:
        yield Paragraph(f"Thực hiện {registration.plan}, đăng ký mô hình, điển hình tiên tiến như sau:")
    yield Section("I", "Thông tin chung")
    yield fact("Tên mô hình, việc làm tiêu biểu", registration.title)
    for label, value in registration.facts:
        yield fact(label, value)
    yield fact("Lĩnh vực", registration.field)
    yield Section("II", "Nội dung đăng ký")
    parts = (
        ("Cách làm", registration.practice),
        ("Hiệu quả, số liệu", registration.effect),
        ("Nơi đã học tập, làm theo; khả năng nhân rộng", registration.learned_by),
    )
    for number, (title, text) in enumerate(parts, start=1):
        yield Heading(str(number), title)
        yield from heads.prose(text) or blank_lines(2)
    yield Section("III", "Đề nghị hỗ trợ, bồi dưỡng")
    yield from blank_lines(2)


def of_exemplar(exemplar):
    """Needs its subject, unit, plan and field."""
    unit, subject = heads.office_of(exemplar.unit, None), exemplar.subject
    parts = [part for part in identity(subject.kind) if part not in UNPRINTED]
    return Registration(
        heads.letterhead(unit),
        unit.issuer,
        heads.plan_cited(exemplar.plan) if exemplar.plan else "",
        exemplar.title,
        tuple(facts(subject, parts)),
        field=str(exemplar.field or ""),
        practice=exemplar.practice,
        effect=exemplar.effect,
        learned_by=_places(exemplar),
        name=subject.name,
    )


def _places(exemplar):
    """“- Xã Đồng Sơn, từ 03/2023.”: who works that way, one on a line."""
    standing = exemplar.adoptions.standing().for_table().order_by("since", "pk")
    lines = [f"- {_named(place)}, từ {place.since:%m/%Y}." for place in standing[:PLACES]]
    more = standing.count() - len(lines)
    return "\n".join([*lines, f"- Và {more} nơi khác."] if more else lines)


def _named(place):
    name = f"{place.name}, {place.unit}" if place.subject_id else place.name
    return name[:1].upper() + name[1:]


# --- The list ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Registered:
    field: str
    title: str
    subject: str
    promise: str  # what is to be done, and by when
    time: str


@dataclass(frozen=True)
class RegistrationList:
    letterhead: Letterhead
    issued_by: str
    plan: str
    starts_on: object  # dates of the period
    ends_on: object
    registered: tuple[Registered, ...]
    signature: Signature
    recipients: tuple[str, ...] = ("Lưu: VT",)


def list_paper(registrations):
    period = period_label(registrations.starts_on, registrations.ends_on)
    return Document(
        registrations.letterhead,
        Title("DANH SÁCH", f"Đăng ký mô hình, điển hình tiên tiến {period}"),
        tuple(_list_body(registrations)),
        registrations.issued_by,
        signatures=(registrations.signature,),
        recipients=registrations.recipients,
    )


def _list_body(registrations):
    yield Paragraph(
        f"Thực hiện {registrations.plan}, {registrations.issued_by} đăng ký "
        f"{len(registrations.registered):02d} mô hình, điển hình tiên tiến như sau:"
    )
    fields = dict.fromkeys(row.field for row in registrations.registered)
    groups = [(f"Lĩnh vực: {name}", _rows(registrations.registered, name)) for name in fields]
    yield grouped_table(COLUMNS, groups)


def _rows(registered, field):
    for place, row in enumerate((row for row in registered if row.field == field), start=1):
        yield str(place), row.title, row.subject, row.promise, row.time
