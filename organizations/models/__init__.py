from organizations.models.message import Message, MessageChoice, MessageKind
from organizations.models.numbering import READERS, IssuedNumber, NumberSeries, NumberStatus
from organizations.models.people import Authority, CouncilSeat, Post, Role, User
from organizations.models.signing import SignedPaper, Urgency
from organizations.models.unit import Succession, Tier, Unit, UnitKind, kinds_of, within

__all__ = [
    "READERS",
    "Authority",
    "CouncilSeat",
    "IssuedNumber",
    "Message",
    "MessageChoice",
    "MessageKind",
    "NumberSeries",
    "NumberStatus",
    "Post",
    "Role",
    "SignedPaper",
    "Succession",
    "Tier",
    "Unit",
    "UnitKind",
    "Urgency",
    "User",
    "kinds_of",
    "within",
]
