"""The forms of a cluster: its year, its table of points, its contract, the sheets of its members."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from campaigns.forms.plan import offer_offices, rows_of
from campaigns.models import Cluster, ClusterYear, PointLine, Seat, TieRule
from core.calendar import today
from core.fields import LineFormField
from core.versioned import VersionedForm
from organizations.fields import UnitField, UnitIterator
from organizations.models import Unit


class ClusterForm(forms.ModelForm):
    """A new cluster with its first year."""

    year = forms.IntegerField(label="Năm", min_value=2004, max_value=2100)

    class Meta:
        model = Cluster
        fields = ["office", "kind", "name"]
        field_classes = {"office": UnitField}
        widgets = {"kind": forms.RadioSelect}
        help_texts = {"name": "Ví dụ: Khối thi đua các cơ quan huyện; Cụm thi đua số 2."}

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        offer_offices(self.fields["office"], desk)
        self.fields["year"].initial = today().year


class UnitBoxes(forms.ModelMultipleChoiceField):
    iterator = UnitIterator
    widget = forms.CheckboxSelectMultiple
    empty_label = None


class ClusterYearForm(VersionedForm):
    """Members, leader, deputy and rules of a year that is still forming."""

    units = UnitBoxes(Unit.objects.none(), label="Đơn vị thành viên")
    leader = UnitField(Unit.objects.none(), label="Cụm trưởng, khối trưởng", empty_label="Chọn đơn vị")
    deputy = UnitField(Unit.objects.none(), label="Cụm phó, khối phó", empty_label="Không có", required=False)
    first_rule, second_rule, third_rule = (
        forms.ChoiceField(label=label, choices=[("", "Không"), *TieRule.choices], required=False)
        for label in ("Khi bằng điểm, xét trước", "Nếu vẫn bằng, xét tiếp", "Nếu vẫn bằng, xét sau cùng")
    )

    RULES = ("first_rule", "second_rule", "third_rule")

    class Meta:
        model = ClusterYear
        fields = ["cross"]
        widgets = {"cross": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = members_offered(self.instance)
        for name in ("units", "leader", "deputy"):
            self.fields[name].queryset = offered
        seats = {row.seat: row.unit_id for row in self.instance.members.all()}
        self.initial |= {
            "units": [row.unit_id for row in self.instance.members.all()],
            "leader": seats.get(Seat.LEADER),
            "deputy": seats.get(Seat.DEPUTY),
            **dict(zip(self.RULES, self.instance.tie_rules, strict=False)),
        }

    def clean(self):
        cleaned = super().clean()
        units, leader, deputy = (cleaned.get(name) for name in ("units", "leader", "deputy"))
        if leader and units is not None and leader not in units:
            self.add_error("leader", "Đơn vị trưởng phải là thành viên; hãy đánh dấu đơn vị này ở trên.")
        if deputy and units is not None and deputy not in units:
            self.add_error("deputy", "Đơn vị phó phải là thành viên; hãy đánh dấu đơn vị này ở trên.")
        if leader and leader == deputy:
            self.add_error("deputy", "Đơn vị phó phải khác đơn vị trưởng.")
        rules = [cleaned[name] for name in self.RULES if cleaned.get(name)]
        if len(set(rules)) < len(rules):
            self.add_error(self.RULES[len(rules) - 1], "Mỗi cách xét chỉ chọn một lần.")
        self.instance.tie_rules = rules
        return cleaned

    def seats(self):
        """{unit: Seat} in the order of the list."""
        chosen = {self.cleaned_data["deputy"]: Seat.DEPUTY, self.cleaned_data["leader"]: Seat.LEADER}
        return {unit: chosen.get(unit, Seat.MEMBER) for unit in self.cleaned_data["units"]}


def members_offered(cluster_year):
    """Units of the day one step below the cluster's office, and those that are members already."""
    office = cluster_year.unit
    below = Unit.objects.existing().under([office.path]).filter(depth=office.depth + 1)
    chosen = cluster_year.members.values("unit")
    return Unit.objects.filter(pk__in=below.values("pk")) | Unit.objects.filter(pk__in=chosen)


class PointLineForm(forms.ModelForm):
    class Meta:
        model = PointLine
        fields = ["group", "text", "kind", "max_points"]
        widgets = {
            "group": forms.Textarea(attrs={"rows": 1}),
            "text": forms.Textarea(attrs={"rows": 2}),
            "max_points": forms.NumberInput(attrs={"min": "0.1", "step": "0.1", "inputmode": "decimal"}),
        }


class PointLineRows(rows_of(PointLineForm)):
    spare = 5  # each saving gives as many more


class ContractForm(forms.Form):
    """The contract and who signed it for each member."""

    signed_on = forms.DateField(label="Ngày ký", initial=today)
    contract = ClusterYear._meta.get_field("contract").formfield(
        label="Nội dung giao ước", help_text="Các chỉ tiêu, nội dung mà các đơn vị cam kết. Mỗi ý một dòng."
    )

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = members
        self.fields["contract"].required = True
        for member in members:
            for name, label in (("signed_by", "Người ký"), ("signed_title", "Chức vụ")):
                self.fields[f"{name}_{member.pk}"] = LineFormField(
                    label=label, max_length=120, required=name == "signed_by", initial=getattr(member, name)
                )

    def clean_signed_on(self):
        if self.cleaned_data["signed_on"] > today():
            raise ValidationError("Ngày ký không được sau hôm nay.")
        return self.cleaned_data["signed_on"]

    def rows(self):
        """(member, name field, title field) for the template."""
        return [(m, self[f"signed_by_{m.pk}"], self[f"signed_title_{m.pk}"]) for m in self.members]

    def signers(self):
        """{member: (name, title)}."""
        data = self.cleaned_data
        return {m: (data[f"signed_by_{m.pk}"], data[f"signed_title_{m.pk}"]) for m in self.members}


class PointsForm(forms.Form):
    """Points with words for each line of a table; `sending` wants them all, `worded` a word with each.

    `known` is {line pk: (points, words)}.
    """

    def __init__(self, *args, lines, known, words="Căn cứ chấm (không bắt buộc)", **kwargs):
        self.sending, self.worded = kwargs.pop("sending", False), kwargs.pop("worded", False)
        super().__init__(*args, **kwargs)
        self.lines = lines
        for number, line in enumerate(lines, start=1):
            points, said = known.get(line.pk, (None, ""))
            self.fields[f"points_{line.pk}"] = _points_field(number, line, points)
            self.fields[f"words_{line.pk}"] = LineFormField(
                label=words, required=False, max_length=300, initial=said
            )

    def rows(self):
        """(line, points field, words field) for the template."""
        return [(line, self[f"points_{line.pk}"], self[f"words_{line.pk}"]) for line in self.lines]

    def clean(self):
        cleaned = super().clean()
        for line in self.lines:
            points, words = f"points_{line.pk}", f"words_{line.pk}"
            if self.sending and cleaned.get(points) is None and points not in self.errors:
                self.add_error(points, "Hãy cho điểm nội dung này trước khi gửi; không có thì ghi 0.")
            if self.worded and cleaned.get(points) is not None and not cleaned.get(words):
                self.add_error(words, "Hãy ghi lý do thống nhất điểm này.")
        return cleaned

    def given(self):
        """{line: (Decimal or None, words)} of what could be read."""
        data = self.cleaned_data
        return {
            line: (data.get(f"points_{line.pk}"), data.get(f"words_{line.pk}", "")) for line in self.lines
        }


def _points_field(number, line, points):
    most = f"{line.max_points.normalize():f}".replace(".", ",")
    return forms.DecimalField(
        label=f"Điểm {number} (0–{most})",
        required=False,
        localize=True,
        max_digits=5,
        decimal_places=1,
        initial=points,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "input-number"}),
        validators=[
            MinValueValidator(0, "Điểm không được âm."),
            MaxValueValidator(line.max_points, f"Nội dung này tối đa {most} điểm."),
        ],
    )
