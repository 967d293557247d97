from django import forms

from awards.forms.letter import NominationChoices
from awards.models import OpinionList, Remark, Session, SessionStatus, Stance
from awards.opinions import choices_for
from core.forms import editor
from core.guarded import GuardedForm
from core.versioned import VersionedForm
from exemplars.models import Nomination


class OpinionForm(VersionedForm):
    """A list of `unit` that is being prepared; a new one begins with the agenda of its session."""

    nominations = NominationChoices(label="Hồ sơ lấy ý kiến", queryset=Nomination.objects.none())

    class Meta:
        model = OpinionList
        fields = ["title", "session", "nominations"]

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        opinion_list = self.instance if self.instance.pk else None
        waiting = choices_for(unit, opinion_list).select_related("award", "unit")
        self.fields["nominations"].queryset = waiting.order_by("name_key", "pk")
        ahead = Session.objects.filter(unit=unit, status__in=(SessionStatus.DRAFT, SessionStatus.CONVENED))
        self.fields["session"].queryset = ahead
        self.fields["session"].empty_label = "Chưa gắn với phiên họp nào"
        self.initial["nominations"] = list(self._chosen(waiting, opinion_list))

    def _chosen(self, waiting, opinion_list):
        if opinion_list:
            return waiting.filter(opinion_items__opinion_list=opinion_list)
        session = self.instance.session_id
        return waiting.filter(agenda_items__session=session) if session else waiting.none()

    def clean_nominations(self):
        return list(self.cleaned_data["nominations"])


class ConclusionForm(VersionedForm):
    """What goes into the minute, written while the list is up."""

    class Meta:
        model = OpinionList
        fields = ["conclusion"]
        widgets = {"conclusion": editor(rows=8)}


class AnswerForm(VersionedForm):
    class Meta:
        model = Remark
        fields = ["answer"]
        widgets = {"answer": forms.Textarea(attrs={"rows": 6})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = True


class RemarkForm(GuardedForm, forms.ModelForm):
    """What anybody says of a list."""

    class Meta:
        model = Remark
        fields = ["item", "stance", "text", "name", "contact"]
        widgets = {"stance": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "text": "Nêu việc cụ thể, ở đâu, khi nào để cơ quan xác minh được.",
            "contact": "Chỉ cơ quan lấy ý kiến thấy, để trả lời.",
        }

    def __init__(self, *args, opinion_list, **kwargs):
        super().__init__(*args, **kwargs)
        items = opinion_list.items.select_related("nomination__subject")
        self.fields["item"].queryset = items
        self.fields["item"].empty_label = "Cả danh sách"
        self.fields["stance"].choices = Stance.choices

    def told(self):
        """The fields of a Remark, as `take_remark` takes them."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
