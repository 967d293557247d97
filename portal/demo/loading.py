"""Plays the whole demonstration into an empty database, up to one day; the same each time."""

import datetime
from random import Random

from django.db import transaction

from organizations.models import IssuedNumber, Unit
from portal.demo.annulled import load_annulment
from portal.demo.blanks import load_blanks
from portal.demo.clusters import load_clusters
from portal.demo.conferences import load_conferences
from portal.demo.contests import load_contests
from portal.demo.councils import Council
from portal.demo.decisions import Office
from portal.demo.dossiers import Told, save_all, tell_all
from portal.demo.elsewhere import load_elsewhere
from portal.demo.exemplary import load_exemplars
from portal.demo.inspections import load_inspections, load_inspections_elsewhere
from portal.demo.known import load_known
from portal.demo.nurturing import load_nurture
from portal.demo.opinions import load_opinions
from portal.demo.parts import load_parts
from portal.demo.people import load_people
from portal.demo.places import load_places
from portal.demo.plans import load_fields, load_movements, load_plans
from portal.demo.progress import load_progress
from portal.demo.reviews import load_reviews
from portal.demo.spreading import load_spread
from portal.demo.stories import at
from portal.demo.trail import Trail

SEED = 1948  # the year of the call to patriotic emulation
LAST_DAY = datetime.date(2026, 11, 20)  # of the story; a start on a later day goes on from there
NOMINATIONS = 320


class NotEmpty(Exception):
    """There are units already: the demonstration goes into an empty database only."""


@transaction.atomic
def load_demo(*, until=LAST_DAY, count=NOMINATIONS):
    """Everything up to the day `until`, with about `count` dossiers in all; all of it or nothing."""
    if Unit.objects.exists():
        raise NotEmpty
    random = Random(SEED)  # noqa: S311  to be the same each time is what is wanted
    units = load_places(until)
    cast = load_people(random, units, until)
    trail = Trail(cast.users)
    load_fields()
    movements = load_movements(units, until)
    plans = load_plans(units, cast.users, movements, trail, until)
    told = Told(units, cast, plans)
    meetings = tell_all(random, told, count, until)
    stories = save_all(random, told, meetings)
    _tell_trail(trail, stories)
    _meet(random, told, trail, meetings, until)
    load_annulment(units, cast.users, trail, until)
    load_exemplars(random, told, trail, stories, until)
    load_spread(Random(SEED + 8), told, plans, trail, until)  # noqa: S311
    trail.write()  # reviews look back on it
    load_reviews(plans, cast.users, trail, until)
    load_blanks(units, until)
    load_parts(Random(SEED + 12), told, trail, until)  # noqa: S311
    load_contests(Random(SEED + 13), units, cast.users, plans, trail, until)  # noqa: S311
    load_clusters(Random(SEED + 11), units, trail, until)  # noqa: S311
    load_inspections(Random(SEED + 3), units, cast, plans, trail, until)  # noqa: S311
    load_nurture(Random(SEED + 4), told, trail, until)  # noqa: S311
    load_known(Random(SEED + 16), told, trail, until)  # noqa: S311
    load_elsewhere(Random(SEED + 5), told, plans, trail, until)  # noqa: S311
    load_inspections_elsewhere(Random(SEED + 15), plans, trail, until)  # noqa: S311
    load_conferences(Random(SEED + 9), told, trail, until)  # noqa: S311
    load_opinions(Random(SEED + 14), told, trail, until)  # noqa: S311
    load_progress(Random(SEED + 7), told, trail, until)  # noqa: S311
    trail.write()
    _date_numbers()


def _date_numbers():
    """Each number was given out on the day of its paper, not on that of the loading."""
    numbers = list(IssuedNumber.objects.only("issued_on"))
    for number in numbers:
        number.taken_at = at(number.issued_on, 16)
    IssuedNumber.objects.bulk_update(numbers, ["taken_at"], batch_size=500)


def _tell_trail(trail, stories):
    for story in stories:
        status = "draft"
        for step in story.happened:
            if step.verb == "create":
                trail.add(story.nomination, "create", "Lập hồ sơ", at=step.at, by=step.by)
                continue
            status = trail.move(story.nomination, step.verb, status, at=step.at, by=step.by, note=step.note)


def _meet(random, told, trail, meetings, until):
    council, office = Council(random, told, trail, until), Office(told, trail, until)
    for meeting in meetings:
        _hold(council, office, meeting)
    above = Random(SEED)  # noqa: S311  of its own, so that what the province does changes nothing below it
    council.random = above
    for meeting in office.meetings_above(above):
        _hold(council, office, meeting)
    office.save_changes()


def _hold(council, office, meeting):
    session = council.hold(meeting)
    if session:
        office.follow(session, meeting)
