from celery import shared_task
from celery.signals import worker_ready

from exemplars import evidence, photos

A_DAY = 24 * 60 * 60


@shared_task
def sweep_evidence():
    evidence.sweep_orphans()
    photos.sweep_orphan_photos()


@worker_ready.connect
def sweep_daily(sender, **kwargs):
    """Every worker asks for it when it starts and daily, so that it needs no beat process."""
    sweep_evidence.delay()
    sender.timer.call_repeatedly(A_DAY, sweep_evidence.delay)
