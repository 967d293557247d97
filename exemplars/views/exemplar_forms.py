"""Writing down an exemplar: a new one, or changes to one that two people may make at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import CreateView, UpdateView

from campaigns.editing import ADD, with_one_more_row
from core.filters import LONGEST_SEARCH, matching
from core.once import begun_once
from core.pages import FormPageMixin, numbers
from core.versioned import saver
from core.workflow import Collision
from exemplars.forms.collision import Merge
from exemplars.forms.exemplar import ExemplarForm
from exemplars.forms.figures import Figures
from exemplars.models import Exemplar, Subject
from organizations.access import PREPARING

FOUND_AT_MOST = 12


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

    @cached_property
    def figures(self):
        return Figures(self.object or Exemplar(), self._rows_sent())

    def _rows_sent(self):
        if self.request.method != "POST":
            return None
        try:
            return with_one_more_row(self.request.POST) if ADD in self.request.POST else self.request.POST
        except (KeyError, ValueError) as error:
            raise Http404 from error

    def post(self, request, *args, **kwargs):
        self.object = self.get_object() if self.kwargs else None
        form = self.get_form()
        if ADD in request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        if all([form.is_valid(), self.figures.is_valid()]):
            return self.form_valid(form)
        if not self.figures.is_valid():
            form.add_error(None, "Bảng số liệu trước và sau có chỗ chưa đúng.")
        return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "figures": self.figures}


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
        request_id = form.cleaned_data["request_id"]
        self.object = begun_once(Exemplar.objects, request_id, lambda: self._begin(form, request_id))
        messages.success(self.request, "Đã thêm điển hình.")
        return redirect(self.get_success_url())

    def _begin(self, form, request_id):
        form.instance.request_id = request_id
        exemplar = form.save()
        self.figures.save(exemplar)
        exemplar.log("create", desk=self.request.desk, label="Phát hiện", after=exemplar.status)
        return exemplar


class ExemplarEdit(ExemplarForms, UpdateView):
    extra_context = {"title": "Sửa điển hình tiên tiến"}

    def get_queryset(self):
        return Exemplar.objects.prepared_by(self.request.desk).for_table()

    def form_valid(self, form):
        try:
            self._save(form)
        except Collision:
            fresh = self.get_queryset().get(pk=self.object.pk)
            merge = Merge(form, self.form_class(instance=fresh, desk=self.request.desk))
            if merge.is_needed or self.figures.is_in_dispute:
                return self._collision(merge)
            self.figures.save(fresh)
        messages.success(self.request, "Đã lưu.")
        return redirect(self.get_success_url())

    @transaction.atomic
    def _save(self, form):
        form.save()
        self.figures.save(self.object)
        self.object.log("edit", desk=self.request.desk, label="Sửa thông tin")

    def _collision(self, merge):
        fresh = merge.saved.instance
        last = fresh.history.last()
        context = {
            "merge": merge,
            "figures": self.figures,
            "record": fresh,
            "what": "điển hình",
            "url": reverse("exemplars:exemplar-edit", args=[fresh.pk]),
            "who": saver(last and last.by, self.request.user),
            "at": last and last.at,
        }
        return render(self.request, "exemplars/collision.html", context, status=409)
