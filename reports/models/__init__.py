from reports.models.paper import Paper, PaperKind
from reports.models.review import MilestoneReview, ReviewSection, ReviewSectionKind, ReviewStatus

__all__ = ["MilestoneReview", "Paper", "PaperKind", "ReviewSection", "ReviewSectionKind", "ReviewStatus"]
