"""The papers of an emulation cluster."""

import datetime
from itertools import cycle

from reports.papers import cluster
from reports.papers.document import Item

from .people import by_committee, names

NAME = "Khối thi đua các ấp, khu phố xã Vĩnh Bình năm 2026"
LINES = (
    ("Phát triển kinh tế - xã hội", "Giảm nghèo, nâng thu nhập của người dân", "Điểm chuẩn", "40"),
    ("Phát triển kinh tế - xã hội", "Giữ vững tiêu chí nông thôn mới", "Điểm chuẩn", "30"),
    ("Thi đua, khen thưởng", "Phát hiện, nhân rộng điển hình mới", "Điểm chuẩn", "30"),
    ("Thi đua, khen thưởng", "Có mô hình được nơi khác học tập", "Điểm thưởng", "5"),
)
PROMISES = (
    Item("1.", "Hoàn thành và vượt các chỉ tiêu kinh tế - xã hội được giao."),
    Item("2.", "Mỗi đơn vị phát hiện, bồi dưỡng ít nhất hai điển hình tiên tiến."),
    Item("3.", "Chấm điểm khách quan, báo cáo đúng thời hạn."),
)


def _members(count):
    places = zip(range(1, count + 1), names(count), cycle((45, 38, 41)), strict=False)
    for place, name, points in places:
        yield cluster.Member(
            f"ấp Thạnh Lợi {place}",
            place == 1,
            name,
            "Trưởng ấp",
            place,
            f"{98 - place},50",
            "Đồng hạng" if place == count > 1 else "",
            ((LINES[0][0], f"{points}"), (LINES[2][0], f"{98 - place - points},50")),
        )


def sheet(count=6):
    return cluster.ClusterSheet(
        by_committee(day=datetime.date(2026, 3, 16)),
        "Ủy ban nhân dân xã Vĩnh Bình",
        NAME,
        tuple(_members(count)),
        PROMISES,
        LINES,
        ("Điểm nhóm nội dung thứ nhất cao hơn", "Điểm trừ ít hơn"),
        "ngày 16 tháng 3 năm 2026",
    )


def contract(count=6):
    return cluster.contract(sheet(count))


def result(count=6):
    return cluster.result(sheet(count))
