"""Jobs in a real Celery worker process that dies at the worst moment."""

import os
import signal

import pytest

from tests.machine import eventually

pytestmark = pytest.mark.worker


def submit(machine, kind, **params):
    return machine.python(f"print(jobs.submit({kind!r}, **{params!r}).pk)")


def job(machine, pk, *fields):
    return machine.python(f"print(*Job.objects.values_list(*{fields}).get(pk={pk}))").split()


def kill_outright(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_job_is_done_by_the_worker(machine):
    machine.start_worker()

    pk = submit(machine, "tests.add_user", full_name="Lê Thị Bông")

    assert eventually(lambda: job(machine, pk, "state", "attempt") == ["done", "1"])


def test_a_job_that_waited_without_a_worker_is_done_when_one_starts(machine):
    pk = submit(machine, "tests.nothing")

    machine.start_worker()

    assert eventually(lambda: job(machine, pk, "state") == ["done"])


def test_a_worker_killed_in_mid_job_loses_nothing_and_doubles_nothing(machine):
    worker = machine.start_worker()
    pk = submit(machine, "tests.add_user", full_name="Trần Văn Đức", seconds=8)
    eventually(lambda: job(machine, pk, "progress") != ["0"])

    kill_outright(worker)
    machine.start_worker()

    eventually(lambda: job(machine, pk, "state", "attempt") == ["done", "2"])
    users = (
        "from organizations.models import User; print(User.objects.filter(full_name='Trần Văn Đức').count())"
    )
    assert machine.python(users) == "1"


def test_a_job_silent_for_longer_than_its_lease_is_kept(machine):
    machine.start_worker()

    pk = submit(machine, "tests.silent", seconds=8)

    eventually(lambda: job(machine, pk, "state") == ["done"])
    assert job(machine, pk, "attempt") == ["1"]


def test_a_broker_that_is_away_delays_the_job_and_not_the_page(machine):
    code = "import time; began = time.monotonic(); job = jobs.submit('tests.nothing'); job.refresh_from_db()"
    code += "; print(job.pk, job.state, job.sent_at, time.monotonic() - began < 5)"

    pk, *seen = machine.python(code, CELERY_BROKER_URL="redis://127.0.0.1:1/0").split()

    assert seen == ["queued", "None", "True"]
    machine.start_worker()
    assert eventually(lambda: job(machine, pk, "state") == ["done"])
