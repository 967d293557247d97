from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from core.calendar import now
from core.fields import LineField
from core.stored_files import path_in
from exemplars.models.exemplar import Exemplar

PHOTO_FOLDER = "anh"


def photo_path(photo, filename):
    return path_in(PHOTO_FOLDER, filename)


class Photo(models.Model):
    """A photo with its caption, of whatever a subclass says; `exemplars.photos` takes them in."""

    file = models.FileField("ảnh", upload_to=photo_path, max_length=255)
    caption = LineField("chú thích", max_length=200)
    taken_on = models.DateField("ngày chụp", null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0, editable=False)
    width = models.PositiveIntegerField(editable=False)  # points, as stored
    height = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)  # of the file as it was sent in
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    uploaded_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(caption=""),
                name="%(class)s_has_a_caption",
                violation_error_message="Ảnh cần có chú thích.",
            )
        ]

    content_type = "image/jpeg"  # whatever was sent

    def __str__(self):
        return self.caption

    @property
    def filename(self):
        """The name under which it is handed out."""
        return f"{self.caption}.jpg"


class ExemplarPhoto(Photo):
    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="photos")

    class Meta(Photo.Meta):
        abstract = False
        verbose_name = "ảnh của điển hình"
        verbose_name_plural = "ảnh của điển hình"
        constraints = [
            *Photo.Meta.constraints,
            models.UniqueConstraint(
                fields=["exemplar", "sha256"],
                name="photo_once_per_exemplar",
                violation_error_message="Ảnh này đã có.",
            ),
        ]

    def get_absolute_url(self):
        """Of the picture itself."""
        return reverse("exemplars:exemplar-photo", args=[self.pk])
