import datetime
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from law.loading import FILES, CatalogueError, check_no_overlap, load_catalogue, read_catalogue
from law.models import AwardType, BaseSalary, LegalText, Origin, Parameter, ParameterKey, Regime, VoteRule

FIRST_DAY_OF_RULES = date(2017, 10, 1)  # powers go back to 2004, votes and prizes to Nghị định 91/2017
LAST_DAY_LOOKED_AT = date(2027, 12, 31)


def uncovered_days(rows, start, end):
    """The first day from start to end (counted) that no row covers, or None."""
    day = start
    for row in sorted(rows, key=lambda row: row.valid_from):
        if row.valid_from <= day:
            day = max(day, (row.valid_to or end) + datetime.timedelta(days=1))
    return day if day <= end else None


def test_loading_twice_changes_nothing(law):
    counts = {model: model.objects.count() for model in FILES.values()}

    report = load_catalogue()

    assert (report.added, report.updated, report.kept) == (0, 0, [])
    assert counts == {model: len(read_catalogue(name)) for name, model in FILES.items()}


def test_every_row_is_valid_and_cited(law):
    for model in FILES.values():
        for row in model.objects.all():
            row.full_clean()
            assert row.citation


@pytest.mark.parametrize("rules", ["powers", "vote_rules"])
def test_every_award_has_its_rules_for_every_day_of_its_life(law, rules):
    for award in AwardType.objects.prefetch_related(rules):
        first = award.valid_from if rules == "powers" else max(award.valid_from, FIRST_DAY_OF_RULES)
        last = award.valid_to or LAST_DAY_LOOKED_AT
        assert (award.code, uncovered_days(getattr(award, rules).all(), first, last)) == (award.code, None)


@pytest.mark.parametrize("branch", ["merit", "culture"])
def test_regimes_leave_no_day_out(law, branch):
    regimes = Regime.objects.filter(branch=branch)

    assert uncovered_days(regimes, regimes.first().valid_from, LAST_DAY_LOOKED_AT) is None


def test_base_salary_is_known_for_every_day(law):
    assert uncovered_days(BaseSalary.objects.all(), FIRST_DAY_OF_RULES, LAST_DAY_LOOKED_AT) is None


def test_a_rule_outlives_no_award(law):
    for name in ("powers", "vote_rules", "prizes", "parameters"):
        model = AwardType._meta.get_field(name).related_model
        rows = model.objects.exclude(award=None).select_related("award")
        late = [row for row in rows if (row.valid_to or date.max) > (row.award.valid_to or date.max)]
        assert late == []


def test_what_an_administrator_edited_is_kept(law):
    BaseSalary.objects.filter(valid_from="2026-07-01").update(amount=2_600_000, origin=Origin.EDITED)

    report = load_catalogue()

    assert BaseSalary.objects.get(valid_from="2026-07-01").amount == 2_600_000
    assert report.kept == ["2.600.000 đồng từ ngày 01/07/2026"]


def test_what_nobody_edited_is_brought_up_to_date(law):
    BaseSalary.objects.filter(valid_from="2026-07-01").update(amount=1)

    report = load_catalogue()

    assert BaseSalary.objects.get(valid_from="2026-07-01").amount == 2_530_000
    assert report.updated == 1


def test_a_rule_entered_by_hand_keeps_the_catalogue_out(law):
    quorum = Parameter.objects.get(key=ParameterKey.QUORUM)
    quorum.delete()
    Parameter.objects.create(key=quorum.key, value="1/2", valid_from="2020-01-01", citation="Quy chế mới")

    report = load_catalogue()

    assert [row.value for row in Parameter.objects.filter(key=quorum.key)] == ["1/2"]
    assert len(report.kept) == 1


def test_two_rows_of_one_rule_may_not_overlap(law):
    rule = VoteRule.objects.filter(award__code="CSTDT").last()
    rule.pk, rule.valid_from = None, date(2030, 1, 1)

    with pytest.raises(ValidationError, match="Thời gian hiệu lực trùng"):
        rule.full_clean()
    with pytest.raises(CatalogueError):
        check_no_overlap([*VoteRule.objects.filter(award__code="CSTDT"), rule])


def test_a_rule_may_follow_the_day_after_another_ends(law):
    rule = VoteRule.objects.filter(award__code="CSTDT").last()
    rule.valid_to = date(2029, 12, 31)
    rule.save()
    rule.pk, rule.valid_from, rule.valid_to = None, date(2030, 1, 1), None

    rule.full_clean()
    rule.save()

    assert VoteRule.objects.in_force(date(2030, 1, 1)).get(award__code="CSTDT") == rule


def test_the_command_says_what_it_did(db, capsys):
    call_command("load_law")

    rows = sum(len(read_catalogue(name)) for name in FILES)
    assert capsys.readouterr().out == f"Quy định pháp luật: thêm {rows} dòng, cập nhật 0 dòng.\n"


@pytest.mark.parametrize(
    ("key", "value", "example"),
    [
        ("quorum", "0,5", "2/3"),
        ("quorum", "2/0", "2/3"),
        ("posting_days", "mười", "10"),
        ("last_day", "24-11", "24/11"),
        ("last_day", "30/02", "24/11"),
        ("last_day", "31/11", "24/11"),
    ],
)
def test_a_parameter_has_the_shape_that_its_key_asks_for(law, key, value, example):
    row = Parameter.objects.filter(key=key).first()
    row.value = value

    with pytest.raises(ValidationError, match=f"ví dụ {example}"):
        row.full_clean()


@pytest.mark.parametrize("code", ["TCCQDP", "TDKT", "ND"])
def test_papers_have_a_text_to_cite_on_every_day(law, code):
    rows = LegalText.objects.filter(code=code)

    assert uncovered_days(rows, FIRST_DAY_OF_RULES, LAST_DAY_LOOKED_AT) is None


@pytest.mark.parametrize(
    ("branch", "day", "decree"),
    [
        ("merit", date(2025, 6, 30), "98/2023/NĐ-CP"),
        ("merit", date(2025, 7, 1), "152/2025/NĐ-CP"),
        ("culture", date(2025, 7, 1), "86/2023/NĐ-CP"),
    ],
)
def test_a_paper_cites_the_decree_of_its_branch_and_day(law, branch, day, decree):
    cited = [str(text) for text in LegalText.objects.cited_for([branch], day) if "Nghị định" in str(text)]

    assert len(cited) == 1
    assert decree in cited[0]
