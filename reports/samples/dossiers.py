"""What is printed on the way of one dossier: report, bình xét, appraisal, return, result."""

import datetime
from dataclasses import replace

from law.models import PaperForm
from reports.papers import achievement, appraisal, judging, result, returning
from reports.papers.achievement import Achievement, PastAward, Points
from reports.papers.document import Signature

from .people import AWARD, BY_STANDING, COUNCIL, DECISION, PLAN, STANDING, by_council, by_unit, people

F = PaperForm
SCHOOL = "Trường Tiểu học Vĩnh Bình 1"
HAMLET = "Ấp Hòa Thân"
TITLES = (
    PastAward(2023, "Lao động tiên tiến", "Quyết định số 912/QĐ-UBND ngày 28/6/2023 của Chủ tịch UBND huyện"),
    PastAward(
        2024, "Chiến sĩ thi đua cơ sở", "Quyết định số 955/QĐ-UBND ngày 05/7/2024 của Chủ tịch UBND huyện"
    ),
)
FORMS = (
    PastAward(
        2025,
        "Giấy khen của Chủ tịch UBND xã",
        "Quyết định số 31/QĐ-UBND ngày 03/12/2025 của Chủ tịch UBND xã",
    ),
)
POINTS = (
    Points("Hoàn thành nhiệm vụ được giao", 40, 38, "Xếp loại hoàn thành xuất sắc nhiệm vụ"),
    Points("Sáng kiến, cách làm mới được cơ sở công nhận", 30, 27, "Giấy chứng nhận sáng kiến số 14/SK"),
    Points("Tham gia phong trào, giúp đỡ cộng đồng", 30, 28),
)
ABOUT_PERSON = (
    ("Họ và tên", "Nguyễn Thị Ánh Tuyết"),
    ("Ngày sinh", "14/02/1986"),
    ("Giới tính", "Nữ"),
    ("Chức vụ, nghề nghiệp", "Giáo viên, Tổ trưởng tổ chuyên môn khối 4"),
    ("Nơi công tác hoặc nơi ở", f"{SCHOOL}, xã Vĩnh Bình"),
    ("Dân tộc", "Kinh"),
    ("Đảng viên", "Có"),
)
ABOUT_COLLECTIVE = (
    ("Tên tập thể", SCHOOL),
    ("Tổng số người", "42"),
    ("Trong đó nữ", "31"),
    ("Số đảng viên", "18"),
    ("Địa chỉ", "Ấp Hòa Thân, xã Vĩnh Bình"),
)
ABOUT_HOUSEHOLD = (
    ("Họ và tên chủ hộ", "Phan Văn Ửng"),
    ("Số nhân khẩu", "5"),
    ("Ấp, khu phố, thôn", "Ấp Lợi An"),
    ("Địa chỉ", "xã Vĩnh Bình"),
)
PERSON_SIGNS = (
    Signature("THỦ TRƯỞNG ĐƠN VỊ\nXÁC NHẬN", ""),
    Signature("NGƯỜI BÁO CÁO", "Nguyễn Thị Ánh Tuyết"),
)
COLLECTIVE_SIGNS = (Signature(achievement.CONFIRMED, ""), Signature("THỦ TRƯỞNG ĐƠN VỊ", "Trần Minh Khuê"))
HOUSEHOLD_SIGNS = (
    Signature("XÁC NHẬN CỦA ẤP,\nKHU PHỐ, THÔN", ""),
    Signature("XÁC NHẬN CỦA\nUBND CẤP XÃ", ""),
    Signature("ĐẠI DIỆN\nHỘ GIA ĐÌNH", "Phan Văn Ửng"),
)


def of_person():
    return Achievement(
        F.REPORT_PERSON,
        by_unit(SCHOOL),
        SCHOOL,
        AWARD,
        ABOUT_PERSON,
        PERSON_SIGNS,
        background="Phụ trách khối 4, chủ nhiệm lớp 4/2; phụ trách câu lạc bộ đọc sách của trường.",
        occasion=f"Thành tích thực hiện {PLAN}, từ ngày 01/01/2026 đến ngày 31/10/2026",
        achievements="1. Kết quả thực hiện nhiệm vụ\n"
        "- Lớp chủ nhiệm có 34/34 học sinh hoàn thành chương trình, 12 học sinh đạt giải cấp xã.\n"
        "- Hướng dẫn 03 giáo viên mới; tổ chuyên môn đạt danh hiệu tập thể tiêu biểu của trường.\n"
        "2. Cách làm mới\n"
        "Tổ chức “Giờ đọc sách cùng con” mỗi tối thứ Sáu với 26 gia đình học sinh tham gia; "
        "cách làm đã được 04 trường trong xã học tập.",
        initiatives=("Giấy chứng nhận sáng kiến số 14/SK: Góc đọc sách lưu động ở lớp học",),
        points=POINTS,
        titles=TITLES,
        forms=FORMS,
        past_awards="Bằng khen của Hội Khuyến học tỉnh năm 2022.",
    )


def of_collective():
    return replace(
        of_person(),
        form=F.REPORT_COLLECTIVE,
        facts=ABOUT_COLLECTIVE,
        signatures=COLLECTIVE_SIGNS,
        background="Trường thành lập năm 1998, có 22 lớp với 716 học sinh.",
        achievements="- Tỷ lệ học sinh hoàn thành chương trình tiểu học đạt 100% ba năm liền.\n"
        "- Thư viện thân thiện phục vụ 9.400 lượt đọc, là mô hình được 04 trường học tập.\n"
        "- Công đoàn vận động 86.000.000 đồng giúp học sinh khó khăn.",
        initiatives=(),
        titles=(PastAward(2024, "Tập thể lao động tiên tiến", TITLES[1].decision),),
    )


def of_household():
    return replace(
        of_person(),
        form=F.REPORT_HOUSEHOLD,
        letterhead=by_unit(HAMLET),
        issued_by=HAMLET,
        facts=ABOUT_HOUSEHOLD,
        signatures=HOUSEHOLD_SIGNS,
        background="Gia đình ba thế hệ, sống bằng nghề trồng thanh long và làm bánh phồng.",
        achievements="- Hiến 420 m² đất và 60 ngày công mở rộng đường ấp Lợi An.\n"
        "- Hướng dẫn 11 hộ trong ấp trồng thanh long theo hướng hữu cơ.\n"
        "- Mười năm liền đạt Gia đình văn hóa.",
        initiatives=(),
        points=(),
        titles=(
            PastAward(
                2025, "Gia đình văn hóa", "Quyết định số 40/QĐ-UBND ngày 18/11/2025 của Chủ tịch UBND xã"
            ),
        ),
        forms=(),
        past_awards="",
    )


def of_rescue():
    return replace(
        of_person(),
        form=F.REPORT_EXCEPTIONAL,
        letterhead=by_unit(HAMLET),
        issued_by=HAMLET,
        facts=(("Họ và tên", "Trần Quốc Ửng"), ("Chức vụ, nghề nghiệp", "Nông dân"), ("Nơi ở", HAMLET)),
        signatures=(PERSON_SIGNS[0], Signature("NGƯỜI BÁO CÁO", "Trần Quốc Ửng")),
        background="Khoảng 15 giờ ngày 02 tháng 9 năm 2026, xuồng chở 03 học sinh bị lật trên kênh Tham Thu.",
        occasion="",
        achievements="- Bơi ra giữa kênh, lần lượt đưa cả 03 em vào bờ.\n"
        "- Sơ cứu, gọi xe đưa các em đến trạm y tế.",
        initiatives=(),
        points=(),
    )


def of_movement():
    return replace(
        of_collective(),
        form=F.REPORT_MOVEMENT,
        background="Là đơn vị nòng cốt của phong trào thi đua đổi mới sáng tạo và chuyển đổi số ở xã.",
        occasion="Thành tích trong phong trào, từ ngày 01/01/2026 đến ngày 31/10/2026",
    )


def of_devotion():
    return replace(
        of_person(),
        form=F.REPORT_DEVOTION,
        background="",
        occasion="",
        achievements="",
        initiatives=(),
        points=(),
        past_awards="",
    )


def of_friend():
    return replace(
        of_person(),
        form=F.REPORT_FOREIGN_PERSON,
        facts=(("Họ và tên", "Maria Lindqvist"), ("Chức vụ, nghề nghiệp", "Chuyên gia dự án nước sạch")),
        signatures=(COLLECTIVE_SIGNS[0], Signature("THỦ TRƯỞNG ĐƠN VỊ", "")),
        background="Làm việc tại xã từ năm 2024 đến năm 2026.",
        occasion="",
        achievements="- Vận động tài trợ 02 trạm cấp nước cho 640 hộ.",
        initiatives=(),
        points=(),
    )


def of_friends():
    return replace(
        of_friend(),
        form=F.REPORT_FOREIGN_COLLECTIVE,
        facts=(("Tên tập thể", "Tổ chức Nước sạch vùng duyên hải"), ("Địa chỉ", "Stockholm, Thụy Điển")),
    )


def of_hamlet():
    return replace(
        of_household(),
        form=F.REPORT_HAMLET,
        award="danh hiệu “Thôn, tổ dân phố văn hóa”",
        facts=(("Tên tập thể", HAMLET), ("Tổng số người", "1.204"), ("Địa chỉ", "xã Vĩnh Bình")),
        signatures=COLLECTIVE_SIGNS,
        background="Ấp có 312 hộ, 09 tổ nhân dân tự quản.",
        achievements="- 296/312 hộ đạt Gia đình văn hóa.\n- Đường ấp sáng, xanh, sạch đạt 100%.",
        titles=(),
    )


ACHIEVEMENTS = {
    F.REPORT_PERSON: of_person,
    F.REPORT_COLLECTIVE: of_collective,
    F.REPORT_HOUSEHOLD: of_household,
    F.REPORT_EXCEPTIONAL: of_rescue,
    F.REPORT_MOVEMENT: of_movement,
    F.REPORT_DEVOTION: of_devotion,
    F.REPORT_FLAG: lambda: replace(of_collective(), form=F.REPORT_FLAG, award="“Cờ thi đua của Chính phủ”"),
    F.REPORT_FIGHTER: lambda: replace(
        of_person(), form=F.REPORT_FIGHTER, award="danh hiệu “Chiến sĩ thi đua toàn quốc”"
    ),
    F.REPORT_HERO_COLLECTIVE: lambda: replace(
        of_collective(), form=F.REPORT_HERO_COLLECTIVE, award="danh hiệu “Anh hùng Lao động”"
    ),
    F.REPORT_HERO_PERSON: lambda: replace(
        of_person(), form=F.REPORT_HERO_PERSON, award="danh hiệu “Anh hùng Lao động”"
    ),
    F.REPORT_FOREIGN_COLLECTIVE: of_friends,
    F.REPORT_FOREIGN_PERSON: of_friend,
    F.REPORT_HAMLET: of_hamlet,
}


def report(form):
    return achievement.paper(ACHIEVEMENTS[form]())


def meeting(count=6):
    nominees = tuple(judging.Nominee(name, post, AWARD) for name, _, post in people(count))
    return judging.paper(judging.Judging(by_unit(SCHOOL, dated=False), SCHOOL, 2026, nominees))


def appraised():
    day = datetime.date(2026, 10, 8)
    return appraisal.paper(
        appraisal.Appraisal(
            by_council(day=day),
            STANDING,
            facts=(
                ("Đối tượng", "Nguyễn Thị Ánh Tuyết"),
                ("Chức vụ, đơn vị, địa chỉ", f"Giáo viên, {SCHOOL}"),
                ("Đơn vị đề nghị", SCHOOL),
                ("Danh hiệu, hình thức đề nghị", AWARD),
                ("Loại hình khen thưởng", "công trạng"),
                ("Thời gian lập thành tích", "từ ngày 01/01/2026 đến ngày 31/10/2026"),
                ("Ngày tiếp nhận", "01/10/2026"),
                ("Hạn xử lý", "15/10/2026"),
                ("Chế độ pháp lý áp dụng", "Luật năm 2022 sửa đổi năm 2026"),
            ),
            files=(
                ("Báo cáo thành tích", "Báo cáo thành tích của bà Nguyễn Thị Ánh Tuyết"),
                ("Biên bản bình xét", f"Biên bản họp bình xét của {SCHOOL}"),
                ("Chứng nhận sáng kiến, đề tài", "Giấy chứng nhận sáng kiến số 14/SK"),
            ),
            missing=(),
            rules=(
                (f"{AWARD} dành cho cá nhân.", "Đạt", "Luật Thi đua, khen thưởng, Điều 75"),
                ("Thẩm quyền quyết định: Chủ tịch UBND xã.", "Đạt", "Luật Thi đua, khen thưởng, Điều 80"),
                (
                    "Đã được khen trong cùng thời gian; xem có trùng thành tích không.",
                    "Chưa rõ",
                    "Luật Thi đua, khen thưởng, Điều 5 khoản 2 điểm c",
                ),
            ),
            opinion="Thành tích rõ ràng, có minh chứng; Giấy khen năm 2025 tặng cho thành tích khác.",
            conclusion="Hồ sơ đủ điều kiện trình Hội đồng",
            appraiser="Đỗ Hoàng Ẩn",
            signature=BY_STANDING,
        )
    )


def returned(count=3):
    requests = (
        ("Tóm tắt thành tích", "Nêu rõ số học sinh, số gia đình tham gia và thời gian thực hiện."),
        ("Minh chứng", "Bổ sung xác nhận của nơi đã học tập mô hình."),
        ("Thời gian lập thành tích", "Ghi thống nhất với biên bản bình xét."),
    )
    return returning.paper(
        returning.Slip(
            by_council(day=datetime.date(2026, 10, 5)),
            STANDING,
            SCHOOL,
            f"bà Nguyễn Thị Ánh Tuyết, giáo viên {SCHOOL}",
            AWARD,
            tuple(requests[place % 3] for place in range(count)),
            "Hồ sơ hoàn thiện đề nghị gửi trước ngày 12 tháng 10 năm 2026.",
            BY_STANDING,
        )
    )


def told():
    return result.paper(
        result.Result(
            by_council("TB-HĐTĐKT", 12, datetime.date(2026, 10, 22)),
            COUNCIL,
            SCHOOL,
            f"bà Nguyễn Thị Ánh Tuyết, giáo viên {SCHOOL}",
            AWARD,
            f"Được khen thưởng theo {DECISION}.",
            "",
            BY_STANDING,
        )
    )
