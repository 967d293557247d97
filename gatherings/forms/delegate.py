from django import forms
from django.db.models import Q

from core.text import fold
from core.versioned import VersionedForm
from exemplars.models import Subject
from gatherings.delegates import TWICE, over_quota
from gatherings.models import Delegate, Quota, Seat
from law.models import SubjectKind
from organizations.fields import UnitField
from organizations.models import Role, Unit

FACTS = ("sex", "ethnicity", "worker_group")


def known_of(subject):
    """What a register of subjects tells of a delegate: of a collective, whom the delegate speaks for."""
    if subject.kind == SubjectKind.COLLECTIVE:
        return {"represents": str(subject), "kind": subject.kind}
    facts = {name: getattr(subject, name) for name in FACTS if getattr(subject, name)}
    if subject.kind == SubjectKind.HOUSEHOLD:
        facts["represents"] = str(subject)
    year = {"birth_year": subject.birth_date.year} if subject.birth_date else {}
    position = subject.description
    return {"name": subject.name, "kind": subject.kind, "position": position} | facts | year


class DelegateForm(VersionedForm):
    """A delegate of `conference`: a subject that is known, or somebody of whom the facts are typed in.

    The office may also invite guests, whom no quota counts.
    """

    class Meta:
        model = Delegate
        fields = [
            "subject",
            "unit",
            "seat",
            "kind",
            "name",
            "birth_year",
            "sex",
            "ethnicity",
            "worker_group",
            "position",
            "represents",
            "standard",
            "ground",
        ]
        widgets = {"subject": forms.HiddenInput}
        field_classes = {"unit": UnitField}
        help_texts = {
            "birth_year": "Cần khi có hai người cùng họ tên.",
            "represents": "Khi đại biểu thay mặt một tập thể hoặc hộ gia đình.",
            "ground": "Ví dụ: Bằng khen của Chủ tịch UBND tỉnh năm 2025; mô hình …",
        }

    def __init__(self, *args, desk, replaced=None, **kwargs):
        super().__init__(*args, **kwargs)
        conference, self.replaced = self.instance.conference, replaced
        is_office = desk.may(Role.STANDING, conference.unit)
        self._offer_units(conference, desk, is_office)
        self.fields["subject"].queryset = Subject.objects.visible_to(desk)
        self.fields["sex"].choices = [("", "Chọn"), *self.fields["sex"].choices[1:]]
        self.fields["worker_group"].choices = [("", "Không thuộc nhóm nào"), *_choices(self, "worker_group")]
        if not is_office or replaced:
            del self.fields["seat"]
        if replaced:
            del self.fields["unit"]

    def _offer_units(self, conference, desk, is_office):
        with_quota = Quota.objects.used_by(desk).filter(conference=conference).values("unit")
        units = Unit.objects.filter(pk__in=with_quota)
        if is_office:
            units = units | Unit.objects.filter(pk=conference.unit_id)
        self.fields["unit"].queryset = units
        self.fields["unit"].empty_label = "Chọn đơn vị" if is_office or len(units) > 1 else None

    def clean(self):
        """Told at the field, before anything is saved; the service asks again under its lock."""
        cleaned = super().clean()
        kind, represents = cleaned.get("kind"), cleaned.get("represents")
        if kind and kind != SubjectKind.PERSON and not represents:
            self.add_error("represents", "Hãy ghi tên tập thể hoặc hộ gia đình.")
        if cleaned.get("name"):
            self._check_twice(cleaned)
        if self.replaced is None and cleaned.get("unit"):
            seat = cleaned.get("seat") or self.instance.seat or Seat.OFFICIAL
            self._check_quota(cleaned["unit"], seat)
        return cleaned

    def _check_twice(self, cleaned):
        identity = fold(f"{cleaned['name']} {cleaned.get('birth_year') or ''}")
        same = Q(identity=identity)
        if subject := cleaned.get("subject"):
            same |= Q(subject=subject, kind=cleaned.get("kind"))
        others = self.instance.conference.delegates.live().exclude(
            pk__in=[row.pk for row in (self.instance, self.replaced) if row and row.pk]
        )
        if others.filter(same).exists():
            self.add_error("name", f"{TWICE} Nếu là người khác, hãy ghi năm sinh để phân biệt.")

    def _check_quota(self, unit, seat):
        wanted = Delegate(conference=self.instance.conference, unit=unit, seat=seat, pk=self.instance.pk)
        if said := over_quota(wanted):
            self.add_error("unit", said)


def _choices(form, name):
    return [choice for choice in form.fields[name].choices if choice[0]]


class ReplacementForm(DelegateForm):
    """Another person on the same seat, and why."""

    note = forms.CharField(label="Lý do thay", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class AttendanceForm(forms.Form):
    """One line of the roll: who is left open stays as is."""

    present = forms.TypedChoiceField(
        label="Có mặt",
        choices=[("True", "Có mặt"), ("False", "Vắng")],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
