from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import ProseField
from core.workflow import Move, Workflow
from exemplars.models.exemplar import Exemplar
from exemplars.models.subject import Subject
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class AdoptionStatus(models.TextChoices):
    PROPOSED = "proposed", "Chờ nơi làm theo xác nhận"
    ACCEPTED = "accepted", "Chờ Thường trực xác nhận"
    CONFIRMED = "confirmed", "Đang làm theo"
    ENDED = "ended", "Đã thôi làm theo"
    REFUSED = "refused", "Không xác nhận"


A = AdoptionStatus
STANDING = (A.CONFIRMED, A.ENDED)  # it did happen: this is what is counted and drawn
WAITING = (A.PROPOSED, A.ACCEPTED)
OVERSEEING = (Role.STANDING, Role.MEMBER, Role.CHAIRMAN, Role.CLERK)


class AdoptionQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Of one's own units, on either side; of the territory of one's office, and what it confirms."""
        paths = desk.paths(*PREPARING) | desk.office_paths(*OVERSEEING)
        asked = Q(office__in=desk.offices(*OVERSEEING))
        return self.filter(within(paths, "unit__path") | within(paths, "source__unit__path") | asked)

    def standing(self):
        return self.filter(status__in=STANDING)

    def living(self):
        """All but those that were refused."""
        return self.exclude(status=A.REFUSED)

    def waiting_for(self, desk):
        """Those that wait for this person's confirmation."""
        as_adopter = within(desk.paths(*PREPARING), "unit__path") & Q(status=A.PROPOSED)
        return self.filter(as_adopter | Q(office__in=desk.offices(Role.STANDING), status=A.ACCEPTED))

    def kept_by(self, desk):
        """Those of which the person may still mend what is written: the adopter's, until they are refused."""
        return self.living().filter(within(desk.paths(*PREPARING), "unit__path"))

    def for_table(self):
        return self.select_related("source", "unit", "subject")


class Adoption(Workflow):
    """One place that works as an exemplar does: a unit, or a subject in it (nơi làm theo).

    It was learned from the exemplar itself or, at second hand, from another that adopted it before.
    """

    MOVES = {
        "accept": Move(
            "Xác nhận đã làm theo",
            (A.PROPOSED,),
            A.ACCEPTED,
            Role.OFFICER,
            "unit_below_office",
            style="primary",
        ),
        "adopt": Move(
            "Xác nhận đã làm theo",
            (A.PROPOSED,),
            A.CONFIRMED,
            Role.OFFICER,
            "unit_without_office",
            style="primary",
        ),
        "refuse": Move(
            "Không xác nhận", (A.PROPOSED,), A.REFUSED, Role.OFFICER, needs_note=True, style="danger"
        ),
        "confirm": Move(
            "Xác nhận của Thường trực", (A.ACCEPTED,), A.CONFIRMED, Role.STANDING, "office", style="primary"
        ),
        "reject": Move(
            "Không xác nhận",
            (A.ACCEPTED,),
            A.REFUSED,
            Role.STANDING,
            "office",
            needs_note=True,
            style="danger",
        ),
        "end": Move("Thôi làm theo", (A.CONFIRMED,), A.ENDED, Role.OFFICER, needs_note=True),
        "resume": Move("Làm theo trở lại", (A.ENDED,), A.CONFIRMED, Role.OFFICER, needs_note=True),
    }

    source = models.ForeignKey(
        Exemplar, models.PROTECT, related_name="adoptions", verbose_name="điển hình được làm theo"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="adoptions", verbose_name="đơn vị làm theo")
    subject = models.ForeignKey(
        Subject,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="adoptions",
        verbose_name="cá nhân, tập thể, hộ làm theo",
    )  # null: the unit as a whole
    adopter = models.ForeignKey(
        Exemplar,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="learned",
        verbose_name="điển hình của nơi làm theo",
    )  # null: the adopter is no exemplar yet
    learned_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="taught", verbose_name="học qua"
    )  # null: from the exemplar itself
    office = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="Thường trực xác nhận",
    )  # of the exemplar, where it lies higher than the adopter
    since = models.DateField("làm theo từ ngày")
    evidence = ProseField("minh chứng", blank=True)
    effect = ProseField("hiệu quả", blank=True)
    status = models.CharField(
        "tình trạng", max_length=20, choices=AdoptionStatus, default=A.PROPOSED, editable=False
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    proposed_at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "unit", "source"], max_length=900)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = "nơi làm theo"
        verbose_name_plural = "nơi làm theo"
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "subject"],
                condition=Q(subject__isnull=False) & ~Q(status=A.REFUSED),
                name="adopted_once_by_a_subject",
                violation_error_message="Nơi này đã được ghi là làm theo điển hình này.",
            ),
            models.UniqueConstraint(
                fields=["source", "unit"],
                condition=Q(subject=None) & ~Q(status=A.REFUSED),
                name="adopted_once_by_a_unit",
                violation_error_message="Đơn vị này đã được ghi là làm theo điển hình này.",
            ),
            models.CheckConstraint(
                condition=Q(adopter=None) | ~Q(adopter=F("source")),
                name="adoption_of_another",
                violation_error_message="Điển hình không thể làm theo chính mình.",
            ),
            models.CheckConstraint(
                condition=Q(adopter=None) | Q(subject__isnull=False),
                name="adopting_exemplar_has_its_subject",
                violation_error_message="Cần ghi đối tượng của điển hình làm theo.",
            ),
        ]
        indexes = [
            models.Index(fields=["source", "status", "since"], name="adoption_of_source"),
            models.Index(fields=["unit", "status"], name="adoption_of_unit"),
            models.Index(fields=["office", "status"], name="adoption_at_office"),
        ]

    def __str__(self):
        return f"{self.name} làm theo “{self.source}”"

    def get_absolute_url(self):
        return reverse("exemplars:adoption", args=[self.pk])

    @property
    def name(self):
        """Who works that way: the subject, or the unit as a whole."""
        return str(self.subject or self.unit)

    @property
    def unit_below_office(self):
        return self.unit if self.office_id else None

    @property
    def unit_without_office(self):
        return None if self.office_id else self.unit

    def _may(self, move, desk):
        """What an officer of the adopter may do, its head may as well."""
        unit = getattr(self, move.office)
        roles = PREPARING if move.role == Role.OFFICER else (move.role,)
        return unit is not None and any(desk.may(role, unit) for role in roles)
