"""The demonstration stops on the day it is asked for, and is the same each time."""

import datetime

import pytest
from django.db import transaction

from awards.models import AwardEntry, Decision, Session
from core.models import Event
from exemplars.models import Nomination
from law.loading import load_catalogue
from organizations.models import Unit
from portal.demo.loading import load_demo

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
        dossiers = Nomination.objects.order_by("pk")
        found = list(dossiers.values_list("name", "status", "summary", "due_on", "award__code"))
        transaction.set_rollback(True)
    return found


def test_a_training_day_shows_nothing_that_came_later(trained):
    later = (
        Event.objects.filter(at__date__gt=THEN),
        AwardEntry.objects.filter(awarded_on__gt=THEN),
        Decision.objects.filter(issued_on__gt=THEN),
        Unit.objects.filter(starts_on__gt=THEN),
        Session.objects.filter(held_at__date__gt=THEN, status__in=["counted", "closed"]),
    )

    assert [rows.count() for rows in later] == [0, 0, 0, 0, 0]
    assert AwardEntry.objects.exists()
