import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from awards.models import Session, SessionMember
from awards.sessions import seats_on
from core.calendar import today
from core.forms import editor
from core.versioned import VersionedForm
from organizations.models import Post, User

A_YEAR = datetime.timedelta(days=365)
NO_SECOND_TELLER = "Người kiểm phiếu thứ hai phải là người khác."


def day_typed(text):
    """The day of the moment that was typed; today while it is empty or cannot be read."""
    try:
        moment = forms.DateTimeField().clean(text)
    except ValidationError:
        return today()
    return local_day(moment)


def local_day(moment):
    try:
        return timezone.localtime(moment).date()
    except OverflowError:  # the first and the last day that there are
        return moment.date()


class SessionForm(VersionedForm):
    """A session of `unit`; `council` is who will be called: all with a seat on its council on `day`."""

    class Meta:
        model = Session
        fields = ["title", "held_at", "place", "secretary"]

    def __init__(self, *args, unit, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit, self.council = unit, seats_on(unit, day)
        self.fields["secretary"].queryset = User.objects.filter(
            pk__in=Post.objects.on(day).filter(unit=unit).values("user")
        )
        self.fields["secretary"].empty_label = "Chọn thư ký"

    def clean_held_at(self):
        start = self.cleaned_data["held_at"]
        if fault := self._fault_of(local_day(start)):
            raise ValidationError(fault)
        if self.instance.ended_at and start >= self.instance.ended_at:
            ended = timezone.localtime(self.instance.ended_at)
            raise ValidationError(f"Biên bản ghi phiên họp kết thúc lúc {ended:%H:%M} ngày {ended:%d/%m/%Y}.")
        return start

    def _fault_of(self, day):
        """Why the session cannot be held that day; "" when it can."""
        if day > today() + A_YEAR:
            return "Ngày họp không được sau hôm nay quá một năm."
        if day < self.unit.starts_on:
            return f"Trước ngày {self.unit.starts_on:%d/%m/%Y} chưa có {self.unit}, không họp được."
        return "" if self.council else "Hội đồng chưa có thành viên nào vào ngày này."


class AttendanceForm(forms.ModelForm):
    present = forms.TypedChoiceField(
        label="Có mặt",
        choices=[("True", "Có mặt"), ("False", "Vắng")],
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = SessionMember
        fields = ["present", "absence_reason", "written_opinion"]
        widgets = {"written_opinion": forms.Textarea(attrs={"rows": 2})}

    def clean_present(self):
        present, session = self.cleaned_data["present"], self.instance.session
        if present and today() < session.day:
            raise ValidationError(
                f"Chưa đến ngày họp {session.day:%d/%m/%Y}: trước ngày họp chỉ ghi người báo vắng."
            )
        return present

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("present") is False and not cleaned.get("absence_reason"):
            self.add_error("absence_reason", "Hãy ghi lý do vắng.")
        if cleaned.get("present"):
            cleaned |= {"absence_reason": "", "written_opinion": ""}
        return cleaned


AttendanceFormSet = forms.modelformset_factory(SessionMember, form=AttendanceForm, extra=0)


class MemberChoice(forms.ModelChoiceField):
    def label_from_instance(self, member):
        return f"{member.user}, {member.title}"


class TellersForm(forms.Form):
    """Two of the members who are present."""

    first = MemberChoice(label="Người kiểm phiếu thứ nhất", queryset=SessionMember.objects.none())
    second = MemberChoice(label="Người kiểm phiếu thứ hai", queryset=SessionMember.objects.none())

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        present = session.members.filter(present=True).select_related("user").order_by("pk")
        for name in ("first", "second"):
            self.fields[name].queryset = present
            self.fields[name].empty_label = "Chọn người kiểm phiếu"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("first") and cleaned.get("first") == cleaned.get("second"):
            self.add_error("second", NO_SECOND_TELLER)
        return cleaned


class MinutesForm(VersionedForm):
    """What the standing office writes into the minutes until the session is closed."""

    class Meta:
        model = Session
        fields = ["ended_at", "opening", "conclusion"]
        widgets = {
            "opening": editor(rows=16),
            "conclusion": editor(rows=10),
        }

    def clean_ended_at(self):
        ended, start = self.cleaned_data["ended_at"], timezone.localtime(self.instance.held_at)
        if ended and ended <= start:
            raise ValidationError(
                f"Giờ kết thúc phải sau giờ bắt đầu là {start:%H:%M} ngày {start:%d/%m/%Y}."
            )
        return ended
