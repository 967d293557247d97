"""Quyết định hủy bỏ: which awards of a decision are taken back, why, and what is returned."""

from awards.bases import point_of
from awards.naming import given_by
from core.calendar import today, vietnamese_date
from core.templatetags.vietnamese import so
from law.models import SubjectKind

from . import decision as decisions
from . import heads, lists
from .document import Annex, Article, Column, Document, Title, grouped_table
from .layout import roman
from .typed_text import capitalised, in_a_sentence

TAKEN_BACK = Column("Danh hiệu, hình thức bị hủy bỏ", 26, "center")
RETURNED = Column("Tiền thưởng phải thu hồi (đồng)", 15, "right")


def document(annulment):
    """Needs its items with their entries and dossiers, and the decision with its entries, prefetched."""
    office = heads.office_of(annulment.unit, annulment.issued_on)
    given_by_office = heads.office_of(annulment.decision.unit, annulment.decision.issued_on)
    entries = [item.entry for item in annulment.items.all()]
    return Document(
        heads.of_paper(annulment, office),
        Title("QUYẾT ĐỊNH", annulment.title, authority=heads.head_of(office).upper()),
        (
            Article(1, _taken_back(annulment, entries, given_by_office)),
            Article(2, _returned(annulment, sum(entry.prize or 0 for entry in entries))),
            Article(3, decisions.execution(annulment.executors)),
        ),
        heads.head_of(office),
        signatures=(heads.signature(annulment, office, collective=False),),
        legal_bases=heads.bases(annulment.legal_bases),
        recipients=decisions.recipients(annulment, last_article=3),
        annexes=(_annex(entries, given_by_office),),
        draft=not annulment.is_public,
    )


def _taken_back(annulment, entries, office):
    """The whole decision where it gave nothing else, else what it gave to those on the list."""
    decision = annulment.decision
    named = (
        f"Quyết định số {decision.number_text} {vietnamese_date(decision.issued_on)} "
        f"của {heads.head_of(office)} {in_a_sentence(decision.title)}"
    )
    whom = f"{lists.headcount(entry.nomination.kind for entry in entries)} (có danh sách kèm theo)"
    if len(entries) == len(decision.entries.all()):
        what = f"Hủy bỏ {named} đối với {whom}."
    else:
        given = decisions.given([entry.nomination for entry in entries], office)
        what = f"Hủy bỏ việc {given} cho {whom} tại {named}. Các nội dung khác của Quyết định này giữ nguyên."
    return f"{what} {_reason(annulment)}."


def _reason(annulment):
    point = point_of(annulment.ground, annulment.issued_on or today())
    ground = in_a_sentence(annulment.get_ground_display())
    told = annulment.reasons.rstrip(" .;")
    return f"Lý do: {ground}{f' ({point})' if point else ''}; {in_a_sentence(told)}"


def _returned(annulment, total):
    money = f" và tiền thưởng đã nhận, tổng số tiền phải thu hồi là {so(total)} đồng" if total else ""
    how = annulment.recovery.rstrip(" .;")
    return f"Thu hồi hiện vật khen thưởng{money}.{f' {capitalised(how)}.' if how else ''}"


def _annex(entries, office):
    kinds = [kind for kind in SubjectKind if any(entry.nomination.kind == kind for entry in entries)]
    names = Column(capitalised(", ".join(lists.NAMED[kind] for kind in kinds)), 24)
    groups = [
        (f"{roman(number)}. {kind.label.upper()}", _rows(entries, kind, office))
        for number, kind in enumerate(kinds, start=1)
    ]
    total = ("", "Tổng cộng", "", "", so(sum(entry.prize or 0 for entry in entries)))
    columns = (Column("STT", 6, "center"), names, lists.DESCRIBED, TAKEN_BACK, RETURNED)
    title = f"Danh sách {', '.join(kind.label for kind in kinds)}\nbị hủy bỏ khen thưởng"
    return Annex(title, (grouped_table(columns, groups, total=total),), landscape=True)


def _rows(entries, kind, office):
    of_kind = (entry for entry in entries if entry.nomination.kind == kind)
    for place, entry in enumerate(of_kind, start=1):
        award = given_by(str(entry.award), office)
        yield (str(place), entry.name, capitalised(entry.description), award, so(entry.prize))
