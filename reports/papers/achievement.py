"""Báo cáo thành tích: one outline for each kind of subject and of commendation."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from awards.models import AwardEntry
from awards.naming import given_by
from awards.naming import in_a_sentence as told_award
from core.calendar import short_date, today
from exemplars.models import Evidence
from exemplars.offices import first_office
from exemplars.parts import facts, identity
from law.models import AwardGroup, MeritKind, PaperForm, SubjectKind

from . import heads
from .blanks import blank_lines, fact
from .document import Column, Document, Heading, Letterhead, Paragraph, Section, Signature, Title, table
from .layout import roman

F = PaperForm
NBSP = "\N{NO-BREAK SPACE}"
HISTORY_COLUMNS = (
    Column("Năm", 12, "center"),
    Column("Danh hiệu, hình thức", 38),
    Column("Số, ngày, tháng, năm của quyết định; cơ quan ban hành", 50),
)
CRITERIA_COLUMNS = (
    Column("STT", 8, "center"),
    Column("Tiêu chí", 40),
    Column("Điểm tối đa", 12, "center"),
    Column("Điểm tự chấm", 12, "center"),
    Column("Căn cứ chấm", 28),
)
CAREER_COLUMNS = (
    Column("Từ tháng, năm đến tháng, năm", 26, "center"),
    Column("Chức vụ (Đảng, chính quyền, đoàn thể)", 32),
    Column("Nơi công tác", 26),
    Column("Số năm, tháng giữ chức vụ", 16, "center"),
)
UNPRINTED = ("id_number", "worker_group", "collective_kind")  # private, or asked for to count by
CONFIRMED = "XÁC NHẬN CỦA\nCẤP TRÊN TRỰC TIẾP"


@dataclass(frozen=True)
class Outline:
    """What one kind of report asks for, in order."""

    about: str  # the first section
    asked: tuple[str, ...] = ()  # facts that the dossier does not hold
    told: str = "Quyền hạn, nhiệm vụ được giao hoặc đảm nhận"
    done: str = "Thành tích đạt được"  # the second section
    guide: tuple[str, ...] = ("Thành tích đạt được",)  # its headings while nothing is written
    career: bool = False
    history: bool = True
    discipline: bool = False


LIFE = ("Quê quán", "Nơi thường trú", "Trình độ chuyên môn, nghiệp vụ", "Học hàm, học vị, danh hiệu")
WORK = (
    "Kết quả thực hiện nhiệm vụ được giao",
    "Biện pháp, nguyên nhân đạt được thành tích; phong trào thi đua đã tham gia",
    "Việc thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
    "Hoạt động của tổ chức đảng, đoàn thể; chăm lo đời sống cán bộ, nhân viên",
)
DEEDS = (
    "Thành tích trong thực hiện nhiệm vụ",
    "Sáng kiến, đề tài, giải pháp (số, ngày quyết định công nhận; phạm vi áp dụng)",
    "Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
)
PERSON = Outline("Sơ lược lý lịch", LIFE, guide=DEEDS)
COLLECTIVE = Outline(
    "Sơ lược đặc điểm, tình hình",
    ("Quá trình thành lập", "Chức năng, nhiệm vụ được giao"),
    told="Đặc điểm, tình hình",
    guide=WORK,
)
FRIENDSHIP = ("Đóng góp cho quan hệ đối ngoại", "Hiệu quả đối với địa phương, ngành")
OUTLINES = {
    F.REPORT_PERSON: PERSON,
    F.REPORT_FIGHTER: PERSON,
    F.REPORT_HERO_PERSON: PERSON,
    F.REPORT_COLLECTIVE: COLLECTIVE,
    F.REPORT_FLAG: COLLECTIVE,
    F.REPORT_HERO_COLLECTIVE: COLLECTIVE,
    F.REPORT_HOUSEHOLD: Outline(
        "Sơ lược về hộ gia đình",
        told="Hoàn cảnh gia đình",
        done="Thành tích, đóng góp",
        guide=(
            "Đóng góp công sức, đất đai, tài sản (số liệu cụ thể)",
            "Việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
            "Tham gia phong trào thi đua ở nơi cư trú",
        ),
    ),
    F.REPORT_EXCEPTIONAL: Outline(
        "Thông tin chung",
        told="Hoàn cảnh, thời gian, địa điểm",
        done="Thành tích đột xuất",
        guide=("Hành động, việc làm", "Kết quả"),
        history=False,
    ),
    F.REPORT_MOVEMENT: Outline(
        "Thông tin chung",
        told="Đặc điểm, nhiệm vụ trong phong trào",
        done="Thành tích trong phong trào thi đua",
        guide=("Nội dung đã thực hiện", "Kết quả (số liệu cụ thể)"),
        history=False,
    ),
    F.REPORT_DEVOTION: Outline(
        "Sơ lược lý lịch", LIFE, done="Tóm tắt quá trình công tác", guide=(), career=True, discipline=True
    ),
    F.REPORT_FOREIGN_PERSON: Outline(
        "Thông tin chung",
        ("Quốc tịch",),
        told="Quá trình công tác",
        done="Thành tích, đóng góp",
        guide=FRIENDSHIP,
    ),
    F.REPORT_FOREIGN_COLLECTIVE: Outline(
        "Thông tin chung",
        ("Quốc gia, tổ chức",),
        told="Quá trình hoạt động",
        done="Thành tích, đóng góp",
        guide=FRIENDSHIP,
    ),
    F.REPORT_HAMLET: Outline(
        "Đặc điểm, tình hình",
        told="Đặc điểm, tình hình",
        done="Kết quả xây dựng thôn, tổ dân phố văn hóa",
        guide=(
            "Đời sống kinh tế ổn định và từng bước phát triển",
            "Đời sống văn hóa, tinh thần lành mạnh, phong phú",
            "Môi trường, cảnh quan sạch đẹp",
            "Chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
            "Đoàn kết, tương trợ, giúp đỡ nhau trong cộng đồng",
        ),
    ),
}


@dataclass(frozen=True)
class PastAward:
    year: int
    award: str
    decision: str  # number, day and issuer


@dataclass(frozen=True)
class Points:
    """The points that the unit gave its nominee for one criterion."""

    criterion: str
    highest: int
    points: int
    reason: str = ""


@dataclass(frozen=True)
class Achievement:
    """What a report of achievement says of one subject."""

    form: PaperForm
    letterhead: Letterhead
    issued_by: str
    award: str  # as after “tặng”
    facts: tuple[tuple[str, str], ...]
    signatures: tuple[Signature, ...]
    background: str = ""
    occasion: str = ""  # the movement or plan, and the time of the achievement
    achievements: str = ""
    initiatives: tuple[str, ...] = ()
    points: tuple[Points, ...] = ()
    titles: tuple[PastAward, ...] = ()
    forms: tuple[PastAward, ...] = ()
    past_awards: str = field(default="")  # typed: what the register does not know


def document(nomination):
    return paper(of_nomination(nomination))


def paper(told):
    """The Document of an Achievement."""
    return Document(
        told.letterhead,
        Title("BÁO CÁO THÀNH TÍCH", f"Đề nghị tặng {told.award}"),
        tuple(_body(told, OUTLINES[told.form])),
        told.issued_by,
        signatures=told.signatures,
    )


def _body(told, outline):
    sections = [(outline.about, _about(told, outline)), (outline.done, _done(told, outline))]
    if outline.history:
        sections.append(("Các hình thức đã được khen thưởng", _history(told)))
    if outline.discipline:
        sections.append(("Kỷ luật", blank_lines(1)))
    for number, (title, blocks) in enumerate(sections, start=1):
        yield Section(roman(number), title)
        yield from blocks


def _about(told, outline):
    for label, value in told.facts:
        yield fact(label, value)
    for label in outline.asked:
        yield fact(label, "")
    if told.background or not outline.career:
        yield Heading("", outline.told)
        yield from heads.prose(told.background) or blank_lines(2)


def _done(told, outline):
    if told.occasion:
        yield Paragraph(f"{told.occasion}.")
    if outline.career:
        yield table(CAREER_COLUMNS, [(NBSP,) * len(CAREER_COLUMNS)] * 6)
    if told.achievements:
        yield from heads.prose(told.achievements)
    else:
        for number, heading in enumerate(outline.guide, start=1):
            yield Heading(str(number), heading)
            yield from blank_lines(2)
    if told.initiatives:
        yield Heading("", "Sáng kiến, đề tài được công nhận")
        yield from heads.prose("\n".join(f"- {title}" for title in told.initiatives))
    if told.points:
        yield _points(told.points)


def _points(points):
    rows = [
        (str(place), row.criterion, str(row.highest), str(row.points), row.reason)
        for place, row in enumerate(points, start=1)
    ]
    sums = (str(sum(row.highest for row in points)), str(sum(row.points for row in points)))
    total = ("", "Tổng cộng", *sums, "")
    return table(CRITERIA_COLUMNS, rows, total=total, caption="Điểm tự chấm theo tiêu chí của kế hoạch")


def _history(told):
    yield Heading("1", "Danh hiệu thi đua")
    yield _past(told.titles)
    yield Heading("2", "Hình thức khen thưởng")
    yield _past(told.forms)
    if told.past_awards:
        yield Heading("3", "Khen thưởng khác theo kê khai của đơn vị")
        yield from heads.prose(told.past_awards)


def _past(awards: Iterable[PastAward]):
    """What the register knows, else two rows to be filled in."""
    rows = [(str(row.year), row.award, row.decision) for row in awards]
    return table(HISTORY_COLUMNS, rows or [(NBSP,) * len(HISTORY_COLUMNS)] * 2)


# --- From a dossier ----------------------------------------------------------------------------------


def form_of(nomination):
    """Which report the dossier takes, by its award, its kind of merit and its subject."""
    kind, merit = nomination.kind, nomination.merit
    code = nomination.award.code if nomination.award else ""
    if code in OF_AWARD:
        return OF_AWARD[code]
    if merit == MeritKind.EXCEPTIONAL:
        return F.REPORT_EXCEPTIONAL
    if merit in (MeritKind.DEVOTION, MeritKind.SENIORITY) and kind == SubjectKind.PERSON:
        return F.REPORT_DEVOTION
    if kind == SubjectKind.HOUSEHOLD:
        return F.REPORT_HOUSEHOLD
    if merit == MeritKind.FOREIGN:
        return F.REPORT_FOREIGN_PERSON if kind == SubjectKind.PERSON else F.REPORT_FOREIGN_COLLECTIVE
    if merit == MeritKind.MOVEMENT:
        return F.REPORT_MOVEMENT
    return F.REPORT_PERSON if kind == SubjectKind.PERSON else F.REPORT_COLLECTIVE


OF_AWARD = {"COCP": F.REPORT_FLAG, "CSTDTQ": F.REPORT_FIGHTER, "TTDPVH": F.REPORT_HAMLET}


def of_nomination(nomination):
    """Needs its unit, award, plan and holder; history, points and evidence are read here."""
    unit = heads.office_of(nomination.unit, nomination.submitted_on)
    office = nomination.holder or first_office(nomination.unit, nomination.route, today())
    offices = [office] if office else []
    entries = _entries(nomination)
    return Achievement(
        form=form_of(nomination),
        letterhead=heads.letterhead(unit, ""),
        issued_by=unit.issuer,
        award=told_award(nomination.award, *offices)
        if nomination.award
        else "danh hiệu, hình thức khen thưởng",
        facts=_facts(nomination),
        signatures=_signatures(nomination),
        background=nomination.background,
        occasion=_occasion(nomination),
        achievements=nomination.achievements,
        initiatives=_initiatives(nomination),
        points=tuple(
            Points(str(row.criterion), row.criterion.max_points, row.points, row.reason)
            for row in nomination.self_scores.select_related("criterion").order_by("criterion__order", "pk")
        ),
        titles=_given(entries, AwardGroup.TITLE),
        forms=_given(entries, AwardGroup.FORM),
        past_awards=nomination.past_awards,
    )


def _facts(nomination):
    parts = [part for part in identity(nomination.kind) if part not in UNPRINTED]
    return tuple(facts(nomination, parts))


def _occasion(nomination):
    plan = f"thực hiện {heads.plan_cited(nomination.plan)}" if nomination.plan else ""
    start, end = nomination.achieved_from, nomination.achieved_to
    time = f"từ ngày {short_date(start)} đến ngày {short_date(end)}" if start and end else ""
    words = ", ".join(filter(None, [plan, time]))
    return f"Thành tích {words}" if words else ""


def _initiatives(nomination):
    return tuple(row.title for row in nomination.evidence.all() if row.kind == Evidence.Kind.INITIATIVE)


def _entries(nomination):
    """The subject's awards that still count, the oldest first."""
    entries = AwardEntry.objects.counting().filter(subject=nomination.subject_id)
    return list(entries.exclude(nomination=nomination.pk).for_table().order_by("awarded_on", "pk"))


def _given(entries, group):
    return tuple(
        PastAward(
            entry.period_to.year,
            given_by(str(entry.award), entry.decision.unit),
            f"Quyết định số {entry.decision.number_text} ngày {short_date(entry.awarded_on)} "
            f"của {heads.head_of(entry.decision.unit)}",
        )
        for entry in entries
        if entry.award.group == group
    )


def _signatures(nomination):
    if nomination.kind == SubjectKind.PERSON:
        return Signature("THỦ TRƯỞNG ĐƠN VỊ\nXÁC NHẬN", ""), Signature("NGƯỜI BÁO CÁO", nomination.name)
    if nomination.kind == SubjectKind.COLLECTIVE:
        return Signature(CONFIRMED, ""), Signature("THỦ TRƯỞNG ĐƠN VỊ", "")
    return (
        Signature("XÁC NHẬN CỦA ẤP,\nKHU PHỐ, THÔN", ""),
        Signature("XÁC NHẬN CỦA\nUBND CẤP XÃ", ""),
        Signature("ĐẠI DIỆN\nHỘ GIA ĐÌNH", nomination.name),
    )
