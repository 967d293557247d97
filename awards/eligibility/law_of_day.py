"""The law that the rules read, gathered once for a day and an award."""

from collections import defaultdict
from dataclasses import dataclass, field

from law.choosing import find_parameters
from law.models import AwardPower, AwardType, ParameterKey, Standard

SWITCHES = [
    ParameterKey.OPEN_MATTER_BLOCKS,
    ParameterKey.COUNTS_AFTER_DISCIPLINE,
    ParameterKey.COUNTS_AFTER_LAST_AWARD,
    ParameterKey.REGISTRATION_REQUIRED,
]
NUMBERS = [
    ParameterKey.MOVEMENT_YEARS,
    ParameterKey.LAST_DAY,
    ParameterKey.POSTING_DAYS,
    ParameterKey.REGISTER_FROM,
]


@dataclass(frozen=True)
class LawOfDay:
    award: AwardType
    powers: tuple = ()
    standards: tuple = ()  # of the award, of every day
    parameters: dict = field(default_factory=dict)  # {ParameterKey: Parameter}
    names: dict = field(default_factory=dict)  # {code: name of the award}
    groups: dict = field(default_factory=dict)  # {code: AwardGroup}

    def switch(self, key):
        """The row that puts a rule in force on that day, else None."""
        rule = self.parameters.get(key)
        return rule if rule and rule.integer else None


def law_of(award, on):
    """What of the law speaks about that award on the day `on`, in four queries."""
    return laws_of([award], on)[award]


def laws_of(awards, on):
    """{award: LawOfDay}, in four queries for any number of awards."""
    powers, standards = defaultdict(list), defaultdict(list)
    for power in AwardPower.objects.in_force(on).filter(award__in=awards).order_by("tier"):
        powers[power.award_id].append(power)
    for standard in Standard.objects.filter(award__in=awards):
        standards[standard.award_id].append(standard)
    parameters = find_parameters([*SWITCHES, *NUMBERS], on, awards)
    known = AwardType.objects.all()
    names, groups = {one.code: one.name for one in known}, {one.code: one.group for one in known}
    return {
        award: LawOfDay(
            award, tuple(powers[award.pk]), tuple(standards[award.pk]), parameters[award], names, groups
        )
        for award in awards
    }
