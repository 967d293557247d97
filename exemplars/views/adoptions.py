"""Who works as an exemplar does: recorded, confirmed by the adopter and the office, mended, drawn."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django.views.generic import UpdateView

from core.lists import FilteredListView
from core.moving import attempt, buttons, make_move
from core.pages import FormPageMixin, posted
from exemplars.adopting import Unfit, is_open_to_copy, may_propose, mend, propose
from exemplars.deleting import may_delete
from exemplars.filters import AdoptionFilters
from exemplars.forms.adoption import AdoptionForm, ProposalForm
from exemplars.models import Adoption, Exemplar
from exemplars.tables import AdoptionTable
from exemplars.views.acting import back, require
from exemplars.views.tabs import Tabbed
from organizations.access import PREPARING
from organizations.models import Role

ASKED = {
    "accept": "Sau đó chờ Thường trực Hội đồng xác nhận.",
    "adopt": "Nơi này được tính là đang làm theo.",
    "refuse": "Nơi này không được tính là đang làm theo.",
    "confirm": "Nơi này được tính là đang làm theo.",
    "reject": "Nơi này không được tính là đang làm theo.",
    "end": "Nơi này không còn được tính là đang làm theo.",
    "resume": "Nơi này lại được tính là đang làm theo.",
}


class AdoptionList(Tabbed, FilteredListView):
    filterset_class, table_class = AdoptionFilters, AdoptionTable
    title = "Nhân rộng"
    lead = "Những nơi đang làm theo một điển hình, và ai đã xác nhận."
    empty_title = "Chưa ghi nơi nào làm theo"
    empty_text = "Mở một điển hình rồi bấm “Ghi nơi làm theo”."
    export_what = "adoptions"

    def get_queryset(self):
        return Adoption.objects.visible_to(self.request.desk).for_table()


@require_safe
def adoption_page(request, pk):
    adoption = _seen(request, pk)
    context = {
        "adoption": adoption,
        "source_seen": Exemplar.objects.known_to(request.desk).filter(pk=adoption.source_id).exists(),
        "facts": _facts(adoption),
        "moves": buttons(adoption, request.desk, "exemplars:adoption-move", ASKED),
        "may_delete": may_delete(adoption, request.user),
        "may_edit": Adoption.objects.kept_by(request.desk).filter(pk=pk).exists(),
        "may_pass_on": may_propose(adoption.source, request.desk, adoption.unit),
        "taught": adoption.taught.living().for_table(),
        "history": adoption.history,
    }
    return render(request, "exemplars/adoption_detail.html", context)


def _seen(request, pk):
    related = ("source__unit", "source__subject", "adopter", "office", "learned_from__unit")
    seen = Adoption.objects.visible_to(request.desk).for_table()
    return get_object_or_404(seen.select_related(*related, "learned_from__subject"), pk=pk)


def in_its_place(unit):
    """“ấp Hòa Bình, xã Đồng Sơn”: hamlets and schools of one name are many."""
    above = None if unit.is_territory else unit.get_parent()
    return f"{unit}, {above}" if above else str(unit)


def _facts(adoption):
    way = adoption.learned_from
    return [
        ("Nơi làm theo", adoption.name),
        ("Đơn vị", in_its_place(adoption.unit)),
        ("Học từ", way.name if way else "trực tiếp từ điển hình"),
        ("Làm theo từ", f"{adoption.since:%d/%m/%Y}"),
        ("Điển hình của nơi làm theo", adoption.adopter or "chưa là điển hình"),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def adoption_new(request, pk):
    source = get_object_or_404(Exemplar.objects.known_to(request.desk).for_table(), pk=pk)
    if not may_record(source, request.desk):
        raise PermissionDenied
    way = {"learned_from": request.GET.get("hoc-qua")}
    form = ProposalForm(posted(request), source=source, desk=request.desk, initial=way)
    if form.is_bound and form.is_valid() and (adoption := _proposed(request, source, form)):
        return back(request, adoption)
    context = {
        "form": form,
        "source": source,
        "way": _chosen_way(form),
        "title": "Ghi nơi làm theo",
        "cancel_url": reverse("exemplars:spread", args=[source.pk]),
    }
    return render(request, "exemplars/adoption_form.html", context, status=422 if form.is_bound else 200)


def may_record(source, desk):
    """Whether the person speaks for any unit that could have learned from it, or for the exemplar."""
    return is_open_to_copy(source) and desk.has(*PREPARING, Role.STANDING)


def _chosen_way(form):
    pk = str(form["learned_from"].value() or "")
    return form.fields["learned_from"].queryset.filter(pk=pk).first() if pk.isdigit() else None


def _proposed(request, source, form):
    """The adoption; None when it cannot be, which the form says at its field."""
    made = []
    stated = {name: form.cleaned_data[name] for name in ("unit", "request_id")} | form.stated

    def act():
        made.append(propose(source, desk=request.desk, **stated))

    try:
        attempt(request, act, "Đã ghi nơi làm theo.")
    except Unfit as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
    return made[0] if made else None


class AdoptionEdit(FormPageMixin, UpdateView):
    model, form_class = Adoption, AdoptionForm
    extra_context = {"title": "Bổ sung thông tin về nơi làm theo"}

    def get_queryset(self):
        return Adoption.objects.visible_to(self.request.desk).for_table()

    def get_object(self, queryset=None):
        adoption = super().get_object(queryset)
        if not Adoption.objects.kept_by(self.request.desk).filter(pk=adoption.pk).exists():
            raise PermissionDenied
        return adoption

    def form_valid(self, form):
        try:
            is_saved = mend(self.object, desk=self.request.desk, save=form.save_or_tell)
        except Unfit as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
            is_saved = False
        if not is_saved:
            return self.form_invalid(form)
        messages.success(self.request, "Đã lưu.")
        return redirect(self.get_success_url())


@require_http_methods(["GET", "HEAD", "POST"])
def adoption_move(request, pk, verb):
    adoption = _seen(request, pk)
    if verb not in adoption.MOVES:
        raise Http404
    require(adoption, verb, request.desk)
    done = f"Đã ghi: {adoption.MOVES[verb].label.lower()}."
    return make_move(request, adoption, verb, done=done, text=ASKED[verb])
