import datetime

import pytest
from django.db import transaction

from core import jobs
from core.calendar import clock
from core.models import Job
from organizations.models import User
from tests import job_kinds  # noqa: F401  registers the kinds
from tests.factories import JobFactory, UserFactory

pytestmark = pytest.mark.django_db

QUEUED, RUNNING, DONE, FAILED, CANCELLED = Job.State


def ago(seconds):
    return clock() - datetime.timedelta(seconds=seconds)


def ahead(seconds):
    return ago(-seconds)


def after(seconds):
    """So many seconds from when the test makes its job, which may be long after the tests were collected."""
    return datetime.timedelta(seconds=seconds)


def job_with(**values):
    moments = {
        name: clock() + value for name, value in values.items() if isinstance(value, datetime.timedelta)
    }
    return JobFactory(kind="tests.nothing", params={}, **(values | moments))


def test_a_job_is_submitted_for_a_person_and_sent_after_the_commit(django_capture_on_commit_callbacks):
    user = UserFactory()

    with django_capture_on_commit_callbacks(execute=True):
        job = jobs.submit("tests.add_user", by=user, full_name="Lê Thị Bông")
        assert job.sent_at is None

    job.refresh_from_db()
    assert (job.state, job.created_by, job.params) == (QUEUED, user, {"full_name": "Lê Thị Bông"})
    assert ago(5) < job.sent_at < clock()


def test_a_job_of_an_unknown_kind_is_refused_at_once():
    with pytest.raises(KeyError):
        jobs.submit("tests.unheard_of")


def test_a_job_for_later_is_left_to_the_sweep(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        job = jobs.submit("tests.nothing", run_at=ahead(60))

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (callbacks, job.state) == ([], QUEUED)


def test_running_a_job_leaves_its_result_and_no_lease():
    job = JobFactory(kind="tests.nothing", params={})

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt, job.result_url, job.lease_until) == (DONE, 1, "/xong/", None)
    assert ago(5) < job.finished_at < clock()


def test_a_second_message_for_the_same_job_does_nothing():
    job = JobFactory(kind="tests.add_user", params={"full_name": "Lê Thị Bông"})

    jobs.run(job.pk)
    jobs.run(job.pk)

    assert User.objects.filter(full_name="Lê Thị Bông").count() == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"state": QUEUED}, DONE),
        ({"state": QUEUED, "run_at": after(-1)}, DONE),
        ({"state": QUEUED, "run_at": after(60)}, QUEUED),
        ({"state": RUNNING, "attempt": 1, "lease_until": after(10)}, RUNNING),
        ({"state": RUNNING, "attempt": 1, "lease_until": after(-1)}, DONE),
        ({"state": RUNNING, "attempt": 3, "lease_until": after(-1)}, RUNNING),
        ({"state": FAILED, "attempt": 1}, FAILED),
        ({"state": CANCELLED, "attempt": 1}, CANCELLED),
    ],
    ids=[
        "queued",
        "due",
        "not due",
        "held",
        "orphaned",
        "orphaned in the last attempt",
        "failed",
        "cancelled",
    ],
)
def test_only_what_nobody_holds_and_is_due_can_be_taken(values, expected):
    job = job_with(**values)

    jobs.run(job.pk)

    job.refresh_from_db()
    assert job.state == expected


def test_who_lost_the_lease_leaves_no_result_and_does_not_touch_the_job():
    job = JobFactory(kind="tests.overtaken", params={"full_name": "Lê Thị Bông"})

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.owner) == (RUNNING, "another")
    assert not User.objects.filter(full_name="Lê Thị Bông").exists()


def test_a_job_that_is_cancelled_while_it_runs_leaves_no_result():
    job = JobFactory(kind="tests.cancelled", params={"full_name": "Lê Thị Bông"})

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.note) == (CANCELLED, jobs.CANCELLED)
    assert not User.objects.filter(full_name="Lê Thị Bông").exists()


def test_a_step_shows_progress_and_renews_the_lease():
    job = JobFactory(state=RUNNING, owner="me", attempt=1, lease_until=ahead(1))

    jobs.Progress(job).step(3, 10, "Đang in trang 3.")

    job.refresh_from_db()
    assert (job.progress, job.total, job.note) == (3, 10, "Đang in trang 3.")
    assert job.lease_until > ahead(20)


def test_what_finishing_writes_is_undone_when_the_end_fails():
    job = JobFactory(kind="tests.break_while_finishing", params={"full_name": "Lê Thị Bông"})

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.finished_at) == (QUEUED, None)
    assert not User.objects.filter(full_name="Lê Thị Bông").exists()


def test_an_error_queues_the_job_again_for_a_little_later():
    job = JobFactory(kind="tests.break", params={}, max_attempts=2)

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt, job.note) == (QUEUED, 1, jobs.AGAIN)
    assert ahead(3) < job.run_at < ahead(6)
    assert job.error.endswith("RuntimeError: The printer is on fire.\n")


def test_an_error_in_the_last_attempt_ends_the_job_with_a_sentence():
    job = JobFactory(kind="tests.break", params={}, max_attempts=2, attempt=1)

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt, job.note) == (FAILED, 2, jobs.GAVE_UP)
    assert job.error.endswith("RuntimeError: The printer is on fire.\n")


def test_what_cannot_be_done_is_not_tried_again():
    job = JobFactory(kind="tests.refuse", params={})

    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempt, job.note) == (FAILED, 1, "Danh sách trống nên không có gì để in.")


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        ({}, True),
        ({"sent_at": after(-5)}, False),
        ({"sent_at": after(-60)}, True),
        ({"run_at": after(60)}, False),
        ({"run_at": after(-1)}, True),
        ({"state": RUNNING, "attempt": 1, "sent_at": after(-60), "lease_until": after(5)}, False),
        ({"state": RUNNING, "attempt": 1, "sent_at": after(-60), "lease_until": after(-1)}, True),
        ({"state": DONE, "attempt": 1}, False),
    ],
    ids=["never sent", "just sent", "sent long ago", "not due", "due", "held", "orphaned", "done"],
)
def test_the_sweep_sends_what_no_worker_seems_to_know_of(values, sent):
    job = job_with(**values)

    jobs.sweep()

    assert Job.objects.filter(pk=job.pk, sent_at__gt=ago(4)).exists() == sent


def test_the_sweep_ends_what_died_in_its_last_attempt():
    job = JobFactory(state=RUNNING, attempt=3, owner="dead", lease_until=ago(1))

    jobs.sweep()

    job.refresh_from_db()
    assert (job.state, job.note, job.lease_until) == (FAILED, jobs.DIED, None)


@pytest.mark.parametrize("count", [1, 10])
def test_the_sweep_asks_the_same_queries_for_any_number_of_jobs(count, django_assert_num_queries):
    JobFactory.create_batch(count)

    with django_assert_num_queries(3):
        jobs.sweep()


def test_the_age_of_the_queue_is_the_longest_wait_of_what_could_have_started():
    JobFactory(created_at=ago(90), run_at=ago(20))
    JobFactory(created_at=ago(500), run_at=ahead(60))
    JobFactory(created_at=ago(500), state=DONE)

    assert round(jobs.queue_age()) == 20


def test_an_empty_queue_has_no_age():
    assert jobs.queue_age() == 0


def test_a_job_that_was_rolled_back_is_never_sent(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        jobs.submit("tests.nothing")
        transaction.set_rollback(True)

    assert (callbacks, Job.objects.count()) == ([], 0)
