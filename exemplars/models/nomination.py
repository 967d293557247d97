from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from campaigns.models import Plan, WorkField
from core.calendar import now, today
from core.derived import PersonKeyField, SearchTextField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from exemplars.models.subject import Facts, Subject
from law.models import AwardType, MeritKind, Regime, SubjectKind
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class NominationStatus(models.TextChoices):
    DRAFT = "draft", "Đang lập"
    READY = "ready", "Chờ thủ trưởng trình"
    SUBMITTED = "submitted", "Chờ tiếp nhận"
    FORWARDED = "forwarded", "Đã trình cấp trên"
    RECEIVED = "received", "Đang thẩm định"
    RETURNED = "returned", "Trả lại để bổ sung"
    APPRAISED = "appraised", "Đủ điều kiện, chờ họp"
    INELIGIBLE = "ineligible", "Không đủ điều kiện"
    ON_AGENDA = "on_agenda", "Đã đưa vào phiên họp"
    PASSED = "passed", "Hội đồng thông qua"
    NOT_PASSED = "not_passed", "Hội đồng không thông qua"
    AWARDED = "awarded", "Đã khen thưởng"
    ANNULLED = "annulled", "Đã hủy khen thưởng"
    WITHDRAWN = "withdrawn", "Đã rút"


S = NominationStatus
EDITABLE = (S.DRAFT, S.RETURNED)  # by those who prepare it
AT_OFFICE = (S.SUBMITTED, S.FORWARDED, S.RECEIVED)  # the standing office has to do something
UNDER_WAY = (S.SUBMITTED, S.FORWARDED, S.RECEIVED, S.APPRAISED, S.ON_AGENDA, S.PASSED)
ENDED = (S.INELIGIBLE, S.NOT_PASSED, S.AWARDED, S.ANNULLED, S.WITHDRAWN)
BEFORE_COUNCIL = (  # what council members see
    S.APPRAISED,
    S.ON_AGENDA,
    S.PASSED,
    S.NOT_PASSED,
    S.AWARDED,
    S.ANNULLED,
)


class Route(models.TextChoices):
    TERRITORY = "territory", "Theo địa bàn"
    SECTOR = "sector", "Theo ngành"


class NominationQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Own units' dossiers in every state; an office, those come to it; its council, once appraised."""
        own = within(desk.paths(*PREPARING), "unit__path")
        return self.filter(
            own
            | (self._came_to(desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)))
            | (self._came_to(desk.offices(Role.MEMBER)) & Q(status__in=BEFORE_COUNCIL))
        )

    @staticmethod
    def _came_to(offices):
        if not offices:
            return Q(pk__in=[])
        return Q(Exists(OfficeStay.objects.filter(nomination=OuterRef("pk"), office__in=offices)))

    def prepared_by(self, desk):
        """Dossiers of the units for which the person prepares or submits."""
        return self.filter(within(desk.paths(*PREPARING), "unit__path"))

    def editable_by(self, desk):
        """Drafts and returned dossiers that the person may change."""
        return self.prepared_by(desk).filter(status__in=EDITABLE)

    def held_by(self, desk, *roles):
        """Dossiers that lie at an office for which the person acts in one of `roles`."""
        return self.filter(holder__in=desk.offices(*roles))

    def waiting_for(self, desk):
        """Dossiers on which the next step is this person's."""
        return self.filter(waiting_for(desk))

    def overdue(self, on=None):
        return self.filter(is_overdue(on))

    def for_table(self):
        return self.select_related("unit", "award", "plan", "holder")

    def for_page(self):
        return self.select_related(
            "subject", "unit", "award", "plan", "holder", "field", "regime", "updated_by"
        )


def waiting_for(desk):
    """A Q for the dossiers on which the next step is this person's."""
    preparing = within(desk.paths(Role.OFFICER), "unit__path") & Q(status__in=EDITABLE)
    submitting = within(desk.paths(Role.HEAD), "unit__path") & Q(status=S.READY)
    handling = Q(holder__in=desk.offices(Role.STANDING), status__in=AT_OFFICE)
    return preparing | submitting | handling


def is_overdue(on=None):
    """A Q for the dossiers whose day for an answer has passed while they lie at an office."""
    return Q(due_on__lt=on or today(), status__in=AT_OFFICE)


class Nomination(Facts, Workflow):
    """A request that one subject be given one award (hồ sơ đề nghị khen thưởng).

    The facts are those stated in the dossier; the subject keeps what is known last.
    """

    MOVES = {
        "propose": Move("Chuyển thủ trưởng", (S.DRAFT, S.RETURNED), S.READY, Role.OFFICER, style="primary"),
        "hand_back": Move("Giao lại cán bộ", (S.READY,), S.DRAFT, Role.HEAD, needs_note=True),
        "submit": Move(
            "Trình hồ sơ", (S.DRAFT, S.RETURNED, S.READY), S.SUBMITTED, Role.HEAD, style="primary"
        ),
        "receive": Move(
            "Tiếp nhận", (S.SUBMITTED, S.FORWARDED), S.RECEIVED, Role.STANDING, "holder", style="primary"
        ),
        "give_back": Move(
            "Trả lại để bổ sung", (S.SUBMITTED, S.FORWARDED, S.RECEIVED), S.RETURNED, Role.STANDING, "holder"
        ),
        "appraise": Move(
            "Kết luận đủ điều kiện", (S.RECEIVED,), S.APPRAISED, Role.STANDING, "holder", style="primary"
        ),
        "refuse": Move(
            "Kết luận không đủ điều kiện",
            (S.RECEIVED,),
            S.INELIGIBLE,
            Role.STANDING,
            "holder",
            needs_note=True,
            style="danger",
        ),
        "withdraw": Move(
            "Rút hồ sơ",
            (S.DRAFT, S.READY, S.RETURNED, S.SUBMITTED, S.FORWARDED, S.RECEIVED, S.APPRAISED),
            S.WITHDRAWN,
            Role.HEAD,
            needs_note=True,
            style="danger",
        ),
        "drop": Move(
            "Bỏ hồ sơ đang lập", (S.DRAFT,), S.WITHDRAWN, Role.OFFICER, needs_note=True, style="danger"
        ),  # begun by mistake; what was sent once is the head's to withdraw
        "schedule": Move(
            "Đưa vào phiên họp", (S.APPRAISED,), S.ON_AGENDA, Role.STANDING, "holder", button=False
        ),
        "unschedule": Move(
            "Rút khỏi phiên họp", (S.ON_AGENDA,), S.APPRAISED, Role.STANDING, "holder", button=False
        ),
        "pass": Move("Hội đồng thông qua", (S.ON_AGENDA,), S.PASSED, Role.STANDING, "holder", button=False),
        "fail": Move(
            "Hội đồng không thông qua", (S.ON_AGENDA,), S.NOT_PASSED, Role.STANDING, "holder", button=False
        ),
        "forward": Move("Trình cấp trên", (S.PASSED,), S.FORWARDED, Role.CLERK, "holder", button=False),
        "award": Move("Khen thưởng", (S.PASSED,), S.AWARDED, Role.CLERK, "holder", button=False),
        "annul": Move("Hủy khen thưởng", (S.AWARDED,), S.ANNULLED, Role.CLERK, "holder", button=False),
    }

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="nominations", verbose_name="đối tượng")
    kind = models.CharField("loại đối tượng", max_length=20, choices=SubjectKind, editable=False)
    exemplar = models.ForeignKey(
        "exemplars.Exemplar",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nominations",
        editable=False,
        verbose_name="điển hình",
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="nominations", verbose_name="đơn vị đề nghị")
    plan = models.ForeignKey(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name="kế hoạch",
        help_text="Để trống khi đề nghị khen thưởng đột xuất.",
    )
    field = models.ForeignKey(
        WorkField, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name="lĩnh vực"
    )
    award = models.ForeignKey(
        AwardType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name="danh hiệu, hình thức đề nghị",
    )
    merit = models.CharField("loại hình khen thưởng", max_length=20, choices=MeritKind, blank=True)
    year = models.PositiveSmallIntegerField("năm xét", null=True, blank=True)
    achieved_from = models.DateField("thành tích từ ngày", null=True, blank=True)
    achieved_to = models.DateField("đến hết ngày", null=True, blank=True)
    summary = LineField("tóm tắt thành tích ghi trong quyết định", max_length=400, blank=True)
    background = ProseField("sơ lược đặc điểm, hoàn cảnh", blank=True)
    achievements = ProseField("thành tích đạt được", blank=True)
    past_awards = ProseField("đã được khen thưởng", blank=True)
    route = models.CharField("tuyến trình", max_length=20, choices=Route, default=Route.TERRITORY)

    status = models.CharField(
        "trạng thái", max_length=20, choices=NominationStatus, default=NominationStatus.DRAFT, editable=False
    )
    holder = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="held_nominations",
        editable=False,
        verbose_name="nơi đang xử lý",
    )
    regime = models.ForeignKey(Regime, models.PROTECT, null=True, blank=True, editable=False)
    submitted_on = models.DateField("ngày trình", null=True, blank=True, editable=False)
    received_on = models.DateField("ngày tiếp nhận", null=True, blank=True, editable=False)
    due_on = models.DateField("hạn xử lý", null=True, blank=True, editable=False)
    appraisal = ProseField("ý kiến thẩm định", blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        editable=False,
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    updated_at = models.DateTimeField("sửa lần cuối", default=now, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it
    name_key = PersonKeyField(sources=["name"])
    search_text = SearchTextField(
        sources=["name", "position", "workplace", "hamlet", "address", "summary"], max_length=1300
    )

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ đề nghị"
        verbose_name_plural = "hồ sơ đề nghị"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(achieved_to__gte=F("achieved_from"))
                | Q(achieved_to=None)
                | Q(achieved_from=None),
                name="nomination_achieved_in_order",
                violation_error_message="Ngày cuối của thành tích phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=Q(women__lte=F("headcount")) | Q(women=None) | Q(headcount=None),
                name="nomination_women_within_headcount",
                violation_error_message="Số nữ không thể nhiều hơn tổng số người.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=(S.DRAFT, S.READY, S.WITHDRAWN)) | Q(holder__isnull=False),
                name="nomination_under_way_has_holder",
                violation_error_message="Hồ sơ đã trình phải có nơi xử lý.",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "status"], name="nomination_of_unit"),
            models.Index(fields=["holder", "status"], name="nomination_at_office"),
            models.Index(fields=["name_key"], name="nomination_by_name"),
            models.Index(fields=["plan", "status"], name="nomination_of_plan"),
            models.Index(fields=["year"], name="nomination_of_year"),
        ]

    def __str__(self):
        return f"Hộ {self.name}" if self.kind == SubjectKind.HOUSEHOLD else self.name

    def get_absolute_url(self):
        return reverse("exemplars:nomination", args=[self.pk])

    @property
    def editable(self):
        return self.status in EDITABLE

    @property
    def days_left(self):
        """Days until an answer is due, negative when overdue; None when nobody has to answer."""
        if self.due_on is None or self.status not in AT_OFFICE:
            return None
        return (self.due_on - today()).days

    @property
    def open_return(self):
        """The slip whose requests are still to be met: none was sent after it."""
        slip = self.returns.prefetch_related("items").select_related("office", "by").first()
        sent_since = slip and self.snapshots.filter(at__gt=slip.at).exists()
        return None if sent_since else slip

    @property
    def handed_back(self):
        """The event by which the head gave the draft back to its officer, if it was."""
        draft = self.status == NominationStatus.DRAFT
        return self.history.filter(verb="hand_back").last() if draft else None


class OfficeStay(models.Model):
    """The stay of a dossier at one office on its way up."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="stays")
    office = models.ForeignKey(Unit, models.PROTECT, related_name="stays", verbose_name="nơi xử lý")
    sent_by_office = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="nơi gửi")
    route = models.CharField("tuyến", max_length=20, choices=Route, default=Route.TERRITORY)
    arrived_on = models.DateField("đến ngày")

    class Meta:
        verbose_name = "nơi đã xử lý"
        verbose_name_plural = "các nơi đã xử lý"
        ordering = ["arrived_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "office"],
                name="stay_once_per_office",
                violation_error_message="Hồ sơ đã đến nơi này.",
            )
        ]

    def __str__(self):
        return str(self.office)
