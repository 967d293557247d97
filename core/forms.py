"""How every form of the portal is drawn, and the fields that Vietnamese offices need."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting

from core.templatetags.vietnamese import so

TEXT_WIDGETS = (forms.widgets.Input, forms.Textarea, forms.Select)
HINTS = {  # shown where a field has no help text of its own
    forms.DateInput: "Ví dụ: 05/09/2024",
    forms.DateTimeInput: "Ví dụ: 14:30 05/09/2024",
    forms.TimeInput: "Ví dụ: 14:30",
}
WIDE_WIDGETS = (forms.Textarea, forms.FileInput, forms.CheckboxSelectMultiple, forms.RadioSelect)


def editor(rows):
    """A field of several lines for text that goes into a paper: see static/js/editor.js."""
    return forms.Textarea(attrs={"rows": rows, "data-editor": True})


class PortalBoundField(forms.BoundField):
    """A field as our templates draw it.

    Dates are typed into a plain text field: the browser's own date field shows them in the order of the
    browser's language, mm/dd/yyyy on many office machines, and cannot be pasted into.
    """

    def __init__(self, form, field, name):
        super().__init__(form, field, name)
        if not self.help_text:
            self.help_text = HINTS.get(self._base_widget(), "")

    @property
    def is_check(self):
        """Whether this is one box to tick, with its label behind it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_wide(self):
        """Whether it takes the whole width of a form with two columns."""
        return isinstance(self.field.widget, WIDE_WIDGETS) and not isinstance(
            self.field.widget, forms.SelectMultiple
        )

    @property
    def anchor(self):
        """The id that a link to this field leads to."""
        return self.id_for_label or self.auto_id

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        # The label says “bắt buộc”; the browser's own bubble may be English and would stop a draft's saving.
        attrs.pop("required", None)
        if self._base_widget() is forms.DateInput:
            attrs |= {"inputmode": "numeric", "autocomplete": "off", "data-date": True}
        if css := self._css(widget):
            attrs["class"] = " ".join(filter(None, [widget.attrs.get("class"), css]))
        return attrs

    def _css(self, widget):
        if self.is_check:
            return "check"
        if widget.is_hidden or isinstance(widget, forms.RadioSelect):  # and CheckboxSelectMultiple, its child
            return ""
        return _kind_css(widget) if isinstance(widget, TEXT_WIDGETS) else ""

    def _base_widget(self):
        return next((base for base in HINTS if isinstance(self.field.widget, base)), None)


def _kind_css(widget):
    if isinstance(widget, forms.DateInput):
        return "input input-date"
    if isinstance(widget, forms.DateTimeInput):
        return "input input-moment"
    if isinstance(widget, forms.NumberInput | DongInput | AmountInput):
        return "input input-number"
    return "input input-file" if isinstance(widget, forms.FileInput) else "input"


class PortalRenderer(TemplatesSetting):
    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = PortalBoundField


class DongInput(forms.TextInput):
    """An amount with dots between the thousands, as it is read aloud."""

    def format_value(self, value):
        return so(value) if isinstance(value, int) else value


class DongField(forms.IntegerField):
    """Whole đồng, typed as 1500000, 1.500.000, 1 500 000 or 1.500.000 đồng."""

    widget = DongInput
    default_error_messages = {"invalid": "Hãy nhập số tiền bằng đồng, ví dụ 1.500.000."}

    def __init__(self, **kwargs):
        super().__init__(min_value=kwargs.pop("min_value", 0), **kwargs)

    def widget_attrs(self, widget):
        return {"inputmode": "numeric", "autocomplete": "off"}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, int):
            return value if isinstance(value, int) else None
        typed = re.sub(r"\s*(đồng|đ|₫|VNĐ|VND)$", "", str(value).strip(), flags=re.IGNORECASE)
        if not re.fullmatch(r"\d+|\d{1,3}([. ]\d{3})+", typed):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return int(re.sub(r"\D", "", typed))


class AmountInput(forms.TextInput):
    """A number as it is read aloud: 1.250,5."""

    def format_value(self, value):
        if isinstance(value, Decimal):
            return so(int(value) if value == int(value) else value.normalize())
        return value


class AmountField(forms.DecimalField):
    """A figure, typed as 1250, 1.250 or 1.250,5: a comma before decimals, as everywhere in the country."""

    widget = AmountInput
    default_error_messages = {"invalid": "Hãy nhập số; phần lẻ viết sau dấu phẩy, ví dụ 1.250,5."}

    def widget_attrs(self, widget):
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, Decimal):
            return value if isinstance(value, Decimal) else None
        typed = str(value).strip()
        if not re.fullmatch(r"-?(\d+|\d{1,3}([. ]\d{3})+)(,\d+)?", typed):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(re.sub(r"[. ]", "", typed).replace(",", "."))
