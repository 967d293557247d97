from django.contrib import messages
from django.http import Http404
from django.urls import reverse_lazy
from django.views.generic import DetailView, FormView

from core.calendar import today
from core.lists import FilteredListView
from core.pages import FormPageMixin
from core.workflow import TransitionError
from organizations.filters import NumberFilters, UnitFilters
from organizations.forms import DayForm, NumberForm, SeriesForm
from organizations.models import READERS, IssuedNumber, NumberSeries, Post, Role, Unit
from organizations.numbering import number_outside_paper, start_after
from organizations.tables import NumberTable, UnitTable


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


class RegisterMixin:
    """The clerk's registers exist for those who serve an office; for others the address holds nothing."""

    roles = READERS

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.desk.has(*self.roles):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class NumberList(RegisterMixin, FilteredListView):
    filterset_class, table_class = NumberFilters, NumberTable
    template_name = "organizations/number_list.html"
    title = "Số văn bản"
    export_what = "numbers"
    lead = "Mỗi ký hiệu có một sổ, đánh số lại từ 01 vào ngày 01 tháng 01 hằng năm."
    empty_title = "Chưa cấp số nào"
    empty_text = "Văn bản ban hành trên cổng được cấp số tại trang của văn bản đó."

    def get_queryset(self):
        return (
            IssuedNumber.objects.visible_to(self.request.desk)
            .for_table()
            .order_by("-issued_on", "-series", "-number")
        )

    def get_context_data(self, **kwargs):
        desk = self.request.desk
        registers = NumberSeries.objects.visible_to(desk).filter(year=today().year).select_related("unit")
        return super().get_context_data(registers=registers, takes=desk.has(Role.CLERK), **kwargs)


class ClerkForm(RegisterMixin, FormPageMixin, FormView):
    """A form by which the clerk writes into a register; what the register refuses stands above the form."""

    roles = (Role.CLERK,)
    success_url = reverse_lazy("organizations:numbers")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "desk": self.request.desk}

    def form_valid(self, form):
        try:
            done = self.write(**form.cleaned_data)
        except TransitionError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, done)
        return super().form_valid(form)


class NumberTake(ClerkForm):
    form_class = NumberForm
    extra_context = {
        "title": "Cấp số cho văn bản ngoài cổng",
        "lead": "Dùng cho văn bản soạn ngoài cổng mà chung sổ với văn bản trên cổng.",
        "save_label": "Cấp số",
        "cancel_url": ClerkForm.success_url,
    }

    def write(self, **fields):
        number = number_outside_paper(**fields, by=self.request.user)
        return f"Đã cấp số {number.text} ngày {number.issued_on:%d/%m/%Y}."


class SeriesStart(ClerkForm):
    form_class = SeriesForm
    extra_context = {
        "title": "Mở sổ tiếp theo sổ giấy",
        "lead": "Dùng khi trong năm đã cấp số trên sổ giấy trước khi dùng cổng.",
        "save_label": "Mở sổ",
        "cancel_url": ClerkForm.success_url,
    }

    def write(self, **fields):
        series = start_after(**fields)
        return f"Sổ {series} cấp tiếp từ số {series.last + 1:02d}."
