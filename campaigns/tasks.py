from celery import shared_task
from celery.signals import worker_ready

from campaigns.progress import sweep_files

A_DAY = 24 * 60 * 60


@shared_task
def sweep_progress_files():
    sweep_files()


@worker_ready.connect
def sweep_progress_files_daily(sender, **kwargs):
    """Every worker asks for it when it starts and daily, so that it needs no beat process."""
    sweep_progress_files.delay()
    sender.timer.call_repeatedly(A_DAY, sweep_progress_files.delay)
