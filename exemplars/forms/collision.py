"""Two people saved the same draft: what the other saved, beside what this one typed."""

from dataclasses import dataclass

from django import forms
from django.utils.safestring import mark_safe

from core.templatetags.vietnamese import ngay


@dataclass(frozen=True)
class Conflict:
    """One field that both have written: the value and the words of either."""

    name: str
    label: str
    saved: str
    saved_text: str
    typed: str
    typed_text: str


class Merge:
    """`typed` is the bound form that came too late, `saved` an unbound form of what stands in the database.

    Only what this person changed and what now reads otherwise is asked about; a field that only the
    other person changed keeps what the other wrote. Where nothing differs, the answer to an earlier
    saving of the same text was lost on its way.
    """

    def __init__(self, typed, saved):
        self.typed, self.saved = typed, saved
        names = [name for name in typed.fields if name != "version" and name in saved.fields]
        differing = {name for name in names if self._differs(name)}
        self.asked = [name for name in names if name in differing and name in typed.changed_data]
        self.taken = [name for name in names if name in differing and name not in typed.changed_data]
        self.same = [name for name in names if name not in differing]

    def _differs(self, name):
        return self.saved.fields[name].has_changed(self.saved[name].initial, self.typed[name].data)

    @property
    def is_needed(self):
        return bool(self.asked or self.taken)

    @property
    def conflicts(self):
        for name in self.asked:
            saved, typed = self.saved[name], self.typed[name]
            yield Conflict(
                name,
                typed.label,
                _value(saved),
                _words(saved, saved.value()),
                _value(typed),
                _words(saved, typed.value()),
            )

    @property
    def hidden_fields(self):
        """Everything that is not asked about, and what is seen now, for the next time two people meet."""
        quiet = [self.saved[name].as_hidden() for name in (*self.same, *self.taken)]
        # Every part is a widget that has escaped what it holds.
        seen = [
            self.saved[name].as_hidden(only_initial=True) for name in self.saved.fields if name != "version"
        ]
        return mark_safe("".join([self.saved["version"].as_hidden(), *quiet, *seen]))  # noqa: S308

    @property
    def taken_labels(self):
        return [self.saved[name].label for name in self.taken]


def _value(field):
    """The value as a form sends it."""
    value = field.value()
    return "" if value is None else str(value)


def _words(field, value):
    if isinstance(field.field, forms.BooleanField):
        return "Có" if value in (True, "on", "True") else "Không"
    if isinstance(field.field, forms.ChoiceField):
        words = {str(choice): text for choice, text in field.field.choices}
        return words.get("" if value is None else str(value), str(value or ""))
    if isinstance(field.field, forms.DateField) and value and not isinstance(value, str):
        return ngay(value)
    return "" if value is None else str(value)
