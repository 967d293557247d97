"""What a review counts of spread, learning and communication, and the lists behind it."""

import datetime
from collections import Counter

import pytest
from django.urls import reverse

from exemplars.models import AdoptionStatus, Stage
from reports.figures import figures, figures_of
from reports.models import PaperKind
from reports.named_figures import filled
from reports.papers.sources import document_of
from reports.parts import agreement
from reports.spreading import adoptions
from reports.suggestions import first_texts
from tests.factories import (
    AdoptionFactory,
    CoverageFactory,
    EventFactory,
    ExemplarFactory,
    LearningEventFactory,
    ReviewPartFactory,
    SubjectFactory,
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


# --- By units ----------------------------------------------------------------------------------------


@pytest.fixture
def known(place, plan, model):
    """Copied in two units of the commune, in the sister and in another district; heard and written about."""
    for unit in (place.commune, place.hamlet, place.sister, place.foreign):
        adopted(model, FIRST, LAST, unit=unit)
    adopted(model, LATER, LATER, unit=place.hamlet, subject=SubjectFactory(unit=place.hamlet))
    LearningEventFactory(unit=place.hamlet, plan=plan, held_on=FIRST, attendance=30)
    CoverageFactory(unit=place.district, plan=plan, published_on=LAST)
    return review_of(plan)


def of_units(review):
    return {row["value"]: row["counts"] for row in figures(review)["spread_by_unit"]}


def test_the_figures_of_the_units_are_those_of_the_whole(known):
    sums = Counter()
    for counted in of_units(known).values():
        sums.update(counted)

    assert sums == figures(known)["spread"]
    assert sums == {"adoptions": 4, "units": 4, "events": 1, "attendance": 30, "coverage": 1}


def test_a_unit_reads_for_itself_what_the_whole_counts_for_it(known, place):
    units = {place.commune: (2, 2, 1, 30, 0), place.sister: (1, 1, 0, 0, 0), place.district: (0, 0, 0, 0, 1)}

    for unit, counted in units.items():
        own = figures_of(known, unit)["spread"]
        assert (tuple(own.values()), own) == (counted, of_units(known)[str(unit.pk)])


def test_each_figure_of_a_part_leads_to_the_list_of_just_that(client, known, place, head):
    part = ReviewPartFactory(review=known, unit=place.commune)
    client.force_login(head)

    cells = client.get(part.get_absolute_url()).context["shown"].spread
    listed = {cell.label: len(client.get(cell.url).context["table"].page) for cell in cells if cell.url}

    assert listed == {
        "Nơi làm theo": 2,
        "Đơn vị có nơi làm theo": 2,
        "Buổi học tập, giao lưu": 1,
        "Lượt người dự": 1,
    }


def test_what_was_copied_after_a_part_was_sent_is_named_with_unit_figure_and_gap(known, model, place):
    part = ReviewPartFactory(review=known, unit=place.commune)
    part.figures = figures_of(known, place.commune)
    adopted(model, LAST, LAST, unit=place.hamlet, subject=SubjectFactory(unit=place.hamlet))

    found = agreement(figures(known), [part])

    assert [(d.unit, d.figure, d.sent, d.counted) for d in found.differences] == [
        ("xã Bình Thử", "Nơi làm theo", 2, 3)
    ]
    assert dict(found.without_part)["Xã Kế Bên"] == "1 nơi làm theo"
    assert ("Nơi làm theo", 2, 5) in found.sums


def test_the_paper_of_a_part_tells_them(known, place):
    part = ReviewPartFactory(review=known, unit=place.commune)

    texts = [getattr(block, "text", "") for block in document_of(PaperKind.PART, part).body]

    assert (
        "Nhân rộng, học tập, truyền thông trong giai đoạn: nơi làm theo: 2; đơn vị có nơi làm theo: 2; "
        "buổi học tập, giao lưu: 1; lượt người dự: 30; tin, bài: 0"
    ) in texts
