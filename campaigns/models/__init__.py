from campaigns.models.assignment import Assignment, AssignmentState
from campaigns.models.milestone import Milestone, MilestoneKind
from campaigns.models.movement import Movement, WorkField
from campaigns.models.parts import Criterion, PlanSection, SectionKind
from campaigns.models.plan import Plan, PlanStatus

__all__ = [
    "Assignment",
    "AssignmentState",
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
