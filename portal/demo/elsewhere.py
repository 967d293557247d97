"""One exemplar for each of the plans that are not the district's own, with the people who followed it."""

import datetime

from django.utils import timezone

from exemplars.models import Exemplar, ExemplarFigure, Stage, Subject
from organizations.models import Post, Role, User
from portal.demo.invented import any_name
from portal.demo.nurturing import DAY, SAID, Teller
from portal.demo.people import LAST_DAY, START
from portal.demo.stories import at

POSTS = (  # first part of the user name, role, title
    ("canbo", Role.OFFICER, "Công chức theo dõi thi đua"),
    ("thutruong", Role.HEAD, "Thủ trưởng đơn vị"),
    ("thuongtruc", Role.STANDING, "Thường trực Hội đồng"),
)
WHO = {"register": "thutruong", "nurture": "canbo"}  # the other steps are the standing office's


def load_elsewhere(random, told, plans, trail, until):
    for row in SAID["elsewhere"]:
        unit, plan, day = told.units[row["unit"]], plans.get(row["plan"]), _day(row["found_on"])
        if plan and at(day, 8).date() <= until:
            people = _people(random, unit, trail, until)
            _Elsewhere(random, told, trail, until, people).tell(row, unit, plan, day)


def _day(text):
    return datetime.date.fromisoformat(text)


def _people(random, unit, trail, until):
    """{first part of the user name: user name} of those who follow exemplars there, as long as it existed."""
    password = trail.users["quantri"].password
    names = {}
    for prefix, role, title in POSTS:
        name = f"{prefix}.{unit.code.lower()}"
        user, _ = User.objects.get_or_create(
            username=name, defaults={"full_name": any_name(random), "password": password}
        )
        ends = LAST_DAY if until > LAST_DAY else None
        Post.objects.get_or_create(
            user=user, unit=unit, role=role, defaults={"title": title, "starts_on": START, "ends_on": ends}
        )
        trail.users[name], names[prefix] = user, name
        trail.titles[name] = [(START, ends, f"{title}, {unit}")]
    return names


class _Elsewhere(Teller):
    def __init__(self, random, told, trail, until, people):
        super().__init__(random, told, trail, until)
        self.people = people

    def by(self, exemplar, day):
        return self.people["canbo"]

    def tell(self, row, unit, plan, found):
        subject = Subject.objects.create(kind=row["kind"], unit=unit, name=row["subject"])
        exemplar = Exemplar.objects.create(
            subject=subject,
            unit=unit,
            plan=plan,
            movement=plan.movements.first(),
            found_on=found,
            year=found.year,
            contact="Thường trực Hội đồng Thi đua - Khen thưởng",
            **{
                name: row[name]
                for name in ("about", "title", "practice", "effect", "cost", "cost_dong", "causes", "needs")
            },
        )
        self.trail.add(exemplar, "create", "Phát hiện", at=at(found, 8), by=self.people["canbo"])
        self.last[exemplar.pk] = found
        for verb, days in row["steps"]:
            self._step(exemplar, verb, at(found + days * DAY, 10))
        self._rest(row, exemplar, found)
        self._keep(exemplar)

    def _step(self, exemplar, verb, moment):
        if moment.date() > self.until:
            return
        note = (
            "Xem tại chỗ, hỏi người dân; việc làm có thật, có kết quả."
            if verb in ("verify", "commend")
            else ""
        )
        by = self.people[WHO.get(verb, "thuongtruc")]
        exemplar.status = self.trail.move(exemplar, verb, exemplar.status, at=moment, by=by, note=note)
        exemplar.version += 1
        exemplar.moved_on = moment.date()

    def _rest(self, row, exemplar, found):
        """The plan of support, the obstacle, removed three weeks later, and an evaluation every half year."""
        self._support(exemplar, row["goal"])
        reported = at(found + 70 * DAY, 9).date()
        if reported + 21 * DAY <= self.until:
            self._obstacle(exemplar, reported, reported + 21 * DAY, row["obstacle"])
        for number, points in enumerate(row["scores"], start=1):
            day = at(found + 175 * number * DAY, 9).date()
            if day <= min(self.until, LAST_DAY):
                self.evaluation(exemplar, day, points, self.people["canbo"])
        ExemplarFigure.objects.bulk_create(
            ExemplarFigure(
                exemplar=exemplar, name=name, measure=measure, before=before, after=after, order=order
            )
            for order, (name, measure, before, after) in enumerate(row["figures"], start=1)
        )

    def _keep(self, exemplar):
        for model, rows in self.rows.items():
            model.objects.bulk_create(rows)
        self.rows.clear()
        kept = ["status", "version", "moved_on"]
        if exemplar.status in (Stage.SPREAD, Stage.COMMENDED):
            exemplar.released_at = timezone.make_aware(
                datetime.datetime.combine(exemplar.moved_on, datetime.time(15))
            )
            exemplar.released_by = self.trail.users[self.people["thuongtruc"]]
            kept += ["released_at", "released_by"]
        Exemplar.objects.bulk_update([exemplar], kept)
