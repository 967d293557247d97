"""Writing contests: rules, and who judges by what in which round."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from campaigns.models import Plan
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from organizations.models import Role, Unit


class ContestStatus(models.TextChoices):
    PREPARING = "preparing", "Đang chuẩn bị"
    OPEN = "open", "Đang nhận bài"
    JUDGING = "judging", "Đang chấm"
    PUBLISHED = "published", "Đã công bố kết quả"
    CANCELLED = "cancelled", "Đã hủy"


C = ContestStatus
OFFICE = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)


class ContestQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the offices served, those that one judges, and for whoever has a post all that opened."""
        judged = Q(pk__in=Judge.objects.filter(user=desk.user.pk).values("contest"))
        if not desk.posts:  # a judge from outside
            return self.filter(judged)
        opened = ~Q(status__in=(C.PREPARING, C.CANCELLED))
        return self.filter(Q(unit__in=desk.offices(*OFFICE)) | judged | opened)

    def run_by(self, desk):
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def public(self):
        """What everybody may read of: contests that opened."""
        return self.exclude(status__in=(C.PREPARING, C.CANCELLED))

    def taking_entries(self, on):
        """Open on the day `on`, both ends of the time for entries counted."""
        return self.filter(status=C.OPEN, opens_on__lte=on, closes_on__gte=on)


class Contest(Workflow):
    """One edition of a contest in writing about good people (cuộc thi viết)."""

    MOVES = {
        "open": Move("Mở nhận bài", (C.PREPARING,), C.OPEN, Role.STANDING, style="primary"),
        "judge": Move("Đóng nhận bài, bắt đầu chấm", (C.OPEN,), C.JUDGING, Role.STANDING, style="primary"),
        "publish": Move("Công bố kết quả", (C.JUDGING,), C.PUBLISHED, Role.STANDING, style="primary"),
        "cancel": Move(
            "Hủy cuộc thi", (C.PREPARING, C.OPEN), C.CANCELLED, Role.STANDING, needs_note=True, style="danger"
        ),
    }

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="contests", verbose_name="cơ quan tổ chức")
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="contests", verbose_name="theo kế hoạch"
    )
    name = LineField("tên cuộc thi", max_length=200)
    edition = LineField("lần, thời gian", max_length=100, help_text="Ví dụ: lần thứ III, 2025-2026.")
    organisers = ProseField("đơn vị phối hợp", blank=True, help_text="Mỗi đơn vị một dòng.")
    about = ProseField("nội dung, thể lệ", help_text="Ai được dự thi, viết về ai, giải thưởng, nơi giải đáp.")
    min_words = models.PositiveIntegerField("ít nhất (chữ)", default=500)
    max_words = models.PositiveIntegerField("nhiều nhất (chữ)", default=1500)
    opens_on = models.DateField("nhận bài từ ngày")
    closes_on = models.DateField("đến hết ngày")
    entries_each = models.PositiveSmallIntegerField("số bài mỗi người", default=2)
    status = models.CharField(
        "trạng thái", max_length=20, choices=ContestStatus, default=C.PREPARING, editable=False
    )
    published_on = models.DateField("ngày công bố", null=True, blank=True, editable=False)
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "edition"])

    objects = ContestQuerySet.as_manager()

    class Meta:
        verbose_name = "cuộc thi viết"
        verbose_name_plural = "cuộc thi viết"
        ordering = ["-opens_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="contest_closes_after_it_opens",
                violation_error_message="Ngày cuối nhận bài phải từ ngày đầu trở đi.",
            ),
            models.CheckConstraint(
                condition=Q(min_words__gte=1, max_words__gte=F("min_words")),
                name="contest_words_in_order",
                violation_error_message="Số chữ nhiều nhất phải từ số chữ ít nhất trở lên.",
            ),
            models.CheckConstraint(
                condition=Q(entries_each__gte=1),
                name="contest_takes_an_entry_each",
                violation_error_message="Mỗi người được gửi ít nhất một bài.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.edition}"

    def get_absolute_url(self):
        return reverse("gatherings:contest", args=[self.pk])

    def takes_entries(self, on):
        return self.status == C.OPEN and self.opens_on <= on <= self.closes_on


class Judge(models.Model):
    """Who judges, with an account of the portal; the name stands on papers."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="judges")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="giám khảo"
    )

    class Meta:
        verbose_name = "giám khảo"
        verbose_name_plural = "giám khảo"
        ordering = ["user__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "user"],
                name="contest_judge_once",
                violation_error_message="Người này đã là giám khảo.",
            )
        ]

    def __str__(self):
        return str(self.user)


class Round(models.Model):
    """One round of judging; `places` entries go on to the next, or get prizes in the last."""

    contest = models.ForeignKey(Contest, models.CASCADE, related_name="rounds")
    order = models.PositiveSmallIntegerField("vòng thứ")
    name = LineField("tên vòng", max_length=60)
    places = models.PositiveSmallIntegerField("số bài được chọn")
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "vòng chấm"
        verbose_name_plural = "vòng chấm"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "order"],
                name="contest_round_once",
                violation_error_message="Vòng này đã có.",
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1),
                name="round_has_a_place",
                violation_error_message="Mỗi vòng chọn ít nhất một bài.",
            ),
        ]

    def __str__(self):
        return self.name
