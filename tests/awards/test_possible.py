"""What a person, or everybody in a unit, could be proposed for this year."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awards.eligibility import Verdict, findings
from awards.eligibility.possible import possibilities, proposable
from exemplars.models import Subject
from law.models import AwardType, Grade, SubjectKind
from tests.factories import (
    AwardEntryFactory,
    InitiativeFactory,
    MembershipFactory,
    SubjectFactory,
    YearlyEvaluationFactory,
)

pytestmark = pytest.mark.django_db

ON = datetime.date(2024, 12, 20)
MOST_QUERIES = 40


@pytest.fixture(autouse=True)
def in_december(settings, law):
    settings.PORTAL_TODAY = f"{ON}"


@pytest.fixture
def worked(place):
    """worked(grade, **facts): a person of the commune whose year was so evaluated, or not at all."""

    def make(grade=None, **facts):
        person = SubjectFactory(unit=place.commune, **facts)
        if grade:
            YearlyEvaluationFactory(subject=person, year=2024, grade=grade)
        return person

    return make


def verdicts(whom, code):
    award = AwardType.objects.get(code=code)
    return {one.subject: one.verdict for one in possibilities(whom, [award], 2024, ON)}


def test_each_of_a_unit_is_told_by_what_is_known_of_the_year(worked):
    good, poor, new = worked(Grade.WELL), worked(Grade.NOT_MET), worked()

    assert verdicts(Subject.objects.all(), "LDTT") == {
        good: Verdict.PASS,
        poor: Verdict.FAIL,
        new: Verdict.UNKNOWN,
    }


def test_it_says_of_a_dossier_what_the_appraiser_is_told(appraised):
    nomination = appraised("LDTT", year=2024, received_on=ON)
    nomination.achieved_from, nomination.achieved_to = datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)
    YearlyEvaluationFactory(subject=nomination.subject, year=2024, grade=Grade.WELL)

    (told,) = possibilities(Subject.objects.filter(pk=nomination.subject.pk), [nomination.award], 2024, ON)

    of_dossier = {found.rule: found.verdict for found in findings(nomination, ON)}
    assert {found.rule: found.verdict for found in told.findings}.items() <= of_dossier.items()


def test_awards_that_are_only_recorded_or_given_now_and_then_are_not_offered():
    codes = {award.code for award in proposable([SubjectKind.PERSON], ON)}

    assert {"LDTT", "CSTDCS", "CSTDT"} <= codes
    assert not codes & {"GKX", "BKTTG", "CSTDTQ", "GDVH", "TTLDTT"}


def test_a_whole_unit_asks_as_many_queries_as_one_person(worked, place):
    def asked(code):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            verdicts(Subject.objects.order_by("name_key", "pk"), code)
        return len(queries)

    def more(number):
        for n in range(number):
            person = worked(Grade.EXCELLENT)
            AwardEntryFactory(
                subject=person,
                award=AwardType.objects.get(code="LDTT"),
                period_from=datetime.date(2023, 1, 1),
                period_to=datetime.date(2023, 12, 31),
            )
            InitiativeFactory(authors=[person])
            team = SubjectFactory(unit=place.commune, kind=SubjectKind.COLLECTIVE, name=f"Tổ {n}")
            MembershipFactory(collective=team, person=person, year=2024)

    more(1)
    few = asked("CSTDCS"), asked("TTLDTT")
    more(6)

    assert (asked("CSTDCS"), asked("TTLDTT")) == few
    assert max(few) <= MOST_QUERIES


class TestPages:
    def test_the_unit_is_counted_and_narrowed_to_one_verdict(self, client, officer, worked):
        good, poor = worked(Grade.WELL, name="Lê Thị Giỏi"), worked(Grade.NOT_MET, name="Trần Văn Kém")
        client.force_login(officer)
        asked = {"award": AwardType.objects.get(code="LDTT").pk, "year": 2024}

        everybody = client.get(reverse("awards:possible"), asked)
        failed = client.get(reverse("awards:possible"), asked | {"verdict": "fail"})

        assert dict(everybody.context["counts"])[Verdict.PASS] == 1
        assert good.name in everybody.text
        assert [one.subject for one in failed.context["page_obj"]] == [poor]

    def test_who_could_be_proposed_is_one_click_from_a_dossier_with_subject_and_award(
        self, client, officer, worked
    ):
        person, award = worked(Grade.WELL), AwardType.objects.get(code="LDTT")
        client.force_login(officer)

        page = client.get(reverse("awards:possible"), {"award": award.pk, "year": 2024})
        link = f"{reverse('exemplars:nomination-new')}?subject={person.pk}&award={award.pk}"
        form = client.get(link).context["form"]

        assert link.replace("&", "&amp;") in page.text
        assert (form["award"].value(), form["subject"].value()) == (f"{award.pk}", person.pk)

    def test_a_foreign_unit_is_not_looked_into(self, client, officer, place):
        client.force_login(officer)

        page = client.get(reverse("awards:possible"), {"unit": place.foreign.pk})

        assert page.context["form"].errors.keys() == {"unit"}
        assert page.context["page_obj"].paginator.count == 0

    def test_one_person_is_told_of_every_award_in_twelve_queries(
        self, client, officer, worked, django_assert_max_num_queries
    ):
        person = worked(Grade.WELL)
        alone = Subject.objects.filter(pk=person.pk)
        awards = proposable([SubjectKind.PERSON], ON)
        with django_assert_max_num_queries(12):
            possibilities(alone, awards, 2024, ON)
        client.force_login(officer)

        page = client.get(reverse("awards:possible-of", args=[person.pk]))

        assert "Lao động tiên tiến: đạt." in page.text
        assert "Chiến sĩ thi đua cơ sở" in page.text
