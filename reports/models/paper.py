from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse

from awards.models import Decision, Session, SubmissionLetter
from campaigns.models import Plan
from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField
from core.models import Job
from organizations.models import Role, Unit
from reports.models.review import MilestoneReview

OFFICE = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)  # who works on a paper before it goes out


class PaperKind(models.TextChoices):
    PLAN = "plan", "Kế hoạch"
    SUBMISSION = "submission", "Tờ trình"
    MINUTES = "minutes", "Biên bản họp"
    TALLY = "tally", "Biên bản kiểm phiếu"
    DECISION = "decision", "Quyết định"
    INTERIM = "interim", "Báo cáo sơ kết"
    FINAL = "final", "Báo cáo tổng kết"


SOURCES = {  # what each kind of paper is made from
    PaperKind.PLAN: Plan,
    PaperKind.SUBMISSION: SubmissionLetter,
    PaperKind.MINUTES: Session,
    PaperKind.TALLY: Session,
    PaperKind.DECISION: Decision,
    PaperKind.INTERIM: MilestoneReview,
    PaperKind.FINAL: MilestoneReview,
}


class PaperQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Papers of what the person may see; drafts for the office that works on them alone."""
        readable = Q(pk__in=[])
        for model in dict.fromkeys(SOURCES.values()):
            sources = model.objects.visible_to(desk).order_by().values("pk")
            kind = ContentType.objects.get_for_model(model)
            readable |= Q(content_type=kind, object_id__in=sources)
        return self.filter(readable, Q(draft=False) | Q(unit__in=desk.offices(*OFFICE)))

    def of(self, kind, source):
        """All papers of that kind that were asked for of one record."""
        model = ContentType.objects.get_for_model(source)
        return self.filter(content_type=model, object_id=source.pk, kind=kind)

    def made(self):
        return self.exclude(made_at=None)

    def for_table(self):
        return self.select_related("unit", "asked_by", "job")


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
    file = models.FileField("tệp", max_length=255, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    size = models.PositiveIntegerField("dung lượng", null=True, blank=True)  # bytes
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", default=now)
    made_at = models.DateTimeField("lập xong lúc", null=True, blank=True)
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = PaperQuerySet.as_manager()

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
            ),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind"],
                condition=Q(made_at=None),
                name="one_paper_in_the_making",
                violation_error_message="Văn bản này đang được lập.",
            ),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind"],
                condition=Q(draft=False, made_at__isnull=False),
                name="one_final_paper",
                violation_error_message="Bản chính thức của văn bản này đã có.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:paper", args=[self.pk])

    @property
    def state(self):
        return "Dự thảo" if self.draft else "Chính thức"

    @property
    def filename(self):
        """The name under which it is handed out: “Kế hoạch 197-KH-UBND - Xây dựng … .pdf”."""
        name = self.title.replace(": ", " - ").replace("/", "-")[:120].strip()
        return f"{name} (dự thảo).pdf" if self.draft else f"{name}.pdf"
