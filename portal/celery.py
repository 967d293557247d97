import os

from celery import Celery
from celery.signals import worker_process_init

from portal.supervisor import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect
def prepare_process(**kwargs):
    die_with_parent()  # a killed worker leaves no child that goes on with a job nobody watches
    import weasyprint  # noqa: F401  heavy: half a second that the first paper need not wait
