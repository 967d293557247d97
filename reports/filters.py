import django_filters

from awards.filters import recent_years
from core.filters import ListFilterSet, SearchFilter, YesNoFilter
from reports.models import Blank, BlankMode, MilestoneReview, Paper, PaperKind, ReviewStatus, Sheet


class PaperFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo trích yếu")
    kind = django_filters.ChoiceFilter(label="Loại", choices=PaperKind)
    draft = YesNoFilter(label="Bản dự thảo")
    year = django_filters.ChoiceFilter(
        label="Năm lập", field_name="made_at", lookup_expr="year", choices=recent_years
    )

    class Meta:
        model = Paper
        fields = ["q", "kind", "draft", "year"]


class ReviewFilters(ListFilterSet):
    q = SearchFilter(label="Tìm theo trích yếu")
    status = django_filters.ChoiceFilter(label="Trạng thái", choices=ReviewStatus)
    kind = django_filters.ChoiceFilter(
        label="Loại", field_name="milestone__kind", choices=[("interim", "Sơ kết"), ("final", "Tổng kết")]
    )
    year = django_filters.ChoiceFilter(
        label="Số liệu đến năm", field_name="period_to", lookup_expr="year", choices=recent_years
    )

    class Meta:
        model = MilestoneReview
        fields = ["q", "status", "kind", "year"]


class BlankFilters(ListFilterSet):
    mode = django_filters.ChoiceFilter(label="Cách in", choices=BlankMode)
    sheet = django_filters.ChoiceFilter(label="Khổ giấy", choices=Sheet)

    class Meta:
        model = Blank
        fields = ["q", "mode", "sheet"]
