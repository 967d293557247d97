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
    shown: str  # what is said of the account where accounts are listed


@dataclass(frozen=True)
class Staff:
    """Who does what at an office that has a council, by user name."""

    standing: str
    chairman: str
    clerk: str
    tellers: tuple
    secretary: str


DISTRICT, COMMUNE, SUCCESSOR = "H823", "X28675", "N28651"
PROVINCE, NEW_PROVINCE = "T82", "N82"
LOCAL = Staff("thuongtruc", "chutich", "vanthu", ("uyvien1", "uyvien2"), "uyvien3")
PROVINCIAL = Staff(
    "thuongtruc.tinh", "chutich.tinh", "vanthu.tinh", ("uyvien1.tinh", "uyvien2.tinh"), "uyvien3.tinh"
)
STAFF = {DISTRICT: LOCAL, SUCCESSOR: LOCAL, PROVINCE: PROVINCIAL, NEW_PROVINCE: PROVINCIAL}

MEMBERS = (
    ("Đặng Quốc Thái", "Trưởng phòng Văn hóa và Thông tin", "Phó Trưởng phòng Văn hóa - Xã hội"),
    (
        "Huỳnh Thị Mai Khanh",
        "Trưởng phòng Giáo dục và Đào tạo",
        "Hiệu trưởng Trường Trung học cơ sở Vĩnh Bình",
    ),
    ("Võ Minh Đăng", "Trưởng phòng Nông nghiệp và Phát triển nông thôn", "Trưởng phòng Kinh tế"),
    ("Lê Thị Hồng Nhạn", "Chủ tịch Hội Liên hiệp Phụ nữ huyện", "Chủ tịch Hội Liên hiệp Phụ nữ xã"),
    ("Phan Hữu Trọng", "Chủ tịch Liên đoàn Lao động huyện", "Chủ tịch Công đoàn xã"),
    ("Bùi Thanh Vũ", "Bí thư Huyện đoàn", "Bí thư Đoàn Thanh niên xã"),
    ("Trương Thị Kim Chi", "Chủ tịch Hội Nông dân huyện", "Chủ tịch Hội Nông dân xã"),
    ("Ngô Văn Lượm", "Chủ tịch Hội Cựu chiến binh huyện", "Chủ tịch Hội Cựu chiến binh xã"),
    (
        "Đỗ Ngọc Ánh Tuyết",
        "Giám đốc Trung tâm Văn hóa - Thể thao và Truyền thanh",
        "Giám đốc Trung tâm Cung ứng dịch vụ công",
    ),
)


def _of_the_office(role, before, after, seat=""):
    return Work(DISTRICT, role, before, seat), Work(SUCCESSOR, role, after, seat)


DUTIES = {  # role: (what is said of it, its seat on the council)
    Role.OFFICER: ("cán bộ lập hồ sơ", ""),
    Role.HEAD: ("thủ trưởng, trình hồ sơ", ""),
    Role.STANDING: ("thường trực Hội đồng", CouncilSeat.STANDING),
    Role.MEMBER: ("ủy viên Hội đồng", CouncilSeat.MEMBER),
    Role.CHAIRMAN: ("người đứng đầu, ký văn bản", CouncilSeat.CHAIR),
    Role.CLERK: ("văn thư, cấp số", ""),
}


def _of(where, before, after, *people):
    """Accounts of one unit, whose people went on in the unit that took its place."""
    return tuple(
        Account(
            username,
            full_name,
            Work(before, role, title, DUTIES[role][1]),
            Work(after, role, title, DUTIES[role][1]),
            f"{DUTIES[role][0]}, {where}",
        )
        for username, full_name, role, title in people
    )


OF_THE_OFFICE = (
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
        *_of_the_office(
            Role.CHAIRMAN, "Chủ tịch Ủy ban nhân dân huyện", "Chủ tịch Ủy ban nhân dân xã", CouncilSeat.CHAIR
        ),
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

OF_THE_SCHOOL = _of(
    "trường THPT",
    "T82-THPT",
    "N82-THPT",
    ("canbo.truong", "Lương Thị Kiều Oanh", Role.OFFICER, "Thư ký Hội đồng trường"),
    ("thutruong.truong", "Mai Văn Phước", Role.HEAD, "Hiệu trưởng"),
)
OF_THE_DEPARTMENT = _of(
    "Sở Giáo dục và Đào tạo",
    "T82-GD",
    "N82-GD",
    ("thuongtruc.so", "Tô Thị Ngọc Lan", Role.STANDING, "Trưởng phòng Tổ chức cán bộ"),
    ("uyvien1.so", "Lâm Quốc Khải", Role.MEMBER, "Phó Giám đốc"),
    ("uyvien2.so", "Châu Thị Bé Sáu", Role.MEMBER, "Chủ tịch Công đoàn ngành"),
    ("chutich.so", "Hà Minh Triết", Role.CHAIRMAN, "Giám đốc"),
    ("vanthu.so", "Thái Thị Hồng Đào", Role.CLERK, "Văn thư"),
)
OF_THE_PROVINCE = _of(
    "tỉnh",
    PROVINCE,
    NEW_PROVINCE,
    ("thuongtruc.tinh", "Vương Đình Khôi", Role.STANDING, "Trưởng Ban Thi đua - Khen thưởng"),
    ("uyvien1.tinh", "Kiều Thị Thanh Trúc", Role.MEMBER, "Giám đốc Sở Tài chính"),
    ("uyvien2.tinh", "Dương Tấn Lộc", Role.MEMBER, "Giám đốc Sở Khoa học và Công nghệ"),
    ("uyvien3.tinh", "Phùng Thị Mỹ Hạnh", Role.MEMBER, "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"),
    ("uyvien4.tinh", "Tạ Hữu Nghĩa", Role.MEMBER, "Chủ tịch Liên đoàn Lao động tỉnh"),
    ("chutich.tinh", "Quách Trung Kiên", Role.CHAIRMAN, "Chủ tịch Ủy ban nhân dân tỉnh"),
    ("vanthu.tinh", "Triệu Thị Như Ý", Role.CLERK, "Văn thư"),
)
ACCOUNTS = (*OF_THE_OFFICE, *OF_THE_SCHOOL, *OF_THE_DEPARTMENT, *OF_THE_PROVINCE)

OTHERS_ON_THE_COUNCIL = (  # without a demo account of their own: their names fill the council's table
    ("phochutich", "Đoàn Thị Bích Vân", "Phó Chủ tịch Ủy ban nhân dân", CouncilSeat.VICE),
    ("mattran", "Hồ Văn Chín", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam", CouncilSeat.VICE),
)
