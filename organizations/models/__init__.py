from organizations.models.numbering import IssuedNumber, NumberSeries
from organizations.models.people import CouncilSeat, Post, Role, User
from organizations.models.signing import SignedPaper
from organizations.models.unit import Succession, Tier, Unit, UnitKind

__all__ = [
    "CouncilSeat",
    "IssuedNumber",
    "NumberSeries",
    "Post",
    "Role",
    "SignedPaper",
    "Succession",
    "Tier",
    "Unit",
    "UnitKind",
    "User",
]
