from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from core.fields import LineField
from law.models.dated import Dated, DatedQuerySet
from law.models.kinds import AwardGroup, Branch, Handling, MeritKind, SubjectKind
from organizations.models import Tier

SUBJECT_FLAGS = {
    SubjectKind.PERSON: "for_persons",
    SubjectKind.COLLECTIVE: "for_collectives",
    SubjectKind.HOUSEHOLD: "for_households",
}


def refuse_unknown_merits(values):
    unknown = set(values) - set(MeritKind.values)
    if unknown:
        raise ValidationError(f"Không có loại hình khen thưởng: {', '.join(sorted(map(str, unknown)))}.")


class AwardTypeQuerySet(DatedQuerySet):
    def for_subject(self, kind):
        return self.filter(**{SUBJECT_FLAGS[SubjectKind(kind)]: True})

    def decided_at(self, tier, on):
        """Awards that the head of a unit of this tier may grant on the day `on`."""
        powers = AwardPower.objects.in_force(on).filter(tier=tier)
        return self.filter(pk__in=powers.values("award"))


class AwardType(Dated):
    """A title or a form of reward (danh hiệu thi đua, hình thức khen thưởng)."""

    RULE = ("code",)

    code = LineField("mã", max_length=10, unique=True)
    name = LineField("tên gọi", max_length=120)
    title = LineField("tên in trên văn bản", max_length=200)
    group = models.CharField("nhóm", max_length=10, choices=AwardGroup)
    branch = models.CharField("lĩnh vực", max_length=10, choices=Branch, default=Branch.MERIT)
    for_persons = models.BooleanField("cho cá nhân", default=False)
    for_collectives = models.BooleanField("cho tập thể", default=False)
    for_households = models.BooleanField("cho hộ gia đình", default=False)
    merit_kinds = models.JSONField(
        "loại hình khen thưởng", default=list, blank=True, validators=[refuse_unknown_merits]
    )  # MeritKind values; empty for titles, which have no loại hình
    annual = models.BooleanField("xét hằng năm", default=False)
    handling = models.CharField("cách xử lý", max_length=10, choices=Handling, default=Handling.FULL)
    rank = models.PositiveSmallIntegerField("thứ bậc", help_text="Số lớn hơn là cao hơn trong cùng nhóm.")

    objects = AwardTypeQuerySet.as_manager()

    class Meta:
        verbose_name = "danh hiệu, hình thức khen thưởng"
        verbose_name_plural = "danh hiệu, hình thức khen thưởng"
        ordering = ["-group", "rank", "code"]  # titles first
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(for_persons=True) | Q(for_collectives=True) | Q(for_households=True),
                name="awardtype_has_a_subject",
                violation_error_message="Hãy chọn ít nhất một loại đối tượng.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def subject_kinds(self):
        return [kind for kind, flag in SUBJECT_FLAGS.items() if getattr(self, flag)]

    def merits_for(self, subject_kind):
        """The loại hình under which a subject of this kind may be given the award."""
        merits = map(MeritKind, self.merit_kinds)
        return [merit for merit in merits if subject_kind in merit.subject_kinds]


class AwardPower(Dated):
    """That heads of units of one tier may grant an award (thẩm quyền quyết định)."""

    RULE = ("award", "tier")

    award = models.ForeignKey(
        AwardType, models.CASCADE, related_name="powers", verbose_name="danh hiệu, hình thức"
    )
    tier = models.PositiveSmallIntegerField("cấp quyết định", choices=Tier)
    office = LineField("người quyết định", max_length=200)

    class Meta:
        verbose_name = "thẩm quyền quyết định"
        verbose_name_plural = "thẩm quyền quyết định"
        ordering = ["award", "tier", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["award", "tier", "valid_from"],
                name="awardpower_once_a_day",
                violation_error_message="Đã có thẩm quyền này từ cùng ngày.",
            ),
        ]

    def __str__(self):
        return f"{self.award}: {self.office}"
