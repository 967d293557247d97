"""The place and its people: one by one as fixtures of tests/conftest.py, together in tests/test_access.py."""

from types import SimpleNamespace

from organizations.models import CouncilSeat, Role, UnitKind
from tests.factories import PostFactory, UnitFactory, UserFactory

PEOPLE = {  # unit of the place, role, title, user name and seat in the council
    "officer": ("commune", Role.OFFICER, "Công chức văn hóa - xã hội", "canbo", ""),
    "head": ("commune", Role.HEAD, "Chủ tịch Ủy ban nhân dân xã", "thutruong", ""),
    "standing": ("district", Role.STANDING, "Trưởng phòng Nội vụ", "thuongtruc", CouncilSeat.STANDING),
    "member": ("district", Role.MEMBER, "Ủy viên", "uyvien1", CouncilSeat.MEMBER),
    "chairman": ("district", Role.CHAIRMAN, "Chủ tịch", "chutich", CouncilSeat.CHAIR),
    "clerk": ("district", Role.CLERK, "Văn thư", "vanthu", ""),
    "administrator": ("district", Role.ADMIN, "Quản trị", "quantri", ""),
    "stranger": ("foreign", Role.STANDING, "Trưởng phòng Nội vụ", "nguoila", CouncilSeat.STANDING),
}


def make_place():
    """province > district (with council) > commune > hamlet, a sister commune and a foreign district."""
    province = UnitFactory(name="tỉnh Thử", kind=UnitKind.PROVINCE, has_council=True, place="Thử")
    district = UnitFactory(
        parent=province,
        name="huyện Gò Thử",
        kind=UnitKind.DISTRICT,
        has_council=True,
        authority="Ủy ban nhân dân huyện Gò Thử",
        place="Gò Thử",
    )
    commune = UnitFactory(
        parent=district, name="xã Bình Thử", authority="Ủy ban nhân dân xã Bình Thử", place="Bình Thử"
    )
    hamlet = UnitFactory(parent=commune, name="ấp Thử", kind=UnitKind.HAMLET)
    sister = UnitFactory(parent=district, name="xã Kế Bên")
    foreign = UnitFactory(parent=province, name="huyện Xa Lạ", kind=UnitKind.DISTRICT, has_council=True)
    return SimpleNamespace(
        province=province, district=district, commune=commune, hamlet=hamlet, sister=sister, foreign=foreign
    )


def make_person(place, who, username=None):
    """The account and the post of one of PEOPLE."""
    unit, role, title, own_name, seat = PEOPLE[who]
    user = UserFactory(username=username or own_name)
    PostFactory(user=user, unit=getattr(place, unit), role=role, title=title, council_seat=seat)
    return user
