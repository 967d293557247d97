"""The law that the rules read, gathered once for a day and an award."""

from dataclasses import dataclass, field

from law.choosing import deciders, find_parameters
from law.models import AwardType, ParameterKey, Standard

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
    awards = list(AwardType.objects.all())
    return LawOfDay(
        award,
        tuple(deciders(award, on)),
        tuple(Standard.objects.filter(award=award)),
        find_parameters([*SWITCHES, *NUMBERS], on, award),
        {one.code: one.name for one in awards},
        {one.code: one.group for one in awards},
    )
