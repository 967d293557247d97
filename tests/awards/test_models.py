import datetime

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories import (
    AgendaItemFactory,
    AnnulmentFactory,
    AnswerFactory,
    AwardEntryFactory,
    DecisionFactory,
    OpinionItemFactory,
    OpinionListFactory,
    ReviewFactory,
    ScoreFactory,
    SessionFactory,
    SessionMemberFactory,
    SubmissionLetterFactory,
    TallyFactory,
    UnitFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DAY = datetime.date(2024, 5, 2)


def twice(factory, *same):
    """A second row that is the same as the first in the fields named."""

    def make():
        first = factory()
        return factory.build(**{name: getattr(first, name) for name in same})

    return make


def a_session_that_ends_before_it_starts():
    session = SessionFactory()
    session.ended_at = session.held_at - datetime.timedelta(hours=1)
    return session


def a_tally(**facts):
    def make():
        tally = TallyFactory()
        for name, value in facts.items():
            setattr(tally, name, value)
        return tally

    return make


def a_tally_confirmed_by_who_entered_it():
    tally = TallyFactory()
    tally.confirmed_by = tally.entered_by
    return tally


def an_entry_for_the_same_achievement():
    first = AwardEntryFactory()
    same = ("subject", "award", "period_from", "period_to", "merit", "name", "decision", "awarded_on")
    second = AwardEntryFactory()
    for name in same:
        setattr(second, name, getattr(first, name))
    return second


def an_answer_that_lifts_without_a_text():
    answer = AnswerFactory()
    answer.lifts = True
    return answer


def a_decision(**facts):
    def make():
        decision = DecisionFactory()
        for name, value in facts.items():
            setattr(decision, name, value)
        return decision

    return make


def an_opinion_list(**facts):
    return lambda: OpinionListFactory.build(unit=UnitFactory(), **facts)


def issued_without_number(factory):
    def make():
        paper = factory()
        paper.status = "issued"
        return paper

    return make


BROKEN = {
    "session_ends_after_it_starts": a_session_that_ends_before_it_starts,
    "session_member_once": twice(SessionMemberFactory, "session", "user"),
    "agenda_item_once": twice(AgendaItemFactory, "session", "nomination"),
    "finding_answered_once": twice(AnswerFactory, "nomination", "key", "by"),
    "lifting_has_a_citation": an_answer_that_lifts_without_a_text,
    "tally_returned_within_handed_out": a_tally(returned=10, valid=10),
    "tally_returned_is_valid_and_invalid": a_tally(invalid=1),
    "tally_confirmed_by_the_other_teller": a_tally_confirmed_by_who_entered_it,
    "review_once": twice(ReviewFactory, "item", "user"),
    "score_once": twice(ScoreFactory, "review", "criterion"),
    "decision_period_in_order": a_decision(period_to=DAY, period_from=DAY + datetime.timedelta(1)),
    "issued_decision_has_number_and_date": a_decision(status="issued"),
    "one_award_for_one_achievement": an_entry_for_the_same_achievement,
    "issued_letter_has_number_and_date": issued_without_number(SubmissionLetterFactory),
    "opinion_list_closes_after_it_opens": an_opinion_list(opens_on=DAY, closes_on=DAY),
    "posted_opinion_list_has_its_days": an_opinion_list(status="posted"),
    "closed_opinion_list_has_its_end": an_opinion_list(
        status="closed", opens_on=DAY, closes_on=DAY + datetime.timedelta(7)
    ),
    "opinion_item_once": twice(OpinionItemFactory, "opinion_list", "nomination"),
    "issued_annulment_has_number_and_date": issued_without_number(AnnulmentFactory),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_constraint_holds_in_the_database_and_says_so_in_vietnamese(name):
    record = BROKEN[name]()
    constraint = next(c for c in type(record)._meta.constraints if c.name == name)

    with pytest.raises(ValidationError) as told:
        constraint.validate(type(record), record)
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()

    assert told.value.messages == [constraint.violation_error_message]


def test_every_constraint_of_the_app_is_broken_here():
    models = apps.get_app_config("awards").get_models()
    named = {constraint.name for model in models for constraint in model._meta.constraints}

    assert named == set(BROKEN)


def test_an_annulled_award_leaves_room_for_another():
    entry = an_entry_for_the_same_achievement()
    type(entry).objects.exclude(pk=entry.pk).update(annulled_on=DAY)

    entry.save()

    assert type(entry).objects.counting().get() == entry


def test_a_review_of_another_member_stays_unread_before_ones_own_is_in():
    review, reader = ReviewFactory(sent_at=datetime.datetime(2024, 5, 2, tzinfo=datetime.UTC)), UserFactory()

    assert list(type(review).objects.readable_by(reader, review.item)) == []
