"""A plan that replaces an older one of its unit: what becomes of the older when the newer is issued."""

import datetime

import pytest
from django.urls import reverse

from campaigns.editing import Draft
from campaigns.models import Assignment, Plan, PlanStatus
from campaigns.services import issue_plan
from core.workflow import TransitionError
from exemplars.checks import run_checks
from organizations.access import Desk
from organizations.models import IssuedNumber
from organizations.reform import end_unit
from reports.forms import open_milestones
from reports.models import PaperKind
from reports.papers.sources import document_of, records_of
from tests.factories import MilestoneFactory, NominationFactory, PlanFactory, PostFactory, UnitFactory

DAY = datetime.date(2024, 5, 20)


@pytest.fixture(autouse=True)
def may_2024(settings):
    settings.PORTAL_TODAY = DAY.isoformat()


@pytest.fixture
def newer(place, issued):
    """Signed, and to take the place of `issued`."""
    return PlanFactory(unit=place.district, title="Kế hoạch mới", status="signed", replaces=issued)


def fresh(plan):
    return Plan.objects.get(pk=plan.pk)


def test_the_older_plan_is_out_of_force_when_the_newer_is_issued(issued, newer, clerk):
    issue_plan(newer, desk=Desk(clerk))

    older = fresh(issued)
    (event,) = older.history
    assert (older.status, older.replaced_by, list(older.replacements.all())) == ("replaced", newer, [newer])
    assert (event.verb, event.from_status, event.by) == ("replace", "issued", clerk)
    assert event.note == "Kế hoạch số 01/KH-UBND ngày 20/5/2024"
    assert older.number.remarks_text == "Được thay thế bằng Kế hoạch số 01/KH-UBND ngày 20/5/2024"


def test_before_that_the_older_plan_stays_in_force(issued, newer):
    assert (fresh(issued).status, issued.replaced_by) == (PlanStatus.ISSUED, None)


def test_nothing_new_begins_in_a_replaced_plan(issued, newer, clerk, standing, officer):
    MilestoneFactory(plan=issued)
    issue_plan(newer, desk=Desk(clerk))

    assert issued not in Plan.objects.open_to(Desk(officer))
    assert not Assignment.objects.in_force().filter(plan=issued).exists()
    assert not open_milestones(Desk(standing)).filter(plan=issued).exists()


def test_who_writes_a_dossier_in_a_replaced_plan_is_told_of_the_newer(place, issued, newer, clerk, officer):
    nomination = NominationFactory(unit=place.commune, plan=issued)
    assert run_checks(nomination, Desk(officer)) == []

    issue_plan(newer, desk=Desk(clerk))

    (check,) = run_checks(type(nomination).objects.get(pk=nomination.pk), Desk(officer))
    assert (check.level, check.part, check.url) == ("inform", "plan", newer.get_absolute_url())


@pytest.mark.parametrize("status", [PlanStatus.ENDED, PlanStatus.REPLACED])
def test_a_plan_that_is_no_longer_in_force_is_not_replaced_and_no_number_is_lost(
    issued, newer, clerk, status
):
    Plan.objects.filter(pk=issued.pk).update(status=status)

    with pytest.raises(TransitionError, match="Kế hoạch bị thay thế"):
        issue_plan(fresh(newer), desk=Desk(clerk))

    assert (fresh(newer).status, IssuedNumber.objects.filter(series__year=2024).count()) == ("signed", 0)


def test_a_draft_offers_the_issued_plans_of_its_own_unit(place, issued):
    draft = PlanFactory(unit=place.district)
    PlanFactory(unit=place.commune, issued=True)
    PlanFactory(unit=place.district, status=PlanStatus.SIGNED)

    assert list(Draft(draft).head.fields["replaces"].queryset) == [issued]


def test_after_the_reform_the_successor_replaces_the_plans_it_took_over(place, issued, settings):
    day = datetime.date(2025, 7, 1)
    settings.PORTAL_TODAY = day.isoformat()
    commune = UnitFactory(parent=place.province, name="xã Đổi Mới", starts_on=day)
    end_unit(place.district, day, [commune], subtree=True)
    clerk = PostFactory(unit=commune, role="clerk", starts_on=day).user
    newer = PlanFactory(unit=commune, status="signed", replaces=issued)
    assert list(Plan.objects.replaceable_by(newer)) == [issued]

    issue_plan(newer, desk=Desk(clerk))

    assert fresh(issued).status == PlanStatus.REPLACED


def test_a_plan_issued_on_paper_replaces_none_by_itself(place):
    recorded = PlanFactory(unit=place.district, status="recording", outside_number="9/KH-UBND")

    assert "replaces" not in Draft(recorded).head.fields


def test_the_paper_names_the_plan_that_it_replaces(issued, newer):
    paper = document_of(PaperKind.PLAN, records_of(PaperKind.PLAN).get(pk=newer.pk))

    texts = [getattr(block, "text", "") for block in paper.body]
    assert (
        f"Kế hoạch này thay thế Kế hoạch số {issued.number_text} ngày 22 tháng 9 năm 2021 của "
        "Ủy ban nhân dân huyện Gò Thử về nhân rộng điển hình giai đoạn 2021-2025."
    ) in texts


def test_both_pages_lead_to_each_other(client, issued, newer, clerk):
    client.force_login(clerk)
    client.post(reverse("campaigns:plan-issue", args=[newer.pk]), {"on": f"{DAY:%d/%m/%Y}"})

    older_page = client.get(issued.get_absolute_url())
    newer_page = client.get(newer.get_absolute_url())

    assert older_page.context["replaced_by"] == newer
    assert "Kế hoạch này đã được thay thế bằng" in older_page.text
    assert "Thay thế kế hoạch" in newer_page.text
    assert f'href="{issued.get_absolute_url()}"' in newer_page.text
