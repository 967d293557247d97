from django import forms

from awards.counting import BALLOTS, Votes, ballot_errors
from awards.models import Tally


class TallyForm(forms.ModelForm):
    """The count of a session on one sheet: the ballots, then for and against each nominee."""

    class Meta:
        model = Tally
        fields = BALLOTS

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = session.members.count()
        self.items = list(session.items.for_table())
        for item in self.items:
            self._add_votes(item)

    def _add_votes(self, item):
        for name, value, word in (
            (f"for_{item.pk}", item.votes_for, "đồng ý"),
            (f"against_{item.pk}", item.votes_against, "không đồng ý"),
        ):
            label = f"Số phiếu {word} với {item.nomination}"
            self.fields[name] = forms.IntegerField(label=label, min_value=0, initial=value)

    def rows(self):
        """(agenda item, field for, field against) for the template."""
        return [(item, self[f"for_{item.pk}"], self[f"against_{item.pk}"]) for item in self.items]

    def clean(self):
        cleaned = super().clean()
        for name, sentence in ballot_errors(self.ballots(), self.votes(), self.members).items():
            self.add_error(name, sentence)
        return cleaned

    def ballots(self):
        return {name: self.cleaned_data.get(name) for name in BALLOTS}

    def votes(self):
        """{agenda item id: Votes} of the rows where both numbers could be read."""
        pairs = {
            item.pk: (self.cleaned_data.get(f"for_{item.pk}"), self.cleaned_data.get(f"against_{item.pk}"))
            for item in self.items
        }
        return {pk: Votes(*pair) for pk, pair in pairs.items() if None not in pair}

    def validate_constraints(self):
        """Left to `clean`, which says the same at the field that it concerns."""
