"""What a review counts of spread, learning and communication, and the lists behind it."""

import datetime

import pytest
from django.urls import reverse

from exemplars.models import AdoptionStatus, Stage
from reports.figures import figures
from reports.named_figures import filled
from reports.spreading import adoptions
from reports.suggestions import first_texts
from tests.factories import (
    AdoptionFactory,
    CoverageFactory,
    EventFactory,
    ExemplarFactory,
    LearningEventFactory,
)
from tests.reports.stories import FIRST, LAST, moment, plan_of, review_of

LATER = LAST + datetime.timedelta(days=1)


@pytest.fixture
def plan(place):
    return plan_of(place.district)


@pytest.fixture
def model(place, plan):
    return ExemplarFactory(unit=place.commune, plan=plan, status=Stage.SPREAD)


def adopted(model, since, confirmed, **changes):
    """An adoption that the office confirmed on a day."""
    adoption = AdoptionFactory(source=model, since=since, status=AdoptionStatus.CONFIRMED, **changes)
    EventFactory(about=adoption, to_status=AdoptionStatus.CONFIRMED, at=moment(confirmed))
    return adoption


def test_what_was_begun_and_confirmed_by_the_last_day_is_counted(plan, model):
    counted = adopted(model, FIRST, LAST)
    adopted(model, LAST, LATER)
    adopted(ExemplarFactory(), FIRST, LAST)

    assert list(adoptions(review_of(plan))) == [counted]


def test_events_and_coverage_count_by_their_plan_or_by_an_exemplar_of_it(place, plan, model):
    LearningEventFactory(unit=place.commune, plan=plan, held_on=FIRST, attendance=30)
    LearningEventFactory(held_on=LAST, attendance=12).exemplars.add(model)
    LearningEventFactory(plan=plan, held_on=LATER)
    CoverageFactory(published_on=LAST, plan=plan).exemplars.add(model)
    CoverageFactory(published_on=LAST)

    spread = figures(review_of(plan))["spread"]

    assert spread == {"adoptions": 0, "units": 0, "events": 2, "attendance": 42, "coverage": 1}


def test_they_are_named_in_the_text_and_lead_to_their_lists(client, standing, place, plan, model):
    adopted(model, FIRST, LAST, unit=place.commune)
    review = review_of(plan)
    client.force_login(standing)

    shown = client.get(review.get_absolute_url()).context["shown"].spread
    behind = client.get(shown[0].url).context["table"].page

    assert filled("Có [[số nơi làm theo]] nơi.", figures(review)) == "Có 1 nơi."
    assert [(cell.count, bool(cell.url)) for cell in shown] == [
        (1, True), (1, True), (0, False), (0, False), (0, False),
    ]  # fmt: skip
    assert len(behind) == 1


def test_a_plan_without_dossiers_begins_its_review_with_what_was_copied_and_made_known(place, plan, model):
    adopted(model, FIRST, LAST, unit=place.commune)
    CoverageFactory(published_on=LAST, plan=plan)
    review = review_of(plan)

    found = figures(review)
    texts = {kind: filled(text, found) for kind, text in first_texts(review, found).items()}

    assert texts == {
        "communication": "Có 1 tin, bài giới thiệu điển hình.",
        "discovery": "Các điển hình được 1 nơi ở 1 đơn vị học tập, làm theo.",
    }


def test_figures_frozen_before_they_were_counted_say_nothing_of_them(plan):
    found = {key: value for key, value in figures(review_of(plan)).items() if key != "spread"}

    assert filled("[[số tin bài]]", found) == "0"


def test_no_list_stands_behind_an_unknown_figure(client, standing, plan):
    client.force_login(standing)

    answer = client.get(reverse("reports:review-spread", args=[review_of(plan).pk, "khac"]))

    assert answer.status_code == 404
