"""Forms of milestone reviews, signed papers and archives."""

import datetime
from contextlib import nullcontext

from django import forms
from django.db.models import Min
from django.db.models.functions import Coalesce

from campaigns.models import Milestone, MilestoneKind, PlanStatus
from core.calendar import today
from core.fields import ProseFormField
from core.forms import editor
from core.uploads import UploadField
from organizations.models import IssuedNumber, Role, Unit
from reports.models import ARCHIVING, MilestoneReview, ReviewSectionKind
from reports.named_figures import unknown
from reports.signatures.acting import OFFICE
from reports.signatures.signing import key_in_file, key_on_token
from reports.suggestions import HINTS

REVIEWED = (MilestoneKind.INTERIM, MilestoneKind.FINAL)
UNSEEN = "nền trong suốt (PNG). Bỏ trống thì ký không hiện hình."
LARGEST_KEY = 100_000  # bytes: a key with its chain of certificates takes some thousand
DRAFTED_BEFORE = datetime.timedelta(days=30)  # how long before the cut-off day one may begin to write


def open_milestones(desk):
    """Milestones whose report is due and not begun, of plans whose files lie at the person's office."""
    return (
        Milestone.objects.alias(cut_off=Coalesce("covers_to", "due_on"))
        .filter(
            cut_off__lte=today() + DRAFTED_BEFORE,
            kind__in=REVIEWED,
            reviews=None,
            plan__status__in=(PlanStatus.ISSUED, PlanStatus.ENDED),
            plan__unit__in=desk.offices(Role.STANDING),
        )
        .select_related("plan__unit")
        .order_by("-due_on", "pk")
    )


class MilestoneField(forms.ModelChoiceField):
    def label_from_instance(self, milestone):
        plan = milestone.plan
        return f"{milestone.name} ({milestone.due_on:%d/%m/%Y}), {plan.number_text or plan.title[:60]}"


class ReviewStartForm(forms.Form):
    milestone = MilestoneField(
        Milestone.objects.none(),
        label="Mốc cần báo cáo",
        empty_label="Chọn mốc",
        help_text="Mốc sơ kết, tổng kết của kế hoạch đã ban hành và chưa có báo cáo; "
        "lập được từ 30 ngày trước ngày chốt số liệu.",
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        milestones = open_milestones(desk).select_related("plan__number__series")
        self.fields["milestone"].queryset = milestones


class SignedCopyForm(forms.Form):
    file = UploadField(label="Tệp PDF", kinds=("pdf",), megabytes=25)


class SigningForm(forms.Form):
    """A picture and what opens the key; `open_key()` gives what signs."""

    picture = UploadField(label="Ảnh chữ ký", kinds=("png",), megabytes=2, required=False)
    secret_field = ""  # at which a key that does not open is told

    def __init__(self, *args, part, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["picture"].help_text = f"Ảnh chữ ký màu xanh, {UNSEEN}"
        if part == OFFICE:
            self.fields["picture"].label = "Ảnh con dấu"
            self.fields["picture"].help_text = f"Ảnh dấu màu đỏ, {UNSEEN}"
            self.fields["diameter"] = forms.IntegerField(
                label="Đường kính dấu (mm)", min_value=20, max_value=60, initial=36
            )

    def open_key(self):
        """A context manager that gives the signer; raises KeyFault."""
        raise NotImplementedError


class KeyFileForm(SigningForm):
    """Key and password are used for this one signature and kept nowhere."""

    key = forms.FileField(
        label="Tệp khóa",
        help_text="Tệp .p12 hoặc .pfx của người ký. Chỉ dùng cho lần ký này, cổng không lưu.",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
    )
    password = forms.CharField(
        label="Mật khẩu của tệp khóa",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    secret_field = "password"  # noqa: S105  a name
    field_order = ("key", "password", "picture", "diameter")

    def clean_key(self):
        key = self.cleaned_data["key"]
        if key.size > LARGEST_KEY:
            raise forms.ValidationError("Tệp này quá lớn, không phải tệp khóa .p12 (.pfx).")
        return key

    def open_key(self):
        return nullcontext(key_in_file(self.cleaned_data["key"].read(), self.cleaned_data["password"]))


class TokenForm(SigningForm):
    """The office's token is plugged into the portal's machine: its PIN is all that is asked."""

    pin = forms.CharField(
        label="Mã PIN của thiết bị ký số",
        max_length=50,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    secret_field = "pin"  # noqa: S105  a name
    field_order = ("pin", "picture", "diameter")

    def open_key(self):
        return key_on_token(self.cleaned_data["pin"])


class YearArchiveForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan", empty_label=None)
    year = forms.TypedChoiceField(label="Năm", coerce=int)
    with_dossiers = forms.BooleanField(
        label="Kèm hồ sơ đề nghị đã kết thúc trong năm",
        required=False,
        help_text="Cả tài liệu minh chứng; gói có thể lớn và lâu hơn nhiều.",
    )

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        offices = Unit.objects.filter(pk__in=desk.offices(*ARCHIVING)).order_by("-starts_on", "name_key")
        numbers = IssuedNumber.objects.filter(series__unit__in=offices)
        last = today().year
        first = numbers.aggregate(year=Min("series__year"))["year"] or last
        self.fields["unit"].queryset = offices
        self.fields["year"].choices = [(year, year) for year in range(last, first - 1, -1)]


class ReviewForm(forms.ModelForm):
    """The head of a draft and all its narrative parts."""

    class Meta:
        model = MilestoneReview
        fields = ["title", "addressees", "recipients", "urgency"]
        widgets = {
            "addressees": forms.Textarea(attrs={"rows": 2}),
            "recipients": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        written = {section.kind: section.body for section in self.instance.sections.all()}
        for kind in ReviewSectionKind:
            self.fields[kind.value] = ProseFormField(
                label=kind.label,
                required=False,
                initial=written.get(kind, ""),
                help_text=HINTS[kind],
                widget=editor(rows=6),
            )

    def clean(self):
        cleaned = super().clean()
        for kind in ReviewSectionKind.values:
            if names := unknown(cleaned.get(kind, "")):
                told = ", ".join(f"“{name}”" for name in dict.fromkeys(names))
                self.add_error(kind, f"Không có số liệu tên {told}. Xem các tên ở mục Số liệu chèn được.")
        return cleaned

    def sections(self):
        """{section kind: text} of the parts that validate."""
        return {
            kind: self.cleaned_data[kind] for kind in ReviewSectionKind.values if kind in self.cleaned_data
        }

    def differences(self, saved):
        """[(label, what is saved, what was typed)] where `saved`, an unbound form, says something else."""
        return [
            (field.label, saved[field.name].value() or "", field.value() or "")
            for field in self
            if (saved[field.name].value() or "") != (field.value() or "").replace("\r\n", "\n").strip()
        ]
