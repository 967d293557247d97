from datetime import date
from fractions import Fraction

import pytest

from law.choosing import (
    NoRule,
    awards_for,
    deciders,
    find_parameter,
    form_number,
    parameter,
    power,
    regime_on,
    vote_rule,
)
from law.models import AwardType, Branch, Certainty, PaperForm, ParameterKey, SubjectKind
from organizations.models import Tier


def award(code):
    return AwardType.objects.get(code=code)


def codes(awards):
    return {award.code for award in awards}


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2021, 9, 22), "A"),
        (date(2023, 12, 31), "A"),
        (date(2024, 1, 1), "B"),
        (date(2025, 6, 30), "B"),
        (date(2025, 7, 1), "C"),
        (date(2026, 9, 30), "C"),
        (date(2026, 10, 1), "D"),
        (date(2030, 1, 1), "D"),
    ],
)
def test_the_regime_changes_on_its_days(law, day, code):
    assert regime_on(day).code == code


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2023, 11, 25), "VH122"), (date(2024, 1, 29), "VH122"), (date(2024, 1, 30), "VH86")],
)
def test_culture_titles_have_their_own_decrees(law, day, code):
    assert regime_on(day, Branch.CULTURE).code == code


def test_a_day_before_all_law_has_no_regime(law):
    with pytest.raises(
        NoRule, match=r"^Không có chế độ pháp lý về thi đua, khen thưởng đang có hiệu lực vào"
    ):
        regime_on(date(2004, 6, 30))


def test_the_district_loses_its_powers_on_1_july_2025(law):
    before = codes(awards_for(SubjectKind.PERSON, Tier.DISTRICT, date(2025, 6, 30)))
    after = codes(awards_for(SubjectKind.PERSON, Tier.DISTRICT, date(2025, 7, 1)))

    assert before == {"LDTT", "CSTDCS", "GKH"}
    assert after == set()


@pytest.mark.parametrize("code", ["CSTDCS", "TTLDTT", "TTDPVH"])
def test_the_commune_takes_over_what_the_district_decided(law, code):
    before = [row.tier for row in deciders(award(code), date(2025, 6, 30))]
    after = [row.tier for row in deciders(award(code), date(2025, 7, 1))]

    assert Tier.DISTRICT in before
    assert Tier.COMMUNE not in before
    assert Tier.DISTRICT not in after
    assert Tier.COMMUNE in after


def test_power_says_where_it_stands_and_how_sure_it_is(law):
    before = power(award("CSTDCS"), Tier.DISTRICT, date(2025, 6, 30))
    after = power(award("CSTDCS"), Tier.COMMUNE, date(2025, 7, 1))

    assert before.basis == (
        "Căn cứ Luật Thi đua, khen thưởng 06/2022/QH15, Điều 80; "
        "áp dụng từ ngày 01/01/2024 đến hết ngày 30/06/2025."
    )
    assert after.certainty == Certainty.RECALLED_MEDIUM


def test_power_that_is_gone_is_told_in_a_sentence(law):
    with pytest.raises(NoRule) as refusal:
        power(award("GKH"), Tier.DISTRICT, date(2025, 7, 1))

    assert str(refusal.value) == (
        "Không có thẩm quyền của cấp huyện quyết định “Giấy khen của Chủ tịch UBND cấp huyện” "
        "đang có hiệu lực vào ngày 01/07/2025."
    )


@pytest.mark.parametrize(
    ("kind", "tier", "expected"),
    [
        (SubjectKind.HOUSEHOLD, Tier.COMMUNE, {"GDVH", "GKX"}),
        (SubjectKind.PERSON, Tier.COMMUNE, {"LDTT", "CSTDCS", "GKX"}),
        (SubjectKind.COLLECTIVE, Tier.COMMUNE, {"TTLDTT", "TTDPVH", "GKX"}),
        (SubjectKind.COLLECTIVE, Tier.PROVINCE, {"TTLDXS", "COTINH", "XPDK", "BKT"}),
        (SubjectKind.PERSON, Tier.BASE, {"LDTT", "CSTDCS", "GKS"}),
    ],
)
def test_awards_fit_the_subject_and_the_tier(law, kind, tier, expected):
    assert codes(awards_for(kind, tier, date(2026, 1, 5))) == expected


@pytest.mark.parametrize(
    ("code", "on", "share", "ballot"),
    [
        ("CSTDT", date(2023, 12, 31), "từ 90% tổng số thành viên Hội đồng trở lên", True),
        ("CSTDCS", date(2023, 12, 31), "trên 50% tổng số thành viên Hội đồng", False),
        ("CSTDCS", date(2024, 1, 1), "từ 80% tổng số thành viên Hội đồng trở lên", True),
        ("COTINH", date(2024, 1, 1), "từ 80% tổng số thành viên Hội đồng trở lên", True),
        ("CSTDTQ", date(2026, 10, 1), "từ 90% tổng số thành viên Hội đồng trở lên", True),
        ("LDTT", date(2024, 1, 1), "trên 50% tổng số thành viên Hội đồng", False),
    ],
)
def test_vote_rule_follows_the_day(law, code, on, share, ballot):
    rule = vote_rule(award(code), on)

    assert (rule.share, rule.ballot_required) == (share, ballot)


def test_no_vote_rule_before_the_catalogue_begins(law):
    with pytest.raises(NoRule):
        vote_rule(award("CSTDT"), date(2017, 9, 30))


def test_a_parameter_of_the_award_wins_over_the_general_one(law):
    on = date(2022, 6, 1)

    assert parameter(ParameterKey.PROCESSING_DAYS, on, award("GKX")).integer == 10
    assert parameter(ParameterKey.PROCESSING_DAYS, on, award("CSTDCS")).integer == 20
    assert parameter(ParameterKey.PROCESSING_DAYS, on, award("KNC")).integer == 20
    assert parameter(ParameterKey.QUORUM, on, award("GKX")).share == Fraction(2, 3)


def test_the_quota_of_cstdcs_ends_with_2023(law):
    cstdcs = award("CSTDCS")

    assert parameter(ParameterKey.TITLE_QUOTA, date(2023, 12, 31), cstdcs).share == Fraction(15, 100)
    assert find_parameter(ParameterKey.TITLE_QUOTA, date(2024, 1, 1), cstdcs) is None
    with pytest.raises(NoRule, match=r"^Không có tham số “tỷ lệ tối đa"):
        parameter(ParameterKey.TITLE_QUOTA, date(2024, 1, 1), cstdcs)


@pytest.mark.parametrize(
    ("form", "day", "text"),
    [
        (PaperForm.REPORT_PERSON, date(2017, 9, 30), None),
        (PaperForm.REPORT_PERSON, date(2023, 12, 31), "Mẫu số 02, kèm theo Nghị định số 91/2017/NĐ-CP"),
        (PaperForm.REPORT_PERSON, date(2024, 1, 1), None),
        (PaperForm.JUDGING_HAMLET, date(2026, 11, 22), "Mẫu số 06, kèm theo Nghị định số 86/2023/NĐ-CP"),
        (PaperForm.BALLOT, date(2026, 11, 22), None),
    ],
)
def test_a_form_has_the_number_of_its_day_or_none(law, form, day, text):
    found = form_number(form, day)

    assert (found and found.text) == text
