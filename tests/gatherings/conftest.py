import pytest

from tests.factories import BlockFactory, ConferenceFactory, QuotaFactory


@pytest.fixture(autouse=True)
def may_2024(settings):
    settings.PORTAL_TODAY = "2024-05-20"


@pytest.fixture
def conference(place):
    """The district's, on 11 June 2024, 7.30 to 11.00; its communes were asked for two delegates each."""
    conference = ConferenceFactory(unit=place.district, asked=True, chair="Ông Lê An")
    for unit in (place.commune, place.sister):
        QuotaFactory(conference=conference, unit=unit, number=2)
    return conference


@pytest.fixture
def programme(conference):
    """Three blocks of an hour each, in 3.5 hours."""
    return [BlockFactory(conference=conference, minutes=60, order=order) for order in (1, 2, 3)]
