from gatherings.models.conference import Conference, ConferenceStatus, Duty
from gatherings.models.delegate import Delegate, DelegateStatus, Quota, Seat, Standard
from gatherings.models.programme import Block, BlockKind, Honour, Talk

__all__ = [
    "Block",
    "BlockKind",
    "Conference",
    "ConferenceStatus",
    "Delegate",
    "DelegateStatus",
    "Duty",
    "Honour",
    "Quota",
    "Seat",
    "Standard",
    "Talk",
]
