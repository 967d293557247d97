"""How a dossier begins: what it is about, then whom it names and which award it asks for."""

import uuid

from django import forms
from django.db.models import Q

from campaigns.models import Plan
from core.calendar import today
from core.fields import LineFormField
from core.filters import LONGEST_SEARCH
from exemplars.models import Exemplar, Route, Subject
from exemplars.offices import awards_within_reach, first_office
from law.models import AwardType, SubjectKind
from organizations.access import PREPARING
from organizations.fields import UnitField
from organizations.models import Unit

AD_HOC = "Đột xuất, ngoài kế hoạch"


class StartForm(forms.Form):
    """The first step, sent by GET: it changes nothing and can be bookmarked."""

    kind = forms.ChoiceField(
        label="Đề nghị khen cho",
        choices=[(kind.value, kind.label.capitalize()) for kind in SubjectKind],
        widget=forms.RadioSelect,
    )
    plan = forms.ModelChoiceField(
        label="Trong kế hoạch", queryset=Plan.objects.none(), required=False, empty_label=AD_HOC
    )
    q = LineFormField(
        label="Tìm đối tượng đã có",
        required=False,
        max_length=LONGEST_SEARCH,
        help_text="Gõ một phần tên, không cần dấu.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plan"].queryset = Plan.objects.open_to(desk).order_by("-starts_on", "title_key")


class AwardField(forms.ModelChoiceField):
    """Awards with the level that decides; `offer()` says which and keeps who decides for the page."""

    def __init__(self, **kwargs):
        super().__init__(AwardType.objects.none(), empty_label="Chọn sau", **kwargs)
        self.powers = []

    def offer(self, kind, unit, chosen=None):
        offered = _by_either_route(kind, unit, today()) if unit else {}
        self.powers = list(offered.values())
        self.level = {award.pk: power.get_tier_display() for award, power in offered.items()}
        self.queryset = AwardType.objects.filter(pk__in=[*self.level, chosen]).order_by("-group", "rank")

    def label_from_instance(self, award):
        level = self.level.get(award.pk)
        return f"{award.title} ({level} quyết định)" if level else award.title


def _by_either_route(kind, unit, on):
    """{award: power}; what both routes lead to is decided where the territory says."""
    found = {}
    for route in (Route.TERRITORY, Route.SECTOR):
        if office := first_office(unit, route, on):
            found |= {a: power for a, power in awards_within_reach(kind, office, on) if a not in found}
    return found


class BeginForm(forms.Form):
    """The second step: an existing subject or the name of a new one, the award and the unit."""

    kind = forms.ChoiceField(choices=SubjectKind, widget=forms.HiddenInput)
    plan = forms.ModelChoiceField(Plan.objects.none(), required=False, widget=forms.HiddenInput)
    request_id = forms.UUIDField(widget=forms.HiddenInput)
    exemplar = forms.ModelChoiceField(Exemplar.objects.none(), required=False, widget=forms.HiddenInput)
    subject = forms.ModelChoiceField(Subject.objects.none(), required=False, label="Đối tượng")
    name = LineFormField(label="Tên đối tượng mới", required=False, max_length=200)
    is_another = forms.BooleanField(label="Đây là đối tượng khác, vẫn lập mới", required=False)
    award = AwardField(label="Danh hiệu, hình thức đề nghị", required=False)
    unit = UnitField(label="Đơn vị đề nghị", queryset=Unit.objects.none(), empty_label=None)

    def __init__(self, *args, desk, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk, self.twins = desk, []
        self.fields["plan"].queryset = Plan.objects.open_to(desk)
        self.fields["exemplar"].queryset = Exemplar.objects.visible_to(desk)
        self.fields["subject"].queryset = Subject.objects.visible_to(desk).filter(kind=kind)
        self.fields["unit"].queryset = Unit.objects.existing(today()).under(desk.paths(*PREPARING))
        own = next(iter(desk.units(*PREPARING)), None)
        self.fields["award"].offer(kind, own)
        self.initial = {"kind": kind, "unit": own, "request_id": uuid.uuid4(), **self.initial}

    def clean(self):
        cleaned = super().clean()
        exemplar = cleaned.get("exemplar")
        if exemplar and exemplar.subject != cleaned.get("subject"):
            cleaned["exemplar"] = None  # another subject was chosen: the dossier is not of that exemplar
        if cleaned.get("subject"):
            return cleaned
        if self.errors.keys() & {"name", "subject"}:
            return cleaned
        if not cleaned.get("name"):
            self.add_error("name", "Hãy chọn đối tượng đã có, hoặc ghi tên đối tượng mới.")
        elif cleaned.get("unit") and not cleaned.get("is_another"):
            self._ask_about_twins(cleaned)
        return cleaned

    def _ask_about_twins(self, cleaned):
        names = {name: cleaned[name] for name in ("name", "kind", "unit")}
        named = self.fields["subject"].queryset.named(**names).select_related("unit")
        own = Q(nominations__request_id=cleaned.get("request_id"))  # begun by this very form, sent twice
        self.twins = list(named.exclude(own)[:10])
        if self.twins:
            self.add_error(
                "name",
                "Đơn vị đã có đối tượng cùng tên. Hãy chọn đúng đối tượng, hoặc xác nhận là đối tượng khác.",
            )
