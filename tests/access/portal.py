from core.calendar import now
from tests.access import action, form, page
from tests.factories import (
    DecisionFactory,
    ExemplarFactory,
    IssuedNumberFactory,
    MessageFactory,
    UserFactory,
)


def own_message(unit, person):
    return MessageFactory(to=person if person.is_authenticated else UserFactory())


def message_to_another(unit):
    return MessageFactory()


def released(unit):
    return ExemplarFactory(unit=unit, released_at=now())


def issued_decision(unit):
    day = "2024-05-02"
    return DecisionFactory(unit=unit, status="issued", number=IssuedNumberFactory(), issued_on=day)


ROWS = [
    *page("healthz", anonymous=200, others=200),
    *page("home", others=200),
    *page("search", others=200),
    *form("sign-in", anonymous=200, others=302),
    *action("sign-out", others=302),
    *form("password", others=200),
    *page("messages", others=200),
    *page("message", own_message, others=200),
    *page("message", message_to_another, others=404),
    *action("messages-read", others=302),
    *form("message-choice", posted=302, others=200),
    *page("public-home", anonymous=200, others=200),
    *page("public-exemplars", anonymous=200, others=200),
    *page("public-exemplar", released, anonymous=200, others=200),
    *page("public-decisions", anonymous=200, others=200),
    *page("public-decision", issued_decision, anonymous=200, others=200),
    *page("gallery", others=200),
]
