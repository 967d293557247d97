from django.views.generic import DetailView

from core.calendar import today
from core.lists import FilteredListView
from organizations.filters import UnitFilters
from organizations.forms import DayForm
from organizations.models import Post, Unit
from organizations.tables import UnitTable


class UnitList(FilteredListView):
    filterset_class, table_class = UnitFilters, UnitTable
    title = "Đơn vị"
    export_what = "units"
    lead = "Cây đơn vị tại một ngày; để trống ngày là xem hôm nay."
    empty_title = "Chưa có đơn vị nào"
    empty_text = "Quản trị viên nhập đơn vị từ tệp Excel trong phần Quản trị."
    per_page = 50

    def get_queryset(self):
        return Unit.objects.visible_to(self.request.desk).with_parent()


class UnitDetail(DetailView):
    """One unit, with what belonged to it on a day: the one asked for, else today or its nearest day."""

    template_name = "organizations/unit_detail.html"

    def get_queryset(self):
        return Unit.objects.visible_to(self.request.desk).select_related("sector_parent")

    def get_context_data(self, **kwargs):
        unit = self.object
        form = DayForm(self.request.GET)
        on = (form.is_valid() and form.cleaned_data["on"]) or unit.nearest_day(today())
        return super().get_context_data(
            on=on,
            day_form=form if form.errors else DayForm(initial={"on": on}),
            facts=facts_of(unit),
            ancestors=Unit.objects.get_ancestors(unit),
            children=Unit.objects.get_children(unit).existing(on),
            origins=unit.origins.select_related("predecessor").order_by("on", "predecessor__name_key"),
            successions=unit.successions.select_related("successor").order_by("on", "successor__name_key"),
            posts=Post.objects.on(on).filter(unit=unit).select_related("user").order_by("user__name_key"),
            **kwargs,
        )


def facts_of(unit):
    return [
        ("Loại", unit.get_kind_display().capitalize()),
        ("Mã", unit.code),
        ("Tồn tại", unit.period),
        ("Văn bản thành lập, sắp xếp", unit.legal_basis),
        ("Cơ quan ban hành văn bản", unit.issuer),
        ("Ký hiệu văn bản", unit.symbol and f"…/KH-{unit.symbol}"),
        ("Cơ quan quản lý ngành", unit.sector_parent),
        ("Hội đồng Thi đua - Khen thưởng", "Có" if unit.has_council else "Không có"),
    ]
