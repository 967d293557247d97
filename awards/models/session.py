from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Move, Workflow
from exemplars.models import Nomination
from law.models import VoteRule
from organizations.models import CouncilSeat, IssuedNumber, Role, Unit


class SessionStatus(models.TextChoices):
    DRAFT = "draft", "Đang chuẩn bị"
    CONVENED = "convened", "Đã triệu tập"
    COUNTED = "counted", "Đã kiểm phiếu"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


class SessionQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Sessions of the offices served; council members see those to which they are called, once called."""
        serving = Q(unit__in=desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK))
        seats = SessionMember.objects.filter(session=OuterRef("pk"), user=desk.user.pk)
        return self.filter(serving | (Exists(seats) & ~Q(status=SessionStatus.DRAFT)))

    def run_by(self, desk):
        """Sessions that the person prepares as standing office."""
        return self.filter(unit__in=desk.offices(Role.STANDING))

    def for_table(self):
        return self.select_related("unit").annotate(
            items_count=_count(AgendaItem.objects.all()),
            passed_count=_count(AgendaItem.objects.filter(outcome=Outcome.PASSED)),
            members_count=_count(SessionMember.objects.all()),
        )


def _count(rows):
    """How many `rows` each session has, without joining one kind of rows to the other."""
    of_session = rows.filter(session=OuterRef("pk")).order_by().values("session")
    return Coalesce(Subquery(of_session.annotate(count=models.Count("pk")).values("count")), 0)


class Session(Workflow):
    """One meeting of a unit's emulation council (phiên họp Hội đồng Thi đua - Khen thưởng)."""

    MOVES = {
        "convene": Move(
            "Triệu tập phiên họp",
            (SessionStatus.DRAFT,),
            SessionStatus.CONVENED,
            Role.STANDING,
            style="primary",
        ),
        "count": Move(
            "Ghi kết quả kiểm phiếu",
            (SessionStatus.CONVENED,),
            SessionStatus.COUNTED,
            Role.MEMBER,  # and a teller of this session, see _may
            button=False,
        ),
        "close": Move(
            "Kết thúc phiên họp",
            (SessionStatus.COUNTED,),
            SessionStatus.CLOSED,
            Role.STANDING,
            style="primary",
        ),
        "cancel": Move(
            "Hủy phiên họp",
            (SessionStatus.DRAFT, SessionStatus.CONVENED),
            SessionStatus.CANCELLED,
            Role.STANDING,
            needs_note=True,
            style="danger",
        ),
    }
    SYMBOL = "BB"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="sessions", verbose_name="Hội đồng của")
    title = LineField("nội dung phiên họp", max_length=300)
    held_at = models.DateTimeField("thời gian họp")
    ended_at = models.DateTimeField("kết thúc lúc", null=True, blank=True)
    place = LineField("địa điểm", max_length=200)
    secretary = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="thư ký",
    )
    opening = ProseField("nội dung, ý kiến thảo luận", blank=True)
    conclusion = ProseField("kết luận", blank=True)
    status = models.CharField(
        "trạng thái", max_length=20, choices=SessionStatus, default=SessionStatus.DRAFT, editable=False
    )
    number = models.OneToOneField(
        IssuedNumber, models.PROTECT, null=True, blank=True, related_name="session", editable=False
    )
    tally_number = models.OneToOneField(
        IssuedNumber, models.PROTECT, null=True, blank=True, related_name="counted_session", editable=False
    )
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title", "place"], max_length=600)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = "phiên họp"
        verbose_name_plural = "phiên họp"
        ordering = ["-held_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("held_at")) | Q(ended_at=None),
                name="session_ends_after_it_starts",
                violation_error_message="Giờ kết thúc phải sau giờ bắt đầu.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("awards:session", args=[self.pk])

    def _may(self, move, desk):
        """The count is confirmed by a teller of the session, whatever office the teller holds."""
        if move == self.MOVES["count"]:
            return self.members.filter(user=desk.user.pk, teller=True).exists()
        return super()._may(move, desk)

    @property
    def day(self):
        """The day on which it is held: the one by which the law of its votes is chosen."""
        return timezone.localtime(self.held_at).date()


class SessionMember(models.Model):
    """A council member called to a session, and whether and how the member took part."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="session_seats")
    title = LineField("chức vụ", max_length=150)  # on the day of the session
    seat = models.CharField("ghế", max_length=20, choices=CouncilSeat, default=CouncilSeat.MEMBER)
    present = models.BooleanField("có mặt", null=True, blank=True)  # null: not yet taken
    absence_reason = LineField("lý do vắng", max_length=200, blank=True)
    written_opinion = ProseField("ý kiến bằng văn bản", blank=True)
    teller = models.BooleanField("tham gia kiểm phiếu", default=False)

    class Meta:
        verbose_name = "thành viên dự họp"
        verbose_name_plural = "thành viên dự họp"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "user"],
                name="session_member_once",
                violation_error_message="Người này đã có trong danh sách dự họp.",
            )
        ]

    def __str__(self):
        return str(self.user)


class Outcome(models.TextChoices):
    PASSED = "passed", "Thông qua"
    NOT_PASSED = "not_passed", "Không thông qua"


class AgendaItemQuerySet(models.QuerySet):
    def for_table(self):
        return self.select_related(
            "nomination__subject",
            "nomination__unit",
            "nomination__award",
            "nomination__plan",
            "nomination__holder",
            "rule__award",
        )


class AgendaItem(models.Model):
    """One nomination before the council, with its count; the share is of all members, present or not."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="items")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="agenda_items")
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    rule = models.ForeignKey(
        VoteRule, models.PROTECT, null=True, blank=True, related_name="+"
    )  # pinned when convened
    votes_for = models.PositiveSmallIntegerField("đồng ý", null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField("không đồng ý", null=True, blank=True)
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ trong phiên họp"
        verbose_name_plural = "hồ sơ trong phiên họp"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "nomination"],
                name="agenda_item_once",
                violation_error_message="Hồ sơ đã có trong chương trình phiên họp.",
            )
        ]

    def __str__(self):
        return str(self.nomination)


class Tally(models.Model):
    """The count of paper ballots: entered by one teller, confirmed by a second (biên bản kiểm phiếu)."""

    session = models.OneToOneField(Session, models.CASCADE, related_name="tally")
    handed_out = models.PositiveSmallIntegerField("số phiếu phát ra")
    returned = models.PositiveSmallIntegerField("số phiếu thu vào")
    valid = models.PositiveSmallIntegerField("số phiếu hợp lệ")
    invalid = models.PositiveSmallIntegerField("số phiếu không hợp lệ")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    objection = ProseField("lý do đề nghị kiểm lại", blank=True)  # of the second teller, until counted anew

    class Meta:
        verbose_name = "kết quả kiểm phiếu"
        verbose_name_plural = "kết quả kiểm phiếu"
        constraints = [
            models.CheckConstraint(
                condition=Q(returned__lte=F("handed_out")),
                name="tally_returned_within_handed_out",
                violation_error_message="Số phiếu thu vào không thể nhiều hơn số phiếu phát ra.",
            ),
            models.CheckConstraint(
                condition=Q(returned=F("valid") + F("invalid")),
                name="tally_returned_is_valid_and_invalid",
                violation_error_message="Số phiếu thu vào phải bằng tổng số phiếu hợp lệ và không hợp lệ.",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("entered_by")),
                name="tally_confirmed_by_the_other_teller",
                violation_error_message="Người xác nhận phải là người kiểm phiếu thứ hai.",
            ),
        ]

    def __str__(self):
        return f"Kiểm phiếu: {self.session}"
