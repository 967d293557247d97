import django_filters
from django.db.models import Q

from awards.models import (
    Annulment,
    AnnulmentStatus,
    AwardEntry,
    Decision,
    DecisionStatus,
    LetterStatus,
    OpinionList,
    OpinionStatus,
    Session,
    SessionStatus,
    SubmissionLetter,
)
from campaigns.models import Plan
from core.filters import ListFilterSet, RecentYear, SearchFilter, YesNoFilter
from exemplars.models import Nomination, Sex, WorkerGroup
from law.models import AwardType, MeritKind, SubjectKind
from organizations.filters import NumberedSearch, UnitFilter
from organizations.models import Unit
from organizations.models.unit import within


def units_of(request):
    """Units of one's territory that may have dossiers; for an export, which has its rows already, all."""
    units = Unit.objects.order_by("name_key", "pk")
    if request is None:
        return units
    return units.under(request.desk.paths() | request.desk.office_paths())


def plans_of(request):
    return Plan.objects.visible_to(request.desk).order_by("-starts_on", "title_key")


class SessionFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, địa điểm")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=SessionStatus)
    year = RecentYear("held_at", label="Năm họp")

    class Meta:
        model = Session
        fields = ["q", "status", "year"]


class CandidateFilters(ListFilterSet):
    """Dossiers that could go on an agenda."""

    q = SearchFilter(label="Tìm trong hồ sơ")
    award = django_filters.ModelChoiceFilter(label="Hình thức", queryset=AwardType.objects.all())
    kind = django_filters.ChoiceFilter(label="Đối tượng", choices=SubjectKind)
    plan = django_filters.ModelChoiceFilter(
        label="Kế hoạch",
        queryset=plans_of,
        null_label="Đột xuất, ngoài kế hoạch",
    )
    unit = UnitFilter(label="Đơn vị đề nghị", queryset=units_of, method="below")

    class Meta:
        model = Nomination
        fields = ["q", "award", "kind", "plan", "unit"]

    def below(self, queryset, name, unit):
        return queryset.filter(within([unit.path], "unit__path"))


class DecisionFilters(ListFilterSet):
    q = NumberedSearch(label="Tìm theo số, trích yếu, thành tích")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=DecisionStatus)
    merit = django_filters.ChoiceFilter(label="Loại hình", choices=MeritKind)
    year = RecentYear("issued_on", label="Năm ban hành")
    number = django_filters.NumberFilter(label="Số", field_name="number__number")

    class Meta:
        model = Decision
        fields = ["q", "status", "merit", "year", "number"]


class AnnulmentFilters(ListFilterSet):
    q = NumberedSearch(label="Tìm theo số, trích yếu, lý do")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=AnnulmentStatus)
    year = RecentYear("issued_on", label="Năm ban hành")

    class Meta:
        model = Annulment
        fields = ["q", "status", "year"]


class RegisterFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên, địa chỉ")
    year = RecentYear("awarded_on", label="Năm")
    award = django_filters.ModelChoiceFilter(label="Danh hiệu, hình thức", queryset=AwardType.objects.all())
    kind = django_filters.ChoiceFilter(label="Đối tượng", field_name="nomination__kind", choices=SubjectKind)
    sex = django_filters.ChoiceFilter(label="Giới tính", field_name="nomination__sex", choices=Sex)
    worker_group = django_filters.ChoiceFilter(
        label="Nhóm", field_name="nomination__worker_group", choices=WorkerGroup
    )
    unit = UnitFilter(label="Đơn vị đề nghị", queryset=units_of, method="below")
    decision = django_filters.NumberFilter(label="Số quyết định", field_name="decision__number__number")
    annulled = YesNoFilter(label="Đã hủy bỏ", field_name="annulled_on", lookup_expr="isnull", exclude=True)

    class Meta:
        model = AwardEntry
        fields = ["q", "year", "award", "kind", "sex", "worker_group", "unit", "decision", "annulled"]

    def below(self, queryset, name, unit):
        return queryset.filter(within([unit.path], "nomination__unit__path"))


class LetterFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo trích yếu")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=LetterStatus)
    direction = django_filters.ChoiceFilter(
        label="Chiều", choices=[("di", "Đi"), ("den", "Đến")], method="by_direction"
    )
    year = RecentYear("issued_on", label="Năm")

    class Meta:
        model = SubmissionLetter
        fields = ["q", "status", "direction", "year"]

    def by_direction(self, queryset, name, value):
        offices = self.request.desk.offices() if self.request else ()
        incoming = Q(to_unit__in=offices) & ~Q(unit__in=offices)
        return queryset.filter(incoming if value == "den" else ~incoming)


class OpinionFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên danh sách")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=OpinionStatus)
    year = RecentYear("opens_on", label="Năm")

    class Meta:
        model = OpinionList
        fields = ["q", "status", "year"]
