"""Background work: submitting, running and rescuing jobs.

No broker survives every crash, so the truth is the Job row and a message carries only its id. A process
takes a job by one conditional UPDATE and keeps it by renewing a lease; a job whose lease ran out is
taken over by another. A handler may therefore run twice and must leave the same result both times:
see `Progress.finishing`.
"""

import datetime
import logging
import threading
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from uuid import uuid4

from celery import current_app
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from kombu.exceptions import ChannelError

from core.calendar import clock
from core.models import Job

log = logging.getLogger(__name__)

SENT_AT_ONCE = 200  # by one sweep; the next one is seconds away
PAUSE_AFTER_ERROR = datetime.timedelta(seconds=5)  # times the attempt that failed
GAVE_UP = "Máy đã thử nhiều lần mà không làm được việc này. Hãy báo quản trị viên."
DIED = "Việc bị ngắt giữa chừng nhiều lần nên máy đã dừng. Hãy báo quản trị viên."
AGAIN = "Lần vừa rồi chưa được, máy sẽ tự làm lại."
CANCELLED = "Việc đã dừng theo yêu cầu; không có gì được lưu."


class LeaseLost(Exception):
    """Another process has taken the job over, or somebody has cancelled it: stop, and leave no result."""


class JobRefused(Exception):
    """What was asked cannot be done, now or later; the message is a sentence in Vietnamese for the page."""


@dataclass(frozen=True)
class Kind:
    handler: callable
    max_attempts: int


KINDS = {}


def job_kind(name, *, max_attempts=3):
    """Register `handler(progress, **params)` under a name.

    Handlers live in the `tasks.py` of their app, which web and worker both load at start. What a
    handler returns, if anything, is the address of the result.
    """

    def register(handler):
        KINDS[name] = Kind(handler, max_attempts)
        return handler

    return register


# --- Submitting ------------------------------------------------------------------------------------


def submit(kind, *, by=None, run_at=None, **params):
    """Put a job in the queue; it starts after the commit, and not before the real moment `run_at`."""
    job = Job.objects.create(
        kind=kind, params=params, created_by=by, run_at=run_at, max_attempts=KINDS[kind].max_attempts
    )
    if run_at is None:
        transaction.on_commit(partial(_announce, [job.pk]))
    return job


def _announce(job_ids):
    """Tell the workers of these jobs; what could not be sent is left to the next sweep."""
    sent = list(takewhile(_send, job_ids))
    Job.objects.filter(pk__in=sent).update(sent_at=clock())


def _send(job_id):
    """Whether the broker took the message; any failure of it must not reach the page."""
    try:
        current_app.tasks["core.tasks.run_job"].apply_async([job_id], retry=False)
    except Exception as error:  # each broker has its own errors
        log.warning("Job %s waits for the sweep, the broker does not answer: %s", job_id, error)
        return False
    return True


def cancel(job):
    """End a job that has not ended yet; whether it was so.

    A process that is at it hears of it at its next step and leaves no result.
    """
    going_on = Job.objects.filter(pk=job.pk).exclude(state__in=Job.ENDED)
    return bool(
        going_on.update(state=Job.State.CANCELLED, note=CANCELLED, finished_at=clock(), lease_until=None)
    )


# --- Running ---------------------------------------------------------------------------------------


class Progress:
    """How far a job is, told by the handler that runs it."""

    def __init__(self, job):
        self.job = job
        self.finished = False

    def step(self, done, total, note=""):
        """Show `done` of `total` and a line in Vietnamese on the page, and renew the lease."""
        self._write(progress=done, total=total, note=note, lease_until=_lease())

    def renew(self):
        self._write(lease_until=_lease())

    @contextmanager
    def finishing(self, result_url=""):
        """What is written in this block is committed together with the end of the job, or not at all.

        So the rows a handler leaves are there exactly once, whatever dies when.
        """
        with transaction.atomic():
            self._finish(result_url)  # first: the locked row keeps everybody else out until the commit
            yield
        self.finished = True

    def finish(self, result_url=""):
        self._finish(result_url)
        self.finished = True

    def _finish(self, result_url):
        values = {"result_url": result_url} if result_url else {}
        self._write(state=Job.State.DONE, finished_at=clock(), lease_until=None, note="", **values)

    def _write(self, **values):
        if not Job.objects.held_by(self.job.owner).filter(pk=self.job.pk).update(**values):
            raise LeaseLost(f"Job {self.job.pk} is no longer ours.")


def run(job_id):
    """Do the job if it is there to be taken; otherwise somebody else has it, or it has ended."""
    job = _claim(job_id)
    if job is None:
        return
    progress = Progress(job)
    try:
        with _lease_renewed(progress):
            result_url = KINDS[job.kind].handler(progress, **job.params)
        if not progress.finished:
            progress.finish(result_url or "")
    except LeaseLost:
        log.info("Job %s was cancelled or taken over by another process.", job.pk)
    except JobRefused as refusal:
        _end_badly(job, note=str(refusal))
    except Exception:
        log.exception("Job %s (%s) failed in attempt %s.", job.pk, job.kind, job.attempt)
        _give_back(job, error=traceback.format_exc())


def _claim(job_id):
    """Take the job by one conditional UPDATE, so that of many processes one gets it."""
    owner = uuid4().hex
    taken = (
        Job.objects.startable(clock())
        .filter(pk=job_id)
        .update(
            state=Job.State.RUNNING,
            owner=owner,
            attempt=F("attempt") + 1,
            lease_until=_lease(),
            started_at=clock(),
            progress=0,
            note="",
        )
    )
    return Job.objects.get(pk=job_id) if taken else None


def _lease():
    return clock() + datetime.timedelta(seconds=settings.JOB_LEASE_SECONDS)


@contextmanager
def _lease_renewed(progress):
    """Renew the lease from a thread while the handler is silent.

    WeasyPrint lays out a long paper in one call of up to a minute. The thread lives and dies with the
    process, so a killed worker still loses its lease; a worker that hangs is killed by Celery's
    CELERY_TASK_TIME_LIMIT.
    """
    stop = threading.Event()
    thread = threading.Thread(target=_keep_renewing, args=[progress, stop], daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _keep_renewing(progress, stop):
    try:
        while not stop.wait(settings.JOB_LEASE_SECONDS / 3):
            _renew_if_possible(progress)
    except LeaseLost:
        return  # the handler hears of it at its next step, at the latest when it finishes
    finally:
        connection.close()


def _renew_if_possible(progress):
    try:
        progress.renew()
    except DatabaseError as error:  # locked or away: there is time for two more tries
        log.warning("Could not renew the lease of job %s: %s", progress.job.pk, error)
        connection.close()


def _give_back(job, *, error):
    """Queue the job again while it has attempts left, else end it."""
    if job.attempt >= job.max_attempts:
        _end_badly(job, note=GAVE_UP, error=error)
        return
    Job.objects.held_by(job.owner).update(
        state=Job.State.QUEUED,
        note=AGAIN,
        error=error,
        run_at=clock() + job.attempt * PAUSE_AFTER_ERROR,
        lease_until=None,
        sent_at=None,
    )


def _end_badly(job, *, note, error=""):
    Job.objects.held_by(job.owner).update(
        state=Job.State.FAILED, note=note, error=error, finished_at=clock(), lease_until=None
    )


# --- Rescuing --------------------------------------------------------------------------------------


def sweep():
    """Announce again what no worker seems to know of, and end what died in its last attempt."""
    moment = clock()
    Job.objects.spent(moment).update(
        state=Job.State.FAILED, note=DIED, error="The process died.", finished_at=moment, lease_until=None
    )
    _announce(Job.objects.unannounced(moment).order_by("pk").values_list("pk", flat=True)[:SENT_AT_ONCE])


def queue_age():
    """Seconds that the job which waits longest has waited; 0 when nothing waits."""
    moment = clock()
    since = Job.objects.oldest_wait(moment)
    return (moment - since).total_seconds() if since else 0


def broker_answers():
    """Whether messages can be sent now; when not, jobs wait and nothing is lost."""
    try:
        with current_app.connection_for_write() as connection, connection.SimpleQueue("celery") as queue:
            queue.qsize()
    except ChannelError:
        return True  # it answered that it has no such queue: so Redis says of an empty one
    except Exception as error:  # each broker has its own errors
        log.warning("The broker does not answer: %r", error)
        return False
    return True
