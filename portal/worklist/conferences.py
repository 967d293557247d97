"""What conferences of exemplars ask of units, of their offices and of the clerk."""

import datetime

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from campaigns.models import Milestone, MilestoneKind
from campaigns.models.plan import PlanStatus
from gatherings.delegates import OPEN
from gatherings.models import Conference, ConferenceStatus, Delegate, DelegateStatus, Quota
from organizations.access import PREPARING
from organizations.models import Role
from organizations.models.unit import within
from portal.worklist.group import Task, days_until, group_of, list_url

PREPARED_FOR = datetime.timedelta(days=90)


def _day(milestone, today):
    return Task(
        milestone.name,
        str(milestone.plan),
        f"{reverse('gatherings:conference-new')}?moc={milestone.pk}",
        milestone.due_on,
        milestone.days_left(today),
    )


def to_begin(desk):
    """Conferences that plans in force ask for soon, and of which none was begun."""
    rows = Milestone.objects.filter(
        kind=MilestoneKind.CONFERENCE,
        conferences=None,
        due_on__lte=desk.on + PREPARED_FOR,
        plan__status=PlanStatus.ISSUED,
        plan__unit__in=desk.offices(Role.STANDING),
    )
    return group_of(
        "Hội nghị theo kế hoạch, chưa lập",
        rows.select_related("plan").order_by("due_on", "pk"),
        _day,
        list_url("campaigns:plans"),
        today=desk.on,
        late=Q(due_on__lt=desk.on),
    )


def _quota(quota, today):
    due = quota.conference.delegates_due_on
    return Task(
        str(quota.conference),
        f"{quota.unit}: đã cử {quota.sent}/{quota.number}",
        reverse("gatherings:conference-delegates", args=[quota.conference_id]),
        due,
        days_until(due, today),
    )


def to_send(desk):
    """Quotas of one's units that are not used up yet, at conferences that still take delegates."""
    of_unit = (
        Delegate.objects.live().official().filter(conference=OuterRef("conference"), unit=OuterRef("unit"))
    )
    sent = of_unit.order_by().values("unit").annotate(count=Count("pk")).values("count")
    own = within(desk.paths(*PREPARING), "unit__path")
    rows = Quota.objects.filter(own, conference__status__in=OPEN)
    rows = rows.annotate(sent=Coalesce(Subquery(sent), 0)).filter(sent__lt=F("number"))
    rows = rows.select_related("conference", "unit").order_by("conference__starts_at", "order", "pk")
    return group_of(
        "Cử đại biểu dự hội nghị",
        rows,
        _quota,
        list_url("gatherings:conferences", status=ConferenceStatus.NOMINATING),
        today=desk.on,
        late=Q(conference__delegates_due_on__lt=desk.on),
    )


def _delegate(delegate, today):
    day = delegate.conference.day
    return Task(
        str(delegate),
        f"{delegate.unit} · {delegate.conference}",
        delegate.get_absolute_url(),
        day,
        days_until(day, today),
    )


def to_decide(desk):
    rows = Delegate.objects.filter(
        conference__unit__in=desk.offices(Role.STANDING),
        conference__status__in=OPEN,
        status=DelegateStatus.PROPOSED,
    )
    rows = rows.select_related("unit", "conference").order_by("conference__starts_at", "name_key", "pk")
    url = list_url("gatherings:delegates", status=DelegateStatus.PROPOSED)
    return group_of("Đại biểu hội nghị chờ duyệt", rows, _delegate, url, today=desk.on)


def _conference(conference, today):
    day = conference.day
    return Task(
        str(conference),
        f"{conference.unit} · {conference.get_status_display()}",
        conference.get_absolute_url(),
        day,
        days_until(day, today),
    )


def to_number(desk):
    """Conferences whose plan has no number once units are asked, or whose invitation has none once sent."""
    no_plan = Q(status__in=OPEN, plan_number=None)
    no_invitation = Q(status=ConferenceStatus.CALLED, invitation_number=None)
    rows = Conference.objects.filter(no_plan | no_invitation, unit__in=desk.offices(Role.CLERK))
    rows = rows.select_related("unit").order_by("starts_at", "pk")
    url = list_url("gatherings:conferences")
    return group_of("Kế hoạch hội nghị, giấy mời chờ cấp số", rows, _conference, url, today=desk.on)
