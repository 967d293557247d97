"""What a review counts: by value in a small example, and that every table adds up whatever the data."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.models import WorkField
from exemplars.models import Sex, WorkerGroup
from law.models import SubjectKind
from reports.figures import (
    DIMENSIONS,
    SUBMITTED,
    Outcome,
    counts_of,
    figures,
    group_path,
    tabulate,
)
from tests.factories import DecisionFactory, SuccessionFactory, UnitFactory
from tests.reports.stories import DECIDED, HOUSEHOLD, LAST, S, award, dossier, plan_of, review_of

LATER = LAST + datetime.timedelta(days=1)


@pytest.fixture
def plan(place):
    return plan_of(place.district)


def table(found, key):
    """{name: (submitted, awarded)} of one table."""
    rows = next(table["rows"] for table in found["tables"] if table["key"] == key)
    return {row["name"]: (row["counts"][SUBMITTED], row["counts"][Outcome.AWARDED]) for row in rows}


def outcomes(review):
    return {name: count for name, count in figures(review)["total"].items() if count}


def test_dossiers_are_counted_by_unit_kind_field_sex_group_and_year(place, plan):
    field = WorkField.objects.create(name="Giáo dục")
    person = {"sex": Sex.FEMALE, "worker_group": WorkerGroup.DIRECT, "field": field, "year": 2022}
    award(dossier(plan, place.commune, **person), DecisionFactory(unit=place.district))
    dossier(plan, place.hamlet, kind=HOUSEHOLD, year=2023)

    found = figures(review_of(plan))

    assert table(found, "unit") == {"Xã Bình Thử": (2, 1)}
    assert table(found, "kind") == {"Cá nhân": (1, 1), "Hộ gia đình": (1, 0)}
    assert table(found, "field") == {"Giáo dục": (1, 1), "Chưa ghi": (1, 0)}
    assert table(found, "award") == {"Giấy khen thử": (2, 1)}
    assert table(found, "sex") == {"Nữ": (1, 1)}
    assert table(found, "worker_group") == {"Người trực tiếp lao động, công tác": (1, 1)}
    assert table(found, "year") == {"2022": (1, 1), "2023": (1, 0)}


def test_units_of_one_name_are_counted_apart_and_told_apart(place, plan):
    foreign = UnitFactory(parent=place.foreign, name="xã Kế Bên")
    for unit in (place.sister, foreign):
        dossier(plan, unit)
    review = review_of(plan)

    assert table(figures(review), "unit") == {"Xã Kế Bên": (1, 0), "Huyện Xa Lạ": (1, 0)}

    twin = UnitFactory(parent=place.district, name="xã Kế Bên", code="KB2")
    dossier(plan, twin)

    assert table(figures(review), "unit") == {
        f"Xã Kế Bên (huyện Gò Thử, mã {place.sister.code})": (1, 0),
        "Xã Kế Bên (huyện Gò Thử, mã KB2)": (1, 0),
        "Huyện Xa Lạ": (1, 0),
    }


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        ((), Outcome.UNDER_WAY),
        ([(S.RECEIVED, LAST)], Outcome.UNDER_WAY),
        ([(S.RETURNED, LAST)], Outcome.RETURNED),
        ([(S.RETURNED, LATER)], Outcome.UNDER_WAY),
        ([(S.RETURNED, LAST), (S.SUBMITTED, LATER)], Outcome.RETURNED),
        ([(S.INELIGIBLE, LAST)], Outcome.INELIGIBLE),
        ([(S.NOT_PASSED, LAST)], Outcome.NOT_PASSED),
        ([(S.WITHDRAWN, LAST)], Outcome.DROPPED),
    ],
)
def test_a_dossier_counts_as_it_stood_at_the_end_of_the_last_day(place, plan, states, outcome):
    dossier(plan, place.commune, states=states)

    assert outcomes(review_of(plan)) == {SUBMITTED: 1, outcome: 1}


@pytest.mark.parametrize(("on", "outcome"), [(LAST, Outcome.AWARDED), (LATER, Outcome.UNDER_WAY)])
def test_an_award_counts_from_the_day_of_its_decision(place, plan, on, outcome):
    award(dossier(plan, place.commune), DecisionFactory(unit=place.district), on=on)

    assert outcomes(review_of(plan)) == {SUBMITTED: 1, outcome: 1}


@pytest.mark.parametrize(("arrived", "count"), [(LAST, 1), (LATER, 0)])
def test_a_dossier_counts_from_the_day_it_came(place, plan, arrived, count):
    dossier(plan, place.commune, arrived=arrived)

    assert figures(review_of(plan))["total"][SUBMITTED] == count


def test_an_award_annulled_later_counts_nowhere(place, plan):
    given_up = {"annulled_on": datetime.date(2025, 10, 1)}
    award(dossier(plan, place.commune), DecisionFactory(unit=place.district), on=DECIDED, **given_up)

    assert outcomes(review_of(plan)) == {SUBMITTED: 1, Outcome.DROPPED: 1}


def test_dossiers_of_other_plans_and_at_other_offices_do_not_count(place, plan):
    dossier(plan_of(place.foreign), place.commune)
    elsewhere = dossier(plan, place.commune)
    elsewhere.stays.update(office=place.foreign)

    assert outcomes(review_of(plan)) == {}


def test_a_unit_that_has_ended_is_named_with_its_successor(place, plan):
    dossier(plan, place.commune)
    place.commune.ends_on = datetime.date(2025, 6, 30)
    place.commune.save()
    heir = UnitFactory(name="xã Mới Thử", starts_on=datetime.date(2025, 7, 1))
    SuccessionFactory(predecessor=place.commune, successor=heir)

    review = review_of(plan)
    assert table(figures(review), "unit") == {"Xã Bình Thử (nay thuộc xã Mới Thử)": (1, 0)}
    assert table(figures(review, on=place.commune.ends_on), "unit") == {"Xã Bình Thử": (1, 0)}


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("000100020003", "000100020003"),  # below the plan's unit
        ("0001000200030004", "000100020003"),
        ("00010002", "00010002"),  # the plan's unit itself
        ("000100090004", "00010009"),  # a unit of another branch
        ("0001", "0001"),  # one above
    ],
)
def test_units_are_counted_one_step_below_the_plans_own(path, group):
    assert group_path(path, "00010002") == group


@pytest.mark.parametrize("count", [1, 4])
def test_figures_take_the_same_queries_for_any_number_of_dossiers(
    place, plan, count, django_assert_num_queries
):
    for _ in range(count):
        dossier(plan, place.commune)
        dossier(plan, place.sister)
    review = review_of(plan)
    figures(review)  # content types are read once in a process

    with django_assert_num_queries(9):
        figures(review)


ROWS = st.fixed_dictionaries(
    {
        "unit": st.integers(1, 3),
        "kind": st.sampled_from(SubjectKind.values),
        "field": st.one_of(st.none(), st.integers(1, 2)),
        "award": st.one_of(st.none(), st.integers(1, 2)),
        "sex": st.sampled_from(["", *Sex.values]),
        "worker_group": st.sampled_from(["", *WorkerGroup.values]),
        "year": st.integers(2021, 2025),
        "outcome": st.sampled_from(Outcome.values),
    }
)


@given(st.lists(ROWS), st.sampled_from(DIMENSIONS))
def test_rows_add_up_to_the_total_and_outcomes_to_what_was_submitted(rows, dimension):
    names = {row[dimension.key]: str(row[dimension.key]) for row in rows}

    made = tabulate(dimension, rows, names)

    for name, total in made["total"].items():
        assert sum(row["counts"][name] for row in made["rows"]) == total
    for counts in (made["total"], counts_of(rows), *(row["counts"] for row in made["rows"])):
        assert sum(counts[outcome] for outcome in Outcome) == counts[SUBMITTED]
