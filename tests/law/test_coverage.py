"""Which days the rows of law leave without a rule."""

import datetime

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from law.coverage import doubts, gaps, uncovered
from law.models import AwardPower, AwardType, BaseSalary, Certainty, Parameter, ParameterKey, VoteRule
from tests.factories import UserFactory

DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 2, 29))
PERIODS = st.lists(
    st.tuples(DAYS, DAYS | st.none()).filter(lambda ends: ends[1] is None or ends[0] <= ends[1])
)


def day(text):
    return datetime.date.fromisoformat(text)


def covers(period, on):
    first, last = period
    return first <= on and (last is None or on <= last)


@given(PERIODS, DAYS, DAYS | st.none(), DAYS)
def test_a_day_is_uncovered_exactly_when_no_period_holds_it(periods, first, last, on):
    found = uncovered(first, last, periods)

    asked = covers((first, last), on)
    assert any(covers(gap, on) for gap in found) == (asked and not any(covers(one, on) for one in periods))


@pytest.mark.django_db
class TestOfTheCatalogue:
    pytestmark = pytest.mark.usefixtures("law")

    def test_every_award_of_every_day_since_2021_has_its_rules(self):
        assert gaps() == []

    def test_a_power_that_ends_too_early_leaves_its_last_days_open(self):
        power = AwardPower.objects.get(award__code="XPTT")
        power.valid_to = day("2025-05-31")
        power.save()

        (gap,) = gaps()

        assert (gap.model, gap.about) == (AwardPower, power.award.name)
        assert (gap.first, gap.last) == (day("2025-06-01"), day("2025-06-30"))

    def test_an_award_that_a_province_adds_needs_power_and_votes(self):
        award = AwardType.objects.create(
            code="DPMOI", name="Danh hiệu mới", title="Danh hiệu mới", for_persons=True, rank=1,
            group="title", valid_from=day("2026-01-01"), citation="Quyết định của tỉnh",
        )  # fmt: skip

        found = [(gap.model, gap.first, gap.last, gap.known) for gap in gaps()]

        assert found == [
            (AwardPower, day("2026-01-01"), None, {"award": award.pk}),
            (VoteRule, day("2026-01-01"), None, {"award": award.pk}),
        ]

    def test_days_between_two_values_of_a_parameter_are_told_and_what_ended_for_good_is_not(self):
        quorum = Parameter.objects.get(key=ParameterKey.QUORUM)
        quorum.valid_to = day("2023-12-31")
        quorum.save()
        later = {"key": ParameterKey.QUORUM, "value": "3/4", "citation": "Quy chế"}
        Parameter.objects.create(valid_from=day("2024-02-01"), **later)

        (gap,) = gaps()

        assert (gap.model, gap.first, gap.last) == (Parameter, day("2024-01-01"), day("2024-01-31"))

    def test_what_a_province_decided_for_itself_is_no_doubt(self):
        BaseSalary.objects.update(certainty=Certainty.LOCAL)

        assert BaseSalary not in dict(doubts())


@pytest.mark.django_db
def test_the_page_leads_to_an_empty_row_with_the_missing_days(client, law):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    AwardPower.objects.filter(award__code="GKH").update(valid_to=day("2025-05-31"))

    page = client.get(reverse("law:coverage"))
    (link,) = [add for _gap, add in page.context["gaps"]]
    form = client.get(link).context["adminform"].form

    assert "từ ngày 01/06/2025 đến hết ngày 30/06/2025" in page.text
    assert (form["valid_from"].value(), form["valid_to"].value()) == ("01/06/2025", "30/06/2025")
    assert f"{form['award'].value()}" == f"{AwardType.objects.get(code='GKH').pk}"


@pytest.mark.django_db
def test_the_page_asks_of_each_kind_of_rule_once(client, law, django_assert_max_num_queries):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    with django_assert_max_num_queries(25):
        client.get(reverse("law:coverage"))
