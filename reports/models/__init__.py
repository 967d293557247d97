from reports.models.paper import OFFICE, SOURCES, Paper, PaperKind
from reports.models.review import MilestoneReview, ReviewSection, ReviewSectionKind, ReviewStatus

__all__ = [
    "OFFICE",
    "SOURCES",
    "MilestoneReview",
    "Paper",
    "PaperKind",
    "ReviewSection",
    "ReviewSectionKind",
    "ReviewStatus",
]
