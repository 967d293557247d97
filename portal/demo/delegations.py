"""Delegates to the conferences of the demonstration."""

import datetime

from exemplars.models import Sex, Subject, WorkerGroup
from gatherings.models import Delegate, DelegateStatus, Standard
from law.models import SubjectKind
from portal.demo.accounts import STAFF
from portal.demo.invented import person
from portal.demo.stories import at

D = DelegateStatus


class Delegations:
    def __init__(self, random, told, trail, until):
        self.random, self.told, self.trail, self.until = random, told, trail, until

    def fill(self, conference, quotas, row):
        below = self._there(conference)
        rows = [
            delegate
            for number, quota in enumerate(quotas)
            if not row.get("half") or number % 2 == 0
            for delegate in self._of(conference, quota, below)
        ]
        found = list({delegate.name: delegate for delegate in rows}.values())
        for number, delegate in enumerate(found):
            delegate.status, steps = self._delegate_life(conference, number)
            delegate.version = len(steps) + 1
            delegate.steps = steps
        Delegate.objects.bulk_create(found)
        if "steps" in row:
            for delegate in found:
                self._tell_of(delegate, STAFF[row["unit"]].standing)

    def _there(self, conference):
        """Who was at the conferences below it, to be taken up."""
        there = Delegate.objects.filter(conference__above=conference, status=D.ATTENDED)
        return list(there.select_related("conference__unit", "unit", "subject").order_by("pk"))

    def _of(self, conference, quota, below):
        """Delegates of one unit: those taken up from below, else persons of its territory, else invented."""
        taken = [
            row for row in below if self._now(row.unit) == quota.unit or row.conference.unit == quota.unit
        ]
        if taken:
            return [self._copied(conference, quota.unit, row) for row in taken[: quota.number]]
        people = Subject.objects.filter(kind=SubjectKind.PERSON, unit__path__startswith=quota.unit.path)
        known = list(people.exclude(sex="").order_by("pk")[: quota.number])
        missing = quota.number - len(known)
        if conference.unit.code.startswith("TP156") and not known:
            return [self._invented(conference, quota.unit) for _ in range(missing)]
        return [self._known(conference, quota.unit, subject) for subject in known]

    def _now(self, unit):
        """The commune that took over from the unit of a delegate."""
        step = unit.successions.select_related("successor").first()
        return step.successor if step else unit

    def _copied(self, conference, unit, row):
        names = ("subject", "kind", "name", "birth_year", "sex", "ethnicity", "worker_group", "position")
        facts = {name: getattr(row, name) for name in names}
        ground = f"Đại biểu hội nghị của {row.conference.unit}"
        return Delegate(conference=conference, unit=unit, taken_from=row, ground=ground, **facts)

    def _known(self, conference, unit, subject):
        honour = subject.awards.select_related("award").order_by("-awarded_on", "pk").first()
        return Delegate(
            conference=conference,
            unit=unit,
            subject=subject,
            name=subject.name,
            birth_year=subject.birth_date.year,
            sex=subject.sex,
            ethnicity=subject.ethnicity or "Kinh",
            worker_group=subject.worker_group,
            position=subject.description[:300],
            standard=Standard.AWARD if honour else Standard.EXEMPLAR,
            ground=f"{honour.award} năm {honour.awarded_on.year}" if honour else "Được đơn vị bình chọn",
        )

    def _invented(self, conference, unit):
        facts = person(self.random, unit, unit.name).facts
        return Delegate(
            conference=conference,
            unit=unit,
            name=facts["name"],
            birth_year=facts["birth_date"].year,
            sex=Sex(facts["sex"]),
            worker_group=WorkerGroup(facts["worker_group"]),
            position=facts["position"],
        )

    def _delegate_life(self, conference, number):
        """(status, verbs) of the number-th delegate by the state that the conference has reached."""
        if conference.status in ("held", "closed"):
            came = number % 11 != 7
            return (D.ATTENDED, ["accept", "confirm", "attend"]) if came else (D.ABSENT, ["accept", "miss"])
        if conference.status == "called":
            return D.CONFIRMED, ["accept", "confirm"]
        return (D.PROPOSED, []) if number % 3 == 2 else (D.ACCEPTED, ["accept"])

    def _tell_of(self, delegate, standing):
        officer = self._officer(delegate.unit) or standing
        asked, day = delegate.conference.asked_on, delegate.conference.day
        days = {"accept": asked + datetime.timedelta(days=9), "confirm": day - datetime.timedelta(days=2)}
        proposed = min(at(asked + datetime.timedelta(days=6), 10), at(self.until, 8))
        self.trail.add(delegate, "propose", "Cử đại biểu", at=proposed, by=officer)
        status = D.PROPOSED
        for verb in delegate.steps:
            moment = min(at(days.get(verb, day), 15), at(self.until, 16))
            status = self.trail.move(delegate, verb, status, at=moment, by=standing)

    def _officer(self, unit):
        try:
            return self.told.preparers(unit)[0]
        except KeyError:
            return None
