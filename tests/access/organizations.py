from tests.access import form, page


def itself(unit):
    return unit


OFFICE = {"standing": 200, "chairman": 200, "clerk": 200, "administrator": 200}  # who serve an office

ROWS = [
    *page("organizations:units", others=200),
    *page("organizations:unit", itself, others=200),
    *page("organizations:numbers", **OFFICE, others=404),
    *form("organizations:number-new", clerk=200, others=404),
    *form("organizations:series-start", clerk=200, others=404),
]
