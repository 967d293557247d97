"""What is known of a subject, as the rules read it: plain values, wherever they came from."""

import datetime
from dataclasses import dataclass, field

from law.models import CountedDay, MeritKind, Scope, SubjectKind


@dataclass(frozen=True)
class Held:
    """An award that was given: for the year or the period in which it was earned."""

    award: str  # code
    period_from: datetime.date
    period_to: datetime.date
    awarded_on: datetime.date
    merit: str = ""
    annulled_on: datetime.date | None = None
    record: object = None  # the entry of the register, for the page
    words: str = ""  # “Quyết định 12/QĐ-UBND”

    @property
    def year(self):
        return self.period_to.year

    @property
    def counts(self):
        """R26: what was annulled counts nowhere."""
        return self.annulled_on is None


@dataclass(frozen=True)
class Discipline:
    starts_on: datetime.date
    ends_on: datetime.date | None
    is_warning: bool  # cảnh cáo or graver


@dataclass(frozen=True)
class Recognised:
    """An initiative or a topic, and how far its use was recognised."""

    on: datetime.date
    scope: Scope


@dataclass(frozen=True)
class Team:
    """The members of a collective in one year."""

    total: int
    holders: dict = field(default_factory=dict)  # {code of a title: members who hold it for that year}
    grades: dict = field(default_factory=dict)  # {Grade: members}
    warned: int = 0

    @property
    def not_graded(self):
        return self.total - sum(self.grades.values())


@dataclass(frozen=True)
class History:
    held: tuple[Held, ...] = ()
    grades: dict = field(default_factory=dict)  # {year: Grade}
    disciplines: tuple[Discipline, ...] = ()
    initiatives: tuple[Recognised, ...] = ()
    open_matters: int | None = 0  # under discipline, inspection, denunciation; None: not known
    registered: dict = field(default_factory=dict)  # {year: whether it registered to emulate}
    teams: dict = field(default_factory=dict)  # {year: Team}
    register_from: int | None = None  # first year that the register knows; None: it knows all

    def counting(self, award):
        return tuple(one for one in self.held if one.award == award and one.counts)

    def years_of(self, award):
        """{year: Held} of a yearly title."""
        return {one.year: one for one in self.counting(award)}

    def knows(self, year):
        """Whether the register would hold an award of that year."""
        return self.register_from is None or year >= self.register_from


@dataclass(frozen=True)
class Place:
    """A rank in the confirmed ranking of a cluster of one year."""

    rank: int
    words: str  # “Cụm thi đua số 1 năm 2023 (92,5 điểm)”


@dataclass(frozen=True)
class Case:
    """One subject that one award is asked for, to be decided on the day `on`."""

    kind: SubjectKind
    award: str  # code
    on: datetime.date
    year: int | None = None  # that is considered
    merit: MeritKind | str = ""
    period_from: datetime.date | None = None
    period_to: datetime.date | None = None
    received_on: datetime.date | None = None
    name: str = ""
    unit: object = None  # organizations.models.Unit of the subject
    office_tier: int | None = None  # of the office that decides or sends on; None: not there yet
    place: Place | None = None
    movement: tuple | None = None  # (first day, last day) of the movement that the merit is about
    history: History = History()

    def day_of(self, counted_day):
        """The day whose law is asked; that of the decision while the other is not known."""
        return {
            CountedDay.DECISION: self.on,
            CountedDay.RECEIVED: self.received_on or self.on,
            CountedDay.WORK_YEAR: datetime.date(self.year, 12, 31) if self.year else self.on,
        }[counted_day]

    def last_years(self, count):
        return range(self.year - count + 1, self.year + 1)
