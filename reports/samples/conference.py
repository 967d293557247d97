"""The papers of one conference of exemplars."""

import datetime
from dataclasses import replace

from reports.papers import conference
from reports.papers.conference import Batch, Conference, Delegate, Point, Share, Talk

from .people import AWARD, COMMUNE, SIGNED, by_committee, people

CHAIRED = "Ông Lý Thanh Tùng, Chủ tịch UBND xã"
POINTS = (
    Point(
        "07 giờ 30", "Đón tiếp đại biểu, văn nghệ chào mừng", "Ban Tổ chức", "Đội văn nghệ xã: 03 tiết mục."
    ),
    Point(
        "08 giờ 00",
        "Chào cờ, tuyên bố lý do, giới thiệu đại biểu",
        "Người dẫn chương trình",
        "Kính mời toàn thể đại biểu đứng dậy làm lễ chào cờ.",
    ),
    Point("08 giờ 10", "Khai mạc hội nghị", CHAIRED, "Kính mời đồng chí Chủ tịch UBND xã khai mạc hội nghị."),
    Point(
        "08 giờ 20",
        "Báo cáo tổng kết giai đoạn 2021 - 2025, phương hướng 2026 - 2030",
        "Bà Cao Thị Bích Vân",
        "Chiếu biểu đồ số liệu; tài liệu đã phát cho đại biểu.",
    ),
    Point(
        "08 giờ 50",
        "Tham luận, giao lưu với điển hình tiên tiến",
        "Ba điển hình",
        "Mời lần lượt ba điển hình lên sân khấu; mỗi người 10 phút, sau đó giao lưu.",
    ),
    Point(
        "09 giờ 40",
        "Công bố quyết định, trao khen thưởng",
        "Thường trực Hội đồng",
        "Đọc quyết định; lễ tân chuẩn bị giấy khen, hoa theo thứ tự danh sách.",
    ),
    Point(
        "10 giờ 10",
        "Phát biểu của lãnh đạo",
        "Đại diện Thường trực Đảng ủy",
        "Kính mời đồng chí phát biểu chỉ đạo.",
    ),
    Point(
        "10 giờ 25",
        "Phát động phong trào thi đua giai đoạn 2026 - 2030",
        CHAIRED,
        "Đại diện các ấp, đơn vị ký giao ước thi đua.",
    ),
    Point("10 giờ 45", "Bế mạc", CHAIRED, "Chụp ảnh lưu niệm với điển hình tiên tiến."),
)


def facts(count=12):
    parts = ("Điển hình tiên tiến", "Điển hình tiên tiến", "Khách mời")
    units = ("Ấp Hòa Thân", "Ấp Lợi An", "Trường Tiểu học Vĩnh Bình 1")
    delegates = tuple(
        Delegate(units[place % 3], name, sex, post, parts[place // 3 % 3])
        for place, (name, sex, post) in enumerate(people(count))
    )
    return Conference(
        by_committee(day=datetime.date(2026, 11, 6)),
        COMMUNE,
        "Hội nghị điển hình tiên tiến xã Vĩnh Bình lần thứ I",
        datetime.date(2026, 11, 18),
        "07 giờ 30 phút",
        "Hội trường Ủy ban nhân dân xã Vĩnh Bình",
        CHAIRED,
        purposes=(
            "Biểu dương, tôn vinh điển hình tiên tiến trong các phong trào thi đua yêu nước.",
            "Phát động phong trào thi đua giai đoạn 2026 - 2030.",
        ),
        demands=("Tổ chức trang trọng, tiết kiệm.", "Chọn đúng điển hình, ưu tiên người trực tiếp lao động."),
        standards=(
            "Cá nhân, tập thể, hộ gia đình được công nhận là điển hình tiên tiến từ năm 2021.",
            "Đại diện ấp, đơn vị có mô hình được nơi khác học tập.",
        ),
        shares=(
            Share("Đại biểu là điển hình tiên tiến", 60, 27, 3, 41),
            Share("Đại diện 09 ấp", 18, 7, 1, 9),
            Share("Khách mời", 22, 8, 0, 0),
        ),
        reports=(
            "Hộ Phan Văn Ửng: liên kết các hộ trồng thanh long hữu cơ.",
            "Cô Nguyễn Thị Ánh Tuyết: giờ đọc sách cùng con.",
        ),
        tasks=(
            ("Tham mưu kế hoạch, giấy mời, báo cáo", "Phòng Văn hóa - Xã hội", "06/11/2026"),
            ("Trang trí, âm thanh, văn nghệ", "Trung tâm Cung ứng dịch vụ công", "16/11/2026"),
            ("Kinh phí, hiện vật khen thưởng", "Phòng Kinh tế", "12/11/2026"),
        ),
        funding="Từ Quỹ thi đua, khen thưởng và dự toán của Ủy ban nhân dân xã năm 2026.",
        points=POINTS,
        delegates=delegates,
        signature=SIGNED,
        guests=tuple(f"{'Bà' if sex == 'Nữ' else 'Ông'} {name}, {post}" for name, sex, post in people(3)),
        talks=(
            Talk("Liên kết các hộ trồng thanh long hữu cơ", "Ông Phan Văn Ửng", "10 phút"),
            Talk("Giờ đọc sách cùng con", "Bà Nguyễn Thị Ánh Tuyết", "10 phút"),
        ),
        batches=(Batch(AWARD, CHAIRED, tuple((name, post, "187/QĐ-UBND") for name, _, post in people(4))),),
        recipients=("Thường trực Đảng ủy, HĐND xã", "Các ấp, đơn vị", "Lưu: VT, VHXH"),
    )


def _numbered(symbol, number, count=12):
    found = facts(count)
    head = replace(found.letterhead, symbol=symbol, number=number)
    return replace(found, letterhead=head)


def plan():
    return conference.plan(_numbered("KH-UBND", 131))


def invitation():
    return conference.invitation(_numbered("GM-UBND", 58))


def _handed_out(count=12):
    """Without a number, of the day of the conference."""
    found = facts(count)
    return replace(found, letterhead=replace(found.letterhead, date=found.held_on))


def programme():
    return conference.programme(_handed_out())


def delegates(count=12):
    return conference.delegates(_handed_out(count))


def script():
    return conference.script(_handed_out())
