"""What a standard asks of a subject: small facts, each of which its history holds or not.

A standard is a list of routes, any of which is enough; a route is a list of requirements, all of which
must hold. In the catalogue each requirement is an object whose "need" names one of the classes below.
Years are counted back from the year that is considered, that year included.
"""

from dataclasses import dataclass, fields
from fractions import Fraction

from law.models.kinds import Grade, Scope


class WrongStandard(ValueError):
    """Routes that say nothing sensible; the message is a sentence for people."""


@dataclass(frozen=True)
class TitleEachYear:
    """The title in each of the last `years` years (“liên tục”)."""

    title: str
    years: int = 1


@dataclass(frozen=True)
class TitleTimes:
    """The title, or the form, at least `times` times within the last `within` years."""

    title: str
    times: int
    within: int


@dataclass(frozen=True)
class GradeEachYear:
    """A yearly evaluation of at least `least` in each of the last `years` years."""

    least: Grade
    years: int = 1


@dataclass(frozen=True)
class GradeTimes:
    """A yearly evaluation of at least `least`, `times` times within the last `within` years."""

    least: Grade
    times: int
    within: int


@dataclass(frozen=True)
class ExcellentEachYear:
    """A collective that did excellently, or holds the title for it (TTLDXS), in each of the last years."""

    years: int


@dataclass(frozen=True)
class Initiatives:
    """So many initiatives or topics of that scope or wider, recognised within the last `within` years."""

    scope: Scope
    count: int = 1
    within: int = 1


@dataclass(frozen=True)
class Holds:
    """The award was given before; `of_service` when only one given for merit of service counts."""

    award: str
    of_service: bool = False


@dataclass(frozen=True)
class ShareOfMembers:
    """Of the members of that year so many hold the title: at least `least`, or more than `above`."""

    title: str
    least: Fraction | None = None
    above: Fraction | None = None


@dataclass(frozen=True)
class AllMembersGraded:
    least: Grade


@dataclass(frozen=True)
class SomeMember:
    """One of the members holds the title of that year."""

    title: str


@dataclass(frozen=True)
class NoMemberWarned:
    """No member was disciplined by a warning or more in that year."""


KINDS = {
    "title each year": TitleEachYear,
    "title times": TitleTimes,
    "grade each year": GradeEachYear,
    "grade times": GradeTimes,
    "excellent each year": ExcellentEachYear,
    "initiatives": Initiatives,
    "holds": Holds,
    "share of members": ShareOfMembers,
    "all members graded": AllMembersGraded,
    "some member": SomeMember,
    "no member warned": NoMemberWarned,
}
LONGEST = 30  # years that anything looks back


def parse_routes(routes):
    """[[requirement, …], …] of what a catalogue or a form holds; WrongStandard names the first fault."""
    if not (isinstance(routes, list) and routes and all(isinstance(r, list) and r for r in routes)):
        raise WrongStandard("Cần ít nhất một con đường, mỗi con đường có ít nhất một điều kiện.")
    return [[_parse(told) for told in route] for route in routes]


def _parse(told):
    if not isinstance(told, dict) or told.get("need") not in KINDS:
        raise WrongStandard(f"Không có loại điều kiện này: {told!r}. Các loại: {', '.join(KINDS)}.")
    kind = KINDS[told["need"]]
    known = {field.name: field for field in fields(kind)}
    given = {name: value for name, value in told.items() if name != "need"}
    if unknown := given.keys() - known.keys():
        raise WrongStandard(f"Điều kiện “{told['need']}” không có mục {', '.join(sorted(unknown))}.")
    try:
        requirement = kind(**{name: CASTS[name](value) for name, value in given.items()})
    except (TypeError, ValueError, ZeroDivisionError) as error:
        raise WrongStandard(f"Điều kiện “{told['need']}” ghi chưa đúng: {given!r}.") from error
    if isinstance(requirement, ShareOfMembers) and (requirement.least is None) == (requirement.above is None):
        raise WrongStandard("Tỷ lệ thành viên cần đúng một trong hai mục least, above.")
    return requirement


def _number(value):
    if not isinstance(value, int) or not 1 <= value <= LONGEST:
        raise ValueError(value)
    return value


def _code(value):
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    return value


def _share(value):
    share = Fraction(_code(value))
    if not 0 < share <= 1:
        raise ValueError(value)
    return share


CASTS = {
    "title": _code,
    "award": _code,
    "years": _number,
    "times": _number,
    "within": _number,
    "count": _number,
    "least": lambda value: _share(value) if "/" in value else Grade(value),
    "above": _share,
    "scope": Scope,
    "of_service": bool,
}


def codes_in(routes):
    """Codes of the awards that the routes speak of."""
    told = [requirement for route in routes for requirement in route]
    return {getattr(one, name) for one in told for name in ("title", "award") if hasattr(one, name)}
