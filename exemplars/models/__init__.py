from exemplars.models.adoption import Adoption, AdoptionStatus
from exemplars.models.attachment import Attachment
from exemplars.models.dossier import Evidence, ReturnItem, ReturnSlip, SelfScore, Snapshot
from exemplars.models.exemplar import Exemplar, Stage
from exemplars.models.inspection import InspectionRound, RoundMember, RoundStatus
from exemplars.models.nomination import Nomination, NominationStatus, OfficeStay, Route
from exemplars.models.outreach import Coverage, LearningEvent
from exemplars.models.subject import CollectiveKind, Facts, Sex, Subject, WorkerGroup
from exemplars.models.visit import (
    FindingResult,
    Verdict,
    Visit,
    VisitFinding,
    VisitMeasure,
    VisitStatus,
    VisitSubmission,
)

__all__ = [
    "Adoption",
    "AdoptionStatus",
    "Attachment",
    "CollectiveKind",
    "Coverage",
    "Evidence",
    "Exemplar",
    "Facts",
    "FindingResult",
    "InspectionRound",
    "LearningEvent",
    "Nomination",
    "NominationStatus",
    "OfficeStay",
    "ReturnItem",
    "ReturnSlip",
    "RoundMember",
    "RoundStatus",
    "Route",
    "SelfScore",
    "Sex",
    "Snapshot",
    "Stage",
    "Subject",
    "Verdict",
    "Visit",
    "VisitFinding",
    "VisitMeasure",
    "VisitStatus",
    "VisitSubmission",
    "WorkerGroup",
]
