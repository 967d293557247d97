"""Every rule that must always hold is broken once on purpose."""

import datetime
from functools import partial

import pytest
from django.apps import apps
from django.db import IntegrityError

from exemplars.models import NominationStatus as S
from exemplars.models.evaluation import SCORES
from tests.factories import (
    AbsenceFactory,
    AdoptionFactory,
    AttachmentFactory,
    CoverageFactory,
    DisciplineFactory,
    EvaluationFactory,
    EvidenceFactory,
    ExemplarFactory,
    ExemplarFigureFactory,
    ExemplarPhotoFactory,
    InspectionRoundFactory,
    LearningEventFactory,
    MembershipFactory,
    NominationFactory,
    ObstacleFactory,
    OfficeStayFactory,
    OpenMatterFactory,
    PledgeFactory,
    ReturnItemFactory,
    RoundMemberFactory,
    SelfScoreFactory,
    SnapshotFactory,
    SubjectFactory,
    SupportPlanFactory,
    SupportTaskFactory,
    UserFactory,
    VisitFactory,
    VisitFindingFactory,
    VisitPhotoFactory,
    YearlyEvaluationFactory,
)

DAY = datetime.date(2024, 5, 2)
MOMENT = datetime.datetime(2024, 5, 2, tzinfo=datetime.UTC)


BREAKS = {
    "adopted_once_by_a_unit": lambda: _twice(AdoptionFactory, "source", "unit"),
    "adopted_once_by_a_subject": lambda: _adopted_by_one_subject_in_two_units(),
    "adoption_of_another": lambda: _adopting_itself(),
    "adopting_exemplar_has_its_subject": lambda: AdoptionFactory(adopter=ExemplarFactory()),
    "learning_event_has_attendance": lambda: LearningEventFactory(attendance=0),
    "coverage_once_by_its_link": lambda: CoverageFactory.create_batch(2, link="https://bao.vn/mot"),
    "attachment_of_one_record": lambda: AttachmentFactory(event=LearningEventFactory()),
    "attachment_once_per_adoption": lambda: _twice(AttachmentFactory, "adoption"),
    "attachment_once_per_event": lambda: _attached_twice(event=LearningEventFactory()),
    "attachment_once_per_coverage": lambda: _attached_twice(coverage=CoverageFactory()),
    "nomination_achieved_in_order": lambda: NominationFactory(
        achieved_from=DAY, achieved_to=DAY - datetime.timedelta(days=1)
    ),
    "nomination_women_within_headcount": lambda: NominationFactory(headcount=1, women=2),
    "nomination_under_way_has_holder": lambda: NominationFactory(status=S.SUBMITTED),
    "subject_women_within_headcount": lambda: SubjectFactory(headcount=1, women=2),
    "return_item_says_what_to_mend": lambda: ReturnItemFactory(request=""),
    "stay_once_per_office": lambda: _twice(OfficeStayFactory, "nomination", "office"),
    "self_score_once": lambda: _twice(SelfScoreFactory, "nomination", "criterion"),
    "snapshot_numbered_once": lambda: _twice(SnapshotFactory, "nomination", "number"),
    "round_ends_after_it_starts": lambda: InspectionRoundFactory(
        starts_on=DAY, ends_on=DAY - datetime.timedelta(days=1)
    ),
    "round_member_once": lambda: _twice(RoundMemberFactory, "round", "user"),
    "round_has_one_leader": lambda: _twice(partial(RoundMemberFactory, leads=True), "round"),
    "visit_once_per_round": lambda: _twice(VisitFactory, "round", "exemplar"),
    "visit_ends_after_it_starts": lambda: VisitFactory(recorded=True, ended_at=MOMENT),
    "recorded_visit_has_day_and_verdict": lambda: VisitFactory(recorded=True, verdict=""),
    "photo_once_per_visit": lambda: _twice(VisitPhotoFactory, "visit", "sha256"),
    "visitphoto_has_a_caption": lambda: VisitPhotoFactory(caption=""),
    "finding_once_per_criterion": lambda: _twice(VisitFindingFactory, "visit", "criterion"),
    "evidence_once_per_dossier": lambda: _twice(EvidenceFactory, "nomination", "sha256"),
    "exemplar_moved_once_found": lambda: ExemplarFactory(
        found_on=DAY, moved_on=DAY - datetime.timedelta(days=1)
    ),
    "figure_says_before_or_after": lambda: ExemplarFigureFactory(before=None, after=None),
    "exemplarphoto_has_a_caption": lambda: ExemplarPhotoFactory(caption=""),
    "support_ends_after_it_starts": lambda: SupportPlanFactory(ends_on=datetime.date(2023, 1, 1)),
    "support_task_has_a_helper": lambda: SupportTaskFactory(helper=""),
    "support_task_done_has_a_result": lambda: SupportTaskFactory(done_on=DAY),
    "obstacle_removed_after_it_was_reported": lambda: ObstacleFactory(
        removed_on=datetime.date(2023, 1, 1), removed_by=UserFactory(), how="Cho vay"
    ),
    "obstacle_removal_says_how_and_by_whom": lambda: ObstacleFactory(removed_on=DAY),
    "evaluation_once_a_day": lambda: _twice(EvaluationFactory, "exemplar", "on"),
    **{f"evaluation_{score}_in_range": partial(EvaluationFactory, **{score: 6}) for score in SCORES},
    "yearly_evaluation_once_a_year": lambda: _twice(YearlyEvaluationFactory, "subject", "year"),
    "yearly_evaluation_has_a_year": lambda: YearlyEvaluationFactory(year=24),
    "pledge_once_a_year": lambda: _twice(PledgeFactory, "subject", "year"),
    "pledge_has_a_year": lambda: PledgeFactory(year=24),
    "discipline_ends_after_it_starts": lambda: DisciplineFactory(ends_on=datetime.date(2023, 1, 1)),
    "open_matter_ends_after_it_starts": lambda: OpenMatterFactory(
        closed_on=datetime.date(2023, 1, 1), outcome="Không có vi phạm"
    ),
    "closed_matter_has_an_outcome": lambda: OpenMatterFactory(closed_on=datetime.date(2024, 6, 1)),
    "absence_ends_after_it_starts": lambda: AbsenceFactory(ends_on=datetime.date(2023, 1, 1)),
    "membership_once_a_year": lambda: _twice(MembershipFactory, "collective", "person"),
    "membership_of_another": lambda: _member_of_itself(),
    "membership_has_a_year": lambda: MembershipFactory(year=24),
    "photo_once_per_exemplar": lambda: _twice(ExemplarPhotoFactory, "exemplar", "sha256"),
}


def _adopted_by_one_subject_in_two_units():
    first = AdoptionFactory(subject=SubjectFactory())
    AdoptionFactory(source=first.source, subject=first.subject)


def _adopting_itself():
    exemplar = ExemplarFactory()
    AdoptionFactory(source=exemplar, adopter=exemplar, subject=SubjectFactory())


def _member_of_itself():
    subject = SubjectFactory()
    MembershipFactory(collective=subject, person=subject)


def _attached_twice(**record):
    for _ in range(2):
        AttachmentFactory(adoption=None, **record)


def _twice(factory, *names):
    row = factory()
    factory(**{name: getattr(row, name) for name in names})


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_holds(db, name):
    with pytest.raises(IntegrityError):
        BREAKS[name]()


def test_every_constraint_of_the_app_is_broken_above():
    models = apps.get_app_config("exemplars").get_models()

    assert {rule.name for model in models for rule in model._meta.constraints} == set(BREAKS)
