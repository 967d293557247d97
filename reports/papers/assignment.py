"""Giao nhiệm vụ: what a plan asks of each unit, as a letter (công văn) or as a decision."""

from dataclasses import dataclass

from core.calendar import short_date

from . import heads
from .document import BLANK, Annex, Article, Column, Document, Letterhead, Paragraph, Signature, Title, table
from .typed_text import in_a_sentence

COLUMNS = (
    Column("STT", 8, "center"),
    Column("Nhiệm vụ", 39),
    Column("Chủ trì", 20),
    Column("Phối hợp", 17),
    Column("Hoàn thành trước", 16, "center"),
)
REPORTED = "báo cáo kết quả bằng văn bản trước ngày hết hạn của từng nhiệm vụ"


@dataclass(frozen=True)
class Task:
    task: str
    unit: str
    partners: str = ""
    due: str = ""


@dataclass(frozen=True)
class Assignment:
    letterhead: Letterhead
    issuer: str
    plan: str  # “Kế hoạch số … ngày … của …”
    subject: str  # “giao nhiệm vụ thực hiện …”
    tasks: tuple[Task, ...]
    signature: Signature
    legal_bases: tuple[str, ...] = ()  # of a decision
    authority: str = ""
    recipients: tuple[str, ...] = (heads.AS_ABOVE, "Lưu: VT")


def document(plan):
    return letter(of_plan(plan))


def letter(assignment):
    return Document(
        assignment.letterhead,
        Title("", assignment.subject),
        (
            Paragraph(
                f"Để thực hiện {assignment.plan}, {assignment.issuer} giao các cơ quan, đơn vị "
                "nhiệm vụ sau đây:"
            ),
            _table(assignment.tasks),
            Paragraph(
                f"{assignment.issuer} yêu cầu thủ trưởng các cơ quan, đơn vị triển khai thực hiện, "
                f"{REPORTED}; có khó khăn, vướng mắc thì kịp thời phản ánh để xem xét, giải quyết"
            ),
        ),
        assignment.issuer,
        signatures=(assignment.signature,),
        addressees=tuple(dict.fromkeys(task.unit for task in assignment.tasks)),
        recipients=assignment.recipients,
    )


def decision(assignment):
    return Document(
        assignment.letterhead,
        Title("QUYẾT ĐỊNH", f"Về việc {assignment.subject}", authority=assignment.authority.upper()),
        (
            Article(
                1, f"Giao các cơ quan, đơn vị nhiệm vụ thực hiện {assignment.plan} theo phụ lục kèm theo."
            ),
            Article(
                2, f"Thủ trưởng các cơ quan, đơn vị được giao nhiệm vụ triển khai thực hiện, {REPORTED}."
            ),
            Article(
                3,
                "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị có tên tại phụ lục "
                "chịu trách nhiệm thi hành Quyết định này",
            ),
        ),
        assignment.authority,
        signatures=(assignment.signature,),
        legal_bases=assignment.legal_bases,
        recipients=("Như Điều 3", *assignment.recipients[1:]),
        annexes=(Annex("Phân công nhiệm vụ", (_table(assignment.tasks),), landscape=True),),
    )


def _table(tasks):
    rows = [
        (str(place), row.task, row.unit, row.partners, row.due) for place, row in enumerate(tasks, start=1)
    ]
    return table(COLUMNS, rows)


def of_plan(plan):
    """Needs its assignments with their units, and its number."""
    office, drafter = heads.office_of(plan.unit, None), heads.drafter(plan.recipients)
    return Assignment(
        heads.letterhead(office, f"{office.symbol or 'UBND'}-{drafter or BLANK}"),
        office.issuer,
        heads.plan_cited(plan),
        f"giao nhiệm vụ thực hiện Kế hoạch {in_a_sentence(plan.title)}",
        tuple(
            Task(row.task, row.unit.issuer, row.partners, short_date(row.due_on) if row.due_on else "")
            for row in plan.assignments.all()
        ),
        heads.signed_by(office),
        recipients=(heads.AS_ABOVE, f"{heads.KEPT} VT, {drafter}" if drafter else f"{heads.KEPT} VT"),
    )
