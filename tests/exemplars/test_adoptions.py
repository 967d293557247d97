"""Who works as an exemplar does: proposed by one side, confirmed by the other, never in a circle."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from core.calendar import now
from core.workflow import NotYours, TransitionError
from exemplars.adopting import Unfit, propose, teachers_of
from exemplars.models import Adoption, AdoptionStatus, Stage
from organizations.access import Desk
from organizations.models import Role
from tests.factories import (
    AdoptionFactory,
    ExemplarFactory,
    PostFactory,
    SuccessionFactory,
    UnitFactory,
)

SINCE = datetime.date(2023, 3, 1)
REFORM = datetime.date(2025, 7, 1)


@pytest.fixture
def model(place):
    """An exemplar of the sister commune, released for everybody."""
    return ExemplarFactory(unit=place.sister, status=Stage.SPREAD, released_at=now())


def proposed(model, person, unit, **stated):
    return propose(model, desk=Desk(person), unit=unit, since=SINCE, **stated)


def test_what_the_copied_unit_says_waits_for_the_adopter_and_then_for_the_office(
    place, officer, head, standing, desk_of
):
    model = ExemplarFactory(unit=place.sister, status=Stage.SPREAD)
    copied = PostFactory(unit=place.sister, role=Role.HEAD).user

    adoption = proposed(model, copied, place.commune)
    states = [adoption.status]
    for person, verb in ((head, "accept"), (standing, "confirm")):
        adoption.move(verb, desk=desk_of(person))
        states.append(adoption.status)

    assert states == ["proposed", "accepted", "confirmed"]
    assert [event.verb for event in adoption.history] == ["create", "accept", "confirm"]


def test_what_the_adopter_says_is_confirmed_by_it(place, model, officer):
    adoption = proposed(model, officer, place.hamlet)

    assert (adoption.status, adoption.office) == (AdoptionStatus.ACCEPTED, place.district)


def test_where_no_office_lies_higher_the_adopters_word_is_enough(place, model, stranger, desk_of):
    head = PostFactory(unit=place.foreign, role=Role.HEAD).user
    adoption = proposed(model, head, place.foreign)

    assert (adoption.status, adoption.office) == (AdoptionStatus.CONFIRMED, None)


def test_a_stranger_to_both_sides_proposes_nothing(place, model, stranger):
    with pytest.raises(NotYours):
        proposed(model, stranger, place.commune)


def test_it_is_refused_with_a_reason_and_may_then_be_proposed_again(place, model, standing, head, desk_of):
    adoption = proposed(model, standing, place.commune)
    with pytest.raises(TransitionError, match="lý do"):
        adoption.move("refuse", desk=desk_of(head))
    adoption.move("refuse", desk=desk_of(head), note="Xã chưa làm.")

    again = proposed(model, standing, place.commune)

    assert (adoption.status, again.status) == ("refused", "proposed")


def test_the_same_place_adopts_once(place, model, officer):
    proposed(model, officer, place.commune)

    with pytest.raises(Unfit, match="Đã ghi xã Bình Thử làm theo điển hình này từ 01/03/2023"):
        proposed(model, officer, place.commune)


def test_a_form_sent_twice_records_one(client, officer, place, model):
    client.force_login(officer)
    address = reverse("exemplars:adoption-new", args=[model.pk])
    sent = {"unit": place.commune.pk, "since": "01/03/2023", "evidence": "Ảnh chụp."}
    sent["request_id"] = client.get(address).context["form"]["request_id"].value()

    answers = [client.post(address, sent).status_code for _ in range(2)]

    assert (answers, Adoption.objects.count()) == ([302, 302], 1)


def test_an_exemplar_does_not_adopt_itself(place, officer):
    own = ExemplarFactory(unit=place.commune, status=Stage.SPREAD)

    for stated in ({"adopter": own, "subject": own.subject}, {"subject": own.subject}, {}):
        with pytest.raises(Unfit):
            proposed(own, officer, place.commune, **stated)

    assert not Adoption.objects.exists()


def test_what_nobody_registered_is_not_copied(place, officer):
    with pytest.raises(Unfit, match="đã đăng ký"):
        proposed(ExemplarFactory(unit=place.commune), officer, place.hamlet)


def test_the_fault_is_told_at_the_field_and_nothing_typed_is_lost(client, officer, place):
    own = ExemplarFactory(unit=place.commune, status=Stage.SPREAD)
    client.force_login(officer)

    answer = client.post(
        reverse("exemplars:adoption-new", args=[own.pk]),
        {"unit": place.commune.pk, "since": "01/03/2093", "effect": "Nhanh hơn", "evidence": ""},
    )

    form = answer.context["form"]
    assert (answer.status_code, form["effect"].value()) == (422, "Nhanh hơn")
    assert set(form.errors) == {"since", "evidence", "request_id"}


# --- Circles ------------------------------------------------------------------------------------------


def link(learner, teacher, person, way=None):
    """Whether the learner could be recorded as having learned from the teacher."""
    try:
        proposed(teacher, person, learner.unit, subject=learner.subject, adopter=learner, learned_from=way)
    except Unfit:
        return False
    return True


def test_a_chain_of_adoptions_does_not_close(place, standing):
    first, second, third = ExemplarFactory.create_batch(3, unit=place.commune, status=Stage.SPREAD)
    assert link(second, first, standing)
    assert link(third, second, standing)

    assert not link(first, third, standing)


def test_nobody_learns_from_their_own_learner_at_second_hand(place, standing):
    origin, first, second = ExemplarFactory.create_batch(3, unit=place.commune, status=Stage.SPREAD)
    assert link(first, origin, standing)
    assert link(first, second, standing)  # the first learned from the second, too

    assert not link(second, origin, standing, way=first.learned.get(source=origin))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_who_close_a_circle_from_both_ends_at_once_one_is_told(place, standing):
    first, second, third, fourth = ExemplarFactory.create_batch(4, unit=place.commune, status=Stage.SPREAD)
    assert link(second, third, standing)
    assert link(fourth, first, standing)

    def press(pair):
        try:
            return link(*pair, standing)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as presses:
        linked = list(presses.map(press, [(first, second), (third, fourth)]))

    assert sorted(linked) == [False, True]


class ChainTest(TestCase):
    @given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=14))
    @settings(max_examples=25, deadline=None)
    def test_no_order_of_proposals_makes_anybody_their_own_teacher(self, pairs):
        unit = UnitFactory(has_council=True)
        person = PostFactory(unit=unit, role=Role.STANDING).user
        made = ExemplarFactory.create_batch(6, unit=unit, status=Stage.SPREAD)
        expected = {number: {number} for number in range(6)}  # whom each has learned from, itself included

        for learner, teacher, is_first in pairs:
            fits = (
                learner not in expected[teacher]
                and not made[learner].learned.filter(source=made[teacher]).exists()
            )
            way = None if is_first else made[teacher].adoptions.order_by("pk").first()
            through = made.index(way.adopter) if way else teacher
            fits = fits and learner not in expected[through]
            assert link(made[learner], made[teacher], person, way) == fits
            if fits:
                _learn(expected, learner, teacher, through)

        for number, exemplar in enumerate(made):
            assert {made.index(other) for other in teachers_of(exemplar)} == expected[number]


def _learn(known, learner, *teachers):
    for teacher in teachers:
        for other in known.values():
            if learner in other:
                other |= known[teacher]


# --- Units that were merged since -----------------------------------------------------------------------


@pytest.fixture
def merged(place, settings):
    """The commune and its sister, merged into a new commune in which somebody new is the head."""
    settings.PORTAL_TODAY = "2025-07-02"
    new = UnitFactory(parent=place.province, name="xã Mới", has_council=True, starts_on=REFORM)
    for unit in (place.commune, place.sister, place.district):
        unit.ends_on = REFORM - datetime.timedelta(days=1)
        unit.save()
        SuccessionFactory(predecessor=unit, successor=new, on=REFORM)
    new.its_head = PostFactory(unit=new, role=Role.HEAD, starts_on=REFORM).user
    return new


def test_the_successor_confirms_for_an_adopter_that_was_merged_in_between(place, model, merged, desk_of):
    adoption = AdoptionFactory(source=model, unit=place.commune, office=place.district)
    neighbour = PostFactory(unit=place.foreign, role=Role.HEAD).user

    with pytest.raises(NotYours):
        adoption.move("accept", desk=desk_of(neighbour))
    adoption.move("accept", desk=desk_of(merged.its_head))
    standing = PostFactory(unit=merged, role=Role.STANDING, starts_on=REFORM).user
    adoption.move("confirm", desk=desk_of(standing))

    assert (adoption.status, adoption.unit) == (AdoptionStatus.CONFIRMED, place.commune)


def test_only_the_successor_sees_what_waits_for_a_unit_that_ended(place, model, merged, client, stranger):
    adoption = AdoptionFactory(source=model, unit=place.commune)

    seen = {}
    for person in (merged.its_head, stranger):
        client.force_login(person)
        rows = client.get(reverse("exemplars:adoptions"), {"status": "waiting"}).context["table"].page
        seen[person] = [row.record for row in rows]

    assert seen == {merged.its_head: [adoption], stranger: []}


def test_the_successor_is_not_recorded_beside_the_unit_it_took_over(place, merged):
    elsewhere = ExemplarFactory(unit=place.foreign, status=Stage.SPREAD)
    AdoptionFactory(source=elsewhere, unit=place.commune)

    with pytest.raises(Unfit, match="Đã ghi xã Bình Thử"):
        proposed(elsewhere, merged.its_head, merged)


def test_what_merged_units_adopted_stays_apart_and_is_counted_in_their_successor(place, merged, client):
    elsewhere = ExemplarFactory(unit=merged, status=Stage.SPREAD)
    for unit in (place.commune, place.sister):
        AdoptionFactory(source=elsewhere, unit=unit, status=AdoptionStatus.CONFIRMED)
    client.force_login(merged.its_head)

    context = client.get(reverse("exemplars:spread", args=[elsewhere.pk])).context

    assert [place.name for place in context["page_obj"]] == ["xã Bình Thử", "xã Kế Bên"]
    assert [(line.unit, line.total) for line in context["table"].lines] == [(merged, 2)]
