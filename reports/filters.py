import django_filters

from core.filters import ListFilterSet, RecentYear, SearchFilter, YesNoFilter
from organizations.filters import UnitFilter
from organizations.models import Unit
from reports.models import (
    Blank,
    BlankMode,
    MilestoneReview,
    Paper,
    PaperKind,
    PartStatus,
    ReviewPart,
    ReviewStatus,
    Sheet,
)


class PaperFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo trích yếu")
    kind = django_filters.ChoiceFilter(label="Loại", choices=PaperKind)
    draft = YesNoFilter(label="Bản dự thảo")
    year = RecentYear("made_at", label="Năm lập")

    class Meta:
        model = Paper
        fields = ["q", "kind", "draft", "year"]


class ReviewFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo trích yếu")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=ReviewStatus)
    kind = django_filters.ChoiceFilter(
        label="Loại", field_name="milestone__kind", choices=[("interim", "Sơ kết"), ("final", "Tổng kết")]
    )
    year = RecentYear("period_to", label="Số liệu đến năm")

    class Meta:
        model = MilestoneReview
        fields = ["q", "status", "kind", "year"]


class BlankFilters(ListFilterSet):
    mode = django_filters.ChoiceFilter(label="Cách in", choices=BlankMode)
    sheet = django_filters.ChoiceFilter(label="Khổ giấy", choices=Sheet)

    class Meta:
        model = Blank
        fields = ["q", "mode", "sheet"]


def units_with_parts(request):
    parts = ReviewPart.objects.visible_to(request.desk)
    return Unit.objects.filter(pk__in=parts.order_by().values("unit")).order_by("name_key")


def reviews_with_parts(request):
    parts = ReviewPart.objects.visible_to(request.desk)
    return MilestoneReview.objects.filter(pk__in=parts.order_by().values("review"))


class PartFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo đơn vị", field_name="unit__search_text")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=PartStatus)
    unit = UnitFilter(label="Đơn vị", queryset=units_with_parts)
    review = django_filters.ModelChoiceFilter(label="Báo cáo", queryset=reviews_with_parts)

    class Meta:
        model = ReviewPart
        fields = ["q", "status", "unit", "review"]
