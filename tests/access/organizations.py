from tests.access import form, page
from tests.factories import IssuedNumberFactory, NumberSeriesFactory


def itself(unit):
    return unit


def outside_number(unit):
    return IssuedNumberFactory(series=NumberSeriesFactory(unit=unit), outside=True)


OFFICE = {"standing": 200, "chairman": 200, "clerk": 200, "administrator": 200}  # who serve an office

ROWS = [
    *page("organizations:units", others=200),
    *page("organizations:unit", itself, others=200),
    *page("organizations:numbers", **OFFICE, others=404),
    *page("organizations:number-book", **OFFICE, others=404),
    *page("organizations:number", outside_number, **dict.fromkeys(OFFICE, "200 404 404"), others=404),
    *form("organizations:number-edit", outside_number, clerk="200 404 404", others=404),
    *form("organizations:number-cancel", outside_number, clerk="200 404 404", others=404),
    *form("organizations:number-new", clerk=200, others=404),
    *form("organizations:series-start", clerk=200, others=404),
]
