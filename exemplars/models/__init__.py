from exemplars.models.adoption import Adoption, AdoptionStatus
from exemplars.models.attachment import Attachment
from exemplars.models.attention import Attention
from exemplars.models.dossier import Evidence, ReturnItem, ReturnSlip, SelfScore, Snapshot
from exemplars.models.evaluation import Evaluation
from exemplars.models.exemplar import About, Exemplar, Rhythm
from exemplars.models.figure import ExemplarFigure
from exemplars.models.inspection import InspectionRound, RoundMember, RoundStatus
from exemplars.models.nomination import Nomination, NominationStatus, OfficeStay, Route
from exemplars.models.outreach import Coverage, LearningEvent
from exemplars.models.photo import ExemplarPhoto, Photo
from exemplars.models.record import (
    Absence,
    AbsenceKind,
    Discipline,
    Grade,
    Initiative,
    InitiativeKind,
    MatterKind,
    Measure,
    Membership,
    OpenMatter,
    Pledge,
    Scope,
    YearlyEvaluation,
)
from exemplars.models.stage import Stage
from exemplars.models.subject import CollectiveKind, Facts, Sex, Subject, WorkerGroup
from exemplars.models.support import Obstacle, SupportPlan, SupportTask
from exemplars.models.visit import (
    FindingResult,
    Verdict,
    Visit,
    VisitFinding,
    VisitMeasure,
    VisitPhoto,
    VisitStatus,
    VisitSubmission,
)

__all__ = [
    "About",
    "Absence",
    "AbsenceKind",
    "Adoption",
    "AdoptionStatus",
    "Attachment",
    "Attention",
    "CollectiveKind",
    "Coverage",
    "Discipline",
    "Evaluation",
    "Evidence",
    "Exemplar",
    "ExemplarFigure",
    "ExemplarPhoto",
    "Facts",
    "FindingResult",
    "Grade",
    "Initiative",
    "InitiativeKind",
    "InspectionRound",
    "LearningEvent",
    "MatterKind",
    "Measure",
    "Membership",
    "Nomination",
    "NominationStatus",
    "Obstacle",
    "OfficeStay",
    "OpenMatter",
    "Photo",
    "Pledge",
    "ReturnItem",
    "ReturnSlip",
    "Rhythm",
    "RoundMember",
    "RoundStatus",
    "Route",
    "Scope",
    "SelfScore",
    "Sex",
    "Snapshot",
    "Stage",
    "Subject",
    "SupportPlan",
    "SupportTask",
    "Verdict",
    "Visit",
    "VisitFinding",
    "VisitMeasure",
    "VisitPhoto",
    "VisitStatus",
    "VisitSubmission",
    "WorkerGroup",
    "YearlyEvaluation",
]
