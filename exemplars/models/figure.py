from django.db import models
from django.db.models import Q

from core.fields import LineField
from core.templatetags.vietnamese import percent, so
from exemplars.models.exemplar import Exemplar

DIGITS = {"max_digits": 15, "decimal_places": 3}


class ExemplarFigure(models.Model):
    """One figure before the exemplar began and now (số liệu trước và sau)."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="figures")
    name = LineField("chỉ tiêu", max_length=150)
    measure = LineField("đơn vị tính", max_length=40, blank=True)
    before = models.DecimalField("trước", null=True, blank=True, **DIGITS)
    after = models.DecimalField("sau", null=True, blank=True, **DIGITS)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "số liệu trước và sau"
        verbose_name_plural = "số liệu trước và sau"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False),
                name="figure_says_before_or_after",
                violation_error_message="Hãy ghi số liệu trước hoặc sau.",
            )
        ]

    def __str__(self):
        return f"{self.name} ({self.measure})" if self.measure else self.name

    @property
    def before_text(self):
        return plain(self.before)

    @property
    def after_text(self):
        return plain(self.after)

    @property
    def change(self):
        """“tăng 33,3%”, “giảm 12”; "" where either figure is missing."""
        if self.before is None or self.after is None:
            return ""
        difference = self.after - self.before
        word = "tăng" if difference > 0 else "giảm"
        if not difference:
            return "không đổi"
        if self.measure == "%":
            return f"{word} {plain(abs(difference))} điểm phần trăm"
        if self.before <= 0:
            return f"{word} {plain(abs(difference))}"
        return f"{word} {percent(int(abs(difference) * 1000), int(self.before * 1000))}"


def plain(number):
    """“1.250,5”: no zeros behind the last digit that counts; "" for none."""
    if number is None:
        return ""
    return so(int(number)) if number == int(number) else so(number.normalize())
