from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from campaigns.models import Criterion
from core.calendar import now
from core.derived import SearchTextField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from exemplars.models.attention import sign_of_life
from exemplars.models.exemplar import Exemplar
from exemplars.models.inspection import OFFICE_ROLES, InspectionRound, RoundMember, RoundStatus
from exemplars.models.photo import Photo
from organizations.access import PREPARING
from organizations.models import Role
from organizations.models.unit import within


class VisitStatus(models.TextChoices):
    PLANNED = "planned", "Chờ đi"
    RECORDED = "recorded", "Đã gửi biên bản"
    RETURNED = "returned", "Trả lại để bổ sung"
    ACCEPTED = "accepted", "Đã chấp nhận"
    CANCELLED = "cancelled", "Không đi"


class Verdict(models.TextChoices):
    MEETS = "meets", "Đạt"
    NEEDS_MORE = "needs_more", "Cần bổ sung"
    NOT_YET = "not_yet", "Chưa đạt"


class FindingResult(models.TextChoices):
    MET = "met", "Đạt"
    PARTLY = "partly", "Đạt một phần"
    NOT_MET = "not_met", "Chưa đạt"


TO_WRITE = (VisitStatus.PLANNED, VisitStatus.RETURNED)  # somebody must still go, or mend the record
WRITABLE = (*TO_WRITE, VisitStatus.RECORDED)
SEEN = (VisitStatus.RECORDED, VisitStatus.RETURNED, VisitStatus.ACCEPTED)  # somebody was there


class VisitQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Of the offices served; of the teams one is in, once called; of the own units, once accepted."""
        serving = Q(round__unit__in=desk.offices(*OFFICE_ROLES))
        team = self._in_team(desk) & ~Q(round__status=RoundStatus.DRAFT)
        visited = within(desk.paths(*PREPARING), "exemplar__unit__path") & Q(status=VisitStatus.ACCEPTED)
        return self.filter(serving | team | visited)

    def of_team(self, desk):
        """Visits of called rounds that the person at `desk` may write the record of."""
        return self.filter(self._in_team(desk), round__status=RoundStatus.CALLED)

    def to_write(self, desk):
        """Those of them that somebody must still go to, or whose record is to be mended."""
        return self.of_team(desk).filter(status__in=TO_WRITE)

    def _in_team(self, desk):
        seats = RoundMember.objects.filter(round=OuterRef("round"), user=desk.user.pk)
        return Q(Exists(seats)) if desk.posts else Q(pk__in=[])

    def seen(self):
        return self.filter(status__in=SEEN, visited_at__isnull=False)

    def for_table(self):
        return self.select_related("round__unit", "exemplar__subject", "exemplar__unit")


class Visit(Workflow):
    """One look on the spot at one exemplar, with what was found there (kiểm tra, kiểm chứng)."""

    MOVES = {
        "record": Move(
            "Gửi biên bản",
            WRITABLE,
            VisitStatus.RECORDED,
            Role.MEMBER,  # and of this round's team, see _may
            "office",
            button=False,
        ),
        "accept": Move(
            "Chấp nhận biên bản",
            (VisitStatus.RECORDED,),
            VisitStatus.ACCEPTED,
            Role.STANDING,
            "office",
            style="primary",
        ),
        "give_back": Move(
            "Trả lại để bổ sung",
            (VisitStatus.RECORDED,),
            VisitStatus.RETURNED,
            Role.STANDING,
            "office",
            needs_note=True,
        ),
        "cancel": Move(
            "Không đi",
            TO_WRITE,
            VisitStatus.CANCELLED,
            Role.STANDING,
            "office",
            needs_note=True,
            style="danger",
        ),
    }

    round = models.ForeignKey(InspectionRound, models.PROTECT, related_name="visits", verbose_name="đợt")
    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="visits", verbose_name="điển hình")
    planned_on = models.DateField("ngày dự kiến")
    visited_at = models.DateTimeField("bắt đầu lúc", null=True, blank=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    place = LineField("địa điểm", max_length=250, blank=True)
    team = ProseField("người của đoàn có mặt", blank=True, help_text="Mỗi người một dòng.")
    hosts = ProseField(
        "đại diện đơn vị, nơi cư trú có mặt",
        blank=True,
        help_text="Mỗi người một dòng, ghi cả chức vụ; người đầu tiên ký biên bản.",
    )
    practice = ProseField("việc đã thấy tại chỗ", blank=True)
    neighbours = LineField("đã hỏi ý kiến ai ở nơi cư trú", max_length=250, blank=True)
    opinion = ProseField("họ nói gì", blank=True)
    verdict = models.CharField("kết luận", max_length=20, choices=Verdict, blank=True)
    recommendations = ProseField("kiến nghị", blank=True)
    status = models.CharField(
        "trạng thái", max_length=20, choices=VisitStatus, default=VisitStatus.PLANNED, editable=False
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField("gửi biên bản lúc", null=True, blank=True, editable=False)
    search_text = SearchTextField(sources=["exemplar", "subject", "place"], max_length=900)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "chuyến kiểm tra"
        verbose_name_plural = "chuyến kiểm tra"
        ordering = ["planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "exemplar"],
                name="visit_once_per_round",
                violation_error_message="Điển hình này đã có trong đợt kiểm tra.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("visited_at")) | Q(ended_at=None),
                name="visit_ends_after_it_starts",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(VisitStatus.RECORDED, VisitStatus.ACCEPTED))
                | Q(visited_at__isnull=False) & ~Q(verdict=""),
                name="recorded_visit_has_day_and_verdict",
                violation_error_message="Biên bản phải có thời gian và kết luận.",
            ),
        ]
        indexes = [models.Index(fields=["exemplar", "status"], name="visit_of_exemplar")]

    def __str__(self):
        return str(self.exemplar)

    def get_absolute_url(self):
        return reverse("exemplars:visit", args=[self.pk])

    def _may(self, move, desk):
        """The record is written by the team of a round that is called, whatever office each comes from."""
        if move == self.MOVES["record"]:
            return type(self).objects.of_team(desk).filter(pk=self.pk).exists()
        return super()._may(move, desk)

    @property
    def office(self):
        return self.round.unit

    @property
    def subject(self):
        return self.exemplar.subject

    @property
    def day(self):
        """The day on which somebody was there; None before."""
        return self.visited_at and timezone.localtime(self.visited_at).date()


class VisitFinding(models.Model):
    """What was found on the spot about one criterion of the plan."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="findings")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="findings")
    result = models.CharField("kết quả", max_length=20, choices=FindingResult)
    words = LineField("nhận xét", max_length=400, blank=True)

    class Meta:
        verbose_name = "kết quả theo tiêu chí"
        verbose_name_plural = "kết quả theo tiêu chí"
        ordering = ["criterion__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "criterion"],
                name="finding_once_per_criterion",
                violation_error_message="Tiêu chí này đã được ghi.",
            )
        ]

    def __str__(self):
        return f"{self.criterion}: {self.get_result_display()}"


class VisitMeasure(models.Model):
    """A figure as it was before and as it was found on the spot."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="measures")
    name = LineField("nội dung, chỉ tiêu", max_length=200)
    before = LineField("trước khi thực hiện", max_length=60, blank=True)
    after = LineField("khi kiểm chứng", max_length=60, blank=True)
    note = LineField("ghi chú", max_length=200, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "số liệu kiểm chứng"
        verbose_name_plural = "số liệu kiểm chứng"
        ordering = ["order", "pk"]

    def __str__(self):
        return f"{self.name}: {self.before} → {self.after}"


class VisitPhoto(Photo):
    """A photo that the team took on the spot."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="photos")

    class Meta(Photo.Meta):
        abstract = False
        verbose_name = "ảnh của chuyến kiểm tra"
        verbose_name_plural = "ảnh của chuyến kiểm tra"
        constraints = [
            *Photo.Meta.constraints,
            models.UniqueConstraint(
                fields=["visit", "sha256"],
                name="photo_once_per_visit",
                violation_error_message="Ảnh này đã có.",
            ),
        ]

    def get_absolute_url(self):
        """Of the picture itself."""
        return reverse("exemplars:visit-photo", args=[self.pk])


class VisitSubmission(models.Model):
    """One record as it was sent, so that a second sending is known and nothing sent is ever lost."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="submissions")
    request_id = models.UUIDField(unique=True)  # made with the form, on the device that sends it
    content = models.JSONField()  # {field: what was typed}
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "biên bản đã gửi"
        verbose_name_plural = "biên bản đã gửi"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.visit}, {self.at:%d/%m/%Y %H:%M}"


@sign_of_life
def last_visited():
    visits = Visit.objects.seen().filter(exemplar=OuterRef("pk")).order_by("-visited_at")
    return Subquery(visits.values("visited_at__date")[:1])
