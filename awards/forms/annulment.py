from django import forms

from awards.annulments import annullable
from awards.models import Annulment, AwardEntry
from core.versioned import VersionedForm

ALL, SOME = "all", "some"


class EntryChoices(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, entry):
        return ", ".join(filter(None, [str(entry), entry.description]))


class AnnulmentForm(VersionedForm):
    """Which awards of one decision are taken back, why, and what follows from it."""

    scope = forms.ChoiceField(
        label="Phạm vi",
        choices=[
            (ALL, "Toàn bộ danh sách của quyết định"),
            (SOME, "Chỉ những đối tượng được chọn dưới đây"),
        ],
        widget=forms.RadioSelect,
    )
    entries = EntryChoices(label="Đối tượng", queryset=AwardEntry.objects.none(), required=False)

    class Meta:
        model = Annulment
        fields = [
            "title",
            "scope",
            "entries",
            "ground",
            "reasons",
            "recovery",
            "legal_bases",
            "executors",
            "recipients",
            "urgency",
        ]
        widgets = {
            "ground": forms.RadioSelect,
            "reasons": forms.Textarea(attrs={"rows": 4}),
            "recovery": forms.Textarea(attrs={"rows": 2}),
            "executors": forms.Textarea(attrs={"rows": 2}),
            "legal_bases": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts = {
            "reasons": "Ghi sau chữ “Lý do:” ở Điều 1. Ví dụ: theo Kết luận số 12/KL-TTr ngày 05/9/2024 …",
            "recovery": "Ghi vào Điều 2, sau câu thu hồi hiện vật và tiền thưởng.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        annulment = self.instance
        offered = annullable(annulment.decision, annulment).select_related("award")
        self.fields["entries"].queryset = offered
        self.fields["ground"].choices = [row for row in self.fields["ground"].choices if row[0]]
        if annulment.pk:
            chosen = list(annulment.items.values_list("entry", flat=True))
            self.initial["entries"] = chosen
            self.initial["scope"] = ALL if len(chosen) == len(offered) else SOME

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("scope") == ALL:
            cleaned["entries"] = self.fields["entries"].queryset
        elif cleaned.get("scope") == SOME and not cleaned.get("entries"):
            self.add_error("entries", "Hãy chọn ít nhất một đối tượng.")
        return cleaned
