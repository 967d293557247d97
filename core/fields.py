"""Fields for Vietnamese text: whatever door a text comes through, it is stored in one form.

`pre_save` puts the stored form on the object too; `get_prep_value` serves update() and
lookups of whole values (Django hands parts, as in `contains`, to the database as they are).
"""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.db import models

from core.lettering import unprintable
from core.text import has_control_characters, line, paragraphs

MOST_LETTERS = 100_000  # of one text, some thirty pages; a form that holds a few of them can still be sent


def refuse_unprintable(text):
    """What a paper cannot print is refused where it is typed: later it would stop an issued decision."""
    if has_control_characters(text):
        raise ValidationError(
            "Nội dung có ký tự điều khiển không hiển thị được. Hãy xóa đoạn này và gõ lại.",
            code="control_characters",
        )
    if strange := unprintable(text):
        signs = ", ".join(f"“{sign}”" for sign in strange[:5])
        raise ValidationError(
            f"Có ký tự không in được trên văn bản: {signs}. Hãy xóa hoặc thay bằng chữ.",
            code="unprintable",
        )


class _Normalised:
    """Text fields of forms and models that pass what they hold through `normalise`."""

    default_validators = [refuse_unprintable]

    def to_python(self, value):
        text = super().to_python(value)
        # A text with control characters stays as it is, for the validator to refuse.
        if not isinstance(text, str) or has_control_characters(text):
            return text
        return self.normalise(text)


class _TypedNormalised(_Normalised, forms.CharField):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        # refuse_unprintable says it too, and in more words.
        self.validators = [v for v in self.validators if not isinstance(v, ProhibitNullCharactersValidator)]

    def widget_attrs(self, widget):
        """Without `maxlength`: of what is pasted the browser would cut the end off, and say nothing.

        It also counts the marks of decomposed letters, of which we keep none.
        """
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs


class LineFormField(_TypedNormalised):
    normalise = staticmethod(line)


class ProseFormField(_TypedNormalised):
    default_validators = [*_TypedNormalised.default_validators, MaxLengthValidator(MOST_LETTERS)]
    normalise = staticmethod(paragraphs)
    widget = forms.Textarea


class _StoredNormalised(_Normalised):
    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return self.normalise(value) if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = self.normalise(value)
            setattr(model_instance, self.attname, value)
        return value


class LineField(_StoredNormalised, models.CharField):
    """One line of text: names, titles, numbers of papers."""

    normalise = staticmethod(line)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": LineFormField, **kwargs})


class ProseField(_StoredNormalised, models.TextField):
    """Text of several lines."""

    normalise = staticmethod(paragraphs)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ProseFormField, **kwargs})
