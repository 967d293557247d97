import uuid
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError

from core.calendar import now
from core.fields import LineFormField
from core.uploads import PhotoField, sha256_of
from core.versioned import VersionedForm
from exemplars.models import FindingResult, Visit
from exemplars.visits import Record

MORE_MEASURES = 3  # empty rows offered beside those that are filled
PHOTOS, MOST_PHOTOS = 5, 30  # in one sending, of one visit
SHORT = forms.Textarea(attrs={"rows": 3, "class": "input-short"})
CHANGED = (
    "Biên bản của chuyến này vừa được gửi từ nơi khác. Nội dung bạn gõ còn nguyên; "
    "bấm gửi lần nữa để thay bản vừa gửi."
)
NOT_TYPED = ("csrfmiddlewaretoken", "return_to", "version", "request_id")
MEASURE = ("name", "before", "after", "note")


@dataclass(frozen=True)
class CriterionRow:
    criterion: object
    result: forms.BoundField
    words: forms.BoundField


class RecordForm(VersionedForm):
    """The record of a visit as the team writes it on the spot; one form, so that it is sent whole."""

    request_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Visit
        fields = [
            "visited_at",
            "ended_at",
            "place",
            "team",
            "hosts",
            "practice",
            "neighbours",
            "opinion",
            "verdict",
            "recommendations",
        ]
        widgets = {
            "verdict": forms.RadioSelect,
            **dict.fromkeys(("team", "hosts", "practice", "opinion", "recommendations"), SHORT),
        }

    def __init__(self, *args, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for name in ("visited_at", "place", "verdict"):
            self.fields[name].required = True
        self.fields["verdict"].choices = [c for c in self.fields["verdict"].choices if c[0]]
        self._add_findings()
        self._add_measures()
        self._add_photos()

    def _add_findings(self):
        known = {row.criterion_id: row for row in self.instance.findings.all()}
        for criterion in self.criteria:
            found = known.get(criterion.pk)
            self.fields[f"result_{criterion.pk}"] = forms.ChoiceField(
                label=criterion.text, choices=FindingResult, widget=forms.RadioSelect
            )
            self.fields[f"words_{criterion.pk}"] = LineFormField(
                label="Nhận xét", max_length=400, required=False
            )
            self._start(f"result_{criterion.pk}", found and found.result)
            self._start(f"words_{criterion.pk}", found and found.words)

    def _add_measures(self):
        rows = [[getattr(row, part) for part in MEASURE] for row in self.instance.measures.all()]
        if not self.instance.recorded_at:  # what the unit says of itself, to be looked at
            rows = [(str(f), f.before_text, "", "") for f in self.instance.exemplar.figures.all()]
        self.measure_count = max(len(rows) + MORE_MEASURES, self._sent_measures())
        labels = {part: Visit.measures.rel.related_model._meta.get_field(part) for part in MEASURE}
        for number in range(self.measure_count):
            for place, part in enumerate(MEASURE):
                column = labels[part]
                label = column.verbose_name.capitalize()
                name = f"measure_{number}_{part}"
                self.fields[name] = LineFormField(label=label, max_length=column.max_length, required=False)
                self._start(name, rows[number][place] if number < len(rows) else "")

    def _sent_measures(self):
        """How many rows a form had that was read when there were more of them."""
        return sum(f"measure_{number}_name" in self.data for number in range(100))

    def _add_photos(self):
        for number in range(PHOTOS):
            self.fields[f"photo_{number}"] = PhotoField(label=f"Ảnh {number + 1}", required=False)
            self.fields[f"caption_{number}"] = LineFormField(
                label="Chú thích ảnh", max_length=200, required=False
            )

    def _start(self, name, value):
        self.initial[name] = self.stored[name] = value or ""

    # --- What stands on the page --------------------------------------------------------------------

    def criterion_rows(self):
        return [CriterionRow(c, self[f"result_{c.pk}"], self[f"words_{c.pk}"]) for c in self.criteria]

    def measure_rows(self):
        return [[self[f"measure_{n}_{part}"] for part in MEASURE] for n in range(self.measure_count)]

    def photo_rows(self):
        return [(self[f"photo_{n}"], self[f"caption_{n}"]) for n in range(PHOTOS)]

    # --- What is asked of it ------------------------------------------------------------------------

    def clean_visited_at(self):
        start = self.cleaned_data["visited_at"]
        if start and start > now():
            raise ValidationError("Giờ bắt đầu không được sau lúc này.")
        return start

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("visited_at"), cleaned.get("ended_at")
        if start and end and end <= start:
            self.add_error("ended_at", "Giờ kết thúc phải sau giờ bắt đầu.")
        for criterion in self.criteria:
            self._check_finding(criterion.pk)
        for number in range(self.measure_count):
            if not cleaned.get(f"measure_{number}_name") and any(self._measure(number)):
                self.add_error(f"measure_{number}_name", "Hãy ghi đây là số liệu gì.")
        for number in range(PHOTOS):
            self._check_photo(number)
        if self.instance.photos.count() + len(self._photos()) > MOST_PHOTOS:
            self.add_error("photo_0", f"Mỗi biên bản có tối đa {MOST_PHOTOS} ảnh. Hãy bỏ bớt ảnh đã gửi.")
        if cleaned.get("opinion") and not cleaned.get("neighbours"):
            self.add_error("neighbours", "Hãy ghi ý kiến này là của ai.")
        return cleaned

    def _check_finding(self, pk):
        result = self.cleaned_data.get(f"result_{pk}")
        if result and result != FindingResult.MET and not self.cleaned_data.get(f"words_{pk}"):
            self.add_error(f"words_{pk}", "Hãy ghi còn thiếu gì.")

    def _check_photo(self, number):
        photo, caption = (self.cleaned_data.get(f"{part}_{number}") for part in ("photo", "caption"))
        if photo and not caption:
            self.add_error(f"caption_{number}", "Hãy ghi ảnh chụp gì, ở đâu.")
        elif caption and not photo and f"photo_{number}" not in self.errors:
            self.add_error(f"photo_{number}", "Chưa chọn ảnh cho chú thích này.")

    def _measure(self, number):
        return tuple(self.cleaned_data.get(f"measure_{number}_{part}", "") for part in MEASURE)

    # --- What becomes of it -------------------------------------------------------------------------

    def record(self):
        cleaned, photos = self.cleaned_data, self._photos()
        typed = {name: self.data[name] for name in self.data if name not in NOT_TYPED}
        return Record(
            request_id=cleaned["request_id"],
            seen=cleaned["version"] or 0,
            content=typed | {"photos": [sha256_of(file) for file, _caption in photos]},
            values={name: cleaned[name] for name in self._meta.fields},
            findings=tuple((c, cleaned[f"result_{c.pk}"], cleaned[f"words_{c.pk}"]) for c in self.criteria),
            measures=tuple(filter(lambda row: row[0], map(self._measure, range(self.measure_count)))),
            photos=photos,
        )

    def _photos(self):
        """((file, caption), …) of those that were chosen."""
        rows = [
            [self.cleaned_data.get(f"{part}_{n}") for part in ("photo", "caption")] for n in range(PHOTOS)
        ]
        return tuple((photo, caption) for photo, caption in rows if photo)

    def tell(self):
        """Put what a colleague sent meanwhile beside what is typed here; sent again, this replaces it."""
        self.add_error(None, CHANGED)
        for name, stored in self.stored.items():
            if stored and self.fields[name].has_changed(stored, self[name].data):
                self.add_error(name, f"Bản vừa gửi ghi: “{self.as_read(name)}”")
        self.send_again(version=self.instance.version, request_id=str(uuid.uuid4()))
