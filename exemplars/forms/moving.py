from django import forms

from core.calendar import today
from core.fields import ProseFormField

NOTES = {
    "verify": "Kết quả kiểm chứng",
    "commend": "Hình thức biểu dương, khen thưởng; số và ngày văn bản",
}


class MoveForm(forms.Form):
    """When a step in the life of an exemplar was made, and why or with what result."""

    on = forms.DateField(label="Ngày thực hiện", required=False)
    note = ProseFormField(widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, exemplar, verb, **kwargs):
        super().__init__(*args, **kwargs)
        self.exemplar = exemplar
        needs_note = exemplar.MOVES[verb].needs_note
        self.fields["on"].initial = today()
        self.fields[
            "on"
        ].help_text = f"Từ ngày {exemplar.stands_since:%d/%m/%Y} đến hôm nay; để trống là hôm nay."
        self.fields["note"].label = NOTES.get(verb, "Lý do" if needs_note else "Ghi chú")
        self.fields["note"].required = needs_note
        self.fields["note"].error_messages["required"] = "Hãy ghi rõ nội dung này."

    def clean_on(self):
        on = self.cleaned_data["on"] or today()
        if fault := self.exemplar.fault_of_day(on):
            raise forms.ValidationError(fault)
        return on
