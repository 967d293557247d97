"""What the database itself refuses of conferences, delegates and programmes."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from gatherings.models import Conference, Delegate
from organizations.access import Desk
from tests.factories import (
    BlockFactory,
    ConferenceFactory,
    DelegateFactory,
    HonourFactory,
    QuotaFactory,
    SubjectFactory,
    TalkFactory,
)

pytestmark = pytest.mark.django_db


def to_itself():
    conference = ConferenceFactory()
    conference.above = conference
    conference.save()


def twice(factory, **facts):
    """The same row again: with the same conference and what else makes it the same."""
    first = factory(**facts)
    same = {name: getattr(first, name) for name in ("unit", "exemplar", "entry") if hasattr(first, name)}
    factory(conference=first.conference, **same | facts)


BROKEN = {
    "conference_ends_after_it_starts": lambda: ConferenceFactory(
        ends_at=datetime.datetime(2024, 6, 11, tzinfo=datetime.UTC)
    ),
    "conference_is_no_step_to_itself": to_itself,
    "conference_asked_has_its_day": lambda: ConferenceFactory(status="called"),
    "conference_groups_within_total": lambda: ConferenceFactory(delegates_total=10, women=11),
    "quota_once_for_a_unit": lambda: twice(QuotaFactory),
    "quota_of_one_at_least": lambda: QuotaFactory(number=0),
    "quota_groups_within_number": lambda: QuotaFactory(number=2, workers=3),
    "delegate_once_by_name_and_year": lambda: twice(DelegateFactory, name="Lê Thị An"),
    "delegate_once_for_a_subject": lambda: twice(DelegateFactory, subject=SubjectFactory()),
    "block_lasts_1_to_600_minutes": lambda: BlockFactory(minutes=0),
    "talk_once_for_an_exemplar": lambda: twice(TalkFactory),
    "talk_lasts_1_to_60_minutes": lambda: TalkFactory(minutes=61),
    "honour_once_at_a_conference": lambda: twice(HonourFactory),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_holds_the_rule(name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BROKEN[name]()


def test_a_person_of_the_same_name_and_another_year_is_another():
    first = DelegateFactory(name="Lê Thị An", birth_year=1980)

    DelegateFactory(conference=first.conference, name="lê thị an", birth_year=1990)

    assert Delegate.objects.count() == 2


def test_one_who_was_refused_may_be_proposed_again():
    first = DelegateFactory(name="Lê Thị An", status="refused")

    second = DelegateFactory(conference=first.conference, name="Lê Thị An")

    assert list(Delegate.objects.live()) == [second]


def test_all_see_a_conference_once_units_are_asked_and_the_office_before(standing, officer, stranger, place):
    begun, asked = ConferenceFactory(unit=place.district), ConferenceFactory(unit=place.district, asked=True)

    seen = [set(Conference.objects.visible_to(Desk(who))) for who in (standing, officer, stranger)]

    assert seen == [{begun, asked}, {asked}, {asked}]


def test_delegates_are_seen_by_their_unit_and_the_office_and_by_all_once_they_are_invited(
    standing, officer, stranger, place
):
    conference = ConferenceFactory(unit=place.district, asked=True)
    proposed = DelegateFactory(conference=conference, unit=place.commune)
    taken = DelegateFactory(conference=conference, unit=place.sister, status="accepted")
    people = [Desk(who) for who in (standing, officer, stranger)]

    before = [set(Delegate.objects.visible_to(desk)) for desk in people]
    Conference.objects.filter(pk=conference.pk).update(status="called")
    after = [set(Delegate.objects.visible_to(desk)) for desk in people]

    assert before == [{proposed, taken}, {proposed}, set()]
    assert after == [{proposed, taken}, {proposed, taken}, {taken}]
