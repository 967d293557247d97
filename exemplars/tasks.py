from celery import shared_task

from exemplars import evidence


@shared_task
def sweep_evidence():
    evidence.sweep_orphans()
