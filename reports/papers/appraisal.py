"""Phiếu thẩm định: the dossier against the law and the register, and what the standing office concludes."""

from dataclasses import dataclass

from django.utils import timezone

from awards.judging import told
from awards.models import Step
from awards.naming import given_by
from core.calendar import short_date, today
from exemplars.completeness import gaps
from exemplars.models import NominationStatus
from exemplars.models.nomination import BEFORE_COUNCIL

from . import heads
from .blanks import blank_lines, fact
from .document import Column, Document, Letterhead, Paragraph, Section, Signature, Title, table

PRINTABLE = (NominationStatus.RECEIVED, NominationStatus.INELIGIBLE, *BEFORE_COUNCIL)
FILES = (Column("STT", 8, "center"), Column("Loại tài liệu", 32), Column("Tên tài liệu", 60))
RULES = (
    Column("STT", 8, "center"),
    Column("Nội dung đối chiếu", 43),
    Column("Kết quả", 20, "center"),
    Column("Căn cứ", 30),
)
CONCLUSIONS = {
    NominationStatus.INELIGIBLE: "Hồ sơ không đủ điều kiện trình Hội đồng",
    **dict.fromkeys(BEFORE_COUNCIL, "Hồ sơ đủ điều kiện trình Hội đồng"),
}


@dataclass(frozen=True)
class Appraisal:
    letterhead: Letterhead
    council: str
    facts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]  # (kind, title)
    missing: tuple[str, ...]
    rules: tuple[tuple[str, str, str], ...]  # (what was found, how it weighs, citation)
    signature: Signature
    opinion: str = ""
    conclusion: str = ""  # empty: room to write it
    appraiser: str = ""


def document(nomination):
    return paper(of_nomination(nomination))


def paper(appraisal):
    return Document(
        appraisal.letterhead,
        Title("PHIẾU THẨM ĐỊNH", "Hồ sơ đề nghị khen thưởng"),
        tuple(_body(appraisal)),
        appraisal.council,
        signatures=(Signature("NGƯỜI THẨM ĐỊNH", appraisal.appraiser), appraisal.signature),
    )


def _body(appraisal):
    yield Section("I", "Thông tin hồ sơ")
    for label, value in appraisal.facts:
        yield fact(label, value)
    yield Section("II", "Thành phần hồ sơ")
    yield from _files(appraisal)
    yield Section("III", "Đối chiếu quy định và sổ khen thưởng")
    rows = [(str(place), *rule) for place, rule in enumerate(appraisal.rules, start=1)]
    yield table(RULES, rows) if rows else Paragraph("Chưa có nội dung đối chiếu.")
    yield Section("IV", "Ý kiến thẩm định")
    yield from heads.prose(appraisal.opinion) or blank_lines(4)
    yield Section("V", "Kết luận")
    yield from [Paragraph(appraisal.conclusion)] if appraisal.conclusion else blank_lines(2)


def _files(appraisal):
    if appraisal.files:
        yield table(FILES, [(str(place), *row) for place, row in enumerate(appraisal.files, start=1)])
    else:
        yield Paragraph("Chưa có tài liệu kèm theo.")
    yield from heads.prose("\n".join(f"- {text}" for text in appraisal.missing))


def of_nomination(nomination):
    """Needs its unit, award, plan, holder and regime, and its evidence prefetched."""
    concluded = nomination.history.filter(verb__in=("appraise", "refuse")).last()
    day = timezone.localtime(concluded.at).date() if concluded else None
    office = heads.office_of(nomination.holder or nomination.unit, day)
    return Appraisal(
        heads.dated_by_council(office, day=day),
        f"Thường trực Hội đồng Thi đua - Khen thưởng {office.name}",
        facts=_facts(nomination, office),
        files=tuple((row.get_kind_display(), row.title) for row in nomination.evidence.all()),
        missing=tuple(gap.text for gap in gaps(nomination)),
        rules=tuple(map(_rule, told(nomination, Step.APPRAISED, day or today()))),
        opinion=nomination.appraisal,
        conclusion=CONCLUSIONS.get(nomination.status, ""),
        appraiser=concluded.by.full_name if concluded and concluded.by else "",
        signature=heads.standing_signature(office, day),
    )


def _rule(found):
    """A line of the table; what the office wrote about the finding stands under it."""
    answer, words = found["answer"], found["sentence"]
    if answer:
        basis = f" (căn cứ {answer['citation']})" if answer["citation"] else ""
        words += f" {'Đã gỡ' if answer['lifts'] else 'Lý do'}: {answer['reason']}{basis}"
    return words, found["verdict_label"], found["citation"]


def _facts(nomination, office):
    start, end = nomination.achieved_from, nomination.achieved_to
    award = nomination.award and given_by(str(nomination.award), office)
    period = f"từ ngày {short_date(start)} đến ngày {short_date(end)}" if start and end else ""
    return (
        ("Đối tượng", str(nomination)),
        ("Chức vụ, đơn vị, địa chỉ", nomination.description),
        ("Đơn vị đề nghị", nomination.unit.issuer),
        ("Danh hiệu, hình thức đề nghị", award or ""),
        *([("Loại hình khen thưởng", nomination.get_merit_display())] if nomination.merit else []),
        ("Thời gian lập thành tích", period),
        ("Ngày tiếp nhận", nomination.received_on and short_date(nomination.received_on)),
        ("Hạn xử lý", nomination.due_on and short_date(nomination.due_on)),
        *([("Chế độ pháp lý áp dụng", nomination.regime.name)] if nomination.regime else []),
    )
