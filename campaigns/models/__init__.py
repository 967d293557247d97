from campaigns.models.movement import Movement, WorkField
from campaigns.models.plan import (
    Assignment,
    Criterion,
    Milestone,
    MilestoneKind,
    Plan,
    PlanSection,
    PlanStatus,
    SectionKind,
)

__all__ = [
    "Assignment",
    "Criterion",
    "Milestone",
    "MilestoneKind",
    "Movement",
    "Plan",
    "PlanSection",
    "PlanStatus",
    "SectionKind",
    "WorkField",
]
