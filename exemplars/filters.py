import django_filters
from django import forms
from django.db.models import Max, Min

from campaigns.models import Movement, Plan, WorkField
from core.filters import ListFilterSet, SearchFilter
from exemplars.models import (
    About,
    Adoption,
    AdoptionStatus,
    Attention,
    Coverage,
    Exemplar,
    InspectionRound,
    LearningEvent,
    Nomination,
    NominationStatus,
    RoundStatus,
    Stage,
    Verdict,
    Visit,
    VisitStatus,
)
from exemplars.models.nomination import is_overdue, waiting_for
from law.models import AwardType, SubjectKind
from organizations.filters import UnitSearch

WAITING, OVERDUE = "waiting", "overdue"
STATUS_CHOICES = [(WAITING, "Đang chờ tôi"), (OVERDUE, "Quá hạn"), *NominationStatus.choices]
AD_HOC = "dot-xuat"
YEAR = {"min_value": 1948, "max_value": 2999}
HIDDEN = {"widget": forms.HiddenInput, "min_value": 1, "max_value": 2**31}  # of a link, not of the page


class NominationFilters(ListFilterSet):
    q = SearchFilter(label="Tìm trong hồ sơ")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=STATUS_CHOICES, method="by_status")
    year = django_filters.ChoiceFilter(label="Năm xét", choices=[])
    plan = django_filters.ChoiceFilter(label="Kế hoạch", choices=[], method="by_plan")
    unit = UnitSearch(label="Đơn vị đề nghị")
    award = django_filters.ModelChoiceFilter(label="Hình thức", queryset=AwardType.objects.all())
    kind = django_filters.ChoiceFilter(label="Đối tượng", choices=SubjectKind)
    field = django_filters.ModelChoiceFilter(label="Lĩnh vực", queryset=WorkField.objects.all())

    class Meta:
        model = Nomination
        fields = ["q", "status", "year", "plan", "award", "kind", "unit", "field"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        span = Nomination.objects.aggregate(first=Min("year"), last=Max("year"))  # two steps in the index
        years = range(span["last"], span["first"] - 1, -1) if span["first"] else ()
        plans = Plan.objects.visible_to(self.request.desk).order_by("-starts_on", "title_key")
        self.filters["year"].extra["choices"] = [(year, str(year)) for year in years]
        self.filters["plan"].extra["choices"] = [
            (AD_HOC, "Đột xuất, ngoài kế hoạch"),
            *((plan.pk, str(plan)) for plan in plans),
        ]

    def by_status(self, queryset, name, value):
        if value == WAITING:
            return queryset.filter(waiting_for(self.request.desk))
        if value == OVERDUE:
            return queryset.filter(is_overdue())
        return queryset.filter(status=value)

    def by_plan(self, queryset, name, value):
        return queryset.filter(plan=None if value == AD_HOC else value)


class ExemplarFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo mô hình, đối tượng")
    status = django_filters.ChoiceFilter(label="Giai đoạn", choices=Stage)
    attention = django_filters.ChoiceFilter(label="Cần chú ý", choices=Attention, method="by_attention")
    about = django_filters.ChoiceFilter(label="Loại điển hình", choices=About)
    kind = django_filters.ChoiceFilter(label="Đối tượng", field_name="subject__kind", choices=SubjectKind)
    field = django_filters.ModelChoiceFilter(label="Lĩnh vực", queryset=WorkField.objects.all())
    year = django_filters.NumberFilter(label="Năm đăng ký", **YEAR)
    movement = django_filters.ModelChoiceFilter(
        label="Phong trào", queryset=Movement.objects.order_by("name_key")
    )
    unit = UnitSearch(label="Đơn vị theo dõi")

    class Meta:
        model = Exemplar
        fields = ["q", "status", "attention", "about", "kind", "field", "year", "movement", "unit"]

    def by_attention(self, queryset, name, value):
        return queryset.asking_for(value)


class RoundFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo tên đợt, số văn bản")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=RoundStatus)
    plan = django_filters.ModelChoiceFilter(
        label="Kế hoạch", queryset=lambda request: Plan.objects.visible_to(request.desk)
    )

    class Meta:
        model = InspectionRound
        fields = ["q", "status", "plan"]


class VisitFilters(ListFilterSet):
    TO_GO = "to-go"

    q = SearchFilter(label="Tìm theo điển hình, địa điểm")
    status = django_filters.ChoiceFilter(
        label="Trạng thái", choices=[(TO_GO, "Tôi cần đi"), *VisitStatus.choices], method="by_status"
    )
    verdict = django_filters.ChoiceFilter(label="Kết luận", choices=Verdict)
    round = django_filters.ModelChoiceFilter(
        label="Đợt kiểm tra", queryset=lambda request: InspectionRound.objects.visible_to(request.desk)
    )
    unit = UnitSearch("exemplar__unit", label="Đơn vị")

    class Meta:
        model = Visit
        fields = ["q", "status", "verdict", "round", "unit"]

    def by_status(self, queryset, name, value):
        if value == self.TO_GO:
            return queryset.to_write(self.request.desk)
        return queryset.filter(status=value)


class AdoptionFilters(ListFilterSet):
    q = SearchFilter(label="Tìm nơi làm theo, điển hình")
    status = django_filters.ChoiceFilter(
        label="Tình trạng", choices=[(WAITING, "Đang chờ tôi"), *AdoptionStatus.choices], method="by_status"
    )
    year = django_filters.NumberFilter(label="Từ năm", field_name="since__year", **YEAR)
    field = django_filters.ModelChoiceFilter(
        label="Lĩnh vực", queryset=WorkField.objects.all(), field_name="source__field"
    )
    unit = UnitSearch(label="Đơn vị làm theo")
    source = django_filters.NumberFilter(**HIDDEN)

    class Meta:
        model = Adoption
        fields = ["q", "status", "year", "field", "unit", "source"]

    def by_status(self, queryset, name, value):
        if value == WAITING:
            return queryset.filter(pk__in=Adoption.objects.waiting_for(self.request.desk).values("pk"))
        return queryset.filter(status=value)


class LearningFilters(ListFilterSet):
    q = SearchFilter(label="Tìm nội dung, địa điểm")
    kind = django_filters.ChoiceFilter(label="Hình thức", choices=LearningEvent.Kind)
    year = django_filters.NumberFilter(label="Năm", field_name="held_on__year", **YEAR)
    unit = UnitSearch(label="Đơn vị tổ chức")
    exemplar = django_filters.NumberFilter(field_name="exemplars", **HIDDEN)

    class Meta:
        model = LearningEvent
        fields = ["q", "kind", "year", "unit", "exemplar"]


class CoverageFilters(ListFilterSet):
    q = SearchFilter(label="Tìm nội dung, báo đài")
    kind = django_filters.ChoiceFilter(label="Thể loại", choices=Coverage.Kind)
    year = django_filters.NumberFilter(label="Năm", field_name="published_on__year", **YEAR)
    unit = UnitSearch(label="Đơn vị ghi nhận")
    exemplar = django_filters.NumberFilter(field_name="exemplars", **HIDDEN)

    class Meta:
        model = Coverage
        fields = ["q", "kind", "year", "unit", "exemplar"]
