"""What is known of a subject besides its dossiers, by which it may be proposed for an award or may not."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from core.calendar import now, today
from core.derived import TextKeyField
from core.fields import LineField, ProseField
from core.workflow import Audited, Versioned
from exemplars.models.subject import Subject, keeping_paths
from law.models import Grade, Rising, Scope, SubjectKind
from organizations.models import Role
from organizations.models.unit import within

FIRST_YEAR = 1945
NOT_A_YEAR = f"Năm phải từ {FIRST_YEAR} trở đi."


class RecordQuerySet(models.QuerySet):
    """Of a model whose field `about` names the subject that keeps the record."""

    about = "subject"
    paths = staticmethod(keeping_paths)

    def visible_to(self, desk):
        return self._about(Subject.objects.visible_to(desk))

    def kept_by(self, desk):
        """What the person may enter and mend."""
        return self._about(Subject.objects.kept_by(desk))

    def of(self, subject):
        return self.filter(**{self.about: subject})

    def may_be_kept_about(self, subject, desk):
        return any(subject.unit.path.startswith(path) for path in self.paths(desk))

    def _about(self, subjects):
        return self.filter(**{f"{self.about}__in": subjects})


class Record(Versioned):
    """Something that was entered about a subject: by whom and when."""

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    recorded_at = models.DateTimeField(default=now, editable=False)
    request_id = models.UUIDField(null=True, unique=True, editable=False)  # of the form that made it

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def home(self):
        """The subject on whose page the record stands."""
        return self.subject

    @property
    def trail(self):
        """Into whose audit trails it is written what happens to the record."""
        return [self.home]


def _year_rule(name):
    return models.CheckConstraint(
        condition=Q(year__gte=FIRST_YEAR), name=name, violation_error_message=NOT_A_YEAR
    )


def _order_rule(name, begin="starts_on", end="ends_on"):
    return models.CheckConstraint(
        condition=Q(**{f"{end}__gte": F(begin)}) | Q(**{end: None}),
        name=name,
        violation_error_message="Ngày kết thúc không thể trước ngày bắt đầu.",
    )


class YearlyEvaluation(Record):
    """How well a person or a collective did its task in one year (xếp loại năm)."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="evaluations_by_year")
    year = models.PositiveSmallIntegerField("năm")
    grade = models.CharField("mức xếp loại", max_length=20, choices=Grade)
    decision = LineField("văn bản xếp loại", max_length=200, blank=True)

    class Meta:
        verbose_name = "xếp loại năm"
        verbose_name_plural = "xếp loại năm"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "year"],
                name="yearly_evaluation_once_a_year",
                violation_error_message="Năm này đã có xếp loại.",
            ),
            _year_rule("yearly_evaluation_has_a_year"),
        ]

    def __str__(self):
        return f"Xếp loại năm {self.year}: {self.get_grade_display().lower()}"


class Pledge(Record):
    """Whether a person or a collective registered to emulate in one year (đăng ký thi đua).

    The law of 2003 asks for it, that of 2022 (điều 7) does not.
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="pledges")
    year = models.PositiveSmallIntegerField("năm")
    made = models.BooleanField(
        "đăng ký", choices=[(True, "Đã đăng ký"), (False, "Không đăng ký")], default=True
    )
    decision = LineField("bản đăng ký", max_length=200, blank=True)

    class Meta:
        verbose_name = "đăng ký thi đua"
        verbose_name_plural = "đăng ký thi đua"
        ordering = ["-year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "year"],
                name="pledge_once_a_year",
                violation_error_message="Năm này đã ghi việc đăng ký thi đua.",
            ),
            _year_rule("pledge_has_a_year"),
        ]

    def __str__(self):
        return f"Năm {self.year}: {self.get_made_display().lower()} thi đua"


class Measure(Rising):
    """Disciplinary measures, from the mildest to the gravest."""

    REPRIMAND = "reprimand", "Khiển trách"
    WARNING = "warning", "Cảnh cáo"
    PAY_CUT = "pay_cut", "Hạ bậc lương"
    DEMOTION = "demotion", "Giáng chức"
    REMOVAL = "removal", "Cách chức"
    DISMISSAL = "dismissal", "Buộc thôi việc"


class Discipline(Record):
    """A disciplinary measure against a person, with the time for which it holds (kỷ luật)."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="disciplines")
    measure = models.CharField("hình thức kỷ luật", max_length=20, choices=Measure)
    starts_on = models.DateField("có hiệu lực từ ngày")
    ends_on = models.DateField("đến hết ngày", null=True, blank=True)  # null: still in force
    decision = LineField("quyết định", max_length=200, blank=True)

    class Meta:
        verbose_name = "kỷ luật"
        verbose_name_plural = "kỷ luật"
        ordering = ["-starts_on", "-pk"]
        constraints = [_order_rule("discipline_ends_after_it_starts")]

    def __str__(self):
        return f"{self.get_measure_display()} từ {self.starts_on:%d/%m/%Y}"

    @property
    def is_warning_or_more(self):
        return Measure(self.measure).reaches(Measure.WARNING)


class InitiativeKind(models.TextChoices):
    INITIATIVE = "initiative", "Sáng kiến"
    TOPIC = "topic", "Đề tài, đề án khoa học"


class InitiativeQuerySet(RecordQuerySet):
    about = "authors"

    def _about(self, subjects):
        written = self.model.authors.through.objects.filter(subject__in=subjects)
        return self.filter(pk__in=written.values("initiative"))


class Initiative(Record):
    """An initiative or a topic of research that was recognised, by one author or more (sáng kiến, đề tài)."""

    authors = models.ManyToManyField(Subject, related_name="initiatives", verbose_name="tác giả")
    name = LineField("tên", max_length=300)
    kind = models.CharField("loại", max_length=20, choices=InitiativeKind, default=InitiativeKind.INITIATIVE)
    scope = models.CharField("phạm vi", max_length=20, choices=Scope, default=Scope.BASE)
    recognised_on = models.DateField("ngày công nhận")
    recognised_by = LineField("nơi công nhận", max_length=200)
    decision = LineField("văn bản công nhận", max_length=200, blank=True)
    name_key = TextKeyField(sources=["name"])

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "sáng kiến, đề tài"
        verbose_name_plural = "sáng kiến, đề tài"
        ordering = ["-recognised_on", "-pk"]

    def __str__(self):
        return self.name

    @property
    def home(self):
        return self.authors.first()

    @property
    def trail(self):
        return list(self.authors.all())


class MatterKind(models.TextChoices):
    DISCIPLINE = "discipline", "Xem xét kỷ luật"
    INSPECTION = "inspection", "Thanh tra, kiểm tra"
    INVESTIGATION = "investigation", "Điều tra"
    DENUNCIATION = "denunciation", "Đơn tố cáo"
    PRESS = "press", "Báo chí phản ánh"


def _standing_paths(desk):
    return desk.office_paths(Role.STANDING)


class OpenMatterQuerySet(RecordQuerySet):
    paths = staticmethod(_standing_paths)

    def visible_to(self, desk):
        """Those in the territory of whom the person is the standing office, and no others."""
        return self.filter(within(self.paths(desk), "subject__unit__path"))

    kept_by = visible_to

    def open(self, on=None):
        """Matters under consideration on the day `on`; today by default."""
        on = on or today()
        return self.filter(Q(closed_on__gt=on) | Q(closed_on=None), opened_on__lte=on)


class OpenMatter(Audited, Record):
    """What is being looked into about a subject, and holds up its awards (việc đang được xem xét).

    Only the standing office knows which; it has an audit trail of its own for that.
    """

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="open_matters")
    kind = models.CharField("loại việc", max_length=20, choices=MatterKind)
    opened_on = models.DateField("ngày bắt đầu")
    closed_on = models.DateField("ngày kết thúc", null=True, blank=True)
    note = ProseField("nội dung", blank=True)
    outcome = ProseField("kết luận", blank=True)

    objects = OpenMatterQuerySet.as_manager()

    class Meta:
        verbose_name = "việc đang được xem xét"
        verbose_name_plural = "việc đang được xem xét"
        ordering = ["-opened_on", "-pk"]
        constraints = [
            _order_rule("open_matter_ends_after_it_starts", "opened_on", "closed_on"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(outcome=""),
                name="closed_matter_has_an_outcome",
                violation_error_message="Việc đã kết thúc phải có kết luận.",
            ),
        ]
        indexes = [
            models.Index(fields=["subject"], name="matter_still_open", condition=Q(closed_on=None)),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} từ {self.opened_on:%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("exemplars:record-edit", args=["viec-xem-xet", self.pk])

    @property
    def trail(self):
        return [self]


class AbsenceKind(models.TextChoices):
    MATERNITY = "maternity", "Thai sản"
    RESCUE = "rescue", "Điều trị do cứu người, cứu tài sản"
    STUDY = "study", "Học tập dài hạn"
    UNPAID = "unpaid", "Nghỉ không lương"
    OTHER = "other", "Lý do khác"


class Absence(Record):
    """A time in which a person was away from work (thời gian nghỉ)."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="absences")
    kind = models.CharField("lý do nghỉ", max_length=20, choices=AbsenceKind)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến hết ngày")

    class Meta:
        verbose_name = "thời gian nghỉ"
        verbose_name_plural = "thời gian nghỉ"
        ordering = ["-starts_on", "-pk"]
        constraints = [_order_rule("absence_ends_after_it_starts")]

    def __str__(self):
        return f"{self.get_kind_display()} từ {self.starts_on:%d/%m/%Y} đến {self.ends_on:%d/%m/%Y}"


class MembershipQuerySet(RecordQuerySet):
    about = "collective"


class Membership(Record):
    """That a person belonged to a collective in one year (thành viên tập thể)."""

    collective = models.ForeignKey(
        Subject, models.CASCADE, related_name="members_by_year", verbose_name="tập thể"
    )
    person = models.ForeignKey(Subject, models.CASCADE, related_name="memberships", verbose_name="thành viên")
    year = models.PositiveSmallIntegerField("năm")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "thành viên tập thể"
        verbose_name_plural = "thành viên tập thể"
        ordering = ["-year", "person__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["collective", "person", "year"],
                name="membership_once_a_year",
                violation_error_message="Người này đã là thành viên của tập thể trong năm này.",
            ),
            models.CheckConstraint(
                condition=~Q(collective=F("person")),
                name="membership_of_another",
                violation_error_message="Tập thể không thể là thành viên của chính mình.",
            ),
            _year_rule("membership_has_a_year"),
        ]
        indexes = [models.Index(fields=["collective", "year"], name="members_of_a_year")]

    def __str__(self):
        return f"{self.person}, thành viên {self.collective} năm {self.year}"

    def clean(self):
        if self.collective_id and self.collective.kind != SubjectKind.COLLECTIVE:
            raise ValidationError({"collective": "Chỉ tập thể mới có thành viên."})
        if self.person_id and self.person.kind != SubjectKind.PERSON:
            raise ValidationError({"person": "Thành viên phải là cá nhân."})

    @property
    def home(self):
        return self.collective
