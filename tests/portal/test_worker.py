"""Jobs in a real Celery worker process that dies at the worst moment."""

import os
import signal
import time

import pytest

from tests.machine import eventually

pytestmark = pytest.mark.worker


ALL_OF_A_NAME = "from organizations.models import User; print(User.objects.filter(full_name={!r}).count())"


def submit(machine, kind, **params):
    return int(machine.python(f"print(jobs.submit({kind!r}, **{params!r}).pk)"))


def wait(machine, pk, until):
    """Wait in one process of the portal, as each takes a second to start; (state, attempt) at the end."""
    return machine.python(
        f"while not (job := Job.objects.get(pk={pk})).{until}: time.sleep(0.2)\nprint(job.state, job.attempt)"
    )


def kill_outright(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_job_is_done_by_the_worker(machine):
    machine.start_worker()

    pk = submit(machine, "tests.add_user", full_name="Lê Thị Bông")

    assert wait(machine, pk, until="ended") == "done 1"


def test_a_job_that_waited_without_a_worker_is_done_when_one_starts(machine):
    pk = submit(machine, "tests.nothing")

    machine.start_worker()

    assert wait(machine, pk, until="ended") == "done 1"


def test_a_worker_killed_in_mid_job_loses_nothing_and_doubles_nothing(machine):
    worker = machine.start_worker()
    pk = submit(machine, "tests.add_user", full_name="Trần Văn Đức", seconds=4)
    wait(machine, pk, until="progress")

    kill_outright(worker)
    machine.start_worker()

    assert wait(machine, pk, until="ended") == "done 2"
    assert machine.python(ALL_OF_A_NAME.format("Trần Văn Đức")) == "1"


def test_a_job_silent_for_longer_than_its_lease_is_kept(machine):
    machine.start_worker()

    pk = submit(machine, "tests.silent", seconds=5)

    assert wait(machine, pk, until="ended") == "done 1"


def test_a_broker_that_is_away_delays_the_job_and_not_the_page(machine):
    code = "began = time.monotonic(); job = jobs.submit('tests.nothing'); job.refresh_from_db()\n"
    code += "print(job.pk, job.state, job.sent_at, time.monotonic() - began < 5)"

    pk, *seen = machine.python(code, CELERY_BROKER_URL="redis://127.0.0.1:1/0").split()

    assert seen == ["queued", "None", "True"]
    machine.start_worker()
    assert wait(machine, pk, until="ended") == "done 1"


def test_a_worker_sweeps_up_old_files_that_no_dossier_names(machine):
    orphan = machine.folder / "media" / "minh-chung" / "orphan.pdf"
    orphan.parent.mkdir(parents=True)
    orphan.touch()
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(orphan, (two_days_ago, two_days_ago))

    machine.start_worker()

    eventually(lambda: not orphan.exists())
