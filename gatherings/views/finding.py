"""Which conference a page is about, and whether its viewer may change it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.returning import came_from, with_return
from gatherings.models import Conference
from organizations.models import Role

NOT_YOURS = "Việc này do thường trực Hội đồng của cơ quan tổ chức hội nghị thực hiện."
TABS = (
    ("Chung", "conference"),
    ("Đại biểu", "conference-delegates"),
    ("Chương trình, tham luận", "conference-programme"),
    ("Khen thưởng", "conference-honours"),
    ("Các cấp", "conference-levels"),
)


def find(request, pk):
    """The conference, for a page that its viewer may read."""
    seen = Conference.objects.visible_to(request.desk)
    related = "unit", "plan__number__series", "milestone", "above__unit"
    numbers = "plan_number__series", "invitation_number__series"
    return get_object_or_404(seen.select_related(*related, *numbers), pk=pk)


def refuse_unless_run_by(conference, desk):
    if not desk.may(Role.STANDING, conference.unit):
        raise PermissionDenied(NOT_YOURS)


def find_to_prepare(request, pk):
    """The conference, for a page by which its standing office changes it."""
    conference = find(request, pk)
    refuse_unless_run_by(conference, request.desk)
    return conference


def tabs(request, conference, active):
    """The pages of one conference, as components/tabs.html takes them; the way back goes along."""
    found = []
    for label, name in TABS:
        url = reverse(f"gatherings:{name}", args=[conference.pk])
        url = with_return(url, request) if came_from(request) else url
        found.append({"label": label, "url": url, "active": name == active})
    return found
