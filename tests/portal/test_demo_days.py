"""The demonstration stops on the day it is asked for, and is the same each time."""

import datetime
from random import Random

import pytest
from django.db import transaction

from awards.models import AwardEntry, Decision, Session
from campaigns.models import ProgressReport
from core.models import Event
from exemplars.models import Nomination
from law.loading import load_catalogue
from organizations.models import IssuedNumber, Unit
from portal.demo.dossiers import Told, meetings, tell_all
from portal.demo.loading import LAST_DAY, SEED, load_demo
from portal.demo.people import load_people
from portal.demo.places import load_places
from portal.demo.plans import load_fields

THEN = datetime.date(2024, 11, 15)


@pytest.fixture
def trained(db):
    load_catalogue()
    load_demo(until=THEN, count=120)


def test_it_is_the_same_each_time(db):
    load_catalogue()

    assert _loaded_and_undone(60) == _loaded_and_undone(60) != []


def _loaded_and_undone(count):
    with transaction.atomic():
        load_demo(count=count)
        dossiers, numbers = Nomination.objects.order_by("pk"), IssuedNumber.objects.order_by("pk")
        found = list(dossiers.values_list("name", "status", "summary", "due_on", "award__code", "updated_at"))
        found += numbers.values_list("title", "taken_at")
        transaction.set_rollback(True)
    return found


def test_a_training_day_shows_nothing_that_came_later(trained):
    later = (
        Event.objects.filter(at__date__gt=THEN),
        AwardEntry.objects.filter(awarded_on__gt=THEN),
        Decision.objects.filter(issued_on__gt=THEN),
        Unit.objects.filter(starts_on__gt=THEN),
        Session.objects.filter(held_at__date__gt=THEN, status__in=["counted", "closed"]),
        ProgressReport.objects.filter(on__gt=THEN),
    )

    assert [rows.count() for rows in later] == [0, 0, 0, 0, 0, 0]
    assert AwardEntry.objects.exists()


@pytest.mark.parametrize("until", [datetime.date(2021, 6, 1), datetime.date(2025, 7, 5)])
def test_it_stops_on_a_day_before_the_plan_of_its_dossiers(db, until):
    load_catalogue()

    load_demo(until=until, count=60)

    assert not Nomination.objects.filter(plan__issued_on__gt=until).exists()


def test_of_thousands_nobody_is_before_one_meeting_twice(db):
    load_catalogue()
    random, units = Random(SEED), load_places(LAST_DAY)
    load_fields()
    told = Told(units, load_people(random, units, LAST_DAY), plans={})

    found = tell_all(random, told, 5000, LAST_DAY)

    assert len(found) > 40
    assert all(len({id(s.subject) for s in m.stories}) == len(m.stories) for m in found)


def test_of_tens_of_thousands_no_two_meetings_are_on_one_day():
    days = [meeting.day for meeting in meetings(30_000)]

    assert len(set(days)) == len(days) > 200
