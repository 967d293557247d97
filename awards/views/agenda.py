"""Which dossiers a session is to consider."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from awards.filters import CandidateFilters
from awards.models import SessionStatus
from awards.sessions import add_to_agenda, candidates, take_off_agenda
from awards.views.sessions import find_to_prepare
from core.lists import in_one_order
from core.moving import carry_out
from core.pages import numbers

PER_PAGE = 50


@require_http_methods(["GET", "POST"])
def agenda(request, pk):
    """Choose among the office's appraised dossiers: those ticked, or all that the filter shows."""
    session = find_to_prepare(request, pk)
    if session.status != SessionStatus.DRAFT and request.method == "GET":
        return redirect(session)
    waiting = candidates(session).for_table().order_by("unit__path", "name_key")
    filters = CandidateFilters(request.GET, queryset=waiting, request=request)
    if request.method == "POST":
        chosen = _chosen(request, filters.qs)
        done = f"Đã đưa {len(chosen)} hồ sơ vào chương trình."
        return carry_out(
            request, session, lambda: add_to_agenda(session, chosen, desk=request.desk), done, then=session
        )
    page = Paginator(in_one_order(filters.qs), PER_PAGE).get_page(request.GET.get("page"))
    context = {"session": session, "filter": filters, "page_obj": page, "is_filtered": bool(request.GET)}
    return render(request, "awards/session_agenda.html", context)


def _chosen(request, shown):
    """All that the filter shows, over all pages, or those that are ticked."""
    if "all" in request.POST:
        return list(shown)
    return list(shown.filter(pk__in=numbers(request.POST.getlist("nominations"))))


@require_POST
def agenda_remove(request, pk, item_pk):
    session = find_to_prepare(request, pk)
    item = get_object_or_404(session.items.select_related("session", "nomination"), pk=item_pk)
    return carry_out(
        request,
        session,
        lambda: take_off_agenda(item, desk=request.desk),
        f"Đã bỏ {item} khỏi chương trình.",
        then=session,
    )
