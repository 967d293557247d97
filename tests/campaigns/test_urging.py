"""The standing office chases the late: it sees first who gets it, and twice pressed is once sent."""

import datetime

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.urging import urge, urging_of
from core.models import Job
from organizations.models import Message, Role
from organizations.notifying import email_messages
from tests.factories import AssignmentFactory, MessageFactory, PostFactory, UserFactory

TODAY = datetime.date(2024, 3, 11)


@pytest.fixture(autouse=True)
def on_a_monday(settings):
    settings.PORTAL_TODAY = TODAY.isoformat()


@pytest.fixture
def late(place, issued, officer, head):
    """The commune's assignment of the plan is late; so is one of the sister, where nobody holds a post."""
    AssignmentFactory(plan=issued, unit=place.sister, due_on=datetime.date(2024, 3, 8))
    AssignmentFactory(plan=issued, unit=place.commune, due_on=TODAY)
    return issued


@pytest.fixture
def as_standing(client, standing):
    client.force_login(standing)
    return client


def address(plan):
    return reverse("campaigns:plan-urge", args=[plan.pk])


def send(client, plan):
    seen = client.get(address(plan)).context["urging"].digest
    return client.post(address(plan), {"seen": seen})


def test_the_page_shows_exactly_who_gets_it(as_standing, late, officer, head, place):
    urging = as_standing.get(address(late)).context["urging"]

    shown = [(a.recipient.user, [row.task for row in a.recipient.rows]) for a in urging.addressees]
    assert shown == [(officer, ["Đăng ký mô hình năm 2021"]), (head, ["Đăng ký mô hình năm 2021"])]
    assert [row.unit for row, _item in urging.orphaned] == [place.sister]


def test_one_press_tells_them_and_writes_it_into_the_trail(as_standing, standing, late, officer, head):
    response = send(as_standing, late)

    told = Message.objects.order_by("to__username")
    assert response.url == reverse("campaigns:plan-board", args=[late.pk])
    assert [(m.to, m.kind, m.day, m.sent_by) for m in told] == [
        (officer, "urging", TODAY, standing),
        (head, "urging", TODAY, standing),
    ]
    (event,) = late.history.filter(verb="urge")
    assert event.data == {"messages": [m.pk for m in Message.objects.order_by("to__name_key")]}
    assert Job.objects.filter(kind="organizations.email", params={"day": "2024-03-11"}).count() == 1


def test_pressed_twice_is_once(as_standing, late):
    seen = as_standing.get(address(late)).context["urging"].digest

    for _ in range(2):
        as_standing.post(address(late), {"seen": seen})

    assert (Message.objects.count(), late.history.filter(verb="urge").count()) == (2, 1)


def test_who_was_told_today_is_marked_and_left_out(as_standing, late, officer, head):
    MessageFactory(to=officer, day=TODAY)

    page = as_standing.get(address(late))
    send(as_standing, late)

    assert [bool(a.told) for a in page.context["urging"].addressees] == [True, False]
    assert Message.objects.filter(kind="urging").get().to == head


def test_a_list_that_changed_meanwhile_is_shown_anew_and_sends_nothing(as_standing, late, place):
    seen = as_standing.get(address(late)).context["urging"].digest
    PostFactory(user=UserFactory(), unit=place.sister, role=Role.OFFICER)

    response = as_standing.post(address(late), {"seen": seen})

    assert (response.status_code, Message.objects.count()) == (409, 0)
    assert len(response.context["urging"].addressees) == 3


def test_those_with_an_address_get_e_mail_too(late, standing, officer, desk_of, settings):
    settings.SENDS_EMAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    type(officer).objects.filter(pk=officer.pk).update(email="canbo@xa.gov.vn")

    urging = urging_of(late, TODAY)
    urge(late, desk=desk_of(standing), seen=urging.digest)
    email_messages(type("Progress", (), {"step": lambda *_: None})(), TODAY.isoformat())

    assert [a.by_email for a in urging.addressees] == [True, False]
    assert [message.to for message in mail.outbox] == [["canbo@xa.gov.vn"]]


def test_the_page_asks_the_same_queries_for_any_number(as_standing, late, place):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            as_standing.get(address(late))
        return len(queries)

    few = asked()
    for _ in range(3):
        PostFactory(user=UserFactory(), unit=place.commune, role=Role.OFFICER)
        AssignmentFactory(plan=late, unit=place.commune, due_on=datetime.date(2024, 1, 2))

    assert asked() == few <= 25
