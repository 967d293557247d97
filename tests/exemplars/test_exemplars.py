import datetime

import pytest
from django.urls import reverse

from core.workflow import NotYours
from exemplars.models import Exemplar, Stage, Subject
from tests.factories import ExemplarFactory, SuccessionFactory, UnitFactory

REFORM = datetime.date(2025, 7, 1)


def move(client, user, exemplar, verb, note=""):
    client.force_login(user)
    return client.post(reverse("exemplars:exemplar-move", args=[exemplar.pk, verb]), {"note": note})


def test_an_exemplar_is_registered_nurtured_verified_and_spread(client, place, officer, head, standing):
    exemplar = ExemplarFactory(unit=place.commune)
    steps = [
        (head, "register"),
        (officer, "nurture"),
        (standing, "verify"),
        (standing, "spread"),
    ]

    for person, verb in steps:
        move(client, person, exemplar, verb, note="Đã xem tại chỗ")

    exemplar.refresh_from_db()
    assert exemplar.status == Stage.SPREAD
    assert [(event.by, event.verb) for event in exemplar.history] == steps


def test_verifying_needs_a_word_on_what_was_found(client, place, standing):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.NURTURED)

    move(client, standing, exemplar, "verify")

    exemplar.refresh_from_db()
    assert exemplar.status == Stage.NURTURED


def test_a_unit_that_has_ended_is_verified_by_the_office_of_its_successor(place, settings):
    settings.PORTAL_TODAY = "2025-07-02"
    new = UnitFactory(parent=place.province, name="xã Mới", has_council=True, starts_on=REFORM)
    place.commune.ends_on = place.district.ends_on = REFORM - datetime.timedelta(days=1)
    place.commune.save()
    place.district.save()
    SuccessionFactory(predecessor=place.commune, successor=new, on=REFORM)

    assert ExemplarFactory(unit=place.commune).office == new


def test_dropping_is_the_heads(place, officer, desk_of):
    with pytest.raises(NotYours):
        ExemplarFactory(unit=place.commune).move("drop", desk=desk_of(officer), note="x")


@pytest.fixture
def typed_exemplar(place):
    return {"title": "Tuyến đường hoa", "unit": place.commune.pk, "found_on": "01/10/2024"}


def test_a_new_exemplar_may_be_of_a_new_subject(client, officer, typed_exemplar):
    client.force_login(officer)

    client.post(
        reverse("exemplars:exemplar-new"),
        {**typed_exemplar, "kind": "collective", "name": "Hội Phụ nữ ấp Thử"},
    )

    exemplar = Exemplar.objects.get()
    assert (exemplar.subject.name, exemplar.subject.kind) == ("Hội Phụ nữ ấp Thử", "collective")
    assert [event.verb for event in exemplar.history] == ["create"]


def test_without_a_subject_it_is_answered_at_the_field(client, officer, typed_exemplar):
    client.force_login(officer)

    answer = client.post(reverse("exemplars:exemplar-new"), typed_exemplar)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])
    assert not Subject.objects.exists()


def test_two_who_edit_one_exemplar_collide_visibly(client, officer, place, typed_exemplar):
    exemplar = ExemplarFactory(unit=place.commune)
    client.force_login(officer)
    address = reverse("exemplars:exemplar-edit", args=[exemplar.pk])
    data = {**typed_exemplar, "subject": exemplar.subject_id, "version": 1}
    client.post(address, {**data, "title": "Của họ"})

    refused = client.post(address, {**data, "title": "Của tôi"})
    exemplar.refresh_from_db()
    assert (refused.status_code, exemplar.title) == (409, "Của họ")

    client.post(address, {**data, "title": "Của tôi", "version": refused.context["form"]["version"].value()})
    exemplar.refresh_from_db()
    assert (exemplar.title, exemplar.version) == ("Của tôi", 3)


def test_a_dossier_begins_with_the_subject_of_the_exemplar(client, officer, place, plan, award):
    exemplar = ExemplarFactory(unit=place.commune)
    client.force_login(officer)

    answer = client.get(
        reverse("exemplars:nomination-new"), {"subject": exemplar.subject_id, "plan": plan.pk}
    )

    assert (answer.context["chosen"], answer.context["found"]) == (exemplar.subject, [exemplar.subject])
