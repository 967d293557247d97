"""Asking the people before the council meets: how long a list stays up, what is said of it, how it ends."""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from awards.models import OpinionItem, OpinionList, OpinionStatus, Remark, Stance
from awards.models.opinion import LIVE
from awards.sessions import lock, office_ids
from core.calendar import WorkingDays, today
from core.guarded import is_flooded
from core.once import begun_once
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus
from law.choosing import find_parameter
from law.models import ParameterKey

WORKING = "ngày làm việc"
ASKED_ABOUT = (NominationStatus.RECEIVED, NominationStatus.APPRAISED, NominationStatus.ON_AGENDA)
MOST_IN_AN_HOUR = 100  # remarks on one list
TOO_MANY = "Có quá nhiều ý kiến gửi từ nơi này trong một giờ. Nội dung còn nguyên; mời gửi lại sau."


# --- The legal days ----------------------------------------------------------------------------------


def term(award, on):
    """How long a list with this award stays up (Parameter), None where the law of that day says nothing.

    What the decree on culture asks for its own titles goes before what is asked of all.
    """
    return find_parameter(ParameterKey.POSTING_DAYS, on, award) or find_parameter(
        ParameterKey.OPINION_DAYS, on, award
    )


def last_day(rule, opens_on):
    """The day at whose end the term is over: the first day itself is not counted.

    Căn cứ: Bộ luật Dân sự 91/2015/QH13, điều 147 khoản 2, điều 148 khoản 5.
    """
    days = WorkingDays(day__gt=opens_on)
    if rule.unit == WORKING:
        return days.add(opens_on, rule.integer)
    return days.worked_or_next(opens_on + datetime.timedelta(days=rule.integer))


def days_up(rule, opens_on, ended_on):
    """For how many days of the rule's kind a list was up."""
    if rule.unit == WORKING:
        return WorkingDays(day__gte=opens_on, day__lte=ended_on).between(opens_on, ended_on)
    return (ended_on - opens_on).days


def longest(awards, opens_on):
    """(rule, last day) for a list with these awards: that of the award which wants the longest.

    Raises TransitionError when the law asks for no days.
    """
    rules = filter(None, (term(award, opens_on) for award in awards))
    terms = [(last_day(rule, opens_on), rule) for rule in dict.fromkeys(rules)]
    if not terms:
        raise TransitionError(
            f"Không có quy định về thời gian lấy ý kiến đang có hiệu lực vào ngày {opens_on:%d/%m/%Y}."
        )
    closes_on, rule = max(terms, key=lambda found: found[0])
    return rule, closes_on


# --- What stands on a list ---------------------------------------------------------------------------


def choices_for(unit, opinion_list=None):
    """Dossiers at the office that are on no other list under way."""
    taken = OpinionItem.objects.filter(nomination=OuterRef("pk"), opinion_list__status__in=LIVE)
    if opinion_list is not None:
        taken = taken.exclude(opinion_list=opinion_list)
    return Nomination.objects.filter(
        ~Exists(taken), status__in=ASKED_ABOUT, holder__in=office_ids(unit), award__isnull=False
    )


@transaction.atomic
def set_nominations(opinion_list, chosen):
    """Let exactly these stand on the list. Raises TransitionError when another list took one meanwhile."""
    lock(chosen)
    free = choices_for(opinion_list.unit, opinion_list).filter(pk__in=[one.pk for one in chosen])
    if free.count() != len(chosen):
        raise TransitionError("Có hồ sơ vừa được đưa vào danh sách lấy ý kiến khác. Mời chọn lại.")
    opinion_list.items.exclude(nomination__in=chosen).delete()
    OpinionItem.objects.bulk_create(
        [
            OpinionItem(opinion_list=opinion_list, nomination=one, order=order, achievement=one.summary)
            for order, one in enumerate(free.order_by("unit__path", "name_key", "pk"), start=1)
        ],
        update_conflicts=True,
        unique_fields=["opinion_list", "nomination"],
        update_fields=["order", "achievement"],
    )


@transaction.atomic
def post(opinion_list, *, desk):
    """Show the list from today for its legal days, each achievement as its dossier tells it today."""
    items = list(opinion_list.items.select_related("nomination__award"))
    if not items:
        raise TransitionError("Danh sách chưa có hồ sơ nào.")
    rule, closes_on = longest({item.nomination.award for item in items}, today())
    for item in items:
        item.achievement = item.nomination.summary
    OpinionItem.objects.bulk_update(items, ["achievement"])
    note = f"{rule.value} {rule.unit}, đến hết ngày {closes_on:%d/%m/%Y}"
    opinion_list.move("post", desk=desk, note=note, rule=rule, opens_on=today(), closes_on=closes_on)


@transaction.atomic
def close(opinion_list, *, desk):
    """End the asking: never before its last day is over, nor while somebody waits for an answer."""
    locked = OpinionList.objects.select_for_update().get(pk=opinion_list.pk)
    if locked.status == OpinionStatus.POSTED and today() <= locked.closes_on:
        raise TransitionError(f"Danh sách phải công khai đến hết ngày {locked.closes_on:%d/%m/%Y}.")
    if waiting := locked.remarks.filter(answer="").count():
        raise TransitionError(f"Còn {waiting} ý kiến chưa ghi trả lời, cách xử lý.")
    opinion_list.move("close", desk=desk, ended_on=today())


def cancel(opinion_list, *, desk, note):
    opinion_list.move("cancel", desk=desk, note=note, ended_on=today())


# --- Remarks -----------------------------------------------------------------------------------------


def take_remark(opinion_list, *, request_id, source, **told):
    """Keep a remark; the same request gives the same one. TransitionError tells what speaks against it."""
    return begun_once(Remark.objects, request_id, lambda: _take(opinion_list, request_id, source, told))


def _take(opinion_list, request_id, source, told):
    opinion_list = OpinionList.objects.select_for_update().get(pk=opinion_list.pk)
    if not opinion_list.takes_remarks(today()):
        raise TransitionError("Danh sách này không còn lấy ý kiến.")
    if is_flooded(Remark.objects, source, most=MOST_IN_AN_HOUR, opinion_list=opinion_list):
        raise TransitionError(TOO_MANY)
    return Remark.objects.create(opinion_list=opinion_list, request_id=request_id, source=source, **told)


def counted(remarks):
    """[(stance in words, how many)], every stance named."""
    given = [remark.stance for remark in remarks]
    return [(stance.label, given.count(stance)) for stance in Stance]


# --- What the council is told ------------------------------------------------------------------------


def warning(opinion_list, meets_on):
    """Why the council should not meet yet on the day `meets_on` about what stands there; "" when it may."""
    status, ended = opinion_list.status, opinion_list.ended_on
    if status == OpinionStatus.PREPARING:
        return "chưa công khai"
    if opinion_list.opens_on is None:
        return ""
    if status == OpinionStatus.POSTED:
        late = meets_on <= opinion_list.closes_on
        return f"đang lấy ý kiến đến hết ngày {opinion_list.closes_on:%d/%m/%Y}" + (
            ", sau ngày họp" if late else ""
        )
    if ended <= opinion_list.closes_on:
        return f"bị gỡ ngày {ended:%d/%m/%Y}, trước khi đủ thời gian"
    return ""
