"""What was entered by mistake is deleted by its maker, and only while nobody built on it."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from core.models import Event
from exemplars.models import Adoption, Attachment, LearningEvent
from tests.factories import AdoptionFactory, AttachmentFactory, CoverageFactory, LearningEventFactory

WORDS = {"Adoption": "nhan-rong", "LearningEvent": "hoc-tap", "Coverage": "truyen-thong"}


@pytest.fixture
def adoption(place, officer):
    return AdoptionFactory(unit=place.commune, proposed_by=officer)


def address(record):
    return reverse("exemplars:record-delete", args=[WORDS[type(record).__name__], record.pk])


def test_the_maker_deletes_what_stands_alone(client, place, officer, adoption):
    event = LearningEventFactory(unit=place.commune, created_by=officer)
    article = CoverageFactory(unit=place.commune, created_by=officer)
    client.force_login(officer)

    for record in (adoption, event, article):
        assert "Xóa</a>" in client.get(record.get_absolute_url()).text
        client.post(address(record))

    assert [type(row).objects.filter(pk=row.pk).exists() for row in (adoption, event, article)] == [False] * 3


def test_it_is_asked_before(client, officer, adoption):
    client.force_login(officer)

    assert client.get(address(adoption)).context["action"] == "Xóa"
    assert Adoption.objects.filter(pk=adoption.pk).exists()


def test_the_files_go_with_it(client, officer, adoption, django_capture_on_commit_callbacks):
    name = AttachmentFactory(adoption=adoption, uploaded_by=officer).file.name
    client.force_login(officer)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(adoption))

    assert (Attachment.objects.exists(), default_storage.exists(name)) == (False, False)


def test_the_trail_keeps_that_an_adoption_was_deleted(client, officer, adoption):
    client.force_login(officer)
    client.post(address(adoption))

    event = Event.objects.get(verb="delete")
    assert (event.by, event.about, event.label) == (officer, str(adoption), "Xóa nơi làm theo ghi nhầm")


def test_a_colleague_does_not_delete_it(client, place, officer, head):
    event = LearningEventFactory(unit=place.commune, created_by=officer)
    client.force_login(head)

    assert client.post(address(event)).status_code == 403
    assert LearningEvent.objects.filter(pk=event.pk).exists()


def confirmed_by_another(adoption, other):
    adoption.log("adopt", desk=other, label="Xác nhận đã làm theo")


def learned_from_again(adoption, other):
    AdoptionFactory(source=adoption.source, learned_from=adoption)


def filed_by_another(adoption, other):
    AttachmentFactory(adoption=adoption, uploaded_by=other.user)


@pytest.mark.parametrize(
    ("build", "told"),
    [
        (confirmed_by_another, "người khác đã xác nhận hoặc bổ sung"),
        (learned_from_again, "có nơi khác học lại từ đây"),
        (filed_by_another, "người khác đã kèm tệp ở đây"),
    ],
)
def test_it_stays_when_something_of_others_stands_on_it(
    client, officer, head, desk_of, adoption, build, told
):
    build(adoption, desk_of(head))
    client.force_login(officer)

    page = client.get(adoption.get_absolute_url())
    answer = client.post(address(adoption), follow=True)

    assert not page.context["may_delete"]
    assert told in answer.text
    assert Adoption.objects.filter(pk=adoption.pk).exists()


def test_a_second_click_finds_it_gone(client, officer, adoption):
    client.force_login(officer)
    client.post(address(adoption))

    assert client.post(address(adoption)).status_code == 404
