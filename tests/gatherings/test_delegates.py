"""Delegates: within the quota, once, replaced, taken up from below, seen on the day."""

import pytest
from django.urls import reverse

from core.workflow import TransitionError
from exemplars.models import Sex, WorkerGroup
from gatherings import delegates, structure
from gatherings.models import Conference, Delegate
from law.models import SubjectKind
from organizations.access import Desk
from tests.factories import ConferenceFactory, DelegateFactory, QuotaFactory, SubjectFactory

FORM = {
    "kind": "person",
    "name": "Lê Thị An",
    "birth_year": "",
    "sex": "female",
    "ethnicity": "Kinh",
    "worker_group": "direct",
    "position": "Trưởng ấp",
    "represents": "",
    "standard": "exemplar",
    "ground": "",
}


def propose(client, conference, unit, **changes):
    address = reverse("gatherings:delegate-new", args=[conference.pk])
    return client.post(address, {**FORM, "unit": unit.pk, **changes})


def test_what_a_unit_proposes_waits_for_the_office(client, officer, conference, place):
    client.force_login(officer)

    response = propose(client, conference, place.commune)

    (delegate,) = Delegate.objects.all()
    assert response.status_code == 302
    assert (delegate.status, delegate.seat, delegate.proposed_by) == ("proposed", "official", officer)
    assert [event.verb for event in delegate.history] == ["propose"]


def test_what_the_office_enters_is_accepted(client, standing, conference, place):
    client.force_login(standing)

    propose(client, conference, place.district, seat="invited")

    assert [(row.status, row.seat) for row in Delegate.objects.all()] == [("accepted", "invited")]


def test_one_over_the_quota_is_told_at_the_field(client, officer, conference, place):
    client.force_login(officer)
    DelegateFactory.create_batch(2, conference=conference, unit=place.commune)

    response = propose(client, conference, place.commune)

    assert response.status_code == 422
    assert response.context["form"].errors["unit"] == ["Xã Bình Thử đã cử đủ 2 đại biểu theo chỉ tiêu."]
    assert Delegate.objects.count() == 2


def test_one_who_is_there_already_is_told_at_the_name(client, officer, conference, place):
    client.force_login(officer)
    DelegateFactory(conference=conference, unit=place.sister, name="LÊ THỊ AN")

    response = propose(client, conference, place.commune)

    assert response.status_code == 422
    assert "name" in response.context["form"].errors


def test_the_service_refuses_what_two_forms_both_found_in_order(officer, conference, place):
    DelegateFactory.create_batch(2, conference=conference, unit=place.commune)
    late = Delegate(conference=conference, unit=place.commune, name="Lê An", sex=Sex.MALE)

    with pytest.raises(TransitionError, match="đã cử đủ 2"):
        delegates.propose(late, desk=Desk(officer))


@pytest.fixture
def collided(client, officer, standing, conference, place):
    """The office has saved another post while the officer typed, with the same version seen."""
    delegate = DelegateFactory(conference=conference, unit=place.commune, name="Lê Thị An", position="Ấp Thử")
    address = reverse("gatherings:delegate-edit", args=[delegate.pk])
    typed = FORM | {"unit": place.commune.pk, "version": delegate.version}
    client.force_login(standing)
    client.post(address, typed | {"seat": "official", "position": "Phó trưởng ấp"})
    client.force_login(officer)
    return address, typed, client.post(address, typed)


def test_of_two_who_mend_one_delegate_the_second_reads_what_the_first_wrote(collided):
    _, _, answer = collided

    form = answer.context["form"]
    assert answer.status_code == 422
    assert form["position"].value() == "Trưởng ấp"
    assert form.errors["position"] == ["Bản vừa lưu ghi: “Phó trưởng ấp”"]
    assert Delegate.objects.get().position == "Phó trưởng ấp"


def test_who_has_read_it_may_replace_it(client, collided):
    address, typed, answer = collided

    client.post(address, typed | {"version": answer.context["form"]["version"].value()})

    delegate = Delegate.objects.get()
    assert delegate.position == "Trưởng ấp"
    assert [event.verb for event in delegate.history] == ["edit", "edit"]


def test_a_unit_cannot_send_for_another(client, officer, conference, place):
    client.force_login(officer)

    response = propose(client, conference, place.sister)

    assert (response.status_code, Delegate.objects.count()) == (422, 0)


def test_the_seat_of_one_who_is_replaced_goes_to_the_other(officer, standing, conference, place):
    old, _ = DelegateFactory.create_batch(2, conference=conference, unit=place.commune, status="accepted")
    new = Delegate(conference=conference, unit=place.commune, name="Lê An", sex=Sex.MALE)

    delegates.replace(old, new, note="Bận đi học", desk=Desk(officer))

    assert (old.status, new.status, new.replaces) == ("replaced", "proposed", old)
    assert old.history.get(verb="replace").note == "Bận đi học"


def test_a_proposal_can_be_withdrawn_until_it_is_decided(officer, conference, place):
    waiting = DelegateFactory(conference=conference, unit=place.commune)
    accepted = DelegateFactory(conference=conference, unit=place.commune, status="accepted")

    delegates.withdraw(waiting, desk=Desk(officer))
    with pytest.raises(TransitionError, match="đã được xét"):
        delegates.withdraw(accepted, desk=Desk(officer))

    assert list(conference.delegates.all()) == [accepted]


def test_nobody_is_proposed_before_units_are_asked(client, officer, place):
    client.force_login(officer)
    conference = ConferenceFactory(unit=place.district)
    QuotaFactory(conference=conference, unit=place.commune)

    assert propose(client, conference, place.commune).status_code == 404


def test_those_who_were_at_the_conference_below_are_taken_up(standing, conference, place):
    below = ConferenceFactory(unit=place.commune, above=conference, status="closed", asked_on="2024-04-02")
    there = DelegateFactory(conference=below, unit=place.hamlet, status="attended", name="Lê An")
    DelegateFactory(conference=below, unit=place.hamlet, status="absent")

    found = list(delegates.from_below(conference))
    delegates.take_up(conference, found, desk=Desk(standing))

    (taken,) = conference.delegates.all()
    assert found == [there]
    assert (taken.name, taken.unit, taken.taken_from, taken.status) == (
        "Lê An",
        place.commune,
        there,
        "accepted",
    )
    assert not delegates.from_below(conference)


def test_all_or_none_are_taken_up(standing, conference, place):
    below = ConferenceFactory(unit=place.commune, above=conference, status="closed", asked_on="2024-04-02")
    DelegateFactory.create_batch(3, conference=below, unit=place.hamlet, status="attended")

    with pytest.raises(TransitionError, match="đã cử đủ 2"):
        delegates.take_up(conference, list(delegates.from_below(conference)), desk=Desk(standing))

    assert not conference.delegates.exists()


def test_the_roll_is_taken_and_mended(client, standing, conference, place):
    client.force_login(standing)
    came, missed = DelegateFactory.create_batch(2, conference=conference, status="accepted")
    Conference.objects.filter(pk=conference.pk).update(status="held")
    address = reverse("gatherings:conference-attendance", args=[conference.pk])

    client.post(address, {f"d{came.pk}-present": "True", f"d{missed.pk}-present": "True"})
    client.post(address, {f"d{came.pk}-present": "True", f"d{missed.pk}-present": "False"})

    assert [Delegate.objects.get(pk=row.pk).status for row in (came, missed)] == ["attended", "absent"]
    assert came.history.count() == 1


def test_groups_are_counted_with_shares_against_their_targets(conference, place):
    Conference.objects.filter(pk=conference.pk).update(women=3)
    conference.refresh_from_db()
    facts = {"conference": conference, "unit": place.commune}
    DelegateFactory(**facts, sex=Sex.FEMALE, worker_group=WorkerGroup.DIRECT, ethnicity="Khmer")
    DelegateFactory(**facts, sex=Sex.MALE, kind=SubjectKind.HOUSEHOLD, represents="Hộ An")
    DelegateFactory(**facts, sex=Sex.MALE, status="refused")

    totals = structure.totals(conference, list(conference.delegates.all()))

    assert [(row.name, row.count, row.share, row.missing) for row in totals["groups"]] == [
        ("women", 1, "50%", 2),
        ("minorities", 1, "50%", 0),
        ("workers", 1, "50%", 0),
        ("collectives", 0, "0%", 0),
        ("households", 1, "50%", 0),
    ]


def test_what_is_known_of_a_subject_fills_the_form(client, officer, conference, place):
    client.force_login(officer)
    subject = SubjectFactory(unit=place.commune, name="Lê An", sex=Sex.MALE, position="Nông dân")

    page = client.get(reverse("gatherings:delegate-new", args=[conference.pk]), {"subject": subject.pk})

    known = ("subject", "name", "kind", "position", "sex")
    assert [page.context["form"][name].value() for name in known] == [
        subject.pk,
        "Lê An",
        "person",
        "Nông dân",
        "male",
    ]


@pytest.mark.parametrize("count", [2, 8])
def test_the_page_asks_the_same_queries_for_any_number(
    client, standing, conference, place, count, django_assert_num_queries
):
    client.force_login(standing)
    DelegateFactory.create_batch(count, conference=conference, unit=place.commune)
    address = reverse("gatherings:conference-delegates", args=[conference.pk])
    client.get(address)

    with django_assert_num_queries(9):
        page = client.get(address)

    assert page.context["page_obj"].paginator.count == count
