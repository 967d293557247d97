from django import forms

from core.calendar import today
from core.fields import LineFormField
from core.uploads import PhotoField


class PhotoForm(forms.Form):
    file = PhotoField(label="Ảnh")
    caption = LineFormField(
        label="Chú thích",
        max_length=200,
        help_text="Ảnh chụp ai, việc gì, ở đâu. Người không nhìn được ảnh sẽ nghe đọc câu này.",
    )
    taken_on = forms.DateField(label="Ngày chụp", required=False)

    def clean_taken_on(self):
        day = self.cleaned_data["taken_on"]
        if day and day > today():
            raise forms.ValidationError("Ngày chụp không thể sau hôm nay.")
        return day
