"""Work done in the background, one row for each piece: the row is the truth, the broker only a bell."""

import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Min, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from core.calendar import clock

STALLED_AFTER = datetime.timedelta(seconds=15)


class JobQuerySet(models.QuerySet):
    """The moment `at` is real time (`core.calendar.clock`), also in training."""

    def submitted_by(self, user):
        return self.filter(created_by=user)

    def waiting(self, at):
        """Jobs that could have started by `at`."""
        return self.filter(Q(run_at=None) | Q(run_at__lte=at), state=Job.State.QUEUED)

    def orphaned(self, at):
        """Jobs whose process has not renewed its lease, so that it is taken to have died."""
        return self.filter(state=Job.State.RUNNING, lease_until__lt=at)

    def startable(self, at):
        return (self.waiting(at) | self.orphaned(at)).filter(attempt__lt=F("max_attempts"))

    def unannounced(self, at):
        """Startable jobs that no worker has been told of for the time of one lease."""
        heard = at - datetime.timedelta(seconds=settings.JOB_LEASE_SECONDS)
        return self.startable(at).filter(Q(sent_at=None) | Q(sent_at__lt=heard))

    def spent(self, at):
        """Jobs whose process died in the last attempt they had."""
        return self.orphaned(at).filter(attempt__gte=F("max_attempts"))

    def held_by(self, owner):
        return self.filter(state=Job.State.RUNNING, owner=owner)

    def oldest_wait(self, at):
        """Since when the job that waits longest could have started; None when nothing waits."""
        return self.waiting(at).aggregate(since=Min(Coalesce("run_at", "created_at")))["since"]


class Job(models.Model):
    """A piece of background work: `core.jobs` submits, runs and rescues it."""

    class State(models.TextChoices):
        QUEUED = "queued", "Đang chờ"
        RUNNING = "running", "Đang làm"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Không làm được"
        CANCELLED = "cancelled", "Đã dừng"

    ENDED = (State.DONE, State.FAILED, State.CANCELLED)

    kind = models.CharField("loại việc", max_length=60)
    params = models.JSONField("tham số", default=dict, encoder=DjangoJSONEncoder)
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.QUEUED)
    progress = models.PositiveIntegerField("đã làm", default=0)
    total = models.PositiveIntegerField("tổng số", default=0)  # 0: not known
    note = models.TextField("diễn biến", blank=True)  # in Vietnamese, for the page
    result_url = models.CharField("địa chỉ kết quả", max_length=300, blank=True)
    error = models.TextField("lỗi kỹ thuật", blank=True)  # for those who run the portal, never on a page
    attempt = models.PositiveSmallIntegerField("lần làm", default=0)
    max_attempts = models.PositiveSmallIntegerField("số lần làm nhiều nhất", default=3)
    owner = models.CharField("tiến trình giữ việc", max_length=32, blank=True)
    lease_until = models.DateTimeField("giữ việc đến", null=True, blank=True)
    sent_at = models.DateTimeField("gửi máy làm lúc", null=True, blank=True)
    run_at = models.DateTimeField("không làm trước", null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="jobs",
        verbose_name="người yêu cầu",
    )
    created_at = models.DateTimeField("yêu cầu lúc", default=clock, editable=False)
    started_at = models.DateTimeField("bắt đầu lúc", null=True, blank=True)  # the attempt that runs
    finished_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = "việc máy làm"
        verbose_name_plural = "việc máy làm"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(attempt__lte=F("max_attempts")),
                name="job_within_its_attempts",
                violation_error_message="Số lần làm không được quá số lần cho phép.",
            ),
        ]
        indexes = [  # the sweep looks only at jobs that have not ended, however many have
            models.Index(
                fields=["state", "lease_until", "run_at"],
                name="job_to_sweep",
                condition=Q(state__in=["queued", "running"]),
            ),
            models.Index(fields=["created_by", "-created_at"], name="job_of_person"),
        ]

    def __str__(self):
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self):
        return reverse("core:job", args=[self.pk])

    @property
    def ended(self):
        return self.state in self.ENDED

    @property
    def time_left(self):
        """How long the job still runs at the pace it had so far; None while nothing can be said."""
        if self.state != self.State.RUNNING or not (self.started_at and self.progress and self.total):
            return None
        return (clock() - self.started_at) * (self.total - self.progress) / self.progress

    @property
    def stalled(self):
        """Whether it has waited so long for a worker that the page should say so."""
        due = self.run_at or self.created_at
        return self.state == self.State.QUEUED and clock() - due > STALLED_AFTER
