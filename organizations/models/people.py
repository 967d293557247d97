from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from core.calendar import today
from core.derived import PersonKeyField, SearchTextField
from core.fields import LineField
from organizations.models.unit import Unit


class User(AbstractUser):
    """A person who signs in; what the person may do follows from posts, not from this row."""

    first_name = None
    last_name = None
    full_name = LineField("họ và tên", max_length=120)
    name_key = PersonKeyField(sources=["full_name"])
    search_text = SearchTextField(sources=["full_name", "username"])

    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"
        ordering = ["name_key", "pk"]

    def __str__(self):
        return self.full_name or self.username

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name.split()[-1] if self.full_name else self.username


class Role(models.TextChoices):
    OFFICER = "officer", "cán bộ lập hồ sơ"
    HEAD = "head", "thủ trưởng đơn vị"
    STANDING = "standing", "thường trực Hội đồng"
    MEMBER = "member", "ủy viên Hội đồng"
    CHAIRMAN = "chairman", "chủ tịch"
    CLERK = "clerk", "văn thư"
    ADMIN = "admin", "quản trị"


class CouncilSeat(models.TextChoices):
    CHAIR = "chair", "Chủ tịch Hội đồng"
    VICE = "vice", "Phó Chủ tịch Hội đồng"
    STANDING = "standing", "Ủy viên thường trực"
    MEMBER = "member", "Ủy viên"


class Authority(models.TextChoices):
    """By what right somebody signs who is neither the head nor a deputy."""

    __empty__ = "Không"
    BY_ORDER = "TL", "Thừa lệnh (TL.)"
    MANDATED = "TUQ", "Thừa ủy quyền (TUQ.)"


class PostQuerySet(models.QuerySet):
    def on(self, day=None):
        """Posts held on that day, both ends counted; today by default."""
        day = day or today()
        return self.filter(Q(ends_on__gte=day) | Q(ends_on=None), starts_on__lte=day)

    def council_of(self, unit, on):
        """Posts with a seat on the unit's council that day, the chair first."""
        return (
            self.on(on)
            .filter(unit=unit)
            .exclude(council_seat="")
            .select_related("user")
            .annotate(
                rank=models.Case(
                    *(models.When(council_seat=seat, then=i) for i, seat in enumerate(CouncilSeat.values)),
                    output_field=models.IntegerField(),
                )
            )
            .order_by("rank", "user__name_key")
        )


class Post(models.Model):
    """A person's work in a unit for a time, with the role it gives in the portal (chức trách)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="người")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    role = models.CharField("vai trò", max_length=20, choices=Role)
    title = LineField("chức vụ", max_length=150)
    authority = models.CharField(
        "ký thay thủ trưởng",
        max_length=3,
        choices=Authority,
        blank=True,
        help_text="Chỉ chọn khi người ký không phải thủ trưởng hoặc cấp phó, ví dụ Chánh Văn phòng.",
    )
    council_seat = models.CharField("ghế trong Hội đồng", max_length=20, choices=CouncilSeat, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "chức trách"
        verbose_name_plural = "chức trách"
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")) | Q(ends_on=None),
                name="post_ends_after_it_starts",
                violation_error_message="Ngày thôi giữ chức phải từ ngày bắt đầu trở đi.",
            ),
            models.UniqueConstraint(
                fields=["user", "unit", "role", "starts_on"],
                name="post_once",
                violation_error_message="Chức trách này đã được ghi.",
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="post_of_unit")]

    def __str__(self):
        return f"{self.user}, {self.title}"

    def clean(self):
        if self.unit_id and self.starts_on and not self.unit.exists_on(self.starts_on):
            raise ValidationError(
                {"starts_on": f"{self.unit} không hoạt động vào ngày này (chỉ {self.unit.period})."}
            )

    @property
    def signing_title(self):
        """“Phó Chủ tịch”; “TL. Chánh Văn phòng” for who signs by order."""
        return f"{self.authority}. {self.title}" if self.authority else self.title

    @property
    def holds_today(self):
        return self.starts_on <= today() and (self.ends_on is None or today() <= self.ends_on)
