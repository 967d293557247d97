from campaigns.models.assignment import Assignment, AssignmentState, ProgressFile, ProgressReport
from campaigns.models.cluster import (
    Cluster,
    ClusterKind,
    ClusterMember,
    ClusterStatus,
    ClusterYear,
    CrossScoring,
    PointKind,
    PointLine,
    ScoreSheet,
    Seat,
    SettledPoint,
    SheetPoint,
    TieRule,
)
from campaigns.models.milestone import Milestone, MilestoneKind
from campaigns.models.movement import Movement, WorkField
from campaigns.models.parts import Criterion, PlanSection, SectionKind
from campaigns.models.plan import Plan, PlanStatus

__all__ = [
    "Assignment",
    "AssignmentState",
    "Cluster",
    "ClusterKind",
    "ClusterMember",
    "ClusterStatus",
    "ClusterYear",
    "Criterion",
    "CrossScoring",
    "Milestone",
    "MilestoneKind",
    "Movement",
    "Plan",
    "PlanSection",
    "PlanStatus",
    "PointKind",
    "PointLine",
    "ProgressFile",
    "ProgressReport",
    "ScoreSheet",
    "Seat",
    "SectionKind",
    "SettledPoint",
    "SheetPoint",
    "TieRule",
    "WorkField",
]
