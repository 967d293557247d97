"""What happens to each dossier and when: a story is told in full, then cut off on the day of choice."""

import datetime
from dataclasses import dataclass, field, replace
from functools import cache

from django.utils import timezone

from core.calendar import add_working_days, short_date
from exemplars.models import Nomination
from law.models import MeritKind, SubjectKind
from portal.demo.accounts import DISTRICT, STAFF
from portal.demo.places import REFORM

SMOOTH, MENDED, REFUSED, OUTVOTED, WITHDRAWN, LEFT_LYING, KEPT_BACK = range(7)
TURNS = {SMOOTH: 66, MENDED: 14, REFUSED: 4, OUTVOTED: 5, WITHDRAWN: 3, LEFT_LYING: 5, KEPT_BACK: 3}
LONG_LEFT = datetime.timedelta(days=40)
PROCESSING_DAYS = 20
CONVENED_BEFORE = 10  # days
APPRAISED_BEFORE = 13
DUE_NOTE = "Hồ sơ đủ thành phần; thành tích rõ, có xác nhận; đúng đối tượng và thẩm quyền."
RETURN_ITEMS = (
    (
        "achievements",
        "Nêu số liệu cụ thể của việc làm: bao nhiêu người, bao nhiêu tiền, trong thời gian nào.",
    ),
    ("evidence", "Bổ sung biên bản bình xét của đơn vị có chữ ký của người chủ trì."),
    ("summary", "Viết gọn tóm tắt thành tích, không quá hai dòng."),
    ("past_awards", "Ghi rõ số, ngày của các quyết định khen thưởng trước."),
)


@dataclass(frozen=True)
class Step:
    at: datetime.datetime
    verb: str
    by: str  # user name
    note: str = ""


@dataclass
class Meeting:
    """A council's session: where, when, and the stories that come before it."""

    unit: str
    day: datetime.date
    stories: list = field(default_factory=list)

    @property
    def district(self):
        return self.unit == DISTRICT

    @property
    def staff(self):
        return STAFF[self.unit]

    @property
    def achieved_to(self):
        return self.day - datetime.timedelta(days=65)

    @property
    def achieved_from(self):
        return datetime.date(self.achieved_to.year, 1, 1)


@dataclass
class Story:
    nomination: Nomination  # not yet saved
    subject: object
    turn: int
    steps: list
    meeting: Meeting
    happened: list = field(default_factory=list)

    @property
    def voted(self):
        """Whether the council voted on it before the story was cut off."""
        return any(step.verb in {"pass", "fail"} for step in self.happened)

    @property
    def scheduled(self):
        return any(step.verb == "schedule" for step in self.happened)


def at(day, hour, minute=0):
    """A moment of a working day; a weekend day gives the Monday after."""
    day += datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
    return datetime.datetime.combine(day, datetime.time(hour, minute), timezone.get_default_timezone())


def month(day):
    """“6/2026”, “01/2027”, as in the days of papers."""
    return short_date(day).partition("/")[2]


def tell(random, meeting, officer, head, until):
    """The turn and all steps of one dossier that aims at the meeting; people are named by user name."""
    turn = random.choices(list(TURNS), weights=list(TURNS.values()))[0]
    if turn in {LEFT_LYING, KEPT_BACK} and meeting.day < until - LONG_LEFT:
        turn = SMOOTH  # what still lies on a desk is not years old
    day = meeting.day - datetime.timedelta(days=random.randint(48, 62))
    steps = _prepared(random, day, officer, head, turn)
    if turn not in {WITHDRAWN, LEFT_LYING, KEPT_BACK}:
        steps += _appraised(random, meeting, turn)
        if turn != REFUSED:
            steps += _before_the_council(meeting, turn)
    return turn, _in_order(steps)


def _in_order(steps):
    """Steps that a weekend moved onto one another's day follow at a distance of twenty minutes."""
    ordered = steps[:1]
    for step in steps[1:]:
        soonest = ordered[-1].at + datetime.timedelta(minutes=20)
        ordered.append(replace(step, at=max(step.at, soonest)))
    return ordered


def _prepared(random, day, officer, head, turn):
    def later(days):
        return day + datetime.timedelta(days=days)

    minute = random.randint(0, 59)
    steps = [Step(at(day, 8, minute), "create", officer)]
    if turn == KEPT_BACK:
        return steps
    steps.append(Step(at(later(3), 9, minute), "propose", officer))
    steps.append(Step(at(later(5), 10, minute), "submit", head))
    if turn == LEFT_LYING:
        return steps if random.random() < 0.4 else [*steps, *_returned(later, minute)[:2]]
    if turn == WITHDRAWN:
        reason = "Đơn vị rút để bổ sung minh chứng, đề nghị vào đợt sau."
        return [*steps, Step(at(later(8), 14, minute), "withdraw", head, reason)]
    if turn == MENDED:
        return [
            *steps,
            *_returned(later, minute),
            Step(at(later(14), 9, minute), "propose", officer),
            Step(at(later(15), 15, minute), "submit", head),
            Step(at(later(17), 8, minute), "receive", "thuongtruc"),
        ]
    return [*steps, Step(at(later(7), 8, minute), "receive", "thuongtruc")]


def _returned(later, minute):
    return [
        Step(at(later(7), 8, minute), "receive", "thuongtruc"),
        Step(at(later(10), 10, minute), "give_back", "thuongtruc", "Hồ sơ còn thiếu, đề nghị bổ sung."),
    ]


def _appraised(random, meeting, turn):
    moment = at(meeting.day - datetime.timedelta(days=APPRAISED_BEFORE + 3), 15, random.randint(0, 59))
    if turn == REFUSED:
        note = "Thành tích trùng với thành tích đã được khen thưởng trong năm."
        return [Step(moment, "refuse", meeting.staff.standing, note)]
    return [Step(moment, "appraise", meeting.staff.standing, DUE_NOTE)]


def _before_the_council(meeting, turn):
    called = at(meeting.day - datetime.timedelta(days=CONVENED_BEFORE), 9)
    counted = at(meeting.day, 11)
    verb, standing = "fail" if turn == OUTVOTED else "pass", meeting.staff.standing
    return [Step(called, "schedule", standing), Step(counted, verb, standing)]


def tell_on(random, meeting, arrived):
    """All steps of a dossier at the office above, to which it was sent up, until its meeting."""
    turn = random.choices((SMOOTH, OUTVOTED), weights=(88, 12))[0]
    received = Step(at(arrived + datetime.timedelta(days=3), 9), "receive", meeting.staff.standing)
    return _in_order([received, *_appraised(random, meeting, turn), *_before_the_council(meeting, turn)])


def cut(story, until, office):
    """Play the steps up to the day `until`; the dossier is left in the state it had then, at `office`."""
    story.happened = [step for step in story.steps if step.at.date() <= until]
    for step in story.happened[1:]:
        play(story.nomination, step, office)


def play(nomination, step, office):
    """One step through the table of moves; the dates it leaves are those of the step."""
    move = Nomination.MOVES[step.verb]
    if nomination.status not in move.sources:
        raise ValueError(f"{step.verb} cannot follow {nomination.status}")
    nomination.status = move.target
    nomination.version += 1
    day = step.at.date()
    if step.verb == "submit":
        nomination.holder, nomination.submitted_on = office, day
    elif step.verb == "receive":
        nomination.holder = office
        nomination.received_on, nomination.due_on = day, due_day(day)
    elif step.verb == "give_back":
        nomination.due_on = None
    elif step.verb == "forward":
        nomination.holder = office
        nomination.received_on = nomination.due_on = None
    elif step.verb in {"appraise", "refuse"}:
        nomination.appraisal = step.note


@cache
def due_day(received):
    return add_working_days(received, PROCESSING_DAYS)


def award_for(random, kind, meeting):
    """(award code, merit, in a plan or not): what a unit asks for in those days."""
    exceptional = random.random() < 0.09
    local = "GKH" if meeting.day < REFORM else "GKX"
    if exceptional:
        return local, MeritKind.EXCEPTIONAL, False
    if random.random() < 0.06:
        return "BKT", MeritKind.MOVEMENT, True
    if kind == SubjectKind.PERSON and random.random() < 0.12:
        return "CSTDCS", "", True
    return local, MeritKind.MOVEMENT, True
