from django import forms

from awards.eligibility import Verdict
from awards.eligibility.possible import proposable
from core.calendar import today
from core.filters import recent_years
from law.models import AwardType, SubjectKind
from organizations.access import PREPARING
from organizations.fields import UnitField
from organizations.models import Role, Unit


class PossibleForm(forms.Form):
    """Of whom, for what and for the work of which year; sent by GET."""

    unit = UnitField(label="Đơn vị", queryset=Unit.objects.none(), empty_label=None)
    award = forms.ModelChoiceField(
        label="Danh hiệu, hình thức", queryset=AwardType.objects.none(), empty_label=None
    )
    year = forms.TypedChoiceField(label="Năm xét", choices=recent_years, coerce=int)
    verdict = forms.ChoiceField(label="Kết quả", choices=[("", "Tất cả"), *Verdict.choices], required=False)

    def __init__(self, data, *, desk):
        paths = desk.paths(*PREPARING) | desk.office_paths(Role.STANDING)
        units = Unit.objects.existing(today()).under(paths)
        awards = [award.pk for award in proposable(list(SubjectKind), today())]
        usual = {"unit": units.order_by("path").values_list("pk", flat=True).first(), "year": today().year}
        usual["award"] = AwardType.objects.filter(pk__in=awards).values_list("pk", flat=True).first()
        super().__init__(usual | {name: value for name, value in data.items() if value})
        self.fields["unit"].queryset = units.order_by("path")
        self.fields["award"].queryset = AwardType.objects.filter(pk__in=awards)
