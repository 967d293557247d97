from django import forms

from core.fields import LineFormField, ProseFormField


class AnswerForm(forms.Form):
    """Why the office goes on in spite of the finding; what lifts a block rests on a text."""

    reason = ProseFormField(label="Lý do", max_length=2000, widget=forms.Textarea(attrs={"rows": 5}))
    citation = LineFormField(
        label="Căn cứ", max_length=300, help_text="Văn bản, điều, khoản cho phép xét trong trường hợp này."
    )

    def __init__(self, *args, lifts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].error_messages["required"] = "Hãy ghi lý do."
        self.fields["citation"].required = lifts
        self.fields["citation"].error_messages["required"] = "Gỡ điểm chặn phải ghi căn cứ."
