"""Columns that follow from others of the same row, filled whenever the row is written.

They are filled in `pre_save`, so `save()`, `bulk_create()` and `bulk_update()` keep them right alike.
`QuerySet.update()` of a source column must name the derived one too.
"""

from django.db import models

from core.text import fold, name_key, text_key, words


class DerivedField(models.CharField):
    """A column computed from the attributes named in `sources` by the subclass's `derive(values)`."""

    def __init__(self, *args, sources=(), **kwargs):
        self.sources = tuple(sources)
        kwargs.setdefault("max_length", 400)
        kwargs.update(editable=False, blank=True, default="")
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs["sources"] = self.sources
        for fixed in ("editable", "blank", "default"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def derive(self, values):
        raise NotImplementedError

    def pre_save(self, model_instance, add):
        values = [str(getattr(model_instance, source) or "") for source in self.sources]
        value = self.derive(values)[: self.max_length]
        setattr(model_instance, self.attname, value)
        return value


class FoldedField(DerivedField):
    """By which equal names are found, whatever their accents, đ, case and spacing."""

    def derive(self, values):
        return fold(" ".join(values))


class SearchTextField(DerivedField):
    """What the search box looks through: the words of every source, a space before each (core.filters)."""

    def derive(self, values):
        return "".join(f" {word}" for word in words(" ".join(values)))


class PersonKeyField(DerivedField):
    """Sorts people's names the Vietnamese way: by the given name, which stands last."""

    def derive(self, values):
        return name_key(" ".join(values))


class TextKeyField(DerivedField):
    """Sorts names of units and titles by the Vietnamese alphabet, from left to right."""

    def derive(self, values):
        return text_key(" ".join(values))
