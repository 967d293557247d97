"""The card by which others copy an exemplar: released by the office, and whom to ask only if it says so."""

import pytest
from django.urls import reverse

from core.workflow import TransitionError
from exemplars.models import Exemplar, Stage
from exemplars.releasing import release
from tests.factories import ExemplarFactory


@pytest.fixture
def model(place):
    return ExemplarFactory(unit=place.commune, status=Stage.SPREAD, contact="Bà Tư, 0909 123 456")


def send(client, person, name, exemplar, **data):
    client.force_login(person)
    return client.post(reverse(f"exemplars:{name}", args=[exemplar.pk]), data)


def test_the_office_releases_and_withdraws(client, standing, model):
    send(client, standing, "card-release", model, shows_contact="on")
    model.refresh_from_db()
    released = (model.released_by, model.shows_contact, model in Exemplar.objects.released())

    send(client, standing, "card-withdraw", model, note="Đang sửa số liệu.")

    model.refresh_from_db()
    assert released == (standing, True, True)
    assert (model.released_at, model.shows_contact) == (None, False)
    assert [event.verb for event in model.history] == ["release", "withdraw"]


def test_withdrawing_needs_a_reason(client, standing, model):
    assert send(client, standing, "card-withdraw", model).status_code == 422


def test_what_was_not_verified_is_not_released(place, standing, desk_of):
    exemplar = ExemplarFactory(unit=place.commune, status=Stage.NURTURED)

    with pytest.raises(TransitionError, match="đã được kiểm chứng"):
        release(exemplar, desk=desk_of(standing), shows_contact=False)


def test_of_two_who_release_at_once_one_is_told(standing, model, desk_of):
    other = Exemplar.objects.get(pk=model.pk)
    release(model, desk=desk_of(standing), shows_contact=False)

    with pytest.raises(TransitionError, match="Vừa có người khác"):
        release(other, desk=desk_of(standing), shows_contact=True)


@pytest.mark.parametrize("shows_contact", [False, True])
def test_people_elsewhere_read_what_was_released(client, standing, stranger, model, desk_of, shows_contact):
    client.force_login(stranger)
    address = reverse("exemplars:card", args=[model.pk])
    before = client.get(address).status_code
    release(model, desk=desk_of(standing), shows_contact=shows_contact)

    page = client.get(address)

    assert (before, page.status_code) == (404, 200)
    assert ("0909 123 456" in page.content.decode()) == shows_contact
