from django.db import models
from django.db.models import Q

from core.stored_files import StoredFile, path_in
from exemplars.models.adoption import Adoption
from exemplars.models.outreach import Coverage, LearningEvent


def attachment_path(attachment, filename):
    return path_in("nhan-rong", filename)


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Those of the records that the person may see."""
        return self.filter(
            Q(adoption__in=Adoption.objects.visible_to(desk))
            | Q(event__in=LearningEvent.objects.visible_to(desk))
            | Q(coverage__in=Coverage.objects.visible_to(desk))
        )


class Attachment(StoredFile):
    """A file of an adoption, of a learning event or of coverage (tệp kèm theo)."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, null=True, blank=True, related_name="files")
    event = models.ForeignKey(LearningEvent, models.CASCADE, null=True, blank=True, related_name="files")
    coverage = models.ForeignKey(Coverage, models.CASCADE, null=True, blank=True, related_name="files")
    file = models.FileField("tệp", upload_to=attachment_path, max_length=255)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp kèm theo"
        verbose_name_plural = "tệp kèm theo"
        ordering = ["uploaded_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adoption__isnull=False, event=None, coverage=None)
                | Q(adoption=None, event__isnull=False, coverage=None)
                | Q(adoption=None, event=None, coverage__isnull=False),
                name="attachment_of_one_record",
                violation_error_message="Tệp phải kèm theo đúng một nội dung.",
            ),
            *(
                models.UniqueConstraint(
                    fields=[record, "sha256"],
                    name=f"attachment_once_per_{record}",
                    violation_error_message="Tệp này đã có ở đây.",
                )
                for record in ("adoption", "event", "coverage")
            ),
        ]
