from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import now
from core.fields import LineField
from core.models import Job
from exemplars.models import Nomination
from organizations.models import Role, Unit

ARCHIVING = (Role.STANDING, Role.CLERK)  # who packs a year of their office


class ArchiveQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The years of one's office, and what one packed oneself of dossiers that one still sees."""
        seen = Nomination.objects.visible_to(desk).order_by().values("pk")
        own = Q(asked_by=desk.user.pk, nomination__in=seen)
        return self.filter(own | Q(unit__in=desk.offices(*ARCHIVING)))

    def made(self):
        return self.exclude(made_at=None)


class Archive(models.Model):
    """A ZIP with a manifest: one dossier with all its files, or a year of papers of one office."""

    nomination = models.ForeignKey(
        Nomination, models.PROTECT, null=True, blank=True, related_name="archives", verbose_name="hồ sơ"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="archives", verbose_name="cơ quan"
    )
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    with_dossiers = models.BooleanField("kèm hồ sơ đề nghị", default=False)
    title = LineField("tên gói", max_length=400)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="archives")
    file = models.FileField("tệp", max_length=255, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("dung lượng", null=True, blank=True)  # bytes
    files = models.PositiveIntegerField("số tệp", null=True, blank=True)
    faults = models.JSONField("tệp có vấn đề", default=list, blank=True)  # sentences in Vietnamese
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="archives")
    asked_at = models.DateTimeField("yêu cầu lúc", default=now)
    made_at = models.DateTimeField("lập xong lúc", null=True, blank=True)

    objects = ArchiveQuerySet.as_manager()

    class Meta:
        verbose_name = "gói lưu trữ"
        verbose_name_plural = "gói lưu trữ"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(nomination__isnull=False, unit=None, year=None)
                | Q(nomination=None, unit__isnull=False, year__isnull=False),
                name="archive_of_a_dossier_or_of_a_year",
                violation_error_message="Gói lưu trữ là của một hồ sơ hoặc của một năm.",
            ),
            models.CheckConstraint(
                condition=Q(made_at=None) | ~Q(sha256=""),
                name="made_archive_has_its_digest",
                violation_error_message="Gói đã lập phải có mã SHA-256.",
            ),
            models.UniqueConstraint(
                fields=["nomination", "asked_by"],
                condition=Q(made_at=None),
                name="one_archive_of_a_dossier_in_the_making",
                violation_error_message="Gói này đang được lập.",
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "asked_by"],
                condition=Q(made_at=None),
                name="one_archive_of_a_year_in_the_making",
                violation_error_message="Gói này đang được lập.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:archive", args=[self.pk])

    @property
    def filename(self):
        return f"{self.title.replace('/', '-')[:120]}.zip"
