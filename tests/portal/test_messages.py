"""The bell, the list of messages and how one wants to be told."""

import datetime

import pytest
from django.urls import reverse

from organizations.models import MessageChoice
from tests.factories import MessageFactory

LIST = "/thong-bao/"


@pytest.fixture
def as_officer(client, officer):
    client.force_login(officer)
    return client


def unread(response):
    return response.context["shell"]["unread"]


def test_the_bell_counts_what_was_not_read_and_opening_reads_it(as_officer, officer):
    message = MessageFactory(to=officer, items=[{"label": "Việc", "detail": "hạn", "url": "/phan-cong/1/"}])
    MessageFactory(day=datetime.date(2024, 5, 3), to=officer)
    MessageFactory()

    before = unread(as_officer.get("/"))
    opened = as_officer.get(message.get_absolute_url())

    assert (before, unread(opened), unread(as_officer.get(LIST))) == (2, 1, 1)


def test_all_can_be_marked_as_read(as_officer, officer):
    MessageFactory(to=officer)
    other = MessageFactory()

    as_officer.post(reverse("messages-read"))

    other.refresh_from_db()
    assert unread(as_officer.get(LIST)) == 0
    assert other.read_at is None


@pytest.mark.parametrize(("query", "count"), [({}, 2), ({"unread": "co"}, 1), ({"kind": "urging"}, 1)])
def test_the_list_is_filtered(as_officer, officer, query, count):
    MessageFactory(to=officer, read_at=datetime.datetime(2024, 5, 2, tzinfo=datetime.UTC))
    MessageFactory(to=officer, day=datetime.date(2024, 5, 3), kind="urging")

    assert as_officer.get(LIST, query).context["page_obj"].paginator.count == count


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_queries_for_any_length(as_officer, officer, count, django_assert_num_queries):
    for number in range(count):
        MessageFactory(to=officer, day=datetime.date(2024, 5, 1 + number))

    with django_assert_num_queries(5):
        as_officer.get(LIST)


def test_each_person_chooses_how_to_be_told(as_officer, officer):
    data = {"days_before": "3", "email": "canbo@xa.gov.vn"}

    as_officer.post(reverse("message-choice"), data)
    as_officer.post(reverse("message-choice"), data | {"days_before": "", "by_email": "on"})

    officer.refresh_from_db()
    choice = MessageChoice.objects.get()
    assert (choice.user, choice.by_email, choice.days_before) == (officer, True, None)
    assert officer.email == "canbo@xa.gov.vn"


def test_a_wrong_address_is_told_at_its_field(as_officer):
    response = as_officer.post(reverse("message-choice"), {"email": "canbo", "days_before": "4"})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["days_before", "email"]


@pytest.mark.parametrize("sends", [True, False])
def test_the_page_says_when_there_is_no_mail_server(as_officer, settings, sends):
    settings.SENDS_EMAIL = sends

    page = as_officer.get(reverse("message-choice")).content.decode()

    assert ("chưa được nối với máy chủ thư" in page) is not sends
