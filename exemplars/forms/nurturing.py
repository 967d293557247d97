"""Support, obstacles and evaluations of an exemplar."""

import uuid

from django import forms
from django.db.models import Q

from core.calendar import today
from core.fields import ProseFormField
from core.forms import DongField
from core.versioned import VersionedForm
from exemplars.models import Evaluation, Obstacle, SupportPlan, SupportTask
from exemplars.models.evaluation import SCORES
from organizations.models import Unit
from organizations.naming import names_apart

SHORT = {"rows": 2, "class": "input-short"}
EVALUATED = "Điển hình đã được đánh giá trong ngày này."
POINTS = [("", "Chọn điểm"), (1, "1 – yếu"), (2, "2"), (3, "3 – trung bình"), (4, "4"), (5, "5 – rất tốt")]
QUESTIONS = {
    "effect": "Giải quyết được việc gì cho dân, cho đơn vị.",
    "efficiency": "Kết quả so với công sức, tiền của bỏ ra.",
    "capacity": "Có duy trì, mở rộng được không; nguồn lực, người làm.",
    "influence": "Ai biết đến, ai làm theo.",
}


def refuse_future(day):
    if day and day > today():
        raise forms.ValidationError("Ngày này không thể sau hôm nay.")
    return day


class SentOnce(forms.Form):
    """A form that carries the id of its request, so that sent twice it has one effect."""

    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    @property
    def sent_as(self):
        """The id of this very request, by which it may be recorded already."""
        try:
            return uuid.UUID(self.data.get("request_id", ""))
        except ValueError:
            return uuid.uuid4()


class SupportForm(SentOnce, VersionedForm):
    class Meta:
        model = SupportPlan
        fields = ["goal", "starts_on", "ends_on"]
        widgets = {"goal": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"goal": "Sau thời gian này điển hình phải làm được gì."}


class SupportTaskForm(forms.ModelForm):
    """`units` and `names`: {pk as text: unit} and {pk as text: name}, the same for every row: no queries."""

    helper_unit = forms.TypedChoiceField(label="Đơn vị giúp", required=False, empty_value=None)

    class Meta:
        model = SupportTask
        fields = ["task", "helper_unit", "helper", "money", "due_on"]
        field_classes = {"money": DongField}
        labels = {"money": "Kinh phí (đồng)"}

    def __init__(self, *args, units, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["helper_unit"].choices = [("", "Không chọn"), *names.items()]
        self.fields["helper_unit"].coerce = units.__getitem__


SupportTaskRows = forms.inlineformset_factory(SupportPlan, SupportTask, form=SupportTaskForm, extra=2)


def task_rows(data, plan):
    """The tasks of a plan of support as rows, with two blank ones behind."""
    exemplar = plan.exemplar
    office = exemplar.office or exemplar.unit
    near = Q(path__in=exemplar.unit.ancestor_paths()) | Q(
        path__startswith=office.path, depth__lte=office.depth + 1
    )
    units = Unit.objects.existing().filter(near) | Unit.objects.filter(support_tasks__plan=plan.pk or 0)
    units = list(units.distinct())
    names = names_apart(units)
    kwargs = {
        "units": {str(unit.pk): unit for unit in units},
        "names": {str(unit.pk): names[unit.pk] for unit in units},
    }
    rows = SupportTaskRows(data, instance=plan, prefix="tasks", form_kwargs=kwargs)
    for form in rows.forms:
        form.fields["DELETE"].label = "Bỏ dòng này"
    return rows


class ResultForm(forms.ModelForm):
    done_on = forms.DateField(label="Ngày xong")
    result = ProseFormField(label="Kết quả", widget=forms.Textarea(attrs={"rows": 4}))

    class Meta:
        model = SupportTask
        fields = ["done_on", "result"]

    def clean_done_on(self):
        return refuse_future(self.cleaned_data["done_on"])


class ObstacleForm(SentOnce, forms.ModelForm):
    class Meta:
        model = Obstacle
        fields = ["what", "reported_on"]
        widgets = {"what": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "what": "Vướng ở đâu, cần ai giúp việc gì. Thường trực Hội đồng sẽ thấy trong việc của mình."
        }

    def clean_reported_on(self):
        return refuse_future(self.cleaned_data["reported_on"])


class RemovalForm(forms.Form):
    removed_on = forms.DateField(label="Ngày tháo gỡ", initial=today)
    how = ProseFormField(label="Đã tháo gỡ thế nào", widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, obstacle, **kwargs):
        super().__init__(*args, **kwargs)
        self.obstacle = obstacle

    def clean_removed_on(self):
        day = refuse_future(self.cleaned_data["removed_on"])
        if day < self.obstacle.reported_on:
            raise forms.ValidationError(
                f"Ngày tháo gỡ không thể trước ngày báo ({self.obstacle.reported_on:%d/%m/%Y})."
            )
        return day


class EvaluationForm(SentOnce, forms.ModelForm):
    class Meta:
        model = Evaluation
        fields = ["on", *(name for score in SCORES for name in (score, f"{score}_ground"))]
        widgets = {f"{score}_ground": forms.Textarea(attrs=SHORT) for score in SCORES}
        help_texts = QUESTIONS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for score in SCORES:
            field = forms.TypedChoiceField(
                label=self.fields[score].label, choices=POINTS, coerce=int, help_text=QUESTIONS[score]
            )
            field.error_messages["required"] = "Hãy chọn điểm."
            self.fields[score] = field
            self.fields[f"{score}_ground"].label = "Căn cứ"

    def clean_on(self):
        day = refuse_future(self.cleaned_data["on"])
        exemplar = self.instance.exemplar
        if day < exemplar.found_on:
            raise forms.ValidationError(f"Điển hình được phát hiện ngày {exemplar.found_on:%d/%m/%Y}.")
        if exemplar.evaluations.filter(on=day).exclude(request_id=self.sent_as).exists():
            raise forms.ValidationError(EVALUATED)
        return day
