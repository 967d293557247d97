"""How exemplars are made known: where one came to learn from them, and what was written and broadcast."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from campaigns.models import Plan
from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Versioned
from exemplars.models.adoption import OVERSEEING
from exemplars.models.exemplar import Exemplar
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within


class OutreachQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Of one's own units and territory, and what is about an exemplar that one may see."""
        paths = desk.paths(*PREPARING) | desk.office_paths(*OVERSEEING)
        about = self.model.exemplars.through.objects.filter(
            **{self.model._meta.model_name: OuterRef("pk")}, exemplar__in=Exemplar.objects.visible_to(desk)
        )
        return self.filter(within(paths, "unit__path") | Exists(about))

    def kept_by(self, desk):
        """What the person may enter and mend."""
        own = within(desk.paths(*PREPARING), "unit__path")
        return self.filter(own | Q(unit__in=desk.offices(Role.STANDING)))

    def of_plan(self, plan):
        """Entered for the plan itself, or about one of its exemplars."""
        about = self.model.exemplars.through.objects.filter(
            **{self.model._meta.model_name: OuterRef("pk")}, exemplar__plan=plan
        )
        return self.filter(Q(plan=plan) | Exists(about))

    def for_table(self):
        return self.select_related("unit", "plan")


class Outreach(Versioned):
    """What a visit and an article have in common."""

    title = LineField("nội dung", max_length=250)
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kế hoạch"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    title_key = TextKeyField(sources=["title"])

    class Meta:
        abstract = True

    def __str__(self):
        return self.title


class LearningQuerySet(OutreachQuerySet):
    def visible_to(self, desk):
        """Also those to which one's units came."""
        paths = desk.paths(*PREPARING) | desk.office_paths(*OVERSEEING)
        came = self.model.guests.through.objects.filter(
            within(paths, "unit__path"), learningevent=OuterRef("pk")
        )
        seen = super().visible_to(desk)
        return self.filter(Q(pk__in=seen.order_by().values("pk")) | Exists(came))


class LearningEvent(Outreach):
    """A day on which others came to learn from exemplars, or heard them (buổi học tập, giao lưu)."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Tham quan, học tập"
        EXCHANGE = "exchange", "Trao đổi kinh nghiệm"
        TALK = "talk", "Giao lưu điển hình"
        REPORT = "report", "Báo cáo kinh nghiệm"

    kind = models.CharField("hình thức", max_length=20, choices=Kind, default=Kind.VISIT)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="learning_events", verbose_name="đơn vị tổ chức"
    )
    held_on = models.DateField("ngày")
    place = LineField("địa điểm", max_length=200)
    guests = models.ManyToManyField(
        Unit, blank=True, related_name="learning_visits", verbose_name="đơn vị đến dự"
    )
    attendance = models.PositiveIntegerField("số người dự")
    exemplars = models.ManyToManyField(
        Exemplar, blank=True, related_name="learning_events", verbose_name="điển hình được giới thiệu"
    )
    result = ProseField("kết quả", blank=True)
    search_text = SearchTextField(sources=["title", "place"], max_length=500)

    objects = LearningQuerySet.as_manager()

    class Meta:
        verbose_name = "buổi học tập, giao lưu"
        verbose_name_plural = "buổi học tập, giao lưu"
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["unit", "held_on"], name="learning_event_of_unit")]
        constraints = [
            models.CheckConstraint(
                condition=Q(attendance__gt=0),
                name="learning_event_has_attendance",
                violation_error_message="Số người dự phải từ 1 trở lên.",
            )
        ]

    def get_absolute_url(self):
        return reverse("exemplars:learning-event", args=[self.pk])


class Coverage(Outreach):
    """One article, column or broadcast about exemplars (tin, bài)."""

    class Kind(models.TextChoices):
        ARTICLE = "article", "Tin, bài"
        COLUMN = "column", "Chuyên trang, chuyên mục"
        RADIO = "radio", "Phát thanh, truyền thanh"
        TELEVISION = "television", "Truyền hình"
        CLIP = "clip", "Video, clip"
        POST = "post", "Trang mạng xã hội"
        OTHER = "other", "Hình thức khác"

    kind = models.CharField("thể loại", max_length=20, choices=Kind, default=Kind.ARTICLE)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="coverage", verbose_name="đơn vị ghi nhận")
    outlet = LineField("báo, đài, trang", max_length=150)
    published_on = models.DateField("ngày đăng, phát")
    reach = models.PositiveIntegerField("số lượt đọc, nghe, xem", null=True, blank=True)
    link = models.URLField("địa chỉ trên mạng", max_length=500, blank=True)
    exemplars = models.ManyToManyField(
        Exemplar, blank=True, related_name="coverage", verbose_name="điển hình được nói đến"
    )
    search_text = SearchTextField(sources=["title", "outlet"], max_length=500)

    objects = OutreachQuerySet.as_manager()

    class Meta:
        verbose_name = "tin, bài"
        verbose_name_plural = "tin, bài"
        ordering = ["-published_on", "-pk"]
        indexes = [models.Index(fields=["unit", "published_on"], name="coverage_of_unit")]
        constraints = [
            models.UniqueConstraint(
                fields=["link"],
                condition=~Q(link=""),
                name="coverage_once_by_its_link",
                violation_error_message="Tin, bài có địa chỉ này đã được ghi.",
            )
        ]

    def get_absolute_url(self):
        return reverse("exemplars:coverage", args=[self.pk])
