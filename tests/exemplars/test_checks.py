import datetime

import pytest

from exemplars.checks import BLOCK, INFORM, WARN, run_checks
from exemplars.models import Subject
from law.models import Certainty, MeritKind, ParameterKey
from tests.factories import AwardPowerFactory, AwardTypeFactory, ParameterFactory, SubjectFactory


@pytest.fixture
def found(officer, desk_of):
    """found(nomination): (level, part) of every check, as the officer is told."""
    return lambda nomination: [(c.level, c.part) for c in run_checks(nomination, desk_of(officer))]


def test_nothing_speaks_against_a_dossier_in_order(draft, found):
    assert found(draft()) == []


def test_an_award_for_others_is_refused(draft, found):
    award = AwardTypeFactory(code="HO", for_persons=False, for_collectives=False)
    AwardPowerFactory(award=award, tier=2)

    assert (BLOCK, "award") in found(draft(award=award))


def test_an_award_no_longer_in_force_is_refused(draft, found):
    award = AwardTypeFactory(code="CU", valid_to=datetime.date(2020, 1, 1))
    AwardPowerFactory(award=award, tier=2)

    assert found(draft(award=award)) == [(BLOCK, "award")]


def test_merit_that_the_award_does_not_know_is_refused(draft, found):
    assert found(draft(merit=MeritKind.SENIORITY)) == [(BLOCK, "merit")]


def test_an_award_that_nobody_may_grant_that_day_is_refused(draft, found):
    nomination = draft()
    nomination.award.powers.update(valid_to=datetime.date(2020, 1, 1))

    assert found(nomination) == [(BLOCK, "award")]


def test_power_that_was_not_checked_against_the_text_is_said_to_be_so(draft, found):
    nomination = draft()
    nomination.award.powers.update(certainty=Certainty.RECALLED_MEDIUM)

    assert found(nomination) == [(INFORM, "award")]


@pytest.mark.parametrize("number", ["abc", "123", "08217000000", "0821700000011", "không có số"])
def test_a_number_that_is_none_of_identity_is_warned_about(draft, found, number):
    assert found(draft(id_number=number)) == [(WARN, "id_number")]


@pytest.mark.parametrize("number", ["082170000001", "311234567", "VC.082.0123"])
def test_numbers_of_cards_and_of_civil_servants_are_taken(draft, found, number):
    assert found(draft(id_number=number)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"achieved_to": datetime.date(2025, 1, 1)}, [(BLOCK, "achieved_to")]),
        ({"achieved_to": datetime.date(2099, 12, 31)}, [(BLOCK, "achieved_to")]),
        ({"achieved_to": datetime.date(2099, 12, 31), "year": 2099}, [(INFORM, "achieved_to")]),
        (
            {"achieved_from": datetime.date(2099, 1, 1), "achieved_to": None},
            [(BLOCK, "achieved_from")],
        ),
    ],
)
def test_achievements_lie_within_the_year_of_review_and_before_today(draft, found, fields, expected):
    assert found(draft(**fields)) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [(datetime.date(2024, 12, 31), [(WARN, "achieved_from")]), (datetime.date(2025, 1, 1), [])],
)
def test_days_counted_in_another_dossier_of_the_subject_are_warned_about(draft, found, start, expected):
    other = draft()

    nomination = draft(
        subject=other.subject,
        year=2025,
        achieved_from=start,
        achieved_to=start + datetime.timedelta(days=90),
    )

    assert found(nomination) == expected


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"name": "NGUYEN  VAN dam"}, [(WARN, "name")]),
        ({"name": "Nguyễn Văn Đậm", "birth_date": datetime.date(1970, 1, 1)}, [(WARN, "name")]),
        ({"name": "Nguyễn Văn Đậm", "birth_date": datetime.date(1971, 1, 1)}, []),
        ({"name": "Người khác", "id_number": "082170000001"}, [(WARN, "name")]),
        ({"name": "Nguyễn Văn Đậm", "kind": "household"}, []),
    ],
)
def test_a_subject_that_may_be_the_same_is_warned_about(draft, found, place, known, expected):
    SubjectFactory(unit=place.commune, **known)

    nomination = draft(name="Nguyễn Văn Đậm", birth_date=datetime.date(1970, 1, 1), id_number="082170000001")

    assert found(nomination) == expected


def test_subjects_that_one_may_not_see_are_not_told_of(draft, found, place):
    SubjectFactory(unit=place.foreign, id_number="082170000001")

    assert found(draft(id_number="082170000001")) == []


def test_a_second_return_is_said_to_be_one_too_many(returned, found):
    ParameterFactory(key=ParameterKey.SUPPLEMENT_REQUESTS, value="1", unit="lần")

    assert found(returned()) == [(INFORM, "")]


def test_names_of_the_same_unit_are_found_whatever_the_accents(place):
    known = SubjectFactory(unit=place.commune, name="Đặng Thị Ửng")

    found = Subject.objects.named("dang thi ung", kind="person", unit=place.commune)

    assert list(found) == [known]
