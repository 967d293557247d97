from law.models.award import AwardPower, AwardType
from law.models.dated import Origin
from law.models.form import FormNumber, PaperForm
from law.models.kinds import (
    AwardGroup,
    Branch,
    Certainty,
    CountedDay,
    Grade,
    Handling,
    MeritKind,
    Rising,
    Scope,
    SubjectKind,
    Weight,
)
from law.models.parameter import Parameter, ParameterKey
from law.models.prize import BaseSalary, Prize
from law.models.regime import Regime
from law.models.standard import Standard
from law.models.text import LegalText
from law.models.vote import VoteRule

__all__ = [
    "AwardGroup",
    "AwardPower",
    "AwardType",
    "BaseSalary",
    "Branch",
    "Certainty",
    "CountedDay",
    "FormNumber",
    "Grade",
    "Handling",
    "LegalText",
    "MeritKind",
    "Origin",
    "PaperForm",
    "Parameter",
    "ParameterKey",
    "Prize",
    "Regime",
    "Rising",
    "Scope",
    "Standard",
    "SubjectKind",
    "VoteRule",
    "Weight",
]
