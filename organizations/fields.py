"""The field by which every form chooses a unit."""

from django import forms
from django.forms.models import ModelChoiceIterator, ModelChoiceIteratorValue

from organizations.naming import names_apart


class UnitIterator(ModelChoiceIterator):
    """The choices of a field of units, named side by side."""

    def __iter__(self):
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        units = list(self.queryset.all())
        names = names_apart(units)
        for unit in units:
            yield ModelChoiceIteratorValue(self.field.prepare_value(unit), unit), names[unit.pk]


class UnitField(forms.ModelChoiceField):
    iterator = UnitIterator
