"""Entry of what is known of a subject: see exemplars.models.record."""

from django import forms

from core.calendar import today
from core.fields import LineFormField
from core.versioned import VersionedForm
from exemplars.forms.adoption import SMALL, refuse_future
from exemplars.forms.choices_found import FindsChoices
from exemplars.forms.nurturing import SentOnce
from exemplars.models import (
    Absence,
    Discipline,
    Initiative,
    Membership,
    OpenMatter,
    Pledge,
    Subject,
    YearlyEvaluation,
)
from exemplars.models.record import FIRST_YEAR, NOT_A_YEAR
from law.models import SubjectKind

PAPER = "Số, ngày văn bản, nếu có."


def refuse_other_years(year):
    if year < FIRST_YEAR:
        raise forms.ValidationError(NOT_A_YEAR)
    if year > today().year:
        raise forms.ValidationError(f"Năm {year} chưa đến. Hãy ghi năm {today().year} hoặc năm trước đó.")


class YearField(forms.IntegerField):
    default_validators = [refuse_other_years]


class RecordForm(FindsChoices, SentOnce, VersionedForm):
    """`desk` is of the person who types."""

    past = ()  # days that cannot lie ahead

    def __init__(self, *args, desk, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk = desk
        for name in self.past:
            self.fields[name].validators.append(refuse_future)


class YearlyEvaluationForm(RecordForm):
    class Meta:
        model = YearlyEvaluation
        fields = ["year", "grade", "decision"]
        field_classes = {"year": YearField}
        help_texts = {"decision": PAPER}

    def clean_year(self):
        year = self.cleaned_data["year"]
        others = self.instance.subject.evaluations_by_year.exclude(pk=self.instance.pk)
        if known := others.filter(year=year).exclude(request_id=self.sent_as).first():
            grade = known.get_grade_display().lower()
            raise forms.ValidationError(f"Năm {year} đã có xếp loại: {grade}. Hãy sửa xếp loại đó.")
        return year


class PledgeForm(RecordForm):
    class Meta:
        model = Pledge
        fields = ["year", "made", "decision"]
        field_classes = {"year": YearField}
        help_texts = {"decision": PAPER}

    def clean_year(self):
        year = self.cleaned_data["year"]
        others = self.instance.subject.pledges.exclude(pk=self.instance.pk)
        if others.filter(year=year).exclude(request_id=self.sent_as).exists():
            raise forms.ValidationError(f"Năm {year} đã ghi việc đăng ký thi đua. Hãy sửa dòng đó.")
        return year


class DisciplineForm(RecordForm):
    past = ("starts_on",)

    class Meta:
        model = Discipline
        fields = ["measure", "decision", "starts_on", "ends_on"]
        help_texts = {"decision": PAPER, "ends_on": "Để trống nếu chưa biết ngày chấm dứt."}


class AbsenceForm(RecordForm):
    class Meta:
        model = Absence
        fields = ["kind", "starts_on", "ends_on"]


class OpenMatterForm(RecordForm):
    past = ("opened_on", "closed_on")

    class Meta:
        model = OpenMatter
        fields = ["kind", "opened_on", "note", "closed_on", "outcome"]
        widgets = {"note": SMALL, "outcome": SMALL}
        help_texts = {
            "note": "Chỉ cơ quan thường trực đọc được.",
            "closed_on": "Để trống khi còn đang xem xét; trong thời gian đó chưa xét khen thưởng.",
            "outcome": "Bắt buộc khi đã kết thúc.",
        }


class FindingSubjects(FindsChoices):
    """`kinds` are those of which subjects may be chosen."""

    kinds = (SubjectKind.PERSON,)

    def findable(self, name):
        return Subject.objects.visible_to(self.desk).filter(kind__in=self.kinds)


class SubjectsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, missing, **kwargs):
        super().__init__(Subject.objects.none(), error_messages={"required": missing}, **kwargs)

    def label_from_instance(self, subject):
        """With post and workplace: many share a name."""
        return ", ".join(filter(None, [str(subject), subject.description]))


def find_box(label):
    return LineFormField(
        label=label, required=False, max_length=200, help_text="Gõ một phần tên rồi bấm Tìm."
    )


class InitiativeForm(FindingSubjects, RecordForm):
    finding = {"authors": "find_authors"}
    kinds = (SubjectKind.PERSON, SubjectKind.COLLECTIVE)
    past = ("recognised_on",)
    find_authors = find_box("Tìm đồng tác giả")
    authors = SubjectsField(label="Tác giả", missing="Hãy chọn ít nhất một tác giả.")

    class Meta:
        model = Initiative
        fields = ["kind", "name", "scope", "recognised_on", "recognised_by", "decision"]
        help_texts = {"decision": PAPER}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("authors")


class MembersForm(FindingSubjects, forms.Form):
    """Which persons belonged to the collective in one year; those of the year before are offered."""

    finding = {"people": "find_people"}
    year = YearField(label="Năm")
    find_people = find_box("Tìm cá nhân")
    people = SubjectsField(label="Thành viên", missing="Hãy chọn ít nhất một người.")

    def __init__(self, *args, desk, collective, **kwargs):
        super().__init__(*args, **kwargs)
        self.desk, self.collective = desk, collective
        self.initial.setdefault("year", today().year)
        self.offer("people")

    def kept(self, name):
        """Those of the last year that is known."""
        rows = Membership.objects.filter(collective=self.collective).order_by("-year")
        last = rows.values("year")[:1]
        return list(rows.filter(year__in=last).values_list("person", flat=True))
