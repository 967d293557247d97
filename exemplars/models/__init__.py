from exemplars.models.dossier import Evidence, ReturnItem, ReturnSlip, SelfScore, Snapshot
from exemplars.models.exemplar import Exemplar, Stage
from exemplars.models.nomination import Nomination, NominationStatus, OfficeStay, Route
from exemplars.models.subject import CollectiveKind, Facts, Sex, Subject, WorkerGroup

__all__ = [
    "CollectiveKind",
    "Evidence",
    "Exemplar",
    "Facts",
    "Nomination",
    "NominationStatus",
    "OfficeStay",
    "ReturnItem",
    "ReturnSlip",
    "Route",
    "SelfScore",
    "Sex",
    "Snapshot",
    "Stage",
    "Subject",
    "WorkerGroup",
]
