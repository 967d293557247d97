"""What is printed of a movement: tasks, registration, verification, directions, statistics."""

import datetime
from dataclasses import replace

from reports.papers import assignment, directions, registration, statistics, verification
from reports.papers.document import Signature

from .people import CHAIRMAN, COMMUNE, PLAN, SIGNED, by_committee, by_unit, people

HAMLET, IN_HAMLET = "Ấp Lợi An", "ấp Lợi An"
MODEL = "Vườn thanh long hữu cơ liên kết 11 hộ"
STATISTICS_FORMS = statistics.LABELS
PROVINCE = "Ủy ban nhân dân tỉnh Đồng Tháp"
TASKS = (
    (
        "Hướng dẫn đăng ký mô hình, điển hình tiên tiến; tổng hợp danh sách.",
        "Phòng Văn hóa - Xã hội",
        "",
        "30/4/2026",
    ),
    (
        "Tuyên truyền gương người tốt, việc tốt trên hệ thống truyền thanh, mỗi tháng hai bài.",
        "Trung tâm Cung ứng dịch vụ công",
        "Mặt trận Tổ quốc",
        "Hằng tháng",
    ),
    ("Phát hiện, bồi dưỡng ít nhất hai điển hình mới ở mỗi ấp.", "Các ấp", "Các đoàn thể", "30/9/2026"),
    ("Bố trí kinh phí thực hiện trong dự toán năm.", "Phòng Kinh tế", "", "31/3/2026"),
)


def _assigned(symbol, count):
    tasks = tuple(assignment.Task(*TASKS[place % len(TASKS)]) for place in range(count))
    return assignment.Assignment(
        by_committee(symbol, 128, datetime.date(2026, 3, 16)),
        COMMUNE,
        PLAN,
        "giao nhiệm vụ thực hiện Kế hoạch xây dựng, nhân rộng điển hình tiên tiến năm 2026",
        tasks,
        SIGNED,
    )


def tasks_by_letter(count=4):
    return assignment.letter(_assigned("UBND-VHXH", count))


def tasks_by_decision(count=4):
    decided = replace(
        _assigned("QĐ-UBND", count),
        signature=Signature("CHỦ TỊCH", SIGNED.name),
        authority=CHAIRMAN,
        legal_bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
            f"Căn cứ {PLAN} về xây dựng, nhân rộng điển hình tiên tiến năm 2026",
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
        ),
    )
    return assignment.decision(decided)


def registered():
    return registration.paper(
        registration.Registration(
            by_unit(HAMLET),
            HAMLET,
            PLAN,
            MODEL,
            (
                ("Họ và tên chủ hộ", "Phan Văn Ửng"),
                ("Số nhân khẩu", "5"),
                ("Ấp, khu phố, thôn", HAMLET),
                ("Địa chỉ", "xã Vĩnh Bình"),
            ),
            field="Kinh tế nông thôn",
            practice="- Ủ phân từ phụ phẩm, không dùng thuốc trừ cỏ.\n"
            "- Mỗi tháng các hộ họp một lần để trao đổi cách làm.",
            effect="Năng suất 28 tấn/ha; thu nhập mỗi hộ tăng 34 triệu đồng/năm.",
            about="Mô hình",
            cost="Dân góp phân chuồng và ngày công; Hội Nông dân hỗ trợ men ủ.\n"
            "Tổng kinh phí: 18.000.000 đồng.",
            figures=(
                ("Số hộ cùng làm (hộ)", "1", "11"),
                ("Năng suất (tấn/ha)", "22", "28"),
                ("Thu nhập thêm (triệu đồng/hộ/năm)", "0", "34"),
            ),
            causes="- Tổ trưởng làm trước, có sổ ghi từng tuần.\n- Hội Nông dân hướng dẫn tại vườn.",
            needs="Mười hộ có vườn liền nhau; một buổi tập huấn; men ủ cho vụ đầu.",
            support="- Tập huấn cách ủ phân (Hội Nông dân xã), 4.000.000 đồng.",
            contact="Ông Huỳnh Phước Hậu, Trưởng ấp",
            learned_by="Ấp Hòa Thân và ấp Thạnh Hưng đã đến học tập.",
            name="Phan Văn Ửng",
        )
    )


def registered_list(count=6):
    fields = ("Kinh tế nông thôn", "Giáo dục", "An sinh xã hội")
    rows = tuple(
        registration.Registered(
            fields[place % 3],
            f"Mô hình số {place + 1}: mỗi tổ một việc làm tiêu biểu",
            f"{name}, {post[:1].lower()}{post[1:]}",
            "Duy trì và hướng dẫn ít nhất hai nơi làm theo",
            "Quý III/2026",
        )
        for place, (name, _, post) in enumerate(people(count))
    )
    return registration.list_paper(
        registration.RegistrationList(
            by_unit(HAMLET),
            HAMLET,
            PLAN,
            datetime.date(2026, 1, 1),
            datetime.date(2026, 12, 31),
            rows,
            Signature("TRƯỞNG ẤP", "Huỳnh Phước Hậu"),
        )
    )


def verified():
    return verification.paper(
        verification.Verification(
            by_committee("BB-UBND", 21, dated=False),
            COMMUNE,
            MODEL,
            f"Hộ Phan Văn Ửng, {IN_HAMLET}, xã Vĩnh Bình",
            began="08 giờ 00 phút, ngày 14 tháng 8 năm 2026",
            ended="10 giờ 30 phút cùng ngày",
            place=f"Vườn của hộ Phan Văn Ửng, {IN_HAMLET}",
            team=("Bà Cao Thị Bích Vân, Thường trực Hội đồng, Trưởng đoàn", "Ông Đỗ Hoàng Ẩn, Thư ký"),
            hosts=("Ông Huỳnh Phước Hậu, Trưởng ấp", "Ông Phan Văn Ửng, chủ hộ"),
            practice="Các hộ cùng ủ phân, cùng ghi nhật ký chăm sóc; Hội Nông dân xã hướng dẫn kỹ thuật.",
            measures=(
                verification.Measure("Số hộ cùng làm", "01", "11"),
                verification.Measure("Năng suất (tấn/ha)", "22", "28", "Cân tại vườn"),
                verification.Measure("Thu nhập thêm (triệu đồng/hộ/năm)", "0", "34"),
            ),
            evidence=("08 ảnh chụp tại vườn", "Sổ nhật ký chăm sóc của 11 hộ"),
            neighbours="09 hộ lân cận được hỏi đều đồng tình; 03 hộ đề nghị được tham gia.",
            conclusion="Đạt. Đề nghị nhân rộng và xem xét khen thưởng năm 2026.",
            secretary="Đỗ Hoàng Ẩn",
            host="Huỳnh Phước Hậu",
            leader="Cao Thị Bích Vân",
        )
    )


def blank_verification():
    return verification.paper(
        verification.Verification(
            by_committee("BB-UBND", dated=False), COMMUNE, MODEL, f"Hộ Phan Văn Ửng, {IN_HAMLET}"
        )
    )


def next_years(count=5):
    targets = (
        ("Mô hình, điển hình tiên tiến được công nhận", "mô hình", "38", ("40", "44", "48", "52", "56")),
        ("Ấp có mô hình được nơi khác học tập", "%", "55", ("60", "70", "80", "90", "100")),
        ("Người trực tiếp lao động trong số được khen", "%", "64,2", ("65", "66", "68", "69", "70")),
        ("Nữ trong số cá nhân được khen", "%", "43,0", ("44", "45", "46", "48", "50")),
        ("Tin, bài về gương người tốt, việc tốt", "bài", "146", ("150", "160", "170", "180", "200")),
    )
    return directions.paper(
        directions.Directions(
            by_committee("BC-UBND", 96, datetime.date(2026, 1, 15)),
            COMMUNE,
            "Phương hướng, nhiệm vụ xây dựng, nhân rộng điển hình tiên tiến giai đoạn 2026 - 2030",
            f"Từ kết quả thực hiện giai đoạn 2021 - 2025, {COMMUNE} xác định phương hướng, nhiệm vụ "
            "giai đoạn 2026 - 2030 như sau:",
            (
                (
                    "Bối cảnh",
                    "Xã Vĩnh Bình được sắp xếp từ ngày 01 tháng 7 năm 2025, địa bàn rộng hơn, số ấp, đơn vị "
                    "tăng; yêu cầu nhân rộng cách làm hay giữa các ấp cũ và mới đặt ra cao hơn.",
                ),
                (
                    "Mục tiêu",
                    "1. Mục tiêu chung\n"
                    "Mỗi ấp, mỗi đơn vị có điển hình tiêu biểu để Nhân dân học tập, làm theo.\n"
                    "2. Mục tiêu cụ thể\n- Mỗi năm có thêm ít nhất bốn mô hình được công nhận.\n"
                    "- Đến năm 2030, tất cả các ấp có mô hình được nơi khác học tập.",
                ),
                (
                    "Nhiệm vụ, giải pháp",
                    "1. Tuyên truyền\n- Duy trì chuyên mục “Gương người tốt quanh ta”.\n"
                    "2. Phát hiện, bồi dưỡng\n- Mỗi quý rà soát, đăng ký, kiểm chứng tại cơ sở.\n"
                    "3. Nhân rộng\n- Mỗi năm tổ chức hai đợt tham quan, trao đổi giữa các ấp.\n"
                    "4. Khen thưởng\n- Ưu tiên người trực tiếp lao động, phụ nữ, hộ gia đình.",
                ),
                (
                    "Tổ chức thực hiện",
                    "Phòng Văn hóa - Xã hội tham mưu kế hoạch từng năm; các ấp, đơn vị báo cáo "
                    "trước ngày 30 tháng 11.",
                ),
            ),
            (2026, 2027, 2028, 2029, 2030),
            tuple(directions.Target(*targets[place % len(targets)]) for place in range(count)),
            SIGNED,
            addressees=(PROVINCE,),
            recipients=("Như trên", "Thường trực Đảng ủy, HĐND xã", "Lưu: VT, VHXH"),
        )
    )


def statistical(count=2, labels=None):
    """`labels` are the numbers of its forms, {name: “Biểu số …”}."""
    merits = (4, 2, 1, 0, 1, 0, 0)
    counts = {
        "Tập thể": (6, 0, 1, 0, 5, 1, 1, 0, 0, 0, 0),
        "- Trong đó: doanh nghiệp": (1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0),
        "Hộ gia đình": (3, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0),
        "Cá nhân": (14, 2, 0, 4, 12, 4, 2, 0, 2, 0, 0),
        "- Lãnh đạo khác, từ phó phòng trở lên": (3, 1, 0, 1, 3, 1, 0, 0, 1, 0, 0),
        "- Người trực tiếp lao động, công tác": (11, 1, 0, 3, 9, 3, 2, 0, 1, 0, 0),
    }
    return statistics.paper(
        statistics.Statistics(
            by_committee("BC-UBND", 402, datetime.date(2026, 12, 14)),
            COMMUNE,
            2026,
            tuple(
                statistics.MovementCounts(level, (1, 1, 0, 2), (2, 1, 0, 0, 1), (3, 1))
                for level in ("Cấp xã", *(f"Đơn vị {place}" for place in range(2, count + 1)))
            ),
            (
                statistics.StateAward("Huân chương Lao động hạng Ba", merits, (1, 0, 0, 0, 0, 0, 0)),
                statistics.StateAward("Bằng khen của Thủ tướng Chính phủ", merits, (2, 1, 0, 0, 0, 0, 0)),
            ),
            counts,
            (statistics.Body("Phòng Văn hóa - Xã hội", 1, 9, 8, 5),),
            (
                statistics.OfficerGroup(
                    "Theo tuổi", (("Từ 30 tuổi trở xuống", 1, 1), ("31 đến 50 tuổi", 2, 1))
                ),
                statistics.OfficerGroup("Theo trình độ", (("Đại học", 2, 1), ("Trên đại học", 1, 1))),
                statistics.OfficerGroup("Theo thâm niên", (("Dưới 5 năm", 2, 1), ("Từ 5 năm trở lên", 1, 1))),
            ),
            statistics.Fund(
                24_600_000_000,
                (("Ngân sách nhà nước", 369_000_000), ("Đóng góp của tổ chức, cá nhân", 12_500_000)),
                (
                    ("Tiền thưởng", 248_600_000),
                    ("Tổ chức phong trào, tuyên truyền", 41_200_000),
                    ("In, làm hiện vật khen thưởng", 18_900_000),
                ),
            ),
            SIGNED,
            addressees=(PROVINCE,),
            labels=labels or {},
        )
    )
