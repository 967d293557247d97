"""What an office says of a conference: its head, its quotas and what is to be prepared."""

import uuid

from django import forms

from campaigns.forms.plan import rows_of
from campaigns.models import Milestone, MilestoneKind, Plan
from campaigns.models.plan import PUBLIC
from core.calendar import today
from core.fields import LineFormField
from core.versioned import VersionedForm
from gatherings.models import Conference, Duty, Quota
from gatherings.models.structure import Structure
from gatherings.programme import SHORTEST, fault
from organizations.access import inherited_units

LINES = {"rows": 3}


class ConferenceForm(VersionedForm):
    """A conference of `conference.unit`."""

    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    class Meta:
        model = Conference
        fields = [
            "name",
            "starts_at",
            "ends_at",
            "place",
            "chair",
            "secretary",
            "milestone",
            "plan",
            "above",
            "delegates_due_on",
            "delegates_total",
            *Structure.GROUPS,
            "purpose",
            "demands",
            "standards",
            "funding",
            "recipients",
        ]
        widgets = dict.fromkeys(
            ["purpose", "demands", "standards", "funding", "recipients"], forms.Textarea(attrs=LINES)
        )
        help_texts = {
            "name": "Ghi đầy đủ như trên giấy mời.",
            "chair": "Ví dụ: Ông Lê Văn An, Chủ tịch UBND xã",
            "above": "Hội nghị cấp trên mà hội nghị này là một bước; đại biểu có thể được chọn lên.",
            "purpose": "Mỗi ý một dòng; in vào kế hoạch hội nghị.",
            "demands": "Mỗi ý một dòng.",
            "standards": "Ai được chọn làm đại biểu; mỗi tiêu chuẩn một dòng.",
        }

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        conference = self.instance
        self._offer_plans(conference)
        above = Conference.objects.visible_to(desk).open_above(conference.unit)
        self.fields["above"].queryset = above | Conference.objects.filter(pk=conference.above_id)
        self.fields["above"].empty_label = "Không có"
        for name, label in Structure.labels().items():
            self.fields[name].label = f"Trong đó: {label}"

    def _offer_plans(self, conference):
        """Issued plans of the unit, of those whose files it took over and of those above, and their days."""
        unit = conference.unit
        paths = {path for one in (unit, *inherited_units(unit, today())) for path in one.ancestor_paths()}
        plans = Plan.objects.filter(unit__path__in=paths, status__in=PUBLIC)
        plans = plans | Plan.objects.filter(pk=conference.plan_id)
        self.fields["plan"].queryset = plans.select_related("unit", "number__series")
        self.fields["plan"].label_from_instance = _plan_named
        self.fields["plan"].empty_label = "Không theo kế hoạch nào"
        days = Milestone.objects.filter(kind=MilestoneKind.CONFERENCE, plan__in=plans.values("pk"))
        self.fields["milestone"].queryset = days.select_related("plan").order_by("-due_on", "pk")
        self.fields["milestone"].label_from_instance = _milestone_named
        self.fields["milestone"].empty_label = "Không ứng với mốc nào"

    def clean(self):
        cleaned = super().clean()
        milestone, plan = cleaned.get("milestone"), cleaned.get("plan")
        if milestone and plan and milestone.plan_id != plan.pk:
            self.add_error("milestone", "Mốc này thuộc kế hoạch khác.")
        elif milestone:
            cleaned["plan"] = milestone.plan
        self._check_hours(cleaned.get("starts_at"), cleaned.get("ends_at"))
        due, start = cleaned.get("delegates_due_on"), cleaned.get("starts_at")
        if due and start and due > start.date():
            self.add_error("delegates_due_on", "Hạn cử đại biểu phải trước ngày hội nghị.")
        return cleaned

    def _check_hours(self, start, end):
        """The programme that is there must still fit."""
        if not start or not end or end <= start:
            return  # told by the constraint
        if (end - start).total_seconds() < SHORTEST * 60:
            self.add_error("ends_at", f"Hội nghị phải dài ít nhất {SHORTEST} phút.")
        elif self.instance.pk:
            moved = Conference(starts_at=start, ends_at=end)
            if found := fault(moved, self.instance.blocks.all()):
                self.add_error("ends_at", f"Chương trình không còn khớp: {found[1]}")


def _plan_named(plan):
    return f"{plan.reference}: {plan}" if plan.reference else str(plan)


def _milestone_named(milestone):
    return f"{milestone.due_on:%d/%m/%Y} {milestone} ({milestone.plan})"


class QuotaForm(forms.ModelForm):
    """The quota of one unit, which has sent `sent` delegates; without a number it has none."""

    number = forms.IntegerField(label="Số đại biểu", required=False, min_value=0, max_value=999)

    class Meta:
        model = Quota
        fields = ["number", *Structure.GROUPS]

    def __init__(self, *args, sent, **kwargs):
        super().__init__(*args, **kwargs)
        self.sent = sent

    def clean(self):
        cleaned = super().clean()
        number = cleaned.get("number") or 0
        for name in Structure.GROUPS:
            if (cleaned.get(name) or 0) > number and "number" not in self.errors:
                self.add_error(name, f"Không thể nhiều hơn {number} đại biểu.")
        if number < self.sent:
            self.add_error("number", f"Đơn vị đã cử {self.sent} đại biểu.")
        return cleaned

    def _post_clean(self):
        """A row without a number is no quota, and nothing of it is to be checked."""
        if self.cleaned_data.get("number"):
            super()._post_clean()

    def write(self):
        if self.cleaned_data.get("number"):
            self.save()
        elif self.instance.pk:
            self.instance.delete()


class DutyForm(forms.ModelForm):
    class Meta:
        model = Duty
        fields = ["task", "by", "due_on"]


class _DutyRows(rows_of(DutyForm)):
    spare = 3


DutyRows = _DutyRows


class NumberForm(forms.Form):
    """The clerk gives a number to what was signed by hand."""

    on = forms.DateField(label="Ngày văn bản")
    signatory = LineFormField(label="Người ký", max_length=120)
    signatory_title = LineFormField(
        label="Chức vụ người ký", max_length=120, help_text="Ví dụ: Chủ tịch; Phó Chủ tịch"
    )
