"""Submission letters: what this office's council passed and a higher level decides goes up with them."""

from django.db import transaction
from django.db.models import Count, Q

from awards.decisions import passed_at
from awards.models import SubmissionLetter
from awards.models.letter import LetterStatus
from awards.sessions import lock, move_all
from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import Nomination, OfficeStay, Route
from exemplars.offices import first_office
from law.models import AwardType
from organizations import signing


def forwardable(unit, on=None):
    """Dossiers that the unit's council passed and whose award its head may not grant on that day."""
    on = on or today()
    return passed_at(unit, on).exclude(award__in=AwardType.objects.decided_at(unit.tier, on))


def receiver(unit, route, on=None):
    """The office that the unit's letters go to: the nearest council above, or that of its sector; or None."""
    on = on or today()
    return first_office(unit, route, on) if route == Route.SECTOR else unit.office_above(on=on)


def proposed(unit):
    """A letter with the words that it begins with, not saved."""
    return SubmissionLetter(
        unit=unit,
        title="Đề nghị khen thưởng",
        reasons=f"Hội đồng Thi đua - Khen thưởng {unit.name} đã họp, bỏ phiếu và thống nhất đề nghị.",
        recipients="Như trên;\nLưu: VT, hồ sơ.",
    )


@transaction.atomic
def draft_letter(unit, nominations, *, route, desk, **words):
    to_unit = receiver(unit, route)
    if to_unit is None:
        raise TransitionError("Không có cấp trên để trình theo tuyến này.")
    letter = SubmissionLetter.objects.create(unit=unit, to_unit=to_unit, route=route, **words)
    set_nominations(letter, nominations)
    letter.log("draft", desk=desk, label="Soạn dự thảo tờ trình", note=f"{len(nominations)} hồ sơ")
    return letter


def draft_naming(unit, pks):
    """The unit's latest draft that names all of these dossiers (distinct ids), or None."""
    drafts = SubmissionLetter.objects.filter(unit=unit, status=LetterStatus.DRAFT, nominations__in=pks)
    return drafts.annotate(named=Count("nominations")).filter(named=len(pks)).order_by("-pk").first()


@transaction.atomic
def set_nominations(letter, nominations):
    """Only dossiers that wait to be sent up, or are already in this draft."""
    if letter.status != LetterStatus.DRAFT:
        raise TransitionError("Tờ trình không còn là dự thảo, danh sách không thay đổi được nữa.")
    free = choices_for(letter.unit, letter).filter(pk__in=lock(nominations))
    if free.count() < len(nominations):
        raise TransitionError("Có hồ sơ vừa được đưa vào tờ trình khác hoặc vừa thay đổi. Mời chọn lại.")
    letter.nominations.set(nominations)


def choices_for(unit, letter=None):
    """What a draft may name: the waiting dossiers and those it already holds."""
    waiting = forwardable(unit)
    if letter is None:
        return waiting
    return Nomination.objects.filter(Q(pk__in=waiting.values("pk")) | Q(letters=letter)).distinct()


@transaction.atomic
def submit_letter(letter, *, desk, note=""):
    if not letter.nominations.exists():
        raise TransitionError("Tờ trình chưa có hồ sơ nào.")
    letter.move("submit", desk=desk, note=note)


@transaction.atomic
def issue_letter(letter, *, desk, on=None):
    """Number and date the letter, and hand every dossier on to the receiving office: all or nothing."""
    on = on or today()
    signing.issue(letter, desk=desk, on=on)
    nominations = list(letter.nominations.select_related("holder"))
    move_all(
        nominations,
        "forward",
        desk=desk,
        note=f"Tờ trình số {letter.number_text} gửi {letter.to_unit}",
        holder=letter.to_unit,
        received_on=None,
        due_on=None,
    )
    OfficeStay.objects.bulk_create(
        OfficeStay(
            nomination=nomination,
            office=letter.to_unit,
            sent_by_office=letter.unit,
            route=letter.route,
            arrived_on=on,
        )
        for nomination in nominations
    )
