"""A session of the council from its preparation to its close, where several records change together."""

from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from awards.models import AgendaItem, Outcome, SessionMember, SessionStatus, Tally
from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus
from law.choosing import NoRule, vote_rule
from organizations.access import inherited_units
from organizations.models import CouncilSeat, Post
from organizations.numbering import take_number

MINUTES_SYMBOL = "BB-HĐTĐKT"
OTHER_MEMBERS = "Danh sách thành viên đã thay đổi sau khi nhập số phiếu."
LIVE = (SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.COUNTED)


def office_ids(unit, on=None):
    """Ids of the unit and of those whose files it took over by the day `on`."""
    return [unit.pk, *(old.pk for old in inherited_units(unit, on or today()))]


def candidates(session):
    """Appraised dossiers that lie at the session's office and are on no other agenda."""
    taken = AgendaItem.objects.filter(nomination=OuterRef("pk"), session__status__in=LIVE)
    return Nomination.objects.filter(
        ~Exists(taken), status=NominationStatus.APPRAISED, holder__in=office_ids(session.unit)
    )


def seats_on(unit, day):
    """The posts by which the unit's council is made up that day, one for each member, the chair first."""
    seats = {}
    for post in Post.objects.council_of(unit, day):
        seats.setdefault(post.user_id, post)  # of two seats the higher counts
    return list(seats.values())


@transaction.atomic
def set_members(session):
    """Call everybody who sits on the council on the session's day, and nobody else.

    Quorum and shares of votes are of all members, so nobody is left out; who does not come is absent. A
    count of other members that is not yet confirmed is to be taken again.
    """
    if council_change(session):
        Tally.objects.filter(session=session, confirmed_by=None).update(objection=OTHER_MEMBERS)
    posts = seats_on(session.unit, session.day)
    session.members.exclude(user__in=[post.user_id for post in posts]).delete()
    SessionMember.objects.bulk_create(
        [
            SessionMember(session=session, user=post.user, title=post.title, seat=post.council_seat)
            for post in posts
        ],
        update_conflicts=True,
        unique_fields=["session", "user"],
        update_fields=["title", "seat"],
    )


def council_change(session):
    """Who was called and has no seat on the session's day, and who has one and was not; "" for nobody."""
    called = {member.user_id: str(member) for member in session.members.select_related("user")}
    seated = {post.user_id: str(post.user) for post in seats_on(session.unit, session.day)}
    left = [name for user, name in called.items() if user not in seated]
    came = [name for user, name in seated.items() if user not in called]
    told = (("thôi là thành viên", left), ("là thành viên mới", came))
    return "; ".join(f"{', '.join(names)} {what}" for what, names in told if names)


def refuse_other_members(session):
    """Posts may end or begin between the call and the count."""
    if change := council_change(session):
        raise TransitionError(
            f"Hội đồng vào ngày họp {session.day:%d/%m/%Y} không còn như khi triệu tập: {change}. "
            "Thường trực Hội đồng cập nhật danh sách thành viên rồi mới kiểm phiếu."
        )


@transaction.atomic
def add_to_agenda(session, nominations, *, desk):
    """Put dossiers at the end of a draft's agenda; how many were added."""
    _refuse_unless_draft(session)
    last = session.items.aggregate(last=Max("order"))["last"] or 0
    chosen = candidates(session).filter(pk__in=[nomination.pk for nomination in nominations])
    items = [
        AgendaItem(session=session, nomination=nomination, order=number)
        for number, nomination in enumerate(chosen.order_by("unit__path", "name_key", "pk"), start=last + 1)
    ]
    AgendaItem.objects.bulk_create(items)
    session.log("agenda", desk=desk, label="Thêm hồ sơ vào chương trình", note=f"{len(items)} hồ sơ")
    return len(items)


@transaction.atomic
def take_off_agenda(item, *, desk):
    _refuse_unless_draft(item.session)
    item.delete()
    item.session.log("agenda", desk=desk, label="Bỏ hồ sơ khỏi chương trình", note=str(item))


def _refuse_unless_draft(session):
    if session.status != SessionStatus.DRAFT:
        raise TransitionError("Phiên họp đã triệu tập, chương trình không thay đổi được nữa.")


@transaction.atomic
def convene(session, *, desk):
    """Call the session: every dossier goes on the agenda under the share of votes of the session's day.

    The council is called as it is made up by now. Raises TransitionError, and changes nothing, when one of
    the dossiers cannot.
    """
    items = list(session.items.for_table())
    if not items:
        raise TransitionError("Chương trình chưa có hồ sơ nào. Hãy đưa hồ sơ vào trước khi triệu tập.")
    set_members(session)
    if not session.members.exists():
        raise TransitionError(f"Hội đồng chưa có thành viên nào vào ngày họp {session.day:%d/%m/%Y}.")
    session.move("convene", desk=desk)
    _pin_rules(items, session.day)
    move_all((item.nomination for item in items), "schedule", desk=desk, note=str(session))


def repin(session):
    """Choose the shares of votes anew, as when a session that was called moves to another day."""
    _pin_rules(list(session.items.for_table()), session.day)


def _pin_rules(items, day):
    rules = {}
    for item in items:
        award = item.nomination.award
        if award is None:
            raise TransitionError(f"{item}: hồ sơ chưa ghi danh hiệu, hình thức đề nghị.")
        if award.pk not in rules:
            rules[award.pk] = _rule_of(award, day)
        item.rule = rules[award.pk]
    AgendaItem.objects.bulk_update(items, ["rule"])


def _rule_of(award, day):
    try:
        return vote_rule(award, day)
    except NoRule as error:
        raise TransitionError(str(error)) from error


@transaction.atomic
def cancel(session, *, desk, note):
    """Call the session off; dossiers that were on its agenda wait for another one."""
    scheduled = session.items.filter(nomination__status=NominationStatus.ON_AGENDA)
    was_convened = session.status == SessionStatus.CONVENED
    session.move("cancel", desk=desk, note=note)
    if was_convened:
        nominations = [item.nomination for item in scheduled.for_table()]
        move_all(nominations, "unschedule", desk=desk, note=str(session))


@transaction.atomic
def close(session, *, desk):
    """Close the session: its minutes get their number, and what was decided is the state of every dossier."""
    refuse_before_its_day(session)
    number_minutes(session, on=today(), by=desk.user)
    session.move("close", desk=desk, number=session.number, tally_number=session.tally_number)
    items = session.items.for_table()
    for outcome, verb in ((Outcome.PASSED, "pass"), (Outcome.NOT_PASSED, "fail")):
        nominations = [item.nomination for item in items if item.outcome == outcome]
        move_all(nominations, verb, desk=desk, note=str(session))


def refuse_before_its_day(session):
    """By days, because on a training day the clock shows the real time of day."""
    if today() < session.day:
        raise TransitionError(f"Chưa đến ngày họp {session.day:%d/%m/%Y}, chưa thực hiện được việc này.")


def number_minutes(session, *, on, by):
    """Give the session's minutes the next number of the council's own series, the tally sheet the one after.

    Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3.
    """
    seats = seats_on(session.unit, session.day)
    chair = next((post.user.full_name for post in seats if post.council_seat == CouncilSeat.CHAIR), "")
    session.number, session.tally_number = [
        take_number(
            unit=session.unit,
            symbol=MINUTES_SYMBOL,
            on=on,
            title=f"{kind}: {session}",
            by=by,
            signatory=chair,
            recipients="Thành viên Hội đồng",
            kept_by="VT, hồ sơ",
        )
        for kind in ("Biên bản họp", "Biên bản kiểm phiếu")
    ]
    return session.number


def lock(nominations):
    """Ids of the dossiers, of which no other paper can take hold before the transaction ends."""
    pks = [nomination.pk for nomination in nominations]
    return list(
        Nomination.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk", flat=True)
    )


def move_all(nominations, verb, *, desk, note="", **fields):
    """Make one move with each dossier; the first that cannot is named, and the caller's transaction ends."""
    for nomination in nominations:
        try:
            nomination.move(verb, desk=desk, note=note, **fields)
        except TransitionError as error:
            raise TransitionError(f"{nomination}: {error}") from error
