from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from core.calendar import period_label, today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from organizations.models import Role, Unit


class WorkField(models.Model):
    """A field of work by which exemplars are grouped and counted (lĩnh vực)."""

    name = LineField("lĩnh vực", max_length=120, unique=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "lĩnh vực"
        verbose_name_plural = "lĩnh vực"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name


class MovementQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Movements are public to everyone who holds a post."""
        return self.all() if desk.posts else self.none()

    def kept_by(self, desk):
        """Movements that the person's own office launched and may still change."""
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def open_to(self, unit):
        """Movements launched by `unit` or above it, which its plans and movements can take up."""
        return self.filter(unit__path__in=unit.ancestor_paths())

    def for_table(self):
        """With the unit, and `plan_count`: the plans in force or ended that carry the movement out."""
        public = Count("plans", filter=Q(plans__status__in=("issued", "ended")))
        return self.select_related("unit").annotate(plan_count=public)

    def running(self, on=None):
        """Movements whose period covers the day `on`, both ends counted; today by default."""
        on = on or today()
        return self.filter(Q(ends_on__gte=on) | Q(ends_on=None), starts_on__lte=on)


class Movement(models.Model):
    """An emulation movement that one unit launched (phong trào thi đua; Luật 06/2022/QH15, điều 16 và 17)."""

    class Mode(models.TextChoices):
        REGULAR = "regular", "thường xuyên"
        THEMATIC = "thematic", "theo chuyên đề"

    name = LineField("tên phong trào", max_length=250)
    slogan = LineField("khẩu hiệu", max_length=250, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="movements", verbose_name="đơn vị phát động")
    mode = models.CharField("hình thức", max_length=20, choices=Mode, default=Mode.REGULAR)
    above = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="hưởng ứng phong trào",
    )
    starts_on = models.DateField("ngày phát động")
    ends_on = models.DateField("ngày tổng kết", null=True, blank=True)  # null: still open
    content = ProseField("nội dung", blank=True)
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "slogan"])

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = "phong trào thi đua"
        verbose_name_plural = "phong trào thi đua"
        ordering = ["name_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(ends_on=None),
                name="movement_ends_after_it_starts",
                violation_error_message="Ngày tổng kết phải từ ngày phát động trở đi.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("campaigns:movement", args=[self.pk])

    @property
    def period(self):
        return period_label(self.starts_on, self.ends_on)
