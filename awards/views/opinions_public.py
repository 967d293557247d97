"""Lists for public opinion as everybody reads them, while they are up, and the form for a remark."""

from functools import partial

from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from awards.forms.opinion import RemarkForm
from awards.models import OpinionList
from awards.opinions import take_remark
from core.calendar import today
from core.guarded import source_of
from core.models import PublicKind
from core.moving import saved
from core.pages import posted
from core.public import public_page

KIND = PublicKind.OPINIONS
PER_PAGE = 100
AT_MOST = 200  # lists that are up at a time


def _shown():
    return OpinionList.objects.shown(today()).select_related("unit", "rule")


@public_page(KIND)
@require_safe
def opinions(request):
    lists = _shown().annotate(items_count=Count("items")).order_by("closes_on", "pk")[:AT_MOST]
    return render(request, "public/opinions.html", {"lists": lists})


@public_page(KIND)
@require_safe
def opinion(request, pk):
    """No more of anybody than name, unit, award and achievement."""
    opinion_list = get_object_or_404(_shown(), pk=pk)
    items = opinion_list.items.select_related("nomination__award", "nomination__unit")
    page = Paginator(items, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "public/opinion.html", {"opinion_list": opinion_list, "page": page})


@public_page(KIND, kept=False)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_remark(request, pk):
    opinion_list = get_object_or_404(_shown(), pk=pk)
    form = RemarkForm(posted(request), opinion_list=opinion_list)
    if request.method == "POST" and form.is_valid() and _taken(request, opinion_list, form):
        return redirect("awards:public-remark-sent", pk)
    context = {"opinion_list": opinion_list, "form": form}
    return render(request, "public/remark_form.html", context, status=422 if form.is_bound else 200)


def _taken(request, opinion_list, form):
    sender = {"request_id": form.request_id, "source": source_of(request)}
    return saved(form, partial(take_remark, opinion_list, **sender, **form.told()))


@public_page(KIND)
@require_safe
def remark_sent(request, pk):
    return render(request, "public/remark_sent.html", {"opinion_list": get_object_or_404(_shown(), pk=pk)})
