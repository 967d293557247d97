"""Dossiers as one finds and reads them."""

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from core.calendar import today
from core.lists import FilteredListView
from core.pages import numbers
from core.workflow import TransitionError
from exemplars import services
from exemplars.checks import run_checks
from exemplars.comparing import changes
from exemplars.filters import OVERDUE, WAITING, NominationFilters
from exemplars.models import Exemplar, Nomination, NominationStatus
from exemplars.models.nomination import BEFORE_COUNCIL, is_overdue, waiting_for
from exemplars.offices import deciding_power, first_office
from exemplars.parts import ACHIEVEMENT, PROPOSAL, facts, identity, label
from exemplars.progress import next_step, steps
from exemplars.tables import NominationTable
from exemplars.views.acting import back, register_checks_url, seen_nomination
from organizations.access import PREPARING
from organizations.models import Role

OWN_PAGES = {
    "submit": "submit",
    "propose": "submit",
    "give_back": "give-back",
    "appraise": "appraise",
    "refuse": "",
}


class NominationList(FilteredListView):
    filterset_class, table_class = NominationFilters, NominationTable
    template_name = "exemplars/nomination_list.html"
    title = "Hồ sơ đề nghị khen thưởng"
    empty_title = "Chưa có hồ sơ nào"
    empty_text = "Hồ sơ do cán bộ của đơn vị lập, trong một kế hoạch đã ban hành hoặc đột xuất."
    export_what = "nominations"

    def get_queryset(self):
        seen = Nomination.objects.visible_to(self.request.desk)
        return seen.for_table().defer(*ACHIEVEMENT, "appraisal").order_by("-pk")

    def get_table_kwargs(self):
        return {} if self.request.desk.has(Role.STANDING) else {"exclude": ["pick"]}

    @property
    def above_rows(self):
        return "exemplars/nomination_batch.html" if self.request.desk.has(Role.STANDING) else ""

    def may_begin(self):
        return self.request.desk.has(*PREPARING)

    def may_look(self):
        """At who could be proposed."""
        return self.request.desk.has(*PREPARING, Role.STANDING)

    def tabs(self):
        """The lists that people open every day, with their counts."""
        counts = Nomination.objects.visible_to(self.request.desk).aggregate(
            all=Count("pk"),
            waiting=Count("pk", filter=waiting_for(self.request.desk)),
            overdue=Count("pk", filter=is_overdue()),
            returned=Count("pk", filter=Q(status=NominationStatus.RETURNED)),
            received=Count("pk", filter=Q(status=NominationStatus.RECEIVED)),
        )
        chosen = self.request.GET.get("status", "")
        rows = [
            ("", "Tất cả", counts["all"]),
            (WAITING, "Đang chờ tôi", counts["waiting"]),
            (OVERDUE, "Quá hạn", counts["overdue"]),
            (NominationStatus.RETURNED, "Trả lại để bổ sung", counts["returned"]),
            (NominationStatus.RECEIVED, "Đang thẩm định", counts["received"]),
        ]
        return [
            {
                "label": words,
                "url": f"{self.request.path}?status={status}" if status else self.request.path,
                "active": status == chosen,
                "count": count,
            }
            for status, words, count in rows
        ]


@require_POST
def receive_batch(request):
    """Take in the chosen dossiers, each by itself, and tell how many were and which were not."""
    chosen = numbers(request.POST.getlist("nomination"))
    nominations = Nomination.objects.visible_to(request.desk).for_page().filter(pk__in=chosen)
    refused = [why for nomination in nominations if (why := _refusal(nomination, request.desk))]
    done = len(nominations) - len(refused)
    if done:
        messages.success(request, f"Đã tiếp nhận {done} hồ sơ.")
    for why in refused[:5]:
        messages.error(request, why)
    if len(refused) > 5:
        messages.error(request, f"Còn {len(refused) - 5} hồ sơ khác không tiếp nhận được.")
    if not nominations:
        messages.warning(request, "Hãy đánh dấu các hồ sơ cần tiếp nhận.")
    return back(request, "exemplars:nominations")


def _refusal(nomination, desk):
    try:
        services.receive(nomination, desk=desk)
    except TransitionError as error:
        return f"{nomination}: {error}"
    return ""


@require_safe
def nomination_page(request, pk):
    nomination = seen_nomination(request, pk)
    return render(request, "exemplars/nomination_detail.html", _page(request, nomination))


def _page(request, nomination):
    desk, kind = request.desk, nomination.kind
    moves = nomination.open_moves(desk)
    slip = nomination.open_return
    return {
        "nomination": nomination,
        "exemplar": Exemplar.objects.visible_to(desk).filter(pk=nomination.exemplar_id).first(),
        "moves": [(verb, move) for verb, move in moves.items() if verb not in OWN_PAGES],
        "open": moves,
        "can_edit": nomination.editable and any(desk.may(role, nomination.unit) for role in PREPARING),
        "steps": steps(nomination),
        "next_step": next_step(nomination),
        "identity": facts(nomination, identity(kind)),
        "proposal": facts(nomination, PROPOSAL),
        "texts": facts(nomination, ACHIEVEMENT),
        "power": _power(nomination),
        "scores": list(nomination.self_scores.select_related("criterion")),
        "evidence": nomination.evidence.select_related("uploaded_by"),
        "slip": slip,
        "requests": [(label(item.part, kind), item.request) for item in slip.items.all()] if slip else [],
        "checks": run_checks(nomination, desk) if nomination.status not in BEFORE_COUNCIL else [],
        "register_checks_url": register_checks_url(nomination),
        "snapshots": list(nomination.snapshots.values_list("number", "at")),
        "history": nomination.history,
    }


def _power(nomination):
    """Who decides on it, as far as one can say now."""
    on = nomination.received_on or today()
    office = nomination.holder or first_office(nomination.unit, nomination.route, on)
    return deciding_power(nomination.award, office, on) if nomination.award and office else None


@require_safe
def nomination_changes(request, pk, number):
    """What was mended between the sending before `number` and that one."""
    nomination = seen_nomination(request, pk)
    after = get_object_or_404(nomination.snapshots, number=number)
    before = get_object_or_404(nomination.snapshots, number=number - 1)
    slip = nomination.returns.prefetch_related("items").filter(at__range=(before.at, after.at)).first()
    context = {
        "nomination": nomination,
        "before": before,
        "after": after,
        "slip": slip,
        "requests": [(label(i.part, nomination.kind), i.request) for i in slip.items.all()] if slip else [],
        "changes": changes(before.content, after.content, nomination.kind),
    }
    return render(request, "exemplars/nomination_changes.html", context)
