import datetime

import pytest
from django.urls import reverse

from exemplars.models import Exemplar, Subject
from tests.factories import ExemplarFactory, SuccessionFactory, UnitFactory

REFORM = datetime.date(2025, 7, 1)


def test_a_unit_that_has_ended_is_verified_by_the_office_of_its_successor(place, settings):
    settings.PORTAL_TODAY = "2025-07-02"
    new = UnitFactory(parent=place.province, name="xã Mới", has_council=True, starts_on=REFORM)
    place.commune.ends_on = place.district.ends_on = REFORM - datetime.timedelta(days=1)
    place.commune.save()
    place.district.save()
    SuccessionFactory(predecessor=place.commune, successor=new, on=REFORM)

    assert ExemplarFactory(unit=place.commune).office == new


@pytest.fixture
def typed_exemplar(place):
    return {
        "about": "model",
        "rhythm": 6,
        "title": "Tuyến đường hoa",
        "unit": place.commune.pk,
        "found_on": "01/10/2024",
    }


def test_a_new_exemplar_may_be_of_a_new_subject(client, officer, typed_exemplar):
    client.force_login(officer)

    client.post(
        reverse("exemplars:exemplar-new"),
        {**typed_exemplar, "kind": "collective", "name": "Hội Phụ nữ ấp Thử"},
    )

    exemplar = Exemplar.objects.get()
    assert (exemplar.subject.name, exemplar.subject.kind) == ("Hội Phụ nữ ấp Thử", "collective")
    assert [event.verb for event in exemplar.history] == ["create"]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("01/01/2100", "Ngày phát hiện không thể sau hôm nay."),
        ("03/10/2024", "Ngày phát hiện không thể sau ngày chuyển giai đoạn (02/10/2024)."),
    ],
)
def test_it_is_found_before_it_moves(client, officer, place, typed, day, sentence):
    exemplar = ExemplarFactory(unit=place.commune, moved_on=datetime.date(2024, 10, 2))
    client.force_login(officer)
    address = reverse("exemplars:exemplar-edit", args=[exemplar.pk])

    answer = client.post(address, typed(client.get(address), found_on=day))

    assert (answer.status_code, answer.context["form"].errors["found_on"]) == (422, [sentence])


def test_without_a_subject_it_is_answered_at_the_field(client, officer, typed_exemplar):
    client.force_login(officer)

    answer = client.post(reverse("exemplars:exemplar-new"), typed_exemplar)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])
    assert not Subject.objects.exists()


@pytest.fixture
def collided(client, officer, head, place, typed):
    """The exemplar, what the officer typed late, and the answer to it: the head had saved meanwhile."""
    exemplar = ExemplarFactory(unit=place.commune, title="Đường hoa", effect="Sạch hơn")
    address = reverse("exemplars:exemplar-edit", args=[exemplar.pk])
    client.force_login(officer)
    late = typed(client.get(address), title="Của tôi", effect="Của tôi", unit=place.hamlet.pk)
    client.force_login(head)
    theirs = {"title": "Của họ", "effect": "Của họ", "practice": "Mỗi hộ một đoạn", "found_on": "02/10/2024"}
    client.post(address, typed(client.get(address), **theirs))
    client.force_login(officer)
    return exemplar, late, client.post(address, late)


def test_two_who_edit_one_exemplar_see_every_field_in_which_they_differ(collided, head, place):
    exemplar, _, answer = collided

    exemplar.refresh_from_db()
    assert (answer.status_code, exemplar.title, answer.context["who"]) == (409, "Của họ", f"{head}")
    assert [(c.label, c.saved_text, c.typed_text) for c in answer.context["merge"].conflicts] == [
        ("Tên mô hình, việc làm tiêu biểu", "Của họ", "Của tôi"),
        ("Đơn vị theo dõi", place.commune.name, place.hamlet.name),
        ("Hiệu quả", "Của họ", "Của tôi"),
    ]
    assert answer.context["merge"].taken_labels == ["Ngày phát hiện", "Cách làm"]


def test_of_two_versions_of_an_exemplar_either_can_be_chosen_for_each_field(client, collided):
    exemplar, late, answer = collided
    chosen = {**late, "version": 2, "title": "Của họ", "practice": "Mỗi hộ một đoạn"}

    client.post(answer.context["url"], chosen)

    exemplar.refresh_from_db()
    assert (exemplar.title, exemplar.effect, exemplar.version) == ("Của họ", "Của tôi", 3)


def test_an_exemplar_sent_twice_with_the_same_text_is_saved_once(client, officer, place, typed):
    exemplar = ExemplarFactory(unit=place.commune)
    client.force_login(officer)
    address = reverse("exemplars:exemplar-edit", args=[exemplar.pk])
    data = typed(client.get(address), title="Của tôi")

    answers = [client.post(address, data).status_code for _ in range(2)]

    exemplar.refresh_from_db()
    assert (answers, exemplar.version) == ([302, 302], 2)


def test_a_dossier_begins_with_the_subject_of_the_exemplar(client, officer, place, plan, award):
    exemplar = ExemplarFactory(unit=place.commune)
    client.force_login(officer)

    answer = client.get(
        reverse("exemplars:nomination-new"), {"subject": exemplar.subject_id, "plan": plan.pk}
    )

    assert (answer.context["chosen"], answer.context["found"]) == (exemplar.subject, [exemplar.subject])
