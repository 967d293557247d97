"""One record of each kind of paper, issued by the district of `place`."""

from types import SimpleNamespace

import pytest

from exemplars.models import Sex, WorkerGroup
from reports.models import PaperKind, ReviewSectionKind
from tests.factories import ReviewSectionFactory, SubjectFactory
from tests.reports import stories

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
    """plan, dossiers (all but the last awarded), session, decision, letter, review."""
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
    letter = stories.letter_of(place.district, place.province, dossiers)
    review = stories.review_of(plan, title="Sơ kết giai đoạn 2021-2023")
    ReviewSectionFactory(review=review, kind=ReviewSectionKind.LIMITS, body="- Hồ sơ còn chậm.")
    return SimpleNamespace(
        plan=plan, dossiers=dossiers, session=session, decision=decision, letter=letter, review=review
    )


@pytest.fixture
def sources(story):
    """{kind of paper: the record it is printed from}."""
    return {
        PaperKind.PLAN: story.plan,
        PaperKind.SUBMISSION: story.letter,
        PaperKind.MINUTES: story.session,
        PaperKind.TALLY: story.session,
        PaperKind.DECISION: story.decision,
        PaperKind.INTERIM: story.review,
    }
