import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from core.calendar import today
from core.fields import LineFormField, ProseFormField
from core.versioned import VersionedForm
from exemplars.adopting import may_propose
from exemplars.models import Adoption, Exemplar, Subject
from law.models import SubjectKind
from organizations.access import PREPARING, successor_office
from organizations.fields import UnitField
from organizations.models import Role, Unit
from organizations.models.unit import TERRITORIES, within

LARGE, SMALL = forms.Textarea(attrs={"rows": 5}), forms.Textarea(attrs={"rows": 3})


def refuse_future(day):
    if day and day > today():
        raise ValidationError("Ngày này chưa đến. Hãy ghi ngày đã qua hoặc hôm nay.")


class ProposalForm(forms.Form):
    """Which place works as the exemplar does: a unit as a whole, somebody in it, or an exemplar of it."""

    request_id = forms.UUIDField(widget=forms.HiddenInput)
    learned_from = forms.ModelChoiceField(Adoption.objects.none(), required=False, widget=forms.HiddenInput)
    unit = UnitField(label="Đơn vị làm theo", queryset=Unit.objects.none(), empty_label="Chọn đơn vị")
    kind = forms.ChoiceField(
        label="Ai làm theo",
        required=False,
        choices=[("", "Cả đơn vị"), *((kind.value, kind.label.capitalize()) for kind in SubjectKind)],
    )
    name = LineFormField(
        label="Tên cá nhân, tập thể, chủ hộ",
        max_length=200,
        required=False,
        help_text="Để trống nếu cả đơn vị làm theo.",
    )
    adopter = forms.ModelChoiceField(
        Exemplar.objects.none(),
        label="Điển hình của nơi làm theo",
        required=False,
        empty_label="Chưa là điển hình",
        help_text="Chọn nếu nơi làm theo cũng đã được đăng ký là điển hình.",
    )
    since = forms.DateField(label="Làm theo từ ngày", validators=[refuse_future])
    evidence = ProseFormField(
        label="Minh chứng",
        widget=SMALL,
        help_text="Căn cứ cho thấy đã làm theo: biên bản, ảnh, người xác nhận. Tệp thêm được sau khi lưu.",
    )
    effect = ProseFormField(
        label="Hiệu quả", widget=LARGE, required=False, help_text="Số liệu trước và sau, nếu đã có."
    )

    def __init__(self, *args, source, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.source = source
        self.fields["unit"].queryset = adopting_units(source, desk)
        own = Exemplar.objects.prepared_by(desk).exclude(pk=source.pk).select_related("subject")
        self.fields["adopter"].queryset = own.order_by("title_key", "pk")
        if not own.exists():
            del self.fields["adopter"]
        self.fields["learned_from"].queryset = source.adoptions.living().for_table()
        self.initial = {"request_id": uuid.uuid4(), **self.initial}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("adopter"):
            return {**cleaned, "subject": cleaned["adopter"].subject, "unit": cleaned["adopter"].unit}
        kind, name, unit = (cleaned.get(field) for field in ("kind", "name", "unit"))
        if bool(kind) != bool(name):
            self.add_error("name", "Hãy ghi cả loại và tên, hoặc để trống cả hai nếu cả đơn vị làm theo.")
        elif name and unit:
            cleaned["subject"] = self._subject(kind, name, unit)
        return cleaned

    def _subject(self, kind, name, unit):
        """A known one of that name, or a new one that is saved with the adoption."""
        known = list(Subject.objects.named(name, kind=kind, unit=unit)[:2])
        if len(known) > 1:
            self.add_error("name", "Đơn vị có nhiều người cùng tên này. Hãy để nơi làm theo tự ghi.")
        return known[0] if known else Subject(kind=kind, name=name, unit=unit)

    @property
    def stated(self):
        names = ("subject", "adopter", "learned_from", "since", "evidence", "effect")
        return {name: self.cleaned_data.get(name) for name in names} | {"effect": self.cleaned_data["effect"]}


def adopting_units(source, desk):
    """The person's own units; for who speaks for the exemplar, all territories of its province, too."""
    offered = within(desk.paths(*PREPARING) | desk.office_paths(Role.STANDING), "path")
    if may_propose(source, desk):
        around = successor_office(source.unit, today()).ancestor_paths()[-1]
        offered |= Q(path__startswith=around, kind__in=TERRITORIES)
    return Unit.objects.existing(today()).filter(offered)


class AdoptionForm(VersionedForm):
    """What the adopter's people add as it goes on."""

    class Meta:
        model = Adoption
        fields = ["since", "adopter", "evidence", "effect"]
        widgets = {"evidence": SMALL, "effect": LARGE}
        help_texts = {"adopter": "Chọn khi nơi làm theo đã được đăng ký là điển hình."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        adoption = self.instance
        self.fields["since"].validators.append(refuse_future)
        own = Exemplar.objects.filter(unit=adoption.unit).exclude(pk=adoption.source_id)
        if adoption.subject_id:
            own = own.filter(subject=adoption.subject_id)
        self.fields["adopter"].queryset = own
        self.fields["adopter"].empty_label = "Chưa là điển hình"
        if not own.exists():
            del self.fields["adopter"]
