"""What subjects could be proposed for in a year: awards against the history of each, in a few queries."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from awards.eligibility.case import Case
from awards.eligibility.finding import Verdict
from awards.eligibility.judging import judge
from awards.eligibility.law_of_day import laws_of
from awards.eligibility.reading import histories
from awards.models import AwardEntry
from exemplars.models import Subject
from law.models import AwardType, Handling, MeritKind, SubjectKind

WORST_FIRST = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS)


@dataclass(frozen=True)
class Possibility:
    subject: Subject
    award: AwardType
    findings: tuple

    @cached_property
    def verdict(self):
        """FAIL when one rule is not met, else UNKNOWN when one cannot be told."""
        return min((found.verdict for found in self.findings), key=WORST_FIRST.index)

    @property
    def deciding(self):
        """The findings that make the verdict; none where all rules are met."""
        if self.verdict == Verdict.PASS:
            return []
        return [found for found in self.findings if found.verdict == self.verdict]


def proposable(kinds, on):
    """Awards that are given year by year to subjects of one of these kinds, here or at an office above."""
    awards = AwardType.objects.in_force(on).filter(annual=True).exclude(handling=Handling.RECORD)
    return [award for award in awards if set(award.subject_kinds) & set(kinds)]


def possibilities(whom, awards, year, on):
    """[Possibility] of each subject of `whom` (a QuerySet) and each award for its kind, in the order of both.

    For the work of the year, decided on the day `on`; for a form of reward by merit of service.
    """
    if not awards:
        return []
    laws = laws_of(awards, on)
    law = next(iter(laws.values()))  # what is asked of history is the same for all awards
    subjects = list(whom.select_related("unit"))
    known = {
        kind: histories(whom.filter(kind=kind).order_by(), kind, year, on, law, AwardEntry.objects.all())
        for kind in {subject.kind for subject in subjects}
    }
    return [
        Possibility(subject, award, _judged(subject, law, year, on, known[subject.kind][subject.pk]))
        for subject in subjects
        for award, law in laws.items()
        if subject.kind in award.subject_kinds
    ]


def _judged(subject, law, year, on, history):
    case = Case(
        kind=subject.kind,
        award=law.award.code,
        on=on,
        year=year,
        merit=_merit(law.award, subject.kind),
        period_from=datetime.date(year, 1, 1),
        period_to=datetime.date(year, 12, 31),
        name=subject.name,
        unit=subject.unit,
        history=history,
    )
    return tuple(judge(case, law))


def _merit(award, kind):
    merits = award.merits_for(SubjectKind(kind))
    return MeritKind.SERVICE if MeritKind.SERVICE in merits else next(iter(merits), "")
