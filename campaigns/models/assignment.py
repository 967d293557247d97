import datetime

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from campaigns.models.milestone import Milestone
from campaigns.models.plan import PUBLIC, Plan, PlanStatus
from core.calendar import now, today
from core.derived import SearchTextField
from core.fields import LineField, ProseField
from core.stored_files import StoredFile, path_in
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class AssignmentState(models.TextChoices):
    """How an assignment stands on a day; computed, never stored. What is done is not late, and so on down."""

    DONE = "done", "Đã hoàn thành"
    OVERDUE = "overdue", "Quá hạn"
    SILENT = "silent", "Chưa có tin"
    DUE = "due", "Sắp đến hạn"
    RUNNING = "running", "Đang thực hiện"


SILENT_AFTER = datetime.timedelta(days=60)  # without a word, counted from the plan's issue at first


class AssignmentQuerySet(models.QuerySet):
    def asked(self):
        """Assignments of plans that were issued: before that nobody has been asked for anything."""
        return self.filter(plan__status__in=PUBLIC)

    def in_force(self):
        """Assignments of issued plans: those on which one can report."""
        return self.filter(plan__status=PlanStatus.ISSUED)

    def given_to(self, desk):
        """Assignments of the units that the person prepares for."""
        return self.filter(within(desk.paths(*PREPARING), "unit__path"))

    def reported_by(self, desk):
        """Assignments in force of the person's units, and of the plans of the person's standing office."""
        mine = within(desk.paths(*PREPARING), "unit__path")
        return self.in_force().filter(mine | Q(plan__unit__in=desk.offices(Role.STANDING)))

    def with_state(self, deadlines, since=None):
        """With `last_word_on` and `percent` of the last report, and `state` (AssignmentState).

        Silent is what had no report since the day `since`: SILENT_AFTER before the day of `deadlines`
        where none is named.
        """
        words = ProgressReport.objects.filter(assignment=OuterRef("pk")).order_by("-on", "-pk")
        since = since or deadlines.on - SILENT_AFTER
        rows = self.annotate(
            last_word_on=Subquery(words.values("on")[:1]), percent=Subquery(words.values("percent")[:1])
        )
        return rows.annotate(
            state=Case(
                When(done_on__isnull=False, then=Value(AssignmentState.DONE)),
                When(due_on__lte=deadlines.last_missed, then=Value(AssignmentState.OVERDUE)),
                When(_last_heard(before=since), then=Value(AssignmentState.SILENT)),
                When(due_on__lte=deadlines.last_soon, then=Value(AssignmentState.DUE)),
                default=Value(AssignmentState.RUNNING),
                output_field=models.CharField(),
            )
        )

    def for_table(self):
        return self.select_related(
            "unit", "milestone", "plan__unit", "plan__number__series", "answered_by__number__series"
        )

    def late(self, deadlines):
        return self.filter(done_on=None, due_on__lte=deadlines.last_missed)


def _last_heard(*, before):
    heard = Coalesce(F("last_word_on"), F("plan__issued_on"))
    return models.lookups.LessThan(heard, Value(before, output_field=models.DateField()))


class Assignment(models.Model):
    """What the plan asks of one unit, until when (phân công)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments", verbose_name="đơn vị chủ trì")
    milestone = models.ForeignKey(
        Milestone,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name="phục vụ mốc",
    )
    task = ProseField("nhiệm vụ")
    partners = LineField("đơn vị phối hợp", max_length=300, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    done_on = models.DateField("hoàn thành ngày", null=True, blank=True)  # with `result`: of the last report
    result = ProseField("kết quả", blank=True)
    answered_by = models.ForeignKey(
        Plan,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name="kế hoạch thực hiện của đơn vị",
    )
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    search_text = SearchTextField(sources=["task"])

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phân công"
        verbose_name_plural = "phân công"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(result=""),
                name="assignment_done_has_result",
                violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("plan")),
                name="assignment_answered_by_another_plan",
                violation_error_message="Kế hoạch không thể thực hiện phân công của chính mình.",
            ),
        ]

    def __str__(self):
        return f"{self.unit}: {self.task[:60]}"

    def get_absolute_url(self):
        return reverse("campaigns:assignment", args=[self.pk])

    def get_state_display(self):
        """The word for `state` of `with_state`."""
        return AssignmentState(self.state).label


class ProgressReportQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """What a unit reports is read there and at the offices that lead the plan, or stand above it."""
        own = within(desk.paths(*PREPARING), "assignment__unit__path")
        leads = within(desk.office_paths(Role.STANDING, Role.CHAIRMAN), "assignment__plan__unit__path")
        return self.filter(own | leads)


class ProgressReport(models.Model):
    """How far an assignment is on a day, in per cent or in words, as its unit says (báo cáo tiến độ)."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="reports")
    on = models.DateField("tính đến ngày", default=today)
    percent = models.PositiveSmallIntegerField("đã làm được (%)", null=True, blank=True)
    text = ProseField("kết quả, việc đang làm", blank=True)
    is_final = models.BooleanField("đã hoàn thành nhiệm vụ", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that sent it

    objects = ProgressReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo tiến độ"
        verbose_name_plural = "báo cáo tiến độ"
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["assignment", "-on", "-id"], name="last_word_on_assignment")]
        constraints = [
            models.CheckConstraint(
                condition=Q(percent=None) | Q(percent__lte=100),
                name="progress_up_to_100_percent",
                violation_error_message="Tỷ lệ đã làm được từ 0 đến 100.",
            ),
            models.CheckConstraint(
                condition=Q(percent__isnull=False) | ~Q(text=""),
                name="progress_in_percent_or_words",
                violation_error_message="Hãy ghi tỷ lệ đã làm được hoặc việc đang làm.",
            ),
            models.CheckConstraint(
                condition=Q(is_final=False) | ~Q(text=""),
                name="final_progress_has_result",
                violation_error_message="Việc đã hoàn thành phải ghi kết quả.",
            ),
        ]

    def __str__(self):
        return f"{self.on:%d/%m/%Y}: {self.state_in_words}"

    @property
    def state_in_words(self):
        if self.is_final:
            return "đã hoàn thành"
        return f"đã làm được {self.percent}%" if self.percent is not None else "đang thực hiện"


def progress_path(file, filename):
    return path_in("tien-do", filename)


class ProgressFile(StoredFile):
    """A file that bears out a report of progress (minh chứng tiến độ)."""

    report = models.ForeignKey(ProgressReport, models.CASCADE, related_name="files")
    file = models.FileField("tệp", upload_to=progress_path, max_length=255)

    class Meta:
        verbose_name = "minh chứng tiến độ"
        verbose_name_plural = "minh chứng tiến độ"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "sha256"],
                name="progress_file_once_per_report",
                violation_error_message="Tệp này đã có trong báo cáo.",
            )
        ]
