"""Danh sách chi tiền thưởng: sums by award, and the list on which everybody signs for the money."""

from collections import Counter
from dataclasses import dataclass, replace

from awards.models import AwardEntry
from awards.naming import given_by
from core.calendar import short_date, today
from core.numerals import in_words
from core.templatetags.vietnamese import so
from law.models import SubjectKind

from . import heads
from .document import Annex, Column, Document, Letterhead, Paragraph, Signature, Title, grouped_table, table
from .layout import roman
from .typed_text import capitalised

SUMS = (
    Column("STT", 8, "center"),
    Column("Danh hiệu, hình thức khen thưởng", 44),
    Column("Số đối tượng", 18, "right"),
    Column("Số tiền (đồng)", 30, "right"),
)
LIST = (
    Column("STT", 6, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 24),
    Column("Chức vụ, đơn vị, địa chỉ", 24),
    Column("Danh hiệu, hình thức khen thưởng", 19, "center"),
    Column("Số tiền (đồng)", 12, "right"),
    Column("Ký nhận", 15, "center"),
)
SIGNED_BY = ("NGƯỜI LẬP", "KẾ TOÁN", "THỦ TRƯỞNG ĐƠN VỊ")


@dataclass(frozen=True)
class Payee:
    kind: str
    name: str
    description: str
    award: str
    amount: int


@dataclass(frozen=True)
class Payment:
    letterhead: Letterhead
    issued_by: str
    decision: str  # “Quyết định số … ngày … của …”
    funding: str
    payees: tuple[Payee, ...]


def document(decision):
    return paper(of_decision(decision))


def paper(payment):
    return Document(
        payment.letterhead,
        Title("DANH SÁCH CHI TIỀN THƯỞNG", f"Theo {payment.decision}"),
        tuple(_body(payment)),
        payment.issued_by,
        signatures=tuple(Signature(office, "") for office in SIGNED_BY),
        annexes=(_list(payment.payees),),
    )


def _body(payment):
    if payment.funding:
        yield Paragraph(f"Nguồn chi: {payment.funding.rstrip(' .;')}.")
    yield _sums(payment.payees)
    total = sum(payee.amount for payee in payment.payees)
    yield Paragraph(f"Tổng số tiền bằng chữ: {capitalised(in_words(total))} đồng")


def _sums(payees):
    counts = Counter(payee.award for payee in payees)
    amounts = Counter()
    for payee in payees:
        amounts[payee.award] += payee.amount
    rows = [
        (str(place), award, so(count), so(amounts[award]))
        for place, (award, count) in enumerate(counts.items(), start=1)
    ]
    return table(SUMS, rows, total=("", "Tổng cộng", so(len(payees)), so(sum(amounts.values()))))


def _list(payees):
    kinds = [kind for kind in SubjectKind if any(payee.kind == kind for payee in payees)]
    groups = [
        (f"{roman(number)}. {kind.label.upper()}", _rows([payee for payee in payees if payee.kind == kind]))
        for number, kind in enumerate(kinds, start=1)
    ]
    total = ("", "Tổng cộng", "", "", so(sum(payee.amount for payee in payees)), "")
    title = "Danh sách ký nhận tiền thưởng"
    return Annex(title, (grouped_table(LIST, groups, total=total),), landscape=True)


def _rows(payees):
    for place, payee in enumerate(payees, start=1):
        yield str(place), payee.name, payee.description, payee.award, so(payee.amount), ""


def of_decision(decision):
    """Those of its entries that carry money; whoever lost the award again is not paid."""
    office = heads.office_of(decision.unit, decision.issued_on)
    entries = AwardEntry.objects.counting().filter(decision=decision, prize__gt=0)
    ordered = entries.select_related("award", "nomination").order_by("name_key", "pk")
    return Payment(
        replace(heads.letterhead(office), year=(decision.issued_on or today()).year),
        office.issuer,
        cited(decision, office),
        decision.funding,
        tuple(
            Payee(
                entry.nomination.kind,
                entry.name,
                capitalised(entry.description),
                given_by(str(entry.award), office),
                entry.prize,
            )
            for entry in ordered
        ),
    )


def cited(decision, office):
    """“Quyết định số 1842/QĐ-UBND ngày 09/6/2023 của Chủ tịch …”."""
    day = f" ngày {short_date(decision.issued_on)}" if decision.issued_on else ""
    return f"Quyết định số {decision.number_text}{day} của {heads.head_of(office)}"
