"""What plans ask of units: the list, one assignment, and what its unit sends about it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from django.views.generic import CreateView, DetailView, FormView

from campaigns.filters import AssignmentFilters, silent_since
from campaigns.forms.progress import AnswerDraftForm, AnswerForm, ProgressForm
from campaigns.models import Assignment, Plan, PlanStatus, ProgressFile, ProgressReport
from campaigns.progress import answer_with, answers_for, begin_answer, report_progress
from campaigns.reading import assignment_stand
from campaigns.tables import AssignmentTable
from campaigns.views.drafts import edit_address
from core.calendar import today
from core.deadlines import Deadlines
from core.lists import FilteredListView
from core.pages import FormPageMixin
from core.returning import return_url
from core.stored_files import download
from core.workflow import TransitionError
from organizations.models import Role


class AssignmentList(FilteredListView):
    """Assignments of all issued plans; the board of one plan leads to its rows here."""

    filterset_class, table_class = AssignmentFilters, AssignmentTable
    template_name = "campaigns/assignment_list.html"
    title = "Nhiệm vụ kế hoạch giao"
    lead = "Việc từng đơn vị được giao trong các kế hoạch đã ban hành. Ngày tính theo ngày làm việc."
    empty_title = "Chưa có nhiệm vụ nào"
    empty_text = "Nhiệm vụ hiện ra ở đây khi kế hoạch có phân công được ban hành."
    export_what = "assignments"
    per_page = 50

    @cached_property
    def deadlines(self):
        return Deadlines(today())

    def get_queryset(self):
        plans = Plan.objects.visible_to(self.request.desk)
        rows = Assignment.objects.asked().filter(plan__in=plans).for_table()
        return rows.with_state(self.deadlines, silent_since(self.request.GET)).order_by("due_on", "order")

    def get_table(self, **kwargs):
        exclude = ("plan",) if self.request.GET.get("plan") else ()
        return super().get_table(deadlines=self.deadlines, exclude=exclude, **kwargs)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        form = self.filterset.form
        plan = form.cleaned_data.get("plan") if form.is_bound and form.is_valid() else None
        return context | {"plan": plan}


def seen_by(desk):
    return Assignment.objects.asked().filter(plan__in=Plan.objects.visible_to(desk))


def may_report(assignment, desk):
    return Assignment.objects.reported_by(desk).filter(pk=assignment.pk).exists()


def may_answer(assignment, desk):
    """Whether the person drafts the plans of the assigned unit, or of the one that took over its files."""
    return assignment.plan.status == PlanStatus.ISSUED and desk.may(Role.STANDING, assignment.unit)


class AssignmentDetail(DetailView):
    template_name = "campaigns/assignment_detail.html"

    def get_queryset(self):
        return seen_by(self.request.desk).for_table().with_state(Deadlines(today()))

    def get_context_data(self, **kwargs):
        assignment, desk = self.object, self.request.desk
        deadlines = Deadlines(today())
        reports = ProgressReport.objects.visible_to(desk).filter(assignment=assignment)
        state, label, days = assignment_stand(assignment, deadlines)
        answer = assignment.answered_by
        return super().get_context_data(
            state=state,
            label=label,
            days=days,
            until=deadlines.counts_until(assignment.due_on),
            reports=reports.select_related("by").prefetch_related("files"),
            may_report=may_report(assignment, desk),
            may_answer=may_answer(assignment, desk),
            answer=answer if answer and Plan.objects.visible_to(desk).filter(pk=answer.pk).exists() else None,
            **kwargs,
        )


class OfAssignment(FormPageMixin):
    """A form about one assignment in force: 404 for what is not seen, 403 for those whose it is not."""

    may = staticmethod(may_report)

    @cached_property
    def assignment(self):
        rows = seen_by(self.request.desk).in_force().for_table()
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if not self.may(self.assignment, request.desk):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(assignment=self.assignment, **kwargs)

    def back(self):
        return redirect(return_url(self.request, self.assignment))


class ProgressNew(OfAssignment, CreateView):
    form_class = ProgressForm
    template_name = "campaigns/progress_form.html"

    def get_form_kwargs(self):
        report = ProgressReport(assignment=self.assignment, is_final=bool(self.assignment.done_on))
        return super().get_form_kwargs() | {"instance": report}

    def form_valid(self, form):
        typed = form.cleaned_data
        try:
            report_progress(
                form.instance, typed["files"], desk=self.request.desk, request_id=typed["request_id"]
            )
        except TransitionError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, "Đã gửi báo cáo tiến độ.")
        return self.back()


class AnswerNew(OfAssignment, CreateView):
    """A draft by which the unit carries out the plan that gave it work."""

    form_class = AnswerDraftForm
    template_name = "campaigns/answer_form.html"
    extra_context = {"title": "Lập kế hoạch thực hiện", "save_label": "Lập dự thảo"}
    may = staticmethod(may_answer)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"assignment": self.assignment, "desk": self.request.desk}

    def form_valid(self, form):
        plan = begin_answer(
            form.instance,
            self.assignment,
            desk=self.request.desk,
            request_id=form.cleaned_data["request_id"],
        )
        messages.success(self.request, "Đã lập dự thảo gắn với nhiệm vụ được giao. Mời soạn từng phần.")
        return redirect(edit_address(self.request, plan))


class AnswerLink(OfAssignment, FormView):
    """Names a plan of the unit that is there already."""

    form_class = AnswerForm
    template_name = "campaigns/answer_form.html"
    extra_context = {
        "title": "Gắn kế hoạch thực hiện",
        "lead": "Chọn trong các kế hoạch của đơn vị đã ghi là thực hiện kế hoạch cấp trên này.",
        "save_label": "Gắn kế hoạch",
    }
    may = staticmethod(may_answer)

    def get_initial(self):
        return {"plan": self.assignment.answered_by_id}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"plans": answers_for(self.assignment)}

    def form_valid(self, form):
        answer_with(self.assignment, form.cleaned_data["plan"], desk=self.request.desk)
        messages.success(self.request, "Đã ghi kế hoạch thực hiện.")
        return self.back()


@require_safe
def progress_file(request, pk):
    """A file of a report, to whoever may read the report."""
    seen = ProgressReport.objects.visible_to(request.desk)
    return download(get_object_or_404(ProgressFile.objects.filter(report__in=seen), pk=pk))
