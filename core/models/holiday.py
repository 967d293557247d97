"""Days that do not follow the week."""

from django.db import models

from core.fields import LineField


class Holiday(models.Model):
    """A day off in the week, or a Saturday or Sunday worked to make up for one."""

    day = models.DateField("ngày", unique=True, error_messages={"unique": "Ngày này đã có trong lịch nghỉ."})
    name = LineField("tên ngày nghỉ", max_length=120)
    works = models.BooleanField(
        "làm bù", default=False, help_text="Đánh dấu nếu đây là ngày cuối tuần phải đi làm bù."
    )

    class Meta:
        verbose_name = "ngày nghỉ, ngày làm bù"
        verbose_name_plural = "ngày nghỉ, ngày làm bù"
        ordering = ["day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y}: {self.name}"
