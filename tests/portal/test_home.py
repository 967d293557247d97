import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from exemplars.models import NominationStatus
from organizations.access import Desk
from portal import worklist
from portal.worklist.plans import ASSIGNED
from tests.factories import (
    AgendaItemFactory,
    AssignmentFactory,
    ConferenceFactory,
    DecisionFactory,
    MilestoneFactory,
    NominationFactory,
    PlanFactory,
    PostFactory,
    SessionMemberFactory,
    SubmissionLetterFactory,
)
from tests.reports.stories import decision_of, letter_of


def titles(user):
    return {group.title: group.total for group in worklist.groups(Desk(user))}


def test_a_dossier_waits_for_whoever_has_the_next_step(place, officer, head, standing):
    def waiting():
        return titles(officer), titles(head), titles(standing)

    dossier = NominationFactory(unit=place.commune)
    begun = waiting()
    dossier.status = NominationStatus.READY
    dossier.save()
    proposed = waiting()
    dossier.status, dossier.holder = NominationStatus.SUBMITTED, place.district
    dossier.save()

    assert begun == ({"Hồ sơ đang lập": 1}, {}, {})
    assert proposed == ({}, {"Hồ sơ chờ tôi trình": 1}, {})
    assert titles(head) == {}


def test_one_task_of_two_units_says_whose_it_is(place, officer):
    plan = PlanFactory(unit=place.district, issued=True)
    for unit in (place.commune, place.hamlet):
        AssignmentFactory(plan=plan, unit=unit, task="Đăng ký một điển hình.")

    [group] = [group for group in worklist.groups(Desk(officer)) if group.title == ASSIGNED]

    assert sorted(task.detail.split(" · ")[0] for task in group.tasks) == sorted(
        [str(place.commune), str(place.hamlet)]
    )


def test_a_decision_waits_for_the_chairman_then_for_the_clerk(place, chairman, clerk):
    DecisionFactory(unit=place.district, status="for_signature")
    DecisionFactory(unit=place.district, status="signed")
    DecisionFactory(unit=place.foreign, status="signed")

    assert titles(chairman) == {"Quyết định chờ ký": 1}
    assert titles(clerk) == {"Quyết định đã ký, chờ cấp số": 1}


def test_a_member_is_asked_for_an_opinion_only_while_the_session_is_called(place, members):
    item = AgendaItemFactory(session__unit=place.district, session__status="convened")
    SessionMemberFactory(session=item.session, user=members[0])

    assert titles(members[0])["Hồ sơ chờ tôi nhận xét, chấm điểm"] == 1
    assert "Hồ sơ chờ tôi nhận xét, chấm điểm" not in titles(members[1])


def test_the_latest_comes_first_and_says_by_how_many_days(place, standing):
    today = Desk(standing).on
    for days in (3, -2):
        due = today + datetime.timedelta(days=days)
        NominationFactory(unit=place.commune, holder=place.district, status="received", due_on=due)
    for nomination in place.district.held_nominations.all():
        nomination.stays.create(office=place.district, sent_by_office=place.commune, arrived_on=today)

    (group,) = worklist.groups(Desk(standing))

    assert [task.days_left for task in group.tasks] == [-2, 3]
    assert group.late == 1


def test_what_a_council_passed_waits_for_a_paper_but_for_the_letter_that_brought_it_here(place, standing):
    came, leaving = NominationFactory.create_batch(
        2, unit=place.commune, holder=place.district, status="passed"
    )
    letter_of(place.sister, place.district, [came])
    draft = SubmissionLetterFactory(unit=place.district, to_unit=place.province)
    draft.nominations.add(leaving)

    assert titles(standing)["Đã thông qua, chờ soạn quyết định hoặc tờ trình"] == 1


@pytest.mark.parametrize(("day", "total"), [("2024-05-01", 0), ("2024-05-02", 1)])
def test_a_review_is_called_for_from_the_day_on_which_it_can_be_begun(
    client, place, standing, settings, day, total
):
    milestone = MilestoneFactory(plan__unit=place.district, plan__issued=True, covers_to="2024-06-01")
    settings.PORTAL_TODAY = day
    client.force_login(standing)

    groups = [group for group in worklist.groups(Desk(standing)) if group.title == "Sơ kết, tổng kết đến hạn"]

    assert sum(group.total for group in groups) == total
    for group in groups:
        form = client.get(group.tasks[0].url).context["form"]
        assert form["milestone"].value() == str(milestone.pk)


def test_a_conference_that_the_plan_asks_for_is_called_for_until_it_is_begun(
    client, place, standing, settings
):
    milestone = MilestoneFactory(
        plan__unit=place.district, plan__issued=True, kind="conference", due_on="2024-08-01"
    )
    client.force_login(standing)

    def waiting():
        found = worklist.groups(Desk(standing))
        return [task for group in found for task in group.tasks if group.title.startswith("Hội nghị")]

    settings.PORTAL_TODAY = "2024-05-02"
    early = waiting()
    settings.PORTAL_TODAY = "2024-05-03"
    (task,) = waiting()
    form = client.get(task.url).context["form"]
    ConferenceFactory(unit=place.commune, milestone=milestone)

    assert (early, task.days_left, waiting()) == ([], 90, [])
    assert form["milestone"].value() == str(milestone.pk)


@pytest.mark.parametrize("who", ["officer", "head", "standing", "chairman", "clerk", "administrator"])
def test_the_home_page_opens_for_every_role(client, request, who):
    client.force_login(request.getfixturevalue(who))

    response = client.get(reverse("home"))

    assert (response.status_code, response.context["groups"]) == (200, [])


@pytest.mark.parametrize("who", ["officer", "standing"])
def test_the_home_page_asks_the_same_queries_however_much_waits(client, request, who, place):
    client.force_login(request.getfixturevalue(who))
    NominationFactory(unit=place.commune)
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("home"))
    NominationFactory.create_batch(9, unit=place.commune)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("home"))

    assert len(few) == len(many) <= 25


def test_search_finds_without_accents_what_one_may_see_and_nothing_else(client, place, officer, stranger):
    NominationFactory(unit=place.commune, subject__name="Đặng Thị Ngọc Ánh", name="Đặng Thị Ngọc Ánh")

    def found(user):
        client.force_login(user)
        return [kind.title for kind in client.get(reverse("search"), {"q": "dang ngoc anh"}).context["found"]]

    assert found(officer) == ["Hồ sơ đề nghị", "Người, tập thể, hộ gia đình"]
    assert found(stranger) == []


@pytest.mark.parametrize("typed", ["{number}", "{number}/QĐ"])
def test_search_finds_papers_by_their_number(client, place, officer, typed):
    decision = decision_of(place.district, [])
    client.force_login(officer)

    found = client.get(reverse("search"), {"q": typed.format(number=decision.number.number)}).context["found"]

    assert [record for kind in found for record, _ in kind.rows] == [decision]


def test_a_member_is_not_asked_about_a_dossier_of_the_own_unit(place, members):
    item = AgendaItemFactory(
        session__unit=place.district, session__status="convened", nomination__unit=place.commune
    )
    SessionMemberFactory(session=item.session, user=members[0])
    PostFactory(user=members[0], unit=place.commune)

    assert "Hồ sơ chờ tôi nhận xét, chấm điểm" not in titles(members[0])
