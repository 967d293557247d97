from django import forms

from awards.models import Advice, Review
from awards.scoring import criteria_of
from core.fields import LineFormField

MISSING = "Hãy cho điểm tiêu chí này trước khi gửi."
NO_COMMENT = "Hãy ghi nhận xét trước khi gửi."
NO_ADVICE = "Hãy chọn đồng ý hoặc không đồng ý trước khi gửi."


class ReviewForm(forms.ModelForm):
    """One member's sheet: points for each of the plan's criteria, or an advice where there are none.

    With `sending` everything must be there; a draft may have holes.
    """

    class Meta:
        model = Review
        fields = ["comment", "advice"]
        widgets = {"comment": forms.Textarea(attrs={"rows": 5}), "advice": forms.RadioSelect}

    def __init__(self, *args, nomination, sending=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.sending = sending
        self.criteria = list(criteria_of(nomination))
        self.fields["advice"].choices = Advice.choices
        if self.criteria:
            del self.fields["advice"]
        known = (
            {score.criterion_id: score for score in self.instance.scores.all()} if self.instance.pk else {}
        )
        for number, criterion in enumerate(self.criteria, start=1):
            self._add_criterion(number, criterion, known.get(criterion.pk))

    def _add_criterion(self, number, criterion, score):
        self.fields[f"points_{criterion.pk}"] = forms.IntegerField(
            label=f"Điểm tiêu chí {number} (0–{criterion.max_points})",
            min_value=0,
            max_value=criterion.max_points,
            required=False,
            initial=score.points if score else None,
            error_messages={"max_value": f"Tiêu chí này tối đa {criterion.max_points} điểm."},
        )
        self.fields[f"reason_{criterion.pk}"] = LineFormField(
            label="Lý do (không bắt buộc)",
            required=False,
            max_length=300,
            initial=score.reason if score else "",
        )

    def rows(self):
        """(criterion, points field, reason field) for the template."""
        return [(c, self[f"points_{c.pk}"], self[f"reason_{c.pk}"]) for c in self.criteria]

    def clean(self):
        cleaned = super().clean()
        if self.sending:
            self._refuse_holes(cleaned)
        return cleaned

    def _refuse_holes(self, cleaned):
        for criterion in self.criteria:
            name = f"points_{criterion.pk}"
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, MISSING)
        if not self.criteria and not cleaned.get("comment"):
            self.add_error("comment", NO_COMMENT)
        if not self.criteria and not cleaned.get("advice"):
            self.add_error("advice", NO_ADVICE)

    def written(self):
        """What could be read of the sheet, as `write_review` takes it."""
        data = self.cleaned_data
        scores = {c.pk: (data.get(f"points_{c.pk}"), data.get(f"reason_{c.pk}", "")) for c in self.criteria}
        return {"comment": data.get("comment", ""), "advice": data.get("advice", ""), "scores": scores}
