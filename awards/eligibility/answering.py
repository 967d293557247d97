"""Whether a history holds what a requirement of the law asks, and what is missing."""

from dataclasses import dataclass
from functools import singledispatch

from awards.eligibility.finding import Verdict
from core.templatetags.vietnamese import percent
from law import requirements as law
from law.models import Grade, MeritKind, Scope

PASS, FAIL, UNKNOWN = Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN


@dataclass(frozen=True)
class Answer:
    """`words` are a part of a sentence; `needed` says what would have to be added."""

    verdict: Verdict
    words: str
    needed: str = ""
    records: tuple = ()


@singledispatch
def answer(requirement, case, names):
    """`names` is {code: name of the award}."""
    raise NotImplementedError(requirement)


# --- Titles and awards ---------------------------------------------------------------------------------


@answer.register
def _(wanted: law.TitleEachYear, case, names):
    name, years = names[wanted.title], case.last_years(wanted.years)
    held = case.history.years_of(wanted.title)
    # An annulled one is shown too: it says why the year is missing.
    seen = [one for one in case.history.held if one.award == wanted.title and one.year in years]
    records = tuple(one.record for one in seen)
    missing = [year for year in years if year not in held]
    if not missing:
        return Answer(PASS, _each_year(name, years), records=records)
    beyond = [year for year in missing if not case.history.knows(year)]
    if len(beyond) == len(missing):
        words = f"chưa rõ {name} {_years(missing)}: sổ trên cổng có từ năm {case.history.register_from}"
        return Answer(UNKNOWN, words, f"ghi vào sổ {name} {_years(missing)}", records)
    gone = [year for year in missing if year not in beyond]
    return Answer(FAIL, f"sổ khen thưởng không có {name} {_years(gone)}", _each_year(name, years), records)


@answer.register
def _(wanted: law.TitleTimes, case, names):
    years = case.last_years(wanted.within)
    held = [one for one in case.history.counting(wanted.title) if one.year in years]
    records = tuple(one.record for one in held)
    asked = f"{wanted.times} lần {names[wanted.title]} trong {wanted.within} năm ({_span(years)})"
    if len(held) >= wanted.times:
        return Answer(PASS, asked, records=records)
    beyond = sum(not case.history.knows(year) for year in years)
    verdict = UNKNOWN if len(held) + beyond >= wanted.times else FAIL
    return Answer(verdict, f"sổ khen thưởng có {len(held)} trong {asked}", asked, records)


@answer.register
def _(wanted: law.Holds, case, names):
    name = names[wanted.award]
    before = [one for one in case.history.counting(wanted.award) if one.awarded_on < case.on]
    records = tuple(one.record for one in before)
    if any(not wanted.of_service or one.merit in ("", MeritKind.SERVICE) for one in before):
        return Answer(PASS, f"đã được tặng {name}", records=records)
    if before:
        words = f"{name} đã được tặng không phải theo loại hình công trạng"
        return Answer(FAIL, words, f"{name} theo loại hình công trạng", records)
    if case.history.register_from is None:
        return Answer(FAIL, f"chưa được tặng {name}", name)
    words = f"chưa thấy {name} trong sổ trên cổng (có từ năm {case.history.register_from})"
    return Answer(UNKNOWN, words, f"ghi vào sổ {name}, nếu đã được tặng")


# --- Yearly evaluations --------------------------------------------------------------------------------


@answer.register
def _(wanted: law.GradeEachYear, case, names):
    years = case.last_years(wanted.years)
    return _each_graded(case, years, wanted.least, lambda year: False)


@answer.register
def _(wanted: law.ExcellentEachYear, case, names):
    """By the grade, or by the title that stands for it."""
    titles = case.history.years_of("TTLDXS")
    return _each_graded(case, case.last_years(wanted.years), Grade.EXCELLENT, lambda year: year in titles)


def _each_graded(case, years, least, otherwise):
    label = Grade(least).label
    asked = f"{label} {_years(years)}"
    low = [year for year in years if not otherwise(year) and _is_below(case.history.grades.get(year), least)]
    if low:
        return Answer(FAIL, f"{_years(low)} xếp loại dưới mức {label}", asked)
    open_years = [year for year in years if year not in case.history.grades and not otherwise(year)]
    if open_years:
        words = f"chưa ghi kết quả xếp loại {_years(open_years)}"
        return Answer(UNKNOWN, words, f"ghi kết quả xếp loại {_years(open_years)}")
    return Answer(PASS, asked)


@answer.register
def _(wanted: law.GradeTimes, case, names):
    years, grades = case.last_years(wanted.within), case.history.grades
    label = Grade(wanted.least).label
    asked = f"{wanted.times} năm {label} trong {wanted.within} năm ({_span(years)})"
    good = [year for year in years if year in grades and not _is_below(grades[year], wanted.least)]
    if len(good) >= wanted.times:
        return Answer(PASS, asked)
    open_years = [year for year in years if year not in grades]
    if len(good) + len(open_years) >= wanted.times:
        return Answer(
            UNKNOWN,
            f"chưa ghi kết quả xếp loại {_years(open_years)}",
            f"ghi kết quả xếp loại {_years(open_years)}",
        )
    return Answer(FAIL, f"có {len(good)} trong {asked}", asked)


def _is_below(grade, least):
    return grade is not None and not Grade(grade).reaches(least)


# --- Initiatives ---------------------------------------------------------------------------------------


@answer.register
def _(wanted: law.Initiatives, case, names):
    years, known = case.last_years(wanted.within), case.history.initiatives
    found = [one for one in known if one.on.year in years and Scope(one.scope).reaches(wanted.scope)]
    asked = f"{wanted.count} sáng kiến hoặc đề tài được công nhận phạm vi {Scope(wanted.scope).label.lower()}"
    if len(found) >= wanted.count:
        return Answer(PASS, asked)
    if not known:
        return Answer(UNKNOWN, "chưa ghi nhận sáng kiến, đề tài nào", f"ghi quyết định công nhận: {asked}")
    return Answer(FAIL, f"có {len(found)} trong {asked} ({_span(years)})", asked)


# --- Members of a collective ---------------------------------------------------------------------------


def _of_members(kind):
    """Registers an answer that also takes the team of the year; without one nothing can be told."""

    def register(function):
        def told(wanted, case, names):
            team = case.history.teams.get(case.year)
            if team and team.total:
                return function(wanted, case, names, team)
            missing = f"danh sách thành viên năm {case.year}"
            return Answer(UNKNOWN, f"chưa ghi {missing}", f"ghi {missing}")

        answer.register(kind, told)
        return function

    return register


@_of_members(law.ShareOfMembers)
def _share(wanted, case, names, team):
    holders = team.holders.get(wanted.title, 0)
    share = wanted.least or wanted.above
    has, asked = holders * share.denominator, team.total * share.numerator
    enough = has >= asked if wanted.least else has > asked
    bound = f"{'từ' if wanted.least else 'trên'} {percent(share.numerator, share.denominator)}"
    words = f"{holders}/{team.total} thành viên đạt {names[wanted.title]}, cần {bound}"
    return Answer(PASS if enough else FAIL, words, "" if enough else f"{bound} đạt {names[wanted.title]}")


@_of_members(law.AllMembersGraded)
def _all_graded(wanted, case, names, team):
    label = Grade(wanted.least).label
    asked = f"100% thành viên từ mức {label} năm {case.year}"
    low = sum(number for grade, number in team.grades.items() if _is_below(grade, wanted.least))
    if low:
        return Answer(FAIL, f"{low} thành viên xếp loại dưới mức {label}", asked)
    if team.not_graded:
        words = f"{team.not_graded} thành viên chưa có kết quả xếp loại năm {case.year}"
        return Answer(UNKNOWN, words, "ghi kết quả xếp loại của mọi thành viên")
    return Answer(PASS, asked)


@_of_members(law.SomeMember)
def _some(wanted, case, names, team):
    asked = f"ít nhất 1 thành viên đạt {names[wanted.title]}"
    if team.holders.get(wanted.title):
        return Answer(PASS, asked)
    return Answer(FAIL, f"không có thành viên nào đạt {names[wanted.title]} năm {case.year}", asked)


@_of_members(law.NoMemberWarned)
def _none_warned(wanted, case, names, team):
    asked = "không có thành viên bị kỷ luật từ cảnh cáo trở lên"
    if team.warned:
        words = f"{team.warned} thành viên bị kỷ luật từ cảnh cáo trở lên trong năm {case.year}"
        return Answer(FAIL, words, asked)
    return Answer(PASS, asked)


# --- Words ---------------------------------------------------------------------------------------------


def _each_year(name, years):
    if len(years) == 1:
        return f"{name} năm {years[0]}"
    return f"{len(years)} lần liên tục {name} ({_span(years)})"


def _years(years):
    return f"năm {', '.join(map(str, years))}"


def _span(years):
    return f"{years[0]}-{years[-1]}" if len(years) > 1 else f"{years[0]}"
