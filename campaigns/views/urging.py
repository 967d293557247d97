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
    """First exactly who is told what by which way; then one POST that tells them."""
    plans = Plan.objects.visible_to(request.desk).issued().select_related("unit", "number__series")
    plan = get_object_or_404(plans, pk=pk)
    if not request.desk.may(Role.STANDING, plan.unit):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, plan)
    try:
        sent = urge(plan, desk=request.desk, seen=request.POST.get("seen", ""))
    except ListChanged as error:
        messages.error(request, str(error))
        return _page(request, plan, status=409)
    if sent:
        messages.success(request, f"Đã gửi đôn đốc tới {so(len(sent))} người.")
    else:
        messages.info(request, "Hôm nay mọi người trong danh sách đã được nhắc; không gửi thêm.")
    return redirect(return_url(request, reverse("campaigns:plan-board", args=[plan.pk])))


def _page(request, plan, status=200):
    context = {"plan": plan, "urging": urging_of(plan, request.desk.on)}
    return render(request, "campaigns/plan_urge.html", context, status=status)
