"""What is handed over on the stage."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from core.moving import carry_out
from core.text import line
from gatherings import honours
from gatherings.models import Honour
from gatherings.views.finding import find, find_to_prepare, refuse_unless_run_by, tabs
from organizations.models import Role

SHOWN = 30  # decisions to choose from, the newest


def page_of(conference):
    return reverse("gatherings:conference-honours", args=[conference.pk])


@require_GET
def conference_honours(request, pk):
    conference = find(request, pk)
    may_edit = request.desk.may(Role.STANDING, conference.unit) and conference.is_writable
    found = honours.batches(conference)
    context = {
        "conference": conference,
        "tabs": tabs(request, conference, "conference-honours"),
        "batches": [(number, rows[0].handed_by, rows) for number, rows in found],
        "count": sum(len(rows) for _, rows in found),
        "may_edit": may_edit,
        "decisions": honours.decisions_with_awards(conference, request.desk)[:SHOWN] if may_edit else [],
        "size": honours.ON_STAGE,
        "at_most": honours.AT_MOST_ON_STAGE,
    }
    return render(request, "gatherings/conference_honours.html", context)


def _attempt(request, conference, act, done):
    return carry_out(request, page_of(conference), act, done, then=page_of(conference))


@require_POST
def honours_add(request, pk):
    """All awards of one decision."""
    conference = find_to_prepare(request, pk)
    chosen = request.POST.get("decision", "")
    decisions = honours.decisions_with_awards(conference, request.desk)
    decision = decisions.filter(pk=chosen).first() if chosen.isdigit() else None
    if decision is None:
        raise Http404
    act = partial(honours.add_decision, conference, decision, desk=request.desk)
    done = f"Đã đưa khen thưởng của Quyết định {decision.number_text} vào danh sách trao."
    return _attempt(request, conference, act, done)


@require_POST
def honours_split(request, pk):
    conference = find_to_prepare(request, pk)
    size = request.POST.get("size", "")
    act = partial(honours.split_again, conference, int(size) if size.isdigit() and len(size) < 4 else 0)
    return _attempt(request, conference, act, "Đã chia lượt lên sân khấu.")


@require_POST
def honours_hand(request, pk, batch):
    """Who hands over to those of one batch."""
    conference = find_to_prepare(request, pk)
    name = line(request.POST.get("handed_by", ""))[:200]
    act = partial(honours.name_hander, conference, batch, name)
    return _attempt(request, conference, act, f"Đã ghi người trao của lượt {batch}.")


@require_POST
def honour_delete(request, pk):
    honour = get_object_or_404(Honour.objects.select_related("conference__unit", "entry__award"), pk=pk)
    find(request, honour.conference_id)
    refuse_unless_run_by(honour.conference, request.desk)
    act = partial(honours.take_off, honour, desk=request.desk)
    return _attempt(request, honour.conference, act, f"Đã bỏ {honour} khỏi danh sách trao.")
