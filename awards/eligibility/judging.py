from awards.eligibility.finding import Level
from awards.eligibility.rules import RULES
from awards.eligibility.standards import by_standard


def judge(case, law):
    """What the rules find in a case, the gravest first; asks no database."""
    found = [finding for rule in RULES for finding in rule(case, law)]
    return the_gravest_first([*found, *by_standard(case, law.standards, law.names)])


def the_gravest_first(findings):
    return sorted(findings, key=lambda finding: Level.values.index(finding.level))
