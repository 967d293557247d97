from django.db import models
from django.db.models import Q
from django.urls import reverse

from awards.models.decision import AwardEntry, Decision, readable
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move
from organizations.models import Role, SignedPaper, Unit


class AnnulmentStatus(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    FOR_SIGNATURE = "for_signature", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ số"
    ISSUED = "issued", "Đã ban hành"
    DROPPED = "dropped", "Đã hủy dự thảo"


class Ground(models.TextChoices):
    """Why an award is taken back. Căn cứ: Luật 06/2022/QH15, điều 93 khoản 2, điểm a đến d."""

    DECEIT = "deceit", "Gian dối trong kê khai thành tích"
    FALSE_PAPERS = "false_papers", "Cung cấp thông tin sai sự thật, làm giả hồ sơ, giấy tờ"
    PROCEDURE = "procedure", "Thẩm định, xét, đề nghị khen thưởng trái quy định"
    VIOLATION = "violation", "Có vi phạm trong thời gian tính thành tích, không bảo đảm tiêu chuẩn"


class AnnulmentQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the offices served; once issued, also for all above and below the issuing unit."""
        return self.filter(readable(desk, (AnnulmentStatus.ISSUED,)))

    def for_table(self):
        return self.select_related("unit", "number__series", "decision__number__series").annotate(
            items_count=models.Count("items")
        )

    def drafted_by(self, desk):
        """Drafts that the person may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING), status=AnnulmentStatus.DRAFT)


class Annulment(SignedPaper):
    """The decision by which the office that gave awards takes some or all of them back.

    Căn cứ: Luật 06/2022/QH15, điều 93.
    """

    MOVES = {
        "submit": Move(
            "Trình ký",
            (AnnulmentStatus.DRAFT,),
            AnnulmentStatus.FOR_SIGNATURE,
            Role.STANDING,
            style="primary",
        ),
        "give_back": Move(
            "Trả lại dự thảo",
            (AnnulmentStatus.FOR_SIGNATURE,),
            AnnulmentStatus.DRAFT,
            Role.CHAIRMAN,
            needs_note=True,
        ),
        "sign": Move(
            "Ký quyết định",
            (AnnulmentStatus.FOR_SIGNATURE,),
            AnnulmentStatus.SIGNED,
            Role.CHAIRMAN,
            style="primary",
        ),
        "issue": Move(
            "Cấp số, ban hành",
            (AnnulmentStatus.SIGNED,),
            AnnulmentStatus.ISSUED,
            Role.CLERK,
            style="primary",
        ),
        "drop": Move(
            "Hủy dự thảo",
            (AnnulmentStatus.DRAFT,),
            AnnulmentStatus.DROPPED,
            Role.STANDING,
            needs_note=True,
            style="danger",
        ),
    }
    SYMBOL = "QĐ"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="annulments", verbose_name="cơ quan ban hành")
    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="annulments", verbose_name="quyết định bị hủy bỏ"
    )
    title = LineField("trích yếu", max_length=400)
    ground = models.CharField("trường hợp hủy bỏ", max_length=20, choices=Ground)
    reasons = LineField("lý do cụ thể", max_length=1000)
    recovery = LineField("việc thu hồi hiện vật, tiền thưởng", max_length=500, blank=True)
    legal_bases = ProseField("căn cứ", blank=True, help_text="Mỗi căn cứ một dòng.")
    executors = LineField("trách nhiệm thi hành", max_length=400, blank=True)
    recipients = ProseField("nơi nhận", blank=True, help_text="Mỗi nơi nhận một dòng.")
    status = models.CharField(
        "trạng thái", max_length=20, choices=AnnulmentStatus, default=AnnulmentStatus.DRAFT, editable=False
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title", "reasons"], max_length=1500)

    objects = AnnulmentQuerySet.as_manager()

    class Meta:
        verbose_name = "quyết định hủy bỏ"
        verbose_name_plural = "quyết định hủy bỏ"
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=AnnulmentStatus.ISSUED)
                | Q(number__isnull=False, issued_on__isnull=False),
                name="issued_annulment_has_number_and_date",
                violation_error_message="Quyết định đã ban hành phải có số và ngày.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "status"], name="annulment_of_unit")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("awards:annulment", args=[self.pk])

    @property
    def is_public(self):
        return self.status == AnnulmentStatus.ISSUED


class AnnulmentItem(models.Model):
    """One award that the paper takes back; an award stands on one such paper at most."""

    annulment = models.ForeignKey(Annulment, models.CASCADE, related_name="items")
    entry = models.OneToOneField(AwardEntry, models.PROTECT, related_name="annulment_item")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "khen thưởng bị hủy bỏ"
        verbose_name_plural = "danh sách bị hủy bỏ"
        ordering = ["order", "pk"]

    def __str__(self):
        return str(self.entry)
