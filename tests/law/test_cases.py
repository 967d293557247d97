"""The table of cases, and what holds of every case that there can be."""

import datetime
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from awards.eligibility import Verdict, judge
from awards.eligibility.answering import answer
from awards.eligibility.case import Case, Discipline, Held, History, Place, Recognised, Team
from awards.eligibility.law_of_day import law_of
from law.loading import load_catalogue
from law.models import AwardType, Grade, Standard
from law.requirements import (
    ExcellentEachYear,
    GradeEachYear,
    GradeTimes,
    Holds,
    ShareOfMembers,
    TitleEachYear,
    TitleTimes,
    WrongStandard,
    codes_in,
    parse_routes,
)
from organizations.models import Unit

DAY = datetime.date(2024, 3, 20)
NAMES = {"LDTT": "Lao động tiên tiến", "CSTDCS": "Chiến sĩ thi đua cơ sở"}
CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
NAMED = {
    "rule", "day", "award", "who", "merit", "year", "period", "has", "before", "annulled", "grades", "team",
    "inventions", "punished", "matters", "known_from", "registered", "place", "movement", "unit_life", "name",
    "verdict", "article",
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("told", CASES, ids=lambda told: f"{told['rule']} {told['award']} {told['day']}")
def test_the_law_says(law, told):
    assert told.keys() <= NAMED
    award = AwardType.objects.get(code=told["award"])

    found = [one for one in judge(_case(told, award), law_of(award, told["day"])) if one.rule == told["rule"]]

    verdicts = [one.verdict for one in found] or ["silent"]
    assert told["verdict"] in verdicts
    if told["verdict"] != "silent":
        (said,) = [one for one in found if one.verdict == told["verdict"]]
        assert told["article"] in said.citation
        assert said.sentence.endswith(".")
        assert said.verdict == Verdict.PASS or said.sentence


def _case(told, award):
    who = told.get("who") or award.subject_kinds[0]
    year = told.get("year", told["day"].year - 1)
    start, end = (
        told["period"] if "period" in told else (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    )
    name = told.get("name", "xã Thử")
    return Case(
        kind=who,
        award=award.code,
        on=told["day"],
        year=year,
        merit=told.get("merit", ""),
        period_from=start,
        period_to=end,
        name=name,
        unit=_unit(*told["unit_life"]) if "unit_life" in told else None,
        place=Place(told["place"], "Cụm số 1") if "place" in told else None,
        movement=tuple(told["movement"]) if "movement" in told else None,
        history=_history(told, year),
    )


def _unit(starts_on, ends_on):
    return Unit(name="xã Thử", starts_on=starts_on, ends_on=ends_on)


def _history(told, year):
    held = [
        _yearly(code, of, annulled)
        for annulled in (False, True)
        for code, years in told.get("annulled" if annulled else "has", {}).items()
        for of in years
    ]
    held += [_form(code, **facts) for code, facts in told.get("before", {}).items()]
    matters = told.get("matters", 0)
    return History(
        held=tuple(held),
        grades=told.get("grades", {}),
        disciplines=tuple(Discipline(*one) for one in told.get("punished", [])),
        initiatives=tuple(Recognised(*one) for one in told.get("inventions", [])),
        open_matters=None if matters == "unknown" else matters,
        registered=told.get("registered", {}),
        teams={year: Team(**told["team"])} if "team" in told else {},
        register_from=told.get("known_from"),
    )


def _yearly(code, year, annulled):
    end = datetime.date(year, 12, 31)
    gone = end + datetime.timedelta(days=90) if annulled else None
    return Held(code, datetime.date(year, 1, 1), end, end + datetime.timedelta(days=20), annulled_on=gone)


def _form(code, merit, to):
    return Held(code, to.replace(year=to.year - 1), to, to + datetime.timedelta(days=60), merit)


def test_every_rule_is_shown_met_not_met_and_beyond_telling():
    shown = defaultdict(set)
    for told in CASES:
        shown[told["rule"]].add(told["verdict"])
    always_told = {
        "R01": {"pass", "fail"},
        "R02": {"pass", "fail"},
        "R15": {"pass", "fail"},
        "R22": {"pass", "fail"},
    }

    assert {
        rule: verdicts
        for rule, verdicts in shown.items()
        if not always_told.get(rule, {"pass", "fail", "unknown"}) <= verdicts
        and rule not in {"R13", "R16"}  # that nothing speaks against a case is not said
    } == {}
    assert len(CASES) >= 150


# --- Of every case -------------------------------------------------------------------------------------


members = st.integers(0, 400)


@given(total=st.integers(1, 400), holders=members, share=st.fractions(0, 1).filter(lambda share: share > 0))
def test_a_share_of_members_is_counted_exactly(total, holders, share):
    case = Case(
        "collective", "TTLDTT", DAY, 2023, history=History(teams={2023: Team(total, {"LDTT": holders})})
    )

    least = answer(ShareOfMembers("LDTT", least=share), case, NAMES).verdict
    above = answer(ShareOfMembers("LDTT", above=share), case, NAMES).verdict

    assert (least == Verdict.PASS) == (Fraction(holders, total) >= share)
    assert (above == Verdict.PASS) == (Fraction(holders, total) > share)


years = st.integers(2015, 2023)
grades = st.dictionaries(years, st.sampled_from(Grade))
titles = st.sets(years)


@given(grades=grades, given_in=titles, annulled=titles, times=st.integers(1, 6))
def test_what_was_annulled_counts_nowhere(grades, given_in, annulled, times):
    kept = History(tuple(_yearly("CSTDCS", of, False) for of in given_in), grades)
    more = History((*kept.held, *(_yearly("CSTDCS", of, True) for of in annulled)), grades)

    for wanted in (TitleEachYear("CSTDCS", times), TitleTimes("CSTDCS", times, 6), Holds("CSTDCS")):
        with_them, without = (
            answer(wanted, Case("person", "CSTDT", DAY, 2023, history=history), NAMES).verdict
            for history in (more, kept)
        )
        assert with_them == without


@given(grades=grades, least=st.sampled_from(Grade), times=st.integers(1, 5), more=grades)
def test_what_is_learned_of_open_years_never_turns_an_answer_round(grades, least, times, more):
    """Only “cannot tell” may become anything else."""
    for wanted in (GradeEachYear(least, times), GradeTimes(least, times, 5), ExcellentEachYear(times)):
        before, after = (
            answer(wanted, Case("person", "LDTT", DAY, 2023, history=History(grades=known)), NAMES).verdict
            for known in (grades, more | grades)
        )
        assert before in (Verdict.UNKNOWN, after)


def test_routes_speak_of_awards_that_there_are(law):
    codes = set(AwardType.objects.values_list("code", flat=True))

    for standard in Standard.objects.all():
        assert codes_in(standard.parsed_routes) <= codes


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        ([], "Cần ít nhất một con đường"),
        ([[]], "Cần ít nhất một con đường"),
        ([[{"need": "luck"}]], "Không có loại điều kiện này"),
        ([[{"need": "title each year", "title": "LDTT", "yeers": 2}]], "không có mục yeers"),
        ([[{"need": "title each year", "title": "LDTT", "years": 0}]], "ghi chưa đúng"),
        ([[{"need": "title each year", "years": 2}]], "ghi chưa đúng"),
        ([[{"need": "grade each year", "least": "superb"}]], "ghi chưa đúng"),
        ([[{"need": "share of members", "title": "LDTT"}]], "đúng một trong hai mục"),
        ([[{"need": "share of members", "title": "LDTT", "least": "3/2"}]], "ghi chưa đúng"),
    ],
)
def test_routes_that_say_nothing_sensible_are_refused(routes, said):
    with pytest.raises(WrongStandard, match=said):
        parse_routes(routes)


@pytest.mark.django_db
def test_a_dossier_of_2022_is_judged_the_same_after_the_newest_law_is_loaded(law):
    told = next(told for told in CASES if told["rule"] == "R04" and told["day"].year == 2023)
    award = AwardType.objects.get(code=told["award"])
    before = judge(_case(told, award), law_of(award, told["day"]))

    load_catalogue()

    assert judge(_case(told, award), law_of(award, told["day"])) == before
