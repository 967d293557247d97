"""Every address × every role × own, lower and foreign unit; how to add a row: tests/access/__init__.py."""

from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from tests.access import (
    ROLES,
    SIGN_IN,
    UNITS,
    awards,
    campaigns,
    core,
    exemplars,
    gatherings,
    organizations,
    portal,
    reports,
)

ROWS = [
    row
    for table in (core, organizations, campaigns, exemplars, awards, gatherings, reports, portal)
    for row in table.ROWS
]
ADMIN = "admin"  # its pages are one kind: the administrator's, and nobody else's


@pytest.fixture
def person_in(request):
    """person_in(role): the person of tests/conftest.py who holds that role."""

    def find(role):
        if role == "anonymous":
            return AnonymousUser()
        return request.getfixturevalue("members")[0] if role == "member" else request.getfixturevalue(role)

    return find


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
def test_answers(place, person_in, row):
    given = {role: asked(row, role, answers, place, person_in) for role, answers in row.cases()}

    assert {role: of_places(answer_of, responses) for role, responses in given.items()} == dict(row.cases())
    pages = [page for responses in given.values() for page in responses.values() if is_page(page)]
    assert {headings(page) for page in pages} <= {1}


def asked(row, role, answers, place, person_in):
    """{place: response} for somebody with that role; what was asked for is undone before the next asks."""
    with undone():
        person, client = person_in(role), Client()
        units = [getattr(place, unit) for unit in UNITS[role]]
        addresses = {name: row.address(unit, person) for name, unit in zip(answers, units, strict=False)}
        if person.is_authenticated:
            client.force_login(person)
        ask = getattr(client, row.method)
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
def test_a_method_without_a_row_is_refused(client, place, administrator, row, method):
    client.force_login(administrator)

    response = getattr(client, method)(row.address(place.district, administrator))

    assert response.status_code == 405


ADMIN_PAGES = ["admin:index"] + [
    f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist" for model in admin.site._registry
]


@pytest.mark.parametrize("name", ADMIN_PAGES)
@pytest.mark.parametrize("role", ROLES)
def test_the_admin_is_for_administrators_alone(client, person_in, role, name):
    person = person_in(role)
    if person.is_authenticated:
        client.force_login(person)

    response = client.get(reverse(name), follow=True)

    assert (response.request["PATH_INFO"], response.status_code) == {
        "anonymous": (reverse("sign-in"), 200),
        "administrator": (reverse(name), 200),
    }.get(role, (reverse(name), 404))
