"""Kinds of background work that only tests ask for; workers under test load them by --include."""

import time

from core.jobs import JobRefused, cancel, job_kind
from organizations.models import User


@job_kind("tests.nothing")
def do_nothing(progress):
    return "/xong/"


@job_kind("tests.add_user")
def add_user(progress, *, full_name, seconds=0):
    """Spends `seconds` in ten steps and leaves one user."""
    for number in range(10):
        progress.step(number, 10, "Đang thêm người.")
        time.sleep(seconds / 10)
    with progress.finishing():
        User.objects.create(username=f"viec{progress.job.pk}-{progress.job.attempt}", full_name=full_name)


@job_kind("tests.silent")
def stay_silent(progress, *, seconds):
    time.sleep(seconds)


@job_kind("tests.break", max_attempts=2)
def break_down(progress):
    raise RuntimeError("The printer is on fire.")


@job_kind("tests.refuse")
def refuse(progress):
    raise JobRefused("Danh sách trống nên không có gì để in.")


@job_kind("tests.overtaken")
def be_overtaken(progress, *, full_name):
    """Another process takes the job while this one thinks that it still has it."""
    type(progress.job).objects.filter(pk=progress.job.pk).update(owner="another")
    with progress.finishing():
        User.objects.create(username="viec", full_name=full_name)


@job_kind("tests.cancelled")
def be_cancelled(progress, *, full_name):
    """Who asked for the job stops it while it runs."""
    cancel(progress.job)
    with progress.finishing():
        User.objects.create(username="viec", full_name=full_name)


@job_kind("tests.break_while_finishing")
def break_while_finishing(progress, *, full_name):
    with progress.finishing():
        User.objects.create(username="viec", full_name=full_name)
        raise RuntimeError("The disk is full.")
