import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.calendar import today
from exemplars.models import Nomination
from exemplars.models import NominationStatus as S
from tests.factories import ExemplarFactory, NominationFactory, WorkFieldFactory

LIST = reverse("exemplars:nominations")


@pytest.fixture
def names(client, officer, place):
    """names(**query): the names on the officer's list."""
    client.force_login(officer)

    def shown(**query):
        return [row.record.name for row in client.get(LIST, query).context["table"].page]

    return shown


def test_search_knows_no_accents(names, place):
    NominationFactory(unit=place.commune, name="Đặng Thị Ửng")
    NominationFactory(unit=place.commune, name="Lê Văn Tư")

    assert names(q="dang ung") == ["Đặng Thị Ửng"]


def test_names_sort_by_the_given_name(names, place):
    for name in ("Trần Văn Ánh", "Lê Thị Yến", "Nguyễn Bông"):
        NominationFactory(unit=place.commune, name=name)

    assert names(sort="name") == ["Trần Văn Ánh", "Nguyễn Bông", "Lê Thị Yến"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"status": "waiting"}, ["Nháp"]),
        ({"status": "overdue"}, ["Quá hạn"]),
        ({"status": S.RECEIVED}, ["Quá hạn"]),
        ({"year": 2023}, ["Nháp"]),
        ({"plan": "dot-xuat"}, ["Quá hạn", "Nháp"]),
        ({"kind": "household"}, ["Quá hạn"]),
        ({"unit": "ap thu"}, ["Quá hạn"]),
    ],
)
def test_filters(names, place, query, expected):
    NominationFactory(unit=place.commune, name="Nháp", year=2023)
    NominationFactory(
        unit=place.hamlet,
        name="Quá hạn",
        year=2024,
        kind="household",
        status=S.RECEIVED,
        holder=place.district,
        due_on=today() - datetime.timedelta(days=1),
    )

    assert names(**query) == expected


def test_tabs_count_what_they_lead_to(client, officer, place):
    NominationFactory.create_batch(2, unit=place.commune)
    NominationFactory(unit=place.commune, status=S.RETURNED, holder=place.district)
    client.force_login(officer)

    tabs = client.get(LIST).context["view"].tabs()

    assert [(tab["label"], tab["count"]) for tab in tabs] == [
        ("Tất cả", 3),
        ("Đang chờ tôi", 3),
        ("Quá hạn", 0),
        ("Trả lại để bổ sung", 1),
        ("Đang thẩm định", 0),
    ]


def test_several_are_received_at_once_and_those_that_cannot_be_are_named(
    client, standing, submitted, received
):
    waiting, done = [submitted(), submitted()], received()
    client.force_login(standing)
    chosen = [nomination.pk for nomination in (*waiting, done)]
    back = f"{LIST}?status=submitted"

    answer = client.post(
        reverse("exemplars:nominations-receive"), {"nomination": chosen, "return_to": back}, follow=True
    )

    said = [str(message) for message in answer.context["messages"]]
    assert said[0] == "Đã tiếp nhận 2 hồ sơ."
    assert said[1].startswith(f"{done}: Không thể thực hiện")
    assert answer.redirect_chain == [(back, 302)]
    assert Nomination.objects.filter(status=S.RECEIVED).count() == 3


def test_a_second_click_receives_nothing_more(client, standing, submitted):
    nomination = submitted()
    client.force_login(standing)
    for _ in range(2):
        client.post(reverse("exemplars:nominations-receive"), {"nomination": [nomination.pk]})

    assert [event.verb for event in nomination.history] == ["submit", "receive"]


def test_what_is_no_dossier_is_not_received(client, standing):
    client.force_login(standing)

    answer = client.post(reverse("exemplars:nominations-receive"), {"nomination": ["²"]}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        "Hãy đánh dấu các hồ sơ cần tiếp nhận."
    ]


def test_strangers_dossiers_are_not_received(client, stranger, submitted):
    nomination = submitted()
    client.force_login(stranger)

    client.post(reverse("exemplars:nominations-receive"), {"nomination": [nomination.pk]})

    nomination.refresh_from_db()
    assert nomination.status == S.SUBMITTED


@pytest.mark.parametrize("name", ["nominations", "exemplars"])
def test_lists_ask_the_same_queries_for_any_length(client, officer, place, name):
    client.force_login(officer)
    asked = []
    for rows in (1, 3):
        for _ in range(rows):
            NominationFactory(unit=place.commune)
            ExemplarFactory(unit=place.commune, field=WorkFieldFactory())
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"exemplars:{name}"))
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 20
