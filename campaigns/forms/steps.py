"""Small forms round a plan: giving back, issuing and copying."""

import uuid

from django import forms
from django.core.exceptions import ValidationError

from campaigns.forms.plan import offer_offices
from campaigns.years import opening_year
from core.calendar import today
from core.fields import ProseFormField
from organizations.fields import UnitField
from organizations.models import Unit


class NoteForm(forms.Form):
    note = ProseFormField(
        label="Lý do trả lại",
        help_text="Ghi rõ phần nào cần sửa; người soạn sẽ đọc được.",
        widget=forms.Textarea,
    )


class IssueForm(forms.Form):
    on = forms.DateField(label="Ngày ban hành", initial=today)

    def clean_on(self):
        if self.cleaned_data["on"] > today():
            raise ValidationError("Ngày ban hành không được sau hôm nay.")
        return self.cleaned_data["on"]


class CopyForm(forms.Form):
    """The period of a new plan, by its first year; the length is that of the older plan."""

    unit = UnitField(Unit.objects.none(), label="Cơ quan ban hành kế hoạch mới")
    first_year = forms.IntegerField(label="Năm bắt đầu của kế hoạch mới")
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def __init__(self, *args, plan, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.fields["first_year"].initial = plan.ends_on.year + 1
        offer_offices(self.fields["unit"], desk)
        self.fields["first_year"].help_text = (
            f"Kế hoạch cũ bắt đầu ngày {plan.starts_on:%d/%m/%Y}, kết thúc ngày {plan.ends_on:%d/%m/%Y}, "
            f"năm đầu của giai đoạn là {opening_year(plan)}. "
            "Mọi ngày được dời đúng bằng số năm chênh lệch."
        )

    def clean_first_year(self):
        year, start = self.cleaned_data["first_year"], opening_year(self.plan)
        if not start < year <= start + 50:
            raise ValidationError(f"Năm bắt đầu phải sau năm {start} và không quá năm {start + 50}.")
        return year
