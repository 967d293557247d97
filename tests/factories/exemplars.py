import datetime

import factory
from factory.django import DjangoModelFactory

from exemplars import models as exemplars
from law import models as law
from tests.factories.campaigns import CriterionFactory
from tests.factories.organizations import UnitFactory, UserFactory


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


class InspectionRoundFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.InspectionRound

    unit = factory.SubFactory(UnitFactory, has_council=True)
    name = factory.Sequence(lambda n: f"Kiểm tra thử, đợt {n}")
    starts_on = datetime.date(2024, 5, 2)
    ends_on = datetime.date(2024, 5, 31)


class RoundMemberFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.RoundMember

    round = factory.SubFactory(InspectionRoundFactory)
    user = factory.SubFactory(UserFactory)
    title = "Ủy viên"


class VisitFactory(DjangoModelFactory):
    """A planned visit; `recorded=True` gives it a record that was sent."""

    class Meta:
        model = exemplars.Visit

    class Params:
        recorded = factory.Trait(
            status=exemplars.VisitStatus.RECORDED,
            visited_at=datetime.datetime(2024, 5, 14, 1, tzinfo=datetime.UTC),
            place="ấp Thử",
            verdict=exemplars.Verdict.MEETS,
            recorded_at=datetime.datetime(2024, 5, 14, 4, tzinfo=datetime.UTC),
            recorded_by=factory.SubFactory(UserFactory),
        )

    round = factory.SubFactory(InspectionRoundFactory)
    exemplar = factory.SubFactory(ExemplarFactory)
    planned_on = datetime.date(2024, 5, 14)


class VisitFindingFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.VisitFinding

    visit = factory.SubFactory(VisitFactory)
    criterion = factory.SubFactory(CriterionFactory)
    result = exemplars.FindingResult.MET


class VisitMeasureFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.VisitMeasure

    visit = factory.SubFactory(VisitFactory)
    name = "Số hộ cùng làm"


class VisitPhotoFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.VisitPhoto

    visit = factory.SubFactory(VisitFactory)
    file = factory.django.ImageField(filename="anh.jpg", format="JPEG", width=40, height=30)
    caption = "Vườn của hộ"
    width = 40
    height = 30
    sha256 = factory.Sequence(lambda n: f"{n:064x}")


class VisitSubmissionFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.VisitSubmission

    visit = factory.SubFactory(VisitFactory)
    request_id = factory.Faker("uuid4", cast_to=None)
    content = {"place": "ấp Thử"}
    by = factory.SubFactory(UserFactory)


class AdoptionFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Adoption

    source = factory.SubFactory(ExemplarFactory)
    unit = factory.SubFactory(UnitFactory)
    since = datetime.date(2023, 3, 1)


class LearningEventFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.LearningEvent

    title = factory.Sequence(lambda n: f"Tham quan mô hình {n}")
    unit = factory.SubFactory(UnitFactory)
    held_on = datetime.date(2023, 4, 1)
    place = "Nhà văn hóa ấp Thử"
    attendance = 20


class CoverageFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Coverage

    title = factory.Sequence(lambda n: f"Gương người tốt {n}")
    unit = factory.SubFactory(UnitFactory)
    outlet = "Đài truyền thanh xã"
    published_on = datetime.date(2023, 5, 1)


class AttachmentFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Attachment

    adoption = factory.SubFactory(AdoptionFactory)
    title = "Ảnh chụp"
    file = factory.django.FileField(filename="anh.pdf", data=b"%PDF-1.7\n%%EOF\n")
    content_type = "application/pdf"
    size = 15
    sha256 = "0" * 64


class ExemplarFigureFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.ExemplarFigure

    exemplar = factory.SubFactory(ExemplarFactory)
    name = "Thu nhập mỗi hộ"
    measure = "triệu đồng/năm"
    before = 30
    after = 45


class ExemplarPhotoFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.ExemplarPhoto

    exemplar = factory.SubFactory(ExemplarFactory)
    file = factory.django.ImageField(filename="anh.jpg", format="JPEG", width=40, height=30)
    caption = "Tuyến đường sau khi trồng hoa"
    width = 40
    height = 30
    sha256 = factory.Sequence(lambda n: f"{n:064x}")


class SupportPlanFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.SupportPlan

    exemplar = factory.SubFactory(ExemplarFactory)
    goal = "Mở rộng ra toàn ấp."
    starts_on = datetime.date(2024, 1, 1)
    ends_on = datetime.date(2024, 12, 31)


class SupportTaskFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.SupportTask

    plan = factory.SubFactory(SupportPlanFactory)
    task = "Tập huấn kỹ thuật"
    helper = "Hội Nông dân"


class ObstacleFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Obstacle

    exemplar = factory.SubFactory(ExemplarFactory)
    what = "Thiếu vốn mua cây giống."
    reported_on = datetime.date(2024, 5, 2)
    reported_by = factory.SubFactory(UserFactory)


class EvaluationFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Evaluation

    exemplar = factory.SubFactory(ExemplarFactory)
    on = factory.Sequence(lambda n: datetime.date(2024, 1, 1) + datetime.timedelta(days=n % 300))
    effect = 4
    effect_ground = "Thu nhập tăng."
    efficiency = 4
    efficiency_ground = "Tốn ít công."
    capacity = 3
    capacity_ground = "Còn đất để mở rộng."
    influence = 3
    influence_ground = "Hai ấp làm theo."
    by = factory.SubFactory(UserFactory)


class YearlyEvaluationFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.YearlyEvaluation

    subject = factory.SubFactory(SubjectFactory)
    year = 2024
    grade = exemplars.Grade.WELL


class PledgeFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Pledge

    subject = factory.SubFactory(SubjectFactory)
    year = 2023


class DisciplineFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Discipline

    subject = factory.SubFactory(SubjectFactory)
    measure = exemplars.Measure.REPRIMAND
    starts_on = datetime.date(2024, 5, 2)


class InitiativeFactory(DjangoModelFactory):
    """By one author; `authors=[…]` names others."""

    class Meta:
        model = exemplars.Initiative
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Sáng kiến thử {n}")
    recognised_on = datetime.date(2024, 5, 2)
    recognised_by = "Ủy ban nhân dân xã"

    @factory.post_generation
    def authors(self, create, extracted, **kwargs):
        self.authors.set(extracted or [SubjectFactory()])


class OpenMatterFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.OpenMatter

    subject = factory.SubFactory(SubjectFactory)
    kind = exemplars.MatterKind.DENUNCIATION
    opened_on = datetime.date(2024, 5, 2)


class AbsenceFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Absence

    subject = factory.SubFactory(SubjectFactory)
    kind = exemplars.AbsenceKind.MATERNITY
    starts_on = datetime.date(2024, 1, 2)
    ends_on = datetime.date(2024, 7, 1)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = exemplars.Membership

    collective = factory.SubFactory(SubjectFactory, kind=law.SubjectKind.COLLECTIVE)
    person = factory.SubFactory(SubjectFactory)
    year = 2024
