"""Findings at each step of a dossier: what they stop, how the office answers them, what is kept of them."""

import datetime

import pytest
from django.urls import reverse

from awards.eligibility import Level, Verdict
from awards.judging import answer_finding, is_open, judged, told
from awards.models import Answer, Judgement, Step
from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import NominationStatus
from exemplars.services import appraise
from law.models import AwardType, Certainty, Grade, MeritKind, Standard
from organizations.access import Desk
from reports.papers import appraisal
from tests.factories import AwardEntryFactory, YearlyEvaluationFactory

pytestmark = pytest.mark.django_db

RECEIVED = NominationStatus.RECEIVED


@pytest.fixture(autouse=True)
def in_march(settings):
    settings.PORTAL_TODAY = "2024-03-20"


@pytest.fixture
def office(standing):
    return Desk(standing)


@pytest.fixture
def doubtful(appraised):
    """An advanced worker whose year was not good enough: a warning."""
    nomination = appraised("LDTT", status=RECEIVED)
    YearlyEvaluationFactory(subject=nomination.subject, year=2023, grade=Grade.NOT_MET)
    return nomination


@pytest.fixture
def forbidden(appraised):
    """A fighter of the base who was no advanced worker: a block."""
    return appraised("CSTDCS", status=RECEIVED)


@pytest.fixture
def uncertain(forbidden):
    """The same, by a row of law that nobody has read in its text."""
    Standard.objects.filter(award=forbidden.award).update(certainty=Certainty.RECALLED_MEDIUM)
    return forbidden


def finding(nomination, rule):
    return next(found for found, _answer in judged(nomination) if found.rule == rule)


def conclude(nomination, desk):
    appraise(nomination, desk=desk, eligible=True, opinion="Đủ.")


def test_a_rule_that_is_not_met_wants_a_written_reason(doubtful, office):
    with pytest.raises(TransitionError, match="Hãy ghi lý do cho điểm chưa đạt"):
        conclude(doubtful, office)
    assert (doubtful.status, Judgement.objects.count()) == (RECEIVED, 0)

    answer_finding(doubtful, finding(doubtful, "R32"), desk=office, reason="Có đóng góp lớn cho phong trào.")
    conclude(doubtful, office)

    assert doubtful.status == NominationStatus.APPRAISED
    (kept,) = [found for found in doubtful.judgements.get().findings if found["rule"] == "R32"]
    assert (kept["answer"]["reason"], kept["answer"]["by"]) == (
        "Có đóng góp lớn cho phong trào.",
        f"{office.user}",
    )


def test_what_cannot_be_told_need_not_be_answered(appraised, office):
    nomination = appraised("GKH", merit=MeritKind.MOVEMENT, status=RECEIVED)

    conclude(nomination, office)

    assert nomination.status == NominationStatus.APPRAISED


def test_a_list_for_public_opinion_may_still_be_up_when_the_appraisal_ends(appraised):
    found = finding(appraised("GDVH", kind="household", status=RECEIVED), "R22")

    assert (found.verdict, is_open(found, None)) == (Verdict.FAIL, False)


def test_a_block_of_certain_law_stops_head_and_office_and_is_not_lifted(forbidden, place, head, office):
    block = finding(forbidden, "R04")

    with pytest.raises(TransitionError, match="không gỡ được"):
        answer_finding(forbidden, block, desk=office, reason="Xin xét.", citation="Quy chế")
    with pytest.raises(TransitionError, match=f"Căn cứ: {block.citation}"):
        conclude(forbidden, office)
    forbidden.status = NominationStatus.READY
    forbidden.save()
    with pytest.raises(TransitionError, match=f"Căn cứ: {block.citation}"):
        forbidden.move("submit", desk=Desk(head), holder=place.district)


def test_a_block_of_uncertain_law_goes_to_the_office_which_lifts_it_by_a_text(uncertain, place, head, office):
    uncertain.status = NominationStatus.READY
    uncertain.save()
    uncertain.move("submit", desk=Desk(head), holder=place.district)
    uncertain.move("receive", desk=office)
    with pytest.raises(TransitionError):
        conclude(uncertain, office)

    answer_finding(uncertain, finding(uncertain, "R04"), desk=office, reason="Được phép.", citation="CV 12")
    conclude(uncertain, office)

    assert [one.step for one in uncertain.judgements.all()] == [Step.SUBMITTED, Step.APPRAISED]
    assert uncertain.history.filter(verb="answer").get().label == "Gỡ điểm chặn"


def test_an_answer_lapses_when_the_facts_change(uncertain, office):
    answer_finding(uncertain, finding(uncertain, "R04"), desk=office, reason="Được phép.", citation="CV 12")

    AwardEntryFactory(
        subject=uncertain.subject,
        award=AwardType.objects.get(code="LDTT"),
        period_from=datetime.date(2023, 1, 1),
        period_to=datetime.date(2023, 12, 31),
    )

    assert [answer for found, answer in judged(uncertain) if found.rule == "R04"] == [None]


def test_who_refuses_needs_no_answers_and_what_was_found_is_kept(forbidden, office):
    appraise(forbidden, desk=office, eligible=False, opinion="Chưa có danh hiệu của năm.")

    found = forbidden.judgements.get().findings
    assert [one["level"] for one in found if one["rule"] == "R04"] == [Level.BLOCK]


def test_later_law_and_facts_change_nothing_of_what_was_kept(doubtful, office):
    answer_finding(doubtful, finding(doubtful, "R32"), desk=office, reason="Có đóng góp lớn.")
    conclude(doubtful, office)
    kept = doubtful.judgements.get().findings

    Standard.objects.update(citation="Luật mới", certainty=Certainty.LOCAL)
    doubtful.subject.evaluations_by_year.update(grade=Grade.EXCELLENT)

    assert told(doubtful, Step.APPRAISED, today()) == kept
    assert told(doubtful, Step.COUNCIL, today()) != kept


def test_the_reason_prints_on_the_sheet(doubtful, office):
    answer_finding(doubtful, finding(doubtful, "R32"), desk=office, reason="Có đóng góp lớn.")
    conclude(doubtful, office)

    rules = appraisal.of_nomination(doubtful).rules

    assert [words.endswith("Lý do: Có đóng góp lớn.") for words, *_ in rules].count(True) == 1


class TestPages:
    def url(self, nomination, rule):
        return reverse("awards:answer", args=[nomination.pk, finding(nomination, rule).key])

    def test_the_office_writes_its_reason_beside_the_finding(self, client, standing, doubtful):
        client.force_login(standing)
        url = self.url(doubtful, "R32")

        assert url in client.get(reverse("awards:checks", args=[doubtful.pk])).text
        client.post(url, {"reason": "Có đóng góp lớn."})

        assert "Có đóng góp lớn." in client.get(reverse("awards:checks", args=[doubtful.pk])).text
        assert Answer.objects.get().lifts is False

    def test_lifting_asks_for_a_text_and_keeps_what_was_typed(self, client, standing, uncertain):
        client.force_login(standing)

        page = client.post(self.url(uncertain, "R04"), {"reason": "Được phép."})

        assert page.status_code == 422
        assert page.context["form"].errors == {"citation": ["Gỡ điểm chặn phải ghi căn cứ."]}
        assert "Được phép." in page.text

    def test_a_finding_that_is_met_has_nothing_to_answer(self, client, standing, doubtful):
        client.force_login(standing)

        assert client.get(self.url(doubtful, "R01")).status_code == 404

    def test_what_was_kept_is_read_by_who_sees_the_dossier(self, client, officer, office, doubtful):
        answer_finding(doubtful, finding(doubtful, "R32"), desk=office, reason="Có đóng góp lớn.")
        conclude(doubtful, office)
        client.force_login(officer)

        page = client.get(doubtful.judgements.get().get_absolute_url())

        assert "Có đóng góp lớn." in page.text
        assert "Khi thẩm định ngày 20/03/2024" in page.text
