"""What the Celery worker does for the jobs of `core.jobs`."""

import logging

from celery import shared_task
from celery.signals import worker_ready
from django.conf import settings
from django.db import DatabaseError, connections

from core import jobs

log = logging.getLogger(__name__)


@shared_task
def run_job(job_id):
    jobs.run(job_id)


@shared_task
def sweep():
    jobs.sweep()


@worker_ready.connect
def sweep_now_and_then(sender, **kwargs):
    """Every worker sweeps by itself, so that no job depends on a beat process or on a message kept."""
    _sweep_beside_the_pool()
    sender.timer.call_repeatedly(settings.JOB_SWEEP_SECONDS, _sweep_beside_the_pool)


def _sweep_beside_the_pool():
    """Sweep in the worker's main process, where no long job delays it."""
    try:
        jobs.sweep()
    except DatabaseError as error:  # away for now: the timer must live on
        log.warning("Could not sweep the jobs: %s", error)
    finally:
        connections.close_all()  # a child that is forked later must not inherit an open connection
