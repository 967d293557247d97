import datetime
from decimal import Decimal

import pytest

from awards.eligibility import Level, Verdict, findings
from campaigns.models import ClusterStatus, ClusterYear
from exemplars.models import Measure
from law.models import AwardType, Grade, MeritKind, Scope, SubjectKind
from tests.factories import (
    AwardEntryFactory,
    ClusterMemberFactory,
    ClusterYearFactory,
    DisciplineFactory,
    InitiativeFactory,
    MembershipFactory,
    OpenMatterFactory,
    ParameterFactory,
    PledgeFactory,
    YearlyEvaluationFactory,
)

pytestmark = pytest.mark.django_db

DECIDED = datetime.date(2024, 3, 20)


@pytest.fixture
def given(appraised):
    """given(subject, code, year, **facts): an entry of the register for that year."""

    def make(subject, code, year, **facts):
        period = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
        return AwardEntryFactory(
            nomination=appraised(code, subject=subject, unit=subject.unit, status="awarded"),
            award=AwardType.objects.get(code=code),
            period_from=facts.pop("period_from", period[0]),
            period_to=facts.pop("period_to", period[1]),
            **facts,
        )

    return make


def finding(nomination, rule, on=DECIDED):
    """The one finding of that rule, or None."""
    return next((found for found in findings(nomination, on) if found.rule == rule), None)


@pytest.mark.parametrize(
    ("code", "kind", "level"),
    [
        ("GDVH", SubjectKind.HOUSEHOLD, Level.INFORM),
        ("GDVH", SubjectKind.PERSON, Level.BLOCK),
        ("CSTDCS", SubjectKind.COLLECTIVE, Level.BLOCK),
    ],
)
def test_r01_an_award_is_for_the_subjects_that_the_law_names(appraised, code, kind, level):
    assert finding(appraised(code, kind=kind), "R01").level == level


@pytest.mark.parametrize(("day", "level"), [("2025-06-30", Level.INFORM), ("2025-07-01", Level.BLOCK)])
def test_r02_nobody_grants_the_districts_award_after_the_districts_end(appraised, day, level):
    assert finding(appraised("GKH"), "R02", datetime.date.fromisoformat(day)).level == level


def test_r02_names_the_office_above_that_decides(appraised):
    assert finding(appraised("BKT"), "R02").sentence == (
        "Thẩm quyền quyết định: Chủ tịch Ủy ban nhân dân cấp tỉnh, hồ sơ phải trình cấp trên."
    )


def test_r02_sends_nothing_up_that_lies_at_no_office_yet(appraised, place):
    nomination = appraised("BKT")
    nomination.holder = None

    assert finding(nomination, "R02").sentence == (
        "Thẩm quyền quyết định: Chủ tịch Ủy ban nhân dân cấp tỉnh."
    )


def test_r03_a_household_is_not_rewarded_for_merit_of_service(appraised):
    nomination = appraised("GKH", kind=SubjectKind.HOUSEHOLD, merit=MeritKind.SERVICE)

    assert finding(nomination, "R03").level == Level.BLOCK


def test_r13_one_achievement_is_not_rewarded_twice(appraised, given):
    nomination = appraised("GKH")
    entry = given(nomination.subject, "GKH", 2023)

    found = finding(nomination, "R13")

    assert (found.level, found.records) == (Level.BLOCK, (entry,))


def test_r13_another_form_for_the_same_rescue_is_for_the_appraiser_to_judge(appraised, given):
    nomination = appraised("BKT", merit=MeritKind.EXCEPTIONAL)
    given(nomination.subject, "GKX", 2023)

    assert finding(nomination, "R13").level == Level.WARN


def test_r13_a_title_beside_a_form_is_nothing_to_tell(appraised, given):
    nomination = appraised("GKH")
    given(nomination.subject, "LDTT", 2023)

    assert finding(nomination, "R13") is None


def test_r13_what_came_of_the_dossier_itself_speaks_not_against_it(appraised, given):
    entry = given(appraised("GKH").subject, "GKH", 2023)

    assert finding(entry.nomination, "R13") is None


def test_r13_an_annulled_award_does_not_count(appraised, given):
    nomination = appraised("GKH")
    given(nomination.subject, "GKH", 2023, annulled_on=datetime.date(2024, 1, 2))

    assert finding(nomination, "R13") is None


@pytest.mark.parametrize(
    ("years", "level"), [((2023,), Level.WARN), ((2022,), Level.BLOCK), ((), Level.BLOCK)]
)
def test_r04_the_fighter_of_the_base_was_an_advanced_worker_in_the_same_year(appraised, given, years, level):
    nomination = appraised("CSTDCS")
    for year in years:
        given(nomination.subject, "LDTT", year)

    assert finding(nomination, "R04").level == level


def test_r06_three_years_in_a_row_open_the_provincial_title(appraised, given):
    nomination = appraised("CSTDT")
    entries = tuple(given(nomination.subject, "CSTDCS", year) for year in (2021, 2022, 2023))

    found = finding(nomination, "R06")

    assert (found.verdict, found.records) == (Verdict.UNKNOWN, entries)
    assert found.sentence == "Chưa đối chiếu được tiêu chuẩn: chưa ghi nhận sáng kiến, đề tài nào."
    assert found.citation == "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 22"


def test_r06_a_gap_closes_it(appraised, given):
    nomination = appraised("CSTDT")
    for year in (2020, 2021, 2023):
        given(nomination.subject, "CSTDCS", year)

    found = finding(nomination, "R06")

    assert found.level == Level.BLOCK
    assert found.sentence.startswith(
        "Chưa đủ tiêu chuẩn: sổ khen thưởng không có Chiến sĩ thi đua cơ sở năm 2022"
    )
    assert "3 lần liên tục Chiến sĩ thi đua cơ sở (2021-2023)" in found.needed


def test_r06_a_title_that_was_annulled_breaks_the_chain_and_is_shown(appraised, given):
    nomination = appraised("CSTDT")
    for year in (2021, 2023):
        given(nomination.subject, "CSTDCS", year)
    annulled = given(nomination.subject, "CSTDCS", 2022, annulled_on=datetime.date(2025, 10, 1))

    found = finding(nomination, "R06", datetime.date(2025, 10, 2))

    assert found.level == Level.BLOCK
    assert annulled in found.records


@pytest.mark.parametrize(("years", "level"), [((2022, 2023), Level.INFORM), ((2023,), Level.WARN)])
def test_r10_two_years_in_a_row_are_one_way_to_the_provincial_diploma(appraised, given, years, level):
    nomination = appraised("BKT", merit=MeritKind.SERVICE)
    for year in years:
        given(nomination.subject, "CSTDCS", year)

    assert finding(nomination, "R10").level == level


def test_r10_is_not_asked_for_merit_in_a_movement(appraised):
    assert finding(appraised("BKT", merit=MeritKind.MOVEMENT), "R10") is None


def test_r25_a_dissolved_unit_is_not_rewarded_and_a_persons_history_goes_on(appraised, place):
    place.commune.ends_on = datetime.date(2024, 3, 1)
    place.commune.save()
    unit = appraised("GKH", kind=SubjectKind.COLLECTIVE, name="XÃ BÌNH THỬ")

    levels = [finding(nomination, "R25").level for nomination in (unit, appraised("GKH"))]

    assert levels == [Level.BLOCK, Level.INFORM]


def test_the_gravest_finding_stands_first(appraised):
    levels = [found.level for found in findings(appraised("CSTDCS"), DECIDED)]

    assert levels == [Level.BLOCK, Level.INFORM, Level.INFORM]


@pytest.fixture
def placed():
    """placed(subject, rank): the confirmed place of the subject's unit in its cluster of 2023."""

    def make(subject, rank):
        year = ClusterYearFactory(year=2023, signed_on=datetime.date(2023, 2, 1), cluster__name="Cụm số 1")
        ClusterMemberFactory(cluster_year=year, unit=subject.unit, rank=rank, total=Decimal("97.25"))
        ClusterYear.objects.filter(pk=year.pk).update(status=ClusterStatus.CLOSED)

    return make


def flag(appraised, merit=MeritKind.SERVICE):
    return appraised(
        "COTINH", kind=SubjectKind.COLLECTIVE, merit=merit, achieved_to=datetime.date(2023, 12, 31)
    )


@pytest.mark.parametrize(("rank", "level"), [(1, Level.INFORM), (2, Level.BLOCK)])
def test_r12_a_yearly_flag_is_for_the_leader_of_the_cluster(appraised, placed, rank, level):
    nomination = flag(appraised)
    placed(nomination.subject, rank)

    found = finding(nomination, "R12")

    assert (found.level, found.sentence) == (level, f"Xếp hạng {rank} trong Cụm số 1 năm 2023 (97,25 điểm).")


def test_r12_a_flag_without_a_ranking_is_to_be_looked_at(appraised):
    assert finding(flag(appraised), "R12").level == Level.WARN


def test_r12_a_flag_for_a_movement_asks_how_long_that_lasted_and_for_no_cluster(appraised):
    found = finding(flag(appraised, MeritKind.MOVEMENT), "R12")

    assert (found.level, found.sentence) == (
        Level.WARN,
        "Chưa rõ thời gian của phong trào; cần phong trào từ 3 năm trở lên.",
    )


# --- Facts that were entered ----------------------------------------------------------------------------


def test_an_evaluation_and_an_initiative_make_the_chain_whole(appraised, given):
    nomination = appraised("CSTDT")
    for year in (2021, 2022, 2023):
        given(nomination.subject, "CSTDCS", year)
    InitiativeFactory(
        authors=[nomination.subject], scope=Scope.PROVINCE, recognised_on=datetime.date(2023, 6, 1)
    )

    assert finding(nomination, "R06").verdict == Verdict.PASS


def test_the_grade_of_the_year_is_read(appraised):
    nomination = appraised("LDTT")
    YearlyEvaluationFactory(subject=nomination.subject, year=2023, grade=Grade.MET)

    found = finding(nomination, "R32")

    assert (found.verdict, found.sentence) == (
        Verdict.FAIL,
        "Chưa đủ tiêu chuẩn: năm 2023 xếp loại dưới mức Hoàn thành tốt nhiệm vụ.",
    )


@pytest.mark.parametrize(
    ("made", "verdict"), [(True, Verdict.PASS), (False, Verdict.FAIL), (None, Verdict.UNKNOWN)]
)
def test_r31_the_pledge_of_the_year_is_read(appraised, made, verdict):
    nomination = appraised("LDTT")
    if made is not None:
        PledgeFactory(subject=nomination.subject, year=2023, made=made)

    assert finding(nomination, "R31", datetime.date(2023, 12, 31)).verdict == verdict


def test_members_of_the_year_are_counted_with_their_titles_grades_and_discipline(appraised, given):
    nomination = appraised("TTLDTT", kind=SubjectKind.COLLECTIVE, name="Phòng Thử")
    YearlyEvaluationFactory(subject=nomination.subject, year=2023, grade=Grade.WELL)
    people = [
        row.person for row in MembershipFactory.create_batch(3, collective=nomination.subject, year=2023)
    ]
    MembershipFactory(collective=nomination.subject, year=2022)
    for person in people[:2]:
        given(person, "LDTT", 2023)
    given(people[2], "LDTT", 2023, annulled_on=datetime.date(2024, 1, 2))

    short = finding(nomination, "R08")
    given(people[2], "LDTT", 2023)
    enough = finding(nomination, "R08")
    DisciplineFactory(
        subject=people[0], measure=Measure.WARNING, starts_on=datetime.date(2023, 5, 1), ends_on=None
    )
    warned = finding(nomination, "R08")

    assert short.sentence == ("Chưa đủ tiêu chuẩn: 2/3 thành viên đạt Lao động tiên tiến, cần từ 70%.")
    assert [found.verdict for found in (short, enough, warned)] == [Verdict.FAIL, Verdict.PASS, Verdict.FAIL]


def test_an_open_matter_blocks_and_is_not_told(appraised):
    nomination = appraised("BKT", merit=MeritKind.MOVEMENT)
    OpenMatterFactory(subject=nomination.subject, opened_on=datetime.date(2025, 7, 1), note="Đơn của ông Tám")

    found = finding(nomination, "R16", datetime.date(2025, 8, 1))

    assert found.level == Level.BLOCK
    assert "Tám" not in found.sentence
    assert finding(nomination, "R16", datetime.date(2025, 6, 30)) is None


def test_what_was_achieved_before_a_discipline_ended_does_not_count(appraised):
    nomination = appraised("BKT", merit=MeritKind.MOVEMENT)
    DisciplineFactory(
        subject=nomination.subject,
        starts_on=datetime.date(2023, 1, 1),
        ends_on=datetime.date(2023, 12, 31),
    )

    assert finding(nomination, "R17", datetime.date(2025, 8, 1)).verdict == Verdict.FAIL


def test_years_before_the_register_begins_cannot_be_told(appraised, given):
    nomination = appraised("CSTDT")
    for year in (2022, 2023):
        given(nomination.subject, "CSTDCS", year)
    ParameterFactory(key="register_from", value="2022")

    found = finding(nomination, "R06")

    assert found.verdict == Verdict.UNKNOWN
    assert "sổ trên cổng có từ năm 2022" in found.sentence


@pytest.mark.parametrize("kind", [SubjectKind.PERSON, SubjectKind.COLLECTIVE])
def test_thirty_years_of_history_are_read_in_twelve_queries(
    appraised, given, kind, django_assert_max_num_queries
):
    nomination = appraised("CSTDT" if kind == SubjectKind.PERSON else "TTLDXS", kind=kind)
    for year in range(1994, 2024):
        given(nomination.subject, "CSTDCS" if kind == SubjectKind.PERSON else "TTLDXS", year)
        YearlyEvaluationFactory(subject=nomination.subject, year=year)
    if kind == SubjectKind.COLLECTIVE:
        MembershipFactory.create_batch(5, collective=nomination.subject, year=2023)

    with django_assert_max_num_queries(12):
        findings(nomination, DECIDED)
