import uuid

from django import forms

from campaigns.models import Plan
from core.calendar import today
from core.versioned import VersionedForm
from exemplars.inspections import posts_to_choose
from exemplars.models import InspectionRound, RoundMember, Visit
from organizations.models import User

OUT_OF_ROUND = "Ngày đi phải trong thời gian của đợt, từ {} đến {}."


class WithTitle(forms.ModelChoiceField):
    """People, each with the title of the post that lets them be chosen."""

    titles = {}

    def label_from_instance(self, user):
        return f"{user}, {self.titles[user.pk]}"


class TeamField(WithTitle, forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple


class RoundForm(VersionedForm):
    """A round of the office `unit`, and its team."""

    members = TeamField(label="Thành viên đoàn", queryset=User.objects.none(), required=False)
    leader = WithTitle(
        label="Trưởng đoàn", queryset=User.objects.none(), required=False, empty_label="Chưa cử"
    )
    request_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    class Meta:
        model = InspectionRound
        fields = ["name", "plan", "starts_on", "ends_on", "purpose", "outside_members", "paper"]

    def __init__(self, *args, unit, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.unit = unit
        plans = Plan.objects.open_to(desk) | Plan.objects.filter(pk=self.instance.plan_id)
        self.fields["plan"].queryset = plans.distinct()
        self.fields["plan"].empty_label = "Ngoài kế hoạch"
        seats = list(self.instance.members.select_related("user")) if self.instance.pk else []
        posts = posts_to_choose(unit, today())
        self.titles = {pk: f"{post.title}" for pk, post in posts.items()}
        self.titles |= {seat.user_id: seat.title for seat in seats}
        for name in ("members", "leader"):
            self.fields[name].titles = self.titles
            self.fields[name].queryset = User.objects.filter(pk__in=self.titles)
        self.initial["members"] = [seat.user_id for seat in seats]
        self.initial["leader"] = next((seat.user_id for seat in seats if seat.leads), None)

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts and ends and self.instance.pk:
            outside = self.instance.visits.filter(status__in=("planned", "returned"))
            outside = outside.exclude(planned_on__range=(starts, ends)).first()
            if outside:
                day = f"{outside.planned_on:%d/%m/%Y}"
                self.add_error("ends_on", f"Chuyến đến “{outside}” dự kiến ngày {day}, ngoài thời gian này.")
        return cleaned

    def team(self):
        """The members chosen, the leader among them, as unsaved rows."""
        leader = self.cleaned_data["leader"]
        users = {user.pk: user for user in (*self.cleaned_data["members"], *([leader] if leader else ()))}
        return [RoundMember(user=u, title=self.titles[u.pk], leads=u == leader) for u in users.values()]


class PlannedDayForm(forms.ModelForm):
    class Meta:
        model = Visit
        fields = ["planned_on"]

    def clean_planned_on(self):
        return within_round(self.cleaned_data["planned_on"], self.instance.round)


class PickForm(forms.Form):
    """The exemplars chosen for a round, and the day on which the team is to go."""

    planned_on = forms.DateField(label="Ngày đi dự kiến")
    exemplars = forms.ModelMultipleChoiceField(
        queryset=None, error_messages={"required": "Hãy đánh dấu ít nhất một điển hình."}
    )

    def __init__(self, *args, inspection, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.fields["exemplars"].queryset = offered

    def clean_planned_on(self):
        return within_round(self.cleaned_data["planned_on"], self.inspection)


def within_round(day, inspection):
    if not inspection.starts_on <= day <= inspection.ends_on:
        ends = f"{inspection.starts_on:%d/%m/%Y}", f"{inspection.ends_on:%d/%m/%Y}"
        raise forms.ValidationError(OUT_OF_ROUND.format(*ends))
    return day
