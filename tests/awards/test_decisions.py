import datetime
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.urls import reverse

from awards import decisions
from awards.models import AwardEntry, Decision, DecisionStatus
from core.workflow import TransitionError
from exemplars.models import Nomination, NominationStatus
from law.models import MeritKind, SubjectKind
from organizations.access import Desk
from organizations.models import IssuedNumber, Role
from organizations.signing import sign
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db


def decision_numbers():
    return IssuedNumber.objects.filter(series__symbol="QĐ-UBND")


@pytest.fixture
def draft(passed, place, standing):
    """draft(*nominations): the decision that names them, as it was proposed."""

    def make(*nominations):
        passed(*nominations)
        found = decisions.groups(decisions.decidable(place.district))
        return decisions.draft_decision(place.district, found, desk=Desk(standing))

    return make


@pytest.fixture
def signed(draft, standing, chairman):
    def make(*nominations):
        decision = draft(*nominations)
        decisions.submit_decision(decision, desk=Desk(standing))
        sign(decision, desk=Desk(chairman))
        return decision

    return make


def test_only_what_passed_and_this_office_may_grant_is_offered(passed, appraised, place):
    own, above = appraised("GKH"), appraised("BKT")
    appraised("GKH")
    passed(own, above)

    assert list(decisions.decidable(place.district)) == [own]


def test_the_districts_power_is_gone_on_the_first_of_july_2025(passed, appraised, place):
    passed(appraised("GKH"))

    days = [datetime.date(2025, 6, 30), datetime.date(2025, 7, 1)]
    assert [decisions.decidable(place.district, day).count() for day in days] == [1, 0]


def test_what_was_chosen_twice_is_drafted_once(draft, appraised, place, standing):
    first = draft(appraised())
    stale = [
        decisions.Group(item.nomination.award, first.merit, (item.nomination,)) for item in first.items.all()
    ]

    with pytest.raises(TransitionError, match="vừa được đưa vào dự thảo khác"):
        decisions.draft_decision(place.district, stale, desk=Desk(standing))

    assert list(Decision.objects.all()) == [first]


def test_dossiers_are_grouped_by_award_and_merit(passed, appraised, place):
    one, other, sudden = appraised(), appraised(), appraised(merit=MeritKind.EXCEPTIONAL)
    passed(one, other, sudden)

    found = decisions.groups(decisions.decidable(place.district))

    assert [(g.merit, g.nominations) for g in found] == [
        (MeritKind.MOVEMENT, (one, other)),
        (MeritKind.EXCEPTIONAL, (sudden,)),
    ]


def test_a_decision_rewards_merit_of_one_kind(passed, appraised, place, standing):
    passed(appraised(), appraised(merit=MeritKind.EXCEPTIONAL))
    found = decisions.groups(decisions.decidable(place.district))

    with pytest.raises(TransitionError, match="một loại hình"):
        decisions.draft_decision(place.district, found, desk=Desk(standing))


def test_a_draft_proposes_period_bases_and_an_order_by_kind_and_name(draft, appraised):
    decision = draft(
        appraised(name="Trần Văn Út", achieved_from=datetime.date(2022, 1, 1)),
        appraised(name="Lê Thị An"),
        appraised(name="Ấp Một", kind=SubjectKind.COLLECTIVE),
    )

    assert [str(line) for line in decision.items.all()] == ["Ấp Một", "Lê Thị An", "Trần Văn Út"]
    assert (decision.period_from, decision.period_to) == (
        datetime.date(2022, 1, 1),
        datetime.date(2023, 12, 31),
    )
    assert "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ" in decision.legal_bases


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("GKH", "Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện Gò Thử"),
        ("LDTT", "Về việc tặng danh hiệu “Lao động tiên tiến”"),
    ],
)
def test_a_draft_is_titled_as_the_office_gives_its_award(draft, appraised, code, title):
    assert draft(appraised(code)).title == title


def test_a_draft_cites_the_meeting_that_passed_its_dossiers(draft, appraised):
    decision = draft(appraised())

    assert decision.legal_bases.splitlines()[-1] == (
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng huyện Gò Thử "
        "tại Biên bản họp số 01/BB-HĐTĐKT ngày 20 tháng 5 năm 2024."
    )


def test_the_reason_is_that_of_the_one_or_what_all_share(draft, appraised):
    one = draft(appraised(summary="đã cứu người bị nạn trên sông"))
    several = draft(appraised(summary="đã hiến đất"), appraised(summary="đã nuôi heo giỏi"))

    assert one.achievement == "đã cứu người bị nạn trên sông"
    assert several.achievement == "đã có thành tích xuất sắc trong phong trào thi đua năm 2023"


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        (None, "2023-06-30", ("2023-01-01", "2023-06-30")),
        ("2023-03-01", None, ("2023-03-01", "2024-12-31")),
        (None, None, ("2024-01-01", "2024-12-31")),
    ],
)
def test_a_dossier_without_period_takes_the_year(draft, appraised, start, end, period):
    start, end, *wanted = (day and datetime.date.fromisoformat(day) for day in (start, end, *period))

    decision = draft(appraised(achieved_from=start, achieved_to=end))

    assert [decision.period_from, decision.period_to] == wanted


def test_a_dossier_on_a_draft_is_offered_to_no_other(draft, appraised, place):
    draft(appraised())

    assert not decisions.decidable(place.district).exists()


def test_lines_are_put_in_order_and_taken_off(draft, appraised, standing, place):
    decision = draft(appraised(name="Lê Thị An"), appraised(name="Trần Văn Ba"), appraised(name="Võ Văn Cư"))
    an, ba, cu = decision.items.all()

    decisions.arrange_lines(
        decision, orders={an.pk: 3, ba.pk: 2, cu.pk: 1}, removed=[ba.pk], desk=Desk(standing)
    )

    assert [str(line) for line in decision.items.all()] == ["Võ Văn Cư", "Lê Thị An"]
    assert [str(n) for n in decisions.addable(decision)] == ["Trần Văn Ba"]


def test_a_dropped_draft_frees_its_dossiers_and_keeps_their_names(draft, appraised, standing, place):
    nomination = appraised(name="Lê Thị An")
    decision = draft(nomination)

    decisions.drop_decision(decision, desk=Desk(standing), note="Soạn nhầm")

    assert list(decisions.decidable(place.district)) == [nomination]
    assert decision.history.last().data == {"items": ["Lê Thị An"]}


def test_issuing_writes_every_award_into_the_register(signed, appraised, clerk):
    nomination = appraised(name="Lê Thị An", position="Nông dân", workplace="ấp Thử")
    decision = signed(nomination)

    decisions.issue_decision(decision, desk=Desk(clerk))

    entry = AwardEntry.objects.get()
    nomination.refresh_from_db()
    assert (decision.number_text, nomination.status) == ("01/QĐ-UBND", NominationStatus.AWARDED)
    assert (entry.subject, entry.name, entry.description) == (
        nomination.subject,
        "Lê Thị An",
        "Nông dân, ấp Thử",
    )
    assert (entry.period_from, entry.period_to, entry.awarded_on) == (
        datetime.date(2023, 1, 1),
        datetime.date(2023, 12, 31),
        datetime.date(2024, 5, 20),
    )


@pytest.mark.parametrize(
    ("kind", "prize"), [("person", 540_000), ("collective", 1_080_000), ("household", 810_000)]
)
def test_the_prize_is_that_of_the_day_of_issue(signed, appraised, clerk, kind, prize):
    decision = signed(appraised(kind=kind))

    decisions.issue_decision(decision, desk=Desk(clerk))

    assert AwardEntry.objects.get().prize == prize


def test_a_decision_with_a_second_award_for_one_achievement_is_refused_whole(signed, appraised, clerk):
    first = appraised(name="Lê Thị An")
    decisions.issue_decision(signed(first), desk=Desk(clerk))
    again = signed(appraised(name="Trần Văn Ba"), appraised(subject=first.subject, name="Lê Thị An"))

    with pytest.raises(TransitionError, match=r"Lê Thị An đã được tặng .* tại Quyết định số 01/QĐ-UBND"):
        decisions.issue_decision(again, desk=Desk(clerk))

    assert (AwardEntry.objects.count(), decision_numbers().count()) == (1, 1)
    assert Decision.objects.get(pk=again.pk).status == DecisionStatus.SIGNED


def test_an_annulled_award_stands_in_nobodys_way(signed, appraised, clerk):
    first = appraised()
    decisions.issue_decision(signed(first), desk=Desk(clerk))
    AwardEntry.objects.update(annulled_on=datetime.date(2024, 5, 20))

    decisions.issue_decision(signed(appraised(subject=first.subject)), desk=Desk(clerk))

    assert AwardEntry.objects.counting().count() == 1


def test_a_district_can_issue_no_decision_on_the_first_of_july_2025(signed, appraised, clerk, settings):
    decision = signed(appraised())
    settings.PORTAL_TODAY = "2025-07-01"

    with pytest.raises(TransitionError, match="Không có thẩm quyền của cấp huyện"):
        decisions.issue_decision(decision, desk=Desk(clerk))

    assert decision_numbers().count() == 0


def test_a_second_press_gives_no_second_number(signed, appraised, clerk):
    decision = signed(appraised())
    same = Decision.objects.get(pk=decision.pk)
    decisions.issue_decision(decision, desk=Desk(clerk))

    with pytest.raises(TransitionError):
        decisions.issue_decision(same, desk=Desk(clerk))

    assert (decision_numbers().count(), AwardEntry.objects.count()) == (1, 1)


def test_an_empty_list_is_not_submitted(draft, appraised, standing):
    decision = draft(appraised())
    decision.items.all().delete()

    with pytest.raises(TransitionError, match="còn trống"):
        decisions.submit_decision(decision, desk=Desk(standing))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_three_who_draft_at_once_one_has_the_decision(passed, appraised, place, standing):
    passed(appraised())
    chosen = decisions.groups(decisions.decidable(place.district))

    def press(_):
        try:
            return decisions.draft_decision(place.district, chosen, desk=Desk(standing)).pk
        except TransitionError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as presses:
        drafted = list(presses.map(press, range(3)))

    assert drafted.count(None) == 2
    assert [decision.items.count() for decision in Decision.objects.all()] == [1]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_clerks_who_press_at_once_give_each_decision_one_number_and_lose_none(signed, appraised, clerk):
    pks = [signed(appraised()).pk for _ in range(3)]

    def press(pk):
        try:
            decisions.issue_decision(Decision.objects.get(pk=pk), desk=Desk(clerk))
        except TransitionError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as clerks:
        done = list(clerks.map(press, pks * 2))

    assert sorted(decision_numbers().values_list("number", flat=True)) == [1, 2, 3]
    assert (sum(done), AwardEntry.objects.count()) == (3, 3)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_offices_that_reward_one_achievement_at_once_the_second_is_told(
    signed, appraised, clerk, place
):
    first = appraised(name="Lê Thị An")
    here = signed(first)
    there = signed(appraised(subject=first.subject, name="Lê Thị An"))
    Decision.objects.filter(pk=there.pk).update(unit=place.foreign)
    Nomination.objects.filter(decision_item__decision=there).update(holder=place.foreign)
    PostFactory(user=clerk, unit=place.foreign, role=Role.CLERK)

    def press(pk):
        try:
            decisions.issue_decision(Decision.objects.get(pk=pk), desk=Desk(clerk))
        except TransitionError as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as elsewhere:
        with transaction.atomic():
            decisions.issue_decision(here, desk=Desk(clerk))
            told = elsewhere.submit(press, there.pk)
            time.sleep(1)  # by now it waits for our entry
        assert "Lê Thị An đã được tặng" in told.result()

    assert AwardEntry.objects.count() == 1


def test_a_draft_that_cites_what_is_not_in_force_says_so_on_its_page_and_at_the_field(
    client, draft, appraised, standing, settings
):
    decision = draft(appraised())
    decision.legal_bases = "Căn cứ Nghị định số 91/2017/NĐ-CP"
    decision.save()
    client.force_login(standing)

    page = client.get(decision.get_absolute_url())
    form = client.get(reverse("awards:decision-edit", args=[decision.pk])).context["form"]

    assert "Đã hết hiệu lực từ sau ngày 31/12/2023: Nghị định số 91/2017" in page.text
    assert "31/12/2023" in form["legal_bases"].help_text
