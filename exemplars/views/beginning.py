"""A new dossier in two steps: what it is about, then whom it names."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.views import View

from campaigns.models import Plan
from core.filters import matching
from core.pages import numbers
from core.returning import on_the_way
from exemplars import services
from exemplars.forms.beginning import BeginForm, StartForm
from exemplars.models import Exemplar, Subject
from law.models import SubjectKind
from organizations.access import PREPARING

FOUND_AT_MOST = 12


class NominationBegin(View):
    template_name = "exemplars/nomination_new.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.desk.has(*PREPARING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        asked = request.GET.copy()
        exemplar = self._exemplar(asked.get("exemplar", ""))
        subject = exemplar.subject if exemplar else self._known_subject(asked.get("subject", ""))
        if subject:
            asked["kind"] = subject.kind
        if exemplar and "plan" not in asked:
            asked["plan"] = self._plan_of(exemplar)
        if "plan" not in asked:  # an empty one means: outside any plan
            asked["plan"] = self._usual_plan()
        start = StartForm(asked if "kind" in asked else None, initial=asked.dict(), desk=request.desk)
        if not (start.is_bound and start.is_valid()):
            return self._page(start, None, [], subject)
        found = self._found(start, subject)
        form = self._second_step(start, subject, exemplar, name="" if found else start.cleaned_data["q"])
        return self._page(start, form, found, subject)

    def _known_subject(self, pk):
        known = Subject.objects.visible_to(self.request.desk)
        return known.filter(pk__in=numbers([pk])).first()

    def _usual_plan(self):
        """The plan that an officer most likely means: the newest that is open to the desk."""
        newest = Plan.objects.open_to(self.request.desk).order_by("-starts_on").first()
        return newest.pk if newest else ""

    def _exemplar(self, pk):
        """That the link named, if the person may see it."""
        seen = Exemplar.objects.visible_to(self.request.desk).select_related("subject")
        return seen.filter(pk__in=numbers([pk])).first()

    def _plan_of(self, exemplar):
        """The plan of the exemplar while one can propose in it; else outside any plan."""
        is_open = Plan.objects.open_to(self.request.desk).filter(pk=exemplar.plan_id).exists()
        return exemplar.plan_id if is_open else ""

    def _second_step(self, start, subject, exemplar, name):
        chosen = start.cleaned_data
        initial = {
            "plan": chosen["plan"],
            "name": name,
            "subject": subject,
            "exemplar": exemplar and exemplar.pk,
            "award": self.request.GET.get("award"),
        }
        return BeginForm(desk=self.request.desk, kind=chosen["kind"], initial=initial)

    def _found(self, start, subject):
        """Subjects that the words typed may mean; the one that the link named comes alone."""
        if subject:
            return [subject]
        if not (typed := start.cleaned_data["q"]):
            return []
        known = Subject.objects.visible_to(self.request.desk).filter(kind=start.cleaned_data["kind"])
        return list(matching(known.select_related("unit"), typed)[:FOUND_AT_MOST])

    def post(self, request):
        kind = request.POST.get("kind")
        if kind not in SubjectKind.values:
            return redirect("exemplars:nomination-new")
        form = BeginForm(request.POST, desk=request.desk, kind=kind)
        if not form.is_valid():
            start = StartForm(request.POST, desk=request.desk)
            chosen = form.cleaned_data.get("subject")
            return self._page(start, form, form.twins, chosen, status=422)
        nomination = self._begin(form.cleaned_data)
        messages.success(request, "Đã lập hồ sơ. Mời điền tiếp; hồ sơ lưu được khi còn thiếu.")
        return redirect(on_the_way("exemplars:nomination-edit", request, nomination.pk))

    def _begin(self, chosen):
        return services.begin(
            desk=self.request.desk,
            **{
                name: chosen[name]
                for name in ("kind", "unit", "name", "subject", "request_id", "plan", "award", "exemplar")
            },
        )

    def _page(self, start, form, found, subject, status=200):
        context = {"start": start, "form": form, "found": found, "chosen": subject}
        context["exemplar"] = form["exemplar"].value() if form else ""
        partial = self.request.htmx and not self.request.htmx.boosted
        template = "exemplars/nomination_new_choices.html" if partial else self.template_name
        response = render(self.request, template, context, status=status)
        response.headers["Vary"] = "HX-Request"
        return response
