"""The figures of an exemplar as rows of its form; two people may write them at once, like its other parts."""

from django import forms
from django.db import transaction

from campaigns.forms.plan import rows_of
from core.forms import AmountField
from exemplars.models import ExemplarFigure
from exemplars.models.figure import DIGITS

PREFIX = "figures"
SEEN = f"{PREFIX}-seen"  # what the rows said when the page was made
KEEP = f"{PREFIX}-keep"  # "saved": the person chose the rows that the other one saved


class FigureForm(forms.ModelForm):
    before = AmountField(label="Trước", required=False, **DIGITS)
    after = AmountField(label="Sau", required=False, **DIGITS)

    class Meta:
        model = ExemplarFigure
        fields = ["name", "measure", "before", "after"]


FigureRows = rows_of(FigureForm)


class Figures:
    """The rows of one page: bound to the `data` that was sent, or showing what is saved."""

    def __init__(self, exemplar, data=None):
        self.exemplar = exemplar
        is_sent = data is not None and f"{PREFIX}-TOTAL_FORMS" in data and data.get(KEEP) != "saved"
        self.data = data if is_sent else None
        self.rows = FigureRows(self.data, prefix=PREFIX, initial=None if is_sent else self._initial())
        for form in self.rows.forms:
            form.fields["DELETE"].label = "Bỏ dòng này"

    def _initial(self):
        return list(self._saved().values(*FigureForm.Meta.fields))

    def _saved(self):
        return self.exemplar.figures.all() if self.exemplar.pk else ExemplarFigure.objects.none()

    @property
    def saved_text(self):
        return "\n".join(map(_line, self._saved()))

    @property
    def typed_text(self):
        return "\n".join(_line(form.instance) for form in self.rows.filled())

    @property
    def seen_text(self):
        return self.data.get(SEEN, "") if self.data is not None else self.saved_text

    def is_valid(self):
        return self.data is None or self.rows.is_valid()

    @property
    def is_changed(self):
        return self.data is not None and _same(self.typed_text) != _same(self.seen_text)

    @property
    def is_in_dispute(self):
        """Whether somebody else changed the rows since they were seen, and this person in another way."""
        saved = _same(self.saved_text)
        return self.is_changed and saved not in (_same(self.seen_text), _same(self.typed_text))

    @transaction.atomic
    def save(self, exemplar):
        """Write the rows if this person changed them."""
        if not self.is_changed:
            return
        figures = [form.instance for form in self.rows.filled()]
        for order, figure in enumerate(figures, start=1):
            figure.exemplar, figure.order = exemplar, order
        exemplar.figures.all().delete()
        ExemplarFigure.objects.bulk_create(figures)

    @property
    def sent(self):
        """[(name, value)] by which the rows that were sent travel through another page."""
        if self.data is None:
            return []
        names = (name for name in self.data if name.startswith(f"{PREFIX}-"))
        return [(name, self.data[name]) for name in names if name not in (SEEN, KEEP)]


def _line(figure):
    return f"{figure}: trước {figure.before_text or '–'}, sau {figure.after_text or '–'}"


def _same(text):
    """Without regard to how browsers send the ends of lines."""
    return " ".join(text.split())
