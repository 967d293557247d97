"""Forms of the parts that units send for a review."""

from django import forms
from django.core.exceptions import ValidationError

from core.calendar import add_working_days, is_working_day, today
from core.fields import ProseFormField
from core.versioned import VersionedForm
from organizations.fields import UnitIterator
from organizations.models import Unit
from reports.models import PartSection, ReviewPart
from reports.suggestions import HINTS

DAYS_TO_WRITE = 10  # working days, offered as the due day


class UnitBoxes(forms.ModelMultipleChoiceField):
    iterator = UnitIterator
    widget = forms.CheckboxSelectMultiple
    empty_label = None


class AskForm(forms.Form):
    """Whom the office asks for a part, until when; all are ticked to begin with."""

    units = UnitBoxes(
        Unit.objects.none(), label="Đơn vị", error_messages={"required": "Hãy đánh dấu ít nhất một đơn vị."}
    )
    due_on = forms.DateField(label="Hạn gửi")

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = units
        self.initial = {
            "units": [unit.pk for unit in units],
            "due_on": add_working_days(today(), DAYS_TO_WRITE),
        }

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < today():
            raise ValidationError("Hạn gửi không được trước hôm nay.")
        if not is_working_day(day):
            raise ValidationError("Hạn gửi rơi vào ngày nghỉ; hãy chọn một ngày làm việc.")
        return day


class PartForm(VersionedForm):
    """What the unit writes: one text for each section, and which figures it counts otherwise."""

    class Meta:
        model = ReviewPart
        fields = ["remarks"]
        widgets = {"remarks": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        written = {section.kind: section.body for section in self.instance.sections.all()}
        for kind in PartSection.ASKED:
            self.fields[kind.value] = ProseFormField(
                label=kind.label,
                required=False,
                initial=written.get(kind, ""),
                help_text=HINTS[kind],
                widget=forms.Textarea(attrs={"rows": 6}),
            )

    def bodies(self):
        """{section kind: text} of the sections that validate."""
        return {kind: self.cleaned_data[kind] for kind in PartSection.ASKED if kind in self.cleaned_data}
