from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import now
from core.fields import LineField, ProseField
from organizations.models.people import User

MOST_DAYS_BEFORE = 30  # working days


class MessageKind(models.TextChoices):
    REMINDER = "reminder", "Nhắc việc"
    URGING = "urging", "Đôn đốc"


class MessageQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """A message is its reader's alone."""
        return self.filter(to=desk.user) if desk.user.is_authenticated else self.none()

    def unread(self):
        return self.filter(read_at=None)


class Message(models.Model):
    """What the portal tells one person on one day: one message, whatever there is to say (thông báo)."""

    to = models.ForeignKey(User, models.PROTECT, related_name="messages", verbose_name="người nhận")
    day = models.DateField("ngày")
    kind = models.CharField("loại", max_length=20, choices=MessageKind)
    subject = LineField("tiêu đề", max_length=200)
    text = ProseField("nội dung", blank=True)
    items = models.JSONField("các việc", default=list, blank=True)  # [{"label", "detail", "url"}]
    url = models.CharField("địa chỉ", max_length=300, blank=True)
    sent_by = models.ForeignKey(  # null: the portal itself
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gửi"
    )
    created_at = models.DateTimeField("lúc", default=now)
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    emailed_at = models.DateTimeField("gửi thư điện tử lúc", null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["to", "day"],
                name="one_message_a_person_a_day",
                violation_error_message="Người này đã có thông báo trong ngày.",
            )
        ]
        indexes = [models.Index(fields=["to"], name="unread_message", condition=Q(read_at=None))]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("message", args=[self.pk])


class MessageChoice(models.Model):
    """How one person wants to be told; in the portal always (cách nhận thông báo)."""

    user = models.OneToOneField(User, models.CASCADE, related_name="message_choice")
    by_email = models.BooleanField("gửi cả qua thư điện tử", default=True)
    days_before = models.PositiveSmallIntegerField(
        "nhắc trước hạn", null=True, blank=True
    )  # working days; null: as the portal does

    class Meta:
        verbose_name = "cách nhận thông báo"
        verbose_name_plural = "cách nhận thông báo"
        constraints = [
            models.CheckConstraint(
                condition=Q(days_before=None) | Q(days_before__gte=1, days_before__lte=MOST_DAYS_BEFORE),
                name="reminded_1_to_30_days_before",
                violation_error_message="Nhắc trước hạn từ 1 đến 30 ngày làm việc.",
            )
        ]

    def __str__(self):
        return str(self.user)
