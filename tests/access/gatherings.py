from tests.access import action, form, page
from tests.factories import (
    BlockFactory,
    ConferenceFactory,
    ContestFactory,
    DelegateFactory,
    EntryFactory,
    EntryPhotoFactory,
    HonourFactory,
    JudgeFactory,
    QuotaFactory,
    RoundEntryFactory,
    RoundFactory,
    TalkFactory,
)


def asked(unit):
    """A conference of the unit itself, of which everybody knows."""
    return ConferenceFactory(unit=unit, asked=True)


def held(unit):
    return ConferenceFactory(unit=unit, status="held", asked_on="2024-05-02")


def with_quota(unit):
    """A conference of another office that asks the unit for delegates."""
    return QuotaFactory(unit=unit, conference=ConferenceFactory(asked=True)).conference


def own_delegate(unit):
    """Proposed by the unit to another office."""
    return DelegateFactory(unit=unit, conference=with_quota(unit))


def delegate_of_office(unit):
    """Proposed to the unit by another."""
    return DelegateFactory(conference=asked(unit))


def block(unit):
    return BlockFactory(conference=asked(unit))


def talk(unit):
    return TalkFactory(conference=asked(unit))


def honour(unit):
    return HonourFactory(conference=asked(unit))


def contest(unit):
    return ContestFactory(unit=unit)


def open_contest(unit):
    return ContestFactory(unit=unit, status="open")


def judged_contest(unit, person):
    """A contest in its first round, of which the person is a judge; a row of that round."""
    running = ContestFactory(unit=unit, status="judging")
    if person.is_authenticated:
        JudgeFactory(contest=running, user=person)
    return RoundEntryFactory(round=RoundFactory(contest=running))


def entry(unit):
    return EntryFactory(contest=contest(unit))


def photo(unit):
    return EntryPhotoFactory(entry=entry(unit))


def of_contest(row):
    return [row.round.contest_id]


def of_row(row):
    return [row.round.contest_id, row.pk]


def by(verb):
    return lambda record: [record.pk, verb]


PREPARES = {"standing": "200 403 403", "others": 403}
ACTS = {"standing": "302 403 403", "others": 403}
SENDS = {"officer": "200 200 403", "head": "200 200 403", "others": 403}
SENT = {"officer": "200 200 404", "head": "200 200 404", "others": 404}

ROWS = [
    *page("gatherings:conferences", others=200),
    *form("gatherings:conference-new", standing=200, others=403),
    *page("gatherings:conference", asked, others=200),
    *page(
        "gatherings:conference",
        ConferenceFactory,
        **dict.fromkeys(("standing", "chairman", "clerk"), "200 404 404"),
        others=404,
    ),
    *form("gatherings:conference-edit", asked, **PREPARES),
    *form("gatherings:conference-move", asked, args=by("call"), posted=302, **PREPARES),
    *form("gatherings:conference-number", asked, args=by("plan"), clerk="200 403 403", others=403),
    *page("gatherings:conference-levels", asked, others=200),
    *form("gatherings:conference-quotas", asked, posted=302, **PREPARES),
    *form("gatherings:conference-duties", asked, **PREPARES),
    *form("gatherings:conference-attendance", held, posted=302, **PREPARES),
    *page("gatherings:conference-delegates", asked, others=200),
    *form("gatherings:delegate-new", with_quota, **SENDS),
    *form("gatherings:delegate-new", asked, **PREPARES),
    *form("gatherings:delegates-from-below", asked, posted=302, **PREPARES),
    *page("gatherings:delegates", others=200),
    *page("gatherings:delegate", own_delegate, **SENT),
    *form("gatherings:delegate-edit", own_delegate, **SENT),
    *form("gatherings:delegate-replace", own_delegate, **SENT),
    *form("gatherings:delegate-withdraw", own_delegate, posted=302, **SENT),
    *form(
        "gatherings:delegate-move",
        delegate_of_office,
        args=by("accept"),
        posted=302,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page("gatherings:conference-programme", asked, others=200),
    *form("gatherings:block-new", asked, **PREPARES),
    *form("gatherings:block-edit", block, **PREPARES),
    *action("gatherings:block-delete", block, **ACTS),
    *action("gatherings:block-shift", block, args=by("len"), **ACTS),
    *form("gatherings:talk-new", asked, **PREPARES),
    *form("gatherings:talk-edit", talk, **PREPARES),
    *action("gatherings:talk-delete", talk, **ACTS),
    *action("gatherings:talk-shift", talk, args=by("xuong"), **ACTS),
    *page("gatherings:talk-file", talk, others=404),  # it has none
    *page("gatherings:conference-honours", asked, others=200),
    *action("gatherings:honours-add", asked, **ACTS | {"standing": "404 403 403"}),  # no such decision
    *action("gatherings:honours-split", asked, data={"size": "5"}, **ACTS),
    *action("gatherings:honours-hand", asked, args=by(1), **ACTS),
    *action("gatherings:honour-delete", honour, **ACTS),
    *page("gatherings:contests", others=200),
    *page(
        "gatherings:contest",
        contest,
        standing="200 404 404",
        chairman="200 404 404",
        clerk="200 404 404",
        others=404,
    ),
    *page("gatherings:contest", open_contest, others=200),
    *form("gatherings:contest-new", standing=200, others=403),
    *form(
        "gatherings:contest-edit",
        contest,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *form(
        "gatherings:contest-move",
        contest,
        args=by("open"),
        posted=302,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page("gatherings:entries", others=200),
    *page(
        "gatherings:entry",
        entry,
        standing="200 404 404",
        chairman="200 404 404",
        clerk="200 404 404",
        others=404,
    ),
    *form(
        "gatherings:entry-move",
        entry,
        args=by("accept"),
        posted=302,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *action(
        "gatherings:entry-letter",
        entry,
        standing="302 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *action(
        "gatherings:entry-register",
        entry,
        standing="302 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page("gatherings:judging", judged_contest, args=of_contest, others=200),
    *form("gatherings:judging-entry", judged_contest, args=of_row, others=200),
    *action(
        "gatherings:round-end",
        judged_contest,
        args=lambda row: [row.round.contest_id, 1],
        standing="302 403 403",
        others=403,
    ),
    *form(
        "gatherings:contest-prizes",
        contest,
        posted=200,
        standing="200 404 404",
        chairman="403 404 404",
        clerk="403 404 404",
        others=404,
    ),
    *page(
        "gatherings:entry-photo",
        photo,
        standing="200 404 404",
        chairman="200 404 404",
        clerk="200 404 404",
        others=404,
    ),
    *page("gatherings:public-contests", anonymous=200, others=200),
    *page("gatherings:public-contest", open_contest, anonymous=200, others=200),
    *page("gatherings:public-contest", contest, anonymous=404, others=404),
    *form("gatherings:public-entry", open_contest, anonymous=200, others=200),
    *page("gatherings:public-entry-state", entry, args=lambda made: [made.code], anonymous=200, others=200),
]
