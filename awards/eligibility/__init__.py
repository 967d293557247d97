"""What the register and the law say about one dossier: findings, each with its ground."""

from awards.eligibility.finding import Finding, Level, Verdict
from awards.eligibility.judging import judge, the_gravest_first
from awards.eligibility.law_of_day import law_of
from awards.eligibility.public_opinion import asked_of_the_people
from awards.eligibility.reading import case_of
from core.calendar import today

__all__ = ["Finding", "Level", "Verdict", "findings", "judge"]


def findings(nomination, on=None):
    """[Finding], the gravest first, for a decision of the day `on`; nothing before an award is chosen."""
    if nomination.award is None:
        return []
    on = on or today()
    law = law_of(nomination.award, on)
    found = [*judge(case_of(nomination, on, law), law), *asked_of_the_people(nomination, on, law)]
    return the_gravest_first(found)
