"""Units of the demonstration: the district, the communes that succeeded it, the places of the other plans.

Names, merges and the day of the reform are true; hamlets, schools and enterprises are invented.
"""

import datetime
from dataclasses import dataclass, field

from organizations.models import Succession, Unit, UnitKind

START = datetime.date(2015, 1, 1)
LAST_DAY = datetime.date(2025, 6, 30)
REFORM = datetime.date(2025, 7, 1)
REFORM_BASIS = "Nghị quyết 202/2025/QH15 và nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp năm 2025"


@dataclass(frozen=True)
class Place:
    code: str
    name: str
    kind: UnitKind
    parent: str = ""
    ends: bool = True  # ended on 30/6/2025
    starts_on: datetime.date = START
    has_council: bool = False
    place: str = ""
    authority: str = ""
    symbol: str = ""
    head_title: str = ""
    sector: str = ""  # code of the office that leads the sector
    successors: tuple = field(default=())


def _territory(code, short, kind, parent="", **extra):
    name = f"{kind.label.split(',')[0].replace(' thuộc tỉnh', '')} {short}"
    return Place(
        code,
        name,
        kind,
        parent,
        place=short,
        authority=f"Ủy ban nhân dân {name}",
        symbol="UBND",
        head_title="CHỦ TỊCH",
        **extra,
    )


def _department(code, province, parent, **extra):
    """The province's department of education, which leads the schools of its sector."""
    name = f"Sở Giáo dục và Đào tạo tỉnh {province}"
    return Place(
        code,
        name,
        UnitKind.AGENCY,
        parent,
        has_council=True,
        place=province,
        authority="Sở Giáo dục và Đào tạo",
        symbol="SGDĐT",
        head_title="GIÁM ĐỐC",
        **extra,
    )


MERGED = {  # commune that succeeded: the communes it was made of
    ("N28651", "Vĩnh Bình"): (("X28651", "Vĩnh Bình"), ("X28672", "Thạnh Trị"), ("X28675", "Thạnh Nhựt")),
    ("N28660", "Đồng Sơn"): (("X28654", "Đồng Sơn"), ("X28660", "Đồng Thạnh"), ("X28666", "Bình Nhì")),
    ("N28663", "Phú Thành"): (("X28657", "Bình Phú"), ("X28663", "Thành Công"), ("X28669", "Yên Luông")),
    ("N28678", "Vĩnh Hựu"): (("X28678", "Long Vĩnh"), ("X28684", "Vĩnh Hựu")),
    ("N28687", "Long Bình"): (("X28681", "Bình Tân"), ("X28687", "Long Bình")),
}
TOWNSHIP = "X28651"
HAMLETS = ("Thạnh Lợi", "Hòa Bình", "Tân Phước")  # invented, three in each commune
AGENCIES = (
    ("H823-NV", "Phòng Nội vụ huyện Gò Công Tây", UnitKind.AGENCY),
    ("H823-VH", "Phòng Văn hóa và Thông tin huyện Gò Công Tây", UnitKind.AGENCY),
    ("H823-GD", "Phòng Giáo dục và Đào tạo huyện Gò Công Tây", UnitKind.AGENCY),
    ("H823-TT", "Trung tâm Văn hóa - Thể thao và Truyền thanh huyện Gò Công Tây", UnitKind.AGENCY),
    ("H823-MT", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Gò Công Tây", UnitKind.ASSOCIATION),
    ("H823-TG", "Ban Tuyên giáo Huyện ủy Gò Công Tây", UnitKind.ASSOCIATION),
)
SUCCESSOR_AGENCIES = (
    ("N28651-VX", "Phòng Văn hóa - Xã hội xã Vĩnh Bình", UnitKind.AGENCY),
    ("N28651-KT", "Phòng Kinh tế xã Vĩnh Bình", UnitKind.AGENCY),
    ("N28651-VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Vĩnh Bình", UnitKind.AGENCY),
    ("N28651-MT", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Vĩnh Bình", UnitKind.ASSOCIATION),
)
HIGH_SCHOOL = "Trường Trung học phổ thông Thạnh Nhựt"
FAMOUS = (  # the places of the other four plans
    _territory("T72", "Tây Ninh", UnitKind.PROVINCE, has_council=True),
    _territory("T56", "Khánh Hòa", UnitKind.PROVINCE, has_council=True),
    Place(
        "TP156",
        "thành phố của Kế hoạch 156",
        UnitKind.CITY,
        has_council=True,
        place="Thành phố",
        authority="Ủy ban nhân dân thành phố",
        symbol="UBND",
        head_title="CHỦ TỊCH",
    ),
)


def all_places():
    yield _territory("T82", "Tiền Giang", UnitKind.PROVINCE, has_council=True, successors=("N82",))
    yield _department("T82-GD", "Tiền Giang", "T82", successors=("N82-GD",))
    yield _territory(
        "H823", "Gò Công Tây", UnitKind.DISTRICT, "T82", has_council=True, successors=("N28651",)
    )
    yield _territory("H817", "Cai Lậy", UnitKind.TOWN, "T82", has_council=True)
    yield from FAMOUS
    yield from (Place(code, name, kind, "H823") for code, name, kind in AGENCIES)
    yield _territory("N82", "Đồng Tháp", UnitKind.PROVINCE, ends=False, starts_on=REFORM, has_council=True)
    yield _department("N82-GD", "Đồng Tháp", "N82", ends=False, starts_on=REFORM)
    for (code, short), merged in MERGED.items():
        yield _territory(code, short, UnitKind.COMMUNE, "N82", ends=False, starts_on=REFORM, has_council=True)
        for old_code, old_short in merged:
            yield from _old_commune(old_code, old_short, code)
    yield from (
        Place(code, name, kind, "N28651", ends=False, starts_on=REFORM)
        for code, name, kind in SUCCESSOR_AGENCIES
    )
    yield Place("T82-THPT", HIGH_SCHOOL, UnitKind.SCHOOL, "X28675", sector="T82-GD", successors=("N82-THPT",))
    yield Place(
        "N82-THPT", HIGH_SCHOOL, UnitKind.SCHOOL, "N28651", sector="N82-GD", ends=False, starts_on=REFORM
    )


def _old_commune(code, short, successor):
    kind = UnitKind.TOWNSHIP if code == TOWNSHIP else UnitKind.COMMUNE
    yield _territory(code, short, kind, "H823", successors=(successor,))
    below = [_hamlet(n, name, code) for n, name in enumerate(HAMLETS, start=1)]
    below.append(("TH", f"Trường Tiểu học {short}", UnitKind.SCHOOL, "H823-GD"))
    if code == TOWNSHIP:
        below.append(("HTX", "Hợp tác xã Dịch vụ nông nghiệp Vĩnh Bình", UnitKind.ENTERPRISE, ""))
    for suffix, name, unit_kind, sector in below:
        now = f"{successor}-{code[1:]}-{suffix}"
        yield Place(f"{code}-{suffix}", name, unit_kind, code, sector=sector, successors=(now,))
        yield Place(now, name, unit_kind, successor, ends=False, starts_on=REFORM)


def _hamlet(number, name, commune):
    if commune == TOWNSHIP:
        return f"A{number}", f"khu phố {number}", UnitKind.QUARTER, ""
    return f"A{number}", f"ấp {name}", UnitKind.HAMLET, ""


def load_places(until):
    """The units known on the day `until`, with the ends and successions of that day, as {code: unit}."""
    known = [place for place in all_places() if place.starts_on <= until]
    units = {}
    for place in sorted(
        known, key=lambda place: bool(place.parent) + place.parent.count("-") + _depth(place)
    ):
        units[place.code] = _add(place, units, until)
    _lead_sectors(known, units)
    _succeed(known, units)
    return units


def _depth(place):
    return {"": 0, "T82": 1, "N82": 1, "H823": 2}.get(place.parent, 3)


def _add(place, units, until):
    values = {
        "code": place.code,
        "name": place.name,
        "kind": place.kind,
        "starts_on": place.starts_on,
        "ends_on": LAST_DAY if place.ends and until >= REFORM else None,
        "has_council": place.has_council,
        "place": place.place,
        "authority": place.authority,
        "symbol": place.symbol,
        "head_title": place.head_title,
        "legal_basis": REFORM_BASIS if place.starts_on == REFORM else "",
    }
    if not place.parent:
        return Unit.objects.add_root(values)
    return Unit.objects.add_child(units[place.parent], values)


def _lead_sectors(known, units):
    led = [place for place in known if place.sector]
    for place in led:
        units[place.code].sector_parent = units[place.sector]
    Unit.objects.bulk_update([units[place.code] for place in led], ["sector_parent"])


def _succeed(known, units):
    Succession.objects.bulk_create(
        Succession(predecessor=units[place.code], successor=units[code], on=REFORM)
        for place in known
        for code in place.successors
        if code in units
    )
