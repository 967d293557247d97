"""What the law and the register said of a dossier at each step, and what the office wrote about it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import now
from core.fields import LineField, ProseField
from exemplars.models import Nomination


class Step(models.TextChoices):
    SUBMITTED = "submitted", "Khi trình"
    APPRAISED = "appraised", "Khi thẩm định"
    COUNCIL = "council", "Khi Hội đồng xét"
    DECIDED = "decided", "Khi ban hành quyết định"


class OfDossier(models.QuerySet):
    def visible_to(self, desk):
        """Those of the dossiers that the person may see."""
        return self.filter(nomination__in=Nomination.objects.visible_to(desk))


class Judgement(models.Model):
    """The findings as they stood when a step was made; never written again (kết quả đối chiếu).

    `findings` are dicts with what awards.eligibility.Finding tells, in words, and with the answers.
    """

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="judgements")
    step = models.CharField("bước", max_length=20, choices=Step)
    on = models.DateField("ngày")
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    findings = models.JSONField(default=list, blank=True)

    objects = OfDossier.as_manager()

    class Meta:
        verbose_name = "kết quả đối chiếu"
        verbose_name_plural = "kết quả đối chiếu"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["nomination", "step"], name="judgement_of_step")]

    def __str__(self):
        return f"{self.get_step_display()} ngày {self.on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("awards:judgement", args=[self.pk])


class Answer(models.Model):
    """Why the office goes on in spite of a finding; of a block, it lifts it (ý kiến về điểm đối chiếu)."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="answers")
    key = LineField(max_length=20)  # awards.eligibility.Finding.key
    sentence = LineField("điểm đối chiếu", max_length=1000)
    lifts = models.BooleanField("gỡ điểm chặn", default=False)
    reason = ProseField("lý do")
    citation = LineField("căn cứ", max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_title = LineField(max_length=300, blank=True)
    at = models.DateTimeField(default=now)

    objects = OfDossier.as_manager()

    class Meta:
        verbose_name = "ý kiến về điểm đối chiếu"
        verbose_name_plural = "ý kiến về điểm đối chiếu"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "key"],
                name="finding_answered_once",
                violation_error_message="Điểm này đã có ý kiến.",
            ),
            models.CheckConstraint(
                condition=Q(lifts=False) | ~Q(citation=""),
                name="lifting_has_a_citation",
                violation_error_message="Gỡ điểm chặn phải ghi căn cứ.",
            ),
        ]

    def __str__(self):
        return self.sentence
