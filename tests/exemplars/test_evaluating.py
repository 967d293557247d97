"""Periodic evaluation: four scores with their grounds, and who falls or is not heard of any more."""

import datetime
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from exemplars.models import Evaluation, Exemplar, Rhythm, Stage
from exemplars.models.attention import months_before
from exemplars.models.evaluation import SCORES
from portal.worklist import exemplars as worklist
from tests.factories import EvaluationFactory, ExemplarFactory, ObstacleFactory, VisitFactory

DAY = datetime.date(2024, 5, 2)
GOOD = {name: value for score in SCORES for name, value in ((score, 4), (f"{score}_ground", "Có số liệu"))}


@pytest.fixture
def exemplar(place):
    return ExemplarFactory(unit=place.commune, status=Stage.NURTURED, found_on=DAY)


@pytest.fixture
def send(client, officer, exemplar):
    client.force_login(officer)
    address = reverse("exemplars:evaluation-new", args=[exemplar.pk])
    return lambda **changes: client.post(address, {**GOOD, "on": "02/06/2024", **changes})


def test_four_scores_with_their_grounds_make_an_evaluation(send, exemplar, officer):
    assert send(capacity=2).status_code == 302

    evaluation = Evaluation.objects.get()
    assert (evaluation.total, evaluation.by, evaluation.on) == (14, officer, datetime.date(2024, 6, 2))
    assert exemplar.history.get().note == "tác dụng 4, hiệu quả 4, khả năng phát triển 2, ảnh hưởng 4"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"effect": "6"}, "effect"),
        ({"effect": ""}, "effect"),
        ({"influence_ground": " "}, "influence_ground"),
        ({"on": "01/05/2024"}, "on"),
        ({"on": "01/01/2100"}, "on"),
    ],
)
def test_what_is_no_score_with_its_ground_is_answered_at_the_field(send, changes, field):
    answer = send(**changes)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Evaluation.objects.exists()


def test_an_evaluation_that_is_sent_twice_is_recorded_once(send, exemplar):
    sent = uuid.uuid4()

    answers = [send(request_id=sent).status_code for _ in range(2)]

    assert (answers, exemplar.history.count()) == ([302, 302], 1)


def test_a_second_evaluation_of_one_day_is_refused(send):
    send()

    answer = send(effect=1)

    assert answer.context["form"].errors == {"on": ["Điển hình đã được đánh giá trong ngày này."]}


def test_falling_is_who_got_less_than_the_time_before(exemplar, place):
    for day, effect in ((1, 5), (2, 4), (3, 3)):
        EvaluationFactory(exemplar=exemplar, on=DAY + datetime.timedelta(days=day), effect=effect)
    recovered = ExemplarFactory(unit=place.commune, status=Stage.NURTURED)
    for day, effect in ((1, 5), (2, 3), (3, 4)):
        EvaluationFactory(exemplar=recovered, on=DAY + datetime.timedelta(days=day), effect=effect)

    (falling,) = Exemplar.objects.falling()

    assert (falling, falling.last_total, falling.total_before) == (exemplar, 13, 14)


HALF_A_YEAR_ON = datetime.date(2024, 11, 2)


@pytest.mark.parametrize(("later", "silent"), [(0, False), (1, True)])
def test_silent_is_who_was_not_seen_within_the_rhythm(exemplar, later, silent):
    on = HALF_A_YEAR_ON + datetime.timedelta(days=later)

    assert Exemplar.objects.silent(on).exists() == silent


@pytest.mark.parametrize("seen", ["evaluated", "visited", "moved", "of another rhythm"])
def test_who_was_seen_in_any_way_is_not_silent(exemplar, seen):
    later = DAY + datetime.timedelta(days=20)
    if seen == "evaluated":
        EvaluationFactory(exemplar=exemplar, on=later)
    elif seen == "visited":
        at = datetime.datetime(2024, 5, 22, 3, tzinfo=datetime.UTC)
        VisitFactory(exemplar=exemplar, recorded=True, visited_at=at)
    elif seen == "moved":
        Exemplar.objects.update(moved_on=later)
    else:
        Exemplar.objects.update(rhythm=Rhythm.YEAR)

    assert not Exemplar.objects.silent(HALF_A_YEAR_ON + datetime.timedelta(days=5)).exists()


@pytest.mark.parametrize("stage", [Stage.FOUND, Stage.DROPPED])
def test_who_is_not_followed_is_not_missed(place, stage):
    ExemplarFactory(unit=place.commune, status=stage, found_on=DAY)

    assert not Exemplar.objects.silent(datetime.date(2026, 1, 1)).exists()


@given(st.dates(datetime.date(2000, 1, 1)), st.sampled_from(Rhythm.values))
def test_months_before_a_day_is_the_last_day_of_a_shorter_month_at_most(day, months):
    before = months_before(day, months)

    assert (before.year * 12 + before.month) == day.year * 12 + day.month - months
    assert before.day == day.day or (before + datetime.timedelta(days=1)).day == 1


def test_what_needs_a_look_is_found_on_the_list_and_on_the_work_list(
    client, officer, standing, exemplar, place, desk_of
):
    ObstacleFactory(exemplar=ExemplarFactory(unit=place.commune, found_on=DAY, title="Vướng"))
    client.force_login(officer)

    page = client.get(reverse("exemplars:exemplars"), {"attention": "silent"})

    assert [row.record.title for row in page.context["table"].page.object_list] == [exemplar.title]
    for person in (officer, standing):
        assert [task.label for task in worklist.to_evaluate(desk_of(person)).tasks] == [exemplar.title]


def test_the_page_of_an_exemplar_asks_the_same_queries_for_any_number_of_rows(client, officer, exemplar):
    client.force_login(officer)
    asked = []
    for rows in (1, 3):
        for _ in range(rows):
            EvaluationFactory(exemplar=exemplar)
            ObstacleFactory(exemplar=exemplar)
        with CaptureQueriesContext(connection) as queries:
            client.get(exemplar.get_absolute_url())
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 25
