"""Báo cáo sơ kết, tổng kết: the office's own words between figures, tables and charts."""

import datetime
from itertools import count

from core.calendar import short_date, vietnamese_date
from core.templatetags.vietnamese import percent, so
from reports import charts
from reports.drawings import by_kind, by_unit, by_year, largest_units
from reports.figures import SUBMITTED, Outcome, figures
from reports.models import ReviewSectionKind
from reports.named_figures import filled
from reports.spreading import LABELS

from . import heads
from .document import Annex, Column, Document, Figure, Heading, Paragraph, Part, Section, Title, table
from .layout import roman
from .typed_text import in_a_sentence

K = ReviewSectionKind
RESULTS = (K.DIRECTION, K.COMMUNICATION, K.DISCOVERY, K.AWARDS, K.LIMITS, K.LESSONS)
TASKS = (K.TASKS, K.PROPOSALS)
IN_BODY = ("kind", "field", "award", "sex", "worker_group", "year")
UNWRITTEN = "(Phần này chưa viết.)"
DRAWINGS = {  # above the table of the same figures
    "kind": (by_kind, charts.stacked_bars),
    "year": (by_year, charts.bars),
    "unit": (by_unit, charts.stacked_bars),
}


def document(review):
    """Needs the plan, its unit, the milestone and the sections; frozen figures where there are."""
    office = heads.office_of(review.unit, review.issued_on)
    found = review.figures or figures(review)
    return Document(
        heads.of_paper(review, office),
        Title("BÁO CÁO", review.title),
        tuple(_body(review, office, found)),
        office.issuer,
        signatures=(heads.signature(review, office),),
        addressees=heads.entries(review.addressees),
        recipients=_recipients(review),
        annexes=(Annex("Số liệu chi tiết theo đơn vị", (_full_table(_of(found, "unit")),), landscape=True),),
        draft=not review.is_public,
    )


def _recipients(review):
    """“Như trên” comes first where the report is addressed to somebody, and nowhere else."""
    entries = [entry for entry in heads.recipients(review.recipients) if entry != heads.AS_ABOVE]
    return (heads.AS_ABOVE, *entries) if review.addressees else tuple(entries)


def _body(review, office, found):
    written = {section.kind: filled(section.body, found) for section in review.sections.all()}
    yield Paragraph(_opening(review, office))
    if review.replaces:
        yield Paragraph(_put_out_of_force(review.replaces))
    yield Part("Phần thứ nhất", "Tình hình và kết quả thực hiện")
    yield from _sections(_told(RESULTS, review, written), written, found)
    yield Part("Phần thứ hai", "Phương hướng, nhiệm vụ và kiến nghị")
    yield from _sections(_told(TASKS, review, written), written, found)
    yield Paragraph(f"Trên đây là báo cáo của {office.issuer}{_to(review)}")


def _opening(review, office):
    plan = review.plan
    by = f" số {plan.number_text} {vietnamese_date(plan.issued_on)}" if plan.number_text else ""
    return (
        f"Thực hiện Kế hoạch{by} của {plan.unit.issuer} về {in_a_sentence(plan.title)}, "
        f"{office.issuer} báo cáo kết quả từ ngày {short_date(review.period_from)} đến hết ngày "
        f"{short_date(review.period_to)} như sau:"
    )


def _put_out_of_force(older):
    day, issuer = vietnamese_date(older.issued_on), older.unit.issuer
    return f"Báo cáo này thay thế Báo cáo số {older.number_text} {day} của {issuer}."


def _to(review):
    """“, kính gửi Ủy ban nhân dân tỉnh xem xét, chỉ đạo”, if it is addressed to somebody."""
    *first, last = heads.entries(review.addressees) or [""]
    addressees = " và ".join(filter(None, [", ".join(first), last]))
    return f", kính gửi {addressees} xem xét, chỉ đạo" if addressees else ""


def _told(kinds, review, written):
    """A draft shows what is still to be written; what goes out leaves it out, but never the figures."""
    return [kind for kind in kinds if not review.is_public or written.get(kind) or kind == K.AWARDS]


def _sections(kinds, written, found):
    for number, kind in enumerate(kinds, start=1):
        yield Section(roman(number), kind.label)
        if written.get(kind) or kind != K.AWARDS:
            yield from heads.prose(written.get(kind) or UNWRITTEN)
        if kind == K.AWARDS:
            yield from _numbers(found)


def _numbers(found):
    yield Heading("", f"Số liệu đến hết ngày {short_date(datetime.date.fromisoformat(found['day']))}")
    yield summary(found["total"])
    yield from _tables(found)
    if spread := found.get("spread"):
        yield Paragraph(spread_told(spread))


def _tables(found):
    """Each with its drawing, if it has one, right above it."""
    drawn = count(1)
    tables = [*(_of(found, key) for key in IN_BODY), largest_units(found)]
    for number, data in enumerate((data for data in tables if data["rows"]), start=2):
        if data["key"] in DRAWINGS:
            draw, shape = DRAWINGS[data["key"]]
            chart = draw(found)
            yield Figure(shape(chart, charts.PAPER_FONT), f"Biểu đồ {next(drawn)}. {chart.title}")
        yield short_table(data, number)


def spread_told(figures):
    """“Nhân rộng, học tập, truyền thông: nơi làm theo: 12; …”."""
    told = "; ".join(f"{LABELS[name].lower()}: {so(number)}" for name, number in figures.items())
    return f"Nhân rộng, học tập, truyền thông trong giai đoạn: {told}"


def _of(found, key):
    return next(data for data in found["tables"] if data["key"] == key)


def summary(counts):
    """Every dossier by what had become of it."""
    whole = counts[SUBMITTED]
    rows = [
        (str(place), outcome.label, so(counts[outcome]), percent(counts[outcome], whole))
        for place, outcome in enumerate(Outcome, start=1)
    ]
    columns = (
        Column("STT", 10, "center"),
        Column("Kết quả", 50),
        Column("Số hồ sơ", 20, "right"),
        Column("Tỷ lệ", 20, "right"),
    )
    total = (
        "",
        "Tổng số hồ sơ đề nghị",
        so(counts[SUBMITTED]),
        percent(counts[SUBMITTED], counts[SUBMITTED]),
    )
    return table(columns, rows, total=total, caption="Bảng 1. Kết quả xét hồ sơ đề nghị")


def short_table(data, number):
    columns = (
        Column("STT", 8, "center"),
        Column(data["head"], 44),
        Column("Đề nghị", 16, "right"),
        Column("Được khen", 16, "right"),
        Column("Tỷ lệ", 16, "right"),
    )
    rows = [
        (str(place), row["name"], *_pair(row["counts"])) for place, row in enumerate(data["rows"], start=1)
    ]
    total = data["total"] and ("", "Tổng cộng", *_pair(data["total"]))
    return table(columns, rows, total=total, caption=f"Bảng {number}. {data['title']}")


def _pair(counts):
    submitted, awarded = counts[SUBMITTED], counts[Outcome.AWARDED]
    return so(submitted), so(awarded), percent(awarded, submitted)


def _full_table(data):
    columns = (
        Column("STT", 6, "center"),
        Column(data["head"], 30),
        Column("Đề nghị", 9, "right"),
        *(Column(outcome.label, 9, "right") for outcome in Outcome),
        Column("Tỷ lệ được khen", 10, "right"),
    )
    rows = [
        (str(place), row["name"], *_all(row["counts"])) for place, row in enumerate(data["rows"], start=1)
    ]
    return table(columns, rows, total=("", "Tổng cộng", *_all(data["total"])))


def _all(counts):
    outcomes = (so(counts[outcome]) for outcome in Outcome)
    return so(counts[SUBMITTED]), *outcomes, percent(counts[Outcome.AWARDED], counts[SUBMITTED])
