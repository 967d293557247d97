import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from core.calendar import now


class EventQuerySet(models.QuerySet):
    def about(self, record):
        """The events of one record, oldest first, with the people in them."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk).select_related("by").order_by("at", "pk")

    def update(self, **kwargs):
        raise TypeError("The audit trail is append-only.")

    def delete(self):
        raise TypeError("The audit trail is append-only.")


class Event(models.Model):
    """One thing that one person did to one record (nhật ký); rows are only ever added."""

    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")
    verb = models.CharField("thao tác", max_length=40)
    label = models.CharField("việc đã làm", max_length=120)  # as people read it on that day
    about = models.CharField("về", max_length=200, blank=True)  # the record's name on that day
    from_status = models.CharField(max_length=20, blank=True)
    to_status = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    by_title = models.CharField("chức danh khi đó", max_length=200, blank=True)
    at = models.DateTimeField("lúc", default=now)
    note = models.TextField("nội dung", blank=True)
    data = models.JSONField(default=dict, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "việc đã ghi"
        verbose_name_plural = "nhật ký"
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="event_of_record"),
            models.Index(fields=["by", "-at"], name="event_of_person"),
        ]

    def __str__(self):
        return self.label

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("The audit trail is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The audit trail is append-only.")

    @property
    def happened_on(self):
        """The day of what was done, which may lie before the moment at which it was recorded."""
        day = self.data.get("on")
        return datetime.date.fromisoformat(day) if day else self._recorded_on

    @property
    def is_recorded_later(self):
        return self.happened_on != self._recorded_on

    @property
    def _recorded_on(self):
        return timezone.localtime(self.at).date()

    @property
    def record_url(self):
        """The record's page, without reading the record."""
        return self.content_type.model_class()(pk=self.object_id).get_absolute_url()
