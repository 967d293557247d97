from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from core.calendar import now, today
from core.fields import LineField
from exemplars.models.attention import sign_of_life
from exemplars.models.exemplar import Exemplar

LOWEST, HIGHEST = 1, 5
MARKS = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
SCORES = ("effect", "efficiency", "capacity", "influence")


def _ground(of_what):
    return LineField(f"căn cứ chấm {of_what}", max_length=400)


class Evaluation(models.Model):
    """One periodic look at what an exemplar is worth, each score with its ground (đánh giá định kỳ).

    The four questions are those of the plan of Khánh Hòa of 02/12/2021.
    """

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="evaluations")
    on = models.DateField("ngày đánh giá", default=today)
    effect = models.PositiveSmallIntegerField("tác dụng", validators=MARKS)
    effect_ground = _ground("tác dụng")
    efficiency = models.PositiveSmallIntegerField("hiệu quả", validators=MARKS)
    efficiency_ground = _ground("hiệu quả")
    capacity = models.PositiveSmallIntegerField("khả năng phát triển", validators=MARKS)
    capacity_ground = _ground("khả năng phát triển")
    influence = models.PositiveSmallIntegerField("ảnh hưởng", validators=MARKS)
    influence_ground = _ground("ảnh hưởng")
    total = models.GeneratedField(
        expression=F("effect") + F("efficiency") + F("capacity") + F("influence"),
        output_field=models.PositiveSmallIntegerField("tổng điểm"),
        db_persist=True,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="evaluations", editable=False
    )
    recorded_at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that made it

    class Meta:
        verbose_name = "đánh giá định kỳ"
        verbose_name_plural = "đánh giá định kỳ"
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exemplar", "on"],
                name="evaluation_once_a_day",
                violation_error_message="Điển hình đã được đánh giá trong ngày này.",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{score}__range": (LOWEST, HIGHEST)}),
                    name=f"evaluation_{score}_in_range",
                    violation_error_message=f"Điểm từ {LOWEST} đến {HIGHEST}.",
                )
                for score in SCORES
            ),
        ]

    def __str__(self):
        return f"Đánh giá ngày {self.on:%d/%m/%Y}"

    @property
    def scored(self):
        """[(what, points, ground)] of the four questions."""
        return [
            (
                self._meta.get_field(score).verbose_name.capitalize(),
                getattr(self, score),
                getattr(self, f"{score}_ground"),
            )
            for score in SCORES
        ]


@sign_of_life
def last_evaluated():
    return Subquery(Evaluation.objects.filter(exemplar=OuterRef("pk")).order_by("-on").values("on")[:1])
