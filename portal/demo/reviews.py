"""The interim and the final review of the district's plan, as its office wrote and issued them."""

import datetime

from campaigns.models import MilestoneKind
from organizations.signing import number_of
from portal.demo.stories import at
from reports import suggestions
from reports.figures import figures
from reports.models import MilestoneReview, ReviewSectionKind
from reports.services import write_sections

K = ReviewSectionKind
STEPS = (
    ("create", 9, "thuongtruc"),
    ("submit", 5, "thuongtruc"),
    ("sign", 3, "chutich"),
    ("issue", 2, "vanthu"),
)
WRITTEN = {  # what the office adds where figures say nothing
    K.COMMUNICATION: (
        f"- {suggestions.LEARNED} {suggestions.WRITTEN}\n"
        "- Giới thiệu điển hình đều đặn trên đài truyền thanh và trang thông tin điện tử.\n"
        "- Kể chuyện người tốt, việc tốt trong sinh hoạt ở ấp, khu phố và trường học."
    ),
    K.LESSONS: (
        "- Nơi nào người đứng đầu trực tiếp đi cơ sở thì nơi đó có điển hình thật.\n"
        "- Có số liệu trước và sau thì điển hình mới thuyết phục, mới nhân rộng được."
    ),
    K.TASKS: (
        "- Tiếp tục phát hiện điển hình ở cơ sở, nhất là người trực tiếp lao động.\n"
        "- Kiểm chứng tại chỗ trước khi nhân rộng; mỗi mô hình có đơn vị theo dõi, giúp đỡ.\n"
        "- Lập hồ sơ ngay khi có thành tích, không để dồn đến cuối năm."
    ),
    K.PROPOSALS: "- Đề nghị tỉnh tổ chức tập huấn nghiệp vụ hằng năm cho cán bộ cơ sở.",
}
TITLES = {
    MilestoneKind.INTERIM: "Sơ kết ba năm (2021-2023) xây dựng và nhân rộng điển hình tiên tiến",
    MilestoneKind.FINAL: "Tổng kết năm năm (2021-2025) xây dựng và nhân rộng điển hình tiên tiến",
}


def load_reviews(plans, users, trail, until):
    """Those whose day had come, written from the records of their own cut-off day."""
    plan = plans.get("gct-197")
    if plan is None:
        return
    for milestone in plan.milestones.filter(kind__in=TITLES).order_by("due_on"):
        if milestone.due_on - datetime.timedelta(days=STEPS[0][1]) <= until:
            _write(plan, milestone, users, trail, until)


def _write(plan, milestone, users, trail, until):
    review = MilestoneReview.objects.create(
        unit=plan.unit,
        plan=plan,
        milestone=milestone,
        title=TITLES[milestone.kind],
        period_from=milestone.covers_from,
        period_to=milestone.covers_to,
        addressees="Ủy ban nhân dân tỉnh Tiền Giang",
        recipients="Như trên\nThường trực Huyện ủy\nUBND các xã, thị trấn\nLưu: VT, NV",
        created_by=users["thuongtruc"],
    )
    found = figures(review, on=milestone.due_on - datetime.timedelta(days=STEPS[-1][1]))
    write_sections(review, dict.fromkeys(K, "") | suggestions.first_texts(review, found) | WRITTEN)
    for verb, days, by in STEPS:
        moment = at(milestone.due_on - datetime.timedelta(days=days), 9)
        if moment.date() <= until:
            _step(review, verb, by, moment, users, trail, found)


def _step(review, verb, by, moment, users, trail, found):
    if verb == "create":
        trail.add(review, verb, "Lập dự thảo báo cáo", at=moment, by=by)
        return
    values, note = {}, ""
    if verb == "sign":
        review.signatory = users[by].full_name
        values = {"signed_by": users[by], "signatory": review.signatory, "signatory_title": "Chủ tịch"}
    elif verb == "issue":
        day = moment.date()
        number = number_of(review, on=day, by=users[by])
        values, note = {"number": number, "issued_on": day, "figures": found}, f"Số {number.text}"
    review.status = trail.move(review, verb, review.status, at=moment, by=by, note=note)
    MilestoneReview.objects.filter(pk=review.pk).update(status=review.status, **values)
