"""Names, and the heads and signatures of the sample papers."""

from reports.papers.document import Letterhead, Signature

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Dương")
WOMEN = ("Thị Ánh Tuyết", "Thị Mỹ Duyên", "Thị Kim Ngân", "Thị Hồng Thắm", "Ngọc Yến", "Thị Thùy Trang")
MEN = ("Quốc Ửng", "Phước Hậu", "Hoàng Ẩn", "Minh Khuê", "Văn Đậm", "Thành Nghĩa")
POSTS = (
    "Trưởng ấp Hòa Thân",
    "Giáo viên Trường Tiểu học Vĩnh Bình 1",
    "Chi hội trưởng Phụ nữ ấp Thạnh Hưng",
    "Điều dưỡng Trạm Y tế xã Vĩnh Bình",
    "Nông dân ấp Lợi An",
    "Công chức Phòng Văn hóa - Xã hội",
)

COMMUNE = "Ủy ban nhân dân xã Vĩnh Bình"
COUNCIL = "Hội đồng Thi đua - Khen thưởng xã Vĩnh Bình"
STANDING = f"Thường trực {COUNCIL}"
CHAIRMAN = f"Chủ tịch {COMMUNE}"
AWARD = "Giấy khen của Chủ tịch UBND xã Vĩnh Bình"
DECISION = f"Quyết định số 187/QĐ-UBND ngày 20/10/2026 của {CHAIRMAN}"
PLAN = f"Kế hoạch số 45/KH-UBND ngày 12/3/2026 của {COMMUNE}"
SIGNED = Signature("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Lý Thanh Tùng")
BY_STANDING = Signature("TL. CHỦ TỊCH HỘI ĐỒNG\nỦY VIÊN THƯỜNG TRỰC", "Cao Thị Bích Vân")


def by_committee(symbol="", number=None, day=None, *, dated=True):
    place = "Vĩnh Bình" if dated else ""
    return Letterhead(
        "Ủy ban nhân dân\nxã Vĩnh Bình", symbol, number=number, place=place, date=day, year=2026
    )


def by_council(symbol="", number=None, day=None, *, dated=True):
    return Letterhead(
        "Hội đồng\nThi đua - Khen thưởng",
        symbol,
        "UBND xã Vĩnh Bình",
        number,
        "Vĩnh Bình" if dated else "",
        day,
        2026,
    )


def by_unit(name, *, dated=True):
    return Letterhead(
        name, parent="Ủy ban nhân dân\nxã Vĩnh Bình", place="Vĩnh Bình" if dated else "", year=2026
    )


def names(count):
    """As many different names, women and men in turn."""
    return tuple(_name(place) for place in range(count))


def _name(place):
    turn, place = divmod(place, 2 * len(WOMEN) * len(FAMILIES))
    pair, is_man = divmod(place, 2)
    # 7 and 10 have no common divisor: no family meets the same given name twice in a turn.
    family = FAMILIES[(pair + pair // len(WOMEN)) % len(FAMILIES)]
    given = (MEN if is_man else WOMEN)[pair % len(WOMEN)]
    return f"{family} {given} {turn}" if turn else f"{family} {given}"


def people(count):
    """(name, sex, post) of as many."""
    return tuple(
        (name, "Nam" if place % 2 else "Nữ", POSTS[place % len(POSTS)])
        for place, name in enumerate(names(count))
    )
