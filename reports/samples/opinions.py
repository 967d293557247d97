"""The minute with which a list for public opinion closes."""

import datetime

from reports.papers import opinions
from reports.papers.document import Item

from .people import BY_STANDING, by_committee, names

SAID = (
    ("Cả danh sách", "Đồng tình", "Các trường hợp đều tiêu biểu, bà con nơi cư trú biết rõ.", "Đã ghi nhận."),
    (
        names(3)[2],
        "Ý kiến khác",
        "Đề nghị nêu rõ số hộ được giúp đỡ trong năm.",
        "Đã yêu cầu đơn vị bổ sung số liệu vào báo cáo thành tích.",
    ),
)


def minute():
    return opinions.minute(
        opinions.OpinionSheet(
            by_committee(day=datetime.date(2026, 11, 27)),
            "Ủy ban nhân dân xã Vĩnh Bình",
            "Đề nghị khen thưởng đợt tháng 12 năm 2026",
            "từ ngày 12 tháng 11 năm 2026 đến hết ngày 26 tháng 11 năm 2026",
            "10 ngày làm việc (Nghị định 152/2025/NĐ-CP, Điều 60 khoản 3)",
            "ngày 27 tháng 11 năm 2026",
            (
                ("Giấy khen của Chủ tịch Ủy ban nhân dân xã Vĩnh Bình", 8),
                ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 2),
            ),
            (("Đồng tình", 1), ("Không đồng tình", 0), ("Ý kiến khác", 1)),
            SAID,
            (Item("1.", "Danh sách đã công khai đủ thời gian, không có ý kiến phản đối."),),
            BY_STANDING,
        )
    )
