"""Taking awards back: a decision of the office that gave them, drafted, signed and issued like theirs."""

from django.db import transaction
from django.db.models import Q

from awards.bases import bases_of_annulment
from awards.models import AnnulmentItem, AnnulmentStatus, AwardEntry, DecisionStatus
from awards.sessions import move_all
from core.calendar import today, vietnamese_date
from core.workflow import TransitionError
from organizations import signing
from organizations.access import successor_office
from organizations.models import Role
from organizations.numbering import remark


def office_of(decision):
    """Who can annul it: the office that issued it, or the one that went on with its files."""
    return successor_office(decision.unit, today())


def may_annul(decision, desk):
    return decision.status == DecisionStatus.ISSUED and desk.may(Role.STANDING, office_of(decision))


def annullable(decision, annulment=None):
    """Awards of the decision that count and stand on no other paper that takes them back, in its order."""
    free = Q(annulment_item=None)
    if annulment and annulment.pk:
        free |= Q(annulment_item__annulment=annulment)
    return decision.entries.counting().filter(free).order_by("nomination__decision_item__order", "pk")


def proposed(decision):
    """What a draft says before anybody has written in it."""
    unit = office_of(decision)
    standing = f"Thường trực Hội đồng Thi đua - Khen thưởng {unit.name}"
    day = vietnamese_date(decision.issued_on)
    return {
        "unit": unit,
        "decision": decision,
        "title": f"Về việc hủy bỏ khen thưởng tại Quyết định số {decision.number_text} {day}",
        "recovery": f"Các đối tượng có tên trong danh sách nộp lại cho {standing} "
        "trong thời hạn 15 ngày kể từ ngày nhận được Quyết định này",
        "legal_bases": bases_of_annulment(decision, unit, today()),
        "executors": f"Chánh Văn phòng, {standing}, thủ trưởng các cơ quan, đơn vị liên quan "
        "và các đối tượng có tên trong danh sách",
        "recipients": "Như trên;\nLưu: VT, hồ sơ.",
    }


@transaction.atomic
def begin_annulment(annulment, entries, *, desk):
    """Keep a new draft that names these entries; TransitionError when the decision is not to be annulled."""
    if not may_annul(annulment.decision, desk):
        raise TransitionError("Quyết định này không hủy bỏ được nữa.")
    annulment.save()
    set_entries(annulment, entries)
    annulment.log(
        "draft", desk=desk, label="Soạn dự thảo quyết định hủy bỏ", note=f"{len(entries)} đối tượng"
    )
    return annulment


@transaction.atomic
def set_entries(annulment, entries):
    """Make these the list of a draft, in the order of the decision; nothing when one of them is taken."""
    if annulment.status != AnnulmentStatus.DRAFT:
        raise TransitionError("Quyết định không còn là dự thảo, danh sách không thay đổi được nữa.")
    pks = [entry.pk for entry in entries]
    list(AwardEntry.objects.select_for_update().filter(pk__in=pks).order_by("pk"))  # before asking if free
    free = list(annullable(annulment.decision, annulment).filter(pk__in=pks))
    if len(free) < len(pks):
        raise TransitionError("Có khen thưởng vừa được đưa vào dự thảo khác hoặc đã hủy bỏ. Mời chọn lại.")
    annulment.items.all().delete()
    AnnulmentItem.objects.bulk_create(
        AnnulmentItem(annulment=annulment, entry=entry, order=order)
        for order, entry in enumerate(free, start=1)
    )


@transaction.atomic
def submit_annulment(annulment, *, desk, note=""):
    if not annulment.items.exists():
        raise TransitionError("Danh sách hủy bỏ còn trống.")
    annulment.move("submit", desk=desk, note=note)


@transaction.atomic
def drop_annulment(annulment, *, desk, note):
    """Give the draft up; its list stays in the history, and the awards go on to count."""
    names = [str(item) for item in annulment.items.select_related("entry__award")]
    annulment.move("drop", desk=desk, note=note, data={"items": names})
    annulment.items.all().delete()


@transaction.atomic
def issue_annulment(annulment, *, desk, on=None):
    """Number and date it; the awards it names no longer count, and their dossiers say so: all or nothing.

    A decision of which nothing counts any more is annulled itself.
    """
    on = on or today()
    signing.issue(annulment, desk=desk, on=on)
    entries = [item.entry for item in annulment.items.select_related("entry__nomination__holder")]
    AwardEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(annulled_on=on)
    told = f"Quyết định số {annulment.reference}"
    move_all((entry.nomination for entry in entries), "annul", desk=desk, note=told)
    _tell(annulment.decision, told, len(entries), desk)


def _tell(decision, told, count, desk):
    """The state of the decision whose awards were taken back, its history and its line in the register."""
    if decision.entries.counting().exists():
        decision.log("annul_part", desk=desk, label="Hủy bỏ một phần", note=f"{told}: {count} đối tượng")
        remark(decision.number, f"Hủy bỏ một phần theo {told}")
    else:
        decision.move("annul", desk=desk, note=told)
        remark(decision.number, f"Hủy bỏ theo {told}")
