"""What the demonstration tells of its exemplars beside their dossiers: figures, support, obstacles, worth."""

import datetime
import json
from collections import defaultdict
from pathlib import Path

from django.contrib.contenttypes.models import ContentType

from core.models import Event
from exemplars.models import (
    About,
    Evaluation,
    Exemplar,
    ExemplarFigure,
    Nomination,
    NominationStatus,
    Obstacle,
    Rhythm,
    Stage,
    SupportPlan,
    SupportTask,
)
from exemplars.models.evaluation import SCORES
from exemplars.models.stage import COMMENDABLE
from portal.demo.dossiers import STANDING
from portal.demo.photos import photograph
from portal.demo.places import REFORM
from portal.demo.stories import at

SAID = json.loads((Path(__file__).parent / "data" / "exemplars.json").read_text())
SUPPORTED, HINDERED, UNHEARD, FALLEN = 0.55, 0.35, 0.12, 0.08  # shares
LEFT_UNSAID = 2  # of those awarded last, for the work list of the office
TAKEN_BACK = (  # stage, the steps back and forth from it, with the days between them
    (Stage.NURTURED, (("reopen_registered", 45), ("nurture", 25))),
    (Stage.NURTURED, (("reopen_registered", 30),)),
    (Stage.VERIFIED, (("reopen_nurtured", 120),)),
    (Stage.REGISTERED, (("reopen_found", 20),)),
    (Stage.NURTURED, (("drop", 150), ("resume_nurtured", 160))),
    (Stage.NURTURED, (("drop", 200),)),
)
COMMENDED = "Khen thưởng theo quyết định đã ban hành; nêu gương tại hội nghị."
HALF_YEAR = datetime.timedelta(days=182)
DAY = datetime.timedelta(days=1)


def load_nurture(random, told, trail, until):
    teller = Teller(random, told, trail, until)
    exemplars = list(Exemplar.objects.select_related("unit", "subject").order_by("found_on", "pk"))
    _tell_content(random, exemplars)
    _go_on(random, teller, exemplars)
    for exemplar in exemplars:
        if exemplar.status not in (Stage.FOUND, Stage.REGISTERED):
            teller.support(exemplar)
        if exemplar.status != Stage.FOUND:
            teller.obstacle(exemplar)
            teller.evaluate(exemplar)
    teller.leave_open(exemplars)
    teller.save(exemplars)
    photograph(random, [one for one in exemplars if one.status in COMMENDABLE], trail.users)


def _tell_content(random, exemplars):
    for exemplar in exemplars:
        exemplar.about = random.choice(About.values)
        exemplar.cost, exemplar.cost_dong = random.choice(SAID["costs"])
        exemplar.causes, exemplar.needs = random.choice(SAID["causes"]), random.choice(SAID["needs"])
        exemplar.contact = f"Văn phòng Ủy ban nhân dân, hỏi về “{exemplar.subject}”"
        exemplar.rhythm = random.choices(Rhythm.values, weights=(5, 70, 25, 0))[0]


def _go_on(random, teller, exemplars):
    """What became of some: commended after their award, taken back a step, dropped, taken up again."""
    lives = _lives()
    for exemplar in exemplars:
        teller.last[exemplar.pk] = lives[exemplar.pk][-1][1] if lives[exemplar.pk] else exemplar.found_on
        registered = [day for stage, day in lives[exemplar.pk] if stage == Stage.REGISTERED]
        exemplar.year = registered[0].year if registered else None
    _commend(teller, exemplars)
    for stage, steps in TAKEN_BACK:
        latest = teller.until - sum(days for _verb, days in steps) * DAY - 5 * DAY
        could = (
            one
            for one in reversed(exemplars)
            if one.status == stage and one.pk not in teller.moved and teller.last[one.pk] < latest
        )
        if chosen := next(could, None):
            for verb, days in steps:
                teller.move(chosen, verb, teller.last[chosen.pk] + days * DAY)


def _lives():
    """{pk: [(stage, day)]} of what the trail says until now."""
    kind = ContentType.objects.get_for_model(Exemplar)
    lives = defaultdict(list)
    for event in Event.objects.filter(content_type=kind).exclude(to_status="").order_by("at", "pk"):
        lives[event.object_id].append((event.to_status, event.happened_on))
    return lives


def _commend(teller, exemplars):
    awarded = _awarded(exemplars)
    due = [exemplar for exemplar in exemplars if exemplar.pk in awarded and exemplar.status in COMMENDABLE]
    due.sort(key=lambda exemplar: (awarded[exemplar.pk], exemplar.pk))
    for exemplar in due[:-LEFT_UNSAID]:
        day = max(awarded[exemplar.pk], teller.last[exemplar.pk]) + 12 * DAY
        teller.move(
            exemplar, "commend", day, "Khen thưởng theo quyết định đã ban hành; nêu gương tại hội nghị."
        )


def _awarded(exemplars):
    """{pk: the day on which a dossier of the exemplar was awarded}."""
    dossiers = Nomination.objects.filter(exemplar__in=exemplars, status=NominationStatus.AWARDED)
    of_dossier = dict(dossiers.values_list("pk", "exemplar"))
    kind = ContentType.objects.get_for_model(Nomination)
    events = Event.objects.filter(content_type=kind, verb="award", object_id__in=of_dossier)
    return {of_dossier[event.object_id]: event.happened_on for event in events}


class Teller:
    """Tells the exemplars one after the other, and writes all that belongs to them at once."""

    def __init__(self, random, told, trail, until):
        self.random, self.told, self.trail, self.until = random, told, trail, until
        self.rows, self.last, self.moved = defaultdict(list), {}, set()

    def by(self, exemplar, day):
        return self.told.writer(exemplar.unit, day)

    def move(self, exemplar, verb, day, note=""):
        moment = at(day, 10)
        if moment.date() > self.until:
            return
        said = SAID["back"].get(verb) or SAID["back"].get(verb.partition("_")[0], "")
        role = Exemplar.MOVES[verb].office
        by = STANDING if role == "office" else self._of_unit(exemplar, verb, moment.date())
        exemplar.status = self.trail.move(
            exemplar, verb, exemplar.status, at=moment, by=by, note=note or said
        )
        exemplar.version += 1
        self.last[exemplar.pk] = moment.date()
        self.moved.add(exemplar.pk)

    def _of_unit(self, exemplar, verb, day):
        officer, head = self.told.preparers(exemplar.unit)
        if day >= REFORM > exemplar.unit.starts_on:
            officer, head = "canbo", "thutruong"
        return officer if Exemplar.MOVES[verb].role == "officer" else head

    def _said(self, exemplar, verb, label, day, by, note):
        self.trail.add(exemplar, verb, label, at=at(day, 15), by=by, note=note)

    def support(self, exemplar):
        if self.random.random() <= SUPPORTED:
            self._support(exemplar)

    def _support(self, exemplar, goal=""):
        starts = at(exemplar.found_on + 45 * DAY, 8).date()
        if starts > self.until:
            return
        plan = SupportPlan(
            exemplar=exemplar,
            goal=goal or self.random.choice(SAID["goals"]),
            starts_on=starts,
            ends_on=starts + 365 * DAY,
        )
        self.rows[SupportPlan].append(plan)
        self._said(
            exemplar, "support", "Lập kế hoạch bồi dưỡng", starts, self.by(exemplar, starts), plan.goal
        )
        for order, (task, helper, money, result) in enumerate(self.random.sample(SAID["tasks"], 3), start=1):
            due = starts + 60 * order * DAY
            is_done = due + 15 * DAY <= self.until
            self.rows[SupportTask].append(SupportTask(
                plan=plan, task=task, helper=helper, money=money, due_on=due, order=order,
                done_on=due - 5 * DAY if is_done else None,
                result=result if is_done else "",
            ))  # fmt: skip

    def obstacle(self, exemplar):
        if self.random.random() > HINDERED:
            return
        reported = at(exemplar.found_on + self.random.randint(60, 240) * DAY, 9).date()
        removed = at(reported + self.random.randint(8, 35) * DAY, 9).date()
        if removed <= self.until:
            self._obstacle(exemplar, reported, removed)

    def _obstacle(self, exemplar, reported, removed, said=None):
        what, how = said or self.random.choice(SAID["obstacles"])
        by, users = self.by(exemplar, reported), self.trail.users
        obstacle = Obstacle(
            exemplar=exemplar,
            what=what,
            reported_on=reported,
            reported_by=users[by],
            recorded_at=at(reported, 15),
        )
        self._said(exemplar, "obstacle", "Báo khó khăn, vướng mắc", reported, by, what)
        if removed:
            obstacle.removed_on, obstacle.how, obstacle.removed_by = removed, how, users[STANDING]
            self._said(exemplar, "obstacle", "Tháo gỡ khó khăn, vướng mắc", removed, STANDING, how)
        self.rows[Obstacle].append(obstacle)

    def evaluate(self, exemplar):
        """Twice a year, once a year for those of a slower rhythm; some are not heard of any more."""
        if exemplar.status == Stage.DROPPED:
            return
        random = self.random
        step = HALF_YEAR * (2 if exemplar.rhythm == Rhythm.YEAR else 1) - 20 * DAY
        days = [exemplar.found_on + step]
        while days[-1] + step <= self.until:
            days.append(days[-1] + step)
        if random.random() < UNHEARD:
            days = days[: len(days) // 2]
        points = [random.randint(2, 4) for _ in SCORES]
        has_fallen = random.random() < FALLEN
        for day in (at(day, 9).date() for day in days):
            if day <= self.until:
                down = has_fallen and day + step > self.until
                points = [
                    max(1, one - 1) if down else min(5, one + (random.random() < 0.3)) for one in points
                ]
                self.evaluation(exemplar, day, points, self.by(exemplar, day), is_low=down)

    def _higher(self, points):
        return min(5, points + (self.random.random() < 0.3))

    def evaluation(self, exemplar, day, points, by, *, is_low=False):
        said = {f"{score}_ground": SAID["grounds"][score][is_low] for score in SCORES}
        evaluation = Evaluation(
            exemplar=exemplar,
            on=day,
            by=self.trail.users[by],
            recorded_at=at(day, 15),
            **dict(zip(SCORES, points, strict=True)),
            **said,
        )
        self.rows[Evaluation].append(evaluation)
        note = ", ".join(f"{what.lower()} {one}" for what, one, _ground in evaluation.scored)
        self._said(exemplar, "evaluate", "Đánh giá định kỳ", day, by, note)

    def leave_open(self, exemplars):
        """Of those found last: two obstacles that nobody has removed yet."""
        followed = [one for one in exemplars if one.status not in (Stage.FOUND, Stage.DROPPED)]
        for number, exemplar in enumerate(followed[-2:]):
            reported = at(self.until - (12 + 9 * number) * DAY, 9).date()
            if exemplar.found_on < reported <= self.until:
                self._obstacle(exemplar, reported, None)

    def save(self, exemplars):
        for exemplar in exemplars:
            exemplar.moved_on = self.last[exemplar.pk] if exemplar.status != Stage.FOUND else None
            rows = self.random.sample(SAID["figures"], 2)
            self.rows[ExemplarFigure] += [
                ExemplarFigure(
                    exemplar=exemplar,
                    name=name,
                    measure=measure,
                    before=self.random.randint(low, high),
                    after=self.random.randint(least, most),
                    order=order,
                )
                for order, (name, measure, low, high, least, most) in enumerate(rows, start=1)
            ]
        Exemplar.objects.bulk_update(exemplars, CHANGED, batch_size=50)
        for model in (SupportPlan, SupportTask, Obstacle, Evaluation, ExemplarFigure):
            model.objects.bulk_create(self.rows[model])


CHANGED = [
    *("about", "cost", "cost_dong", "causes", "needs", "contact", "rhythm", "year", "status", "version"),
    "moved_on",
]
