from django import forms

from awards.letters import choices_for, receiver
from awards.models import SubmissionLetter
from core.forms import editor
from core.versioned import VersionedForm
from exemplars.models import Nomination, Route


class NominationChoices(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, nomination):
        return f"{nomination}, {nomination.award}, {nomination.unit}"


class LetterForm(VersionedForm):
    """A letter of `unit` upwards; only routes that lead somewhere are offered."""

    nominations = NominationChoices(label="Hồ sơ trình", queryset=Nomination.objects.none())

    class Meta:
        model = SubmissionLetter
        fields = ["title", "route", "nominations", "reasons", "recipients", "urgency"]
        widgets = {"route": forms.RadioSelect, "reasons": editor(rows=5)}

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        letter = self.instance if self.instance.pk else None
        waiting = choices_for(unit, letter)
        self.fields["nominations"].queryset = waiting.select_related("award", "unit").order_by(
            "name_key", "pk"
        )
        self.fields["route"].choices = _routes(unit)
        if letter is None:
            self.initial["nominations"] = list(waiting)

    def clean_nominations(self):
        return list(self.cleaned_data["nominations"])


def _routes(unit):
    """[(route, its name with the office it leads to)]."""
    found = ((route, receiver(unit, route)) for route in Route)
    return [(route.value, f"{route.label}: {office}") for route, office in found if office]
