"""Kế hoạch: the plan's parts with criteria, timetable and duties."""

from campaigns.models import SectionKind
from campaigns.models.plan import PUBLIC
from core.calendar import short_date, vietnamese_date
from core.emphasis import ended
from law.models import SubjectKind
from organizations.models import UnitKind

from . import heads
from .document import Column, Document, Heading, Paragraph, Section, Table, Title, table
from .layout import roman
from .typed_text import capitalised, in_a_sentence

CRITERIA = (
    Column("STT", 9, "center"),
    Column("Tiêu chí", 73),
    Column("Điểm tối đa", 18, "center"),
)
TIMETABLE = (
    Column("STT", 8, "center"),
    Column("Thời gian", 17, "center"),
    Column("Nội dung", 36),
)
OCCASION = Column("Nhân dịp, giai đoạn đánh giá", 39)


def document(plan):
    """Needs sections, criteria, milestones and assignments with their units prefetched."""
    office = heads.office_of(plan.unit, plan.issued_on)
    return Document(
        heads.of_paper(plan, office),
        Title("KẾ HOẠCH", plan.title),
        tuple(_body(plan, office)),
        office.issuer,
        signatures=(heads.signature(plan, office),),
        legal_bases=heads.bases(plan.legal_bases),
        recipients=heads.recipients(plan.recipients),
        draft=plan.status not in PUBLIC,
    )


def _body(plan, office):
    yield Paragraph(_opening(plan, office))
    for number, (title, blocks) in enumerate(_parts(plan, office), start=1):
        yield Section(roman(number), title)
        yield from blocks
    if plan.replaces:
        yield Paragraph(_put_out_of_force(plan.replaces))
    yield Paragraph(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về "
        f"{office.issuer} để xem xét, giải quyết"
    )


def _opening(plan, office):
    return (
        f"{_carrying_out(plan)}{office.issuer} ban hành Kế hoạch {in_a_sentence(plan.title)} "
        "với các nội dung như sau:"
    )


def _carrying_out(plan):
    """“Thực hiện Kế hoạch số …, ”, unless the title says so; cited in full where the grounds do not."""
    above = plan.implements
    if not above or not above.number_text or above.number_text in plan.title:
        return ""
    number = above.number_text
    named = f"Kế hoạch số {number}" if "/" in number else number
    if number in plan.legal_bases:
        return f"Thực hiện {named}, "
    day = vietnamese_date(above.issued_on)
    return f"Thực hiện {named} {day} của {above.unit.issuer} về {in_a_sentence(above.title)}, "


def _put_out_of_force(older):
    named = f"Kế hoạch số {older.number_text}" if "/" in older.number_text else older.number_text
    day, issuer = vietnamese_date(older.issued_on), older.unit.issuer
    return f"Kế hoạch này thay thế {named} {day} của {issuer} về {in_a_sentence(older.title)}."


def _parts(plan, office):
    """[(title, blocks)] of the parts that say something, in the order of SectionKind."""
    typed = {section.kind: heads.prose(section.body) for section in plan.sections.all()}
    made = {
        SectionKind.CRITERIA: _criteria(plan),
        SectionKind.TIMETABLE: _timetable(plan),
        SectionKind.ORGANIZATION: _duties(plan, office),
    }
    parts = [(kind.label, (*typed.get(kind, ()), *made.get(kind, ()))) for kind in SectionKind]
    return [(title, blocks) for title, blocks in parts if blocks]


def _criteria(plan):
    criteria = plan.criteria.all()
    for kind in SubjectKind:
        rows = [row for row in criteria if row.subject_kind == kind]
        if rows:
            yield _points_table(kind, rows)


def _points_table(kind, rows):
    return table(
        CRITERIA,
        [(str(place), row.text, str(row.max_points)) for place, row in enumerate(rows, start=1)],
        total=("", "Tổng cộng", str(sum(row.max_points for row in rows))),
        caption=f"Bảng điểm đối với {kind.label}",
    )


def _timetable(plan):
    rows = [
        (str(place), short_date(milestone.due_on), capitalised(milestone.name), _occasion(milestone))
        for place, milestone in enumerate(plan.milestones.all(), start=1)
    ]
    if any(row[-1] for row in rows):
        yield table((*TIMETABLE, OCCASION), rows)
    elif rows:
        yield table(TIMETABLE, [row[:-1] for row in rows])


def _occasion(milestone):
    """“75 năm Ngày …; đánh giá từ ngày 01/01/2021 đến ngày 05/6/2023”."""
    start, end = milestone.covers_from, milestone.covers_to
    covers = start and f"đánh giá từ ngày {short_date(start)} đến ngày {short_date(end)}"
    return capitalised("; ".join(filter(None, [milestone.occasion, covers])))


def _duties(plan, office):
    """One heading for each unit with what it has to do, in the order of its first duty."""
    tasks = {}
    for assignment in plan.assignments.all():
        tasks.setdefault(assignment.unit, []).append(assignment)
    for number, (unit, assignments) in enumerate(tasks.items(), start=1):
        yield Heading(str(number), _asked(unit, office))
        for assignment in assignments:
            yield from _duty(assignment)


def _asked(unit, office):
    """A committee tells its own what to do and asks associations and the Party."""
    asks = unit.kind == UnitKind.ASSOCIATION and heads.is_committee(office)
    return f"Đề nghị {unit.issuer}" if asks else capitalised(unit.issuer)


def _duty(assignment):
    *first, last = heads.prose(assignment.task)
    yield from first
    if isinstance(last, Table):
        yield last
        yield from map(Paragraph, filter(None, [capitalised(_terms(assignment).lstrip("; "))]))
    else:
        yield Paragraph(ended(last.text, f"{_terms(assignment)}.", " .;"))


def _terms(assignment):
    """“; phối hợp với …; hoàn thành chậm nhất vào ngày …”."""
    partners = assignment.partners.rstrip(" .;")
    partners = in_a_sentence(partners) if partners.startswith("Các ") else partners
    due = assignment.due_on and f"hoàn thành chậm nhất vào {vietnamese_date(assignment.due_on)}"
    return "".join(f"; {term}" for term in (partners and f"phối hợp với {partners}", due) if term)
