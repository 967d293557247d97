"""The dossiers of the demonstration: told meeting by meeting, cut off, and written in bulk."""

import datetime
from collections import defaultdict

from campaigns.models import WorkField
from exemplars.models import Nomination, OfficeStay, SelfScore, Subject
from exemplars.models.nomination import Route
from law.choosing import regime_on
from law.models import AwardType
from organizations.models import Unit
from portal.demo import invented, stories
from portal.demo.places import MERGED, REFORM, SUCCESSOR_AGENCIES
from portal.demo.stories import Meeting, Story

STANDING = "thuongtruc"  # who writes for the office, and for units that are gone
BATCH = 1000
DISTRICT_DAYS = (
    (2021, 12, 17), (2022, 6, 3), (2022, 12, 16), (2023, 5, 26), (2023, 12, 15),
    (2024, 6, 5), (2024, 11, 13), (2024, 11, 26), (2025, 1, 15), (2025, 5, 16),
)  # fmt: skip
COMMUNE_DAYS = (
    (2025, 12, 12), (2026, 3, 20), (2026, 6, 5), (2026, 9, 25), (2026, 11, 17),
    (2026, 11, 27), (2026, 12, 18), (2027, 1, 15),
)  # fmt: skip
SEATS_AT_ONE_MEETING = 100
SAID_AGAIN = 0.12  # share of dossiers for somebody who had one before


class Told:
    """What the stories need to know of the place: units by code, people, plans, catalogues."""

    def __init__(self, units, cast, plans):
        self.units, self.cast, self.plans = units, cast, plans
        self.fields = {field.name: field for field in WorkField.objects.all()}
        self.regimes = {}  # by day of receipt
        self.awards = {award.code: award for award in AwardType.objects.all()}
        self.communes = {
            unit.path: code
            for code, unit in units.items()
            if code in {new for new, _name in MERGED} | {old for group in MERGED.values() for old, _ in group}
        }

    def nominating_units(self, district):
        """Units that nominate before or after the reform; the account `canbo` works for one in three."""
        if district:
            mine = [u for c, u in self.units.items() if c.startswith("X28675")]
            others = [u for c, u in self.units.items() if c.startswith("X") and not c.startswith("X28675")]
            agencies = [self.units["H823-GD"], self.units["H823-MT"]]
            return mine * 4 + others + agencies
        agencies = {code for code, *_ in SUCCESSOR_AGENCIES}
        return [u for c, u in self.units.items() if c.startswith("N28651") and c not in agencies]

    def regime(self, day):
        if day not in self.regimes:
            self.regimes[day] = regime_on(day)
        return self.regimes[day]

    def place_of(self, unit):
        """“ấp Hòa Bình, xã Thạnh Nhựt”: hamlets of different communes share their names."""
        above = self.communes.get(unit.path[: -Unit.steplen])
        return f"{unit.name}, {self.units[above].name}" if above else unit.name

    def preparers(self, unit):
        codes = self.cast.preparers
        if unit.code in codes:
            return codes[unit.code]
        return codes[self.communes[unit.path[: len(unit.path) - Unit.steplen]]]

    def writer(self, unit, day):
        """Who writes for the unit on that day: its officer; once it is gone, the office that took over."""
        return self.preparers(unit)[0] if unit.exists_on(day) else STANDING


def meetings(count):
    """The councils' sessions, one a day at most, with more between them when there are many dossiers."""
    days = [Meeting("H823", datetime.date(*day)) for day in DISTRICT_DAYS]
    days += [Meeting("N28651", datetime.date(*day)) for day in COMMUNE_DAYS]
    wanted = -(-count // SEATS_AT_ONE_MEETING)
    extra, start = max(0, wanted - len(days)), datetime.date(2021, 11, 22)
    span = (datetime.date(2026, 10, 30) - start).days
    for number in range(extra):
        day = stories.at(start + datetime.timedelta(days=span * number // extra), 8).date()
        days.append(Meeting("H823" if day < REFORM else "N28651", day))
    return sorted({meeting.day: meeting for meeting in days}.values(), key=lambda meeting: meeting.day)


def tell_all(random, told, count, until):
    """So many stories, spread over the meetings and cut off at `until`; those not yet begun are left out."""
    days = meetings(count)
    known = defaultdict(list)
    for number in range(count):
        meeting = days[number * len(days) // count]
        if meeting.unit not in told.units:
            break
        story = _tell(random, told, meeting, known, until)
        if story.steps[0].at.date() > until:
            continue
        stories.cut(story, until, told.units[meeting.unit])
        meeting.stories.append(story)
        known[story.subject.unit_id, story.subject.kind].append((meeting, story.subject))
    return [meeting for meeting in days if meeting.stories]


def _tell(random, told, meeting, known, until):
    unit = random.choice(told.nominating_units(meeting.district))
    officer, head = told.preparers(unit)
    who = invented.someone(random, unit, told.place_of(unit))
    turn, steps = stories.tell(random, meeting, officer, head, until)
    code, merit, planned = stories.award_for(random, who.kind, meeting)
    nomination = Nomination(
        kind=who.kind,
        unit=unit,
        plan=_plan_of(told, meeting, steps[0].at.date()) if planned else None,
        field=told.fields[who.field],
        award=told.awards[code],
        merit=merit,
        year=meeting.achieved_to.year,
        achieved_from=meeting.achieved_from,
        achieved_to=meeting.achieved_to,
        summary=f"{who.deed}; {who.result}",
        background=f"Công tác, sinh sống tại {unit.name}; luôn gương mẫu, được tập thể và bà con tín nhiệm.",
        achievements=_achievements(who),
        route=Route.TERRITORY,
        created_by=told.cast.users[officer],
        updated_at=steps[0].at,
        **who.facts,
    )
    subject = _named_before(random, meeting, known[unit.pk, who.kind], nomination)
    return Story(nomination, subject or Subject(kind=who.kind, unit=unit, **who.facts), turn, steps, meeting)


def _plan_of(told, meeting, begun_on):
    """The plan of the meeting's office, once it was issued."""
    plan = told.plans.get("gct-197" if meeting.district else "vinh-binh-2026")
    return plan if plan and plan.issued_on <= begun_on else None


def _achievements(who):
    return (
        f"- Việc làm: {who.deed}.\n"
        f"- Kết quả: {who.result}.\n"
        "- Chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước; tham gia đủ các phong trào.\n"
        "- Cách làm đã được giới thiệu tại cuộc họp của đơn vị để mọi người cùng học tập."
    )


def _named_before(random, meeting, known, nomination):
    """Now and then somebody whom an earlier meeting had before it, and this one not yet; else None."""
    earlier = [subject for before, subject in known if before is not meeting]
    if not earlier or random.random() >= SAID_AGAIN:
        return None
    subject = random.choice(earlier)
    if any(other is subject for before, other in known if before is meeting):
        return None
    for name in ("name", *Subject.fields_of(nomination.kind)):
        setattr(nomination, name, getattr(subject, name))
    return subject


def save_all(random, told, days):
    """Write subjects, dossiers, their way through the offices and their history."""
    told_stories = [story for meeting in days for story in meeting.stories]
    subjects = {id(story.subject): story.subject for story in told_stories}
    Subject.objects.bulk_create(subjects.values(), BATCH)
    for story in told_stories:
        nomination = story.nomination
        nomination.subject = story.subject
        if nomination.received_on:
            nomination.regime = told.regime(nomination.received_on)
    Nomination.objects.bulk_create([story.nomination for story in told_stories], BATCH)
    _save_stays(told_stories)
    _save_self_scores(random, told_stories)
    return told_stories


def _save_stays(told_stories):
    OfficeStay.objects.bulk_create(
        (
            OfficeStay(
                nomination=story.nomination,
                office=story.nomination.holder,
                sent_by_office=story.nomination.unit,
                arrived_on=story.nomination.submitted_on,
            )
            for story in told_stories
            if story.nomination.holder
        ),
        BATCH,
    )


def _save_self_scores(random, told_stories):
    criteria = defaultdict(list)
    plans = {story.nomination.plan for story in told_stories if story.nomination.plan}
    for plan in plans:
        for criterion in plan.criteria.all():
            criteria[plan.pk, criterion.subject_kind].append(criterion)
    SelfScore.objects.bulk_create(
        (
            SelfScore(
                nomination=story.nomination,
                criterion=criterion,
                points=random.randint(criterion.max_points * 7 // 10, criterion.max_points),
            )
            for story in told_stories
            for criterion in criteria[story.nomination.plan_id, story.nomination.kind]
        ),
        BATCH,
    )
