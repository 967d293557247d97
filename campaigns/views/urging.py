from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from campaigns.models import Plan
from campaigns.urging import ListChanged, urge, urging_of
from core.returning import return_url
from core.templatetags.vietnamese import so
from organizations.models import Role


@require_http_methods(["GET", "HEAD", "POST"])
def plan_urge(request, pk):
    plans = Plan.objects.visible_to(request.desk).issued().select_related("unit", "number__series")
    plan = get_object_or_404(plans, pk=pk)
    if not request.desk.may(Role.STANDING, plan.unit):
        raise PermissionDenied
    return see_and_send(
        request,
        partial(urging_of, plan, request.desk.on),
        partial(urge, plan, desk=request.desk),
        back=reverse("campaigns:plan-board", args=[plan.pk]),
        template="campaigns/plan_urge.html",
        plan=plan,
    )


def see_and_send(request, find, act, *, back, template, **context):
    """First exactly who is told what by which way; then one POST that tells them.

    `find()` is the Urging that `template` shows, `act(seen=digest)` answers the messages that were sent.
    """

    def page(status=200):
        shown = {"urging": find(), "back_url": back, **context}
        return render(request, template, shown, status=status)

    if request.method != "POST":
        return page()
    try:
        sent = act(seen=request.POST.get("seen", ""))
    except ListChanged as error:
        messages.error(request, str(error))
        return page(status=409)
    if sent:
        messages.success(request, f"Đã gửi tới {so(len(sent))} người.")
    else:
        messages.info(request, "Hôm nay mọi người trong danh sách đã được nhắc; không gửi thêm.")
    return redirect(return_url(request, back))
