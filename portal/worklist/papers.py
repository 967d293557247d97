"""Papers that wait to be written, signed or numbered."""

from functools import partial

from awards.models import Annulment, Decision, SubmissionLetter
from campaigns.models import Plan, PlanStatus
from portal.worklist.group import Task, group_of, list_url
from reports.models import MilestoneReview


def _paper(paper, today):
    return Task(str(paper), str(paper.unit), paper.get_absolute_url())


def _papers(title, model, list_name, role, status, desk):
    rows = model.objects.filter(unit__in=desk.offices(role), status=status).select_related("unit")
    return group_of(title, rows, _paper, list_url(list_name, status=status), today=desk.on)


SIGN, NUMBER, WRITE = PlanStatus.FOR_SIGNATURE, PlanStatus.SIGNED, PlanStatus.DRAFT  # the same in all papers
PAPERS = (
    (Plan, "campaigns:plans", "Kế hoạch"),
    (Decision, "awards:decisions", "Quyết định"),
    (Annulment, "awards:annulments", "Quyết định hủy bỏ"),
    (SubmissionLetter, "awards:letters", "Tờ trình"),
    (MilestoneReview, "reports:reviews", "Báo cáo"),
)


def of_papers(role, status, what):
    return [
        ((role,), partial(_papers, f"{name} {what}", model, list_name, role, status))
        for model, list_name, name in PAPERS
    ]
