from django import forms
from django.core.exceptions import ValidationError

from campaigns.forms.plan import offer_offices
from core.calendar import today
from core.fields import LineFormField, ProseFormField
from core.guarded import GuardedForm
from core.templatetags.vietnamese import so
from core.uploads import PhotoField
from core.versioned import VersionedForm
from gatherings.contests import ROUNDS
from gatherings.entries import MOST_PHOTOS, count_words
from gatherings.models import Contest, Entry
from law.models import SubjectKind
from organizations.fields import UnitField
from organizations.models import Post, Unit, User


class ContestForm(VersionedForm):
    """The rules, with judges and two rounds."""

    judges = forms.ModelMultipleChoiceField(
        User.objects.none(), label="Ban giám khảo", required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Contest
        fields = [
            "unit",
            "name",
            "edition",
            "plan",
            "organisers",
            "about",
            "min_words",
            "max_words",
            "opens_on",
            "closes_on",
            "entries_each",
        ]
        field_classes = {"unit": UnitField}
        widgets = {"organisers": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["unit"]
            unit = self.instance.unit
        else:
            offer_offices(self.fields["unit"], desk)
            unit = self.fields["unit"].queryset.first()
        self.fields["plan"].queryset = self.fields["plan"].queryset.issued().filter(unit=unit)
        self.fields["plan"].empty_label = "Không theo kế hoạch nào"
        people = Post.objects.on(today()).filter(unit__path__startswith=unit.path if unit else "-")
        self.fields["judges"].queryset = User.objects.filter(pk__in=people.values("user"))
        self._add_rounds()
        if self.instance.pk:
            self.initial["judges"] = list(self.instance.judges.values_list("user", flat=True))

    def _add_rounds(self):
        saved = [(row.name, row.places) for row in self.instance.rounds.all()] if self.instance.pk else ROUNDS
        for number, (name, places) in enumerate((*saved, *ROUNDS)[: len(ROUNDS)], start=1):
            self.fields[f"round_{number}"] = LineFormField(
                label=f"Vòng {number}", max_length=60, required=number == 1, initial=name
            )
            self.fields[f"places_{number}"] = forms.IntegerField(
                label="Chọn bao nhiêu bài", min_value=1, required=number == 1, initial=places
            )

    def rounds(self):
        """[(name, places)] of those that are named."""
        data = self.cleaned_data
        numbers = range(1, len(ROUNDS) + 1)
        return [(data[f"round_{n}"], data[f"places_{n}"] or 1) for n in numbers if data.get(f"round_{n}")]


class PhotosField(forms.FileField):
    """Several photos, each of which a PhotoField accepts."""

    def __init__(self, **kwargs):
        self.one = PhotoField(megabytes=8)
        super().__init__(widget=_ManyFiles(attrs={"accept": ".jpg,.jpeg,.png"}), **kwargs)

    def clean(self, data, initial=None):
        files = [file for file in (data or []) if file]
        if len(files) > MOST_PHOTOS:
            raise ValidationError(f"Gửi nhiều nhất {MOST_PHOTOS} ảnh.")
        return [self.one.clean(file) for file in files]


class _ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"

    def value_from_datadict(self, data, files, name):
        return files.getlist(name)


class EntryForm(GuardedForm, forms.ModelForm):
    """What anybody sends in."""

    photos = PhotosField(
        label="Ảnh (không bắt buộc)", required=False, help_text=f"Nhiều nhất {MOST_PHOTOS} ảnh JPG, PNG."
    )
    is_true = forms.BooleanField(
        label="Tôi cam đoan đây là người thật, việc thật, bài do tôi viết và chưa đăng ở nơi khác."
    )

    class Meta:
        model = Entry
        fields = [
            "author",
            "address",
            "contact",
            "hero",
            "hero_kind",
            "unit",
            "hero_about",
            "title",
            "text",
        ]
        field_classes = {"unit": UnitField}
        widgets = {"text": forms.Textarea(attrs={"rows": 18}), "hero_kind": forms.RadioSelect}
        help_texts = {
            "contact": "Chỉ ban tổ chức thấy, để báo tin về bài viết.",
            "unit": "Xã, phường nơi người được viết sinh sống hoặc làm việc; nơi này sẽ xác nhận.",
        }

    def __init__(self, *args, contest, **kwargs):
        super().__init__(*args, **kwargs)
        self.contest = contest
        below = Unit.objects.existing().under([contest.unit.path]).exclude(pk=contest.unit_id)
        self.fields["unit"].queryset = below.order_by("name_key")
        self.fields["unit"].empty_label = "Chọn nơi cư trú, công tác"
        self.fields["hero_kind"].choices = [(kind.value, kind.label.capitalize()) for kind in SubjectKind]
        self.fields[
            "text"
        ].help_text = (
            f"Từ {so(contest.min_words)} đến {so(contest.max_words)} chữ; mỗi tiếng viết rời là một chữ."
        )

    def clean_text(self):
        text = self.cleaned_data["text"]
        count, least, most = count_words(text), self.contest.min_words, self.contest.max_words
        if not least <= count <= most:
            raise ValidationError(
                f"Bài có {so(count)} chữ; thể lệ yêu cầu từ {so(least)} đến {so(most)} chữ."
            )
        return text

    def told(self):
        """The fields of an Entry, as `take_entry` takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ScoreForm(forms.Form):
    points = forms.DecimalField(
        label="Điểm (0–100)", min_value=0, max_value=100, max_digits=4, decimal_places=1, localize=True
    )
    comment = ProseFormField(label="Nhận xét", required=False, widget=forms.Textarea(attrs={"rows": 4}))


class CodeForm(forms.Form):
    """By which an author looks up what became of an entry."""

    code = LineFormField(label="Mã bài dự thi", max_length=20)

    def clean_code(self):
        return self.cleaned_data["code"].upper().replace(" ", "")
