"""How an exemplar is nurtured (bồi dưỡng): what is done for it, by whom, and what stands in its way."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.calendar import now, today
from core.fields import LineField, ProseField
from core.workflow import Versioned
from exemplars.models.exemplar import Exemplar
from organizations.access import PREPARING
from organizations.models import Unit
from organizations.models.unit import within


class SupportPlan(Versioned):
    """What an exemplar is to be helped to, within a period (kế hoạch bồi dưỡng)."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="support_plans")
    goal = ProseField("mục tiêu bồi dưỡng")
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it

    class Meta:
        verbose_name = "kế hoạch bồi dưỡng"
        verbose_name_plural = "kế hoạch bồi dưỡng"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="support_ends_after_it_starts",
                violation_error_message="Ngày cuối phải từ ngày đầu trở đi.",
            )
        ]

    def __str__(self):
        return f"Bồi dưỡng từ {self.starts_on:%d/%m/%Y} đến {self.ends_on:%d/%m/%Y}"


class SupportTaskQuerySet(models.QuerySet):
    def asked_of(self, desk):
        """Tasks of the units for which the person prepares: their own exemplars', and others' they help."""
        own = within(desk.paths(*PREPARING), "plan__exemplar__unit__path")
        return self.filter(own | within(desk.paths(*PREPARING), "helper_unit__path"))

    def undone(self):
        return self.filter(done_on=None)

    def late(self, on=None):
        return self.undone().filter(due_on__lt=on or today())


class SupportTask(models.Model):
    """One thing that is done for an exemplar: by whom, with what money, until when (việc hỗ trợ)."""

    plan = models.ForeignKey(SupportPlan, models.CASCADE, related_name="tasks")
    task = LineField("việc hỗ trợ", max_length=300)
    helper_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="support_tasks",
        verbose_name="đơn vị giúp",
    )
    helper = LineField("nơi, người giúp khác", max_length=200, blank=True)
    money = models.PositiveBigIntegerField("kinh phí (đồng)", null=True, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    done_on = models.DateField("ngày xong", null=True, blank=True)
    result = ProseField("kết quả", blank=True)
    order = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = SupportTaskQuerySet.as_manager()

    class Meta:
        verbose_name = "việc hỗ trợ"
        verbose_name_plural = "việc hỗ trợ"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(helper_unit__isnull=False) | ~Q(helper=""),
                name="support_task_has_a_helper",
                violation_error_message="Hãy ghi đơn vị giúp, hoặc nơi, người giúp khác.",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(result=""),
                name="support_task_done_has_a_result",
                violation_error_message="Việc đã xong phải có kết quả.",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], name="support_task_due", condition=Q(done_on=None)),
        ]

    def __str__(self):
        return self.task

    @property
    def helped_by(self):
        return " và ".join(str(one) for one in (self.helper_unit, self.helper) if one)

    @property
    def is_late(self):
        return self.done_on is None and self.due_on is not None and self.due_on < today()


class ObstacleQuerySet(models.QuerySet):
    def open(self):
        return self.filter(removed_on=None)


class Obstacle(models.Model):
    """What stands in an exemplar's way, reported so that it is removed in time (khó khăn, vướng mắc)."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="obstacles")
    what = ProseField("khó khăn, vướng mắc")
    reported_on = models.DateField("ngày báo", default=today)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    removed_on = models.DateField("ngày tháo gỡ", null=True, editable=False)
    how = ProseField("cách tháo gỡ", blank=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that reported it

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        verbose_name = "khó khăn, vướng mắc"
        verbose_name_plural = "khó khăn, vướng mắc"
        ordering = ["-reported_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(removed_on__gte=F("reported_on")) | Q(removed_on=None),
                name="obstacle_removed_after_it_was_reported",
                violation_error_message="Ngày tháo gỡ không thể trước ngày báo.",
            ),
            models.CheckConstraint(
                condition=Q(removed_on=None, removed_by=None, how="")
                | (Q(removed_on__isnull=False, removed_by__isnull=False) & ~Q(how="")),
                name="obstacle_removal_says_how_and_by_whom",
                violation_error_message="Hãy ghi ngày, cách tháo gỡ và người tháo gỡ.",
            ),
        ]
        indexes = [
            models.Index(fields=["exemplar"], name="obstacle_open", condition=Q(removed_on=None)),
        ]

    def __str__(self):
        return self.what[:100]
