import datetime

import factory
from django.contrib.contenttypes.models import ContentType
from factory.django import DjangoModelFactory

from reports import models as reports
from reports.certificates.defaults import add_default_fields
from tests.factories.awards import AwardEntryFactory, DecisionFactory
from tests.factories.campaigns import MilestoneFactory, PlanFactory
from tests.factories.organizations import UnitFactory, UserFactory


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


class ReviewPartFactory(DjangoModelFactory):
    class Meta:
        model = reports.ReviewPart

    review = factory.SubFactory(MilestoneReviewFactory)
    unit = factory.SubFactory(UnitFactory)
    due_on = datetime.date(2026, 12, 15)


class PartSectionFactory(DjangoModelFactory):
    class Meta:
        model = reports.PartSection

    part = factory.SubFactory(ReviewPartFactory)
    kind = reports.ReviewSectionKind.DISCOVERY
    body = "Đơn vị đã giới thiệu hai mô hình."
