import uuid

from django import forms
from django.db import transaction

from campaigns.models import Movement, Plan
from core.calendar import today
from core.fields import LineFormField
from core.forms import DongField, editor
from exemplars.models import Exemplar, Subject
from law.models import SubjectKind
from organizations.access import PREPARING
from organizations.fields import UnitField
from organizations.models import Unit

TEXTS = ("practice", "cost", "effect", "causes", "needs")  # that its papers quote
HINTS = {
    "about": "Mô hình là cách làm mà nơi khác có thể làm theo.",
    "year": "Để trống thì lấy năm của ngày đăng ký.",
    "rhythm": "Quá thời gian này mà không đánh giá, không ai đến xem thì điển hình được nhắc.",
    "practice": "Làm những việc gì, theo trình tự nào, ai tham gia.",
    "cost": "Tiền, công, vật tư; lấy từ nguồn nào.",
    "effect": "Kết quả đạt được, ai được lợi. Số liệu trước và sau ghi ở bảng riêng.",
    "causes": "Vì sao làm được: con người, cách tổ chức, sự ủng hộ, điều kiện của địa phương.",
    "needs": "Nơi khác cần có gì thì làm theo được.",
    "contact": "Cơ quan hoặc người để hỏi, số điện thoại. Không đưa lên trang công khai.",
}


class ExemplarForm(forms.ModelForm):
    """A known subject (hidden, chosen beforehand) or the kind and name of a new one."""

    kind = forms.ChoiceField(label="Loại đối tượng", choices=SubjectKind, required=False)
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = LineFormField(label="Tên đối tượng mới", max_length=200, required=False)

    class Meta:
        model = Exemplar
        fields = [
            "subject",
            "about",
            "title",
            "unit",
            "field",
            "plan",
            "movement",
            "found_on",
            "year",
            "rhythm",
            "practice",
            "cost",
            "cost_dong",
            "effect",
            "causes",
            "needs",
            "contact",
        ]
        widgets = {"subject": forms.HiddenInput} | {name: editor(rows=5) for name in TEXTS}
        field_classes = {"unit": UnitField, "cost_dong": DongField}
        help_texts = HINTS

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        known = Unit.objects.existing(today()).under(desk.paths(*PREPARING))
        self.fields["unit"].queryset = known | Unit.objects.filter(pk=self.instance.unit_id)
        self.fields["unit"].empty_label = None
        self.initial.setdefault("unit", next(iter(desk.units(*PREPARING)), None))
        plans = Plan.objects.open_to(desk) | Plan.objects.filter(pk=self.instance.plan_id)
        self.fields["plan"].queryset = plans.distinct()
        self.fields["plan"].empty_label = "Ngoài kế hoạch"
        self.fields["movement"].queryset = Movement.objects.order_by("name_key")
        self.fields["movement"].empty_label = "Không thuộc phong trào nào"
        self.fields["subject"].queryset = Subject.objects.visible_to(desk)
        self.fields["subject"].required = False
        self.initial["version"] = self.instance.version
        if self.instance.pk:
            del self.fields["request_id"]
        for name in self._meta.fields:
            # What was seen, to tell who changed what.
            self.fields[name].show_hidden_initial = bool(self.instance.pk)

    def clean_found_on(self):
        day = self.cleaned_data["found_on"]
        if day > today():
            raise forms.ValidationError("Ngày phát hiện không thể sau hôm nay.")
        if self.instance.moved_on and day > self.instance.moved_on:
            raise forms.ValidationError(
                f"Ngày phát hiện không thể sau ngày chuyển giai đoạn ({self.instance.moved_on:%d/%m/%Y})."
            )
        return day

    def clean(self):
        cleaned = super().clean()
        unit, name, kind = (cleaned.get(field) for field in ("unit", "name", "kind"))
        if cleaned.get("subject") or not unit or self._is_sent_again(cleaned):
            return cleaned
        if not name or not kind:
            self.add_error("name", "Hãy chọn đối tượng đã có, hoặc ghi loại và tên đối tượng mới.")
        elif self.fields["subject"].queryset.named(name, kind=kind, unit=unit).exists():
            self.add_error("name", "Đơn vị đã có đối tượng cùng tên. Hãy tìm và chọn ở trên.")
        return cleaned

    def _is_sent_again(self, cleaned):
        sent = cleaned.get("request_id")
        return bool(sent) and Exemplar.objects.filter(request_id=sent).exists()

    def save(self, commit=True):
        """Raises Collision when somebody saved the exemplar since the form was read."""
        if self.instance.pk:
            self.instance.save_unless_changed(self.cleaned_data["version"] or 0)
            return self.instance
        with transaction.atomic():
            if self.instance.subject_id is None:
                new = {fact: self.cleaned_data[fact] for fact in ("kind", "unit", "name")}
                self.instance.subject = Subject.objects.create(**new)
            return super().save(commit)
