"""Entry of learning events and coverage; exemplars and units are looked up while one types."""

import uuid

from django import forms
from django.core.validators import MinValueValidator

from campaigns.models import Plan
from core.calendar import today
from core.fields import LineFormField
from core.versioned import VersionedForm
from exemplars.forms.adoption import LARGE, refuse_future
from exemplars.forms.choices_found import FindsChoices
from exemplars.models import Coverage, Exemplar, LearningEvent
from organizations.access import PREPARING
from organizations.fields import UnitField, UnitIterator
from organizations.models import Role, Unit
from organizations.models.unit import within


class UnitsField(forms.ModelMultipleChoiceField):
    iterator = UnitIterator


class OutreachForm(FindsChoices, VersionedForm):
    finding = {"exemplars": "find_exemplars"}
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    find_exemplars = LineFormField(
        label="Tìm điển hình", required=False, max_length=200, help_text="Gõ một phần tên rồi bấm Tìm."
    )
    exemplars = forms.ModelMultipleChoiceField(
        Exemplar.objects.none(),
        label="Điển hình",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk
        self.initial.setdefault("request_id", uuid.uuid4())
        offer_own_units(self.fields["unit"], desk, self.instance.unit_id)
        self.initial.setdefault("unit", next(iter(desk.units(*PREPARING, Role.STANDING)), None))
        plans = Plan.objects.open_to(desk) | Plan.objects.filter(pk=self.instance.plan_id)
        self.fields["plan"].queryset = plans.distinct()
        self.fields["plan"].empty_label = "Không theo kế hoạch nào"
        for name in self.finding:
            self.offer(name)

    def findable(self, name):
        model = self.fields[name].queryset.model
        return model.objects.known_to(self.desk) if model is Exemplar else model.objects.existing(today())

    def keep_choices(self):
        for name in self.finding:
            getattr(self.instance, name).set(self.cleaned_data[name])


def offer_own_units(field, desk, kept):
    own = within(desk.paths(*PREPARING) | desk.office_paths(Role.STANDING), "path")
    field.queryset = Unit.objects.existing(today()).filter(own) | Unit.objects.filter(pk=kept)
    field.empty_label = None


class LearningForm(OutreachForm):
    finding = {"exemplars": "find_exemplars", "guests": "find_guests"}
    find_guests = LineFormField(
        label="Tìm đơn vị đến dự", required=False, max_length=200, help_text="Gõ một phần tên rồi bấm Tìm."
    )
    guests = UnitsField(
        Unit.objects.none(), label="Đơn vị đến dự", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = LearningEvent
        fields = ["kind", "title", "held_on", "place", "unit", "attendance", "plan", "result"]
        field_classes = {"unit": UnitField}
        widgets = {"result": LARGE}
        help_texts = {"result": "Học được gì, nơi nào sẽ làm theo."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].validators.append(refuse_future)
        at_least_one = MinValueValidator(1, "Số người dự phải từ 1 trở lên.")
        self.fields["attendance"].validators.append(at_least_one)


class CoverageForm(OutreachForm):
    link = forms.URLField(
        label="Địa chỉ trên mạng",
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text="Nếu có. Bài trên giấy, buổi phát thanh thì thêm tệp sau khi lưu.",
    )

    class Meta:
        model = Coverage
        fields = ["kind", "title", "outlet", "published_on", "link", "reach", "unit", "plan"]
        field_classes = {"unit": UnitField}
        help_texts = {
            "reach": "Để trống nếu không biết.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["published_on"].validators.append(refuse_future)
