from django.conf import settings
from django.db import models

from core.calendar import now
from core.derived import SearchTextField
from core.fields import LineField
from organizations.models.people import Role
from organizations.models.unit import Unit

READERS = (Role.CLERK, Role.STANDING, Role.CHAIRMAN, Role.ADMIN)  # of the registers of numbers


class NumberSeriesQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The registers of the offices whose papers the person writes, signs, numbers or oversees."""
        return self.filter(unit__in=desk.offices(*READERS))


class NumberSeries(models.Model):
    """The numbers of one kind of paper in one year, from 01 on 1 January (NĐ 30/2020/NĐ-CP, điều 15)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="cơ quan ban hành")
    symbol = LineField("ký hiệu", max_length=40)  # "KH-UBND", what stands after the number
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối đã cấp", default=0)
    last_on = models.DateField("ngày của số cuối", null=True, blank=True)

    objects = NumberSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ số văn bản"
        verbose_name_plural = "sổ số văn bản"
        ordering = ["-year", "symbol", "unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "symbol", "year"],
                name="series_once_a_year",
                violation_error_message="Sổ số này đã có.",
            )
        ]

    def __str__(self):
        return f"{self.symbol} năm {self.year}"


class IssuedNumberQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(series__unit__in=desk.offices(*READERS))

    def for_table(self):
        return self.select_related("series__unit", "taken_by")


class IssuedNumber(models.Model):
    """A number that was given out, to a paper of the portal or to one written elsewhere."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="numbers", verbose_name="sổ")
    number = models.PositiveIntegerField("số")
    issued_on = models.DateField("ngày văn bản")
    title = LineField("trích yếu", max_length=400)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name="người cấp số"
    )
    taken_at = models.DateTimeField("lúc cấp", default=now)
    search_text = SearchTextField(sources=["title"])

    objects = IssuedNumberQuerySet.as_manager()

    class Meta:
        verbose_name = "số văn bản đã cấp"
        verbose_name_plural = "số văn bản đã cấp"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="number_given_once",
                violation_error_message="Số này đã được cấp.",
            )
        ]

    def __str__(self):
        return self.text

    @property
    def text(self):
        """As it stands on the paper: “05/KH-UBND”, numbers below ten with a zero."""
        return f"{self.number:02d}/{self.series.symbol}"
