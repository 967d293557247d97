from django import forms

from awards.models import Decision
from core.calendar import today
from core.versioned import VersionedForm
from law.citing import warnings_about

ORDER = "Hãy nhập số thứ tự, từ 1 trở lên."


class DecisionForm(VersionedForm):
    class Meta:
        model = Decision
        fields = [
            "title",
            "achievement",
            "period_from",
            "period_to",
            "legal_bases",
            "funding",
            "executors",
            "recipients",
            "urgency",
        ]
        help_texts = {"achievement": "Ghi sau chữ “vì” ở Điều 1."}
        widgets = {"legal_bases": forms.Textarea(attrs={"rows": 7})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        bases = self.fields["legal_bases"]
        typed = self.data.get("legal_bases", "") if self.is_bound else self.instance.legal_bases
        doubts = warnings_about(typed, today())
        bases.help_text = " ".join([f"{bases.help_text}", *doubts])


class LinesForm(forms.Form):
    """The list of a draft: a place for each line, and which lines go."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            self.fields[f"order_{line.pk}"] = forms.IntegerField(
                label=f"Thứ tự của {line}",
                min_value=1,
                initial=line.order,
                error_messages={"required": ORDER},
            )
            self.fields[f"remove_{line.pk}"] = forms.BooleanField(label=f"Bỏ {line}", required=False)

    def rows(self):
        """(line, order field, remove field) for the template."""
        return [(line, self[f"order_{line.pk}"], self[f"remove_{line.pk}"]) for line in self.lines]

    def orders(self):
        return {line.pk: self.cleaned_data[f"order_{line.pk}"] for line in self.lines}

    def removed(self):
        return [line.pk for line in self.lines if self.cleaned_data[f"remove_{line.pk}"]]
