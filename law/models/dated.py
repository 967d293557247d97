"""What every rule of law shares: when it holds, where it stands and how sure we are."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from core.fields import LineField
from law.models.kinds import Certainty, CountedDay

CHECKED = (Certainty.FOUND, Certainty.LOCAL)  # what a province decided for itself it knows


class Origin(models.TextChoices):
    CATALOGUE = "catalogue", "theo danh mục phát hành"
    EDITED = "edited", "quản trị viên đã sửa"
    ENTERED = "entered", "quản trị viên nhập"


class DatedQuerySet(models.QuerySet):
    def in_force(self, on):
        """Rows whose period covers the day `on`, both ends counted."""
        return self.filter(Q(valid_to__gte=on) | Q(valid_to=None), valid_from__lte=on)

    def doubtful(self):
        return self.exclude(certainty__in=CHECKED)

    def meeting(self, start, end):
        """Rows that share at least a day with start–end, both counted; `end` None is an open end."""
        begun = Q() if end is None else Q(valid_from__lte=end)
        return self.filter(begun, Q(valid_to__gte=start) | Q(valid_to=None))


class Dated(models.Model):
    """A row of law. `RULE` names the fields that say which rule it is: its rows never overlap in time."""

    RULE = ()
    counted_day = CountedDay.DECISION  # the day by which a row is chosen

    valid_from = models.DateField("hiệu lực từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)  # null: still in force
    citation = LineField("căn cứ", max_length=300)
    certainty = models.CharField("độ chắc chắn", max_length=20, choices=Certainty, default=Certainty.FOUND)
    note = LineField("ghi chú", max_length=300, blank=True)
    origin = models.CharField("nguồn", max_length=10, choices=Origin, default=Origin.ENTERED, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")) | Q(valid_to=None),
                name="%(class)s_ends_after_it_starts",
                violation_error_message="Ngày hết hiệu lực phải từ ngày bắt đầu hiệu lực trở đi.",
            )
        ]

    def clean(self):
        super().clean()
        if self.valid_from and (other := self.overlapping().first()):
            raise ValidationError(
                f"Thời gian hiệu lực trùng với một dòng đã có ({other.period}).", code="overlap"
            )

    def overlapping(self):
        """Other rows of the same rule that are in force on some of the same days."""
        rule = {name: getattr(self, name) for name in self.rule_columns()}
        same_rule = type(self)._default_manager.filter(**rule).exclude(pk=self.pk)
        return same_rule.meeting(self.valid_from, self.valid_to)

    @classmethod
    def rule_columns(cls):
        return [cls._meta.get_field(name).attname for name in cls.RULE]

    def is_in_force(self, on):
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def period(self):
        start = f"từ ngày {self.valid_from:%d/%m/%Y}"
        return f"{start} đến hết ngày {self.valid_to:%d/%m/%Y}" if self.valid_to else start

    @property
    def basis(self):
        """Why this row applies, for a page to show."""
        return f"Căn cứ {self.citation}; áp dụng {self.period}."

    @property
    def is_checked(self):
        return self.certainty in CHECKED
