"""What waits for a person: the rows on which the next step is theirs, the latest first.

A group costs one query, whatever waits in it.
"""

from dataclasses import dataclass, field
from functools import partial

from django.db.models import Count, F, Q, Window
from django.urls import reverse
from django.utils.http import urlencode

from awards.conflicts import conflicts
from awards.decisions import undecided
from awards.models import AgendaItem, Annulment, Decision, Review, Session, SessionStatus, SubmissionLetter
from campaigns.models import Assignment, Plan, PlanStatus
from core.models import Event
from exemplars.models import Nomination, NominationStatus
from exemplars.models.nomination import waiting_for
from organizations.access import PREPARING
from organizations.models import Role
from organizations.models.unit import within
from reports.forms import open_milestones
from reports.models import MilestoneReview

SHOWN = 6  # rows of a group; the rest stands on its list
RECENT = 8  # last own acts shown
NEVER = Q(pk__in=[])


@dataclass(frozen=True)
class Task:
    label: str
    detail: str
    url: str
    due_on: object = None  # a date, or None
    days_left: int | None = None  # negative: so many days late


@dataclass(frozen=True)
class Group:
    title: str
    tasks: list
    total: int
    url: str  # the whole list
    late: int = field(default=0)

    @property
    def more(self):
        return self.total - len(self.tasks)


def groups(desk):
    """The groups that have something in them, in the order of the day's work."""
    found = (make(desk) for roles, make in GROUPS if desk.has(*roles))
    return [group for group in found if group.total]


def recent(user):
    """The person's own last acts."""
    return Event.objects.filter(by=user).select_related("content_type").order_by("-at", "-pk")[:RECENT]


def _group(title, rows, to_task, url, *, today, late=None):
    rows = rows.annotate(all_rows=Window(Count("pk")), late_rows=Window(Count("pk", filter=late or NEVER)))
    shown = list(rows[:SHOWN])
    total, late = (shown[0].all_rows, shown[0].late_rows) if shown else (0, 0)
    return Group(title, [to_task(row, today) for row in shown], total, url, late)


def _list(name, **query):
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)


def _days(due_on, today):
    return (due_on - today).days if due_on else None


def _dossier(nomination, today):
    return Task(
        str(nomination),
        f"{nomination.award or 'Chưa chọn hình thức'} · {nomination.unit}",
        nomination.get_absolute_url(),
        nomination.due_on,
        _days(nomination.due_on, today),
    )


def _dossiers(title, statuses, desk):
    rows = Nomination.objects.visible_to(desk).filter(waiting_for(desk), status__in=statuses)
    rows = rows.select_related("award", "unit", "subject").order_by(F("due_on").asc(nulls_last=True), "pk")
    url = _list("exemplars:nominations", status=statuses[0] if len(statuses) == 1 else "waiting")
    return _group(title, rows, _dossier, url, today=desk.on, late=Q(due_on__lt=desk.on))


def _drafts(desk):
    """An officer's own drafts: those of the whole subtree stand on the list."""
    return _dossiers("Hồ sơ đang lập", [NominationStatus.DRAFT], desk)


def _to_appoint(desk):
    rows = Nomination.objects.held_by(desk, Role.STANDING).filter(status=NominationStatus.APPRAISED)
    rows = rows.select_related("award", "unit", "subject").order_by("received_on", "pk")
    url = _list("exemplars:nominations", status=NominationStatus.APPRAISED)
    return _group("Hồ sơ đủ điều kiện, chờ đưa vào phiên họp", rows, _dossier, url, today=desk.on)


def _passed(desk):
    rows = undecided(desk.offices(Role.STANDING))
    rows = rows.select_related("award", "unit", "subject").order_by("pk")
    url = _list("exemplars:nominations", status=NominationStatus.PASSED)
    return _group("Đã thông qua, chờ soạn quyết định hoặc tờ trình", rows, _dossier, url, today=desk.on)


def _paper(paper, today):
    return Task(str(paper), str(paper.unit), paper.get_absolute_url())


def _papers(title, model, list_name, role, status, desk):
    rows = model.objects.filter(unit__in=desk.offices(role), status=status).select_related("unit")
    return _group(title, rows, _paper, _list(list_name, status=status), today=desk.on)


def _session_to_read(item, today):
    return Task(
        str(item.nomination),
        f"{item.nomination.award} · họp ngày {item.session.day:%d/%m/%Y}",
        reverse("awards:scoring-item", args=[item.session_id, item.pk]),
        item.session.day,
        _days(item.session.day, today),
    )


def _to_read(desk):
    """Dossiers of sessions one is called to, without one's own opinion yet."""
    own = Review.objects.filter(user=desk.user, sent_at__isnull=False)
    rows = AgendaItem.objects.filter(session__members__user=desk.user, session__status=SessionStatus.CONVENED)
    rows = rows.exclude(reviews__in=own).exclude(pk__in=_conflicted(desk))
    rows = rows.select_related("session", "nomination__award", "nomination__subject")
    rows = rows.order_by("session__held_at", "order", "pk")
    return _group(
        "Hồ sơ chờ tôi nhận xét, chấm điểm", rows, _session_to_read, _list("awards:sessions"), today=desk.on
    )


def _conflicted(desk):
    """Items that the person may not judge; nobody is called to more than a few sessions at a time."""
    called = Session.objects.filter(status=SessionStatus.CONVENED, members__user=desk.user)
    return [item for session in called for _user, item in conflicts(session, users=[desk.user.pk])]


def _session(session, today):
    return Task(
        str(session), session.place, session.get_absolute_url(), session.day, _days(session.day, today)
    )


def _sessions(desk):
    rows = Session.objects.visible_to(desk).filter(
        status__in=(SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.COUNTED)
    )
    rows = rows.select_related("unit").order_by("held_at")
    return _group("Phiên họp Hội đồng", rows, _session, _list("awards:sessions"), today=desk.on)


def _assignment(assignment, today):
    return Task(
        assignment.task,
        str(assignment.plan),
        reverse("campaigns:assignment-result", args=[assignment.pk]),
        assignment.due_on,
        _days(assignment.due_on, today),
    )


def _assignments(desk):
    mine = within(desk.paths(*PREPARING), "unit__path")
    rows = Assignment.objects.in_force().filter(mine, done_on=None).select_related("plan", "unit")
    rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
    return _group(
        "Nhiệm vụ được giao trong kế hoạch",
        rows,
        _assignment,
        _list("campaigns:plans"),
        today=desk.on,
        late=Q(due_on__lt=desk.on),
    )


def _milestone(milestone, today):
    return Task(
        milestone.name,
        str(milestone.plan),
        f"{reverse('reports:review-new')}?moc={milestone.pk}",
        milestone.due_on,
        milestone.days_left(today),
    )


def _milestones(desk):
    """Reviews that one can begin to write, until they are begun."""
    return _group(
        "Sơ kết, tổng kết đến hạn",
        open_milestones(desk).order_by("due_on", "pk"),
        _milestone,
        reverse("reports:review-new"),
        today=desk.on,
        late=Q(due_on__lt=desk.on),
    )


SIGN, NUMBER, WRITE = PlanStatus.FOR_SIGNATURE, PlanStatus.SIGNED, PlanStatus.DRAFT  # the same in all papers
PAPERS = (
    (Plan, "campaigns:plans", "Kế hoạch"),
    (Decision, "awards:decisions", "Quyết định"),
    (Annulment, "awards:annulments", "Quyết định hủy bỏ"),
    (SubmissionLetter, "awards:letters", "Tờ trình"),
    (MilestoneReview, "reports:reviews", "Báo cáo"),
)


def _of_papers(role, status, what):
    return [
        ((role,), partial(_papers, f"{name} {what}", model, list_name, role, status))
        for model, list_name, name in PAPERS
    ]


GROUPS = [
    ((Role.HEAD,), partial(_dossiers, "Hồ sơ chờ tôi trình", [NominationStatus.READY])),
    ((Role.OFFICER,), partial(_dossiers, "Hồ sơ bị trả lại, cần bổ sung", [NominationStatus.RETURNED])),
    ((Role.OFFICER,), _drafts),
    (
        (Role.STANDING,),
        partial(
            _dossiers,
            "Hồ sơ mới đến, chờ tiếp nhận",
            [NominationStatus.SUBMITTED, NominationStatus.FORWARDED],
        ),
    ),
    ((Role.STANDING,), partial(_dossiers, "Hồ sơ đang thẩm định", [NominationStatus.RECEIVED])),
    ((Role.STANDING,), _to_appoint),
    ((Role.MEMBER,), _to_read),
    ((Role.STANDING, Role.MEMBER, Role.CHAIRMAN), _sessions),
    ((Role.STANDING,), _passed),
    *_of_papers(Role.CHAIRMAN, SIGN, "chờ ký"),
    *_of_papers(Role.CLERK, NUMBER, "đã ký, chờ cấp số"),
    ((Role.STANDING,), _milestones),
    (PREPARING, _assignments),
    *_of_papers(Role.STANDING, WRITE, "đang soạn"),
]
