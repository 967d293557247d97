"""The database goes away while the portal runs, and comes back."""

import json
import sys

import pytest

from tests.machine import eventually, fetch, free_port

pytestmark = pytest.mark.worker


@pytest.fixture
def portal(machine):
    """The address of a web server that has answered once."""
    port = free_port()
    machine.start(sys.executable, "-m", "gunicorn", "portal.wsgi", f"--bind=127.0.0.1:{port}", "--threads=2")
    eventually(lambda: fetch(f"http://127.0.0.1:{port}/healthz")[0] == 200)
    return f"http://127.0.0.1:{port}"


def home(portal):
    """The home page, asked by somebody whose session must be looked up."""
    return fetch(f"{portal}/", Cookie="sessionid=abcdefghijklmnopqrstuvwxyz123456")


def test_pages_say_that_the_database_is_away_and_work_again_when_it_is_back(machine, portal):
    assert home(portal)[0] == 302

    with machine.database_away():
        status, headers, text = home(portal)

    assert (status, headers["Retry-After"]) == (503, "10")
    assert "<h1>Hệ thống tạm gián đoạn</h1>" in text
    assert home(portal)[0] == 302


def test_machines_are_told_too(machine, portal):
    with machine.database_away():
        status, _, text = fetch(f"{portal}/healthz")

    report = json.loads(text)
    assert status == 503
    assert (report["status"], report["database"], report["oldest_waiting_job_seconds"]) == (
        "down",
        False,
        None,
    )
    assert fetch(f"{portal}/healthz")[0] == 200
