"""The life of an exemplar: step by step, each on its day, and one step back with a reason."""

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from core.workflow import NotYours, TransitionError
from exemplars.models import Exemplar, Stage
from tests.factories import ExemplarFactory

DAY = datetime.date(2024, 5, 2)


def send(client, person, exemplar, verb, note="Đã xem tại chỗ", on=""):
    client.force_login(person)
    return client.post(reverse("exemplars:exemplar-move", args=[exemplar.pk, verb]), {"note": note, "on": on})


@pytest.fixture
def led(place, officer, head, standing, desk_of):
    """led(*verbs): an exemplar of the commune, found on DAY, that has come this way, a step a day."""
    who = {"register": head, "nurture": officer, "drop": head}

    def lead(*verbs):
        exemplar = ExemplarFactory(unit=place.commune, found_on=DAY)
        for number, verb in enumerate(verbs, start=1):
            desk = desk_of(who.get(verb, standing))
            exemplar.move(verb, desk=desk, note="x", on=DAY + datetime.timedelta(days=number))
        return exemplar

    return lead


def test_an_exemplar_is_registered_nurtured_verified_spread_and_commended(
    client, place, officer, head, standing
):
    exemplar = ExemplarFactory(unit=place.commune, found_on=DAY)
    steps = [
        (head, "register", "03/05/2024"),
        (officer, "nurture", "04/05/2024"),
        (standing, "verify", "04/05/2024"),
        (standing, "spread", "06/05/2024"),
        (standing, "commend", "07/05/2024"),
    ]

    for person, verb, day in steps:
        send(client, person, exemplar, verb, on=day)

    exemplar.refresh_from_db()
    assert (exemplar.status, exemplar.year) == (Stage.COMMENDED, 2024)
    events = [(event.by, event.verb, f"{event.happened_on:%d/%m/%Y}") for event in exemplar.history]
    assert events == steps


def test_the_page_of_an_exemplar_shows_the_day_of_each_stage(client, led, head):
    exemplar = led("register", "nurture")
    client.force_login(head)

    answer = client.get(exemplar.get_absolute_url())

    assert [step["note"] for step in answer.context["steps"]] == [
        "02/05/2024",
        "03/05/2024",
        "04/05/2024",
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (DAY, "Ngày thực hiện không thể trước bước trước đó (03/05/2024)."),
        (datetime.date(2100, 1, 1), "Ngày thực hiện không thể sau hôm nay."),
    ],
)
def test_a_step_is_made_neither_before_the_last_one_nor_tomorrow(client, led, officer, on, sentence):
    exemplar = led("register")

    answer = send(client, officer, exemplar, "nurture", on=f"{on:%d/%m/%Y}")

    assert (answer.status_code, answer.context["form"].errors["on"]) == (422, [sentence])
    with pytest.raises(TransitionError, match="Ngày thực hiện"):
        exemplar.move("nurture", desk=None, on=on)


def test_the_stage_that_was_reached_is_told(client, led, head):
    answer = send(client, head, led(), "register")

    told = [str(message) for message in get_messages(answer.wsgi_request)]
    assert told == ["Đã ghi: đã đăng ký."]


def test_without_a_day_it_is_today(client, led, officer):
    exemplar = led("register")

    send(client, officer, exemplar, "nurture")

    exemplar.refresh_from_db()
    assert not exemplar.history.last().is_recorded_later
    assert exemplar.moved_on == exemplar.history.last().happened_on


def test_verifying_needs_a_word_on_what_was_found(client, led, standing):
    exemplar = led("register", "nurture")

    answer = send(client, standing, exemplar, "verify", note=" ")

    exemplar.refresh_from_db()
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["note"])
    assert exemplar.status == Stage.NURTURED


@pytest.mark.parametrize(
    ("way", "back", "stage"),
    [
        (["register"], "reopen_found", Stage.FOUND),
        (["register", "nurture"], "reopen_registered", Stage.REGISTERED),
        (["register", "verify"], "unverify", Stage.REGISTERED),
        (["register", "nurture", "verify"], "reopen_nurtured", Stage.NURTURED),
        (["register", "verify", "spread"], "reopen_verified", Stage.VERIFIED),
        (["register", "verify", "commend"], "uncommend", Stage.VERIFIED),
        (["register", "verify", "spread", "commend"], "reopen_spread", Stage.SPREAD),
        (["register", "verify", "drop"], "resume_verified", Stage.VERIFIED),
    ],
)
def test_one_goes_back_to_the_stage_one_came_from_and_no_other(led, everybody, way, back, stage):
    exemplar = led(*way)
    moves = {verb for desk in everybody for verb in exemplar.open_moves(desk)}
    desk = next(desk for desk in everybody if back in exemplar.open_moves(desk))

    exemplar.move(back, desk=desk, note="Ghi nhầm")

    assert {verb for verb in moves if verb.startswith(("reopen", "resume", "un"))} == {back}
    assert Exemplar.objects.get(pk=exemplar.pk).status == stage == exemplar.way[-1][0]


@pytest.fixture
def everybody(officer, head, standing, desk_of):
    return [desk_of(person) for person in (officer, head, standing)]


def test_going_back_needs_a_reason(led, head, desk_of):
    with pytest.raises(TransitionError, match="lý do"):
        led("register").move("reopen_found", desk=desk_of(head))


def test_a_step_sent_twice_is_made_once(client, led, head):
    exemplar = led()

    answers = [send(client, head, exemplar, "register").status_code for _ in range(2)]

    assert (answers, exemplar.history.count()) == ([302, 302], 1)


def test_dropping_is_the_heads(led, officer, desk_of):
    with pytest.raises(NotYours):
        led().move("drop", desk=desk_of(officer), note="x")
