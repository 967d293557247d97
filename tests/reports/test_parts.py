"""What units send for a review: asked for, written, sent, taken, and held against the whole."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.calendar import today
from core.workflow import NotYours, TransitionError
from organizations.models import Role
from reports import parts
from reports.figures import SUBMITTED, figures
from reports.models import MilestoneReview, PartStatus, ReviewPart, ReviewSectionKind, ReviewStatus
from tests.factories import (
    IssuedNumberFactory,
    NumberSeriesFactory,
    PartSectionFactory,
    PostFactory,
    ReviewPartFactory,
    SuccessionFactory,
    UnitFactory,
)
from tests.reports.stories import dossier, plan_of, review_of

DISCOVERY = ReviewSectionKind.DISCOVERY
DUE = datetime.date(2026, 12, 15)


@pytest.fixture
def review(place):
    return review_of(plan_of(place.district))


@pytest.fixture
def part(review, place):
    """The commune's part, with something written in it; one dossier of the commune is counted."""
    dossier(review.plan, place.commune)
    section = PartSectionFactory(part__review=review, part__unit=place.commune, kind=DISCOVERY)
    return section.part


@pytest.fixture
def taken(part, head, standing, desk_of):
    parts.send_part(part, desk=desk_of(head))
    parts.take_part(part, desk=desk_of(standing))
    return part


def url(name, *args):
    return reverse(f"reports:{name}", args=args)


def held(review):
    return parts.agreement(figures(review), review.parts.select_related("unit"))


# --- Asking ------------------------------------------------------------------------------------------


def test_the_office_asks_the_units_below_each_once(client, review, place, standing):
    client.force_login(standing)
    typed = {"units": [place.commune.pk, place.sister.pk], "due_on": f"{DUE:%d/%m/%Y}"}

    for _ in range(2):
        client.post(url("review-parts", review.pk), typed)

    assert [part.unit for part in review.parts.order_by("pk")] == [place.commune, place.sister]


def test_a_day_off_is_told_at_the_field(client, review, place, standing):
    client.force_login(standing)

    response = client.post(
        url("review-parts", review.pk), {"units": [place.commune.pk], "due_on": "12/12/2026"}
    )

    assert (response.status_code, list(response.context["form"].errors)) == (422, ["due_on"])
    assert 'value="12/12/2026"' in response.text


# --- Writing and sending -----------------------------------------------------------------------------


def test_a_part_is_sent_with_the_figures_of_that_moment(part, place, head, desk_of):
    parts.send_part(part, desk=desk_of(head))
    dossier(part.review.plan, place.commune)

    part.refresh_from_db()
    assert (part.status, part.sent_on, part.figures["total"][SUBMITTED]) == (PartStatus.SENT, today(), 1)


def test_a_part_without_words_is_not_sent(review, place, head, desk_of):
    part = ReviewPartFactory(review=review, unit=place.commune)

    with pytest.raises(TransitionError, match="chưa viết nội dung nào"):
        parts.send_part(part, desk=desk_of(head))


def test_an_officer_writes_and_the_head_sends(client, part, officer, desk_of):
    client.force_login(officer)

    client.post(url("part-edit", part.pk), {"version": part.version, "discovery": "Ba mô hình."})

    assert part.sections.get(kind=DISCOVERY).body == "Ba mô hình."
    with pytest.raises(NotYours):
        parts.send_part(ReviewPart.objects.get(), desk=desk_of(officer))


def test_two_who_write_at_once_are_told(client, part, officer):
    client.force_login(officer)
    client.post(url("part-edit", part.pk), {"version": 1, "remarks": "Một"})

    response = client.post(url("part-edit", part.pk), {"version": 1, "remarks": "Hai"})

    assert response.status_code == 409
    assert "Bản vừa lưu ghi: “Một”" in response.text
    assert ReviewPart.objects.get().remarks == "Một"


def test_a_part_is_kept_while_one_types(client, part, officer):
    client.force_login(officer)
    address = url("part-autosave", part.pk)

    first = client.post(address, {"version": 1, "discovery": "Đang gõ"})
    second = client.post(address, {"version": 1, "discovery": "Ở cửa sổ khác"})

    assert (first.json()["version"], second.status_code) == (2, 409)
    assert part.sections.get(kind=DISCOVERY).body == "Đang gõ"


def test_what_is_sent_is_not_written_any_more(client, part, officer, head, desk_of):
    parts.send_part(part, desk=desk_of(head))
    client.force_login(officer)

    response = client.post(url("part-edit", part.pk), {"version": 2, "discovery": "Sửa sau"})

    assert response.status_code == 403
    assert part.sections.get(kind=DISCOVERY).body == "Đơn vị đã giới thiệu hai mô hình."


def test_the_successor_of_a_merged_unit_writes_its_part(part, place, desk_of):
    merged = UnitFactory(parent=place.district, name="xã Mới")
    SuccessionFactory(predecessor=place.commune, successor=merged, on=datetime.date(2025, 7, 1))
    desk = desk_of(PostFactory(unit=merged, role=Role.HEAD).user)

    parts.send_part(part, desk=desk)

    assert ReviewPart.objects.visible_to(desk).get().status == PartStatus.SENT


# --- Taking ------------------------------------------------------------------------------------------


def test_a_part_comes_back_with_a_reason_and_is_sent_again(part, head, standing, desk_of):
    parts.send_part(part, desk=desk_of(head))
    parts.give_part_back(part, desk=desk_of(standing), note="Nêu số hộ tham gia.")
    parts.send_part(part, desk=desk_of(head))

    assert list(part.history.values_list("verb", "note")) == [
        ("send", ""),
        ("give_back", "Nêu số hộ tham gia."),
        ("send", ""),
    ]


def test_what_was_taken_is_asked_back_and_given_back(taken, head, standing, desk_of):
    parts.recall_part(taken, desk=desk_of(head), note="Ghi nhầm số.")
    parts.give_part_back(taken, desk=desk_of(standing), note="Đồng ý cho sửa.")

    assert (taken.status, taken.changed_after_issue) == (PartStatus.RETURNED, False)


def test_a_part_taken_back_after_the_issue_changes_nothing_that_was_issued(taken, head, desk_of):
    _issue(taken.review)
    before = MilestoneReview.objects.get().figures

    parts.recall_part(taken, desk=desk_of(head), note="Ghi nhầm số.")

    taken.refresh_from_db()
    assert (taken.status, taken.changed_after_issue) == (PartStatus.RECALLED, True)
    assert MilestoneReview.objects.get().figures == before


def _issue(review):
    frozen = figures(review)
    series = NumberSeriesFactory(unit=review.unit, symbol="BC-UBND", year=2024)
    number = IssuedNumberFactory(series=series)
    MilestoneReview.objects.filter(pk=review.pk).update(
        status=ReviewStatus.ISSUED, number=number, issued_on=number.issued_on, figures=frozen
    )


def test_a_change_after_the_issue_is_shown_on_both_sides(client, taken, head, standing, desk_of):
    ReviewPart.objects.filter(pk=taken.pk).update(changed_after_issue=True)

    for person, address in ((head, url("part", taken.pk)), (standing, url("review-parts", taken.review_id))):
        client.force_login(person)
        assert "Thay đổi sau khi ban hành" in client.get(address).text


# --- The whole ---------------------------------------------------------------------------------------


def test_parts_and_whole_agree_by_construction(taken, review):
    assert (held(review).agrees, held(review).sums[0]) == (True, ("Số hồ sơ đề nghị", 1, 1))


def test_a_record_that_changed_after_the_sending_is_named(taken, review, place):
    dossier(review.plan, place.commune)

    found = held(review)

    assert not found.agrees
    assert [(d.unit, d.figure, d.sent, d.counted) for d in found.differences] == [
        ("xã Bình Thử", "Số hồ sơ đề nghị", 1, 2),
        ("xã Bình Thử", "Đang xét", 1, 2),
    ]


def test_units_that_are_counted_and_sent_nothing_are_named(taken, review, place):
    dossier(review.plan, place.sister)
    before = held(review)
    ReviewPartFactory(review=review, unit=place.sister)

    after = held(review)

    assert (before.without_part, before.not_sent) == ((("Xã Kế Bên", "1 hồ sơ đề nghị"),), ())
    assert (after.without_part, after.not_sent) == ((), (("Xã Kế Bên", "1 hồ sơ đề nghị"),))


def test_words_of_a_part_go_below_what_the_report_holds_and_once(client, taken, review, standing):
    client.force_login(standing)
    review.sections.create(kind=DISCOVERY, body="Đã viết trước.")
    section = taken.sections.get()

    for _ in range(2):
        client.post(url("part-insert", review.pk, section.pk))

    assert review.sections.get(kind=DISCOVERY).body == (
        "Đã viết trước.\nXã Bình Thử:\nĐơn vị đã giới thiệu hai mô hình."
    )


def test_a_part_that_is_not_taken_is_not_put_in(client, part, review, standing):
    client.force_login(standing)

    assert client.post(url("part-insert", review.pk, part.sections.get().pk)).status_code == 404


def test_a_sent_part_has_its_day_and_figures(part):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewPart.objects.filter(pk=part.pk).update(status=PartStatus.SENT)


@pytest.mark.parametrize("count", [2, 12])
def test_the_offices_page_asks_the_same_for_any_number_of_units(
    client, review, place, standing, count, django_assert_max_num_queries
):
    for _ in range(count):
        unit = UnitFactory(parent=place.district)
        PartSectionFactory(part__review=review, part__unit=unit)
    client.force_login(standing)

    with django_assert_max_num_queries(25):
        assert client.get(url("review-parts", review.pk)).status_code == 200
    with django_assert_max_num_queries(14):
        assert len(client.get(url("parts")).context["page_obj"]) == count
