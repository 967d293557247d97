"""Papers that wait to be written, signed or numbered: one query for all kinds."""

from collections import defaultdict

from django.db.models import F, Value

from awards.models import Annulment, Decision, SubmissionLetter
from campaigns.models import Plan, PlanStatus
from portal.worklist.group import SHOWN, Group, Task, list_url
from reports.models import MilestoneReview

SIGN, NUMBER, WRITE = PlanStatus.FOR_SIGNATURE, PlanStatus.SIGNED, PlanStatus.DRAFT  # the same in all papers
PAPERS = (
    (Plan, "campaigns:plans", "Kế hoạch"),
    (Decision, "awards:decisions", "Quyết định"),
    (Annulment, "awards:annulments", "Quyết định hủy bỏ"),
    (SubmissionLetter, "awards:letters", "Tờ trình"),
    (MilestoneReview, "reports:reviews", "Báo cáo"),
)


def papers(role, status, what, desk):
    """A group for each kind of paper: an office has few that are not issued yet."""
    first, *others = (_waiting(number, role, status, desk) for number in range(len(PAPERS)))
    found = defaultdict(list)
    for number, pk, title, unit in sorted(first.union(*others, all=True)):
        found[number].append(Task(title, unit, PAPERS[number][0](pk=pk).get_absolute_url()))
    return [
        Group(f"{name} {what}", found[number][:SHOWN], len(found[number]), list_url(url_name, status=status))
        for number, (_model, url_name, name) in enumerate(PAPERS)
    ]


def _waiting(number, role, status, desk):
    """(number of the kind, pk, title, unit's name) of the papers of one kind."""
    rows = PAPERS[number][0].objects.filter(unit__in=desk.offices(role), status=status).order_by()
    return rows.values_list(Value(number), "pk", "title", F("unit__name"))
