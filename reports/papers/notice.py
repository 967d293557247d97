"""Thông báo kết quả khen thưởng: to all units, what a decision gave to whom they had proposed."""

from dataclasses import dataclass

from awards.models import AwardEntry
from awards.naming import given_by

from . import heads, lists
from .document import Annex, Column, Document, Letterhead, Paragraph, Signature, Title, grouped_table
from .layout import roman
from .payment import cited
from .result import SYMBOL
from .typed_text import capitalised

NAMED_AT_MOST = 6  # units on the first page; more of them stand in the list
LIST = (
    Column("STT", 8, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 31),
    Column("Chức vụ, đơn vị, địa chỉ", 34),
    Column("Danh hiệu, hình thức khen thưởng", 28, "center"),
)


@dataclass(frozen=True)
class Given:
    """One award that a decision gave, with the unit that had proposed it."""

    unit: str
    kind: str
    name: str
    description: str
    award: str


@dataclass(frozen=True)
class Notice:
    letterhead: Letterhead
    council: str
    decision: str
    given: tuple[Given, ...]
    signature: Signature


def document(decision):
    return paper(of_decision(decision))


def paper(notice):
    units = tuple(dict.fromkeys(row.unit for row in notice.given))
    named = units if len(units) <= NAMED_AT_MOST else ("Các cơ quan, đơn vị có tên trong danh sách kèm theo",)
    return Document(
        notice.letterhead,
        Title("THÔNG BÁO", "Kết quả khen thưởng"),
        tuple(_announced(notice)),
        notice.council,
        signatures=(notice.signature,),
        addressees=named,
        recipients=(heads.AS_ABOVE, "Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
        annexes=(_list(notice.given, units),),
    )


def _announced(notice):
    yield Paragraph(
        f"{notice.council} thông báo: tại {notice.decision}, "
        f"{lists.headcount(row.kind for row in notice.given)} được khen thưởng (có danh sách kèm theo), gồm:"
    )
    yield lists.counts("Đơn vị", ((row.unit, row.kind) for row in notice.given))
    yield Paragraph(
        "Đề nghị các cơ quan, đơn vị thông báo cho cá nhân, tập thể, hộ gia đình được khen thưởng, công khai "
        "tại đơn vị và cử người nhận khen thưởng theo thông báo của Thường trực Hội đồng"
    )


def _list(given, units):
    groups = [
        (
            f"{roman(number)}. {unit}" if number < 40 else unit,
            _rows([row for row in given if row.unit == unit]),
        )
        for number, unit in enumerate(units, start=1)
    ]
    return Annex("Danh sách được khen thưởng theo đơn vị đề nghị", (grouped_table(LIST, groups),))


def _rows(given):
    for place, row in enumerate(given, start=1):
        yield str(place), row.name, row.description, row.award


def of_decision(decision):
    office = heads.office_of(decision.unit, decision.issued_on)
    entries = AwardEntry.objects.counting().filter(decision=decision)
    by_name = entries.select_related("award", "nomination__unit").order_by("name_key", "pk")
    ordered = lists.by_kind(by_name, lambda entry: entry.nomination.kind)
    ordered.sort(key=lambda entry: entry.nomination.unit.path)
    return Notice(
        heads.dated_by_council(office, SYMBOL, around=decision.issued_on),
        f"Hội đồng Thi đua - Khen thưởng {office.name}",
        cited(decision, office),
        tuple(
            Given(
                capitalised(entry.nomination.unit.issuer),
                entry.nomination.kind,
                entry.name,
                capitalised(entry.description),
                given_by(str(entry.award), office),
            )
            for entry in ordered
        ),
        heads.standing_signature(office, decision.issued_on),
    )
