"""Every address × every role × own, lower and foreign unit; how to add a row: tests/access/__init__.py."""

from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver, reverse

from organizations.models import Post, Unit, User
from tests.access import (
    PLACES,
    ROLES,
    SIGN_IN,
    UNITS,
    awards,
    campaigns,
    core,
    exemplars,
    gatherings,
    law,
    organizations,
    portal,
    reports,
)
from tests.kept_rows import KeptRows
from tests.people import make_person, make_place

ROWS = [
    row
    for table in (core, organizations, law, campaigns, exemplars, awards, gatherings, reports, portal)
    for row in table.ROWS
]
ADMIN = "admin"  # its pages are one kind: the administrator's, and nobody else's


def make_crowd():
    """The place, {role: person} of all roles together, and {role: key of the session} that they stand in."""
    place = make_place()
    people = {role: make_person(place, role) for role in ROLES if role != "anonymous"}
    sessions = {role: session_of(person) for role, person in people.items()}
    return SimpleNamespace(place=place, people=people | {"anonymous": AnonymousUser()}, sessions=sessions)


def session_of(person):
    """The key of a new session, without the records that signing in leaves."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return session.session_key


CROWD = KeptRows(make_crowd, Unit, User, Post, Session)


@pytest.fixture
def crowd(db):
    return CROWD()


@pytest.fixture(scope="module")
def browser_of():
    """browser_of(role, crowd): a client in that person's session, the same one for all."""
    client = Client()

    def browser_of(role, crowd):
        client.cookies.clear()
        if role in crowd.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = crowd.sessions[role]
        return client

    return browser_of


def answer_of(response):
    """The status, or SIGN_IN for being sent to sign in first."""
    location = response.headers.get("Location", "")
    return SIGN_IN if location.startswith(f"{reverse('sign-in')}?next=") else response.status_code


def is_page(response):
    return not response.streaming and response.content.startswith(b"<!doctype html>")


def headings(response):
    """How many first headings the page has."""
    return response.content.count(b"<h1")


def addresses(patterns, namespace=""):
    """The names of all addresses, "<no name>" with the route for those that cannot be named."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = ":".join(filter(None, [namespace, pattern.namespace]))
            yield from addresses(pattern.url_patterns, inner)
        elif namespace.split(":")[0] != ADMIN:
            yield ":".join(filter(None, [namespace, pattern.name or f"<no name> {pattern.pattern}"]))


def test_every_address_has_a_row_and_every_row_an_address():
    named = set(addresses(get_resolver().url_patterns))
    in_table = {row.name for row in ROWS}

    assert {"addresses without a row": named - in_table, "rows without an address": in_table - named} == {
        "addresses without a row": set(),
        "rows without an address": set(),
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.method} {row.name}")
def test_answers(crowd, browser_of, row):
    expected = cases_to_ask(row)
    known = addresses_for_all(row, crowd.place, expected)
    given = {
        role: asked(row, role, answers, crowd, browser_of(role, crowd), known)
        for role, answers in expected.items()
    }

    assert {role: of_places(answer_of, responses) for role, responses in given.items()} == expected
    pages = [page for responses in given.values() for page in responses.values() if is_page(page)]
    assert {headings(page) for page in pages} <= {1}


def cases_to_ask(row):
    """Every role asks at each address: on PostgreSQL at one place, by turns, on SQLite at the others.

    Together they are all cases. What another database can change is whether a query runs and which rows it
    finds; so each role's queries run at each address on both, and each place is asked about.
    """
    turns = enumerate(row.cases(), start=len(row.name))
    return {role: _by_turns(turn, answers) for turn, (role, answers) in turns}


def _by_turns(turn, answers):
    """The cases of this database; what there is one of is asked on both."""
    chosen = list(answers)[turn % len(answers)]
    if len(answers) == 1 or connection.vendor != "sqlite":
        return {chosen: answers[chosen]}
    return {place: answer for place, answer in answers.items() if place != chosen}


def unit_at(place, role):
    return UNITS[role][PLACES.index(place)]


def addresses_for_all(row, place, cases):
    """{unit: address} of what is made once, whoever asks; none if it belongs to the person who asks."""
    if row.is_personal:
        return {}
    units = {unit_at(name, role): None for role, answers in cases.items() for name in answers}
    return {unit: row.address(getattr(place, unit)) for unit in units}


def asked(row, role, answers, crowd, browser, known):
    """{place: response} for somebody with that role; what was asked for is undone before the next asks."""
    with undone():
        units = {name: unit_at(name, role) for name in answers}
        addresses = {
            name: known.get(unit) or row.address(getattr(crowd.place, unit), crowd.people[role])
            for name, unit in units.items()
        }
        ask = getattr(browser, row.method)
        return {name: ask(address, row.data) for name, address in addresses.items()}


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def of_places(function, responses):
    return {name: function(response) for name, response in responses.items()}


@pytest.mark.parametrize(
    ("row", "method"),
    [
        pytest.param(rows[0], method, id=f"{method} {name}")
        for name, found in groupby(sorted(ROWS, key=attrgetter("name")), attrgetter("name"))
        if (rows := list(found))
        for method in {"get", "post"} - {row.method for row in rows}
    ],
)
def test_a_method_without_a_row_is_refused(crowd, browser_of, row, method):
    address = row.address(crowd.place.district, crowd.people["administrator"])

    response = getattr(browser_of("administrator", crowd), method)(address)

    assert response.status_code == 405


ADMIN_PAGES = ["admin:index"] + [
    f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry
]


@pytest.mark.parametrize("name", ADMIN_PAGES)
@pytest.mark.parametrize("role", ROLES)
def test_the_admin_is_for_administrators_alone(crowd, browser_of, role, name):
    response = browser_of(role, crowd).get(reverse(name), follow=True)

    assert (response.request["PATH_INFO"], response.status_code) == {
        "anonymous": (reverse("sign-in"), 200),
        "administrator": (reverse(name), 200),
    }.get(role, (reverse(name), 404))
