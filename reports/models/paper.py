from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import now
from core.fields import LineField
from core.models import Job
from organizations.models import Unit


class PaperKind(models.TextChoices):
    PLAN = "plan", "Kế hoạch"
    SUBMISSION = "submission", "Tờ trình"
    MINUTES = "minutes", "Biên bản họp"
    TALLY = "tally", "Biên bản kiểm phiếu"
    DECISION = "decision", "Quyết định"
    INTERIM = "interim", "Báo cáo sơ kết"
    FINAL = "final", "Báo cáo tổng kết"


class Paper(models.Model):
    """A printed paper: what it is made from, the job that makes it, then the file with its SHA-256."""

    kind = models.CharField("loại", max_length=20, choices=PaperKind)
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("content_type", "object_id")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="papers", verbose_name="cơ quan")
    title = LineField("tên văn bản", max_length=400)
    draft = models.BooleanField("bản dự thảo", default=True)  # made before the paper had number and date
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="papers")
    file = models.FileField("tệp", upload_to="van-ban/%Y/%m/", max_length=255, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    size = models.PositiveIntegerField("dung lượng", null=True, blank=True)  # bytes
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", default=now)
    made_at = models.DateTimeField("lập xong lúc", null=True, blank=True)

    class Meta:
        verbose_name = "văn bản in"
        verbose_name_plural = "văn bản in"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "kind"], name="paper_of_source")]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at=None) | ~Q(sha256=""),
                name="made_paper_has_its_digest",
                violation_error_message="Văn bản đã lập phải có mã SHA-256.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:paper", args=[self.pk])
