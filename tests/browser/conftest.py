"""Real Chromium of the operating system."""

import os
import shutil

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from tests.browser.plans import Desk
from tests.browser.stage import PATIENCE, Person, Stage

expect.set_options(timeout=PATIENCE)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args():
    chromium = (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium-headless-shell")
        or shutil.which("chromium")
        or shutil.which("google-chrome")
    )
    return {"executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args():
    return {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def sign_in(live_server):
    """sign_in(page, user): what the page opens from now on, it opens as that user."""

    def sign_in(page, user):
        client = Client()
        client.force_login(user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.clear_cookies()
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return page

    return sign_in


@pytest.fixture
def desk(page, sign_in, live_server):
    """One browser at which people sit down in turn."""
    return Desk(page, sign_in, live_server.url)


@pytest.fixture(scope="module")
def stage(request, tmp_path_factory, shared_folder):
    """The demonstration, really served, as it stood on the `DAY` of the test's file."""
    stage = Stage(tmp_path_factory.mktemp("stage"), shared_folder, request.module.DAY)
    yield stage
    stage.end_all()


@pytest.fixture
def enter(stage, browser):
    """enter(user name): that person at a browser of their own; nothing may go wrong in any of them."""
    people = []

    def enter(username, **how):
        people.append(Person(browser, stage, username, **how))
        return people[-1]

    yield enter
    for person in people:
        person.context.close()
    assert [complaint for person in people for complaint in person.complaints] == []
