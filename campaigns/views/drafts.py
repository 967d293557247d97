"""Writing a plan: a new draft, a copy of an older plan, the editor with its autosave."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import CreateView, FormView, View

from campaigns.editing import ADD, Draft, new_row, with_one_more_row
from campaigns.forms.plan import NewPlanForm, RecordPlanForm
from campaigns.forms.steps import CopyForm
from campaigns.models import Plan, PlanStatus
from campaigns.readiness import old_years
from campaigns.services import begin_plan, begin_record, copy_plan
from campaigns.views.standing import StandingOfficeOnly
from campaigns.views.steps import plan_address
from core.calendar import now
from core.pages import FormPageMixin
from core.returning import on_the_way
from core.versioned import saver
from core.workflow import Collision


class PlanNew(StandingOfficeOnly, FormPageMixin, CreateView):
    form_class = NewPlanForm
    template_name = "campaigns/plan_new.html"
    extra_context = {"title": "Lập kế hoạch", "save_label": "Lập dự thảo"}
    begin = staticmethod(begin_plan)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"desk": self.request.desk}

    def form_valid(self, form):
        request_id = form.cleaned_data["request_id"]
        plan = self.begin(form.instance, desk=self.request.desk, request_id=request_id)
        return redirect(edit_address(self.request, plan))


class PlanRecord(PlanNew):
    """A plan that was issued on paper, written into the portal to work by."""

    form_class = RecordPlanForm
    template_name = "campaigns/plan_record.html"
    extra_context = {"title": "Ghi lại kế hoạch đã ban hành", "save_label": "Tiếp tục"}
    begin = staticmethod(begin_record)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Plan(status=PlanStatus.RECORDING)}


class PlanCopy(StandingOfficeOnly, FormPageMixin, FormView):
    """A new draft that starts as a copy of an older plan, its dates moved."""

    form_class = CopyForm
    template_name = "campaigns/plan_copy.html"

    def get_form_kwargs(self):
        plans = Plan.objects.visible_to(self.request.desk).select_related("unit", "number__series")
        self.plan = get_object_or_404(plans, pk=self.kwargs["pk"])
        return super().get_form_kwargs() | {"plan": self.plan, "desk": self.request.desk}

    def form_valid(self, form):
        copy = copy_plan(self.plan, desk=self.request.desk, **form.cleaned_data)
        messages.success(self.request, "Đã lập dự thảo từ kế hoạch trước. Mời xem lại từng phần.")
        return redirect(edit_address(self.request, copy))


def edit_address(request, plan):
    return on_the_way(reverse("campaigns:plan-edit", args=[plan.pk]), request)


def draft_of(request, pk):
    """The draft that the person may change; 404 for any other plan, and once it has been submitted."""
    drafts = Plan.objects.drafted_by(request.desk).select_related("unit", "edited_by", "copied_from")
    return get_object_or_404(drafts, pk=pk)


def version_in(request):
    """The version that the page was read with; 0, which no plan has, when there is none."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


@method_decorator(never_cache, name="dispatch")  # Back would bring an old version
class PlanEdit(View):
    """The editor: one page, one form, saved as a whole."""

    def get(self, request, pk):
        return self.page(Draft(draft_of(request, pk)))

    def post(self, request, pk):
        plan = draft_of(request, pk)
        draft = Draft(plan, request.POST)
        try:
            is_written = draft.keep(seen=version_in(request), by=request.user)
        except Collision:
            return self.collision(Draft(draft_of(request, pk), request.POST))
        if ADD in request.POST:
            return self.one_more_row(draft)
        if not is_written:
            return self.page(draft, status=422)
        draft.plan.log("edit", desk=request.desk, label="Sửa dự thảo")
        messages.success(request, "Đã lưu dự thảo.")
        return redirect(plan_address(request, draft.plan))

    def page(self, draft, status=200, **context):
        context |= {"draft": draft, "plan": draft.plan, "old_years": old_years(draft.plan)}
        return render(self.request, "campaigns/plan_edit.html", context, status=status)

    def collision(self, draft):
        """What both people wrote, side by side; saving once more writes the second text."""
        who = saver(draft.plan.edited_by, self.request.user)
        return self.page(draft, status=409, differences=draft.differences(), who=who)

    def one_more_row(self, draft):
        try:
            data = with_one_more_row(self.request.POST)
        except (KeyError, ValueError) as error:
            raise Http404 from error
        return self.page(Draft(draft.plan, data), added=data[ADD])


@require_POST
def plan_autosave(request, pk):
    """Answers {"version", "message"}; 409 when somebody else saved first."""
    draft = Draft(draft_of(request, pk), request.POST)
    try:
        is_written = draft.keep(seen=version_in(request), by=request.user)
    except Collision:
        draft = Draft(draft_of(request, pk), request.POST)
        if draft.differences():
            who = saver(draft.plan.edited_by, request.user)
            message = f"{who} vừa lưu kế hoạch này. Bấm “Lưu dự thảo” để xem hai bản cạnh nhau."
            return JsonResponse({"message": message}, status=409)
        is_written = draft.is_valid()  # the answer to an earlier saving of the same text was lost
    moment = f"{now():%H:%M}"
    if is_written:
        message = f"Đã lưu lúc {moment}"
    else:
        message = f"Đã giữ bản đang gõ lúc {moment}, còn {len(draft.errors)} chỗ chưa đúng"
    return JsonResponse({"version": draft.plan.version, "message": message})


@require_GET
def plan_row(request, pk, prefix):
    """One more blank row for htmx, and the new number of rows."""
    plan = draft_of(request, pk)
    count = request.GET.get(f"{prefix}-TOTAL_FORMS", "")
    try:
        index = int(count)
        form = new_row(plan, prefix, index)
    except (KeyError, ValueError) as error:
        raise Http404 from error
    context = {"form": form, "prefix": prefix, "total": index + 1}
    return render(request, "campaigns/editor/new_row.html", context)
