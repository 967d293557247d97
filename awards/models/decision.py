from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from awards.models.session import Session
from core.derived import PersonKeyField, SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from exemplars.models import Nomination, Subject
from law.models import AwardType, MeritKind
from organizations.models import Role, SignedPaper, Unit
from organizations.models.unit import within


class DecisionStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã ban hành"
    ANNULLED = "annulled", "Đã bị hủy bỏ"
    DROPPED = "dropped", "Đã hủy dự thảo"


PUBLIC = (DecisionStatus.ISSUED, DecisionStatus.ANNULLED)  # issued decisions are frozen


def readable(desk, public):
    """A Q for the decisions of the offices served; in `public` states also for all above and below."""
    serving = Q(unit__in=desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK))
    above = {path for unit in desk.units() for path in unit.ancestor_paths()}
    territory = within(desk.office_paths(), "unit__path")
    return serving | (Q(status__in=public) & (Q(unit__path__in=above) | territory))


class DecisionQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the offices served; once issued, also for all above and below the issuing unit."""
        return self.filter(readable(desk, PUBLIC))

    def for_table(self):
        return self.select_related("unit", "number__series").annotate(items_count=models.Count("items"))

    def drafted_by(self, desk):
        """Drafts that the person may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING), status=DecisionStatus.DRAFT)


class Decision(SignedPaper):
    """A decision of the chairman that gives awards to those it names (quyết định khen thưởng)."""

    MOVES = {
        "submit": Move(
            "Trình ký", (DecisionStatus.DRAFT,), DecisionStatus.FOR_SIGNATURE, Role.STANDING, style="primary"
        ),
        "give_back": Move(
            "Trả lại dự thảo",
            (DecisionStatus.FOR_SIGNATURE,),
            DecisionStatus.DRAFT,
            Role.CHAIRMAN,
            needs_note=True,
        ),
        "sign": Move(
            "Ký quyết định",
            (DecisionStatus.FOR_SIGNATURE,),
            DecisionStatus.SIGNED,
            Role.CHAIRMAN,
            style="primary",
        ),
        "issue": Move(
            "Cấp số, ban hành", (DecisionStatus.SIGNED,), DecisionStatus.ISSUED, Role.CLERK, style="primary"
        ),
        "drop": Move(
            "Hủy dự thảo",
            (DecisionStatus.DRAFT,),
            DecisionStatus.DROPPED,
            Role.STANDING,
            needs_note=True,
            style="danger",
        ),
        "annul": Move(
            "Hủy bỏ quyết định",
            (DecisionStatus.ISSUED,),
            DecisionStatus.ANNULLED,
            Role.CLERK,
            button=False,
        ),
    }
    SYMBOL = "QĐ"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="decisions", verbose_name="cơ quan ban hành")
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name="phiên họp"
    )
    title = LineField("trích yếu", max_length=400)
    merit = models.CharField(
        "loại hình khen thưởng", max_length=20, choices=MeritKind, blank=True
    )  # titles have none
    achievement = LineField("thành tích được khen", max_length=400)  # “vì đã có thành tích …” in Điều 1
    period_from = models.DateField("thành tích từ ngày")
    period_to = models.DateField("đến hết ngày")
    legal_bases = ProseField("căn cứ", blank=True, help_text="Mỗi căn cứ một dòng.")
    funding = LineField("nguồn tiền thưởng", max_length=300, blank=True)
    executors = LineField("trách nhiệm thi hành", max_length=400, blank=True)
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    status = models.CharField(
        "trạng thái", max_length=20, choices=DecisionStatus, default=DecisionStatus.DRAFT, editable=False
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title", "achievement"], max_length=900)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "quyết định"
        verbose_name_plural = "quyết định"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")),
                name="decision_period_in_order",
                violation_error_message="Ngày cuối của thành tích phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=PUBLIC) | Q(number__isnull=False, issued_on__isnull=False),
                name="issued_decision_has_number_and_date",
                violation_error_message="Quyết định đã ban hành phải có số và ngày.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="decision_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("awards:decision", args=[self.pk])

    @property
    def is_public(self):
        return self.status in PUBLIC


class DecisionItem(models.Model):
    """One subject on the decision's list; the prize is worked out on the day of issue."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="items")
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="decision_item")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "dòng trong danh sách"
        verbose_name_plural = "danh sách kèm theo"
        ordering = ["order", "pk"]

    def __str__(self):
        return str(self.nomination)


class AwardEntryQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Entries of one's own territory and of every decision that one may read."""
        mine = within(desk.paths() | desk.office_paths(), "nomination__unit__path")
        public = Decision.objects.visible_to(desk).filter(status__in=PUBLIC)
        return self.filter(mine | Q(decision__in=public))

    def counting(self):
        """Awards that still count; one that was annulled counts nowhere (Luật 06/2022/QH15, điều 93)."""
        return self.filter(annulled_on=None)

    def for_table(self):
        return self.select_related(
            "subject",
            "award",
            "decision__number__series",
            "decision__unit",
            "nomination__unit",
            "annulment_item__annulment__number__series",
        )


class AwardEntry(models.Model):
    """One award to one subject in the register, for one period of achievement (sổ khen thưởng)."""

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="awards", verbose_name="đối tượng")
    award = models.ForeignKey(
        AwardType, models.PROTECT, related_name="entries", verbose_name="danh hiệu, hình thức"
    )
    merit = models.CharField("loại hình", max_length=20, choices=MeritKind, blank=True)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="entries", verbose_name="quyết định")
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="entry", verbose_name="hồ sơ")
    name = LineField("tên ghi trong quyết định", max_length=200)
    description = LineField("chức vụ, địa chỉ khi đó", max_length=500, blank=True)
    period_from = models.DateField("thành tích từ ngày")
    period_to = models.DateField("đến hết ngày")
    awarded_on = models.DateField("ngày quyết định")
    prize = models.PositiveIntegerField("tiền thưởng (đồng)", null=True, blank=True)
    annulled_on = models.DateField("hủy bỏ ngày", null=True, blank=True)
    name_key = PersonKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "description"], max_length=800)

    objects = AwardEntryQuerySet.as_manager()

    class Meta:
        verbose_name = "khen thưởng"
        verbose_name_plural = "sổ khen thưởng"
        ordering = ["-awarded_on", "name_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "award", "period_from", "period_to"],
                condition=Q(annulled_on=None),
                name="one_award_for_one_achievement",
                violation_error_message="Đối tượng đã được khen hình thức này cho đúng giai đoạn đó.",
            )
        ]
        indexes = [
            models.Index(fields=["-awarded_on"], name="entry_by_day"),
            models.Index(fields=["name_key"], name="entry_by_name"),
        ]

    def __str__(self):
        return f"{self.name}: {self.award}"

    def get_absolute_url(self):
        return self.decision.get_absolute_url()

    @property
    def annulled_by(self):
        """The decision that annulled it, or None."""
        return self.annulment_item.annulment if self.annulled_on and hasattr(self, "annulment_item") else None
