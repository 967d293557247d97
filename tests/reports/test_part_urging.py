"""The office reminds who has not sent a part: it sees first who gets it, and twice pressed is once sent."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import Job
from organizations.models import Message, Role
from organizations.reform import end_unit
from reports.models import MilestoneReview, PartStatus, ReviewPart, ReviewStatus
from tests.factories import (
    IssuedNumberFactory,
    MessageFactory,
    PostFactory,
    ReviewPartFactory,
    UnitFactory,
    UserFactory,
)
from tests.reports.stories import plan_of, review_of

TODAY = datetime.date(2026, 12, 1)
DUE = datetime.date(2026, 12, 4)


@pytest.fixture(autouse=True)
def on_a_tuesday(settings):
    settings.PORTAL_TODAY = TODAY.isoformat()


@pytest.fixture
def review(place, officer, head):
    """The commune owes its part, and so does the sister, where nobody holds a post; a third has sent."""
    review = review_of(plan_of(place.district))
    ReviewPartFactory(review=review, unit=place.commune, due_on=DUE)
    ReviewPartFactory(review=review, unit=place.sister, due_on=DUE)
    done = UnitFactory(parent=place.district)
    PostFactory(unit=done, role=Role.HEAD)
    sent = {"status": PartStatus.SENT, "sent_on": TODAY, "figures": {}}
    ReviewPart.objects.filter(pk=ReviewPartFactory(review=review, unit=done).pk).update(**sent)
    return review


@pytest.fixture
def as_standing(client, standing):
    client.force_login(standing)
    return client


def address(review):
    return reverse("reports:parts-remind", args=[review.pk])


def send(client, review):
    seen = client.get(address(review)).context["urging"].digest
    return client.post(address(review), {"seen": seen})


def test_the_page_shows_exactly_who_gets_what(as_standing, review, officer, head, place):
    urging = as_standing.get(address(review)).context["urging"]

    told = "hạn 04/12/2026, còn 3 ngày làm việc"
    assert [(a.recipient.user, [item["detail"] for item in a.items]) for a in urging.addressees] == [
        (officer, [told]),
        (head, [told]),
    ]
    assert [row.unit for row, _item in urging.orphaned] == [place.sister]


def test_one_press_reminds_them_and_writes_it_into_the_trail(as_standing, review, standing, officer, head):
    response = send(as_standing, review)

    sent = list(Message.objects.order_by("to__name_key"))
    part = review.parts.get(unit=officer.posts.get().unit)
    (event,) = review.history.filter(verb="urge")
    assert response.url == reverse("reports:review-parts", args=[review.pk])
    assert {(m.to, m.kind, m.day, m.sent_by) for m in sent} == {
        (officer, "urging", TODAY, standing),
        (head, "urging", TODAY, standing),
    }
    assert [item["url"] for message in sent for item in message.items] == [part.get_absolute_url()] * 2
    assert (event.label, event.data) == (
        "Nhắc 2 người về phần báo cáo chưa gửi",
        {"messages": [message.pk for message in sent]},
    )
    assert Job.objects.filter(kind="organizations.email", params={"day": "2026-12-01"}).count() == 1


def test_pressed_twice_is_once(as_standing, review):
    seen = as_standing.get(address(review)).context["urging"].digest

    for _ in range(2):
        as_standing.post(address(review), {"seen": seen})

    assert (Message.objects.count(), review.history.filter(verb="urge").count()) == (2, 1)


def test_who_was_chased_for_something_else_today_is_left_out(as_standing, review, officer, head):
    MessageFactory(to=officer, day=TODAY)

    send(as_standing, review)

    assert Message.objects.filter(kind="urging").get().to == head


def test_a_part_that_came_meanwhile_sends_nothing_and_shows_the_list_anew(as_standing, review, place):
    seen = as_standing.get(address(review)).context["urging"].digest
    sent = {"status": PartStatus.SENT, "sent_on": TODAY, "figures": {}}
    review.parts.filter(unit=place.commune).update(**sent)

    response = as_standing.post(address(review), {"seen": seen})

    assert (response.status_code, Message.objects.count()) == (409, 0)
    assert response.context["urging"].addressees == []


def test_the_part_of_a_merged_unit_is_asked_of_who_went_on_with_it(as_standing, review, place):
    day = datetime.date(2025, 7, 1)
    merged = UnitFactory(parent=place.district, name="xã Mới", starts_on=day)
    end_unit(place.commune, day, [merged], subtree=True)
    person = PostFactory(unit=merged, role=Role.HEAD, starts_on=day).user

    urging = as_standing.get(address(review)).context["urging"]

    assert [addressee.recipient.user for addressee in urging.addressees] == [person]


def test_the_button_is_there_while_somebody_owes_a_part(as_standing, review):
    page = reverse("reports:review-parts", args=[review.pk])
    before = as_standing.get(page).context["may_remind"]
    review.parts.update(status=PartStatus.SENT, sent_on=TODAY, figures={"total": {}})
    review.parts.all().delete()

    assert (before, as_standing.get(page).context["may_remind"]) == (True, False)


def test_after_the_issue_nobody_is_reminded(as_standing, review):
    number = IssuedNumberFactory()
    MilestoneReview.objects.update(
        status=ReviewStatus.ISSUED, number=number, issued_on=number.issued_on, figures={"tables": []}
    )

    assert as_standing.get(address(review)).status_code == 403


def test_the_page_asks_the_same_queries_for_any_number(as_standing, review, place):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            as_standing.get(address(review))
        return len(queries)

    few = asked()
    for _ in range(4):
        unit = UnitFactory(parent=place.district)
        PostFactory(user=UserFactory(), unit=unit, role=Role.OFFICER)
        ReviewPartFactory(review=review, unit=unit)

    assert asked() == few <= 25
