import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from campaigns.models.movement import Movement
from core.calendar import period_label, today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from organizations.access import inherited_units
from organizations.models import Role, SignedPaper, Unit
from organizations.models.unit import within


class PlanStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    RECORDING = "recording", "Đang ghi lại"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã ban hành"
    ENDED = "ended", "Đã kết thúc"
    REPLACED = "replaced", "Đã được thay thế"


DRAFTS = (PlanStatus.DRAFT, PlanStatus.RECORDING)  # what may still be written in
PUBLIC = (PlanStatus.ISSUED, PlanStatus.ENDED, PlanStatus.REPLACED)  # issued plans are frozen


class PlanQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Issued plans are public; before that only the office that writes, signs and numbers them.

        A plan of another authority that is being recorded is its recorder's to see until it is in.
        """
        if not desk.posts:
            return self.none()
        offices = desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)
        theirs = Q(unit__in=offices) & ~Q(status=PlanStatus.RECORDING)
        return self.filter(Q(status__in=PUBLIC) | theirs | Q(recorder__in=offices))

    def drafted_by(self, desk):
        """Drafts that the person at `desk` may still change."""
        offices = desk.offices(Role.STANDING)
        own = Q(unit__in=offices, status=PlanStatus.DRAFT)
        return self.filter(own | Q(recorder__in=offices, status=PlanStatus.RECORDING))

    def issued(self):
        """Plans in force; those that have ended are not among them."""
        return self.filter(status=PlanStatus.ISSUED)

    def running(self, on=None):
        """Issued plans whose period covers the day `on`, both ends counted; today by default."""
        on = on or today()
        return self.issued().filter(starts_on__lte=on, ends_on__gte=on)

    def open_to(self, desk, on=None):
        """Running plans of the units at, above and below the person's posts: those one can nominate in."""
        above = {path for unit in desk.units() for path in unit.ancestor_paths()}
        mine = within(desk.office_paths(), "unit__path")
        return self.running(on).filter(Q(unit__path__in=above) | mine)

    def above(self, unit):
        """Issued plans of the units above `unit`, which a plan of `unit` can implement."""
        return self.issued().filter(unit__path__in=unit.ancestor_paths()[1:])

    def offered_to(self, plan):
        """What `plan` can implement, with what it implements now, which may have ended since."""
        return self.filter(Q(pk__in=self.above(plan.unit).values("pk")) | Q(pk=plan.implements_id))

    def replaceable_by(self, plan):
        """Issued plans of its unit, and of those whose files the unit took over, which it can replace."""
        inherited = [unit.pk for unit in inherited_units(plan.unit, today())]
        open_ones = self.issued().filter(unit__in=[plan.unit_id, *inherited]).exclude(pk=plan.pk)
        return self.filter(Q(pk__in=open_ones.values("pk")) | Q(pk=plan.replaces_id))

    def for_table(self):
        return self.select_related("unit", "number__series").prefetch_related("movements")


class Plan(SignedPaper):
    """A unit's plan to find, nurture and spread advanced exemplars over some years (kế hoạch)."""

    MOVES = {
        "submit": Move(
            "Trình ký", (PlanStatus.DRAFT,), PlanStatus.FOR_SIGNATURE, Role.STANDING, style="primary"
        ),
        "give_back": Move(
            "Trả lại dự thảo", (PlanStatus.FOR_SIGNATURE,), PlanStatus.DRAFT, Role.CHAIRMAN, needs_note=True
        ),
        "sign": Move(
            "Ký kế hoạch", (PlanStatus.FOR_SIGNATURE,), PlanStatus.SIGNED, Role.CHAIRMAN, style="primary"
        ),
        "issue": Move(
            "Cấp số, ban hành", (PlanStatus.SIGNED,), PlanStatus.ISSUED, Role.CLERK, style="primary"
        ),
        "record": Move(
            "Ghi vào cổng",
            (PlanStatus.RECORDING,),
            PlanStatus.ISSUED,
            Role.STANDING,
            office="recorder",
            style="primary",
        ),
        "end": Move("Kết thúc kế hoạch", (PlanStatus.ISSUED,), PlanStatus.ENDED, Role.STANDING),
        "replace": Move("Thay thế", (PlanStatus.ISSUED,), PlanStatus.REPLACED, Role.CLERK, button=False),
    }
    SYMBOL = "KH"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plans", verbose_name="cơ quan ban hành")
    title = LineField("trích yếu", max_length=400)
    movements = models.ManyToManyField(Movement, blank=True, related_name="plans", verbose_name="phong trào")
    implements = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="implemented_by",
        verbose_name="thực hiện kế hoạch của cấp trên",
    )
    replaces = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replacements",
        verbose_name="thay thế kế hoạch",
    )
    copied_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="copies", editable=False
    )
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")
    legal_bases = ProseField("căn cứ", blank=True, help_text="Mỗi căn cứ một dòng.")
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    status = models.CharField(
        "trạng thái", max_length=20, choices=PlanStatus, default=PlanStatus.DRAFT, editable=False
    )
    outside_number = LineField(
        "số, ký hiệu ghi trên văn bản",
        max_length=60,
        blank=True,
        help_text="Của kế hoạch đã ban hành ngoài cổng và được ghi lại ở đây.",
    )
    recorder = models.ForeignKey(  # the office that writes a plan issued elsewhere into the portal
        Unit, models.PROTECT, null=True, blank=True, related_name="recorded_plans", editable=False
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="drafted_plans",
        editable=False,
    )
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that began it
    # The whole form as it was typed last, while something in it does not validate: {name: [values]}.
    unfinished = models.JSONField(default=dict, blank=True, editable=False)
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        verbose_name_plural = "kế hoạch"
        ordering = ["-starts_on", "title_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_it_starts",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PUBLIC)
                | Q(issued_on__isnull=False) & (Q(number__isnull=False) | ~Q(outside_number="")),
                name="issued_plan_has_number_and_date",
                violation_error_message="Kế hoạch đã ban hành phải có số và ngày.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="plan_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("campaigns:plan", args=[self.pk])

    def clean(self):
        if self.is_recorded and self.issued_on and self.unit_id:
            self._check_outside_paper()

    def _check_outside_paper(self):
        """The day must be one on which the unit could issue it, and the plan new to the portal.

        “…/KH-UBND” stands for a number that the recorder does not know; such plans differ by their day.
        """
        if self.issued_on > today():
            raise ValidationError({"issued_on": "Ngày ban hành không được sau hôm nay."})
        if not self.unit.exists_on(self.issued_on):
            raise ValidationError({"issued_on": f"Ngày này {self.unit} không hoạt động."})
        year, bears = self.issued_on.year, Q(outside_number__iexact=self.outside_number)
        if number := re.fullmatch(r"0*(\d{1,9})/(.+)", self.outside_number):
            bears |= Q(number__number=int(number[1]), number__series__symbol__iexact=number[2])
        elif not re.search(r"\d", self.outside_number):
            bears &= Q(issued_on=self.issued_on)
        same = Plan.objects.filter(bears, unit=self.unit_id, issued_on__year=year).exclude(pk=self.pk)
        if same.exists():
            said = f"Kế hoạch số {self.outside_number} năm {year} của {self.unit} đã có trong cổng."
            raise ValidationError({"outside_number": said})

    @property
    def is_draft(self):
        return self.status in DRAFTS

    @property
    def is_recorded(self):
        """Whether the plan was issued outside the portal and written into it afterwards."""
        return bool(self.outside_number)

    @property
    def last_return(self):
        """The event by which the draft came back, None when it was never submitted."""
        return self.history.filter(verb="give_back").last() if self.is_draft else None

    @property
    def is_public(self):
        return self.status in PUBLIC

    @property
    def replaced_by(self):
        """The plan that took its place when it was issued, or None."""
        if self.status != PlanStatus.REPLACED:
            return None
        return self.replacements.filter(status__in=PUBLIC).select_related("unit", "number__series").first()

    @property
    def years(self):
        """“2021–2025”, or one year."""
        first, last = self.starts_on.year, self.ends_on.year
        return f"{first}–{last}" if first != last else str(first)

    @property
    def period(self):
        return period_label(self.starts_on, self.ends_on)

    @property
    def number_text(self):
        return super().number_text or self.outside_number
