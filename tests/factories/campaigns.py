import datetime

import factory
from factory.django import DjangoModelFactory

from campaigns import models as campaigns
from law import models as law
from tests.factories.organizations import (
    IssuedNumberFactory,
    NumberSeriesFactory,
    UnitFactory,
    UserFactory,
)


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


class ClusterFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.Cluster

    office = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Khối thi đua số {n}")


class ClusterYearFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.ClusterYear

    cluster = factory.SubFactory(ClusterFactory)
    year = 2024


class ClusterMemberFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.ClusterMember

    cluster_year = factory.SubFactory(ClusterYearFactory)
    unit = factory.SubFactory(UnitFactory)


class PointLineFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.PointLine

    cluster_year = factory.SubFactory(ClusterYearFactory)
    group = "Nhiệm vụ chính trị"
    text = factory.Sequence(lambda n: f"Nội dung thử {n}")
    max_points = 10


class ScoreSheetFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.ScoreSheet

    scorer = factory.SubFactory(ClusterMemberFactory)
    scored = factory.SubFactory(
        ClusterMemberFactory, cluster_year=factory.SelfAttribute("..scorer.cluster_year")
    )


class SheetPointFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.SheetPoint

    sheet = factory.SubFactory(ScoreSheetFactory)
    line = factory.SubFactory(
        PointLineFactory, cluster_year=factory.SelfAttribute("..sheet.scorer.cluster_year")
    )
    points = 8


class SettledPointFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.SettledPoint

    member = factory.SubFactory(ClusterMemberFactory)
    line = factory.SubFactory(PointLineFactory, cluster_year=factory.SelfAttribute("..member.cluster_year"))
    points = 9
    reason = "Các đơn vị thống nhất."


class ProgressReportFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.ProgressReport

    assignment = factory.SubFactory(AssignmentFactory)
    on = datetime.date(2024, 1, 15)
    text = "Đang làm."
    by = factory.SubFactory(UserFactory)


class ProgressFileFactory(DjangoModelFactory):
    class Meta:
        model = campaigns.ProgressFile

    report = factory.SubFactory(ProgressReportFactory)
    title = "Ảnh chụp"
    file = factory.django.FileField(filename="anh.pdf", data=b"%PDF-1.7\n%%EOF\n")
    content_type = "application/pdf"
    size = 16
    sha256 = factory.Sequence(lambda n: f"{n:064d}")
