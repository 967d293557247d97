"""Forms of blanks, printers and batches."""

from django import forms
from django.core.exceptions import ValidationError

from core.calendar import today
from core.uploads import UploadField
from law.models import AwardType
from reports.certificates.pictures import NoPicture, clean_picture
from reports.models import Blank, BlankField, BlankFieldKind, Printer

MOST_PRINTERS = 20


class NamedOnceForm(forms.ModelForm):
    """Of what an office has under one name; the office is the instance's, and no field."""

    def clean_name(self):
        name, instance = self.cleaned_data["name"], self.instance
        others = type(instance).objects.filter(unit=instance.unit, name=name).exclude(pk=instance.pk)
        if others.exists():
            raise ValidationError("Cơ quan đã có tên này. Hãy đặt tên khác.", code="unique")
        return name


class BlankForm(NamedOnceForm):
    class Meta:
        model = Blank
        fields = ["name", "mode", "sheet", "awards"]
        widgets = {
            "awards": forms.CheckboxSelectMultiple,
            "mode": forms.RadioSelect,
            "sheet": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        granted = AwardType.objects.decided_at(self.instance.unit.tier, today())
        kept = self.instance.awards.all() if self.instance.pk else AwardType.objects.none()
        self.fields["awards"].queryset = AwardType.objects.filter(pk__in=[a.pk for a in (*granted, *kept)])


class BlankHeadForm(BlankForm):
    """What may still change of a blank that is there: its fields fit its sheet."""

    picture = UploadField(
        label="Ảnh phôi",
        kinds=("jpg", "png"),
        megabytes=10,
        required=False,
        help_text="Ảnh quét hoặc chụp thẳng cả tờ phôi (JPG hoặc PNG, không quá 10 MB), để đặt các ô cho "
        "đúng chỗ; ảnh không in ra giấy.",
    )
    without_picture = forms.BooleanField(label="Bỏ ảnh đang có", required=False)

    class Meta(BlankForm.Meta):
        fields = ["name", "awards"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.picture:
            del self.fields["without_picture"]

    def clean_picture(self):
        sent = self.cleaned_data["picture"]
        try:
            return clean_picture(sent) if sent else None
        except NoPicture as error:
            raise ValidationError(str(error), code="content") from error


class FieldForm(forms.ModelForm):
    """One field of a blank, which its instance knows."""

    class Meta:
        model = BlankField
        fields = [
            "shown",
            "x",
            "y",
            "width",
            "size",
            "min_size",
            "lines",
            "style",
            "align",
            "capitals",
            "colour",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = f"{self.instance.get_kind_display()}: {field.label}"
            if name in ("x", "y", "width", "size", "min_size"):
                field.widget.attrs["step"] = "0.1" if name in ("x", "y", "width") else "0.5"
        if not BlankFieldKind(self.instance.kind).is_text:
            for name in ("size", "min_size", "lines", "style", "align", "capitals", "colour"):
                del self.fields[name]

    def clean(self):
        found = super().clean()
        width, height = self.instance.blank.size
        x, y, wide = (found.get(name) for name in ("x", "y", "width"))
        if x is not None and wide is not None and x + wide > width:
            self.add_error("width", f"Ô ra ngoài mép phải của tờ giấy rộng {width} mm.")
        if y is not None and y > height:
            self.add_error("y", f"Ô ra ngoài mép dưới của tờ giấy cao {height} mm.")
        if {"size", "min_size"} <= found.keys() and found["min_size"] > found["size"]:
            self.add_error("min_size", "Cỡ nhỏ nhất không được lớn hơn cỡ chữ.")
        return found


class PrinterForm(NamedOnceForm):
    class Meta:
        model = Printer
        fields = ["name", "dx", "dy"]

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.unit = unit
        for name in ("dx", "dy"):
            self.fields[name].widget.attrs["step"] = "0.1"


class BasePrinterFormSet(forms.BaseModelFormSet):
    def clean(self):
        """Two rows of one page may not bear one name; each alone is checked against what is saved."""
        super().clean()
        names = set()
        for form in self.forms:
            name = form.cleaned_data.get("name") if form not in self.deleted_forms else None
            if name in names:
                form.add_error("name", "Tên này đã có ở hàng trên.")
            if name:
                names.add(name)


PrinterFormSet = forms.modelformset_factory(
    Printer, form=PrinterForm, formset=BasePrinterFormSet, extra=1, can_delete=True, max_num=MOST_PRINTERS
)


class BatchForm(forms.Form):
    """What to print of one decision, on what, by which printer."""

    ALL, CHOSEN = "all", "chosen"

    blank = forms.ModelChoiceField(Blank.objects.none(), label="Phôi", empty_label=None)
    printer = forms.ModelChoiceField(
        Printer.objects.none(), label="Máy in", required=False, empty_label="Không chỉnh lệch"
    )
    which = forms.ChoiceField(
        label="In cho",
        choices=[(ALL, "Cả danh sách"), (CHOSEN, "Chỉ những mục đánh dấu ở danh sách bên dưới")],
        widget=forms.RadioSelect,
        initial=ALL,
    )
    again = forms.BooleanField(label="In lại cả giấy đã in", required=False)
    first_number = forms.IntegerField(
        label="Số sổ vàng của giấy đầu tiên",
        min_value=1,
        required=False,
        help_text="Các giấy sau tiếp số theo thứ tự danh sách. Sửa nếu sổ giấy đã dùng đến số khác.",
    )

    def __init__(self, *args, desk, first_number, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["blank"].queryset = Blank.objects.visible_to(desk).prefetch_related("fields", "awards")
        self.fields["printer"].queryset = Printer.objects.visible_to(desk)
        if first_number is None:
            del self.fields["first_number"]
        else:
            self.fields["first_number"].initial = first_number
