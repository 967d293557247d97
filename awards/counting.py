"""The count of the paper ballots: one teller enters it, the other confirms it, the law says who passed."""

from dataclasses import dataclass
from math import ceil

from django.db import transaction

from awards.minutes import draft_minutes
from awards.models import AgendaItem, Outcome, SessionStatus, Tally
from awards.sessions import refuse_before_its_day, refuse_other_members
from core.calendar import now
from core.workflow import NotYours, TransitionError
from law.choosing import find_parameter
from law.models import ParameterKey

BALLOTS = ("handed_out", "returned", "valid", "invalid")


@dataclass(frozen=True)
class Votes:
    votes_for: int
    votes_against: int


def ballot_errors(ballots, votes, members):
    """What contradicts in a count: {field: sentence}, nothing when it holds.

    `ballots` maps BALLOTS to numbers, `votes` the id of an agenda item to Votes; the fields of an item are
    named `for_<id>`. Numbers that are missing are not judged.
    """
    found = _sheet_errors(ballots, members)
    valid = ballots.get("valid")
    for pk, cast in votes.items():
        if valid is not None and cast.votes_for + cast.votes_against > valid:
            found[f"for_{pk}"] = (
                f"Đồng ý và không đồng ý cộng lại là {cast.votes_for + cast.votes_against}, "
                f"nhiều hơn {valid} phiếu hợp lệ."
            )
    return found


def _sheet_errors(ballots, members):
    handed_out, returned, valid, invalid = (ballots.get(name) for name in BALLOTS)
    found = {}
    if handed_out is not None and handed_out > members:
        found["handed_out"] = f"Không thể phát nhiều hơn {members} phiếu, là số thành viên của phiên họp."
    if None not in (handed_out, returned) and returned > handed_out:
        found["returned"] = f"Số phiếu thu vào không thể nhiều hơn {handed_out} phiếu đã phát."
    if None not in (returned, valid, invalid) and returned != valid + invalid:
        found["valid"] = (
            f"Hợp lệ và không hợp lệ cộng lại là {valid + invalid}, phải bằng {returned} phiếu thu vào."
        )
    return found


@transaction.atomic
def name_tellers(session, tellers, *, desk):
    """Exactly two members who are present count the ballots."""
    refuse_before_its_day(session)
    chosen = [member for member in tellers if member.present]
    if len({member.pk for member in chosen}) != 2:
        raise TransitionError("Tổ kiểm phiếu gồm đúng hai thành viên có mặt.")
    _refuse_unless_open(session)
    session.members.update(teller=False)
    session.members.filter(pk__in=[member.pk for member in chosen]).update(teller=True)
    names = ", ".join(str(member) for member in chosen)
    session.log("tellers", desk=desk, label="Cử tổ kiểm phiếu", note=names)


@transaction.atomic
def enter_tally(session, *, ballots, votes, desk):
    """Keep a teller's count until the other teller has confirmed it; TransitionError when it contradicts."""
    _refuse_unless_open(session)
    _refuse_unless_teller(session, desk)
    refuse_before_its_day(session)
    refuse_other_members(session)
    check_quorum(session)
    if wrong := ballot_errors(ballots, votes, session.members.count()):
        raise TransitionError(next(iter(wrong.values())))
    _write_votes(session, votes)
    Tally.objects.update_or_create(
        session=session,
        defaults={**ballots, "entered_by": desk.user, "entered_at": now(), "objection": ""},
    )
    session.log("enter_tally", desk=desk, label="Nhập kết quả kiểm phiếu", data=ballots)


def _write_votes(session, votes):
    items = list(session.items.all())
    if {item.pk for item in items} != set(votes):
        raise TransitionError("Cần nhập số phiếu của từng hồ sơ trong chương trình.")
    for item in items:
        item.votes_for, item.votes_against = votes[item.pk].votes_for, votes[item.pk].votes_against
    AgendaItem.objects.bulk_update(items, ["votes_for", "votes_against"])


@transaction.atomic
def send_back_tally(session, *, desk, note):
    """The second teller found other numbers: the count is to be entered again."""
    _tally_for_second_teller(session, desk)
    if not note.strip():
        raise TransitionError("Cần ghi rõ số nào chưa đúng.")
    Tally.objects.filter(session=session, confirmed_by=None).update(objection=note)
    session.log("send_back_tally", desk=desk, label="Đề nghị kiểm lại phiếu", note=note)


@transaction.atomic
def confirm_tally(session, *, desk, seen=None):
    """The second teller confirms; outcomes follow, over all members of the session.

    `seen` is the moment of entry of the numbers that were shown; TransitionError when they have changed
    since, were sent back, too few members were present, the council has changed, or the day has not come.
    """
    tally = _tally_for_second_teller(session, desk)
    refuse_before_its_day(session)
    refuse_other_members(session)
    check_quorum(session)
    shown = seen or tally.entered_at
    row = Tally.objects.filter(session=session, confirmed_by=None, entered_at=shown, objection="")
    if not row.update(confirmed_by=desk.user, confirmed_at=now()):
        raise TransitionError("Số phiếu vừa được nhập lại hoặc đã xử lý. Mời xem lại.")
    _write_outcomes(session)
    session.refresh_from_db()  # the count that it may remember is not the confirmed one
    session.move("count", desk=desk)
    draft_minutes(session, overwrite=False)


def _write_outcomes(session):
    members = session.members.count()
    items = list(session.items.select_related("rule"))
    for item in items:
        passed = item.rule.passes(item.votes_for, members)
        item.outcome = Outcome.PASSED if passed else Outcome.NOT_PASSED
    AgendaItem.objects.bulk_update(items, ["outcome"])


def quorum(session, members):
    """The least of so many members that must be present, by the rule of the session's day; 0 without one."""
    rule = find_parameter(ParameterKey.QUORUM, session.day)
    return ceil(rule.share * members) if rule else 0


def check_quorum(session):
    """TransitionError until attendance is taken of all, and enough of them are present."""
    members = list(session.members.all())
    if any(member.present is None for member in members):
        raise TransitionError("Chưa điểm danh xong. Hãy ghi có mặt hoặc vắng cho từng thành viên.")
    present = sum(member.present for member in members)
    if present < (needed := quorum(session, len(members))):
        raise TransitionError(
            f"Có mặt {present} trên {len(members)} thành viên, cần ít nhất {needed} để phiên họp hợp lệ."
        )


def _refuse_unless_open(session):
    if session.status != SessionStatus.CONVENED:
        raise TransitionError(f"Phiên họp đang ở trạng thái “{session.get_status_display()}”.")


def _refuse_unless_teller(session, desk):
    if not session.members.filter(user=desk.user.pk, teller=True).exists():
        raise NotYours("Việc này do tổ kiểm phiếu thực hiện.")


def _tally_for_second_teller(session, desk):
    _refuse_unless_open(session)
    _refuse_unless_teller(session, desk)
    tally = Tally.objects.filter(session=session).first()
    if tally is None:
        raise TransitionError("Chưa có số phiếu để xác nhận.")
    if tally.entered_by_id == desk.user.pk:
        raise NotYours("Người nhập số phiếu không tự xác nhận; việc này do người kiểm phiếu thứ hai làm.")
    return tally
