from celery import shared_task
from celery.signals import worker_ready

from core.jobs import job_kind
from portal import reminders

LOOK_EVERY = 10 * 60  # seconds

job_kind(reminders.KIND, max_attempts=5)(reminders.remind)


@shared_task
def ask_for_reminders():
    reminders.ask_for_reminders()


@worker_ready.connect
def look_now_and_then(sender, **kwargs):
    """Every worker looks by itself as well, so that reminders need no beat process."""
    ask_for_reminders.delay()
    sender.timer.call_repeatedly(LOOK_EVERY, ask_for_reminders.delay)
