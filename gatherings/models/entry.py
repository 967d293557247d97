from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string

from core.calendar import now
from core.derived import FoldedField, PersonKeyField, SearchTextField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from exemplars.models import Exemplar
from exemplars.models.photo import Photo
from gatherings.models.contest import OFFICE, Contest, Judge, Round
from law.models import SubjectKind
from organizations.models import IssuedNumber, Role, Unit

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are mistaken for others
CODE_LENGTH = 10


def new_code():
    return get_random_string(CODE_LENGTH, LETTERS)


class EntryStatus(models.TextChoices):
    RECEIVED = "received", "Chờ kiểm tra"
    REFUSED = "refused", "Không hợp lệ"
    ACCEPTED = "accepted", "Hợp lệ, chờ xác nhận"
    CONFIRMED = "confirmed", "Đã xác nhận"
    DENIED = "denied", "Nơi cư trú không xác nhận"


E = EntryStatus


class EntryQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """The office that runs the contest; judges read entries through their rounds, without authors."""
        return self.filter(contest__unit__in=desk.offices(*OFFICE))

    def for_table(self):
        return self.select_related("contest__unit", "unit")


class Entry(Workflow):
    """What somebody wrote for a contest; nobody but the office sees it before it was checked."""

    MOVES = {
        "accept": Move(
            "Hợp lệ", (E.RECEIVED, E.REFUSED), E.ACCEPTED, Role.STANDING, "office", style="primary"
        ),
        "refuse": Move(
            "Không hợp lệ", (E.RECEIVED, E.ACCEPTED), E.REFUSED, Role.STANDING, "office", needs_note=True
        ),
        "confirm": Move(
            "Nơi cư trú xác nhận",
            (E.ACCEPTED, E.DENIED),
            E.CONFIRMED,
            Role.STANDING,
            "office",
            needs_note=True,
        ),
        "deny": Move(
            "Nơi cư trú không xác nhận",
            (E.ACCEPTED, E.CONFIRMED),
            E.DENIED,
            Role.STANDING,
            "office",
            needs_note=True,
        ),
    }

    contest = models.ForeignKey(Contest, models.PROTECT, related_name="entries", verbose_name="cuộc thi")
    code = models.CharField("mã bài dự thi", max_length=CODE_LENGTH, unique=True, default=new_code)
    request_id = models.UUIDField(unique=True, editable=False)
    author = LineField("họ và tên người viết", max_length=120)
    folded_author = FoldedField(sources=["author"], max_length=200)
    address = LineField("nơi ở, nơi làm việc", max_length=250)
    contact = LineField("điện thoại hoặc thư điện tử", max_length=120)
    hero = LineField("tên người, tập thể được viết", max_length=200)
    hero_key = PersonKeyField(sources=["hero"])
    hero_kind = models.CharField("là", max_length=20, choices=SubjectKind, default=SubjectKind.PERSON)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="nơi cư trú, công tác")
    hero_about = LineField("nghề nghiệp, chức vụ", max_length=200, blank=True)
    title = LineField("tên bài", max_length=200)
    text = ProseField("nội dung bài viết")
    words = models.PositiveIntegerField("số chữ", editable=False)
    sent_at = models.DateTimeField("gửi lúc", default=now, editable=False)
    source = models.CharField(max_length=64, blank=True, editable=False)  # of the address it came from, keyed
    status = models.CharField(
        "trạng thái", max_length=20, choices=EntryStatus, default=E.RECEIVED, editable=False
    )
    letter_number = models.OneToOneField(
        IssuedNumber, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    prize = LineField("giải thưởng", max_length=100, blank=True)
    exemplar = models.OneToOneField(
        Exemplar, models.PROTECT, null=True, blank=True, related_name="contest_entry", editable=False
    )
    search_text = SearchTextField(sources=["hero", "title", "author", "code"], max_length=900)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "bài dự thi"
        verbose_name_plural = "bài dự thi"
        ordering = ["-sent_at", "pk"]
        indexes = [
            models.Index(fields=["contest", "folded_author"], name="entries_of_author"),
            models.Index(fields=["source", "sent_at"], name="entries_of_source"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("gatherings:entry", args=[self.pk])

    @property
    def office(self):
        return self.contest.unit


class EntryPhoto(Photo):
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="photos")

    class Meta(Photo.Meta):
        abstract = False
        verbose_name = "ảnh của bài dự thi"
        verbose_name_plural = "ảnh của bài dự thi"
        constraints = [
            *Photo.Meta.constraints,
            models.UniqueConstraint(
                fields=["entry", "sha256"],
                name="photo_once_per_entry",
                violation_error_message="Ảnh này đã có.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("gatherings:entry-photo", args=[self.pk])


class RoundEntry(models.Model):
    """One entry in one round; `points` and `rank` once the round has ended."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="entries")
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="rounds")
    points = models.DecimalField("điểm", max_digits=6, decimal_places=2, null=True, editable=False)
    rank = models.PositiveSmallIntegerField("hạng", null=True, editable=False)
    goes_on = models.BooleanField("được chọn", default=False, editable=False)

    class Meta:
        verbose_name = "bài trong vòng chấm"
        verbose_name_plural = "bài trong vòng chấm"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "entry"],
                name="round_entry_once",
                violation_error_message="Bài này đã ở trong vòng.",
            )
        ]

    def __str__(self):
        return str(self.entry)


class JudgeScore(models.Model):
    """What one judge gives one entry in one round, from 0 to 100; others see it when theirs are in."""

    round_entry = models.ForeignKey(RoundEntry, models.CASCADE, related_name="scores")
    judge = models.ForeignKey(Judge, models.CASCADE, related_name="scores")
    points = models.DecimalField("điểm (0–100)", max_digits=4, decimal_places=1)
    comment = ProseField("nhận xét", blank=True)
    sent_at = models.DateTimeField("chấm lúc", default=now, editable=False)

    class Meta:
        verbose_name = "điểm của giám khảo"
        verbose_name_plural = "điểm của giám khảo"
        constraints = [
            models.UniqueConstraint(
                fields=["round_entry", "judge"],
                name="judge_score_once",
                violation_error_message="Giám khảo đã chấm bài này.",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, points__lte=100),
                name="judge_points_0_to_100",
                violation_error_message="Điểm từ 0 đến 100.",
            ),
        ]

    def __str__(self):
        return f"{self.judge}: {self.points}"
