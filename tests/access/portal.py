from tests.access import action, form, page
from tests.factories import MessageFactory, UserFactory


def own_message(unit, person):
    return MessageFactory(to=person if person.is_authenticated else UserFactory())


def message_to_another(unit):
    return MessageFactory()


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
    *page("gallery", others=200),
]
