from django import forms

from campaigns.forms.plan import SHORT, offer_offices
from campaigns.models import Movement
from organizations.fields import UnitField


class MovementForm(forms.ModelForm):
    class Meta:
        model = Movement
        fields = ["unit", "name", "slogan", "mode", "above", "starts_on", "ends_on", "content"]
        field_classes = {"unit": UnitField}
        widgets = {"name": forms.Textarea(attrs=SHORT), "mode": forms.RadioSelect}
        help_texts = {
            "name": "Viết đúng như trong văn bản phát động, không cần dấu ngoặc kép.",
            "above": "Phong trào của cấp trên mà phong trào này hưởng ứng.",
            "ends_on": "Để trống nếu phong trào chưa định ngày tổng kết. Ví dụ: 05/09/2024",
            "content": "Mục tiêu, đối tượng, nội dung và tiêu chí thi đua.",
        }

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["unit"]  # a movement stays with the unit that launched it
        else:
            offer_offices(self.fields["unit"], desk)
        above = {path for unit in desk.units() for path in unit.ancestor_paths()[1:]}
        self.fields["above"].queryset = Movement.objects.filter(unit__path__in=above)
        self.fields["above"].empty_label = "Không có"
