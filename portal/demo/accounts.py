"""The people of the demonstration. All names are invented."""

from dataclasses import dataclass

from organizations.models import CouncilSeat, Role

PASSWORD = "thidua-2026"  # noqa: S105  of every demo account; it opens nothing but the demo


@dataclass(frozen=True)
class Work:
    """A post: in which unit (by code), as what, with which title and seat."""

    unit: str
    role: Role
    title: str
    seat: str = ""


@dataclass(frozen=True)
class Account:
    username: str
    full_name: str
    before: Work  # until 30/6/2025
    after: Work  # from 1/7/2025
    shown: str  # what the sign-in page says of the account


DISTRICT, COMMUNE, SUCCESSOR = "H823", "X28675", "N28651"

MEMBERS = (
    ("Đặng Quốc Thái", "Trưởng phòng Văn hóa và Thông tin", "Phó Trưởng phòng Văn hóa - Xã hội"),
    ("Huỳnh Thị Mai Khanh", "Trưởng phòng Giáo dục và Đào tạo", "Hiệu trưởng Trường THCS Vĩnh Bình"),
    ("Võ Minh Đăng", "Trưởng phòng Nông nghiệp và PTNT", "Trưởng phòng Kinh tế"),
    ("Lê Thị Hồng Nhạn", "Chủ tịch Hội Liên hiệp Phụ nữ huyện", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
    ("Phan Hữu Trọng", "Chủ tịch Liên đoàn Lao động huyện", "Chủ tịch Công đoàn xã"),
    ("Bùi Thanh Vũ", "Bí thư Huyện đoàn", "Bí thư Đoàn Thanh niên xã"),
    ("Trương Thị Kim Chi", "Chủ tịch Hội Nông dân huyện", "Chủ tịch Hội Nông dân xã"),
    ("Ngô Văn Lượm", "Chủ tịch Hội Cựu chiến binh huyện", "Chủ tịch Hội Cựu chiến binh xã"),
    ("Đỗ Ngọc Ánh Tuyết", "Giám đốc TT Văn hóa - TT và Truyền thanh", "Giám đốc TT Cung ứng dịch vụ công"),
)


def _of_the_office(role, before, after, seat=""):
    return Work(DISTRICT, role, before, seat), Work(SUCCESSOR, role, after, seat)


ACCOUNTS = (
    Account(
        "canbo",
        "Nguyễn Thị Cẩm Hường",
        Work(COMMUNE, Role.OFFICER, "Công chức Văn hóa - Xã hội"),
        Work(SUCCESSOR, Role.OFFICER, "Chuyên viên Phòng Văn hóa - Xã hội"),
        "cán bộ lập hồ sơ của xã",
    ),
    Account(
        "thutruong",
        "Trần Văn Bé Ba",
        Work(COMMUNE, Role.HEAD, "Chủ tịch Ủy ban nhân dân xã"),
        Work(SUCCESSOR, Role.HEAD, "Phó Chủ tịch Ủy ban nhân dân xã"),
        "thủ trưởng đơn vị, trình hồ sơ",
    ),
    Account(
        "thuongtruc",
        "Phạm Quốc Hưng",
        *_of_the_office(
            Role.STANDING, "Trưởng phòng Nội vụ", "Trưởng phòng Văn hóa - Xã hội", CouncilSeat.STANDING
        ),
        "thường trực Hội đồng",
    ),
    *(
        Account(
            f"uyvien{number}",
            name,
            *_of_the_office(Role.MEMBER, before, after, CouncilSeat.MEMBER),
            "ủy viên Hội đồng",
        )
        for number, (name, before, after) in enumerate(MEMBERS, start=1)
    ),
    Account(
        "chutich",
        "Lê Hoàng Tấn",
        *_of_the_office(Role.CHAIRMAN, "Chủ tịch", "Chủ tịch", CouncilSeat.CHAIR),
        "chủ tịch, ký văn bản",
    ),
    Account(
        "vanthu",
        "Nguyễn Ngọc Diễm My",
        *_of_the_office(Role.CLERK, "Văn thư", "Văn thư"),
        "văn thư, cấp số",
    ),
    Account(
        "quantri",
        "Cao Minh Nhật",
        *_of_the_office(Role.ADMIN, "Quản trị hệ thống", "Quản trị hệ thống"),
        "quản trị danh mục và tài khoản",
    ),
)

OTHERS_ON_THE_COUNCIL = (  # without a demo account of their own: their names fill the council's table
    ("phochutich", "Đoàn Thị Bích Vân", "Phó Chủ tịch", CouncilSeat.VICE),
    ("mattran", "Hồ Văn Chín", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam", CouncilSeat.VICE),
)
