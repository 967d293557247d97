from django.db import models


class PublicKind(models.TextChoices):
    """What the portal shows to everybody, each of which an administrator may switch off."""

    EXEMPLARS = "exemplars", "Điển hình đã công bố, thẻ nhân rộng"
    CONTESTS = "contests", "Cuộc thi viết, nhận bài dự thi"
    AWARDS = "awards", "Khen thưởng theo quyết định"
    OPINIONS = "opinions", "Lấy ý kiến Nhân dân"


class PublicSwitch(models.Model):
    """Whether one kind of public page is shown; a kind without a row is."""

    kind = models.CharField("loại trang", max_length=20, choices=PublicKind, unique=True)
    is_on = models.BooleanField("đang công khai", default=True)

    class Meta:
        verbose_name = "trang công khai"
        verbose_name_plural = "trang công khai"
        ordering = ["kind"]

    def __str__(self):
        return self.get_kind_display()
