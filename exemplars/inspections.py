"""Inspection rounds: their team, the exemplars they visit, and how they begin and end."""

from django.db import transaction

from core.calendar import today
from core.once import begun_once
from core.workflow import TransitionError
from exemplars.models import RoundMember, RoundStatus, Visit, VisitStatus
from exemplars.models.visit import TO_WRITE, WRITABLE
from organizations.models import Post, Role, Unit, UnitKind

OF_THE_HOUSE = (UnitKind.AGENCY, UnitKind.ASSOCIATION)


def posts_to_choose(unit, on):
    """{user pk: post} of those who may be called into a team: the office's own, and of its agencies."""
    agencies = Unit.objects.get_children(unit).filter(kind__in=OF_THE_HOUSE)
    posts = Post.objects.on(on).filter(unit__in=[unit, *agencies]).exclude(role=Role.ADMIN)
    found = {}
    for post in posts.select_related("user", "unit").order_by("user__name_key", "pk"):
        found.setdefault(post.user_id, post)
    return found


def begin_round(inspection, members, *, desk, request_id=None):
    """Save a new round with its team; the one of an earlier request with this id, if there was one."""

    def begin():
        inspection.request_id = request_id
        inspection.save()
        set_team(inspection, members)
        inspection.log("create", desk=desk, label="Lập đợt kiểm tra", after=inspection.status)
        return inspection

    return begun_once(type(inspection).objects, request_id, begin)


@transaction.atomic
def set_team(inspection, members):
    """`members`: [RoundMember], unsaved. Who stays in the team keeps the title of the day of calling."""
    titles = dict(inspection.members.values_list("user", "title"))
    inspection.members.all().delete()
    for member in members:
        member.round, member.title = inspection, titles.get(member.user_id, member.title)
    RoundMember.objects.bulk_create(members)


@transaction.atomic
def pick(inspection, exemplars, *, planned_on, desk):
    """Put exemplars on the round's list; those that are on it already stay as they are. How many are new."""
    if not inspection.is_open:
        raise TransitionError("Đợt kiểm tra đã kết thúc hoặc đã hủy, không thêm được nữa.")
    known = set(inspection.visits.values_list("exemplar", flat=True))
    new = [exemplar for exemplar in exemplars if exemplar.pk not in known]
    Visit.objects.bulk_create(
        Visit(round=inspection, exemplar=exemplar, planned_on=planned_on) for exemplar in new
    )
    if new:
        note = "; ".join(str(exemplar) for exemplar in new)
        inspection.log("pick", desk=desk, label="Chọn điển hình để kiểm tra", note=note)
    return len(new)


@transaction.atomic
def unpick(visit, *, desk):
    """Take a visit off the list while nobody was called to it."""
    removed, _ = Visit.objects.filter(
        pk=visit.pk, status=VisitStatus.PLANNED, round__status=RoundStatus.DRAFT
    ).delete()
    if not removed:
        raise TransitionError("Đoàn đã được triệu tập. Hãy ghi “Không đi” kèm lý do.")
    visit.round.log("unpick", desk=desk, label="Bỏ khỏi đợt kiểm tra", note=str(visit))


def call(inspection, *, desk, note=""):
    if not inspection.members.filter(leads=True).exists():
        raise TransitionError("Chưa cử trưởng đoàn. Mở “Sửa” để chọn đoàn kiểm tra.")
    if not inspection.visits.exists():
        raise TransitionError("Chưa chọn điển hình nào để kiểm tra.")
    inspection.move("call", desk=desk, note=note)


def close(inspection, *, desk, note=""):
    left = inspection.visits.filter(status__in=WRITABLE).count()
    if left:
        raise TransitionError(f"Còn {left} chuyến chưa xong: chưa đi, chưa gửi hoặc chưa xem biên bản.")
    inspection.move("close", desk=desk, note=note)


@transaction.atomic
def cancel(inspection, *, desk, note=""):
    """Call the round off with all visits in it that nobody made yet."""
    written = inspection.visits.exclude(status__in=(*TO_WRITE, VisitStatus.CANCELLED))
    if written.exists():
        raise TransitionError("Đợt đã có biên bản nên không hủy được. Hãy kết thúc đợt kiểm tra.")
    inspection.move("cancel", desk=desk, note=note)
    for visit in inspection.visits.filter(status__in=TO_WRITE).select_related("round__unit"):
        visit.move("cancel", desk=desk, note=note)


ACTS = {"call": call, "close": close, "cancel": cancel}


def first_day(inspection):
    """The day that is offered for a visit: today, or the first or last day of the round."""
    return min(max(today(), inspection.starts_on), inspection.ends_on)
