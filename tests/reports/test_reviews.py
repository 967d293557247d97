"""Milestone reviews: begun from a milestone, written by several, signed, issued with frozen figures."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.calendar import today
from core.workflow import TransitionError
from exemplars.models import Sex, WorkerGroup
from organizations.signing import sign
from reports.behind import address
from reports.figures import SUBMITTED, Outcome, figures
from reports.forms import open_milestones
from reports.models import MilestoneReview, ReviewSectionKind, ReviewStatus
from reports.named_figures import filled
from reports.papers.review import document
from reports.services import issue_review, start_review, submit_review
from reports.suggestions import first_texts
from tests.factories import MilestoneFactory, PaperFactory, ReviewSectionFactory
from tests.reports.stories import LAST, award, decision_of, dossier, moment, plan_of, review_of

STATUS = ReviewStatus


@pytest.fixture
def plan(place):
    return plan_of(place.district)


@pytest.fixture
def draft(plan):
    review = review_of(plan)
    for kind in ReviewSectionKind:
        ReviewSectionFactory(review=review, kind=kind, body="Đã viết.")
    return review


@pytest.fixture
def issued(draft, place, standing, chairman, clerk, desk_of):
    """An issued review of one dossier under way."""
    dossier(draft.plan, place.commune)
    submit_review(draft, desk=desk_of(standing))
    sign(draft, desk=desk_of(chairman))
    issue_review(draft, desk=desk_of(clerk))
    return MilestoneReview.objects.get()


def page(name, review, **query):
    return reverse(f"reports:{name}", args=[review.pk], query=query)


def typed(review, **changes):
    """What the editor's form sends."""
    sections = {section.kind: section.body for section in review.sections.all()}
    return {"version": review.version, "title": review.title, "recipients": "Lưu: VT"} | sections | changes


# --- Beginning ---------------------------------------------------------------------------------------


def test_a_review_begins_from_a_milestone_with_its_period_and_a_first_text(place, plan, standing, desk_of):
    dossier(plan, place.commune)

    review = start_review(plan.milestones.get(), desk=desk_of(standing))

    assert (review.unit, review.period_to, review.created_by) == (place.district, LAST, standing)
    assert review.title == f"Sơ kết việc xây dựng và nhân rộng điển hình tiên tiến {plan.title.split()[-1]}"
    text = review.sections.get(kind="discovery").body
    assert "1 đơn vị đã giới thiệu 1 điển hình" in filled(text, figures(review))
    assert review.sections.count() == len(ReviewSectionKind)


def test_the_first_text_tells_shares_of_women_and_direct_workers(place, plan):
    people = [
        dossier(plan, place.commune, sex=sex, worker_group=WorkerGroup.DIRECT)
        for sex in (Sex.FEMALE, Sex.FEMALE, Sex.MALE)
    ]
    decision_of(place.district, people)
    review = review_of(plan)

    found = figures(review)
    assert filled(first_texts(review, found)["awards"], found) == (
        "Trong 3 hồ sơ đề nghị có 3 hồ sơ được khen thưởng, đạt 100%.\n"
        "Trong 3 cá nhân được khen có 2 nữ, chiếm 66,7%; 3 người trực tiếp lao động, công tác, chiếm 100%."
    )


def test_only_milestones_of_ones_own_office_without_a_report_can_be_chosen(client, plan, place, standing):
    other = MilestoneFactory(plan=plan_of(place.foreign))
    done = MilestoneFactory(plan=plan, kind="final")
    review_of(plan_of(place.district))
    MilestoneFactory(plan=plan, kind="conference")
    client.force_login(standing)

    response = client.get(reverse("reports:review-new"))

    choices = set(response.context["form"].fields["milestone"].queryset)
    assert choices == {plan.milestones.get(kind="interim"), done}
    assert other not in choices


def test_choosing_a_milestone_leads_to_the_editor(client, plan, standing):
    client.force_login(standing)

    response = client.post(reverse("reports:review-new"), {"milestone": plan.milestones.get().pk})

    assert response.url == page("review-edit", MilestoneReview.objects.get())


@pytest.mark.parametrize(("day", "offered"), [("2024-05-01", 0), ("2024-05-02", 1)])
@pytest.mark.parametrize("cut_off", ["covers_to", "due_on"])
def test_a_milestone_is_offered_from_thirty_days_before_its_cut_off(
    place, standing, desk_of, settings, day, offered, cut_off
):
    days = {"covers_from": None, "covers_to": None, "due_on": "2024-06-01"}
    if cut_off == "covers_to":
        days = {"covers_from": "2024-01-01", "covers_to": "2024-06-01", "due_on": "2024-12-01"}
    MilestoneFactory(plan__unit=place.district, plan__issued=True, **days)
    settings.PORTAL_TODAY = day

    assert open_milestones(desk_of(standing)).count() == offered


# --- Writing -----------------------------------------------------------------------------------------


def test_saving_the_draft_keeps_the_way_back_to_the_list(client, draft, standing):
    client.force_login(standing)
    typed = {"version": draft.version, "title": draft.title, "return_to": "/bao-cao/?q=so+ket"}

    response = client.post(reverse("reports:review-edit", args=[draft.pk]), typed)

    assert response.url == f"{draft.get_absolute_url()}?return_to=%2Fbao-cao%2F%3Fq%3Dso%2Bket"


def test_the_draft_is_saved_as_one_types(client, draft, standing):
    client.force_login(standing)

    response = client.post(page("review-autosave", draft), typed(draft, limits="Còn chậm."))

    assert response.json()["version"] == draft.version + 1
    assert draft.sections.get(kind="limits").body == "Còn chậm."


def test_what_does_not_validate_keeps_nothing_else_from_being_saved(client, draft, standing):
    client.force_login(standing)

    response = client.post(page("review-autosave", draft), typed(draft, title="", limits="Còn chậm."))

    assert response.json()["message"].endswith("còn 1 chỗ chưa đúng")
    draft.refresh_from_db()
    assert (draft.title, draft.sections.get(kind="limits").body) == ("Sơ kết 2021-2023", "Còn chậm.")


def test_the_second_of_two_editors_is_told_and_loses_nothing(client, draft, standing):
    client.force_login(standing)
    client.post(page("review-autosave", draft), typed(draft, limits="Bản của người trước."))

    autosaved = client.post(page("review-autosave", draft), typed(draft, limits="Bản của tôi."))
    saved = client.post(page("review-edit", draft), typed(draft, limits="Bản của tôi."))

    assert (autosaved.status_code, saved.status_code) == (409, 409)
    limits = ReviewSectionKind.LIMITS.label
    assert (limits, "Bản của người trước.", "Bản của tôi.") in saved.context["differences"]
    assert saved.context["form"]["limits"].value() == "Bản của tôi."
    assert draft.sections.get(kind="limits").body == "Bản của người trước."


def test_back_asks_for_the_editor_anew(client, draft, standing):
    client.force_login(standing)

    assert "no-store" in client.get(page("review-edit", draft))["Cache-Control"]


def test_the_same_text_sent_twice_is_no_collision(client, draft, standing):
    client.force_login(standing)
    data = typed(draft, limits="Còn chậm.")
    first = client.post(page("review-autosave", draft), data)

    again = client.post(page("review-autosave", draft), data)

    assert (again.status_code, again.json()) == (200, first.json())


def test_a_form_without_a_title_comes_back_with_what_was_typed(client, draft, standing):
    client.force_login(standing)

    response = client.post(page("review-edit", draft), typed(draft, title="", limits="Còn chậm."))

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["title"])
    assert response.context["form"]["limits"].value() == "Còn chậm."


@pytest.mark.parametrize("name", ["review-edit", "review-autosave"])
def test_a_submitted_review_is_no_longer_edited(client, draft, standing, desk_of, name):
    submit_review(draft, desk=desk_of(standing))
    client.force_login(standing)

    assert client.post(page(name, draft), typed(draft)).status_code == 404


# --- Moving ------------------------------------------------------------------------------------------


def test_an_unwritten_review_is_not_submitted(draft, standing, desk_of):
    draft.sections.filter(kind__in=["limits", "proposals"]).update(body="")

    with pytest.raises(TransitionError, match="còn phần chưa viết: “Khó khăn, hạn chế và nguyên nhân”"):
        submit_review(draft, desk=desk_of(standing))


@pytest.fixture
def eve(settings):
    """The portal stands on the day before the figures of a review end."""
    settings.PORTAL_TODAY = (LAST - datetime.timedelta(days=1)).isoformat()


def test_a_review_is_not_submitted_before_its_figures_end(draft, standing, desk_of, eve):
    with pytest.raises(TransitionError, match="đến hết ngày 11/06/2023, chưa thể trình ký trước ngày đó"):
        submit_review(draft, desk=desk_of(standing))


def test_a_review_is_submitted_on_the_day_its_figures_end(draft, standing, desk_of, settings):
    settings.PORTAL_TODAY = LAST.isoformat()

    submit_review(draft, desk=desk_of(standing))

    assert draft.status == STATUS.FOR_SIGNATURE


def test_a_review_is_not_issued_before_its_figures_end(client, draft, clerk, eve):
    MilestoneReview.objects.update(status=STATUS.SIGNED)
    client.force_login(clerk)

    response = client.post(page("review-issue", draft), {"on": f"{today():%d/%m/%Y}"}, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Số liệu tính đến hết ngày 11/06/2023, chưa thể ban hành trước ngày đó."
    ]
    assert MilestoneReview.objects.get().figures is None


def test_a_review_goes_from_hand_to_hand_until_it_is_issued(client, draft, standing, chairman, clerk):
    steps = [
        (standing, "review-move", "submit", {}, STATUS.FOR_SIGNATURE),
        (chairman, "review-move", "give_back", {"note": "Sửa số liệu."}, STATUS.DRAFT),
        (standing, "review-move", "submit", {}, STATUS.FOR_SIGNATURE),
        (chairman, "review-move", "sign", {}, STATUS.SIGNED),
        (clerk, "review-issue", "issue", {"on": f"{today():%d/%m/%Y}"}, STATUS.ISSUED),
    ]
    for person, name, verb, data, status in steps:
        client.force_login(person)
        args = [draft.pk] if name == "review-issue" else [draft.pk, verb]
        client.post(reverse(f"reports:{name}", args=args), data)
        draft.refresh_from_db()
        assert draft.status == status

    assert (draft.number_text, draft.signatory) == ("01/BC-UBND", chairman.full_name)


@pytest.mark.parametrize("verb", ["submit", "sign", "give_back"])
def test_a_move_of_somebody_else_is_forbidden(client, draft, clerk, verb):
    client.force_login(clerk)
    url = reverse("reports:review-move", args=[draft.pk, verb])

    assert (client.get(url).status_code, client.post(url).status_code) == (403, 403)


def test_a_move_that_the_state_forbids_is_told_on_the_page(client, draft, chairman):
    client.force_login(chairman)

    response = client.post(reverse("reports:review-move", args=[draft.pk, "sign"]), follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Không thể thực hiện: đang ở trạng thái “Dự thảo”."
    ]


# --- Frozen ------------------------------------------------------------------------------------------


def test_figures_are_frozen_when_issued_and_shown_so_whatever_happens_later(client, issued, place, standing):
    dossier(issued.plan, place.sister)
    decision_of(place.district, list(issued.plan.nominations.all()))
    client.force_login(standing)

    response = client.get(page("review", issued))

    assert issued.figures["total"][SUBMITTED] == 1
    assert [cell.count for cell in response.context["shown"].total.cells] == [1, 0, 1, 0, 0, 0, 0]
    assert figures(issued)["total"][SUBMITTED] == 2


def test_the_paper_prints_the_frozen_figures(issued, place):
    dossier(issued.plan, place.sister)

    assert document(issued).annexes[0].body[0].rows[-1].cells[2] == "1"


# --- The list behind each figure ---------------------------------------------------------------------


@pytest.fixture
def counted(place, plan):
    """A draft review of dossiers that differ in everything, in three units, in every outcome."""
    states = ["received", "returned", "ineligible", "not_passed", "withdrawn"]
    for place_of, status in zip([place.commune, place.hamlet, place.sister] * 2, states, strict=False):
        dossier(plan, place_of, states=[(status, LAST)], year=2022)
    given = [
        dossier(plan, place.commune, sex=Sex.FEMALE, worker_group=WorkerGroup.LEADER, award=None),
        dossier(plan, place.district, kind="household", sex=Sex.FEMALE),
    ]
    decision = decision_of(place.district, given[:1])
    award(given[1], decision, annulled_on=LAST)
    return review_of(plan)


def cells(shown):
    """Every figure of the page that is a link."""
    lines = [shown.total, *(line for table in shown.tables for line in (*table.lines, table.total))]
    return [cell for line in lines for cell in line.cells if cell.url]


def test_each_figure_links_to_exactly_the_dossiers_that_it_counts(client, counted, standing):
    client.force_login(standing)
    found = cells(client.get(page("review", counted)).context["shown"])

    for cell in found:
        listed = client.get(cell.url).context["page_obj"].paginator.count
        assert (cell.url, listed) == (cell.url, cell.count)

    assert len(found) == 113


def test_one_who_does_not_see_the_dossiers_gets_figures_without_links(client, issued, officer):
    client.force_login(officer)

    shown = client.get(page("review", issued)).context["shown"]

    assert (cells(shown), shown.total.cells[0].count) == ([], 1)


def test_the_list_shows_only_dossiers_that_the_person_may_see(client, issued, place, officer):
    dossier(issued.plan, place.sister)
    client.force_login(officer)

    listed = client.get(address(issued)).context["page_obj"].object_list

    assert [row.record.unit for row in listed] == [place.commune]


@pytest.mark.parametrize("outcome", Outcome.values)
def test_the_list_can_be_filtered_by_what_became_of_a_dossier(client, counted, standing, outcome):
    client.force_login(standing)

    listed = client.get(address(counted, outcome=outcome)).context["page_obj"].object_list

    assert {row.record.outcome for row in listed} == {outcome}


# --- Lists and numbers of queries ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["reviews", "papers"])
def test_lists_ask_the_same_queries_for_any_length(client, place, standing, name):
    client.force_login(standing)
    client.get(reverse(f"reports:{name}"))  # content types are read once in a process

    asked = [_queries_of(client, place, name, count) for count in (1, 3)]

    assert asked[0] == asked[1] <= 15


def _queries_of(client, place, name, count):
    """How many queries the list takes when there are `count` rows."""
    while MilestoneReview.objects.count() < count:
        review = review_of(plan_of(place.district))
        PaperFactory(about=review, kind="interim", made_at=moment(LAST), sha256="0" * 64)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(reverse(f"reports:{name}"))
    assert response.context["page_obj"].paginator.count == count
    return len(asked)


@pytest.mark.parametrize("count", [1, 6])
def test_a_review_takes_the_same_queries_for_any_number_of_dossiers(
    client, place, plan, standing, count, django_assert_max_num_queries
):
    for _ in range(count):
        dossier(plan, place.commune)
    review = review_of(plan)
    client.force_login(standing)

    with django_assert_max_num_queries(25):
        client.get(page("review", review))
