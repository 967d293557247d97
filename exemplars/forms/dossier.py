"""The form of a draft: all but the name may be missing, and what is right is saved beside what is wrong."""

from django import forms
from django.db import transaction
from django.utils.html import format_html, format_html_join

from campaigns.models import Plan
from core.calendar import now, today
from core.fields import LineFormField
from core.forms import editor
from core.uploads import UploadField
from exemplars.forms.beginning import AD_HOC, AwardField
from exemplars.models import Evidence, Facts, Nomination, Route, SelfScore
from exemplars.offices import first_office
from exemplars.parts import ACHIEVEMENT, PROPOSAL, identity, label
from law.models import MeritKind, SubjectKind

FIRST_YEAR = 1948  # of the appeal for patriotic emulation: nothing is older
OLDEST = 120  # years of age
SCORE, REASON = "score_", "reason_"
HINTS = {
    "summary": "Một câu, sẽ in trong quyết định: đã có thành tích …",
    "background": "Nơi công tác hoặc cư trú, nhiệm vụ được giao, hoàn cảnh.",
    "achievements": "Việc đã làm, cách làm, số liệu và kết quả; nêu rõ trong thời gian tính thành tích.",
    "past_awards": "Danh hiệu, hình thức khen thưởng đã nhận: số, ngày quyết định. Mỗi quyết định một dòng.",
    "achieved_from": "Khoảng thời gian mà thành tích được tính, ví dụ 01/01/2024.",
    "women": "",
}


def _routes(unit):
    """[(route, its name with the office it leads to)]."""
    offices = ((route, first_office(unit, route, today())) for route in Route)
    return [(route.value, f"{route.label}: {office}" if office else route.label) for route, office in offices]


class DossierForm(forms.ModelForm):
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    award = AwardField(required=False)

    class Meta:
        model = Nomination
        fields = [
            "name",
            *dict.fromkeys((*Facts.PERSON, *Facts.COLLECTIVE, *Facts.HOUSEHOLD)),
            *PROPOSAL,
            *ACHIEVEMENT,
        ]
        widgets = {name: editor(rows=6) for name in ("background", "achievements", "past_awards")}

    def __init__(self, *args, desk, requests=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = SubjectKind(self.instance.kind)
        self.initial["version"] = self.instance.version
        self._keep_fields_of_kind()
        self._narrow_choices(desk)
        self.criteria = self._add_scores()
        for name in self.fields.keys() - {"version"}:
            self.fields[name].show_hidden_initial = True  # what was seen, to tell who changed what
        self._explain(requests or {})

    def _keep_fields_of_kind(self):
        kept = {"version", *identity(self.kind), *PROPOSAL, *ACHIEVEMENT}
        for name in set(self.fields) - kept:
            del self.fields[name]
        if self.instance.unit.sector_parent_id is None:
            del self.fields["route"]
        else:
            self.fields["route"].choices = _routes(self.instance.unit)

    def _narrow_choices(self, desk):
        nomination = self.instance
        self.fields["award"].offer(self.kind, nomination.unit, nomination.award_id)
        plans = Plan.objects.open_to(desk) | Plan.objects.filter(pk=nomination.plan_id)
        self.fields["plan"].queryset = plans.distinct()
        self.fields["plan"].empty_label = AD_HOC
        self.fields["field"].empty_label = "Chọn lĩnh vực"
        for name in {"sex", "worker_group", "collective_kind"} & self.fields.keys():
            self.fields[name].choices = [("", "Chọn"), *Nomination._meta.get_field(name).choices]
        merits = [
            (merit.value, merit.label.capitalize()) for merit in MeritKind if self.kind in merit.subject_kinds
        ]
        self.fields["merit"].choices = [("", "Chọn loại hình"), *merits]

    def _add_scores(self):
        """A field for the points of each criterion of the plan, and one for the reason."""
        if self.instance.plan is None:
            return []
        criteria = list(self.instance.plan.criteria.filter(subject_kind=self.kind))
        given = {score.criterion_id: score for score in self.instance.self_scores.all()}
        for criterion in criteria:
            score = given.get(criterion.pk)
            self.fields[f"{SCORE}{criterion.pk}"] = forms.IntegerField(
                label=criterion.text,
                required=False,
                min_value=0,
                max_value=criterion.max_points,
                initial=score and score.points,
                help_text=f"Tối đa {criterion.max_points} điểm.",
                widget=forms.NumberInput(attrs={"data-points": True}),
            )
            self.fields[f"{REASON}{criterion.pk}"] = LineFormField(
                label="Căn cứ chấm", required=False, max_length=300, initial=score.reason if score else ""
            )
        return criteria

    def _explain(self, requests):
        for name, field in self.fields.items():
            if name in self._meta.fields:
                field.label = label(name, self.kind)
            hint = HINTS.get(name, field.help_text)
            if asked := requests.get(name):
                hint = format_html("{}{}", hint, mend(asked))
            field.help_text = hint

    @property
    def scores(self):
        """[(points, reason)]: the bound fields of each criterion."""
        return [(self[f"{SCORE}{c.pk}"], self[f"{REASON}{c.pk}"]) for c in self.criteria]

    @property
    def total(self):
        return sum(score.points or 0 for score in self.instance.self_scores.all())

    @property
    def most(self):
        return sum(criterion.max_points for criterion in self.criteria)

    def clean_year(self):
        year, latest = self.cleaned_data["year"], today().year + 1
        if year is not None and not FIRST_YEAR <= year <= latest:
            raise forms.ValidationError(f"Năm xét phải từ {FIRST_YEAR} đến {latest}.")
        return year

    def clean_birth_date(self):
        day = self.cleaned_data["birth_date"]
        if day and day > today():
            raise forms.ValidationError("Ngày sinh không thể sau hôm nay.")
        if day and day.year < today().year - OLDEST:
            raise forms.ValidationError(f"Ngày sinh cách đây hơn {OLDEST} năm. Hãy kiểm tra lại năm sinh.")
        return day

    def clean_achieved_from(self):
        day = self.cleaned_data["achieved_from"]
        if day and day.year < FIRST_YEAR:
            raise forms.ValidationError(f"Thành tích được tính sớm nhất từ năm {FIRST_YEAR}.")
        if day and day > today():
            raise forms.ValidationError("Thành tích không thể bắt đầu sau hôm nay.")
        return day

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("achieved_from"), cleaned.get("achieved_to")
        if start and end and end < start:
            self._refuse("Ngày cuối của thành tích phải từ ngày đầu trở đi.", "achieved_from", "achieved_to")
        year = cleaned.get("year")
        if year and end and end.year > year:
            self._refuse(
                f"Thành tích phải kết thúc trong năm xét ({year}) hoặc trước đó.", "year", "achieved_to"
            )
        self._count_people(cleaned)
        for criterion in self.criteria:
            if cleaned.get(f"{REASON}{criterion.pk}") and cleaned.get(f"{SCORE}{criterion.pk}") is None:
                self.add_error(f"{SCORE}{criterion.pk}", "Hãy cho điểm, vì đã ghi căn cứ chấm.")
        return cleaned

    def _count_people(self, cleaned):
        people = cleaned.get("headcount")
        for name, counted in (("women", "Số nữ"), ("party_members", "Số đảng viên")):
            some = cleaned.get(name)
            if people is not None and some is not None and some > people:
                self._refuse(f"{counted} không thể nhiều hơn tổng số người.", "headcount", name)

    def _refuse(self, sentence, *names):
        """The error at every field concerned, so that a partial save leaves all of them as they were."""
        for name in names:
            self.add_error(name, sentence)

    def save_draft(self, *, by):
        """Save what is right; raises Collision when somebody saved since the form was read."""
        self.instance.updated_by, self.instance.updated_at = by, now()
        with transaction.atomic():
            self.instance.save_unless_changed(self.cleaned_data.get("version") or 0)
            self._save_scores()

    def _save_scores(self):
        scored = [c for c in self.criteria if f"{SCORE}{c.pk}" in self.cleaned_data]
        self.instance.self_scores.filter(criterion__in=scored).delete()
        self.instance.self_scores.exclude(criterion__plan=self.instance.plan_id).delete()
        SelfScore.objects.bulk_create(
            SelfScore(
                nomination=self.instance,
                criterion=criterion,
                points=self.cleaned_data[f"{SCORE}{criterion.pk}"],
                reason=self.cleaned_data.get(f"{REASON}{criterion.pk}", ""),
            )
            for criterion in scored
            if self.cleaned_data[f"{SCORE}{criterion.pk}"] is not None
            and criterion.plan_id == self.instance.plan_id
        )


def mend(requests):
    """What the office asked to mend, as it stands at the field."""
    rows = format_html_join("", "<span>Cần sửa: {}</span>", ((request,) for request in requests))
    return format_html('<span class="field-mend">{}</span>', rows)


class EvidenceForm(forms.Form):
    """The row of the draft's form by which one more file comes in; empty when no file was chosen."""

    prefix = "evidence"

    kind = forms.ChoiceField(label="Loại tài liệu", choices=Evidence.Kind, required=False)
    title = LineFormField(
        label="Tên tài liệu", required=False, max_length=200, help_text="Để trống thì lấy theo tên tệp."
    )
    file = UploadField(label="Tệp", required=False)
