"""Emulation clusters (cụm, khối thi đua): units that compare themselves with each other, year by year."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.calendar import today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from organizations.access import PREPARING, REVIEWING, successor_office
from organizations.models import Role, Unit
from organizations.models.unit import within


class ClusterKind(models.TextChoices):
    CLUSTER = "cluster", "Cụm thi đua"
    BLOCK = "block", "Khối thi đua"


class Cluster(models.Model):
    """Units of one kind or one area that an office lets emulate each other over the years."""

    office = models.ForeignKey(Unit, models.PROTECT, related_name="clusters", verbose_name="cơ quan tổ chức")
    kind = models.CharField("loại", max_length=20, choices=ClusterKind, default=ClusterKind.CLUSTER)
    name = LineField("tên cụm, khối", max_length=200)
    name_key = TextKeyField(sources=["name"])

    class Meta:
        verbose_name = "cụm, khối thi đua"
        verbose_name_plural = "cụm, khối thi đua"
        ordering = ["name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name"],
                name="cluster_name_once_an_office",
                violation_error_message="Cơ quan này đã có cụm, khối cùng tên.",
            )
        ]

    def __str__(self):
        return self.name


class ClusterStatus(models.TextChoices):
    FORMING = "forming", "Đang lập"
    CONTRACTED = "contracted", "Đã ký giao ước"
    SCORING = "scoring", "Đang chấm điểm"
    RANKED = "ranked", "Đã xếp hạng"
    CLOSED = "closed", "Đã công nhận"


S = ClusterStatus
RESULTS = (ClusterStatus.RANKED, ClusterStatus.CLOSED)


class CrossScoring(models.TextChoices):
    ALL = "all", "Mỗi đơn vị chấm tất cả đơn vị khác"
    NEXT = "next", "Mỗi đơn vị chấm đơn vị kế tiếp trong danh sách"


class TieRule(models.TextChoices):
    """What decides between members with the same total; asked in the order that the cluster chose."""

    FIRST_GROUP = "first_group", "Điểm nhóm nội dung thứ nhất cao hơn"
    BONUS = "bonus", "Điểm thưởng cao hơn"
    FEWER_MINUS = "fewer_minus", "Điểm trừ ít hơn"
    SELF = "self", "Tự chấm sát kết quả hơn"


class ClusterYearQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The cluster's office, and all who work for a member or above one."""
        if not desk.posts:
            return self.none()
        paths = desk.paths() | desk.office_paths()
        members = ClusterMember.objects.filter(within(paths, "unit__path")).values("cluster_year")
        return self.filter(Q(cluster__office__in=desk.offices(*REVIEWING)) | Q(pk__in=members))

    def kept_by(self, desk):
        """Those of the person's standing office."""
        return self.filter(cluster__office__in=desk.offices(Role.STANDING))

    def for_table(self):
        """With the office, `leader_name`, and `member_count`."""
        leader = ClusterMember.objects.filter(cluster_year=models.OuterRef("pk"), seat=Seat.LEADER)
        return self.select_related("cluster__office").annotate(
            leader_name=models.Subquery(leader.values("unit__name")[:1]),
            member_count=models.Count("members"),
        )


class ClusterYear(Workflow):
    """One year of a cluster: who belongs to it and leads it, what was promised, how it was scored."""

    MOVES = {
        "contract": Move("Ghi việc ký giao ước", (S.FORMING,), S.CONTRACTED, Role.STANDING, style="primary"),
        "open": Move("Mở chấm điểm", (S.CONTRACTED,), S.SCORING, Role.STANDING, style="primary"),
        "rank": Move("Tính điểm, xếp hạng", (S.SCORING,), S.RANKED, Role.STANDING, style="primary"),
        "reopen": Move("Mở lại chấm điểm", (S.RANKED,), S.SCORING, Role.STANDING, needs_note=True),
        "close": Move("Công nhận kết quả", (S.RANKED,), S.CLOSED, Role.STANDING, style="primary"),
    }

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="years", verbose_name="cụm, khối")
    year = models.PositiveSmallIntegerField("năm")
    cross = models.CharField("chấm chéo", max_length=20, choices=CrossScoring, default=CrossScoring.ALL)
    tie_rules = models.JSONField("khi bằng điểm", default=list, blank=True)  # TieRule values, asked in order
    contract = ProseField("nội dung giao ước thi đua", blank=True)
    signed_on = models.DateField("ngày ký giao ước", null=True, blank=True)
    status = models.CharField(
        "trạng thái", max_length=20, choices=ClusterStatus, default=ClusterStatus.FORMING, editable=False
    )
    search_text = SearchTextField(sources=["cluster", "year"])

    objects = ClusterYearQuerySet.as_manager()

    class Meta:
        verbose_name = "cụm, khối thi đua theo năm"
        verbose_name_plural = "cụm, khối thi đua theo năm"
        ordering = ["-year", "cluster__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "year"],
                name="cluster_year_once",
                violation_error_message="Cụm, khối này đã được lập cho năm đó.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=2004, year__lte=2100),
                name="cluster_year_from_2004",
                violation_error_message="Năm thi đua từ 2004 đến 2100.",
            ),
            models.CheckConstraint(
                condition=Q(status=ClusterStatus.FORMING) | Q(signed_on__isnull=False),
                name="cluster_contract_has_its_day",
                violation_error_message="Giao ước đã ký phải có ngày ký.",
            ),
        ]

    def __str__(self):
        return f"{self.cluster} năm {self.year}"

    def get_absolute_url(self):
        return reverse("campaigns:cluster", args=[self.pk])

    @property
    def unit(self):
        """The office that keeps the cluster today."""
        return successor_office(self.cluster.office, today())


class Seat(models.TextChoices):
    LEADER = "leader", "Cụm trưởng, khối trưởng"
    DEPUTY = "deputy", "Cụm phó, khối phó"
    MEMBER = "member", "Thành viên"


class ClusterMemberQuerySet(models.QuerySet):
    def ranked(self):
        return self.exclude(rank=None)

    def visible_to(self, desk):
        return self.filter(cluster_year__in=ClusterYear.objects.visible_to(desk))

    def for_table(self):
        return self.select_related("unit", "cluster_year__cluster")


class ClusterMember(models.Model):
    """One unit's place in a cluster for one year; `total`, `rank` and `tie_note` once it is ranked."""

    cluster_year = models.ForeignKey(ClusterYear, models.CASCADE, related_name="members")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="cluster_places", verbose_name="đơn vị thành viên"
    )
    seat = models.CharField("vai trò", max_length=20, choices=Seat, default=Seat.MEMBER)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    signed_by = LineField("người ký giao ước", max_length=120, blank=True)
    signed_title = LineField("chức vụ người ký", max_length=150, blank=True)
    total = models.DecimalField("tổng điểm", max_digits=7, decimal_places=2, null=True, editable=False)
    rank = models.PositiveSmallIntegerField("hạng", null=True, editable=False)
    tie_note = LineField("xét khi bằng điểm", max_length=200, blank=True, editable=False)

    objects = ClusterMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "thành viên cụm, khối"
        verbose_name_plural = "thành viên cụm, khối"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cluster_year", "unit"],
                name="cluster_member_once",
                violation_error_message="Đơn vị này đã có trong cụm, khối.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["cluster_year"],
                    condition=Q(seat=seat),
                    name=f"cluster_has_one_{seat}",
                    violation_error_message="Mỗi cụm, khối có một đơn vị trưởng và một đơn vị phó.",
                )
                for seat in ("leader", "deputy")
            ),
            models.CheckConstraint(
                condition=Q(total=None, rank=None) | Q(total__isnull=False, rank__isnull=False),
                name="cluster_rank_has_total",
                violation_error_message="Hạng và tổng điểm phải có cùng nhau.",
            ),
        ]

    def __str__(self):
        return str(self.unit)

    def get_absolute_url(self):
        return reverse("campaigns:cluster-points", args=[self.cluster_year_id, self.pk])

    def is_kept_by(self, desk, *roles):
        """Whether the person works for the unit, or for the one that took its files over."""
        return any(desk.may(role, self.unit) for role in roles or PREPARING)


class PointKind(models.TextChoices):
    BASIC = "basic", "Điểm chuẩn"
    BONUS = "bonus", "Điểm thưởng"
    MINUS = "minus", "Điểm trừ"


class PointLine(models.Model):
    """One line of the year's table of points (bảng chấm điểm)."""

    cluster_year = models.ForeignKey(ClusterYear, models.CASCADE, related_name="lines")
    group = LineField("nhóm nội dung", max_length=200)
    text = LineField("nội dung", max_length=400)
    kind = models.CharField("loại điểm", max_length=20, choices=PointKind, default=PointKind.BASIC)
    max_points = models.DecimalField("điểm tối đa", max_digits=5, decimal_places=1)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "dòng bảng điểm"
        verbose_name_plural = "bảng điểm"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(max_points__gt=0, max_points__lte=1000),
                name="point_line_within_1000",
                violation_error_message="Điểm tối đa của một dòng lớn hơn 0 và không quá 1.000.",
            )
        ]

    def __str__(self):
        return self.text


class ScoreSheetQuerySet(models.QuerySet):
    def sent(self):
        return self.exclude(sent_at=None)

    def crossed(self):
        """What others gave; a member's sheet of itself is for comparison alone."""
        return self.exclude(scorer=F("scored"))


class ScoreSheet(models.Model):
    """What one member gives another, or itself (phiếu chấm); others see it when theirs are in."""

    scorer = models.ForeignKey(ClusterMember, models.CASCADE, related_name="given_sheets")
    scored = models.ForeignKey(ClusterMember, models.CASCADE, related_name="got_sheets")
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)  # null: still being written

    objects = ScoreSheetQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu chấm điểm cụm, khối"
        verbose_name_plural = "phiếu chấm điểm cụm, khối"
        constraints = [
            models.UniqueConstraint(
                fields=["scorer", "scored"],
                name="score_sheet_once",
                violation_error_message="Phiếu chấm này đã có.",
            )
        ]

    def __str__(self):
        return f"{self.scorer} → {self.scored}"


class SheetPoint(models.Model):
    """The points of one line on a sheet, from 0 to the line's highest, with the ground for them."""

    sheet = models.ForeignKey(ScoreSheet, models.CASCADE, related_name="points")
    line = models.ForeignKey(PointLine, models.CASCADE, related_name="given")
    points = models.DecimalField("điểm", max_digits=5, decimal_places=1, null=True, blank=True)
    ground = LineField("căn cứ chấm", max_length=300, blank=True)

    class Meta:
        verbose_name = "điểm chấm chéo"
        verbose_name_plural = "điểm chấm chéo"
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "line"],
                name="sheet_point_once",
                violation_error_message="Nội dung này đã được chấm.",
            ),
            models.CheckConstraint(
                condition=Q(points=None) | Q(points__gte=0),
                name="sheet_point_not_negative",
                violation_error_message="Điểm không được âm.",
            ),
        ]

    def __str__(self):
        return f"{self.line}: {self.points}"


class SettledPoint(models.Model):
    """What the leader or the office settled for a line on which the sheets differ; it counts instead."""

    member = models.ForeignKey(ClusterMember, models.CASCADE, related_name="settled")
    line = models.ForeignKey(PointLine, models.CASCADE, related_name="settled")
    points = models.DecimalField("điểm thống nhất", max_digits=5, decimal_places=1)
    reason = LineField("lý do", max_length=300)

    class Meta:
        verbose_name = "điểm thống nhất"
        verbose_name_plural = "điểm thống nhất"
        constraints = [
            models.UniqueConstraint(
                fields=["member", "line"],
                name="settled_point_once",
                violation_error_message="Nội dung này đã được thống nhất.",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0),
                name="settled_point_not_negative",
                violation_error_message="Điểm không được âm.",
            ),
        ]

    def __str__(self):
        return f"{self.line}: {self.points}"
