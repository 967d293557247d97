from django import forms

from core.calendar import today
from core.uploads import UploadField
from exemplars.models import Exemplar, Stage
from exemplars.models.stage import LIVING
from gatherings.models import Block, Talk
from gatherings.programme import fault, talk_minutes

PROVEN = LIVING[LIVING.index(Stage.VERIFIED) :]  # stages in which an example may be shown to others


class BlockForm(forms.ModelForm):
    class Meta:
        model = Block
        fields = ["kind", "title", "by", "minutes", "begins_at", "said"]
        widgets = {"said": forms.Textarea(attrs={"rows": 4})}

    def clean(self):
        """The whole programme must still fit with this block as it is typed."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        typed = Block(minutes=cleaned["minutes"], begins_at=cleaned["begins_at"], title=cleaned["title"])
        conference = self.instance.conference
        rows = [typed if row == self.instance else row for row in conference.blocks.all()]
        if not self.instance.pk:
            rows.append(typed)
        if found := fault(conference, rows):
            self.add_error("begins_at" if cleaned["begins_at"] else "minutes", found[1])
        return cleaned


class TalkForm(forms.ModelForm):
    """A talk of an exemplar that was verified on the spot and that the office may see."""

    file = UploadField(label="Tệp bài viết", kinds=("pdf", "docx"), megabytes=20, required=False)

    class Meta:
        model = Talk
        fields = ["exemplar", "title", "speaker", "minutes", "due_on", "received_on", "file"]

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        seen = Exemplar.objects.visible_to(desk).filter(status__in=PROVEN)
        chosen = Exemplar.objects.filter(pk=self.instance.exemplar_id)
        self.fields["exemplar"].queryset = (
            (seen | chosen).select_related("subject", "unit").order_by("title_key")
        )
        self.fields["exemplar"].label_from_instance = _exemplar_named
        self.fields["exemplar"].empty_label = "Chọn điển hình đã kiểm chứng"
        self.fields["minutes"].help_text = self._time_left()

    def _time_left(self):
        conference = self.instance.conference
        others = conference.talks.exclude(pk=self.instance.pk)
        taken, given = talk_minutes(conference.blocks.all(), others)
        return f"Chương trình dành {given} phút cho tham luận; các tham luận khác {taken} phút."

    def _get_validation_exclusions(self):
        """So that a second talk of the same exemplar is told at the form."""
        return super()._get_validation_exclusions() - {"conference"}

    def clean_received_on(self):
        received = self.cleaned_data["received_on"]
        if received and received > today():
            raise forms.ValidationError("Ngày nhận bài không được sau hôm nay.")
        return received

    def clean(self):
        """A text that is there has come, today unless another day is said."""
        cleaned = super().clean()
        if cleaned.get("file") and not cleaned.get("received_on"):
            cleaned["received_on"] = today()
        return cleaned


def _exemplar_named(exemplar):
    return f"{exemplar}: {exemplar.subject}, {exemplar.unit}"
