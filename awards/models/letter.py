from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from exemplars.models import Nomination, Route
from organizations.models import Role, SignedPaper, Unit


class LetterStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã gửi"


class SubmissionLetterQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Letters of the offices served, and those that came to them."""
        offices = desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)
        return self.filter(Q(unit__in=offices) | Q(to_unit__in=offices, status=LetterStatus.ISSUED))

    def drafted_by(self, desk):
        """Drafts that the person may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING), status=LetterStatus.DRAFT)

    def for_table(self):
        return self.select_related("unit", "to_unit", "number__series").annotate(
            items_count=models.Count("nominations")
        )


class SubmissionLetter(SignedPaper):
    """The letter by which an office sends what its council passed to the level that decides (tờ trình)."""

    MOVES = {
        "submit": Move(
            "Trình ký", (LetterStatus.DRAFT,), LetterStatus.FOR_SIGNATURE, Role.STANDING, style="primary"
        ),
        "give_back": Move(
            "Trả lại dự thảo",
            (LetterStatus.FOR_SIGNATURE,),
            LetterStatus.DRAFT,
            Role.CHAIRMAN,
            needs_note=True,
        ),
        "sign": Move(
            "Ký tờ trình", (LetterStatus.FOR_SIGNATURE,), LetterStatus.SIGNED, Role.CHAIRMAN, style="primary"
        ),
        "issue": Move(
            "Cấp số, gửi đi", (LetterStatus.SIGNED,), LetterStatus.ISSUED, Role.CLERK, style="primary"
        ),
    }
    SYMBOL = "TTr"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="letters", verbose_name="cơ quan trình")
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="letters_in", verbose_name="trình lên")
    route = models.CharField("tuyến trình", max_length=20, choices=Route, default=Route.TERRITORY)
    nominations = models.ManyToManyField(Nomination, related_name="letters", verbose_name="hồ sơ")
    title = LineField("trích yếu", max_length=400)
    reasons = ProseField("nội dung trình", blank=True)
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    status = models.CharField(
        "trạng thái", max_length=20, choices=LetterStatus, default=LetterStatus.DRAFT, editable=False
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = SubmissionLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "tờ trình"
        verbose_name_plural = "tờ trình"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=LetterStatus.ISSUED) | Q(number__isnull=False, issued_on__isnull=False),
                name="issued_letter_has_number_and_date",
                violation_error_message="Tờ trình đã gửi phải có số và ngày.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("awards:letter", args=[self.pk])

    @property
    def addressed_to(self):
        return self.to_unit.issuer
