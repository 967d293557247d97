"""Exemplars of the demonstration: some of those nominated were found, registered and followed before."""

import datetime

from exemplars.models import Exemplar, Nomination, Stage
from portal.demo.stories import at

SHARE = 0.22  # of dossiers in a plan that began with an exemplar
LIFE = (  # verb, days after it was found, who
    ("register", 12, "head"),
    ("nurture", 40, "officer"),
    ("verify", 150, "thuongtruc"),
    ("spread", 200, "thuongtruc"),
)
NOTES = {"verify": "Đã đến xem tại chỗ; số liệu khớp với báo cáo, người dân đồng tình."}


def load_exemplars(random, told, trail, stories, until):
    chosen = [story for story in stories if story.nomination.plan_id and random.random() < SHARE]
    lives = [_found(random, story, until) for story in chosen]
    Exemplar.objects.bulk_create(exemplar for exemplar, _steps in lives)
    for (exemplar, steps), story in zip(lives, chosen, strict=True):
        _write(trail, told, exemplar, steps, story)
        story.nomination.exemplar = exemplar
    Nomination.objects.bulk_update((story.nomination for story in chosen), ["exemplar"], batch_size=100)


def _found(random, story, until):
    """An unsaved exemplar and the steps of its life up to the last day, as (verb, moment, who)."""
    nomination = story.nomination
    found = story.steps[0].at.date() - datetime.timedelta(days=random.randint(40, 220))
    found = max(found, nomination.plan.starts_on)
    goes_far = random.randint(1, len(LIFE))
    steps = [(verb, at(found + datetime.timedelta(days), 9), who) for verb, days, who in LIFE[:goes_far]]
    steps = [step for step in steps if step[1].date() <= until]
    exemplar = Exemplar(
        subject=nomination.subject,
        unit=nomination.unit,
        plan=nomination.plan,
        movement=nomination.plan.movements.first(),
        field=nomination.field,
        title=nomination.summary.split(";")[0].capitalize(),
        practice=nomination.achievements,
        effect=nomination.summary.split("; ")[-1].capitalize(),
        found_on=found,
        status=Exemplar.MOVES[steps[-1][0]].target if steps else Stage.FOUND,
        version=len(steps) + 1,
    )
    return exemplar, steps


def _write(trail, told, exemplar, steps, story):
    officer, head = told.preparers(story.nomination.unit)
    people = {"officer": officer, "head": head}
    trail.add(exemplar, "create", "Phát hiện, giới thiệu", at=at(exemplar.found_on, 8), by=officer)
    status = Stage.FOUND
    for verb, moment, who in steps:
        by = people.get(who, who)
        status = trail.move(exemplar, verb, status, at=moment, by=by, note=NOTES.get(verb, ""))
