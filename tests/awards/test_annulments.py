"""Awards taken back: what a paper that annulls them may name, and what follows from its issue."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import hypothesis.strategies as st
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings

from awards import annulments, decisions
from awards.eligibility import findings
from awards.models import Annulment, AnnulmentStatus, AwardEntry, Decision, DecisionStatus, Ground
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus
from organizations.access import Desk
from organizations.models import IssuedNumber, Role
from organizations.reform import end_unit
from organizations.signing import sign
from reports.figures import Outcome, dossiers
from tests.factories import MilestoneReviewFactory, PostFactory, UnitFactory
from tests.reports.stories import plan_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 5, 20)


@pytest.fixture
def awarded(passed, place, standing, chairman, clerk):
    """awarded(*nominations): the issued decision that gives them what they were proposed for."""

    def make(*nominations):
        passed(*nominations)
        chosen = decisions.groups(
            decisions.decidable(place.district).filter(pk__in=[n.pk for n in nominations])
        )
        decision = decisions.draft_decision(place.district, chosen, desk=Desk(standing))
        decisions.submit_decision(decision, desk=Desk(standing))
        sign(decision, desk=Desk(chairman))
        decisions.issue_decision(decision, desk=Desk(clerk))
        return decision

    return make


@pytest.fixture
def draft(standing):
    """draft(decision, *names): a draft that takes back what these were given, or all of it."""

    def make(decision, *names):
        entries = annulments.annullable(decision)
        chosen = list(entries.filter(name__in=names) if names else entries)
        annulment = Annulment(
            **annulments.proposed(decision), ground=Ground.DECEIT, reasons="Ông A kê khai không đúng."
        )
        return annulments.begin_annulment(annulment, chosen, desk=Desk(standing))

    return make


@pytest.fixture
def signed(draft, standing, chairman):
    def make(decision, *names):
        annulment = draft(decision, *names)
        annulments.submit_annulment(annulment, desk=Desk(standing))
        sign(annulment, desk=Desk(chairman))
        return annulment

    return make


@pytest.fixture
def issued(signed, clerk):
    def make(decision, *names):
        annulment = signed(decision, *names)
        annulments.issue_annulment(annulment, desk=Desk(clerk))
        return annulment

    return make


def test_a_draft_proposes_what_it_annuls_by_which_law_and_what_is_returned(awarded, draft, appraised):
    annulment = draft(awarded(appraised()))

    assert (
        annulment.title == "Về việc hủy bỏ khen thưởng tại Quyết định số 01/QĐ-UBND ngày 20 tháng 5 năm 2024"
    )
    assert (
        annulment.legal_bases.splitlines()[1] == "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
    )
    assert annulment.recovery.endswith("trong thời hạn 15 ngày kể từ ngày nhận được Quyết định này")


def test_until_it_is_issued_nothing_is_taken_back(awarded, signed, appraised):
    nomination = appraised()
    decision = awarded(nomination)

    signed(decision)

    nomination.refresh_from_db()
    assert (AwardEntry.objects.counting().count(), nomination.status) == (1, NominationStatus.AWARDED)
    assert Decision.objects.get().status == DecisionStatus.ISSUED


def test_part_of_a_decision_is_annulled_and_the_rest_stands(awarded, issued, appraised, clerk):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))

    annulment = issued(decision, "Lê Thị An")

    decision.refresh_from_db()
    gone, kept = AwardEntry.objects.order_by("name")
    told = f"Quyết định số {annulment.reference}"
    assert annulment.reference == "02/QĐ-UBND ngày 20/5/2024"
    assert (gone.annulled_on, gone.annulled_by, kept.annulled_on) == (DAY, annulment, None)
    assert [n.status for n in Nomination.objects.order_by("name")] == ["annulled", "awarded"]
    event = gone.nomination.history.last()
    assert (event.verb, event.to_status, event.note, event.by) == ("annul", "annulled", told, clerk)
    assert decision.status == DecisionStatus.ISSUED
    assert (decision.history.last().verb, decision.number.remarks) == (
        "annul_part",
        f"Hủy bỏ một phần theo {told}",
    )


def test_a_decision_of_which_nothing_is_left_is_annulled_itself(awarded, issued, appraised):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))

    issued(decision, "Lê Thị An")
    last = issued(decision, "Trần Văn Ba")

    decision.refresh_from_db()
    assert decision.status == DecisionStatus.ANNULLED
    assert (decision.history.last().verb, decision.history.last().note) == (
        "annul",
        f"Quyết định số {last.reference}",
    )
    assert not annulments.annullable(decision).exists()


def test_what_was_annulled_counts_nowhere_and_may_be_given_again(awarded, issued, appraised):
    first = appraised()
    issued(awarded(first))
    again = appraised(subject=first.subject)

    assert [finding.rule for finding in findings(again) if finding.level == "block"] == []
    awarded(again)

    assert [entry.nomination for entry in AwardEntry.objects.counting()] == [again]


def test_a_review_counts_an_annulled_dossier_as_dropped(awarded, issued, appraised, place):
    plan = plan_of(place.district)
    nomination = appraised(plan=plan)
    nomination.stays.update(arrived_on=datetime.date(2024, 5, 1))
    issued(awarded(nomination))

    review = MilestoneReviewFactory(
        milestone__plan=plan, period_from=datetime.date(2024, 1, 1), period_to=datetime.date(2024, 12, 31)
    )

    assert dossiers(review).get().outcome == Outcome.DROPPED


def test_an_award_stands_on_one_paper_at_most(awarded, draft, appraised, standing):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))
    taken = list(annulments.annullable(decision))
    draft(decision, "Lê Thị An")
    other = Annulment(**annulments.proposed(decision), ground=Ground.DECEIT, reasons="Khác")

    with pytest.raises(TransitionError, match="vừa được đưa vào dự thảo khác"):
        annulments.begin_annulment(other, taken, desk=Desk(standing))

    assert Annulment.objects.count() == 1


def test_a_dropped_draft_frees_its_awards_and_keeps_their_names(awarded, draft, appraised, standing):
    decision = awarded(appraised(name="Lê Thị An"))
    annulment = draft(decision)

    annulments.drop_annulment(annulment, desk=Desk(standing), note="Soạn nhầm")

    assert annulments.annullable(decision).count() == 1
    assert annulment.history.last().data["items"][0].startswith("Lê Thị An: ")


def test_an_empty_list_is_not_submitted(awarded, draft, appraised, standing):
    annulment = draft(awarded(appraised()))
    annulment.items.all().delete()

    with pytest.raises(TransitionError, match="còn trống"):
        annulments.submit_annulment(annulment, desk=Desk(standing))


def test_a_decision_that_is_not_issued_is_not_annulled(awarded, appraised, standing, draft):
    decision = awarded(appraised())
    Decision.objects.filter(pk=decision.pk).update(status=DecisionStatus.SIGNED)

    with pytest.raises(TransitionError, match="không hủy bỏ được nữa"):
        draft(Decision.objects.get(pk=decision.pk))


def test_a_second_press_gives_no_second_number(awarded, signed, appraised, clerk):
    annulment = signed(awarded(appraised()))
    same = Annulment.objects.get(pk=annulment.pk)
    annulments.issue_annulment(annulment, desk=Desk(clerk))

    with pytest.raises(TransitionError):
        annulments.issue_annulment(same, desk=Desk(clerk))

    assert IssuedNumber.objects.filter(series__symbol="QĐ-UBND").count() == 2


def test_a_dossier_that_moved_meanwhile_stops_the_paper_whole(awarded, signed, appraised, clerk):
    nomination = appraised(name="Lê Thị An")
    annulment = signed(awarded(nomination))
    Nomination.objects.filter(pk=nomination.pk).update(status=NominationStatus.WITHDRAWN)

    with pytest.raises(TransitionError, match="Lê Thị An"):
        annulments.issue_annulment(annulment, desk=Desk(clerk))

    assert Annulment.objects.get().status == AnnulmentStatus.SIGNED
    assert AwardEntry.objects.counting().count() == 1


def test_the_office_that_took_over_annuls_what_the_old_one_gave(awarded, appraised, place, settings):
    decision = awarded(appraised())
    day = datetime.date(2025, 7, 1)
    settings.PORTAL_TODAY = day.isoformat()
    commune = UnitFactory(parent=place.province, name="xã Đổi Mới", starts_on=day)
    end_unit(place.district, day, [commune], subtree=True)
    standing, chairman, clerk = (
        Desk(PostFactory(unit=commune, role=role, starts_on=day).user)
        for role in (Role.STANDING, Role.CHAIRMAN, Role.CLERK)
    )
    annulment = Annulment(**annulments.proposed(decision), ground=Ground.VIOLATION, reasons="Có vi phạm")

    annulments.begin_annulment(annulment, annulments.annullable(decision), desk=standing)
    annulments.submit_annulment(annulment, desk=standing)
    sign(annulment, desk=chairman)
    annulments.issue_annulment(annulment, desk=clerk)

    decision.refresh_from_db()
    assert (annulment.unit, decision.status) == (commune, DecisionStatus.ANNULLED)


PEOPLE = ["officer", "standing", "chairman", "clerk", "stranger"]
ACTS = {
    "submit": lambda paper, desk: annulments.submit_annulment(paper, desk=desk),
    "give_back": lambda paper, desk: paper.move("give_back", desk=desk, note="Sửa"),
    "sign": lambda paper, desk: sign(paper, desk=desk),
    "issue": lambda paper, desk: annulments.issue_annulment(paper, desk=desk),
    "drop": lambda paper, desk: annulments.drop_annulment(paper, desk=desk, note="Thôi"),
}


@given(st.lists(st.tuples(st.sampled_from(list(ACTS)), st.sampled_from(PEOPLE)), max_size=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_people_press_awards_count_until_the_paper_is_issued(
    request, awarded, draft, appraised, presses
):
    decision = awarded(appraised())
    annulment = draft(decision)
    for verb, who in presses:
        before = annulment.status
        move, events = Annulment.MOVES[verb], annulment.history.count()
        try:
            ACTS[verb](annulment, Desk(request.getfixturevalue(who)))
            made = True
        except TransitionError:
            made = False
        annulment = Annulment.objects.get(pk=annulment.pk)
        assert annulment.status == (move.target if made else before)
        assert not made or before in move.sources
        assert annulment.history.count() == events + made
        counts = decision.entries.counting().exists()
        assert counts == (annulment.status != AnnulmentStatus.ISSUED)
        assert Decision.objects.get(pk=decision.pk).status == ("issued" if counts else "annulled")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_clerks_who_press_at_once_annul_once_and_lose_no_number(awarded, signed, appraised, clerk):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))
    pks = [signed(decision, name).pk for name in ("Lê Thị An", "Trần Văn Ba")]

    def press(pk):
        try:
            annulments.issue_annulment(Annulment.objects.get(pk=pk), desk=Desk(clerk))
        except TransitionError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as clerks:
        done = list(clerks.map(press, pks * 2))

    assert sum(done) == 2
    assert sorted(n.number for n in IssuedNumber.objects.filter(series__symbol="QĐ-UBND")) == [1, 2, 3]
    assert not AwardEntry.objects.counting().exists()
    assert Decision.objects.get().status == DecisionStatus.ANNULLED


# --- Pages ------------------------------------------------------------------------------------------


def typed(annulment, **changes):
    data = {"scope": "all", "ground": "deceit", "version": annulment.version}
    names = ("title", "reasons", "recovery", "legal_bases", "executors", "recipients")
    return data | {name: getattr(annulment, name) for name in names} | changes


def test_a_decision_is_annulled_from_its_own_page(as_, awarded, appraised, standing):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))
    page = as_(standing).get(decision.get_absolute_url())
    assert page.context["annuls"]
    address = f"{decision.get_absolute_url()}huy-bo/"
    form = as_(standing).get(address).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    chosen = form.fields["entries"].queryset.get(name="Lê Thị An")

    empty = as_(standing).post(address, data | {"scope": "some", "entries": [], "ground": "deceit"})
    made = as_(standing).post(
        address,
        data | {"scope": "some", "entries": [chosen.pk], "ground": "deceit", "reasons": "Kê khai sai"},
    )

    annulment = Annulment.objects.get()
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, {"entries", "reasons"})
    assert made.url == annulment.get_absolute_url()
    assert [item.entry for item in annulment.items.all()] == [chosen]


def test_the_list_of_a_draft_is_changed_and_the_second_to_save_is_told(
    as_, awarded, draft, appraised, standing
):
    decision = awarded(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"))
    annulment = draft(decision, "Lê Thị An")
    address = f"{annulment.get_absolute_url()}sua/"

    first = as_(standing).post(address, typed(annulment))
    second = as_(standing).post(address, typed(annulment, reasons="Một lý do khác"))

    assert (first.status_code, second.status_code, annulment.items.count()) == (302, 422, 2)
    assert Annulment.objects.get().reasons == "Ông A kê khai không đúng."


def test_every_page_says_that_an_award_was_annulled(as_, awarded, issued, appraised, clerk):
    nomination = appraised(name="Lê Thị An")
    decision = awarded(nomination, appraised(name="Trần Văn Ba"))
    annulment = issued(decision, "Lê Thị An")
    browser = as_(clerk)

    paper = browser.get(decision.get_absolute_url())
    register = browser.get("/so-khen-thuong/", {"annulled": "co"})
    subject = browser.get(f"/so-khen-thuong/cua/{nomination.subject_id}/")

    assert "1 khen thưởng trong danh sách đã bị hủy bỏ" in paper.text
    assert list(paper.context["annulments"]) == [annulment]
    assert [row.record.name for row in register.context["table"].rows] == ["Lê Thị An"]
    assert register.context["total"] == 0
    assert "Đã hủy bỏ" in register.text
    assert f"Quyết định {annulment.number_text}" in subject.text


def test_the_clerk_issues_it_by_the_button(as_, awarded, signed, appraised, clerk):
    annulment = signed(awarded(appraised()))

    as_(clerk).post(f"{annulment.get_absolute_url()}buoc/issue/")

    assert Annulment.objects.get().status == AnnulmentStatus.ISSUED


def test_all_awards_annulled_or_in_a_draft_leave_nothing_to_annul(as_, awarded, draft, appraised, standing):
    decision = awarded(appraised())
    draft(decision)

    response = as_(standing).get(f"{decision.get_absolute_url()}huy-bo/")

    assert response.url == decision.get_absolute_url()
    assert not as_(standing).get(decision.get_absolute_url()).context["annuls"]
