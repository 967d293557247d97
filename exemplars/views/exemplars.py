"""Advanced exemplars: found, registered, nurtured, verified, spread."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django.views.generic import CreateView, UpdateView

from core.filters import LONGEST_SEARCH, matching
from core.lists import FilteredListView
from core.pages import FormPageMixin, numbers
from core.returning import came_from
from core.versioned import saver
from core.workflow import Collision
from exemplars.filters import ExemplarFilters
from exemplars.forms.collision import Merge
from exemplars.forms.exemplar import ExemplarForm
from exemplars.models import Exemplar, Stage, Subject
from exemplars.tables import ExemplarTable
from exemplars.views.acting import attempt, back, require
from exemplars.views.spread import spread_of
from exemplars.views.tabs import Tabbed
from organizations.access import PREPARING

STAGES = (Stage.FOUND, Stage.REGISTERED, Stage.NURTURED, Stage.VERIFIED, Stage.SPREAD)
FOUND_AT_MOST = 12


class ExemplarList(Tabbed, FilteredListView):
    filterset_class, table_class = ExemplarFilters, ExemplarTable
    template_name = "exemplars/exemplar_list.html"
    title = "Điển hình tiên tiến"
    empty_title = "Chưa có điển hình nào"
    empty_text = "Điển hình do đơn vị phát hiện, đăng ký, bồi dưỡng rồi nhân rộng."
    export_what = "exemplars"

    def get_queryset(self):
        return Exemplar.objects.visible_to(self.request.desk).for_table()

    def may_begin(self):
        return self.request.desk.has(*PREPARING)


@require_safe
def exemplar_page(request, pk):
    exemplar = _seen(request, pk)
    context = {
        "exemplar": exemplar,
        "facts": _facts(exemplar),
        "texts": [
            ("Cách làm", exemplar.practice),
            ("Hiệu quả, số liệu", exemplar.effect),
        ],
        "steps": _steps(exemplar),
        "moves": exemplar.open_moves(request.desk).items(),
        "may_edit": any(request.desk.may(role, exemplar.unit) for role in PREPARING),
        "visits": exemplar.visits.visible_to(request.desk).select_related("round"),
        "history": exemplar.history,
        **spread_of(exemplar, request.desk),
    }
    return render(request, "exemplars/exemplar_detail.html", context)


def _seen(request, pk):
    seen = Exemplar.objects.visible_to(request.desk).for_table().select_related("movement")
    return get_object_or_404(seen, pk=pk)


def _facts(exemplar):
    return [
        ("Đơn vị theo dõi", exemplar.unit),
        ("Ngày phát hiện", f"{exemplar.found_on:%d/%m/%Y}"),
        ("Lĩnh vực", exemplar.field),
        ("Phong trào", exemplar.movement),
        ("Kế hoạch", exemplar.plan),
    ]


def _steps(exemplar):
    """As components/stepper.html takes them; none for an exemplar that is followed no longer."""
    if exemplar.status not in STAGES:
        return []
    at = STAGES.index(exemplar.status)
    return [
        {"label": stage.label, "state": "now" if number == at else "done" if number < at else "next"}
        for number, stage in enumerate(STAGES)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def exemplar_move(request, pk, verb):
    """Every stage is asked on GET, with room for a word on it, and made on POST."""
    exemplar = _seen(request, pk)
    if verb not in exemplar.MOVES:
        raise Http404
    require(exemplar, verb, request.desk)
    move = exemplar.MOVES[verb]
    if request.method == "POST":
        act = partial(exemplar.move, verb, desk=request.desk, note=request.POST.get("note", ""))
        attempt(request, act, f"Đã ghi: {move.label.lower()}.")
        return back(request, exemplar)
    context = {
        "title": f"{move.label}: {exemplar}?",
        "text": "",
        "url": request.path,
        "action": move.label,
        "danger": move.style == "danger",
        "note_label": "Kết quả kiểm chứng hoặc lý do" if move.needs_note else "Ghi chú (không bắt buộc)",
        "back": came_from(request) or exemplar.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


class ExemplarForms(FormPageMixin):
    model = Exemplar
    form_class = ExemplarForm
    template_name = "exemplars/exemplar_form.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.desk.has(*PREPARING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "desk": self.request.desk}


class ExemplarNew(ExemplarForms, CreateView):
    extra_context = {"title": "Thêm điển hình tiên tiến"}

    def get_initial(self):
        chosen = self._chosen(self.request.GET.get("subject", ""))
        return {"subject": chosen and chosen.pk}

    def _chosen(self, pk):
        return Subject.objects.visible_to(self.request.desk).filter(pk__in=numbers([pk])).first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        typed = self.request.GET.get("q", "")[:LONGEST_SEARCH]
        chosen = self._chosen(str(context["form"]["subject"].value() or ""))
        return {**context, "q": typed, "found": self._found(typed), "chosen": chosen}

    def _found(self, typed):
        known = Subject.objects.visible_to(self.request.desk).select_related("unit")
        return matching(known, typed)[:FOUND_AT_MOST] if typed.strip() else []

    def form_valid(self, form):
        answer = super().form_valid(form)
        self.object.log("create", desk=self.request.desk, label="Phát hiện", after=self.object.status)
        messages.success(self.request, "Đã thêm điển hình.")
        return answer


class ExemplarEdit(ExemplarForms, UpdateView):
    extra_context = {"title": "Sửa điển hình tiên tiến"}

    def get_queryset(self):
        return Exemplar.objects.prepared_by(self.request.desk).for_table()

    def form_valid(self, form):
        try:
            form.save()
        except Collision:
            fresh = self.get_queryset().get(pk=self.object.pk)
            merge = Merge(form, self.form_class(instance=fresh, desk=self.request.desk))
            if merge.is_needed:
                return self._collision(merge)
        else:
            self.object.log("edit", desk=self.request.desk, label="Sửa thông tin")
        messages.success(self.request, "Đã lưu.")
        return redirect(self.get_success_url())

    def _collision(self, merge):
        fresh = merge.saved.instance
        last = fresh.history.last()
        context = {
            "merge": merge,
            "record": fresh,
            "what": "điển hình",
            "url": reverse("exemplars:exemplar-edit", args=[fresh.pk]),
            "who": saver(last and last.by, self.request.user),
            "at": last and last.at,
        }
        return render(self.request, "exemplars/collision.html", context, status=409)
