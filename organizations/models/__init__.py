from organizations.models.numbering import READERS, IssuedNumber, NumberSeries, NumberStatus
from organizations.models.people import CouncilSeat, Post, Role, User
from organizations.models.signing import SignedPaper
from organizations.models.unit import Succession, Tier, Unit, UnitKind, kinds_of, within

__all__ = [
    "READERS",
    "CouncilSeat",
    "IssuedNumber",
    "NumberSeries",
    "NumberStatus",
    "Post",
    "Role",
    "SignedPaper",
    "Succession",
    "Tier",
    "Unit",
    "UnitKind",
    "User",
    "kinds_of",
    "within",
]
