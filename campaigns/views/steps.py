"""The moves of a plan: small pages with one question each."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from campaigns.forms.steps import IssueForm, NoteForm
from campaigns.models import Plan
from campaigns.services import issue_plan, record_plan, submit_plan
from core.pages import FormPageMixin
from core.returning import on_the_way, return_url
from core.workflow import NotYours, TransitionError
from organizations.signing import sign

DOORS = {  # verb: what makes the move
    "submit": lambda plan, desk: submit_plan(plan, desk=desk),
    "record": lambda plan, desk: record_plan(plan, desk=desk),
    "give_back": lambda plan, desk, note: plan.move("give_back", desk=desk, note=note),
    "sign": lambda plan, desk: sign(plan, desk=desk),
    "issue": lambda plan, desk, on: issue_plan(plan, desk=desk, on=on),
    "end": lambda plan, desk: plan.move("end", desk=desk),
}
FORMS = {"give_back": NoteForm, "issue": IssueForm}
QUESTIONS = {  # verb: (title, what follows from it)
    "submit": ("Trình ký kế hoạch này?", "Sau khi trình, kế hoạch không sửa được nữa, trừ khi bị trả lại."),
    "record": (
        "Ghi kế hoạch này vào cổng?",
        "Mọi người sẽ thấy kế hoạch và lập hồ sơ theo kế hoạch này. Sau đó nội dung không sửa được nữa.",
    ),
    "give_back": ("Trả lại dự thảo kế hoạch", "Kế hoạch trở về trạng thái dự thảo để người soạn sửa."),
    "sign": ("Ký kế hoạch này?", "Kế hoạch chuyển cho văn thư cấp số và ban hành."),
    "issue": (
        "Cấp số và ban hành kế hoạch",
        "Kế hoạch lấy số tiếp theo của sổ. Số đã cấp không lấy lại được.",
    ),
    "end": (
        "Kết thúc kế hoạch này?",
        "Không lập thêm hồ sơ và không báo kết quả phân công theo kế hoạch được nữa.",
    ),
}
DONE = {
    "submit": "Đã trình ký kế hoạch.",
    "record": "Đã ghi kế hoạch số {plan.number_text} vào cổng.",
    "give_back": "Đã trả lại dự thảo cho người soạn.",
    "sign": "Đã ký kế hoạch. Văn thư sẽ cấp số và ban hành.",
    "issue": "Đã ban hành kế hoạch số {plan.number_text}.",
    "end": "Đã kết thúc kế hoạch.",
}


class PlanStep(FormPageMixin, FormView):
    """One move of a plan: a page that asks, and a POST that makes it."""

    template_name = "campaigns/plan_step.html"
    verb = None

    @cached_property
    def plan(self):
        plans = Plan.objects.visible_to(self.request.desk).select_related("unit", "number__series")
        return get_object_or_404(plans, pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        """403 for those whose move it is not; back to the plan when its state does not allow the move."""
        move = self.plan.MOVES[self.verb]
        if self.plan.can(self.verb, request.desk):
            return super().dispatch(request, *args, **kwargs)
        if self.plan.status in move.sources:
            raise PermissionDenied
        return self.refused(
            f"Không thể thực hiện: kế hoạch đang ở trạng thái “{self.plan.get_status_display()}”."
        )

    def get_form_class(self):
        return FORMS.get(self.verb, forms.Form)

    def form_valid(self, form):
        try:
            DOORS[self.verb](self.plan, self.request.desk, **form.cleaned_data)
        except NotYours as error:
            raise PermissionDenied from error
        except TransitionError as error:
            if "on" not in form.fields:
                return self.refused(str(error))
            form.add_error("on", str(error))
            return self.form_invalid(form)
        messages.success(self.request, DONE[self.verb].format(plan=self.plan))
        return redirect(return_url(self.request, self.plan))

    def refused(self, reason):
        messages.error(self.request, reason)
        return redirect(plan_address(self.request, self.plan))

    def get_context_data(self, **kwargs):
        title, text = QUESTIONS[self.verb]
        move = self.plan.MOVES[self.verb]
        return super().get_context_data(plan=self.plan, title=title, text=text, move=move, **kwargs)


def plan_address(request, plan):
    """The plan's page, which keeps the way back to the list if there is one."""
    return on_the_way(plan, request)
