"""The record of a visit as it is written in the field, and the script that keeps its form for there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.models import Criterion
from core.calendar import now
from core.returning import return_url
from core.versioned import saver
from core.workflow import Collision, TransitionError
from exemplars.forms.visit import RecordForm
from exemplars.models.visit import WRITABLE
from exemplars.views.visits import seen_visit
from exemplars.visits import file_record

CLOSED = "Biên bản này không nhận sửa, gửi thêm được nữa: {}."
BY_SCRIPT = "visit"  # of X-Requested-With: static/js/visits.js sends, and wants an answer for a program


@method_decorator(never_cache, name="dispatch")  # Back would bring an old version
class RecordPage(View):
    """The form, whole or sent by the script of the page, which keeps what the server has not taken in."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.visit = None

    def dispatch(self, request, *args, **kwargs):
        self.visit = seen_visit(request, kwargs["pk"])
        if not self.visit.allows("record", request.desk):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        if self.visit.status not in WRITABLE:
            messages.error(request, CLOSED.format(self.visit.get_status_display().lower()))
            return redirect(self.visit)
        return self._page(self._form())

    def post(self, request, pk):
        form = self._form(request.POST, request.FILES)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            submission = file_record(self.visit, form.record(), desk=request.desk)
        except (Collision, TransitionError):
            return self._refused()
        return self._taken_in(submission)

    def _form(self, *data):
        exemplar, inspection = self.visit.exemplar, self.visit.round
        plan = exemplar.plan_id or inspection.plan_id
        criteria = Criterion.objects.filter(plan=plan, subject_kind=exemplar.subject.kind) if plan else ()
        initial = {"team": "\n".join(_team(inspection)), "place": f"{exemplar.unit}"}
        begun = {} if self.visit.recorded_at else initial
        return RecordForm(*data, instance=self.visit, criteria=criteria, initial=begun)

    def _refused(self):
        """Somebody was first: both texts, or, where nothing is taken in any more, what was typed here."""
        self.visit = seen_visit(self.request, self.visit.pk)
        form = self._form(self.request.POST, self.request.FILES)
        form.is_valid()
        if self.visit.status not in WRITABLE:
            form.add_error(None, CLOSED.format(self.visit.get_status_display().lower()))
            return self._page(form, status=409)
        form.tell()
        return self._page(form, status=409)

    def _taken_in(self, submission):
        messages.success(self.request, f"Đã gửi biên bản lúc {submission.at:%H:%M ngày %d/%m/%Y}.")
        target = return_url(self.request, self.visit)
        if self.request.headers.get("X-Requested-With") == BY_SCRIPT:
            return JsonResponse({"url": target, "at": f"{now():%H:%M}"})
        return redirect(target)

    def _page(self, form, status=200):
        visit = self.visit
        context = {
            "visit": visit,
            "form": form,
            "who": saver(visit.recorded_by, self.request.user) if visit.recorded_at else "",
            "last_return": visit.history.filter(verb="give_back").last(),
            "is_closed": visit.status not in WRITABLE,
        }
        return render(self.request, "exemplars/visit_record.html", context, status=status)


def _team(inspection):
    yield from (f"{seat.user}, {seat.title}" for seat in inspection.members.select_related("user"))
    yield from filter(None, inspection.outside_members.split("\n"))


@login_not_required
@require_safe
def worker(request):
    """The service worker; from this address it can stand for pages below /kiem-tra/ alone."""
    script = render_to_string("exemplars/visits_worker.js")
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
