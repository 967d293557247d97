import datetime

import pytest
from django.urls import reverse

from campaigns.models import Plan, SectionKind
from campaigns.readiness import gaps, old_years
from campaigns.services import copy_plan
from core.calendar import today
from tests.factories import AssignmentFactory, MovementFactory, PlanFactory, SuccessionFactory, UnitFactory


@pytest.fixture
def copy(place, standing, desk_of, issued):
    """The district's plan of 2026–2030, made of that of 2021–2025."""
    return copy_plan(issued, unit=place.district, first_year=2026, desk=desk_of(standing))


def test_a_copy_is_a_draft_with_every_date_five_years_later(copy, issued, standing):
    milestone = copy.milestones.get()

    assert (copy.status, copy.copied_from, copy.created_by) == ("draft", issued, standing)
    assert (copy.starts_on, copy.ends_on) == (datetime.date(2026, 1, 1), datetime.date(2030, 12, 31))
    assert (milestone.due_on, milestone.covers_from) == (
        datetime.date(2030, 11, 30),
        datetime.date(2026, 1, 1),
    )
    assert copy.assignments.get().due_on == datetime.date(2029, 2, 28)  # was 29 February 2024


def test_years_in_the_texts_move_with_it(copy):
    assert copy.title == "Nhân rộng điển hình giai đoạn 2026-2030"
    assert copy.sections.get(kind=SectionKind.PURPOSE).body == "Mục đích, yêu cầu năm 2026."
    assert copy.milestones.get().name == "Tổng kết giai đoạn 2026-2030"
    assert copy.assignments.get().task == "Đăng ký mô hình năm 2026"


def test_parts_are_copied_whole(copy, issued):
    assert copy.sections.count() == issued.sections.count() == len(SectionKind)
    assert [(c.text, c.max_points) for c in copy.criteria.all()] == [("Có sáng kiến", 40)]
    assert gaps(copy) == []


def test_a_form_sent_twice_makes_one_copy(client, place, standing, issued):
    client.force_login(standing)
    address = reverse("campaigns:plan-copy", args=[issued.pk])
    sent = client.get(address).context["form"]["request_id"].value()
    data = {"unit": place.district.pk, "first_year": 2026, "request_id": sent}

    answers = [client.post(address, data) for _ in range(2)]

    assert answers[0].url == answers[1].url
    assert issued.copies.count() == 1


def test_number_signature_and_the_plan_above_stay_behind(place, standing, desk_of, issued):
    Plan.objects.filter(pk=issued.pk).update(
        implements=PlanFactory(unit=place.province, issued=True),
        signatory="Đinh Tấn Hoàng",
        signed_by=standing,
    )
    issued.refresh_from_db()

    copy = copy_plan(issued, unit=place.district, first_year=2026, desk=desk_of(standing))

    assert (copy.number, copy.issued_on, copy.signed_by, copy.signatory, copy.implements) == (
        None,
        None,
        None,
        "",
        None,
    )


def succeed(before, after, on):
    before.ends_on = on - datetime.timedelta(days=1)
    before.save()
    SuccessionFactory(predecessor=before, successor=after, on=on)


def test_work_goes_to_the_unit_that_succeeded_however_many_steps_away(place, standing, desk_of, issued):
    merged, new = UnitFactory(parent=place.province), UnitFactory(parent=place.province)
    succeed(place.commune, merged, datetime.date(2022, 1, 1))
    succeed(merged, new, datetime.date(2022, 7, 1))
    AssignmentFactory(plan=issued, unit=place.sister, order=9)

    copy = copy_plan(issued, unit=place.district, first_year=2026, desk=desk_of(standing))

    assert [assignment.unit for assignment in copy.assignments.all()] == [new, place.sister]


def test_movements_that_have_ended_by_then_are_left_out(place, standing, desk_of, issued):
    running, ended = (
        MovementFactory(unit=place.province),
        MovementFactory(unit=place.province, ends_on="2025-12-31"),
    )
    issued.movements.set([running, ended])

    copy = copy_plan(issued, unit=place.district, first_year=2026, desk=desk_of(standing))

    assert list(copy.movements.all()) == [running]


def test_old_years_that_were_left_are_shown_with_their_place(copy):
    copy.legal_bases = "Căn cứ Kế hoạch ngày 22 tháng 9 năm 2021;"
    copy.save()
    copy.assignments.update(task="Báo cáo trước ngày 15/11/2023")

    assert old_years(copy) == [
        ("Căn cứ", "id_legal_bases", [2021]),
        ("Phân công xã Bình Thử", "phan-cong", [2023]),
    ]


def test_a_plan_that_is_no_copy_has_no_old_years(draft):
    assert old_years(draft) == []


def test_the_history_names_the_plan_it_was_made_of(copy, issued):
    event = copy.history.get()

    assert (event.verb, event.note) == ("copy", f"{issued.reference}\n{issued.title}")


def test_the_copy_form_offers_the_year_after_and_leads_to_the_editor(client, place, standing, issued):
    client.force_login(standing)
    address = reverse("campaigns:plan-copy", args=[issued.pk])

    form = client.get(address).context["form"]
    response = client.post(address, {"unit": place.district.pk, "first_year": form["first_year"].value()})

    copy = Plan.objects.get(copied_from=issued)
    assert response.url == reverse("campaigns:plan-edit", args=[copy.pk])
    assert (copy.starts_on.year, copy.ends_on.year) == (2026, 2030)


@pytest.mark.parametrize(
    ("title", "starts_on", "ends_on", "copied"),
    [
        ("2026-2030", "2025-10-06", "2030-12-31", ("2031-2035", "2030-10-06", "2035-12-31")),
        ("2020-2025", "2020-01-01", "2025-12-31", ("2026-2031", "2026-01-01", "2031-12-31")),
        ("tiên tiến", "2021-03-01", "2025-12-31", ("tiên tiến", "2026-03-01", "2030-12-31")),
    ],
)
def test_the_copy_by_default_begins_after_the_last_year(
    client, place, standing, issued, title, starts_on, ends_on, copied
):
    Plan.objects.filter(pk=issued.pk).update(title=title, starts_on=starts_on, ends_on=ends_on)
    client.force_login(standing)
    address = reverse("campaigns:plan-copy", args=[issued.pk])

    year = client.get(address).context["form"]["first_year"].value()
    client.post(address, {"unit": place.district.pk, "first_year": year})

    copy = Plan.objects.get(copied_from=issued)
    assert (copy.title, f"{copy.starts_on}", f"{copy.ends_on}") == copied


@pytest.mark.parametrize("year", ["2021", "2072", "", "năm sau"])
def test_a_year_that_makes_no_new_plan_is_refused_at_the_field(client, place, standing, issued, year):
    client.force_login(standing)

    response = client.post(
        reverse("campaigns:plan-copy", args=[issued.pk]), {"unit": place.district.pk, "first_year": year}
    )

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["first_year"]


def test_successors_are_those_of_the_day_of_copying(place, standing, desk_of, issued):
    """A copy of a period long past gives work to the units of today, not to those of that period."""
    succeed(place.commune, place.sister, today())

    copy = copy_plan(issued, unit=place.district, first_year=2022, desk=desk_of(standing))

    assert copy.assignments.get().unit == place.sister
