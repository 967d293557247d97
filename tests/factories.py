"""The plainest valid object of every model, with no surprise in it."""

import datetime

import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from factory.django import DjangoModelFactory

from awards import models as awards
from campaigns import models as campaigns
from core import models as core
from exemplars import models as exemplars
from law import models as law
from organizations import models as organizations
from reports import models as reports
from reports.certificates.defaults import add_default_fields

LONG_AGO = datetime.date(2015, 1, 1)
PASSWORD = "mot-mat-khau-thu-12"


class UnitFactory(DjangoModelFactory):
    """A unit at the top of the tree, or under `parent`."""

    class Meta:
        model = organizations.Unit

    parent = None
    name = factory.Sequence(lambda n: f"xã Thử {n}")
    kind = organizations.UnitKind.COMMUNE
    code = factory.Sequence(lambda n: f"DV{n:04d}")
    symbol = "UBND"
    place = "Thử"
    head_title = "CHỦ TỊCH"
    starts_on = LONG_AGO

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        if parent is None:
            return model_class.objects.add_root(kwargs)
        return model_class.objects.add_child(parent, kwargs)


class SuccessionFactory(DjangoModelFactory):
    class Meta:
        model = organizations.Succession

    predecessor = factory.SubFactory(UnitFactory)
    successor = factory.SubFactory(UnitFactory)
    on = datetime.date(2025, 7, 1)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = organizations.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    full_name = factory.Sequence(lambda n: f"Nguyễn Văn Thử {n}")
    password = factory.django.Password(PASSWORD)


class PostFactory(DjangoModelFactory):
    class Meta:
        model = organizations.Post

    user = factory.SubFactory(UserFactory)
    unit = factory.SubFactory(UnitFactory)
    role = organizations.Role.OFFICER
    title = "Công chức"
    starts_on = LONG_AGO


class NumberSeriesFactory(DjangoModelFactory):
    class Meta:
        model = organizations.NumberSeries
        django_get_or_create = ("unit", "symbol", "year")

    unit = factory.SubFactory(UnitFactory)
    symbol = "QĐ-UBND"
    year = 2024


class IssuedNumberFactory(DjangoModelFactory):
    class Meta:
        model = organizations.IssuedNumber

    series = factory.SubFactory(NumberSeriesFactory)
    number = factory.Sequence(lambda n: n + 1)
    issued_on = datetime.date(2024, 5, 2)
    title = "Về việc thử"
    taken_by = factory.SubFactory(UserFactory)


class HolidayFactory(DjangoModelFactory):
    class Meta:
        model = core.Holiday

    day = factory.Sequence(lambda n: datetime.date(2024, 1, 1) + datetime.timedelta(days=n))
    name = "Ngày nghỉ"


class JobFactory(DjangoModelFactory):
    class Meta:
        model = core.Job

    kind = "tests.nothing"
    params = {"for": "a test"}


class EventFactory(DjangoModelFactory):
    class Meta:
        model = core.Event

    content_type = factory.LazyAttribute(lambda event: ContentType.objects.get_for_model(event.about))
    object_id = factory.SelfAttribute("about.pk")
    verb = "submit"
    label = "Trình hồ sơ"
    by = factory.SubFactory(UserFactory)

    class Params:
        about = factory.SubFactory(UnitFactory)


class RegimeFactory(DjangoModelFactory):
    class Meta:
        model = law.Regime
        django_get_or_create = ("code",)

    code = "Z"
    name = "Chế độ thử"
    law = "Luật thử"
    decree = "Nghị định thử"
    valid_from = LONG_AGO
    citation = "Luật thử"


class AwardTypeFactory(DjangoModelFactory):
    class Meta:
        model = law.AwardType
        django_get_or_create = ("code",)

    code = "THU"
    name = "Giấy khen thử"
    title = "Giấy khen của Chủ tịch Ủy ban nhân dân"
    group = law.AwardGroup.FORM
    for_persons = for_collectives = for_households = True
    merit_kinds = [law.MeritKind.MOVEMENT, law.MeritKind.EXCEPTIONAL]
    rank = 1
    valid_from = LONG_AGO
    citation = "Luật thử"


class AwardPowerFactory(DjangoModelFactory):
    class Meta:
        model = law.AwardPower

    award = factory.SubFactory(AwardTypeFactory)
    tier = organizations.Tier.COMMUNE
    office = "Chủ tịch Ủy ban nhân dân xã"
    valid_from = LONG_AGO
    citation = "Luật thử"


class VoteRuleFactory(DjangoModelFactory):
    class Meta:
        model = law.VoteRule

    award = factory.SubFactory(AwardTypeFactory)
    numerator = 1
    denominator = 2
    at_least = False
    valid_from = LONG_AGO
    citation = "Quy chế thử"


class PrizeFactory(DjangoModelFactory):
    class Meta:
        model = law.Prize

    award = factory.SubFactory(AwardTypeFactory)
    subject_kind = law.SubjectKind.PERSON
    numerator = 3
    denominator = 10
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class BaseSalaryFactory(DjangoModelFactory):
    class Meta:
        model = law.BaseSalary

    amount = 1_800_000
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class ParameterFactory(DjangoModelFactory):
    class Meta:
        model = law.Parameter

    key = law.ParameterKey.QUORUM
    kind = law.ValueKind.SHARE
    value = "2/3"

    valid_from = LONG_AGO
    citation = "Quy chế thử"


class LegalTextFactory(DjangoModelFactory):
    class Meta:
        model = law.LegalText

    code = "THU"
    text = "Nghị định thử"
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class FormNumberFactory(DjangoModelFactory):
    class Meta:
        model = law.FormNumber

    form = law.PaperForm.REPORT_PERSON
    text = "Mẫu số 02, kèm theo Nghị định thử"
    valid_from = LONG_AGO
    citation = "Nghị định thử"


class WorkFieldFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.WorkField

    name = factory.Sequence(lambda n: f"Lĩnh vực {n}")


class MovementFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.Movement

    name = factory.Sequence(lambda n: f"Phong trào thử {n}")
    unit = factory.SubFactory(UnitFactory)
    starts_on = datetime.date(2021, 1, 1)


class PlanFactory(DjangoModelFactory):
    """A draft; with `issued=True` a numbered and issued one."""

    class Meta:
        model = campaigns.Plan

    class Params:
        issued = factory.Trait(
            status=campaigns.PlanStatus.ISSUED,
            issued_on=datetime.date(2021, 9, 22),
            number=factory.SubFactory(
                IssuedNumberFactory,
                series=factory.SubFactory(
                    NumberSeriesFactory, unit=factory.SelfAttribute("...unit"), symbol="KH-UBND", year=2021
                ),
                issued_on=datetime.date(2021, 9, 22),
            ),
        )

    unit = factory.SubFactory(UnitFactory)
    title = factory.Sequence(lambda n: f"Xây dựng và nhân rộng điển hình tiên tiến {n}")
    starts_on = datetime.date(2021, 1, 1)
    ends_on = datetime.date(2025, 12, 31)


class PlanSectionFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.PlanSection

    plan = factory.SubFactory(PlanFactory)
    kind = campaigns.SectionKind.PURPOSE
    body = "Nội dung thử."


class CriterionFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.Criterion

    plan = factory.SubFactory(PlanFactory)
    subject_kind = law.SubjectKind.PERSON
    text = factory.Sequence(lambda n: f"Tiêu chí {n}")
    max_points = 20


class MilestoneFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.Milestone

    plan = factory.SubFactory(PlanFactory)
    kind = campaigns.MilestoneKind.INTERIM
    name = "Sơ kết 2021-2023"
    due_on = datetime.date(2023, 6, 11)
    covers_from = datetime.date(2021, 1, 1)
    covers_to = datetime.date(2023, 6, 11)


class AssignmentFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.Assignment

    plan = factory.SubFactory(PlanFactory)
    unit = factory.SubFactory(UnitFactory)
    task = "Việc thử"


class SubjectFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Subject

    name = factory.Sequence(lambda n: f"Trần Thị Mẫu {n}")
    kind = law.SubjectKind.PERSON
    unit = factory.SubFactory(UnitFactory)


class NominationFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Nomination

    unit = factory.SubFactory(UnitFactory)
    kind = law.SubjectKind.PERSON
    subject = factory.SubFactory(
        SubjectFactory, unit=factory.SelfAttribute("..unit"), kind=factory.SelfAttribute("..kind")
    )
    name = factory.SelfAttribute("subject.name")


class OfficeStayFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.OfficeStay

    nomination = factory.SubFactory(NominationFactory)
    office = factory.SubFactory(UnitFactory)
    sent_by_office = factory.SelfAttribute("nomination.unit")
    arrived_on = datetime.date(2024, 5, 2)


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Evidence

    nomination = factory.SubFactory(NominationFactory)
    title = "Báo cáo thành tích"
    file = factory.django.FileField(filename="bao-cao.pdf", data=b"%PDF-1.7\n%%EOF\n")
    content_type = "application/pdf"
    size = 15
    sha256 = "0" * 64


class SelfScoreFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.SelfScore

    nomination = factory.SubFactory(NominationFactory)
    criterion = factory.SubFactory(CriterionFactory)
    points = 10


class SnapshotFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Snapshot

    nomination = factory.SubFactory(NominationFactory)
    number = 1
    content = {"name": "Trần Thị Mẫu"}


class ReturnSlipFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.ReturnSlip

    nomination = factory.SubFactory(NominationFactory)
    office = factory.SubFactory(UnitFactory)
    by = factory.SubFactory(UserFactory)


class ReturnItemFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.ReturnItem

    slip = factory.SubFactory(ReturnSlipFactory)
    part = "achievements"
    request = "Nêu rõ số liệu."


class ExemplarFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Exemplar

    unit = factory.SubFactory(UnitFactory)
    subject = factory.SubFactory(SubjectFactory, unit=factory.SelfAttribute("..unit"))
    title = factory.Sequence(lambda n: f"Mô hình thử {n}")
    found_on = datetime.date(2021, 10, 1)


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = awards.Session

    unit = factory.SubFactory(UnitFactory)
    title = "Xét khen thưởng"
    held_at = datetime.datetime(2024, 5, 20, 8, 0, tzinfo=timezone.get_default_timezone())
    place = "Phòng họp số 1"


class SessionMemberFactory(DjangoModelFactory):
    class Meta:
        model = awards.SessionMember

    session = factory.SubFactory(SessionFactory)
    user = factory.SubFactory(UserFactory)
    title = "Ủy viên"


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.AgendaItem

    session = factory.SubFactory(SessionFactory)
    nomination = factory.SubFactory(NominationFactory)


class TallyFactory(DjangoModelFactory):
    class Meta:
        model = awards.Tally

    session = factory.SubFactory(SessionFactory)
    handed_out = returned = valid = 9
    invalid = 0
    entered_by = factory.SubFactory(UserFactory)


class ReviewFactory(DjangoModelFactory):
    class Meta:
        model = awards.Review

    item = factory.SubFactory(AgendaItemFactory)
    user = factory.SubFactory(UserFactory)


class ScoreFactory(DjangoModelFactory):
    class Meta:
        model = awards.Score

    review = factory.SubFactory(ReviewFactory)
    criterion = factory.SubFactory(CriterionFactory)
    points = 10


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = awards.Decision

    unit = factory.SubFactory(UnitFactory)
    title = "Về việc khen thưởng"
    merit = law.MeritKind.MOVEMENT
    achievement = "đã có thành tích xuất sắc"
    period_from = datetime.date(2023, 1, 1)
    period_to = datetime.date(2023, 12, 31)


class DecisionItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.DecisionItem

    decision = factory.SubFactory(DecisionFactory)
    nomination = factory.SubFactory(NominationFactory)


class AwardEntryFactory(DjangoModelFactory):
    class Meta:
        model = awards.AwardEntry

    nomination = factory.SubFactory(NominationFactory)
    subject = factory.SelfAttribute("nomination.subject")
    name = factory.SelfAttribute("nomination.name")
    award = factory.SubFactory(AwardTypeFactory)
    merit = law.MeritKind.MOVEMENT
    decision = factory.SubFactory(DecisionFactory)
    period_from = datetime.date(2023, 1, 1)
    period_to = datetime.date(2023, 12, 31)
    awarded_on = datetime.date(2024, 5, 2)


class AnnulmentFactory(DjangoModelFactory):
    class Meta:
        model = awards.Annulment

    decision = factory.SubFactory(DecisionFactory)
    unit = factory.SelfAttribute("decision.unit")
    title = "Về việc hủy bỏ khen thưởng"
    ground = awards.Ground.DECEIT
    reasons = "Theo kết luận thử"


class AnnulmentItemFactory(DjangoModelFactory):
    class Meta:
        model = awards.AnnulmentItem

    annulment = factory.SubFactory(AnnulmentFactory)
    entry = factory.SubFactory(AwardEntryFactory, decision=factory.SelfAttribute("..annulment.decision"))


class SubmissionLetterFactory(DjangoModelFactory):
    class Meta:
        model = awards.SubmissionLetter

    unit = factory.SubFactory(UnitFactory)
    to_unit = factory.SubFactory(UnitFactory)
    title = "Đề nghị khen thưởng"


class PaperFactory(DjangoModelFactory):
    class Meta:
        model = reports.Paper

    class Params:
        about = factory.SubFactory(PlanFactory)

    kind = reports.PaperKind.PLAN
    content_type = factory.LazyAttribute(lambda paper: ContentType.objects.get_for_model(paper.about))
    object_id = factory.SelfAttribute("about.pk")
    unit = factory.SelfAttribute("about.unit")
    title = "Kế hoạch"
    asked_by = factory.SubFactory(UserFactory)


class ArchiveFactory(DjangoModelFactory):
    class Meta:
        model = reports.Archive

    unit = factory.SubFactory(UnitFactory)
    year = 2024
    title = "Lưu trữ"
    asked_by = factory.SubFactory(UserFactory)


class SignedCopyFactory(DjangoModelFactory):
    class Meta:
        model = reports.SignedCopy

    class Params:
        about = factory.SubFactory(PlanFactory, issued=True)

    kind = reports.PaperKind.PLAN
    content_type = factory.LazyAttribute(lambda copy: ContentType.objects.get_for_model(copy.about))
    object_id = factory.SelfAttribute("about.pk")
    name = "Ke hoach co dau.pdf"
    file = factory.django.FileField(filename="ke-hoach.pdf", data=b"%PDF-1.7\n%%EOF\n")
    size = 15
    sha256 = "0" * 64
    uploaded_by = factory.SubFactory(UserFactory)


class CopySignatureFactory(DjangoModelFactory):
    class Meta:
        model = reports.CopySignature

    copy = factory.SubFactory(SignedCopyFactory)
    order = factory.Sequence(lambda number: number + 1)
    signer = "Nguyễn Văn Quý"
    covers = reports.Coverage.FILE


class MilestoneReviewFactory(DjangoModelFactory):
    class Meta:
        model = reports.MilestoneReview

    milestone = factory.SubFactory(MilestoneFactory)
    plan = factory.SelfAttribute("milestone.plan")
    unit = factory.SelfAttribute("milestone.plan.unit")
    title = "Sơ kết 2021-2023"
    period_from = datetime.date(2021, 1, 1)
    period_to = datetime.date(2023, 6, 11)


class ReviewSectionFactory(DjangoModelFactory):
    class Meta:
        model = reports.ReviewSection

    review = factory.SubFactory(MilestoneReviewFactory)
    kind = reports.ReviewSectionKind.DIRECTION
    body = "Nội dung thử."


class BlankFactory(DjangoModelFactory):
    """With the fields that a new blank has; `fields=False` leaves them out."""

    class Meta:
        model = reports.Blank
        skip_postgeneration_save = True

    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Phôi thử {n}")

    @factory.post_generation
    def fields(self, create, extracted, **kwargs):
        if extracted is not False:
            add_default_fields(self)


class BlankFieldFactory(DjangoModelFactory):
    class Meta:
        model = reports.BlankField

    blank = factory.SubFactory(BlankFactory, fields=False)
    kind = reports.BlankFieldKind.NAME
    x, y, width = 28, 90, 240


class PrinterFactory(DjangoModelFactory):
    class Meta:
        model = reports.Printer

    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Máy in thử {n}")


class CertificateFactory(DjangoModelFactory):
    class Meta:
        model = reports.Certificate

    entry = factory.SubFactory(AwardEntryFactory)
    unit = factory.SelfAttribute("entry.decision.unit")
    year = 2024
    number = factory.Sequence(lambda n: n + 1)


class CertificateBatchFactory(DjangoModelFactory):
    class Meta:
        model = reports.CertificateBatch

    decision = factory.SubFactory(DecisionFactory)
    blank = factory.SubFactory(BlankFactory, unit=factory.SelfAttribute("..decision.unit"))
