"""A conference from its preparation to its end, where several records change together."""

from django.db import transaction

from core.calendar import today
from core.once import begun_once
from core.workflow import NotYours, TransitionError
from gatherings.models import Block, Conference, DelegateStatus
from gatherings.models.delegate import COMING, TAKEN
from gatherings.programme import fault, usual_blocks
from organizations.models import Post, Role
from organizations.numbering import take_number

PLAN, INVITATION = "plan", "invitation"
PAPERS = {  # kind of paper: (field of its number, beginning of its symbol, what it is called)
    PLAN: ("plan_number", "KH", "Kế hoạch"),
    INVITATION: ("invitation_number", "GM", "Giấy mời"),
}


def begin_conference(conference, *, desk):
    """Save a new conference with the usual programme; sent twice, the one that is there."""

    def begin():
        conference.save()
        Block.objects.bulk_create(usual_blocks(conference))
        conference.log("create", desk=desk, label="Lập hội nghị", after=conference.status)
        return conference

    return begun_once(Conference.objects, conference.request_id, begin)


def ask_for_delegates(conference, *, desk):
    """From now on units see the conference and propose whom they send."""
    if conference.can("ask", desk) and not conference.quotas.exists():
        raise TransitionError("Chưa giao chỉ tiêu đại biểu cho đơn vị nào. Hãy lập bảng chỉ tiêu trước.")
    conference.move("ask", desk=desk, asked_on=today())


def call(conference, *, desk):
    """Send the invitations out; raises TransitionError, with all that is missing, while something is."""
    if conference.can("call", desk) and (missing := missing_to_call(conference)):
        raise TransitionError(f"Chưa mời được: {'; '.join(missing)}.")
    conference.move("call", desk=desk, asked_on=conference.asked_on or today())


def missing_to_call(conference):
    """What is to be done before invitations can go out, as parts of a sentence."""
    blocks = list(conference.blocks.all())
    found = []
    if not conference.place:
        found.append("chưa ghi địa điểm")
    if not conference.chair:
        found.append("chưa ghi người chủ trì")
    if not blocks:
        found.append("chương trình chưa có mục nào")
    elif wrong := fault(conference, blocks):
        found.append(f"chương trình chưa khớp giờ ({wrong[1].rstrip('.')})")
    statuses = list(conference.delegates.values_list("status", flat=True))
    if waiting := statuses.count(DelegateStatus.PROPOSED):
        found.append(f"còn {waiting} đại biểu chờ duyệt")
    if not set(statuses).intersection(TAKEN):
        found.append("chưa có đại biểu nào được duyệt")
    return found


def hold(conference, *, desk):
    """By days, because on a training day the clock shows the real time of day."""
    if conference.can("hold", desk) and today() < conference.day:
        raise TransitionError(f"Chưa đến ngày hội nghị {conference.day:%d/%m/%Y}.")
    conference.move("hold", desk=desk)


def close(conference, *, desk):
    waiting = conference.delegates.filter(status__in=COMING).count()
    if conference.can("close", desk) and waiting:
        raise TransitionError(f"Còn {waiting} đại biểu chưa điểm danh.")
    conference.move("close", desk=desk)


@transaction.atomic
def number_paper(conference, kind, *, on, signatory, signatory_title, desk):
    """Give the plan or the invitation of a conference, signed by hand, the next number of its series.

    Raises TransitionError when it has one, when the conference is over and when the day is to come.
    """
    field, _, label = PAPERS[kind]
    refuse_number(conference, kind)
    if not desk.may(Role.CLERK, conference.unit):
        raise NotYours("Số văn bản do văn thư của cơ quan tổ chức cấp.")
    if on > today():
        raise TransitionError("Ngày văn bản không được sau hôm nay.")
    locked = Conference.objects.select_for_update().get(pk=conference.pk)
    refuse_number(locked, kind)
    number = take_number(
        unit=locked.unit,
        symbol=symbol_of(locked, kind),
        on=on,
        title=f"{label}: {locked}"[:400],
        by=desk.user,
        signatory=signatory,
        kept_by="VT",
    )
    values = {field: number, "signatory": signatory, "signatory_title": signatory_title}
    Conference.objects.filter(pk=locked.pk).update(**values)
    locked.log("number", desk=desk, label=f"Cấp số {label.lower()}", note=f"Số {number.text}")
    return number


def refuse_number(conference, kind):
    field, _, label = PAPERS[kind]
    if number := getattr(conference, field):
        raise TransitionError(f"{label} đã có số {number.text}.")
    if not conference.is_writable:
        raise TransitionError("Hội nghị đã tổ chức hoặc đã hủy, không cấp số được nữa.")


def symbol_of(conference, kind):
    """“KH-UBND”, “GM-UBND”."""
    return f"{PAPERS[kind][1]}-{conference.unit.symbol or 'UBND'}"


def signatory_on(unit, day):
    """(name, title) of the head who signs for the unit that day; empty when nobody is known."""
    posts = Post.objects.on(day).filter(unit=unit, role=Role.CHAIRMAN).select_related("user")
    post = posts.first()
    return (post.user.full_name, post.title) if post else ("", "")
