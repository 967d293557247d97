"""Decisions, the register and the letters to the province of the demonstration, and what the province makes
of the dossiers that came with them."""

import datetime
from collections import defaultdict
from dataclasses import replace

from awards.bases import bases_of_decision
from awards.decisions import DONE
from awards.models import AwardEntry, Decision, DecisionItem, LetterStatus, SubmissionLetter
from exemplars.models import Nomination, NominationStatus, OfficeStay
from law.models import MeritKind
from law.prizes import prize_amounts
from organizations.models import Tier
from organizations.signing import number_of
from portal.demo.accounts import LOCAL, NEW_PROVINCE, PROVINCE
from portal.demo.places import LAST_DAY, REFORM
from portal.demo.stories import Meeting, Step, at, month, play, tell_on

FORWARDED_AWARD = "BKT"
PAPER_STEPS = (("submit", 2, "standing"), ("sign", 4, "chairman"), ("issue", 6, "clerk"))  # days after
MET_AFTER = datetime.timedelta(days=53)  # the province's council, after the letter
SETTLING = datetime.timedelta(days=14)  # around the reform, in which no council of the province meets
GIVEN = {  # kind of merit, "" for titles: what a decision does, as its title says it
    MeritKind.EXCEPTIONAL: "khen thưởng thành tích xuất sắc đột xuất",
    MeritKind.MOVEMENT: "khen thưởng thành tích xuất sắc trong phong trào thi đua",
    "": "tặng danh hiệu thi đua",
}


class Office:
    """The office after a session: what passed goes into decisions, or on to the province."""

    def __init__(self, told, trail, until):
        self.told, self.trail, self.until = told, trail, until
        self.changed = []  # nominations whose state the papers moved
        self.sent_up = []  # (day of the letter, stories of its dossiers)

    def follow(self, session, meeting):
        """Decisions on what the session passed, by loại hình, and a letter for what the province decides."""
        groups = defaultdict(list)
        for story in meeting.stories:
            if story.nomination.status == NominationStatus.PASSED:
                groups[self._group(meeting, story)].append(story)
        for group in sorted(groups):
            if group == FORWARDED_AWARD:
                self._letter(meeting, groups[group])
            else:
                self._decision(session, meeting, group, groups[group])

    @staticmethod
    def _group(meeting, story):
        goes_up = meeting.staff == LOCAL and story.nomination.award.code == FORWARDED_AWARD
        return FORWARDED_AWARD if goes_up else story.nomination.merit

    def save_changes(self):
        fields = ["status", "holder", "version", "received_on", "due_on", "regime", "appraisal"]
        Nomination.objects.bulk_update(self.changed, fields, 500)

    def meetings_above(self, random):
        """The province's sessions on what was sent up; their dossiers are there as far as they had come."""
        for arrived, stories in self.sent_up:
            day = _day_above(arrived)
            meeting = Meeting(PROVINCE if day < REFORM else NEW_PROVINCE, day)
            waiting = 1 if day > self.until and len(stories) > 1 else 0  # not yet taken in
            for story in stories[waiting:]:
                steps = tell_on(random, meeting, arrived)
                meeting.stories.append(replace(story, steps=steps, meeting=meeting, happened=[]))
                self._go_on(meeting.stories[-1])
            yield meeting

    def _go_on(self, story):
        story.happened = [step for step in story.steps if step.at.date() <= self.until]
        for step in story.happened:
            self._play(story, step, self._province(step.at.date()))
            if step.verb == "receive":
                self._take_in(story.nomination)

    def _take_in(self, nomination):
        nomination.regime = self.told.regime(nomination.received_on)
        OfficeStay.objects.get_or_create(
            nomination=nomination,
            office=nomination.holder,
            defaults={"sent_by_office": self._province(LAST_DAY), "arrived_on": nomination.received_on},
        )

    def _province(self, day):
        return self.told.units[PROVINCE if day < REFORM else NEW_PROVINCE]

    def _decision(self, session, meeting, merit, stories):
        drafted = meeting.day + datetime.timedelta(days=1)
        if drafted > self.until:
            return
        nominations = [story.nomination for story in stories]
        achieved_to = max(nomination.achieved_to for nomination in nominations)
        decision = Decision.objects.create(
            unit=session.unit,
            session=session,
            title=f"Về việc {GIVEN[merit]} đợt tháng {month(meeting.day)}",
            merit=merit,
            achievement=f"{DONE[merit]} năm {achieved_to.year}",
            period_from=min(nomination.achieved_from for nomination in nominations),
            period_to=achieved_to,
            legal_bases=bases_of_decision(nominations, session.unit, meeting.day),
            funding=f"Quỹ thi đua, khen thưởng năm {meeting.day.year} của {session.unit.name}",
            executors=f"Chánh Văn phòng {_served(session.unit)}, thủ trưởng các cơ quan, đơn vị liên quan và "
            "các đối tượng có tên trong danh sách",
            recipients="Như Điều 3\nThường trực Hội đồng Thi đua - Khen thưởng",
        )
        DecisionItem.objects.bulk_create(
            DecisionItem(decision=decision, nomination=story.nomination, order=order)
            for order, story in enumerate(stories, start=1)
        )
        self.trail.add(decision, "create", "Lập dự thảo", at=at(drafted, 9), by=meeting.staff.standing)
        issued_on = self._send(decision, meeting)
        if issued_on:
            self._award(decision, stories, issued_on, meeting.staff.clerk)

    def _send(self, paper, meeting):
        """Submit, sign and number the paper as far as the last day allows; the day of issue, or None."""
        for verb, days, who in PAPER_STEPS:
            moment = at(meeting.day + datetime.timedelta(days=days), 10)
            if moment.date() > self.until:
                return None
            by = getattr(meeting.staff, who)
            values = self._values(paper, verb, moment.date(), by)
            note = f"Số {paper.number.text}" if verb == "issue" else ""
            paper.status = self.trail.move(paper, verb, paper.status, at=moment, by=by, note=note)
            type(paper).objects.filter(pk=paper.pk).update(status=paper.status, **values)
        return paper.issued_on

    def _values(self, paper, verb, day, by):
        user = self.told.cast.users[by]
        if verb == "sign":
            values = {"signed_by": user, "signatory": user.full_name, "signatory_title": "Chủ tịch"}
        elif verb == "issue":
            values = {"number": number_of(paper, on=day, by=user), "issued_on": day}
        else:
            values = {}
        for name, value in values.items():
            setattr(paper, name, value)
        return values

    def _award(self, decision, stories, day, clerk):
        amounts = prize_amounts(day)
        AwardEntry.objects.bulk_create(
            AwardEntry(
                subject=story.subject,
                award=story.nomination.award,
                merit=decision.merit,
                decision=decision,
                nomination=story.nomination,
                name=story.nomination.name,
                description=story.nomination.description,
                period_from=decision.period_from,
                period_to=decision.period_to,
                awarded_on=day,
                prize=amounts.get((story.nomination.award_id, story.nomination.kind)),
            )
            for story in stories
        )
        for story in stories:
            note = f"Quyết định số {decision.number.text}"
            self._play(story, Step(at(day, 10, 5), "award", clerk, note), decision.unit)

    def _letter(self, meeting, stories):
        if meeting.day + datetime.timedelta(days=1) > self.until:
            return
        province = self._province(meeting.day)
        letter = SubmissionLetter.objects.create(
            unit=self.told.units[meeting.unit],
            to_unit=province,
            title=f"Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh đợt tháng {month(meeting.day)}",
            reasons="Hội đồng Thi đua - Khen thưởng đã họp, bỏ phiếu và thống nhất đề nghị.",
            recipients="Như trên\nThường trực Hội đồng Thi đua - Khen thưởng",
        )
        letter.nominations.set(story.nomination for story in stories)
        self.trail.add(letter, "create", "Lập tờ trình", at=at(meeting.day, 15), by=meeting.staff.standing)
        sent_on = self._send(letter, meeting)
        if sent_on and letter.status == LetterStatus.ISSUED:
            self._forward(stories, letter, province, sent_on)

    def _forward(self, stories, letter, province, day):
        for story in stories:
            step = Step(at(day, 10, 5), "forward", LOCAL.clerk, f"Tờ trình số {letter.number.text}")
            self._play(story, step, province)
        OfficeStay.objects.bulk_create(
            OfficeStay(
                nomination=story.nomination, office=province, sent_by_office=letter.unit, arrived_on=day
            )
            for story in stories
        )
        self.sent_up.append((day, stories))

    def _play(self, story, step, office):
        before = story.nomination.status
        play(story.nomination, step, office)
        self.trail.move(story.nomination, step.verb, before, at=step.at, by=step.by, note=step.note)
        self.changed.append(story.nomination)


def _served(unit):
    """Whose office it is: a province's serves the committee alone, the others the people's council too."""
    return unit.issuer if unit.tier == Tier.PROVINCE else f"Hội đồng nhân dân và {unit.issuer}"


def _day_above(arrived):
    """A working day some weeks after the letter, and not while the province itself is made anew."""
    day = at(arrived + MET_AFTER, 8).date()
    return at(REFORM + SETTLING, 8).date() if abs(REFORM - day) < SETTLING else day
