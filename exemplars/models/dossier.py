"""What a dossier holds besides its own fields: evidence, scores, returns and what was sent."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from campaigns.models import Criterion
from core.calendar import now
from core.fields import LineField, ProseField
from core.stored_files import StoredFile, path_in
from exemplars.models.nomination import Nomination
from organizations.models import Unit


def evidence_path(evidence, filename):
    return path_in("minh-chung", filename)


class Evidence(StoredFile):
    """A file that bears out the achievement (tài liệu minh chứng)."""

    class Kind(models.TextChoices):
        REPORT = "report", "Báo cáo thành tích"
        MINUTES = "minutes", "Biên bản bình xét"
        INITIATIVE = "initiative", "Chứng nhận sáng kiến, đề tài"
        CONFIRMATION = "confirmation", "Xác nhận"
        PHOTO = "photo", "Ảnh"
        OTHER = "other", "Tài liệu khác"

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="evidence")
    kind = models.CharField("loại tài liệu", max_length=20, choices=Kind, default=Kind.OTHER)
    file = models.FileField("tệp", upload_to=evidence_path, max_length=255)

    class Meta:
        verbose_name = "minh chứng"
        verbose_name_plural = "minh chứng"
        ordering = ["uploaded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "sha256"],
                name="evidence_once_per_dossier",
                violation_error_message="Tệp này đã có trong hồ sơ.",
            )
        ]


class SelfScore(models.Model):
    """The points that the unit gives its own nominee for one criterion of the plan."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="self_scores")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="self_scores")
    points = models.PositiveSmallIntegerField("điểm")
    reason = LineField("căn cứ chấm", max_length=300, blank=True)

    class Meta:
        verbose_name = "điểm tự chấm"
        verbose_name_plural = "điểm tự chấm"
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "criterion"],
                name="self_score_once",
                violation_error_message="Tiêu chí này đã được chấm.",
            )
        ]

    def __str__(self):
        return f"{self.criterion}: {self.points}"


class Snapshot(models.Model):
    """What a dossier said when it was sent: {field: value as read}; two of them show what was mended."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="snapshots")
    number = models.PositiveSmallIntegerField("lần trình")
    content = models.JSONField()
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = "bản đã trình"
        verbose_name_plural = "các bản đã trình"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "number"],
                name="snapshot_numbered_once",
                violation_error_message="Lần trình này đã được ghi.",
            )
        ]

    def __str__(self):
        return f"Lần {self.number}"


class ReturnSlipQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the dossiers that the person may see."""
        return self.filter(nomination__in=Nomination.objects.visible_to(desk))


class ReturnSlip(models.Model):
    """The standing office's list of what must be mended (phiếu trả hồ sơ)."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="returns")
    office = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = ProseField("ý kiến chung", blank=True)

    objects = ReturnSlipQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu trả hồ sơ"
        verbose_name_plural = "phiếu trả hồ sơ"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"Phiếu trả ngày {self.at:%d/%m/%Y}"

    def get_absolute_url(self):
        return self.nomination.get_absolute_url()


class ReturnItem(models.Model):
    """One thing to mend: which part of the dossier, and how."""

    slip = models.ForeignKey(ReturnSlip, models.CASCADE, related_name="items")
    part = models.CharField("mục", max_length=40)  # a field's name, "evidence" or "self_scores"
    request = LineField("cần bổ sung, chỉnh sửa", max_length=400)

    class Meta:
        verbose_name = "nội dung cần sửa"
        verbose_name_plural = "nội dung cần sửa"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(request=""),
                name="return_item_says_what_to_mend",
                violation_error_message="Cần ghi rõ nội dung phải sửa.",
            )
        ]

    def __str__(self):
        return self.request
