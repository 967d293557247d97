import re

from django import forms
from django.core.exceptions import ValidationError

from core.calendar import today
from core.fields import LineFormField, ProseFormField
from core.versioned import VersionedForm
from organizations.fields import UnitField
from organizations.models import IssuedNumber, Role, Unit
from organizations.models.numbering import KINDS

WRITTEN = {code.upper(): code for code in KINDS}  # “TTr”, however it is typed
SYMBOL = re.compile(r"[A-ZĐ0-9]+(-[A-ZĐ0-9&.]+)*")


class DayForm(forms.Form):
    on = forms.DateField(label="Xem tại ngày", required=False)


class SymbolField(LineFormField):
    """What stands after the number, “KH-UBND”; small letters are taken for capitals."""

    default_error_messages = {
        "invalid": "Ký hiệu chỉ gồm chữ viết tắt và gạch nối, không có số và dấu gạch chéo. Ví dụ: KH-UBND."
    }

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "Phần đứng sau số và dấu gạch chéo, ví dụ: KH-UBND, CV-UBND.")
        super().__init__(label="Ký hiệu", max_length=40, **kwargs)

    def to_python(self, value):
        symbol = super().to_python(value).upper()
        if symbol and not SYMBOL.fullmatch(symbol):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        kind, joint, issuer = symbol.partition("-")
        return f"{WRITTEN.get(kind, kind)}{joint}{issuer}"


class RegisterForm(forms.Form):
    """What both forms of the clerk share: whose register, and which."""

    unit = UnitField(label="Cơ quan ban hành", queryset=Unit.objects.none(), empty_label=None)
    symbol = SymbolField()

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=desk.offices(Role.CLERK)).existing()


class NumberForm(RegisterForm):
    on = forms.DateField(label="Ngày văn bản", initial=today)
    title = LineFormField(
        label="Trích yếu",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ví dụ: Về việc đăng ký thi đua năm 2026. Sổ tự ghi tên loại theo ký hiệu.",
    )
    signatory = LineFormField(label="Người ký", max_length=120, required=False)
    recipients = ProseFormField(
        label="Nơi nhận",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi nơi nhận một dòng.",
    )


class LineForm(VersionedForm):
    """What the clerk may add to a line of the register; who signed a paper of the portal is in the paper."""

    class Meta:
        model = IssuedNumber
        fields = ["signatory", "recipients", "kept_by", "copies", "remarks"]
        widgets = {"recipients": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.outside:
            del self.fields["signatory"]


class CancelForm(forms.Form):
    note = LineFormField(
        label="Lý do",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Ghi vào cột Ghi chú của sổ.",
    )


class SeriesForm(RegisterForm):
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    last = forms.IntegerField(
        label="Số cuối cùng trong sổ giấy",
        min_value=0,
        max_value=99999,
        help_text="Cổng cấp tiếp từ số sau số này. Ghi 0 nếu trong năm chưa cấp số nào.",
    )
    last_on = forms.DateField(
        label="Ngày của số cuối cùng", required=False, help_text="Để trống nếu chưa cấp số nào."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = today().year

    def clean_last_on(self):
        day, year = self.cleaned_data["last_on"], self.cleaned_data.get("year")
        if day and year and day.year != year:
            raise ValidationError(f"Ngày này không thuộc năm {year}.")
        return day
