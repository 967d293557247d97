from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from django.urls import reverse
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from core.calendar import period_label, today
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField


class Tier(models.IntegerChoices):
    """How far from the centre a unit stands; a smaller number is a higher level."""

    CENTRAL = 0, "Trung ương"
    PROVINCE = 1, "cấp tỉnh"
    DISTRICT = 2, "cấp huyện"
    COMMUNE = 3, "cấp xã"
    BASE = 4, "cơ sở"


class UnitKind(models.TextChoices):
    PROVINCE = "province", "tỉnh, thành phố trực thuộc Trung ương"
    DISTRICT = "district", "huyện"
    TOWN = "town", "thị xã"
    CITY = "city", "thành phố thuộc tỉnh"
    COMMUNE = "commune", "xã"
    WARD = "ward", "phường"
    TOWNSHIP = "township", "thị trấn"
    SPECIAL_ZONE = "special_zone", "đặc khu"
    HAMLET = "hamlet", "ấp"
    QUARTER = "quarter", "khu phố"
    VILLAGE = "village", "thôn"
    AGENCY = "agency", "cơ quan, phòng, ban"
    ASSOCIATION = "association", "Mặt trận, đoàn thể"
    SCHOOL = "school", "trường học"
    ENTERPRISE = "enterprise", "doanh nghiệp, hợp tác xã"


TERRITORIES = {
    UnitKind.PROVINCE: Tier.PROVINCE,
    UnitKind.DISTRICT: Tier.DISTRICT,
    UnitKind.TOWN: Tier.DISTRICT,
    UnitKind.CITY: Tier.DISTRICT,
    UnitKind.COMMUNE: Tier.COMMUNE,
    UnitKind.WARD: Tier.COMMUNE,
    UnitKind.TOWNSHIP: Tier.COMMUNE,
    UnitKind.SPECIAL_ZONE: Tier.COMMUNE,
}


def kinds_of(tier):
    """The kinds of unit that stand at the tier; at the base, all that are no territory of an office."""
    return [kind for kind in UnitKind if TERRITORIES.get(kind, Tier.BASE) == tier]


class UnitQuerySet(MP_NodeQuerySet):
    def visible_to(self, desk):
        """Everybody with a post knows all units, and nobody else any."""
        return self if desk.posts or desk.user.is_superuser else self.none()

    def existing(self, on=None):
        """Units that exist on the day `on`, both ends of their period counted; today by default."""
        on = on or today()
        return self.filter(Q(ends_on__gte=on) | Q(ends_on=None), starts_on__lte=on)

    def under(self, paths):
        """Units at or below any of the tree paths."""
        return self.filter(within(paths, "path"))

    def with_parent(self):
        """Each unit with `parent_name`, None at the top, without a query for each."""
        above = Unit.objects.filter(path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Unit.steplen))
        return self.annotate(parent_name=Subquery(above.values("name")[:1]))

    def councils(self):
        return self.filter(has_council=True)

    def territories(self):
        return self.filter(kind__in=TERRITORIES)


def within(paths, lookup):
    """A Q for rows whose `lookup` (a tree path) is at or below one of `paths`; none for no paths."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{lookup}__startswith": path})
    return condition


class UnitManager(MP_NodeManager.from_queryset(UnitQuerySet)):
    def get_queryset(self):
        return UnitQuerySet(self.model, using=self._db).order_by("path")


class Unit(MP_Node):
    """A territory, agency, school or enterprise for one unbroken stretch of its life (đơn vị).

    Renaming, merging or moving under another parent ends the row and starts a successor, so a paper can
    always print the name that was valid on its date.
    """

    name = LineField("tên đơn vị", max_length=200)
    kind = models.CharField("loại", max_length=20, choices=UnitKind)
    code = LineField("mã", max_length=30, unique=True)
    authority = LineField(
        "cơ quan ban hành",
        max_length=200,
        blank=True,
        help_text="Để trống nếu chính đơn vị ban hành văn bản.",
    )
    symbol = LineField("chữ viết tắt trong ký hiệu văn bản", max_length=30, blank=True)
    place = LineField("địa danh ghi trên văn bản", max_length=100, blank=True)
    head_title = LineField("chức vụ người đứng đầu", max_length=100, blank=True)
    has_council = models.BooleanField("có Hội đồng Thi đua - Khen thưởng", default=False)
    sector_parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sector_children",
        verbose_name="cơ quan quản lý ngành",
    )
    starts_on = models.DateField("tồn tại từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)  # null: still exists
    legal_basis = LineField("văn bản thành lập, sắp xếp", max_length=300, blank=True)
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name", "code"])

    node_order_by = []
    objects = UnitManager()

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(ends_on=None),
                name="unit_ends_after_it_starts",
                violation_error_message="Ngày kết thúc phải từ ngày bắt đầu trở đi.",
            )
        ]
        indexes = [models.Index(fields=["name_key"], name="unit_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("organizations:unit", args=[self.pk])

    @property
    def tier(self):
        return TERRITORIES.get(self.kind, Tier.BASE)

    @property
    def issuer(self):
        """The name that stands on the unit's papers."""
        return self.authority or self.name

    @property
    def is_territory(self):
        return self.kind in TERRITORIES

    def exists_on(self, day):
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def period(self):
        return period_label(self.starts_on, self.ends_on)

    def nearest_day(self, day):
        """`day` if the unit exists then, else the first or last day on which it does."""
        if self.ends_on and day > self.ends_on:
            return self.ends_on
        return max(day, self.starts_on)

    def ancestor_paths(self):
        """Paths of the unit and of all above it, nearest first."""
        return [self.path[:end] for end in range(len(self.path), 0, -self.steplen)]

    def office_above(self, *, on, itself=False):
        """The nearest unit above (or the unit itself) that has a council on that day, or None."""
        paths = self.ancestor_paths() if itself else self.ancestor_paths()[1:]
        return Unit.objects.councils().existing(on).filter(path__in=paths).order_by("-path").first()


class Succession(models.Model):
    """What became of a unit: `successor` went on with all or part of `predecessor` from the day `on`."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="đơn vị trước"
    )
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins", verbose_name="đơn vị kế thừa")
    on = models.DateField("từ ngày")
    takes_files = models.BooleanField(
        "nhận bàn giao hồ sơ",
        default=True,
        help_text="Người ở đơn vị kế thừa xem được và xử lý tiếp hồ sơ của đơn vị trước.",
    )

    class Meta:
        verbose_name = "việc kế thừa"
        verbose_name_plural = "việc kế thừa"
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"],
                name="succession_once",
                violation_error_message="Việc kế thừa này đã được ghi.",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="succession_between_two_units",
                violation_error_message="Đơn vị không thể kế thừa chính mình.",
            ),
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"

    def clean(self):
        if self.predecessor_id and self.successor_id and self.successor.starts_on > self.on:
            raise ValidationError(
                {"on": "Ngày kế thừa không được trước ngày đơn vị kế thừa bắt đầu tồn tại."}
            )
