"""One record of each kind of paper, issued by the district of `place`."""

import datetime
from types import SimpleNamespace

import pytest

from awards.models import OpinionStatus
from campaigns.models import ClusterStatus, Seat
from exemplars.models import Sex, Stage, WorkerGroup
from reports.models import PaperKind, ReviewSectionKind
from tests.factories import (
    ClusterMemberFactory,
    EntryFactory,
    ExemplarFactory,
    ExemplarFigureFactory,
    NominationFactory,
    OpinionItemFactory,
    OpinionListFactory,
    PartSectionFactory,
    PointLineFactory,
    RemarkFactory,
    ReturnItemFactory,
    ReturnSlipFactory,
    ReviewSectionFactory,
    RoundMemberFactory,
    SubjectFactory,
    VisitFactory,
    VisitFindingFactory,
    VisitMeasureFactory,
)
from tests.reports import stories
from tests.reports.conferences import conference_of

OF_CONFERENCE = (
    PaperKind.CONFERENCE,
    PaperKind.INVITATION,
    PaperKind.PROGRAMME,
    PaperKind.DELEGATES,
    PaperKind.SCRIPT,
)
PERSON = {"sex": Sex.FEMALE, "worker_group": WorkerGroup.DIRECT, "year": 2022}


def _subject(unit, name, kind):
    return SubjectFactory(unit=unit, name=name, kind=kind)


def _dossiers(plan, place):
    people = [
        ("Lê Thị Kim Ngân", stories.PERSON, place.commune, {"position": "Giáo viên", **PERSON}),
        ("Ấp Thạnh Hưng", stories.COLLECTIVE, place.hamlet, {"address": "Xã Bình Thử"}),
        ("Phan Văn Ửng", stories.HOUSEHOLD, place.sister, {"hamlet": "Ấp Lợi An", "summary": "Hiến đất"}),
    ]
    return [
        stories.dossier(plan, unit, subject=_subject(unit, name, kind), kind=kind, **facts)
        for name, kind, unit, facts in people
    ]


@pytest.fixture
def story(law, place):
    """plan, dossiers (all but the last awarded), session, decision, its annulment in part, letter, review."""
    place.district.symbol = "UBND"
    plan = stories.plan_of(place.district, signatory="Trần Thị Ngọc Hương", signatory_title="Phó Chủ tịch")
    dossiers = _dossiers(plan, place)
    session = stories.session_of(place.district, dossiers)
    decision = stories.decision_of(
        place.district,
        dossiers[:2],
        achievement="đã có thành tích xuất sắc",
        funding="Trích từ Quỹ thi đua, khen thưởng",
        legal_bases="Căn cứ Luật Thi đua, khen thưởng;\nTheo đề nghị của Hội đồng Thi đua - Khen thưởng.",
        recipients="Như trên;\nLưu: VT, NV.",
    )
    annulment = stories.annulment_of(
        decision,
        decision.entries.filter(nomination=dossiers[0]),
        reasons="Theo Kết luận số 12/KL-TTr ngày 02/5/2024, bà Lê Thị Kim Ngân kê khai không đúng.",
        recovery="các đối tượng nộp lại cho Phòng Nội vụ trong thời hạn 15 ngày",
        legal_bases="Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
        recipients="Như trên;\nLưu: VT.",
    )
    letter = stories.letter_of(place.district, place.province, dossiers)
    review = stories.review_of(plan, title="Sơ kết giai đoạn 2021-2023")
    ReviewSectionFactory(review=review, kind=ReviewSectionKind.LIMITS, body="- Hồ sơ còn chậm.")
    return SimpleNamespace(
        plan=plan,
        dossiers=dossiers,
        session=session,
        decision=decision,
        annulment=annulment,
        letter=letter,
        review=review,
    )


@pytest.fixture
def sources(story, place):
    """{kind of paper: the record it is printed from}."""
    return {
        PaperKind.PLAN: story.plan,
        PaperKind.ASSIGNMENT: story.plan,
        PaperKind.REGISTRATION: _exemplar(story.plan),
        PaperKind.REGISTRATIONS: _registered(story.plan),
        PaperKind.CARD: _exemplar(story.plan),
        PaperKind.ACHIEVEMENT: story.dossiers[0],
        PaperKind.JUDGING: _prepared(story),
        PaperKind.APPRAISAL: story.dossiers[0],
        PaperKind.RETURN: _slip(story.dossiers[0]),
        PaperKind.RESULT: story.dossiers[0],
        PaperKind.BALLOT: story.session,
        PaperKind.MINUTES: story.session,
        PaperKind.TALLY: story.session,
        PaperKind.PROPOSAL: story.decision,
        PaperKind.SUBMISSION: story.letter,
        PaperKind.DECISION: story.decision,
        PaperKind.ANNULMENT: story.annulment,
        PaperKind.NOTICE: story.decision,
        PaperKind.PAYMENT: story.decision,
        PaperKind.GOLDEN_BOOK: story.decision,
        PaperKind.INTERIM: story.review,
        PaperKind.PART: _asked(story.review, place.commune),
        PaperKind.VERIFICATION: _visited(place.district),
        PaperKind.CONFIRMATION: EntryFactory(contest__unit=place.district, unit=place.commune),
        PaperKind.OPINION_MINUTES: _asked_of_the_people(story),
        **dict.fromkeys((PaperKind.CLUSTER_CONTRACT, PaperKind.CLUSTER_RESULT), _ranked(place)),
        **dict.fromkeys(OF_CONFERENCE, conference_of(story.plan.unit)),
    }


def _exemplar(plan):
    return ExemplarFactory(unit=plan.unit, plan=plan, title="Vườn thanh long hữu cơ", practice="- Ủ phân.")


def _registered(plan):
    """The plan, with one exemplar that was registered for it."""
    exemplar = ExemplarFactory(
        unit=plan.unit, plan=plan, title="Đường hoa", effect="Sạch đẹp.", status=Stage.REGISTERED, year=2022
    )
    ExemplarFigureFactory(exemplar=exemplar)
    return plan


def _asked(review, unit):
    """The part of one unit, with its own words."""
    return PartSectionFactory(part__review=review, part__unit=unit).part


def _visited(office):
    """A recorded visit with a finding, a figure and a leader of the team."""
    visit = VisitFactory(round__unit=office, exemplar__unit=office, recorded=True)
    RoundMemberFactory(round=visit.round, leads=True)
    VisitFindingFactory(visit=visit)
    VisitMeasureFactory(visit=visit)
    return visit


def _ranked(place):
    """A cluster of two communes after its ranking."""
    first = ClusterMemberFactory(
        unit=place.commune,
        cluster_year__cluster__office=place.district,
        cluster_year__contract="- Thi đua giữ đường sạch.",
        cluster_year__status=ClusterStatus.RANKED,
        cluster_year__signed_on=datetime.date(2024, 3, 15),
        seat=Seat.LEADER,
        rank=1,
        total=90,
    )
    ClusterMemberFactory(cluster_year=first.cluster_year, unit=place.sister, rank=2, total=85)
    PointLineFactory(cluster_year=first.cluster_year)
    return first.cluster_year


def _asked_of_the_people(story):
    """A list that is up, with one dossier and what somebody said of it."""
    days = {"opens_on": datetime.date(2023, 5, 4), "closes_on": datetime.date(2023, 5, 18)}
    posted = OpinionListFactory(unit=story.plan.unit, status=OpinionStatus.POSTED, **days)
    RemarkFactory(
        opinion_list=posted, item=OpinionItemFactory(opinion_list=posted, nomination=story.dossiers[0])
    )
    return posted


def _prepared(story):
    """A dossier that its unit has not sent yet."""
    (first, *_) = story.dossiers
    return NominationFactory(
        unit=first.unit,
        plan=first.plan,
        award=first.award,
        year=2023,
        subject=_subject(first.unit, "Đặng Thị Mỹ Duyên", stories.PERSON),
    )


def _slip(nomination):
    slip = ReturnSlipFactory(nomination=nomination, office=nomination.holder, note="Gửi lại trong tuần.")
    ReturnItemFactory(slip=slip, part="achievements", request="Nêu rõ số liệu.")
    return slip
