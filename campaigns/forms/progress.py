"""What a unit sends about an assignment: how far it is, and the plan by which it answers."""

import uuid

from django import forms
from django.core.exceptions import ValidationError

from campaigns.forms.plan import NewPlanForm, plan_choice
from campaigns.models import Plan, ProgressReport
from core.calendar import today
from core.uploads import UploadsField


class ProgressForm(forms.ModelForm):
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    files = UploadsField(label="Minh chứng", required=False)

    class Meta:
        model = ProgressReport
        fields = ["text", "percent", "on", "is_final"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6}),
            "percent": forms.NumberInput(attrs={"min": 0, "max": 100, "inputmode": "numeric"}),
        }
        help_texts = {
            "text": "Việc đã làm, số liệu, việc còn lại, khó khăn nếu có.",
            "percent": "Từ 0 đến 100; để trống nếu không tính được.",
            "is_final": "Đánh dấu khi việc đã xong; nội dung ghi ở trên là kết quả.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text += " Chọn được nhiều tệp một lần."

    def clean_on(self):
        day, issued_on = self.cleaned_data["on"], self.instance.assignment.plan.issued_on
        if day > today():
            raise ValidationError("Ngày báo cáo không được sau hôm nay.")
        if day < issued_on:
            raise ValidationError(
                f"Ngày báo cáo không được trước ngày ban hành kế hoạch {issued_on:%d/%m/%Y}."
            )
        return day

    def clean_percent(self):
        percent = self.cleaned_data["percent"]
        if percent is not None and percent > 100:
            raise ValidationError("Tỷ lệ đã làm được từ 0 đến 100.")
        return percent

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_final") and not cleaned.get("text"):
            self.add_error("text", "Việc đã hoàn thành phải ghi kết quả.")
        elif cleaned.get("percent") is None and not cleaned.get("text") and "percent" not in self.errors:
            self.add_error("text", "Hãy ghi việc đang làm hoặc tỷ lệ đã làm được.")
        return cleaned


class AnswerDraftForm(NewPlanForm):
    """A new draft by which the unit carries out the plan that gave it work."""

    def __init__(self, *args, assignment, desk, **kwargs):
        super().__init__(*args, desk=desk, **kwargs)
        above = assignment.plan
        successors = assignment.unit.successions.values("successor")
        units = self.fields["unit"].queryset
        self.fields["unit"].queryset = units.filter(pk=assignment.unit_id) | units.filter(pk__in=successors)
        self.fields["unit"].empty_label = None
        about = f"{above.title[:1].lower()}{above.title[1:]}"
        self.initial |= {
            "title": f"Thực hiện Kế hoạch số {above.number_text} về {about}",
            "starts_on": max(today(), above.starts_on),
            "ends_on": above.ends_on,
        }


class AnswerForm(forms.Form):
    """A plan of the unit that is there already."""

    plan = forms.ModelChoiceField(
        Plan.objects.none(), label="Kế hoạch của đơn vị", required=False, empty_label="Không gắn kế hoạch nào"
    )

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = plans
        self.fields["plan"].label_from_instance = plan_choice
