from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.choosing import NoRule
from law.models import AwardType, Prize, SubjectKind
from law.prizes import base_salary, prize, prize_amount, prize_amounts

PERSON, COLLECTIVE, HOUSEHOLD = SubjectKind


@pytest.mark.parametrize(
    ("code", "kind", "on", "amount"),
    [
        ("LDTT", PERSON, date(2022, 12, 20), 450_000),
        ("LDTT", PERSON, date(2024, 1, 15), 540_000),
        ("CSTDCS", PERSON, date(2024, 6, 30), 1_800_000),
        ("CSTDCS", PERSON, date(2024, 7, 1), 2_340_000),
        ("LDTT", PERSON, date(2025, 1, 15), 710_000),
        ("GKX", COLLECTIVE, date(2023, 6, 11), 450_000),
        ("GKX", PERSON, date(2025, 6, 30), 360_000),  # 0,15 until regime B ends
        ("GKX", PERSON, date(2026, 10, 20), 760_000),  # 0,3 at every level since Nghị định 152/2025/NĐ-CP
        ("TTLDTT", COLLECTIVE, date(2026, 1, 5), 1_880_000),
        ("TTDPVH", COLLECTIVE, date(2025, 11, 20), 3_510_000),
        ("CSTDT", PERSON, date(2026, 7, 2), 7_590_000),
        ("BKT", PERSON, date(2023, 12, 31), 1_800_000),
        ("BKT", PERSON, date(2024, 1, 1), 2_700_000),
        ("BKT", HOUSEHOLD, date(2025, 7, 1), 5_270_000),  # 1,5 × 1,5 × 2.340.000 = 5.265.000
        ("GDVH", HOUSEHOLD, date(2025, 11, 20), 240_000),
        ("KNC", PERSON, date(2025, 11, 20), None),
        ("LDTT", COLLECTIVE, date(2025, 11, 20), None),
    ],
)
def test_prize_of_the_day_of_the_decision(law, code, kind, on, amount):
    assert prize_amount(AwardType.objects.get(code=code), kind, on) == amount


def test_all_prizes_of_a_day_agree_with_each_alone(law, django_assert_num_queries):
    on = date(2025, 1, 15)
    awards = {award.pk: award for award in AwardType.objects.all()}

    with django_assert_num_queries(2):
        amounts = prize_amounts(on)

    assert amounts == {key: prize_amount(awards[key[0]], key[1], on) for key in amounts}
    assert len(amounts) == 32


def test_prize_shows_its_factor_as_decrees_write_it(law):
    row = prize(AwardType.objects.get(code="GKX"), PERSON, date(2025, 6, 30))

    assert str(row) == "Giấy khen của Chủ tịch UBND cấp xã (cá nhân): 0,15 lần mức lương cơ sở"


def test_no_base_salary_is_told_in_a_sentence(law):
    with pytest.raises(NoRule, match=r"^Không có mức lương cơ sở cho ngày 30/06/2017\.$"):
        base_salary(date(2017, 6, 30))


@given(st.integers(0, 100), st.integers(1, 100), st.integers(1, 10**7))
def test_prize_is_rounded_up_by_less_than_ten_thousand(numerator, denominator, salary):
    amount = Prize(numerator=numerator, denominator=denominator).amount(salary)

    assert amount % 10_000 == 0
    assert 0 <= amount * denominator - numerator * salary < 10_000 * denominator
