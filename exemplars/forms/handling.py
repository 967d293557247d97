"""What the standing office writes: what to mend, and its opinion."""

from django import forms

from core.fields import LineFormField, ProseFormField
from core.forms import editor
from exemplars.parts import all_parts, label, reading


class GiveBackForm(forms.Form):
    """One line for each part of the dossier, beside what it says now; at least one must be filled."""

    def __init__(self, *args, nomination, **kwargs):
        super().__init__(*args, **kwargs)
        for part in all_parts(nomination.kind):
            self.fields[part] = LineFormField(
                label=label(part, nomination.kind), required=False, max_length=400
            )
        self.fields["note"] = ProseFormField(label="Ý kiến chung", required=False, widget=forms.Textarea)
        self.nomination = nomination

    def rows(self):
        """[(bound field, what the part says now)]"""
        return [(self[part], reading(self.nomination, part)) for part in all_parts(self.nomination.kind)]

    @property
    def requests(self):
        """{part: what to mend} of the parts that were written in."""
        return {
            part: self.cleaned_data[part]
            for part in all_parts(self.nomination.kind)
            if self.cleaned_data.get(part)
        }

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.requests:
            self.add_error(None, "Hãy ghi ít nhất một nội dung cần bổ sung, chỉnh sửa, tại đúng mục cần sửa.")
        return cleaned


class AppraisalForm(forms.Form):
    eligible = forms.TypedChoiceField(
        label="Kết luận",
        choices=[("yes", "Đủ điều kiện, trình Hội đồng xét"), ("no", "Không đủ điều kiện")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    opinion = ProseFormField(
        label="Ý kiến thẩm định",
        max_length=8000,
        help_text="Thành phần, điều kiện, tiêu chuẩn, mức độ thành tích; lý do nếu không đủ điều kiện.",
        widget=editor(rows=6),
    )


class SubmitForm(forms.Form):
    acknowledgement = ProseFormField(
        label="Ý kiến giải trình về các điểm cần lưu ý", required=False, max_length=2000
    )
