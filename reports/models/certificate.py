"""Certificates: the blanks they are laid out on, the printers' offsets, and what was printed for whom."""

import secrets
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Max, Q
from django.urls import reverse
from django.utils import timezone

from awards.models import AwardEntry, Decision
from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField
from core.models import Job
from law.models import AwardType
from organizations.models import Role, Unit
from reports.models.paper import OFFICE

PRINTING = (Role.STANDING, Role.CLERK)  # who lays out blanks and prints


class Sheet(models.TextChoices):
    A4 = "a4", "297 × 210 mm"
    A3 = "a3", "420 × 297 mm"

    @property
    def width(self):
        return {"a4": 297, "a3": 420}[self.value]

    @property
    def height(self):
        return {"a4": 210, "a3": 297}[self.value]


class BlankMode(models.TextChoices):
    OVERPRINT = "overprint", "In lên phôi mua sẵn"
    FULL = "full", "Bản đầy đủ, in trên giấy trắng"


class BlankFieldKind(models.TextChoices):
    EMBLEM = "emblem", "Quốc huy"
    NATION = "nation", "Quốc hiệu"
    MOTTO = "motto", "Tiêu ngữ"
    AUTHORITY = "authority", "Người quyết định khen"
    GIVES = "gives", "Chữ “Tặng”"
    FORM = "form", "Tên hình thức, danh hiệu"
    NAME = "name", "Tên đối tượng"
    DESCRIPTION = "description", "Chức vụ, địa chỉ"
    ACHIEVEMENT = "achievement", "Thành tích"
    DECISION = "decision", "Số, ngày quyết định"
    BOOK = "book", "Số sổ vàng"
    PLACE_DATE = "place_date", "Địa danh, ngày tháng"
    OFFICE = "office", "Chức vụ người ký"
    SIGNER = "signer", "Họ tên người ký"
    QR = "qr", "Mã QR"

    @property
    def is_text(self):
        return self not in (self.EMBLEM, self.QR)


class Lettering(models.TextChoices):
    REGULAR = "regular", "thường"
    BOLD = "bold", "đậm"
    ITALIC = "italic", "nghiêng"
    BOLD_ITALIC = "bold_italic", "đậm nghiêng"


class Alignment(models.TextChoices):
    LEFT = "left", "trái"
    CENTER = "center", "giữa"
    RIGHT = "right", "phải"


class Colour(models.TextChoices):
    BLACK = "black", "đen"
    RED = "red", "đỏ"
    BLUE = "blue", "xanh"
    GOLD = "gold", "vàng đồng"


class BlankQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(unit__in=desk.offices(*PRINTING))


class Blank(models.Model):
    """The sheet that certificates of an office are printed on, and where each text stands on it (phôi)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="blanks", verbose_name="cơ quan")
    name = LineField("tên phôi", max_length=120)
    sheet = models.CharField("khổ giấy", max_length=5, choices=Sheet, default=Sheet.A4)
    mode = models.CharField("cách in", max_length=10, choices=BlankMode, default=BlankMode.FULL)
    awards = models.ManyToManyField(
        AwardType,
        blank=True,
        related_name="blanks",
        verbose_name="dùng cho danh hiệu, hình thức",
        help_text="Không chọn mục nào thì phôi dùng cho mọi danh hiệu, hình thức.",
    )
    picture = models.FileField("ảnh chụp phôi", max_length=255, blank=True)  # for the screen alone
    name_key = TextKeyField(sources=["name"])
    search_text = SearchTextField(sources=["name"])

    objects = BlankQuerySet.as_manager()

    class Meta:
        verbose_name = "phôi giấy khen"
        verbose_name_plural = "phôi giấy khen"
        ordering = ["name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="blank_named_once_in_its_office",
                violation_error_message="Cơ quan đã có phôi tên này.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("reports:blank", args=[self.pk])

    @property
    def size(self):
        """(width, height) in millimetres."""
        sheet = Sheet(self.sheet)
        return sheet.width, sheet.height


class BlankField(models.Model):
    """One text of a blank, or a drawing: where it begins, how wide it may be, how it looks.

    A text is printed in `size`, smaller where it needs more than `lines` lines, but never below
    `min_size`: from there on it takes as many lines as it needs.
    """

    blank = models.ForeignKey(Blank, models.CASCADE, related_name="fields")
    kind = models.CharField("ô", max_length=15, choices=BlankFieldKind)
    shown = models.BooleanField("in", default=True)
    x = models.DecimalField("cách trái", max_digits=4, decimal_places=1, validators=[MinValueValidator(0)])
    y = models.DecimalField("cách trên", max_digits=4, decimal_places=1, validators=[MinValueValidator(0)])
    width = models.DecimalField("rộng", max_digits=4, decimal_places=1, validators=[MinValueValidator(10)])
    size = models.DecimalField(
        "cỡ chữ",
        max_digits=4,
        decimal_places=1,
        default=14,
        validators=[MinValueValidator(6), MaxValueValidator(90)],
    )
    min_size = models.DecimalField(
        "nhỏ nhất",
        max_digits=4,
        decimal_places=1,
        default=11,
        validators=[MinValueValidator(6), MaxValueValidator(90)],
    )
    lines = models.PositiveSmallIntegerField(
        "số dòng", default=1, validators=[MinValueValidator(1), MaxValueValidator(6)]
    )
    style = models.CharField("kiểu chữ", max_length=12, choices=Lettering, default=Lettering.REGULAR)
    align = models.CharField("căn", max_length=6, choices=Alignment, default=Alignment.CENTER)
    capitals = models.BooleanField("chữ hoa", default=False)
    colour = models.CharField("màu", max_length=6, choices=Colour, default=Colour.BLACK)

    class Meta:
        verbose_name = "ô trên phôi"
        verbose_name_plural = "các ô trên phôi"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["blank", "kind"],
                name="blank_field_once",
                violation_error_message="Ô này đã có trên phôi.",
            ),
            models.CheckConstraint(
                condition=Q(min_size__lte=F("size")),
                name="blank_field_shrinks",
                violation_error_message="Cỡ nhỏ nhất không được lớn hơn cỡ chữ.",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class PrinterQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(unit__in=desk.offices(*PRINTING))


OFFSET_LIMITS = [MinValueValidator(Decimal(-20)), MaxValueValidator(Decimal(20))]


class Printer(models.Model):
    """A printer of an office, and by how much all it prints must be moved to hit the blank."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="printers", verbose_name="cơ quan")
    name = LineField("tên máy in", max_length=80)
    dx = models.DecimalField(
        "dịch sang phải (mm)", max_digits=3, decimal_places=1, default=0, validators=OFFSET_LIMITS
    )
    dy = models.DecimalField(
        "dịch xuống dưới (mm)", max_digits=3, decimal_places=1, default=0, validators=OFFSET_LIMITS
    )

    objects = PrinterQuerySet.as_manager()

    class Meta:
        verbose_name = "máy in"
        verbose_name_plural = "máy in"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                name="printer_named_once_in_its_office",
                violation_error_message="Cơ quan đã có máy in tên này.",
            )
        ]

    def __str__(self):
        return self.name


def new_token():
    return secrets.token_urlsafe(16)


class CertificateQuerySet(models.QuerySet):
    def with_printing(self):
        """Each with `printed_at`: when it was last made for printing, None when it never was."""
        return self.annotate(printed_at=Max("batches__made_at"))


class Certificate(models.Model):
    """The certificate of one award: its number in the golden book, and the token by which it is checked."""

    entry = models.OneToOneField(
        AwardEntry, models.PROTECT, related_name="certificate", verbose_name="khen thưởng"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="certificates", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số sổ vàng")
    token = models.CharField(max_length=30, unique=True, default=new_token, editable=False)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = "giấy khen, bằng khen"
        verbose_name_plural = "giấy khen, bằng khen"
        ordering = ["year", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "number"],
                name="golden_book_number_once",
                violation_error_message="Số sổ vàng này đã dùng.",
            )
        ]

    def __str__(self):
        return f"Số sổ vàng {self.number:02d}/{self.year}"

    @property
    def address(self):
        """The address at which everybody may check the certificate; "" where the portal has no public one."""
        path = reverse("reports:confirm", args=[self.token])
        return f"{settings.PUBLIC_URL}{path}" if settings.PUBLIC_URL else ""


class CertificateBatchQuerySet(models.QuerySet):
    def visible_to(self, desk):
        return self.filter(decision__unit__in=desk.offices(*OFFICE))

    def made(self):
        return self.exclude(made_at=None)


class CertificateBatch(models.Model):
    """Certificates of one decision that go to the printer together: the job, then the file."""

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="certificate_batches", verbose_name="quyết định"
    )
    blank = models.ForeignKey(Blank, models.SET_NULL, null=True, related_name="batches", verbose_name="phôi")
    dx = models.DecimalField(max_digits=3, decimal_places=1, default=0)  # the printer's, as it was then
    dy = models.DecimalField(max_digits=3, decimal_places=1, default=0)
    certificates = models.ManyToManyField(
        Certificate, related_name="batches", verbose_name="giấy khen, bằng khen"
    )
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="certificate_batches")
    file = models.FileField("tệp", max_length=255, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    size = models.PositiveIntegerField("dung lượng", null=True, blank=True)  # bytes
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="certificate_batches"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", default=now)
    made_at = models.DateTimeField("lập xong lúc", null=True, blank=True)

    objects = CertificateBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "lần in giấy khen"
        verbose_name_plural = "các lần in giấy khen"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at=None) | ~Q(sha256=""),
                name="made_batch_has_its_digest",
                violation_error_message="Tệp đã lập phải có mã SHA-256.",
            ),
            models.UniqueConstraint(
                fields=["decision"],
                condition=Q(made_at=None),
                name="one_batch_in_the_making",
                violation_error_message="Giấy khen của quyết định này đang được lập.",
            ),
        ]

    def __str__(self):
        return f"Giấy khen, bằng khen kèm Quyết định số {self.decision.number_text}"

    def get_absolute_url(self):
        return reverse("reports:certificates", args=[self.decision_id])

    @property
    def filename(self):
        number = self.decision.number_text.replace("/", "-")
        day = timezone.localtime(self.made_at)
        return f"Giấy khen QĐ {number} - {self.pages} tờ, in ngày {day:%d-%m-%Y}.pdf"
