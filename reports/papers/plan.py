"""Kế hoạch: the plan's parts with criteria, timetable and duties."""

from campaigns.models import SectionKind
from campaigns.models.plan import PUBLIC
from core.calendar import vietnamese_date
from law.models import SubjectKind

from . import heads
from .document import Column, Document, Heading, Paragraph, Section, Title, table
from .layout import roman

CRITERIA = (
    Column("STT", 9, "center"),
    Column("Tiêu chí", 73),
    Column("Điểm tối đa", 18, "center"),
)
TIMETABLE = (
    Column("STT", 9, "center"),
    Column("Thời gian", 23, "center"),
    Column("Nội dung", 41),
    Column("Nhân dịp, giai đoạn đánh giá", 27),
)
ADOPTED = "Kế hoạch này được thực hiện kể từ ngày ký"


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
    for number, (title, blocks) in enumerate(_parts(plan), start=1):
        yield Section(roman(number), title)
        yield from blocks
    yield Paragraph(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về "
        f"{office.issuer} để xem xét, giải quyết"
    )


def _opening(plan, office):
    above = plan.implements
    task = f"Thực hiện {_cited(above)}, " if above and above.number_text else ""
    return (
        f"{task}{office.issuer} ban hành Kế hoạch {plan.title[:1].lower()}{plan.title[1:]} "
        "với các nội dung như sau:"
    )


def _cited(plan):
    number, day = plan.number_text, vietnamese_date(plan.issued_on)
    named = f"Kế hoạch số {number}" if "/" in number else number
    return f"{named} {day} của {plan.unit.issuer}"


def _parts(plan):
    """[(title, blocks)] of the parts that say something, in the order of SectionKind."""
    typed = {section.kind: heads.prose(section.body) for section in plan.sections.all()}
    made = {
        SectionKind.CRITERIA: _criteria(plan),
        SectionKind.TIMETABLE: _timetable(plan),
        SectionKind.ORGANIZATION: _duties(plan),
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
        (str(place), f"{milestone.due_on:%d/%m/%Y}", milestone.name, _occasion(milestone))
        for place, milestone in enumerate(plan.milestones.all(), start=1)
    ]
    if rows:
        yield table(TIMETABLE, rows)


def _occasion(milestone):
    covers = milestone.covers_from and f"{milestone.covers_from:%d/%m/%Y} - {milestone.covers_to:%d/%m/%Y}"
    return "; ".join(filter(None, [milestone.occasion, covers and f"Đánh giá {covers}"]))


def _duties(plan):
    """One heading for each unit with what it has to do, in the order of its first duty."""
    tasks = {}
    for assignment in plan.assignments.all():
        tasks.setdefault(assignment.unit, []).append(assignment)
    for number, (unit, assignments) in enumerate(tasks.items(), start=1):
        yield Heading(str(number), _capitalised(unit.name))
        for assignment in assignments:
            yield from _duty(assignment)


def _duty(assignment):
    *first, last = heads.prose(assignment.task)
    yield from first
    yield Paragraph(f"{last.text.rstrip(' .;')}{_terms(assignment)}.")


def _terms(assignment):
    """“, phối hợp với …; hoàn thành trước ngày …”."""
    partners = f"; phối hợp với {assignment.partners}" if assignment.partners else ""
    due = f"; hoàn thành trong {vietnamese_date(assignment.due_on)}" if assignment.due_on else ""
    return partners + due


def _capitalised(text):
    return text[:1].upper() + text[1:]
