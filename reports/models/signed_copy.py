from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from core.calendar import now
from core.fields import LineField
from reports.models.paper import SOURCES, PaperKind

NUMBERED = (  # by the portal, and signed and sealed then
    PaperKind.PLAN,
    PaperKind.SUBMISSION,
    PaperKind.MINUTES,
    PaperKind.TALLY,
    PaperKind.DECISION,
    PaperKind.ANNULMENT,
    PaperKind.INTERIM,
    PaperKind.FINAL,
)


class SignedCopyQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of papers that the person may see."""
        readable = models.Q(pk__in=[])
        for model in dict.fromkeys(SOURCES.values()):
            kind = ContentType.objects.get_for_model(model)
            sources = model.objects.visible_to(desk).order_by().values("pk")
            readable |= models.Q(content_type=kind, object_id__in=sources)
        return self.filter(readable)

    def of(self, kind, source):
        """Those of one paper, the first that was attached first."""
        model = ContentType.objects.get_for_model(source)
        return self.filter(content_type=model, object_id=source.pk, kind=kind)


class SignedCopy(models.Model):
    """A paper as it was signed: a scan with the seal on it, or a PDF that bears digital signatures.

    It lies beside the portal's own PDF and takes the place of nothing; a later one neither.
    """

    kind = models.CharField("loại", max_length=20, choices=[(kind.value, kind.label) for kind in NUMBERED])
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("content_type", "object_id")
    name = LineField("tên tệp", max_length=200)  # as it was called when it came
    file = models.FileField("tệp", max_length=255)
    size = models.PositiveIntegerField("dung lượng")  # bytes
    sha256 = models.CharField("SHA-256", max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField("đính lúc", default=now)
    signed_on = models.ForeignKey(  # the portal's own PDF, when the file is that one with signatures added
        "reports.Paper", models.PROTECT, null=True, blank=True, related_name="signed_copies"
    )

    objects = SignedCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "bản ký"
        verbose_name_plural = "bản ký"
        ordering = ["uploaded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind", "sha256"],
                name="signed_copy_once",
                violation_error_message="Tệp này đã được đính vào văn bản.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("reports:signed-copy", args=[self.pk])


class Coverage(models.TextChoices):
    FILE = "file", "toàn bộ tệp"
    BEFORE_OTHERS = "before_others", "toàn bộ nội dung, trước khi có chữ ký số tiếp theo"


class CopySignature(models.Model):
    """A digital signature of a signed copy, as it was found to hold on the day the copy came in."""

    copy = models.ForeignKey(SignedCopy, models.CASCADE, related_name="signatures")
    order = models.PositiveSmallIntegerField("thứ tự")
    signer = models.CharField("người ký", max_length=250)
    organization = models.CharField("cơ quan", max_length=250, blank=True)
    issuer = models.CharField("nơi cấp chứng thư", max_length=250, blank=True)
    signed_at = models.DateTimeField("ký lúc", null=True, blank=True)
    is_stamped = models.BooleanField("có dấu thời gian", default=False)
    covers = models.CharField("bao trùm", max_length=20, choices=Coverage)
    is_trusted = models.BooleanField("nơi cấp được tin cậy", default=False)

    class Meta:
        verbose_name = "chữ ký số"
        verbose_name_plural = "chữ ký số"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["copy", "order"],
                name="signatures_of_a_copy_in_order",
                violation_error_message="Chữ ký này đã được ghi.",
            )
        ]

    def __str__(self):
        return self.signer
