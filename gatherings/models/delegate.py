from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.derived import FoldedField, PersonKeyField, SearchTextField
from core.fields import LineField
from core.workflow import Move, Workflow
from exemplars.models import Sex, Subject, WorkerGroup
from gatherings.models.conference import OFFICE, TOOK_PLACE, Conference, ConferenceStatus
from gatherings.models.structure import Structure, within_number
from law.models import SubjectKind
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class QuotaQuerySet(models.QuerySet):
    def used_by(self, desk):
        """Quotas of the units for which the person prepares, and all of the own office's conferences."""
        own = within(desk.paths(*PREPARING), "unit__path")
        return self.filter(own | Q(conference__unit__in=desk.offices(Role.STANDING)))


class Quota(Structure):
    """How many official delegates one unit may send (chỉ tiêu đại biểu)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="quotas")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="conference_quotas", verbose_name="đơn vị cử đại biểu"
    )
    number = models.PositiveSmallIntegerField("số đại biểu")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    objects = QuotaQuerySet.as_manager()

    class Meta:
        verbose_name = "chỉ tiêu đại biểu"
        verbose_name_plural = "chỉ tiêu đại biểu"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "unit"],
                name="quota_once_for_a_unit",
                violation_error_message="Đơn vị này đã có chỉ tiêu.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="quota_of_one_at_least",
                violation_error_message="Chỉ tiêu ít nhất là một đại biểu.",
            ),
            models.CheckConstraint(
                condition=within_number("number"),
                name="quota_groups_within_number",
                violation_error_message="Số của mỗi nhóm không thể nhiều hơn số đại biểu của đơn vị.",
            ),
        ]

    def __str__(self):
        return f"{self.unit}: {self.number} đại biểu"


class DelegateStatus(models.TextChoices):
    PROPOSED = "proposed", "Chờ duyệt"
    ACCEPTED = "accepted", "Đã duyệt"
    REFUSED = "refused", "Không duyệt"
    REPLACED = "replaced", "Đã thay người khác"
    CONFIRMED = "confirmed", "Xác nhận dự"
    ATTENDED = "attended", "Có mặt"
    ABSENT = "absent", "Vắng mặt"


D = DelegateStatus
LIVE = (D.PROPOSED, D.ACCEPTED, D.CONFIRMED, D.ATTENDED, D.ABSENT)  # who takes a seat
COMING = (D.ACCEPTED, D.CONFIRMED)
TAKEN = (*COMING, D.ATTENDED, D.ABSENT)  # into the list of delegates


class Standard(models.TextChoices):
    AWARD = "award", "Được khen thưởng"
    EXEMPLAR = "exemplar", "Điển hình tiên tiến"
    ASSIGNED = "assigned", "Được phân công"


class Seat(models.TextChoices):
    OFFICIAL = "official", "Đại biểu chính thức"
    INVITED = "invited", "Khách mời"


class DelegateQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The office's and the own units' in every state; those who were taken in, once all are invited."""
        if not desk.posts:
            return self.none()
        own = within(desk.paths(*PREPARING), "unit__path")
        office = Q(conference__unit__in=desk.offices(*OFFICE))
        invited = (ConferenceStatus.CALLED, *TOOK_PLACE)
        return self.filter(own | office | Q(conference__status__in=invited, status__in=TAKEN))

    def live(self):
        return self.filter(status__in=LIVE)

    def taken(self):
        return self.filter(status__in=TAKEN)

    def official(self):
        return self.filter(seat=Seat.OFFICIAL)

    def in_order(self):
        """As they stand on lists: by unit, then by name."""
        return self.order_by("unit__path", "name_key", "pk")

    def for_table(self):
        return self.select_related("unit", "subject", "conference__unit")


class Delegate(Workflow):
    """One person who is to come: for oneself, a collective or a household (đại biểu)."""

    MOVES = {
        "accept": Move("Duyệt", (D.PROPOSED,), D.ACCEPTED, Role.STANDING, "office", style="primary"),
        "refuse": Move(
            "Không duyệt", (D.PROPOSED,), D.REFUSED, Role.STANDING, "office", needs_note=True, style="danger"
        ),
        "confirm": Move("Xác nhận dự", (D.ACCEPTED,), D.CONFIRMED, Role.STANDING, "office"),
        "replace": Move(
            "Thay người khác",
            (D.PROPOSED, *COMING),
            D.REPLACED,
            Role.OFFICER,  # or whoever else prepares for the unit, or the office itself: see _may
            button=False,
            needs_note=True,
        ),
        "attend": Move("Có mặt", (*COMING, D.ABSENT), D.ATTENDED, Role.STANDING, "office", button=False),
        "miss": Move("Vắng mặt", (*COMING, D.ATTENDED), D.ABSENT, Role.STANDING, "office", button=False),
    }

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="delegates")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="delegates", verbose_name="đơn vị cử hoặc mời"
    )
    subject = models.ForeignKey(
        Subject, models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name="đối tượng"
    )
    taken_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="taken_up", editable=False
    )  # the same person at the conference below
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replacement", editable=False
    )
    kind = models.CharField("dự với tư cách", max_length=20, choices=SubjectKind, default=SubjectKind.PERSON)
    name = LineField("họ và tên", max_length=200)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    sex = models.CharField("giới tính", max_length=10, choices=Sex)
    ethnicity = LineField("dân tộc", max_length=50, default="Kinh")
    worker_group = models.CharField("nhóm", max_length=20, choices=WorkerGroup, blank=True)
    position = LineField("chức vụ, nơi công tác, địa chỉ", max_length=300, blank=True)
    represents = LineField("tập thể, hộ gia đình được đại diện", max_length=200, blank=True)
    seat = models.CharField("thành phần", max_length=20, choices=Seat, default=Seat.OFFICIAL)
    standard = models.CharField("tiêu chuẩn", max_length=20, choices=Standard, default=Standard.EXEMPLAR)
    ground = LineField("căn cứ", max_length=300, blank=True)  # which award, which example, which duty
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    status = models.CharField(
        "trạng thái", max_length=20, choices=DelegateStatus, default=D.PROPOSED, editable=False
    )
    name_key = PersonKeyField(sources=["name"])
    identity = FoldedField(sources=["name", "birth_year"], max_length=220)
    search_text = SearchTextField(sources=["name", "position", "represents", "ground"], max_length=1000)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = "đại biểu"
        verbose_name_plural = "đại biểu"
        ordering = ["name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "identity"],
                condition=Q(status__in=LIVE),
                name="delegate_once_by_name_and_year",
                violation_error_message="Đã có đại biểu cùng họ tên, năm sinh. "
                "Nếu là người khác, hãy ghi năm sinh để phân biệt.",
            ),
            models.UniqueConstraint(
                fields=["conference", "subject", "kind"],
                condition=Q(status__in=LIVE, subject__isnull=False),
                name="delegate_once_for_a_subject",
                violation_error_message="Đối tượng này đã có đại biểu tại hội nghị.",
            ),
        ]
        indexes = [models.Index(fields=["conference", "status"], name="delegate_of_conference")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("gatherings:delegate", args=[self.pk])

    @property
    def office(self):
        return self.conference.unit

    def _may(self, move, desk):
        if move != self.MOVES["replace"]:
            return super()._may(move, desk)
        return desk.may(Role.STANDING, self.office) or any(desk.may(role, self.unit) for role in PREPARING)

    @property
    def description(self):
        """What stands after the name: post and place, and whom the delegate speaks for."""
        speaks = f"đại diện {self.represents}" if self.represents else ""
        return ", ".join(filter(None, [self.position, speaks]))
