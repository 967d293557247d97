"""A review that replaces an issued one: its words, its parts, its own figures; the older stays as it was."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.workflow import Collision, NotYours, TransitionError
from organizations.models import Role
from organizations.signing import sign
from reports import parts
from reports.figures import SUBMITTED, figures
from reports.forms import open_milestones
from reports.models import MilestoneReview, PaperKind, PartStatus, ReviewPart, ReviewSectionKind, ReviewStatus
from reports.papers.sources import document_of, is_final, records_of
from reports.services import issue_review, start_replacement, submit_review
from tests.factories import MilestoneReviewFactory, PartSectionFactory, PostFactory, ReviewSectionFactory
from tests.reports.stories import dossier, plan_of, review_of

WHY = "Xã Bình Thử ghi nhầm số hộ."


@pytest.fixture
def desks(head, standing, chairman, clerk, desk_of):
    """{role: desk} of those through whose hands a review goes."""
    people = {"head": head, "standing": standing, "chairman": chairman, "clerk": clerk}
    return {role: desk_of(person) for role, person in people.items()}


@pytest.fixture
def older(place, desks):
    """Issued with the taken part of the commune, which had one dossier then."""
    review = review_of(plan_of(place.district))
    dossier(review.plan, place.commune)
    for kind in ReviewSectionKind:
        ReviewSectionFactory(review=review, kind=kind, body="Có [[số hồ sơ đề nghị]] hồ sơ.")
    part = PartSectionFactory(part__review=review, part__unit=place.commune).part
    parts.send_part(part, desk=desks["head"])
    parts.take_part(part, desk=desks["standing"])
    return issue(review, desks)


@pytest.fixture
def newer(older, place, desks):
    """Begun after the commune asked its part back; the commune has a second dossier by now."""
    parts.recall_part(older.parts.get(), desk=desks["head"], note=WHY)
    dossier(older.plan, place.commune)
    return start_replacement(fresh(older), desk=desks["standing"], note=WHY)


def issue(review, desks):
    submit_review(review, desk=desks["standing"])
    sign(review, desk=desks["chairman"])
    issue_review(review, desk=desks["clerk"])
    return fresh(review)


def fresh(review):
    return MilestoneReview.objects.get(pk=review.pk)


def url(name, review, *args):
    return reverse(f"reports:{name}", args=[review.pk, *args])


# --- Beginning ---------------------------------------------------------------------------------------


def test_the_newer_begins_with_the_words_of_the_older_and_counts_by_itself(older, newer):
    bodies = set(newer.sections.values_list("body", flat=True))

    assert (newer.milestone, newer.replaces, newer.figures) == (older.milestone, older, None)
    assert (bodies, newer.sections.count()) == ({"Có [[số hồ sơ đề nghị]] hồ sơ."}, len(ReviewSectionKind))


def test_the_parts_go_on_in_the_newer_each_once_and_as_they_stand(older, newer, place):
    part = ReviewPart.objects.get()

    assert (part.review, part.unit, part.status) == (newer, place.commune, PartStatus.RECALLED)
    assert part.changed_after_issue
    assert part.sections.get().body == "Đơn vị đã giới thiệu hai mô hình."


def test_why_it_is_replaced_is_in_the_history_of_both(older, newer):
    (begun,), (created,) = older.history.filter(verb="begin_replacing"), newer.history

    assert (begun.note, created.note, created.label) == (
        WHY,
        WHY,
        f"Lập dự thảo thay thế Báo cáo số {older.reference}",
    )


def test_one_replacement_is_begun_however_often_it_is_asked_for(client, older, standing):
    client.force_login(standing)

    for _ in range(2):
        response = client.post(url("review-move", older, "begin_replacing"), {"note": WHY}, follow=True)

    assert MilestoneReview.objects.filter(replaces=older).count() == 1
    assert "Báo cáo thay thế đã được lập." in response.text
    assert older.history.filter(verb="begin_replacing").count() == 1


def test_a_reason_is_asked_for(client, older, standing):
    client.force_login(standing)

    assert client.post(url("review-move", older, "begin_replacing")).status_code == 422
    assert not MilestoneReview.objects.filter(replaces=older).exists()


def test_only_what_was_issued_is_replaced_and_only_by_the_standing_office(older, newer, desks):
    with pytest.raises(TransitionError):
        start_replacement(newer, desk=desks["standing"], note=WHY)
    with pytest.raises(NotYours):
        start_replacement(fresh(older), desk=desks["clerk"], note=WHY)


def test_a_milestone_has_one_first_review_and_is_not_offered_again(older, newer, desks):
    with pytest.raises(IntegrityError), transaction.atomic():
        MilestoneReviewFactory(milestone=older.milestone)

    assert not open_milestones(desks["standing"]).filter(pk=older.milestone_id).exists()


def test_a_review_is_replaced_once(older, newer):
    with pytest.raises(IntegrityError), transaction.atomic():
        MilestoneReviewFactory(milestone=older.milestone, replaces=older)


# --- The parts meanwhile -----------------------------------------------------------------------------


def test_the_unit_mends_its_part_and_the_newer_counts_what_was_sent_last(newer, desks):
    part = newer.parts.get()
    parts.give_part_back(part, desk=desks["standing"], note="Đồng ý.")
    parts.send_part(part, desk=desks["head"])
    parts.take_part(part, desk=desks["standing"])

    held = parts.agreement(figures(newer), newer.parts.select_related("unit"))
    assert (held.sums[0], held.agrees) == (("Số hồ sơ đề nghị", 2, 2), True)


def test_a_form_opened_before_the_parts_went_over_does_not_carry_the_part_back(older, newer, desks):
    stale = ReviewPart.objects.get()
    stale.review, seen = older, stale.version - 1

    with pytest.raises(Collision):
        parts.save_part(stale, bodies={}, seen=seen)

    assert ReviewPart.objects.get().review == newer


def test_a_part_recalled_with_an_old_page_open_is_marked_and_stays_in_the_newer(older, desks):
    stale = ReviewPart.objects.select_related("review").get()
    newer = start_replacement(fresh(older), desk=desks["standing"], note=WHY)

    parts.recall_part(stale, desk=desks["head"], note=WHY)

    part = ReviewPart.objects.get()
    assert (part.review, part.status, part.changed_after_issue) == (newer, PartStatus.RECALLED, True)


# --- Issuing -----------------------------------------------------------------------------------------


def test_until_the_newer_is_issued_the_older_is_in_force(older, newer):
    assert fresh(older).status == ReviewStatus.ISSUED


def test_the_older_is_replaced_by_number_and_day_and_keeps_its_figures(older, newer, desks):
    issued = issue(newer, desks)

    before, after = older, fresh(older)
    told = f"Báo cáo số {issued.reference}"
    assert (after.status, after.history.last().note) == (ReviewStatus.REPLACED, told)
    assert after.number.remarks_text == f"Được thay thế bằng {told}"
    assert (after.figures, after.number, after.issued_on) == (before.figures, before.number, before.issued_on)
    assert [row.figures["total"][SUBMITTED] for row in (after, issued)] == [1, 2]


def test_once_issued_no_part_is_ahead_of_the_report(newer, desks):
    issue(newer, desks)

    assert ReviewPart.objects.get().changed_after_issue is False


def test_the_newer_may_be_replaced_in_turn(newer, desks):
    issued = issue(newer, desks)

    third = start_replacement(issued, desk=desks["standing"], note=WHY)

    assert (third.replaces, ReviewPart.objects.get().review) == (issued, third)


def test_the_papers_of_both_are_final_and_the_newer_names_the_older(older, newer, desks):
    issue(newer, desks)
    found = {row.pk: row for row in records_of(PaperKind.INTERIM)}

    texts = [getattr(block, "text", "") for block in document_of(PaperKind.INTERIM, found[newer.pk]).body]
    assert [is_final(PaperKind.INTERIM, row) for row in found.values()] == [True, True]
    assert (
        f"Báo cáo này thay thế Báo cáo số {older.number_text} "
        f"ngày {older.issued_on.day:02d} tháng {older.issued_on.month:02d} năm {older.issued_on.year} "
        "của Ủy ban nhân dân huyện Gò Thử."
    ) in texts
    assert "Có 1 hồ sơ." in [
        getattr(block, "text", "") for block in document_of(PaperKind.INTERIM, found[older.pk]).body
    ]


# --- Who sees what -----------------------------------------------------------------------------------


def test_both_pages_lead_to_each_other(client, older, newer, desks, clerk):
    issue(newer, desks)
    client.force_login(clerk)

    older_page, newer_page = client.get(older.get_absolute_url()), client.get(newer.get_absolute_url())

    assert f"Báo cáo số {fresh(newer).reference}</a>; số liệu" in older_page.text
    assert older_page.context["moves"] == []
    assert f"Báo cáo số {older.reference}</a>" in newer_page.text


def test_a_reader_of_the_older_learns_of_the_newer_when_it_is_issued_and_not_before(
    client, older, newer, desks, officer
):
    client.force_login(officer)
    before = client.get(older.get_absolute_url())
    issue(newer, desks)
    after = client.get(older.get_absolute_url())

    assert newer.get_absolute_url() not in before.text
    assert f'href="{newer.get_absolute_url()}"' in after.text


def test_a_unit_sees_its_own_part_in_the_newer_and_nobody_elses(newer, place, head, desk_of):
    PartSectionFactory(part__review=newer, part__unit=place.sister)
    neighbour = desk_of(PostFactory(unit=place.sister, role=Role.HEAD).user)

    seen = [list(ReviewPart.objects.visible_to(desk)) for desk in (desk_of(head), neighbour)]

    assert [[part.unit for part in found] for found in seen] == [[place.commune], [place.sister]]


def test_the_offices_page_of_the_older_leads_to_where_the_parts_are(client, older, newer, standing):
    client.force_login(standing)

    assert f'href="{url("review-parts", newer)}"' in client.get(url("review-parts", older)).text
