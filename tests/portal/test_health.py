import datetime

import pytest
from celery import current_app

from core.calendar import clock
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(client, settings):
    """A function that asks how the portal is, with a folder for files in place and no message waiting."""
    settings.MEDIA_ROOT.mkdir()
    with current_app.connection_for_write() as connection, connection.SimpleQueue("celery") as queue:
        queue.clear()
    return lambda: client.get("/healthz").json()


def test_a_healthy_portal_says_so_to_anybody_and_tells_no_secret(report):
    answer = report()

    assert answer.pop("media_free_bytes") > 0
    assert answer == {
        "status": "ok",
        "database": True,
        "broker": True,
        "oldest_waiting_job_seconds": 0,
        "media_writable": True,
    }


@pytest.mark.parametrize(("seconds", "status"), [(200, "ok"), (400, "degraded")])
def test_jobs_that_wait_long_are_told(report, seconds, status):
    JobFactory(created_at=clock() - datetime.timedelta(seconds=seconds))

    answer = report()

    assert (answer["status"], answer["oldest_waiting_job_seconds"]) == (status, seconds)


def test_a_folder_for_files_that_is_not_there_is_told(report, settings):
    settings.MEDIA_ROOT.rmdir()

    answer = report()

    assert (answer["status"], answer["media_writable"], answer["media_free_bytes"]) == (
        "degraded",
        False,
        None,
    )


def test_a_broker_that_is_away_is_told(report, monkeypatch):
    monkeypatch.setattr(current_app.conf, "broker_write_url", "redis://127.0.0.1:1/0")

    answer = report()

    assert (answer["status"], answer["broker"]) == ("degraded", False)
