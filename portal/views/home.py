"""The first page after signing in: what waits for me, how late it is, what I did last."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal import worklist


@require_safe
def home(request):
    groups = worklist.groups(request.desk)
    return render(
        request,
        "portal/home.html",
        {
            "groups": groups,
            "late": sum(group.late for group in groups),
            "recent": worklist.recent(request.user),
            "has_post": bool(request.desk.posts),
        },
    )
