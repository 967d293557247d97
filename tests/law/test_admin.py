from datetime import date

import pytest
from django.urls import reverse

from law.models import (
    AwardPower,
    AwardType,
    BaseSalary,
    FormNumber,
    Origin,
    Parameter,
    Prize,
    Regime,
    Standard,
    VoteRule,
)
from tests.factories import UserFactory


@pytest.fixture
def desk(client, law):
    client.force_login(UserFactory(username="quantri-luat", is_staff=True, is_superuser=True))
    return client


def form_of(row, **changes):
    names = [field.name for field in row._meta.concrete_fields if field.editable and not field.primary_key]
    values = {name: getattr(row, row._meta.get_field(name).attname) for name in names}
    return {name: "" if value is None else value for name, value in {**values, **changes}.items()}


@pytest.mark.parametrize(
    "model", [Regime, AwardType, AwardPower, VoteRule, Standard, Prize, BaseSalary, Parameter, FormNumber]
)
def test_lists_can_be_narrowed_to_what_is_in_force(desk, settings, model):
    settings.PORTAL_TODAY = "2025-01-15"
    url = reverse(f"admin:law_{model._meta.model_name}_changelist")

    now, past, future = (
        desk.get(url, {"hieu-luc": state}).context["cl"].result_count for state in ("now", "past", "future")
    )

    assert now == model.objects.in_force(date(2025, 1, 15)).count()
    assert now + past + future == model.objects.count()


def test_a_row_edited_in_the_admin_is_marked_so(desk):
    row = BaseSalary.objects.get(valid_from="2026-07-01")

    desk.post(reverse("admin:law_basesalary_change", args=[row.pk]), form_of(row, amount=2_600_000))

    row.refresh_from_db()
    assert (row.amount, row.origin) == (2_600_000, Origin.EDITED)


def test_a_row_saved_as_it_was_stays_with_the_catalogue(desk):
    row = BaseSalary.objects.get(valid_from="2026-07-01")

    desk.post(reverse("admin:law_basesalary_change", args=[row.pk]), form_of(row))

    row.refresh_from_db()
    assert row.origin == Origin.CATALOGUE


def test_merit_kinds_are_ticked_and_kept_as_a_list(desk):
    row = AwardType.objects.get(code="GKX")
    data = form_of(row, merit_kinds=["service", "movement"])

    response = desk.post(reverse("admin:law_awardtype_change", args=[row.pk]), data)

    row.refresh_from_db()
    assert response.status_code == 302
    assert row.merit_kinds == ["service", "movement"]


def test_overlapping_rules_are_refused_with_a_sentence(desk):
    row = BaseSalary.objects.get(valid_from="2026-07-01")
    data = form_of(row, valid_from="2026-06-30")

    response = desk.post(reverse("admin:law_basesalary_add"), data)

    assert "Thời gian hiệu lực trùng với một dòng đã có" in response.content.decode()
    assert BaseSalary.objects.count() == 6


def test_only_rows_entered_by_hand_can_be_deleted(desk):
    row = BaseSalary.objects.get(valid_from="2026-07-01")
    url = reverse("admin:law_basesalary_delete", args=[row.pk])

    refused = desk.post(url, {"post": "yes"})
    BaseSalary.objects.filter(pk=row.pk).update(origin=Origin.ENTERED)
    desk.post(url, {"post": "yes"})

    assert refused.status_code == 403
    assert not BaseSalary.objects.filter(pk=row.pk).exists()
