"""Báo cáo of one unit for a review: its figures as they were sent, and its own words."""

from campaigns.models import MilestoneKind
from core.calendar import short_date
from reports.figures import figures_of
from reports.models import PartSection
from reports.models.part import WRITABLE

from . import heads, review
from .document import Document, Heading, Paragraph, Section, Title
from .layout import roman
from .typed_text import in_a_sentence

ABOUT = ("kind", "field", "award", "year")


def document(part):
    """Needs its unit, sections, and the review with unit, plan and milestone."""
    unit = heads.office_of(part.unit, part.sent_on)
    receiver = heads.office_of(part.review.unit, part.sent_on)
    symbol = f"BC-{unit.symbol}" if unit.symbol else ""
    return Document(
        heads.letterhead(unit, symbol, day=part.sent_on),
        Title("BÁO CÁO", _subject(part)),
        tuple(_body(part, unit, receiver)),
        unit.issuer,
        signatures=(heads.signed_by(unit),),
        addressees=(receiver.issuer,),
        recipients=(heads.AS_ABOVE, f"{heads.KEPT} VT"),
        draft=part.status in WRITABLE and not part.review.is_public,
    )


def _subject(part):
    word = "Tổng kết" if part.review.milestone.kind == MilestoneKind.FINAL else "Sơ kết"
    return f"{word} việc thực hiện Kế hoạch {in_a_sentence(part.review.plan.title)}"


def _body(part, unit, receiver):
    whole = part.review
    yield Paragraph(
        f"Thực hiện {heads.plan_cited(whole.plan)}, {unit.issuer} báo cáo kết quả từ ngày "
        f"{short_date(whole.period_from)} đến hết ngày {short_date(whole.period_to)} như sau:"
    )
    yield Section("I", "Số liệu")
    yield from _numbers(part)
    written = {section.kind: section.body for section in part.sections.all()}
    told = [kind for kind in PartSection.ASKED if written.get(kind)]
    for number, kind in enumerate(told, start=2):
        yield Section(roman(number), kind.label)
        yield from heads.prose(written[kind])
    yield Paragraph(f"{unit.issuer} kính báo cáo {receiver.issuer} tổng hợp")


def _numbers(part):
    found = part.figures or figures_of(part.review, part.unit)
    yield review.summary(found["total"])
    tables = [data for data in found["tables"] if data["key"] in ABOUT and data["rows"]]
    for number, data in enumerate(tables, start=2):
        yield review.short_table(data, number)
    if spread := found.get("spread"):
        yield Paragraph(review.spread_told(spread))
    if part.remarks:
        yield Heading("", "Số liệu đơn vị đếm khác")
        yield from heads.prose(part.remarks)
