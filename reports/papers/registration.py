"""Phiếu đăng ký điển hình of one exemplar, and the list by which a unit registers all of its own."""

from dataclasses import dataclass

from core.calendar import period_label
from core.templatetags.vietnamese import dong, ngay
from exemplars.models.stage import FOLLOWED
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
    table,
)

PLACES = 8  # named on the form; of the others their number
COLUMNS = (
    Column("STT", 8, "center"),
    Column("Tên mô hình, việc làm tiêu biểu", 31),
    Column("Cá nhân, tập thể, hộ gia đình", 24),
    Column("Nội dung đăng ký", 26),
    Column("Thời gian", 12, "center"),
)

FIGURES = (
    Column("STT", 8, "center"),
    Column("Chỉ tiêu", 52),
    Column("Trước khi thực hiện", 20, "right"),
    Column("Hiện nay", 20, "right"),
)


@dataclass(frozen=True)
class Registration:
    letterhead: Letterhead
    issued_by: str
    plan: str  # “Kế hoạch số …”; empty outside any plan
    title: str
    facts: tuple[tuple[str, str], ...]
    field: str = ""
    about: str = ""
    practice: str = ""
    cost: str = ""
    figures: tuple[tuple[str, str, str], ...] = ()  # what, before, after
    effect: str = ""
    causes: str = ""
    needs: str = ""
    learned_by: str = ""
    support: str = ""  # what is asked for, one task on a line
    contact: str = ""
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
    yield fact("Loại điển hình", registration.about)
    yield fact("Lĩnh vực", registration.field)
    yield fact("Đầu mối liên hệ", registration.contact)
    yield Section("II", "Nội dung đăng ký")
    parts = (
        ("Cách làm", registration.practice),
        ("Kinh phí, nguồn lực", registration.cost),
        ("Hiệu quả", registration.effect),
        ("Nguyên nhân thành công", registration.causes),
        ("Điều kiện để nơi khác làm theo", registration.needs),
        ("Nơi đã học tập, làm theo; khả năng nhân rộng", registration.learned_by),
    )
    for number, (title, text) in enumerate(parts, start=1):
        yield Heading(str(number), title)
        yield from heads.prose(text) or blank_lines(2)
        if title == "Hiệu quả" and registration.figures:
            yield _figures(registration.figures)
    yield Section("III", "Đề nghị hỗ trợ, bồi dưỡng")
    yield from heads.prose(registration.support) or blank_lines(2)


def _figures(figures):
    return table(FIGURES, [(str(place), *row) for place, row in enumerate(figures, start=1)])


def of_exemplar(exemplar):
    """Needs its subject, unit, plan and field, its figures and its plans of support with their tasks."""
    unit, subject = heads.office_of(exemplar.unit, None), exemplar.subject
    parts = [part for part in identity(subject.kind) if part not in UNPRINTED]
    return Registration(
        heads.letterhead(unit),
        unit.issuer,
        heads.plan_cited(exemplar.plan) if exemplar.plan else "",
        exemplar.title,
        tuple(facts(subject, parts)),
        field=str(exemplar.field or ""),
        about=exemplar.get_about_display(),
        practice=exemplar.practice,
        cost="\n".join(part for part in (exemplar.cost, _sum(exemplar.cost_dong)) if part),
        figures=tuple((str(row), row.before_text, row.after_text) for row in exemplar.figures.all()),
        effect=exemplar.effect,
        causes=exemplar.causes,
        needs=exemplar.needs,
        learned_by=_places(exemplar),
        support=_support(exemplar),
        contact=exemplar.contact,
        name=subject.name,
    )


def _sum(amount):
    return f"Tổng kinh phí: {dong(amount)}." if amount else ""


def _support(exemplar):
    """The tasks of the latest plan of support: “- Tập huấn (Hội Nông dân), 4.000.000 đồng.”"""
    plan = next(iter(exemplar.support_plans.all()), None)
    return "\n".join(_task(task) for task in plan.tasks.all()) if plan else ""


def _task(task):
    money = f", {dong(task.money)}" if task.money else ""
    return f"- {task.task} ({task.helped_by}){money}."


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


def list_document(plan):
    return list_paper(of_plan(plan))


def registered_in(plan):
    """The exemplars that units registered for this plan and still follow, by field."""
    return plan.exemplars.filter(status__in=FOLLOWED).order_by(
        "field__order", "unit__name_key", "title_key", "pk"
    )


def of_plan(plan):
    """Needs its unit and its number."""
    office = heads.office_of(plan.unit, None)
    exemplars = registered_in(plan).select_related("subject", "unit", "field")
    return RegistrationList(
        heads.letterhead(office),
        office.issuer,
        heads.plan_cited(plan),
        plan.starts_on,
        plan.ends_on,
        tuple(_registered(exemplar) for exemplar in exemplars.prefetch_related("support_plans")),
        heads.signed_by(office),
    )


def _registered(exemplar):
    plan = next(iter(exemplar.support_plans.all()), None)
    promise = plan.goal if plan else exemplar.effect or exemplar.practice
    return Registered(
        str(exemplar.field or "Lĩnh vực khác"),
        exemplar.title,
        _with_unit(str(exemplar.subject), str(exemplar.unit)),
        " ".join(promise.split()),
        str(exemplar.year or ngay(exemplar.found_on)),
    )


def _with_unit(subject, unit):
    return subject if unit.lower() in subject.lower() else f"{subject}, {unit}"
