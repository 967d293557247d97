from pathlib import PurePath

from django.db import models
from django.db.models import Q

from awards.models import AwardEntry
from core.fields import LineField, ProseField
from core.stored_files import CONTENT_TYPES, path_in
from exemplars.models import Exemplar
from gatherings.models.conference import Conference


class BlockKind(models.TextChoices):
    PERFORMANCE = "performance", "Văn nghệ chào mừng"
    CEREMONY = "ceremony", "Nghi thức"
    SPEECH = "speech", "Phát biểu"
    REPORT = "report", "Báo cáo"
    TALKS = "talks", "Tham luận của điển hình"
    HONOURS = "honours", "Trao khen thưởng"
    BREAK = "break", "Giải lao"
    OTHER = "other", "Nội dung khác"


class Block(models.Model):
    """One point of the programme; when it begins follows from those before it (mục chương trình)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="blocks")
    kind = models.CharField("loại", max_length=20, choices=BlockKind, default=BlockKind.OTHER)
    title = LineField("nội dung", max_length=250)
    by = LineField("người thực hiện", max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField("thời lượng (phút)")
    begins_at = models.TimeField(
        "bắt đầu đúng lúc",
        null=True,
        blank=True,
        help_text="Để trống thì bắt đầu ngay sau mục trước. Ví dụ: 13:30",
    )
    said = ProseField("lời dẫn, việc chuẩn bị", blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "mục chương trình"
        verbose_name_plural = "chương trình"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=600),
                name="block_lasts_1_to_600_minutes",
                violation_error_message="Một mục chương trình dài từ 1 đến 600 phút.",
            )
        ]

    def __str__(self):
        return self.title


TALKS_FOLDER = "tham-luan"


def talk_path(talk, filename):
    return path_in(TALKS_FOLDER, filename)


class Talk(models.Model):
    """What an exemplar tells the conference, with its text (tham luận)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="talks")
    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="talks", verbose_name="điển hình")
    title = LineField("tên tham luận", max_length=300)
    speaker = LineField("người trình bày", max_length=200)
    minutes = models.PositiveSmallIntegerField("thời lượng (phút)", default=10)
    due_on = models.DateField("hạn gửi bài", null=True, blank=True)
    received_on = models.DateField("ngày nhận bài", null=True, blank=True)
    file = models.FileField("tệp bài viết", upload_to=talk_path, max_length=255, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "tham luận"
        verbose_name_plural = "tham luận"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "exemplar"],
                name="talk_once_for_an_exemplar",
                violation_error_message="Điển hình này đã có tham luận tại hội nghị.",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=60),
                name="talk_lasts_1_to_60_minutes",
                violation_error_message="Một tham luận dài từ 1 đến 60 phút.",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def content_type(self):
        return CONTENT_TYPES[PurePath(self.file.name).suffix.lstrip(".")]

    @property
    def filename(self):
        """The name under which its text is handed out."""
        return f"Tham luận - {self.title[:100]}{PurePath(self.file.name).suffix}"


class Honour(models.Model):
    """An award of the register that is handed over on the stage (trao khen thưởng)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="honours")
    entry = models.ForeignKey(AwardEntry, models.PROTECT, related_name="honours", verbose_name="khen thưởng")
    batch = models.PositiveSmallIntegerField("lượt lên sân khấu", default=1)
    handed_by = LineField("người trao", max_length=200, blank=True)

    class Meta:
        verbose_name = "trao khen thưởng"
        verbose_name_plural = "trao khen thưởng"
        ordering = ["batch", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "entry"],
                name="honour_once_at_a_conference",
                violation_error_message="Khen thưởng này đã có trong danh sách trao.",
            )
        ]

    def __str__(self):
        return str(self.entry)
