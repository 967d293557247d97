"""The forms of a plan: its head, its sections and its rows."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from campaigns.models import (
    Assignment,
    Criterion,
    Milestone,
    MilestoneKind,
    Movement,
    Plan,
    SectionKind,
)
from core.fields import ProseFormField
from core.forms import editor
from organizations.fields import UnitField
from organizations.models import Role, Unit

SHORT = {"rows": 2, "class": "input-short"}  # of a text area for one long line
SECTION_HINTS = {
    SectionKind.PURPOSE: "Kế hoạch nhằm đạt điều gì, ai chịu trách nhiệm, yêu cầu khi thực hiện. "
    "Nên viết hai ý: 1. Mục đích; 2. Yêu cầu.",
    SectionKind.COMMUNICATION: "Tuyên truyền nội dung gì, bằng hình thức nào, thường xuyên hay theo đợt.",
    SectionKind.CRITERIA: "Tiêu chuẩn chung của tập thể, cá nhân, hộ gia đình; nhóm được ưu tiên. "
    "Thang điểm ghi ở bảng tiêu chí bên dưới.",
    SectionKind.NURTURING: "Bồi dưỡng, giúp đỡ điển hình ra sao; rút kinh nghiệm, nhân rộng thế nào.",
    SectionKind.TIMETABLE: "Việc của từng năm, từng giai đoạn. Ngày cụ thể ghi ở bảng mốc thời gian.",
    SectionKind.ORGANIZATION: "Trách nhiệm chung, chế độ báo cáo. Việc của từng đơn vị ghi ở bảng phân công.",
    SectionKind.FUNDING: "Nguồn kinh phí, đơn vị lập dự toán. Để trống nếu kế hoạch không có phần này.",
}


PAPER_FIELDS = ["outside_number", "issued_on", "signatory", "signatory_title"]  # what stands on paper
PAPER_HINTS = {
    "outside_number": "Viết đúng như trên văn bản. Ví dụ: 156/KH-UBND; không rõ số thì ghi …/KH-UBND",
    "signatory_title": "Ví dụ: Phó Chủ tịch",
}


class NewPlanForm(forms.ModelForm):
    """What a draft cannot be without: whose plan it is, what it is called and when it runs."""

    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    class Meta:
        model = Plan
        fields = ["unit", "title", "starts_on", "ends_on"]
        field_classes = {"unit": UnitField}
        widgets = {"title": forms.Textarea(attrs=SHORT)}
        help_texts = {"title": "Về việc gì, giai đoạn nào; không ghi chữ “Kế hoạch” ở đầu."}

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        offer_offices(self.fields["unit"], desk)


class RecordPlanForm(NewPlanForm):
    """A plan that was issued on paper: by an office of the person, or by a unit above it."""

    class Meta(NewPlanForm.Meta):
        fields = ["unit", *PAPER_FIELDS, "title", "starts_on", "ends_on"]
        help_texts = NewPlanForm.Meta.help_texts | PAPER_HINTS

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, desk=desk, **kwargs)
        above = {path for unit in desk.units(Role.STANDING) for path in unit.ancestor_paths()}
        issuers = Q(pk__in=desk.offices(Role.STANDING)) | Q(path__in=above)
        self.fields["unit"].queryset = Unit.objects.filter(issuers).order_by("-path")
        self.fields["unit"].empty_label = "Chọn cơ quan"
        require_paper_facts(self)


def require_paper_facts(form):
    """A plan that was issued has a number and a date; who signed it may be unknown."""
    for name in ("outside_number", "issued_on"):
        form.fields[name].required = True


def offer_offices(field, desk):
    """Choose among the units whose standing office the person is; a single one is chosen already."""
    units = {unit.pk for unit in desk.units(Role.STANDING) if unit.exists_on(desk.on)}
    field.queryset = Unit.objects.filter(pk__in=units)
    field.empty_label = None if len(units) == 1 else "Chọn cơ quan"


class PlanForm(forms.ModelForm):
    """The head of a draft."""

    class Meta:
        model = Plan
        fields = [
            "title",
            "starts_on",
            "ends_on",
            "movements",
            "implements",
            "replaces",
            "legal_bases",
            "recipients",
            "urgency",
        ]
        widgets = {
            "title": forms.Textarea(attrs=SHORT),
            "movements": forms.CheckboxSelectMultiple,
            "recipients": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {
            "title": "Về việc gì, giai đoạn nào; không ghi chữ “Kế hoạch” ở đầu.",
            "movements": "Phong trào do cơ quan này hoặc cấp trên phát động.",
            "implements": "Kế hoạch đã ban hành của cấp trên mà kế hoạch này triển khai.",
            "replaces": "Kế hoạch của chính cơ quan này hết hiệu lực khi kế hoạch đang soạn được ban hành.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plan = self.instance
        self.fields["movements"].queryset = Movement.objects.open_to(plan.unit)
        self.fields["implements"].queryset = Plan.objects.offered_to(plan).select_related("number__series")
        self.fields["implements"].label_from_instance = plan_choice
        self.fields["implements"].empty_label = "Không có"
        self.fields["replaces"].queryset = Plan.objects.replaceable_by(plan).select_related("number__series")
        self.fields["replaces"].label_from_instance = plan_choice
        self.fields["replaces"].empty_label = "Không thay thế kế hoạch nào"


class RecordedPlanForm(PlanForm):
    """The head of a plan that was issued outside the portal."""

    class Meta(PlanForm.Meta):
        fields = [*PAPER_FIELDS, *PlanForm.Meta.fields]
        help_texts = PlanForm.Meta.help_texts | PAPER_HINTS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        require_paper_facts(self)
        del self.fields["replaces"]  # what it replaced on paper is ended by hand


def plan_choice(plan):
    return f"{plan.reference}: {plan}" if plan.reference else str(plan)


class SectionsForm(forms.Form):
    """One text for each section, in the order in which they stand on paper."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in SectionKind:
            self.fields[kind.value] = ProseFormField(
                label=kind.label,
                help_text=SECTION_HINTS[kind],
                required=False,
                widget=editor(rows=5),
            )


class CriterionForm(forms.ModelForm):
    class Meta:
        model = Criterion
        fields = ["text", "max_points"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2}),
            "max_points": forms.NumberInput(attrs={"min": 1, "max": 100, "inputmode": "numeric"}),
        }


class RowField(forms.IntegerField):
    """Which saved row a row of the page is; it says nothing by itself, so it never makes a row filled."""

    def __init__(self):
        super().__init__(required=False, widget=forms.HiddenInput)

    def has_changed(self, initial, data):
        return False


class MilestoneForm(forms.ModelForm):
    row = RowField()

    class Meta:
        model = Milestone
        fields = ["kind", "name", "due_on", "occasion", "covers_from", "covers_to"]
        widgets = dict.fromkeys(["name", "occasion"], forms.Textarea(attrs={"rows": 1}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Chọn loại mốc"), *MilestoneKind.choices]


class AssignmentForm(forms.ModelForm):
    """`units` and `names`: {pk as text: unit} and {pk as text: name}, the same for every row: no queries.

    `milestones`: {row as text: name} of those on the same page; `deadlines` knows the days off.
    """

    unit = forms.TypedChoiceField(label="Đơn vị chủ trì", empty_value=None)
    milestone = forms.TypedChoiceField(
        label="Phục vụ mốc",
        required=False,
        empty_value=None,
        coerce=lambda row: Milestone(pk=int(row)),
        error_messages={"invalid_choice": "Mốc này không còn trong kế hoạch. Hãy chọn mốc khác."},
    )

    class Meta:
        model = Assignment
        fields = ["unit", "task", "partners", "due_on", "milestone"]
        widgets = {"task": editor(rows=3)}

    def __init__(self, *args, units, names, milestones, deadlines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "Chọn đơn vị"), *names.items()]
        self.fields["unit"].coerce = units.__getitem__
        self.fields["milestone"].choices = [("", "Không gắn mốc"), *milestones.items()]
        self.deadlines = deadlines

    @property
    def day_off_until(self):
        """The day until which the due day counts, where that is not worked; else None."""
        try:
            due_on = self.fields["due_on"].clean(self["due_on"].value())
        except ValidationError:
            return None
        return self.deadlines.counts_until(due_on)

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() | {"milestone"}  # a row of this page, not yet saved


class Rows(forms.BaseFormSet):
    """Rows that are written anew as a whole: a blank row, or one that was blanked, is no row.

    Nothing refers to the rows of a draft, so an autosave need not know which row is which.
    """

    spare = 1  # blank rows at the end, for browsers without JavaScript

    def __init__(self, *args, **kwargs):
        self.extra = len(kwargs.get("initial") or ()) + self.spare
        super().__init__(*args, **kwargs)

    def initial_form_count(self):
        return 0

    def filled(self):
        """The valid forms of the rows that stay, in the order of the page."""
        return [form for form in self.forms if form.has_changed() and not self._should_delete_form(form)]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Bỏ dòng này"


def rows_of(form):
    return forms.formset_factory(form, formset=Rows, can_delete=True)


CriterionRows = rows_of(CriterionForm)
MilestoneRows = rows_of(MilestoneForm)
AssignmentRows = rows_of(AssignmentForm)
