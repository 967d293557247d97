import datetime

from django import forms
from django.utils.choices import flatten_choices

from core.templatetags.vietnamese import ngay, ngay_gio
from core.workflow import Collision

CHANGED = (
    "Bản này vừa được lưu ở nơi khác: người khác, hoặc bạn ở một cửa sổ khác. "
    "Nội dung bạn gõ còn nguyên; bấm lưu lần nữa để thay bản vừa lưu."
)


def saver(person, reader):
    """Who saved first, as `reader` is told: it may have been oneself, in another window."""
    return "Bạn, ở một cửa sổ khác," if person == reader else str(person or "Người khác")


class VersionedForm(forms.ModelForm):
    """A form over a Versioned record that tells when somebody else saved the record meanwhile."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored = {name: self.initial.get(name) for name in self._meta.fields}
        self.initial.setdefault("version", self.instance.version)

    def save_or_tell(self):
        """Save; False, with what the other person wrote beside each field, when somebody was first."""
        try:
            self.instance.save_unless_changed(self.cleaned_data["version"] or 0)
        except Collision:
            self.tell_collision()
            return False
        return True

    def tell_collision(self):
        """Put what was saved meanwhile beside each field; saving once more replaces it."""
        self.add_error(None, CHANGED)
        for name, stored in self.stored.items():
            if name in self.fields and self.fields[name].has_changed(stored, self[name].data):
                self.add_error(name, f"Bản vừa lưu ghi: “{self.as_read(name)}”")
        stored = type(self.instance)._base_manager.get(pk=self.instance.pk)
        self.send_again(version=stored.version)

    def send_again(self, **changes):
        """Let the form hold what was sent, but for `changes`, so that it may be sent once more."""
        self.data = self.data.copy()
        for name, value in changes.items():
            self.data[name] = value

    def as_read(self, name):
        """What is stored in a field, as the page words it."""
        value = self[name].initial
        if isinstance(value, datetime.datetime):
            return ngay_gio(value)
        if isinstance(value, datetime.date):
            return ngay(value)
        labels = {
            str(choice): str(label)
            for choice, label in flatten_choices(getattr(self.fields[name], "choices", ()))
        }
        many = value if isinstance(value, list) else [] if value is None else [value]
        return "; ".join(labels.get(str(getattr(one, "pk", one)), str(one)) for one in many)
