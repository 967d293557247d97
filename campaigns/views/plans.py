from django.db.models import Prefetch
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView

from campaigns.filters import PlanFilters
from campaigns.models import Assignment, MilestoneKind, Plan, PlanStatus, SectionKind
from campaigns.readiness import gaps, old_years
from campaigns.reading import assignment_stands, criteria_tables, milestone_stands, parts_of
from campaigns.tables import PlanTable
from campaigns.views.steps import FORMS, QUESTIONS
from core.calendar import today
from core.deadlines import Deadlines
from core.lists import FilteredListView
from organizations.models import Role


class PlanList(FilteredListView):
    filterset_class, table_class = PlanFilters, PlanTable
    template_name = "campaigns/plan_list.html"
    title = "Kế hoạch"
    lead = "Kế hoạch phát hiện, bồi dưỡng, xây dựng và nhân rộng điển hình tiên tiến."
    empty_title = "Chưa có kế hoạch nào"
    empty_text = "Kế hoạch hiện ra ở đây khi được ban hành; dự thảo chỉ cơ quan soạn thấy."
    export_what = "plans"

    def get_queryset(self):
        return Plan.objects.visible_to(self.request.desk).for_table()

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_draft=self.request.desk.has(Role.STANDING), **kwargs)


class PlanDetail(DetailView):
    """The plan as a paper is read, with what the person can do about it beside it."""

    template_name = "campaigns/plan_detail.html"

    def get_queryset(self):
        return (
            Plan.objects.visible_to(self.request.desk)
            .select_related(
                "unit",
                "number__series",
                "implements__number__series",
                "replaces__number__series",
                "copied_from",
                "edited_by",
            )
            .prefetch_related(
                "movements__unit",
                "sections",
                "criteria",
                "milestones",
                Prefetch("assignments", self._assignments()),
            )
        )

    @cached_property
    def deadlines(self):
        return Deadlines(today())

    def _assignments(self):
        rows = Assignment.objects.select_related("unit", "milestone", "answered_by__number__series")
        return rows.with_state(self.deadlines)

    def get_context_data(self, **kwargs):
        plan, desk = self.object, self.request.desk
        moves = plan.open_moves(desk)
        may_edit = not moves.keys().isdisjoint({"submit", "record"})
        context = {
            "facts": plan_facts(plan),
            "moves": [as_button(plan, verb, move) for verb, move in moves.items()],
            "may_edit": may_edit,
            "before": "ghi vào cổng" if plan.is_recorded else "trình ký",
            "may_copy": desk.has(Role.STANDING),
            "conference_days": _conference_days(plan, desk),
            "gaps": gaps(plan) if may_edit else [],
            "old_years": old_years(plan) if may_edit else [],
            "implemented_by": Plan.objects.visible_to(desk).filter(implements=plan).for_table(),
            "answers": plan.answers.select_related("unit"),
            "replaced_by": plan.replaced_by,
            "history": plan.history,
        }
        return super().get_context_data(**context, **tables_of(plan, desk, self.deadlines), **kwargs)


def _conference_days(plan, desk):
    """The milestones on which offices hold conferences, for those who prepare one."""
    if plan.status != PlanStatus.ISSUED or not desk.has(Role.STANDING):
        return []
    return [day for day in plan.milestones.all() if day.kind == MilestoneKind.CONFERENCE]


def as_button(plan, verb, move):
    """A move as the page shows it: a link to the page that asks, and the same question in a dialog."""
    title, text = QUESTIONS[verb]
    return {
        "verb": verb,
        "move": move,
        "url": reverse(f"campaigns:plan-{verb}", args=[plan.pk]),
        "title": title,
        "text": text,
        "has_form": verb in FORMS,
    }


def tables_of(plan, desk, deadlines):
    """The parts of the plan and the tables inside them, as they stand on the day of `deadlines`."""
    reportable = set(Assignment.objects.reported_by(desk).filter(plan=plan).values_list("pk", flat=True))
    tables = {
        SectionKind.CRITERIA: criteria_tables(plan),
        SectionKind.TIMETABLE: milestone_stands(plan, deadlines.on),
        SectionKind.ORGANIZATION: assignment_stands(plan, deadlines, reportable),
    }
    return {
        "parts": parts_of(plan, with_rows={kind for kind, rows in tables.items() if rows}),
        "criteria": tables[SectionKind.CRITERIA],
        "milestones": tables[SectionKind.TIMETABLE],
        "assignments": tables[SectionKind.ORGANIZATION],
    }


def plan_facts(plan):
    facts = [
        ("Số, ngày ban hành", plan.reference or "chưa ban hành"),
        ("Cơ quan ban hành", plan.unit),
        ("Thời gian thực hiện", plan.period),
    ]
    if plan.signatory:
        facts.append(("Người ký", f"{plan.signatory}, {plan.signatory_title}".rstrip(", ")))
    return facts
