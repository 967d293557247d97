"""The one box finds what was learned, copied, written and shown to the people, as far as one may see it."""

import pytest

from portal.search import find
from tests.factories import AdoptionFactory, CoverageFactory, LearningEventFactory, OpinionListFactory

WORD = "zinnia"


def titles(desk):
    return {found.title: [row for row, _beside in found.rows] for found in find(WORD, desk)}


@pytest.fixture
def planted(place):
    """{heading: record} of the commune and of the district's office."""
    return {
        "Nơi làm theo": AdoptionFactory(unit=place.commune, source__title=f"Đường hoa {WORD}"),
        "Học tập, giao lưu": LearningEventFactory(unit=place.commune, title=f"Thăm đường {WORD}"),
        "Tin, bài": CoverageFactory(unit=place.commune, title=f"Bài về {WORD}"),
        "Lấy ý kiến Nhân dân": OpinionListFactory(unit=place.district, title=f"Danh sách {WORD}"),
    }


def test_the_office_finds_them_with_what_to_tell_them_apart_by(planted, standing, desk_of):
    found = titles(desk_of(standing))

    assert {title: found.get(title) for title in planted} == {title: [row] for title, row in planted.items()}


def test_an_officer_finds_those_of_the_unit_and_no_list_for_the_people(planted, officer, desk_of):
    found = set(titles(desk_of(officer)))

    assert found & set(planted) == set(planted) - {"Lấy ý kiến Nhân dân"}


def test_a_stranger_finds_none_of_them(planted, stranger, desk_of):
    assert not set(titles(desk_of(stranger))) & set(planted)
