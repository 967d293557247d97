"""What a draft plan still lacks before it can go for signature, and what should be read once more."""

from dataclasses import dataclass

from campaigns.models import MilestoneKind, SectionKind
from campaigns.years import years_named
from core.calendar import today

OPTIONAL_SECTIONS = {SectionKind.FUNDING}
REVIEWED = {MilestoneKind.INTERIM, MilestoneKind.FINAL}  # a report is written on them


@dataclass(frozen=True)
class Gap:
    """One thing to mend: a sentence, and the id on the edit page at which to mend it."""

    text: str
    anchor: str


def gaps(plan):
    """What is missing, in the order of the edit page; nothing when the plan can be submitted."""
    if plan.unfinished:
        return [Gap("Có nội dung đang gõ dở chưa đúng, chưa ghi vào kế hoạch.", "errors")]
    if plan.is_recorded:  # its paper is what it is
        return []
    return [
        *_in_head(plan),
        *_in_sections(plan),
        *_in_criteria(plan),
        *_in_milestones(plan),
        *_in_assignments(plan),
    ]


def old_years(plan):
    """[(place, anchor, years)] of texts in a copied plan that still name years of the older plan."""
    source = plan.copied_from
    if source is None:
        return []
    years = range(source.starts_on.year, min(source.ends_on.year + 1, plan.starts_on.year))
    named = ((place, anchor, years_named(text, years)) for place, anchor, text in _texts(plan))
    return [(place, anchor, found) for place, anchor, found in named if found]


def _texts(plan):
    """(place, anchor on the edit page, text) of everything in the plan that is typed."""
    yield "Trích yếu", "id_title", plan.title
    yield "Căn cứ", "id_legal_bases", plan.legal_bases
    yield "Nơi nhận", "id_recipients", plan.recipients
    for section in plan.sections.all():
        yield section.get_kind_display(), section_anchor(section.kind), section.body
    for criterion in plan.criteria.all():
        yield f"Tiêu chí “{criterion}”", "tieu-chi", criterion.text
    for milestone in plan.milestones.all():
        yield f"Mốc “{milestone}”", "moc", f"{milestone.name} {milestone.occasion}"
    for assignment in plan.assignments.all():
        yield f"Phân công {assignment.unit}", "phan-cong", f"{assignment.task} {assignment.partners}"


def section_anchor(kind):
    return f"id_section-{kind}"


def _in_head(plan):
    if not plan.recipients:
        yield Gap("Chưa ghi nơi nhận.", "id_recipients")
    if not plan.unit.exists_on(today()):
        yield Gap(f"{plan.unit} không còn hoạt động, không ban hành kế hoạch mới được.", "id_title")


def _in_sections(plan):
    written = {section.kind for section in plan.sections.all() if section.body}
    for kind in SectionKind:
        if kind not in written | OPTIONAL_SECTIONS:
            yield Gap(f"Chưa viết phần “{kind.label}”.", section_anchor(kind))


def _in_criteria(plan):
    if not plan.criteria.all():
        yield Gap("Chưa có tiêu chí chấm điểm cho đối tượng nào.", "tieu-chi")


def _in_milestones(plan):
    milestones = plan.milestones.all()
    if not any(milestone.kind == MilestoneKind.FINAL for milestone in milestones):
        yield Gap("Chưa có mốc tổng kết.", "moc")
    for milestone in milestones:
        if milestone.due_on < plan.starts_on:
            yield Gap(f"Mốc “{milestone}” có ngày trước khi kế hoạch bắt đầu.", "moc")
        if milestone.kind in REVIEWED and not milestone.covers_from:
            yield Gap(f"Mốc “{milestone}” chưa ghi giai đoạn đánh giá.", "moc")


def _in_assignments(plan):
    assignments = plan.assignments.all()
    if not assignments:
        yield Gap("Chưa phân công đơn vị nào.", "phan-cong")
    for assignment in assignments:
        if not assignment.unit.exists_on(today()):
            yield Gap(f"{assignment.unit} được phân công nhưng không còn hoạt động.", "phan-cong")
