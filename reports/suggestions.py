"""A first text for the narrative parts of a review, made from its figures, for the office to rewrite."""

from core.calendar import short_date
from law.models import SubjectKind
from reports.figures import SUBMITTED, Outcome
from reports.models import ReviewSectionKind
from reports.spreading import ADOPTIONS, COVERAGE, EVENTS

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


DISCOVERED = (
    "Đến hết ngày [[ngày chốt số liệu]], [[số đơn vị có hồ sơ]] đơn vị đã giới thiệu [[số hồ sơ đề nghị]] "
    "điển hình qua hồ sơ đề nghị, gồm {counts}. Đơn vị có nhiều hồ sơ nhất là [[đơn vị nhiều hồ sơ nhất]]."
)
SPREAD = (
    "Các điển hình được [[số nơi làm theo]] nơi ở [[số đơn vị có nơi làm theo]] đơn vị học tập, làm theo."
)
LEARNED = (
    "Đã tổ chức [[số buổi học tập]] buổi học tập, giao lưu, báo cáo kinh nghiệm với "
    "[[số lượt người dự học tập]] lượt người dự."
)
WRITTEN = "Có [[số tin bài]] tin, bài giới thiệu điển hình."
RESULT = (
    "Trong [[số hồ sơ đề nghị]] hồ sơ đề nghị có [[số hồ sơ được khen]] hồ sơ được khen thưởng, "
    "đạt [[tỷ lệ được khen]]."
)
PERSONS = (
    "Trong [[số cá nhân được khen]] cá nhân được khen có [[số nữ được khen]] nữ, "
    "chiếm [[tỷ lệ nữ được khen]]; [[số người trực tiếp được khen]] người trực tiếp lao động, công tác, "
    "chiếm [[tỷ lệ người trực tiếp được khen]]."
)
UNDER_WAY = "Còn [[số hồ sơ đang xét]] hồ sơ đang được xét."
SILENT = "- Còn [[số đơn vị chưa gửi hồ sơ]] đơn vị chưa gửi hồ sơ: [[các đơn vị chưa gửi hồ sơ]]."
UNAWARDED = "- [[số đơn vị chưa được khen]] đơn vị có hồ sơ đề nghị nhưng chưa có đối tượng được khen thưởng."


def first_texts(review, found):
    """{section kind: text} for the parts that figures say something about, with the figures named."""
    texts = {K.COMMUNICATION: _communication(found), K.DISCOVERY: _discovery(found)}
    if found["total"][SUBMITTED]:
        texts |= {K.DIRECTION: _direction(review), K.AWARDS: _awards(found), K.LIMITS: _limits(found)}
    return {kind: text for kind, text in texts.items() if text}


def _communication(found):
    made_known = found.get("spread", {})
    return "\n".join(text for what, text in ((EVENTS, LEARNED), (COVERAGE, WRITTEN)) if made_known.get(what))


def _direction(review):
    plan = review.plan
    if not plan.number_text:
        return ""
    return (
        f"Ngày {short_date(plan.issued_on)}, {plan.unit.issuer} ban hành Kế hoạch số {plan.number_text} và "
        "giao nhiệm vụ cho các cơ quan, đơn vị tổ chức thực hiện."
    )


def _discovery(found):
    parts = [_discovered(found)] if found["total"][SUBMITTED] else []
    if found.get("spread", {}).get(ADOPTIONS):
        parts.append(SPREAD)
    return "\n".join(parts)


def _discovered(found):
    kinds = {row["value"] for row in _rows(found, "kind")}
    counts = ", ".join(f"[[số {kind.label} đề nghị]] {kind.label}" for kind in SubjectKind if kind in kinds)
    return DISCOVERED.format(counts=counts)


def _awards(found):
    parts = [RESULT]
    if _table(found, "sex")["total"][Outcome.AWARDED]:
        parts.append(PERSONS)
    if found["total"][Outcome.UNDER_WAY]:
        parts.append(UNDER_WAY)
    return "\n".join(parts)


def _limits(found):
    stopped = [
        f"[[{name}]] hồ sơ {words}"
        for outcome, name, words in (
            (Outcome.RETURNED, "số hồ sơ trả lại", "phải trả lại để bổ sung"),
            (Outcome.INELIGIBLE, "số hồ sơ không đủ điều kiện", "không đủ điều kiện"),
            (Outcome.NOT_PASSED, "số hồ sơ không được thông qua", "không được Hội đồng thông qua"),
        )
        if found["total"][outcome]
    ]
    parts = [f"- Chất lượng hồ sơ chưa đều: {', '.join(stopped)}."] if stopped else []
    if found["silent"]:
        parts.append(SILENT)
    if any(not row["counts"][Outcome.AWARDED] for row in _rows(found, "unit")):
        parts.append(UNAWARDED)
    return "\n".join(parts)


def _table(found, key):
    return next(table for table in found["tables"] if table["key"] == key)


def _rows(found, key):
    return _table(found, key)["rows"]
