"""Learning events and coverage: entered, mended, listed, with their files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from exemplars.models import Coverage, LearningEvent, Stage
from tests.factories import (
    AdoptionFactory,
    CoverageFactory,
    ExemplarFactory,
    LearningEventFactory,
    UnitFactory,
)
from tests.files import pdf

NEW = reverse("exemplars:learning-new")


@pytest.fixture
def event(place):
    return LearningEventFactory(unit=place.commune)


@pytest.fixture
def entered(client, officer, place):
    """What the officer's form of a new event sends when it is filled in."""
    client.force_login(officer)
    form = client.get(NEW).context["form"]
    return {
        "request_id": form["request_id"].value(),
        "kind": "visit",
        "title": "Tham quan đường hoa",
        "held_on": "02/03/2024",
        "place": "ấp Thử",
        "unit": place.commune.pk,
        "attendance": "35",
    }


def test_an_event_is_entered_with_its_exemplars_and_guests_and_once(client, entered, place):
    exemplar = ExemplarFactory(unit=place.commune)
    sent = {**entered, "exemplars": [exemplar.pk], "guests": [place.sister.pk]}

    answers = [client.post(NEW, sent).status_code for _ in range(2)]

    event = LearningEvent.objects.get()
    assert (answers, event.attendance) == ([302, 302], 35)
    assert ([*event.exemplars.all()], [*event.guests.all()]) == ([exemplar], [place.sister])


def test_an_exemplar_that_one_may_not_see_is_not_named_by_searching(client, entered, place):
    hidden = ExemplarFactory(unit=place.foreign)

    answer = client.post(NEW, {**entered, "exemplars": [hidden.pk], "find": "find_exemplars"})

    assert hidden.title not in answer.text


def test_what_is_searched_is_offered_and_nothing_typed_is_lost(client, entered, place):
    found, chosen = ExemplarFactory.create_batch(2, unit=place.commune)
    sent = {**entered, "exemplars": [chosen.pk], "find_exemplars": found.title, "find": "find_exemplars"}

    form = client.post(NEW, sent).context["form"]

    assert set(form.fields["exemplars"].queryset) == {found, chosen}
    assert [form[name].value() for name in ("title", "held_on", "exemplars")] == [
        "Tham quan đường hoa", "02/03/2024", [str(chosen.pk)],
    ]  # fmt: skip
    assert not LearningEvent.objects.exists()


def test_exemplars_that_one_may_not_see_are_neither_found_nor_taken(client, entered, place):
    foreign = ExemplarFactory(unit=place.foreign, status=Stage.SPREAD)

    found = client.post(NEW, {**entered, "find_exemplars": foreign.title, "find": "find_exemplars"})
    taken = client.post(NEW, {**entered, "exemplars": [foreign.pk]})

    assert not found.context["form"].fields["exemplars"].queryset.exists()
    assert (taken.status_code, list(taken.context["form"].errors)) == (422, ["exemplars"])


@pytest.mark.parametrize(
    ("field", "value"), [("held_on", "02/03/2093"), ("attendance", "0"), ("attendance", ""), ("title", " ")]
)
def test_a_fault_is_told_at_its_field(client, entered, field, value):
    answer = client.post(NEW, {**entered, field: value})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_two_who_mend_one_event_are_told(client, officer, event, place):
    client.force_login(officer)
    address = reverse("exemplars:learning-edit", args=[event.pk])
    form = client.get(address).context["form"]
    sent = {field.html_name: field.value() for field in form if field.value()} | {"held_on": "02/03/2024"}
    client.post(address, {**sent, "place": "Của họ"})

    answer = client.post(address, {**sent, "place": "Của tôi"})

    event.refresh_from_db()
    assert (answer.status_code, event.place) == (422, "Của họ")
    assert answer.context["form"].errors["place"] == ["Bản vừa lưu ghi: “Của họ”"]


def test_those_who_came_see_the_event(client, officer, place):
    event = LearningEventFactory(unit=place.foreign)
    seen = [officer_sees(client, officer, event)]
    event.guests.add(place.hamlet)

    seen.append(officer_sees(client, officer, event))

    assert seen == [404, 200]


def officer_sees(client, officer, event):
    client.force_login(officer)
    return client.get(event.get_absolute_url()).status_code


def test_one_article_is_entered_once_by_its_link(client, officer, place):
    CoverageFactory(link="https://bao.vn/guong")
    client.force_login(officer)

    answer = client.post(
        reverse("exemplars:coverage-new"),
        {
            "kind": "article",
            "title": "Gương tốt",
            "outlet": "Báo",
            "published_on": "02/03/2024",
            "link": "https://bao.vn/guong",
            "unit": place.commune.pk,
        },
    )

    assert (answer.status_code, Coverage.objects.count()) == (422, 1)


@pytest.mark.parametrize(
    ("what", "make"),
    [("nhan-rong", AdoptionFactory), ("hoc-tap", LearningEventFactory), ("truyen-thong", CoverageFactory)],
)
def test_a_file_is_added_once_handed_out_and_removed(client, officer, place, what, make):
    record, content = make(unit=place.commune), pdf()  # each one made has an id of its own
    client.force_login(officer)
    address = reverse("exemplars:attachment-new", args=[what, record.pk])

    answers = [
        client.post(address, {"file": SimpleUploadedFile("anh.pdf", content)}).status_code for _ in range(2)
    ]
    file = record.files.get()
    download = client.get(reverse("exemplars:attachment", args=[file.pk]))
    client.post(reverse("exemplars:attachment-remove", args=[file.pk]))

    assert (answers, b"".join(download)) == ([302, 422], content)
    assert not record.files.exists()


@pytest.mark.parametrize("name", ["adoptions", "learning", "coverage-list"])
def test_lists_ask_the_same_queries_for_any_length(client, officer, place, name):
    client.force_login(officer)
    asked = []
    for rows in (1, 3):
        for _ in range(rows):
            unit = UnitFactory(parent=place.commune)
            AdoptionFactory(unit=unit)
            LearningEventFactory(unit=unit)
            CoverageFactory(unit=unit)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"exemplars:{name}"))
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 20


def test_an_adoption_is_mended_by_the_adopter_who_may_name_its_exemplar_since(client, officer, place):
    adoption = AdoptionFactory(unit=place.commune, evidence="Ảnh")
    own = ExemplarFactory(unit=place.commune)
    client.force_login(officer)

    client.post(
        reverse("exemplars:adoption-edit", args=[adoption.pk]),
        {"version": 1, "since": "01/04/2023", "adopter": own.pk, "evidence": "Ảnh", "effect": "Sạch hơn"},
    )

    adoption.refresh_from_db()
    assert (adoption.adopter, adoption.subject, adoption.effect) == (own, own.subject, "Sạch hơn")
    assert [event.verb for event in adoption.history] == ["edit"]
