"""The demonstration loads whole, is the same each time, and shows no state that buttons could not reach."""

import datetime
import re
from contextlib import contextmanager

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from awards.models import AwardEntry, Decision, Session, SessionStatus, SubmissionLetter
from campaigns.models import Assignment, AssignmentState, Plan
from core.deadlines import Deadlines
from core.models import Event
from exemplars.models import (
    Absence,
    Discipline,
    Exemplar,
    Grade,
    Initiative,
    InspectionRound,
    Nomination,
    NominationStatus,
    OpenMatter,
    Stage,
    Visit,
    VisitStatus,
    YearlyEvaluation,
)
from law.loading import load_catalogue
from organizations.models import Message, MessageKind, Post, UnitKind, User
from portal.demo.accounts import ACCOUNTS, PASSWORD
from portal.demo.loading import LAST_DAY, NotEmpty, load_demo
from portal.demo.places import REFORM
from reports.models import Blank, BlankMode, MilestoneReview


@contextmanager
def loaded(django_db_blocker, **how):
    """The demonstration for as long as the tests of this file need it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_catalogue()
        load_demo(**how)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def loaded_demo(django_db_setup, django_db_blocker):
    with loaded(django_db_blocker):
        yield


@pytest.fixture
def demo(loaded_demo, db):
    """Loaded once for the file; each test sees it through a savepoint of its own."""


def test_it_has_a_few_hundred_dossiers_in_every_state(demo):
    states = set(Nomination.objects.values_list("status", flat=True))

    assert Nomination.objects.count() > 250
    assert states >= set(NominationStatus) - {NominationStatus.APPRAISED}


def test_the_plans_bear_their_true_numbers_and_days(demo):
    numbered = {plan.number_text: plan.issued_on for plan in Plan.objects.exclude(issued_on=None)}

    assert numbered["197/KH-UBND"] == datetime.date(2021, 9, 22)
    assert numbered["156/KH-UBND"] == datetime.date(2019, 10, 15)


def test_what_is_known_of_subjects_agrees_with_their_awards(demo):
    foremost = AwardEntry.objects.filter(award__code="CSTDCS").values_list("subject", "period_to__year")
    grades = {(one.subject_id, one.year): one.grade for one in YearlyEvaluation.objects.all()}

    assert {grades[key] for key in foremost if key in grades} == {Grade.EXCELLENT}
    assert {year for _subject, year in grades} == {2021, 2022, 2023, 2024, 2025}
    assert Initiative.objects.filter(authors=None).count() == 0 < Initiative.objects.count()
    assert [model.objects.count() for model in (Discipline, OpenMatter, Absence)] == [1, 1, 1]


def test_its_papers_are_worded_as_an_office_words_them(demo):
    papers = [*Decision.objects.all(), *SubmissionLetter.objects.all(), *Session.objects.all()]
    posts = Post.objects.values_list("title", flat=True)

    assert not [
        paper.title for paper in papers if re.search(r"thưởng (xuất sắc|đột xuất)|tháng 0[3-9]", paper.title)
    ]
    assert all(decision.achievement.startswith("đã ") for decision in Decision.objects.all())
    assert not [title for title in posts if re.search(r"\b(TT|PTNT|THCS|UBND|HĐND)\b", title)]
    assert not Session.objects.filter(status=SessionStatus.CLOSED, tally_number=None)


def test_a_review_names_units_as_they_were_when_it_was_issued(demo):
    units = [
        row["name"]
        for review in MilestoneReview.objects.filter(issued_on__lt=REFORM)
        for table in review.figures["tables"]
        for row in table["rows"]
    ]

    assert "Xã Thạnh Nhựt" in units
    assert not [name for name in units if "nay thuộc" in name]


@pytest.mark.parametrize("code", ["H823", "H817", "T56"])
def test_each_plan_that_asks_for_inspection_has_exemplars_seen_on_the_spot(demo, code):
    rounds = InspectionRound.objects.filter(
        unit__code=code, plan__unit__code=code, plan__starts_on__year=2021
    )
    visits = Visit.objects.filter(round__in=rounds, status=VisitStatus.ACCEPTED).select_related("round")

    assert visits.exists()
    assert all(visit.round.members.filter(leads=True).exists() for visit in visits)


def test_each_of_the_five_plans_has_an_exemplar_with_a_plan_of_support(demo):
    supported = Exemplar.objects.filter(support_plans__isnull=False)

    assert {"H823", "H817", "T72", "T56", "TP156"} <= set(
        supported.values_list("plan__unit__code", flat=True)
    )


def test_every_account_has_the_one_password(demo):
    users = User.objects.filter(username__in=[account.username for account in ACCOUNTS])

    assert len(users) == len(ACCOUNTS)
    assert all(user.check_password(PASSWORD) for user in users)


@pytest.mark.parametrize(
    "model",
    [Nomination, Decision, Session, SubmissionLetter, Plan, Exemplar, InspectionRound, Visit],
    ids=lambda model: model.__name__,
)
def test_every_recorded_step_stands_in_the_table_of_moves(demo, model):
    steps = Event.objects.filter(content_type=ContentType.objects.get_for_model(model)).exclude(
        from_status=""
    )
    rows = steps.values_list("verb", "from_status", "to_status").distinct()

    wrong = [
        row
        for row in rows
        if row[1] not in model.MOVES[row[0]].sources or row[2] != model.MOVES[row[0]].target
    ]

    assert rows
    assert wrong == []


def test_the_last_step_of_every_dossier_is_its_state(demo):
    kind = ContentType.objects.get_for_model(Nomination)
    last = dict(
        Event.objects.filter(content_type=kind).order_by("at", "pk").values_list("object_id", "to_status")
    )

    states = dict(Nomination.objects.values_list("pk", "status"))

    assert {pk: status or "draft" for pk, status in last.items()} == states


def test_what_was_sent_up_is_decided_by_the_province_of_its_day_and_some_still_waits_there(demo):
    awarded = AwardEntry.objects.filter(award__code="BKT")
    deciders = set(awarded.values_list("decision__unit__name", flat=True))
    at_the_province = Nomination.objects.filter(holder__kind=UnitKind.PROVINCE)

    assert deciders == {"tỉnh Tiền Giang", "tỉnh Đồng Tháp"}
    assert set(at_the_province.values_list("status", flat=True)) >= {"forwarded", "on_agenda", "awarded"}


def test_a_dossier_that_waits_to_be_taken_in_has_no_day_for_an_answer(demo):
    waiting = Nomination.objects.filter(status__in=[NominationStatus.SUBMITTED, NominationStatus.FORWARDED])

    assert waiting
    assert not waiting.exclude(due_on=None)


def test_it_goes_into_an_empty_database_only(demo):
    with pytest.raises(NotEmpty):
        load_demo()


def test_the_names_of_the_demonstration_are_people_of_the_council_and_no_doubles(demo):
    names = list(
        User.objects.filter(username__in=[a.username for a in ACCOUNTS]).values_list("full_name", flat=True)
    )

    assert len(names) == len(set(names)) == len(ACCOUNTS)


def test_the_commune_has_a_blank_of_each_kind_ready_to_print_on(demo):
    blanks = Blank.objects.filter(unit__code="N28651")

    assert {blank.mode for blank in blanks} == set(BlankMode)
    assert all(blank.fields.filter(shown=True).count() >= 8 for blank in blanks)


def test_exemplars_live_their_whole_life(demo):
    stages = set(Exemplar.objects.values_list("status", flat=True))
    signs = {
        sign: Exemplar.objects.asking_for(sign).count()
        for sign in ("falling", "silent", "hindered", "awarded")
    }

    assert stages == set(Stage)
    assert all(signs.values())
    assert Event.objects.filter(verb__startswith="reopen_").exists()
    assert set(Exemplar.objects.values_list("plan__unit__code", flat=True).distinct()) >= {
        "H823", "H817", "T72", "T56", "TP156", "N28651",
    }  # fmt: skip


def test_every_exemplar_stands_where_its_trail_says(demo):
    for exemplar in Exemplar.objects.all():
        assert exemplar.way[-1][0] == exemplar.status, exemplar


def test_what_the_plans_asked_is_done_late_or_without_word_and_answered(demo):
    deadlines = Deadlines(LAST_DAY)
    rows = Assignment.objects.with_state(deadlines).order_by()
    answered = Assignment.objects.exclude(answered_by=None).get()

    assert set(rows.values_list("state", flat=True)) == set(AssignmentState)
    assert answered.answered_by.implements == answered.plan
    assert not rows.filter(done_on__isnull=False).exclude(reports__is_final=True).exists()


def test_people_were_reminded_and_urged_in_the_last_days(demo):
    messages = Message.objects.all()

    assert set(messages.values_list("kind", flat=True)) == set(MessageKind)
    assert messages.latest("day").day <= LAST_DAY
    assert messages.unread().filter(to__username="canbo").exists()
