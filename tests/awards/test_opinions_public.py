"""What everybody reads of a list for public opinion, and sends to it, without an account."""

import uuid

import pytest
from django.core import signing
from django.urls import reverse

from awards import opinions
from awards.models import Remark
from core import guarded
from core.models import PublicSwitch
from organizations.access import Desk
from tests.factories import OpinionListFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(place, appraised, standing):
    """A list with one dossier that is up."""
    made = OpinionListFactory(unit=place.district, title="Danh sách thử")
    chosen = appraised("BKT", name="Lê Thị Trình", summary="Giúp bà con thoát nghèo")
    opinions.set_nominations(made, [chosen])
    opinions.post(made, desk=Desk(standing))
    return made


def page(client, name, shown):
    return client.get(reverse(f"awards:public-{name}", args=[shown.pk]))


def ticket(seconds=60):
    at = guarded.clock().timestamp() - seconds
    return signing.dumps({"id": str(uuid.uuid4()), "at": at}, salt=guarded.SALT)


@pytest.fixture
def send(client, shown):
    """send(**changes): what the public form is answered."""

    def post(**changes):
        told = {"name": "Lê Văn Hỏi", "contact": "0900 000 000", "stance": "agrees", "text": "Tôi đồng tình."}
        address = reverse("awards:public-remark", args=[shown.pk])
        return client.post(address, told | {"ticket": ticket()} | changes)

    return post


def test_everybody_reads_name_unit_award_and_achievement(client, shown, place):
    text = page(client, "opinion", shown).text

    for told in ("Lê Thị Trình", "Giúp bà con thoát nghèo", "Nghị định 98/2023/NĐ-CP", "03/06/2024"):
        assert told in text


def test_a_remark_is_kept_and_shown_to_nobody(send, client, shown):
    answer = send(item=shown.items.get().pk)

    assert answer.headers["Location"] == reverse("awards:public-remark-sent", args=[shown.pk])
    kept = Remark.objects.get()
    assert (kept.name, kept.item, kept.stance) == ("Lê Văn Hỏi", shown.items.get(), "agrees")
    for name in ("opinion", "remark", "remark-sent"):
        assert "Lê Văn Hỏi" not in page(client, name, shown).text


def test_no_opinion_is_ticked_before_one_says_it(send, client, shown):
    assert "checked" not in page(client, "remark", shown).text

    answer = send(stance="")

    assert answer.status_code == 422
    assert "Tôi đồng tình." in answer.text
    assert not Remark.objects.exists()


def test_a_form_sent_twice_is_one_remark(send):
    once = ticket()

    assert [send(ticket=once).status_code for _ in range(2)] == [302, 302]
    assert Remark.objects.count() == 1


@pytest.mark.parametrize(("seconds", "trap"), [(60, "http://ban-hang"), (1, "")])
def test_what_a_robot_sends_is_not_kept(send, seconds, trap):
    answer = send(ticket=ticket(seconds), website=trap)

    assert answer.status_code == 422
    assert "Tôi đồng tình." in answer.text
    assert not Remark.objects.exists()


def test_what_is_missing_is_said_and_nothing_typed_is_lost(send):
    answer = send(contact="")

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["contact"])
    assert "Tôi đồng tình." in answer.text


def test_after_its_last_day_a_list_is_gone(client, send, shown, settings):
    settings.PORTAL_TODAY = "2024-06-04"

    assert [page(client, name, shown).status_code for name in ("opinion", "remark")] == [404, 404]
    assert send().status_code == 404
    assert "Danh sách thử" not in client.get(reverse("awards:public-opinions")).text


def test_what_is_switched_off_is_not_there(client, shown):
    before = page(client, "opinion", shown).status_code
    PublicSwitch.objects.create(kind="opinions", is_on=False)

    assert (before, page(client, "opinion", shown).status_code) == (200, 404)
    assert reverse("awards:public-opinions") not in client.get(reverse("public-home")).text


def test_a_list_is_kept_by_caches_and_sets_no_cookie(client, shown):
    response = page(client, "opinion", shown)

    assert (response.headers["Cache-Control"], dict(response.cookies)) == ("public, max-age=300", {})


def test_a_list_asks_the_same_for_any_number_of_dossiers(
    client, shown, appraised, standing, place, django_assert_max_num_queries
):
    with django_assert_max_num_queries(5) as few:
        page(client, "opinion", shown)
    long = OpinionListFactory(unit=place.district)
    opinions.set_nominations(long, [appraised("BKT") for _ in range(3)])
    opinions.post(long, desk=Desk(standing))

    with django_assert_max_num_queries(len(few)):
        page(client, "opinion", long)
    with django_assert_max_num_queries(2):
        client.get(reverse("awards:public-opinions"))
