"""Decisions, the register and the letters to the province of the demonstration."""

import datetime
from collections import defaultdict

from awards.models import AwardEntry, Decision, DecisionItem, LetterStatus, SubmissionLetter
from exemplars.models import Nomination, NominationStatus, OfficeStay
from law.models import MeritKind
from law.prizes import prize_amounts
from organizations.numbering import take_number
from portal.demo.places import REFORM
from portal.demo.stories import Step, at, play

FORWARDED_AWARD = "BKT"
PAPER_STEPS = (("submit", 2, "thuongtruc"), ("sign", 4, "chutich"), ("issue", 6, "vanthu"))  # days after


class Office:
    """The office after a session: what passed goes into decisions, or on to the province."""

    def __init__(self, told, trail, until):
        self.told, self.trail, self.until = told, trail, until
        self.changed = []  # nominations whose state the papers moved

    def follow(self, session, meeting):
        """Decisions on what the session passed, by loại hình, and a letter for what the province decides."""
        groups = defaultdict(list)
        for story in meeting.stories:
            if story.nomination.status == NominationStatus.PASSED:
                groups[self._group(story)].append(story)
        for group in sorted(groups):
            if group == FORWARDED_AWARD:
                self._letter(meeting, groups[group])
            else:
                self._decision(session, meeting, group, groups[group])

    @staticmethod
    def _group(story):
        return FORWARDED_AWARD if story.nomination.award.code == FORWARDED_AWARD else story.nomination.merit

    def save_changes(self):
        Nomination.objects.bulk_update(self.changed, ["status", "holder", "version"], 500)

    def _decision(self, session, meeting, merit, stories):
        drafted = meeting.day + datetime.timedelta(days=1)
        if drafted > self.until:
            return
        decision = Decision.objects.create(
            unit=session.unit,
            session=session,
            title=f"Về việc khen thưởng {_for_what(merit)} đợt tháng {meeting.day:%m/%Y}",
            merit=merit,
            achievement=f"đã có thành tích {_for_what(merit)} năm {meeting.achieved_to.year}",
            period_from=meeting.achieved_from,
            period_to=meeting.achieved_to,
            legal_bases=_legal_bases(meeting.day),
            funding=f"Quỹ thi đua, khen thưởng {meeting.day.year} của {session.unit.name}",
            executors="Chánh Văn phòng, thủ trưởng các đơn vị liên quan và những người có tên tại Điều 1",
            recipients="Như Điều 3\nThường trực Hội đồng Thi đua - Khen thưởng",
        )
        DecisionItem.objects.bulk_create(
            DecisionItem(decision=decision, nomination=story.nomination, order=order)
            for order, story in enumerate(stories, start=1)
        )
        self.trail.add(decision, "create", "Lập dự thảo", at=at(drafted, 9), by="thuongtruc")
        issued_on = self._send(decision, meeting.day)
        if issued_on:
            self._award(decision, stories, issued_on)

    def _send(self, paper, day):
        """Submit, sign and number the paper as far as the last day allows; the day of issue, or None."""
        for verb, days, by in PAPER_STEPS:
            moment = at(day + datetime.timedelta(days=days), 10)
            if moment.date() > self.until:
                return None
            values = self._values(paper, verb, moment.date())
            note = f"Số {paper.number.text}" if verb == "issue" else ""
            paper.status = self.trail.move(paper, verb, paper.status, at=moment, by=by, note=note)
            type(paper).objects.filter(pk=paper.pk).update(status=paper.status, **values)
        return paper.issued_on

    def _values(self, paper, verb, day):
        users = self.told.cast.users
        if verb == "sign":
            values = {
                "signed_by": users["chutich"],
                "signatory": users["chutich"].full_name,
                "signatory_title": "Chủ tịch",
            }
        elif verb == "issue":
            number = take_number(
                unit=paper.unit, symbol=paper.symbol, on=day, title=str(paper), by=users["vanthu"]
            )
            values = {"number": number, "issued_on": day}
        else:
            values = {}
        for name, value in values.items():
            setattr(paper, name, value)
        return values

    def _award(self, decision, stories, day):
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
            self._play(
                story, Step(at(day, 10, 5), "award", "vanthu", f"Quyết định số {decision.number.text}")
            )

    def _letter(self, meeting, stories):
        if meeting.day + datetime.timedelta(days=1) > self.until:
            return
        units = self.told.units
        province = units["T82" if meeting.day < REFORM else "N82"]
        letter = SubmissionLetter.objects.create(
            unit=units[meeting.unit],
            to_unit=province,
            title=f"Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh đợt tháng {meeting.day:%m/%Y}",
            reasons="Hội đồng Thi đua - Khen thưởng đã họp, bỏ phiếu và thống nhất đề nghị.",
            recipients="Như trên\nThường trực Hội đồng Thi đua - Khen thưởng",
        )
        letter.nominations.set(story.nomination for story in stories)
        self.trail.add(letter, "create", "Lập tờ trình", at=at(meeting.day, 15), by="thuongtruc")
        sent_on = self._send(letter, meeting.day)
        if sent_on and letter.status == LetterStatus.ISSUED:
            self._forward(stories, letter, province, sent_on)

    def _forward(self, stories, letter, province, day):
        for story in stories:
            step = Step(at(day, 10, 5), "forward", "vanthu", f"Tờ trình số {letter.number.text}")
            self._play(story, step, province)
        OfficeStay.objects.bulk_create(
            OfficeStay(
                nomination=story.nomination, office=province, sent_by_office=letter.unit, arrived_on=day
            )
            for story in stories
        )

    def _play(self, story, step, office=None):
        before = story.nomination.status
        play(story.nomination, step, office)
        self.trail.move(story.nomination, step.verb, before, at=step.at, by=step.by, note=step.note)
        self.changed.append(story.nomination)


def _for_what(merit):
    return {
        MeritKind.EXCEPTIONAL: "đột xuất",
        MeritKind.MOVEMENT: "xuất sắc trong phong trào thi đua, xây dựng điển hình tiên tiến",
        "": "xuất sắc, đạt danh hiệu thi đua",
    }[merit]


LAWS = (  # until which day, the laws and the decree on which decisions rest
    (
        datetime.date(2023, 12, 31),
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
        "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
    ),
    (
        datetime.date(2025, 6, 30),
        "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ",
    ),
    (
        datetime.date.max,
        "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ",
    ),
)


def _legal_bases(day):
    _until, *bases = next(row for row in LAWS if day <= row[0])
    return "\n".join(bases)
