"""Parts of units: taken for the district's two reviews, and being collected for the commune's first one."""

import datetime

from campaigns.models import MilestoneKind
from portal.demo.stories import at
from reports.figures import figures, figures_of, units_below
from reports.models import MilestoneReview, PartSection, ReviewPart, ReviewSectionKind
from reports.services import write_sections
from reports.suggestions import first_texts

K = ReviewSectionKind
ASKED, DUE, SENT, TAKEN = 8, 4, 5, 4  # days before the milestone, of the district's reviews
BEGUN, BEGUN_DUE = datetime.date(2026, 11, 16), datetime.date(2026, 12, 1)  # of the commune's
WORDS = {
    K.DISCOVERY: (
        "- Đơn vị phát hiện, đăng ký điển hình ngay từ đầu giai đoạn; ưu tiên người trực tiếp lao động.\n"
        "- Mô hình được các tổ, ấp trong đơn vị học tập, làm theo.",
        "- Mỗi quý rà soát một lần, giới thiệu nhân tố mới; có phân công người giúp đỡ từng điển hình.",
        "- Điển hình được giới thiệu trong sinh hoạt ở khu dân cư và trên đài truyền thanh.",
    ),
    K.LIMITS: (
        "- Việc ghi chép số liệu trước và sau chưa đều; cán bộ kiêm nhiệm nhiều việc.",
        "- Một số mô hình chưa có kinh phí duy trì.",
    ),
    K.PROPOSALS: ("- Đề nghị cấp trên hỗ trợ tập huấn cách viết báo cáo thành tích.",),
}
BACK = "Mục Phát hiện, bồi dưỡng: ghi rõ số hộ học theo và số liệu trước, sau."


def load_parts(random, told, trail, until):
    for review in MilestoneReview.objects.select_related("plan__unit", "milestone", "unit"):
        end = review.milestone.due_on
        asked, due, sent, taken = (end - datetime.timedelta(days) for days in (ASKED, DUE, SENT, TAKEN))
        steps = [[("send", sent), ("take", taken)]]
        _collect(random, review, (asked, due), steps, told, trail, until)
    plan = told.plans.get("vinh-binh-2026")
    if plan and until >= BEGUN:
        _begin(random, plan, told, trail, until)


def _begin(random, plan, told, trail, until):
    """The commune's own first review: some parts are in, one came back, most are still to come."""
    milestone = plan.milestones.filter(kind=MilestoneKind.INTERIM).first()
    review = MilestoneReview.objects.create(
        unit=plan.unit,
        plan=plan,
        milestone=milestone,
        title="Sơ kết năm thứ nhất phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến",
        period_from=milestone.covers_from,
        period_to=milestone.covers_to,
        recipients="Đảng ủy xã\nCác ấp, khu phố, đơn vị\nLưu: VT, VHXH",
    )
    write_sections(review, dict.fromkeys(K, "") | first_texts(review, figures(review)))
    trail.add(review, "create", "Lập dự thảo báo cáo", at=at(BEGUN, 8), by="thuongtruc")
    day = BEGUN + datetime.timedelta(days=2)
    later = day + datetime.timedelta(days=1)
    steps = [[("send", day), ("take", later)], [("send", day), ("give_back", later)], [("send", later)], []]
    _collect(random, review, (BEGUN, BEGUN_DUE), steps, told, trail, until)


def _collect(random, review, days, steps, told, trail, until):
    """Ask all units below; the first goes the first way of `steps`, and so on, the rest the last."""
    asked, due = days
    units = [unit for unit in units_below(review) if _head(told, unit)]
    if asked > until or not units:
        return
    parts = ReviewPart.objects.bulk_create(ReviewPart(review=review, unit=unit, due_on=due) for unit in units)
    note = f"{len(parts)} đơn vị, hạn {due:%d/%m/%Y}"
    trail.add(review, "ask", "Yêu cầu đơn vị gửi báo cáo", at=at(asked, 10), by="thuongtruc", note=note)
    ways = steps + steps[-1:] * len(parts)
    played = [_play(part, way, told, trail, until) for part, way in zip(parts, ways, strict=False)]
    ReviewPart.objects.bulk_update(parts, ["status", "sent_on", "figures", "version"])
    PartSection.objects.bulk_create(
        PartSection(part=part, kind=kind, body=random.choice(bodies))
        for part, has_words in zip(parts, played, strict=True)
        if has_words
        for kind, bodies in WORDS.items()
    )


def _play(part, steps, told, trail, until):
    """Whether the unit has written something: all that sent have."""
    for verb, day in steps:
        moment = at(day, 10)
        if moment.date() > until:
            break
        by = _head(told, part.unit) if verb == "send" else "thuongtruc"
        note = BACK if verb == "give_back" else ""
        part.status = trail.move(part, verb, part.status, at=moment, by=by, note=note)
        part.version += 1
        if verb == "send":
            part.sent_on, part.figures = moment.date(), figures_of(part.review, part.unit)
    return part.sent_on is not None


def _head(told, unit):
    """Who sends for the unit; None where the demonstration has nobody, as in the district's agencies."""
    try:
        return told.preparers(unit)[1]
    except KeyError:
        return None
