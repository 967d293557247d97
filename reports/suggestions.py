"""A first text for the narrative parts of a review, made from its figures, for the office to rewrite."""

import datetime

from core.calendar import short_date
from core.templatetags.vietnamese import percent, so
from exemplars.models import Sex, WorkerGroup
from law.models import SubjectKind
from reports.figures import SUBMITTED, Outcome
from reports.models import ReviewSectionKind

K = ReviewSectionKind
HINTS = {
    K.DIRECTION: "Văn bản đã ban hành, hội nghị quán triệt, phân công, kiểm tra, giám sát.",
    K.COMMUNICATION: "Phát động thi đua, tin bài, chuyên mục, gương người tốt, việc tốt đã giới thiệu.",
    K.DISCOVERY: "Cách phát hiện, đăng ký, bồi dưỡng; mô hình nổi bật và nơi đã học tập, làm theo.",
    K.AWARDS: "Nhận xét về số liệu: tăng, giảm, cơ cấu đối tượng. Bảng và biểu đồ tự in sau phần này.",
    K.LIMITS: "Hạn chế, khó khăn; nguyên nhân khách quan, chủ quan.",
    K.LESSONS: "Kinh nghiệm rút ra từ cách làm tốt và từ hạn chế.",
    K.TASKS: "Nhiệm vụ, chỉ tiêu, giải pháp của giai đoạn tới.",
    K.PROPOSALS: "Kiến nghị với cấp trên, mỗi ý một dòng.",
}


def first_texts(review, found):
    """{section kind: text} for the parts that figures say something about."""
    if not found["total"][SUBMITTED]:
        return {}
    texts = {
        K.DIRECTION: _direction(review),
        K.DISCOVERY: _discovery(found),
        K.AWARDS: _awards(found),
        K.LIMITS: _limits(found),
    }
    return {kind: text for kind, text in texts.items() if text}


def _direction(review):
    plan = review.plan
    if not plan.number_text:
        return ""
    return (
        f"Ngày {short_date(plan.issued_on)}, {plan.unit.issuer} ban hành Kế hoạch số {plan.number_text} và "
        "giao nhiệm vụ cho các cơ quan, đơn vị tổ chức thực hiện."
    )


def _discovery(found):
    units, total = _rows(found, "unit"), found["total"][SUBMITTED]
    kinds = {row["value"]: row["counts"][SUBMITTED] for row in _rows(found, "kind")}
    counts = ", ".join(f"{so(kinds[kind.value])} {kind.label}" for kind in SubjectKind if kind.value in kinds)
    most = max(units, key=lambda row: row["counts"][SUBMITTED])
    return (
        f"Đến hết ngày {_day(found)}, {so(len(units))} đơn vị đã giới thiệu {so(total)} điển hình qua hồ sơ "
        f"đề nghị, gồm {counts}. Đơn vị có nhiều hồ sơ nhất là {_lower(most['name'])} với "
        f"{so(most['counts'][SUBMITTED])} hồ sơ."
    )


def _awards(found):
    counts, parts = found["total"], [_result(found["total"]), _persons(found)]
    if counts[Outcome.UNDER_WAY]:
        parts.append(f"Còn {so(counts[Outcome.UNDER_WAY])} hồ sơ đang được xét.")
    return "\n".join(filter(None, parts))


def _result(counts):
    awarded, total = counts[Outcome.AWARDED], counts[SUBMITTED]
    return (
        f"Trong {so(total)} hồ sơ đề nghị có {so(awarded)} hồ sơ được khen thưởng, "
        f"đạt {percent(awarded, total)}."
    )


def _persons(found):
    """How many of the persons awarded are women and direct workers; "" where no person was awarded."""
    awarded = _table(found, "sex")["total"][Outcome.AWARDED]
    if not awarded:
        return ""
    women = _awarded(found, "sex", Sex.FEMALE)
    direct = _awarded(found, "worker_group", WorkerGroup.DIRECT)
    return (
        f"Trong {so(awarded)} cá nhân được khen có {so(women)} nữ, chiếm {percent(women, awarded)}; "
        f"{so(direct)} người trực tiếp lao động, công tác, chiếm {percent(direct, awarded)}."
    )


def _awarded(found, key, value):
    return sum(row["counts"][Outcome.AWARDED] for row in _rows(found, key) if row["value"] == value)


def _limits(found):
    counts = found["total"]
    stopped = [
        f"{so(counts[outcome])} hồ sơ {words}"
        for outcome, words in (
            (Outcome.RETURNED, "phải trả lại để bổ sung"),
            (Outcome.INELIGIBLE, "không đủ điều kiện"),
            (Outcome.NOT_PASSED, "không được Hội đồng thông qua"),
        )
        if counts[outcome]
    ]
    silent = [row["name"] for row in _rows(found, "unit") if not row["counts"][Outcome.AWARDED]]
    parts = [f"- Chất lượng hồ sơ chưa đều: {', '.join(stopped)}."] if stopped else []
    if silent:
        parts.append(f"- {so(len(silent))} đơn vị có hồ sơ đề nghị nhưng chưa có đối tượng được khen thưởng.")
    return "\n".join(parts)


def _day(found):
    return short_date(datetime.date.fromisoformat(found["day"]))


def _table(found, key):
    return next(table for table in found["tables"] if table["key"] == key)


def _rows(found, key):
    return _table(found, key)["rows"]


def _lower(name):
    return name[:1].lower() + name[1:]
