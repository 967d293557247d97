"""Lists on which the people are asked for their opinion before the council meets (lấy ý kiến Nhân dân)."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from awards.models.session import Session
from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Versioned, Workflow
from exemplars.models import Nomination
from law.models import Parameter
from organizations.models import Role, Unit

OFFICE = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)


class OpinionStatus(models.TextChoices):
    PREPARING = "preparing", "Đang chuẩn bị"
    POSTED = "posted", "Đang lấy ý kiến"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã gỡ"


S = OpinionStatus
LIVE = (S.PREPARING, S.POSTED)


class OpinionListQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the offices served: remarks carry names, so nobody else sees more than the public does."""
        return self.filter(unit__in=desk.offices(*OFFICE))

    def run_by(self, desk):
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def shown(self, on):
        """What everybody may read on the day `on`: up from the first to the last legal day, both counted."""
        return self.filter(status=S.POSTED, opens_on__lte=on, closes_on__gte=on)

    def for_table(self):
        return self.select_related("unit").annotate(
            items_count=Count("items", distinct=True),
            remarks_count=Count("remarks", distinct=True),
            waiting_count=Count("remarks", filter=Q(remarks__answer=""), distinct=True),
        )


class OpinionList(Workflow):
    """Dossiers that an office shows to the people for the days that the law wants, and what they say."""

    MOVES = {
        "post": Move("Công khai lấy ý kiến", (S.PREPARING,), S.POSTED, Role.STANDING, style="primary"),
        "close": Move("Kết thúc lấy ý kiến", (S.POSTED,), S.CLOSED, Role.STANDING, style="primary"),
        "cancel": Move("Gỡ danh sách", LIVE, S.CANCELLED, Role.STANDING, needs_note=True, style="danger"),
    }

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="opinion_lists", verbose_name="cơ quan lấy ý kiến"
    )
    session = models.ForeignKey(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="opinion_lists",
        verbose_name="cho phiên họp",
    )
    title = LineField("tên danh sách", max_length=300)
    rule = models.ForeignKey(
        Parameter, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )  # by which the days were counted; pinned when posted
    opens_on = models.DateField("công khai từ ngày", null=True, blank=True, editable=False)
    closes_on = models.DateField("đến hết ngày", null=True, blank=True, editable=False)
    ended_on = models.DateField("ngày kết thúc", null=True, blank=True, editable=False)  # or taken down
    conclusion = ProseField("kết luận", blank=True)
    status = models.CharField(
        "trạng thái", max_length=20, choices=OpinionStatus, default=S.PREPARING, editable=False
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = OpinionListQuerySet.as_manager()

    class Meta:
        verbose_name = "danh sách lấy ý kiến Nhân dân"
        verbose_name_plural = "danh sách lấy ý kiến Nhân dân"
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")) | Q(opens_on=None, closes_on=None),
                name="opinion_list_closes_after_it_opens",
                violation_error_message="Ngày cuối lấy ý kiến phải sau ngày công khai.",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(S.POSTED, S.CLOSED)) | Q(opens_on__isnull=False),
                name="posted_opinion_list_has_its_days",
                violation_error_message="Danh sách đã công khai phải có ngày đầu và ngày cuối.",
            ),
            models.CheckConstraint(
                condition=~Q(status=S.CLOSED) | Q(ended_on__isnull=False),
                name="closed_opinion_list_has_its_end",
                violation_error_message="Danh sách đã kết thúc phải có ngày kết thúc.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("awards:opinion", args=[self.pk])

    def takes_remarks(self, on):
        return self.status == S.POSTED and self.opens_on <= on <= self.closes_on


class OpinionItem(models.Model):
    """One dossier on a list, with the achievement as it was shown."""

    opinion_list = models.ForeignKey(OpinionList, models.CASCADE, related_name="items")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="opinion_items")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    achievement = LineField("thành tích", max_length=400, blank=True)

    class Meta:
        verbose_name = "hồ sơ lấy ý kiến"
        verbose_name_plural = "hồ sơ lấy ý kiến"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opinion_list", "nomination"],
                name="opinion_item_once",
                violation_error_message="Hồ sơ đã có trong danh sách lấy ý kiến.",
            )
        ]

    def __str__(self):
        return str(self.nomination)


class Stance(models.TextChoices):
    AGREES = "agrees", "Đồng tình"
    OBJECTS = "objects", "Không đồng tình"
    OTHER = "other", "Ý kiến khác"


class RemarkQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(opinion_list__in=OpinionList.objects.visible_to(desk))


class Remark(Versioned):
    """What somebody said of a list; name and contact are for the office alone."""

    opinion_list = models.ForeignKey(OpinionList, models.CASCADE, related_name="remarks")
    item = models.ForeignKey(
        OpinionItem, models.PROTECT, null=True, blank=True, related_name="remarks", verbose_name="về"
    )
    request_id = models.UUIDField(unique=True, editable=False)
    name = LineField("họ và tên", max_length=120)
    contact = LineField("điện thoại, thư điện tử hoặc địa chỉ", max_length=250)
    stance = models.CharField("ý kiến", max_length=10, choices=Stance)
    text = ProseField("nội dung")
    sent_at = models.DateTimeField("gửi lúc", default=now, editable=False)
    source = models.CharField(max_length=64, blank=True, editable=False)  # of the address it came from, keyed
    answer = ProseField("trả lời, cách xử lý", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True, blank=True, editable=False)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = "ý kiến của người dân"
        verbose_name_plural = "ý kiến của người dân"
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["source", "sent_at"], name="remarks_of_source")]

    def __str__(self):
        return f"Ý kiến {self.get_stance_display().lower()} gửi {self.sent_at:%d/%m/%Y}"
