from gatherings.models.conference import Conference, ConferenceStatus, Duty
from gatherings.models.contest import Contest, ContestStatus, Judge, Round
from gatherings.models.delegate import Delegate, DelegateStatus, Quota, Seat, Standard
from gatherings.models.entry import Entry, EntryPhoto, EntryStatus, JudgeScore, RoundEntry
from gatherings.models.programme import Block, BlockKind, Honour, Talk

__all__ = [
    "Block",
    "BlockKind",
    "Conference",
    "ConferenceStatus",
    "Contest",
    "ContestStatus",
    "Delegate",
    "DelegateStatus",
    "Duty",
    "Entry",
    "EntryPhoto",
    "EntryStatus",
    "Honour",
    "Judge",
    "JudgeScore",
    "Quota",
    "Round",
    "RoundEntry",
    "Seat",
    "Standard",
    "Talk",
]
