from textwrap import shorten

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.urls import reverse

from awards.models import Annulment, Decision, OpinionList, Session, SubmissionLetter
from campaigns.models import ClusterYear, Plan
from core.calendar import now
from core.derived import SearchTextField, TextKeyField
from core.fields import LineField
from core.models import Job
from exemplars.models import Exemplar, Nomination, ReturnSlip, Visit
from gatherings.models import Conference, Entry
from organizations.access import PREPARING
from organizations.models import Role, Unit
from organizations.models.unit import within
from reports.models.part import ReviewPart
from reports.models.review import MilestoneReview

OFFICE = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)  # who works on a paper before it goes out


class PaperKind(models.TextChoices):
    PLAN = "plan", "Kế hoạch"
    ASSIGNMENT = "assignment", "Công văn giao nhiệm vụ"
    REGISTRATION = "registration", "Phiếu đăng ký điển hình"
    REGISTRATIONS = "registrations", "Danh sách đăng ký điển hình"
    VERIFICATION = "verification", "Biên bản kiểm chứng"
    ACHIEVEMENT = "achievement", "Báo cáo thành tích"
    JUDGING = "judging", "Biên bản bình xét"
    APPRAISAL = "appraisal", "Phiếu thẩm định"
    RETURN = "return", "Phiếu trả hồ sơ"
    RESULT = "result", "Thông báo kết quả xét hồ sơ"
    BALLOT = "ballot", "Phiếu bầu"
    TALLY = "tally", "Biên bản kiểm phiếu"
    MINUTES = "minutes", "Biên bản họp"
    PROPOSAL = "proposal", "Tờ trình Chủ tịch"
    SUBMISSION = "submission", "Tờ trình"
    DECISION = "decision", "Quyết định"
    ANNULMENT = "annulment", "Quyết định hủy bỏ"
    NOTICE = "notice", "Thông báo kết quả khen thưởng"
    PAYMENT = "payment", "Danh sách chi tiền thưởng"
    GOLDEN_BOOK = "golden-book", "Trang sổ vàng"
    INTERIM = "interim", "Báo cáo sơ kết"
    FINAL = "final", "Báo cáo tổng kết"
    PART = "part", "Báo cáo của đơn vị"
    DIRECTIONS = "directions", "Phương hướng, nhiệm vụ"
    STATISTICS = "statistics", "Báo cáo thống kê"
    CONFERENCE = "conference", "Kế hoạch hội nghị"
    INVITATION = "invitation", "Giấy mời"
    PROGRAMME = "programme", "Chương trình hội nghị"
    DELEGATES = "delegates", "Danh sách đại biểu"
    SCRIPT = "script", "Kịch bản hội nghị"
    CONFIRMATION = "confirmation", "Công văn xác nhận gương người tốt"
    CARD = "card", "Thẻ nhân rộng"
    CLUSTER_CONTRACT = "cluster-contract", "Giao ước thi đua"
    CLUSTER_RESULT = "cluster-result", "Biên bản xếp hạng cụm, khối thi đua"
    OPINION_MINUTES = "opinion-minutes", "Biên bản lấy ý kiến Nhân dân"


SOURCES = {  # what each kind of paper is made from; the others have no records on the portal yet
    PaperKind.PLAN: Plan,
    PaperKind.ASSIGNMENT: Plan,
    PaperKind.REGISTRATION: Exemplar,
    PaperKind.REGISTRATIONS: Plan,
    PaperKind.VERIFICATION: Visit,
    PaperKind.CARD: Exemplar,
    PaperKind.ACHIEVEMENT: Nomination,
    PaperKind.JUDGING: Nomination,
    PaperKind.APPRAISAL: Nomination,
    PaperKind.RETURN: ReturnSlip,
    PaperKind.RESULT: Nomination,
    PaperKind.BALLOT: Session,
    PaperKind.TALLY: Session,
    PaperKind.MINUTES: Session,
    PaperKind.PROPOSAL: Decision,
    PaperKind.SUBMISSION: SubmissionLetter,
    PaperKind.DECISION: Decision,
    PaperKind.ANNULMENT: Annulment,
    PaperKind.NOTICE: Decision,
    PaperKind.PAYMENT: Decision,
    PaperKind.GOLDEN_BOOK: Decision,
    PaperKind.INTERIM: MilestoneReview,
    PaperKind.FINAL: MilestoneReview,
    PaperKind.PART: ReviewPart,
    PaperKind.CONFIRMATION: Entry,
    PaperKind.CLUSTER_CONTRACT: ClusterYear,
    PaperKind.CLUSTER_RESULT: ClusterYear,
    PaperKind.OPINION_MINUTES: OpinionList,
    PaperKind.CONFERENCE: Conference,
    PaperKind.INVITATION: Conference,
    PaperKind.PROGRAMME: Conference,
    PaperKind.DELEGATES: Conference,
    PaperKind.SCRIPT: Conference,
}
PREPARED = (
    PaperKind.REGISTRATION,
    PaperKind.ACHIEVEMENT,
    PaperKind.JUDGING,
    PaperKind.PART,
)  # by the unit, for itself
UNSIGNED = (  # handed out as they are
    PaperKind.CARD,
    PaperKind.PROGRAMME,
    PaperKind.DELEGATES,
    PaperKind.SCRIPT,
)
TO_BE_SIGNED = (  # by hand, without a number of the portal: nothing in them says that they are drafts
    *PREPARED,
    PaperKind.ASSIGNMENT,
    PaperKind.REGISTRATIONS,
    PaperKind.VERIFICATION,
    PaperKind.APPRAISAL,
    PaperKind.RETURN,
    PaperKind.RESULT,
    PaperKind.BALLOT,
    PaperKind.PROPOSAL,
    PaperKind.NOTICE,
    PaperKind.PAYMENT,
    PaperKind.GOLDEN_BOOK,
    *UNSIGNED,
    PaperKind.CLUSTER_CONTRACT,
    PaperKind.CLUSTER_RESULT,
    PaperKind.OPINION_MINUTES,
    PaperKind.CONFERENCE,
    PaperKind.INVITATION,
    PaperKind.CONFIRMATION,
)


class PaperQuerySet(models.QuerySet):
    def visible_to(self, desk):
        """Papers of what the person may see; what may change yet, for those who work on it alone."""
        readable = Q(pk__in=[])
        for model in dict.fromkeys(SOURCES.values()):
            sources = model.objects.visible_to(desk).order_by().values("pk")
            kind = ContentType.objects.get_for_model(model)
            readable |= Q(content_type=kind, object_id__in=sources)
        working = Q(unit__in=desk.offices(*OFFICE)) | Q(asked_by=desk.user.pk)
        preparing = Q(kind__in=PREPARED) & within(desk.paths(*PREPARING), "unit__path")
        return self.filter(readable, Q(draft=False) | working | preparing)

    def about(self, source):
        """All papers that were asked for of one record."""
        return self.filter(content_type=ContentType.objects.get_for_model(source), object_id=source.pk)

    def of(self, kind, source):
        """Those of one kind."""
        return self.about(source).filter(kind=kind)

    def made(self):
        return self.exclude(made_at=None)

    def latest(self):
        """Without the drafts that were printed anew."""
        return self.filter(replaced_at=None)

    def for_table(self):
        return self.select_related("unit", "asked_by", "job")


class Paper(models.Model):
    """A printed paper: what it is made from, the job that makes it, then the file with its SHA-256.

    Beside it lies the same paper for Word, to be edited; it proves nothing.
    """

    kind = models.CharField("loại", max_length=20, choices=PaperKind)
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    source = GenericForeignKey("content_type", "object_id")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="papers", verbose_name="cơ quan")
    title = LineField("tên văn bản", max_length=400)
    draft = models.BooleanField("bản dự thảo", default=True)  # made while its record could still change
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="papers")
    file = models.FileField("tệp", max_length=255, blank=True)
    word_file = models.FileField("bản Word", max_length=255, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    pages = models.PositiveIntegerField("số trang", null=True, blank=True)
    size = models.PositiveIntegerField("dung lượng", null=True, blank=True)  # bytes
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="papers"
    )
    asked_at = models.DateTimeField("yêu cầu lúc", default=now)
    made_at = models.DateTimeField("lập xong lúc", null=True, blank=True)
    replaced_at = models.DateTimeField("in lại lúc", null=True, blank=True)  # a draft: there is a later print
    title_key = TextKeyField(sources=["title"])
    search_text = SearchTextField(sources=["title"])

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "văn bản in"
        verbose_name_plural = "văn bản in"
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["content_type", "object_id", "kind"], name="paper_of_source")]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_at=None) | ~Q(sha256=""),
                name="made_paper_has_its_digest",
                violation_error_message="Văn bản đã lập phải có mã SHA-256.",
            ),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind"],
                condition=Q(made_at=None),
                name="one_paper_in_the_making",
                violation_error_message="Văn bản này đang được lập.",
            ),
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind"],
                condition=Q(draft=False, made_at__isnull=False),
                name="one_final_paper",
                violation_error_message="Bản chính thức của văn bản này đã có.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:paper", args=[self.pk])

    @property
    def state(self):
        if self.kind in UNSIGNED:
            return "Để phát"
        if self.kind in TO_BE_SIGNED:
            return "Để ký"
        return "Dự thảo" if self.draft else "Chính thức"

    @property
    def says_draft(self):
        """Whether it must not be taken for the paper that went out."""
        return self.draft and self.kind not in TO_BE_SIGNED

    @property
    def filename(self):
        """The name under which it is handed out: “Kế hoạch 197-KH-UBND - Xây dựng … .pdf”."""
        return f"{self._stem}.pdf"

    @property
    def word_filename(self):
        return f"{self._stem}.docx"

    @property
    def _stem(self):
        name = shorten(self.title.replace(": ", " - ").replace("/", "-"), 120, placeholder="")
        return f"{name} (dự thảo)" if self.says_draft else name
