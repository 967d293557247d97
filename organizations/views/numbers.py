"""The register of outgoing papers: the list, the book for the printer, a line, what the clerk writes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.views.generic import DetailView, FormView, UpdateView

from core.calendar import today
from core.lists import FilteredListView
from core.pages import FormPageMixin
from core.returning import on_the_way
from core.workflow import TransitionError
from organizations.filters import NumberFilters
from organizations.forms import CancelForm, LineForm, NumberForm, SeriesForm
from organizations.models import READERS, IssuedNumber, NumberSeries, Role
from organizations.numbering import cancel_number, number_outside_paper, start_after
from organizations.tables import NumberTable

IN_A_BOOK = 5_000  # lines that are printed at once
PAPER_READERS = (Role.STANDING, Role.CHAIRMAN, Role.CLERK)  # who see every paper of their office


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
    above_rows = "organizations/number_print.html"
    title = "Sổ văn bản đi"
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


class NumberBook(NumberList):
    """What is filtered as a book for the printer: all of it, in the order in which it was written."""

    template_name = "organizations/number_book.html"
    title = "Sổ đăng ký văn bản đi"
    per_page = IN_A_BOOK

    def get_queryset(self):
        in_one_book = ("series__unit__path", "series__year", "series__symbol", "number")
        return super().get_queryset().order_by(*in_one_book)


class NumberDetail(RegisterMixin, DetailView):
    template_name = "organizations/number_detail.html"
    context_object_name = "number"

    def get_queryset(self):
        return IssuedNumber.objects.visible_to(self.request.desk).for_table()

    def get_context_data(self, **kwargs):
        number, desk = self.object, self.request.desk
        writes = desk.may(Role.CLERK, number.unit)
        return super().get_context_data(
            facts=_facts(number),
            paper_url=number.paper_url if number.unit.pk in desk.offices(*PAPER_READERS) else "",
            corrects=writes,
            cancels=number.outside and number.can("cancel", desk),
            history=number.history,
            **kwargs,
        )


def _facts(number):
    return [
        ("Ngày văn bản", f"{number.issued_on:%d/%m/%Y}"),
        ("Tên loại, trích yếu", number.described),
        ("Cơ quan ban hành", number.unit),
        ("Người ký", number.signatory),
        ("Nơi nhận", "; ".join(number.recipients.splitlines())),
        ("Đơn vị, người nhận bản lưu", number.kept_by),
        ("Số lượng bản", number.copies),
        ("Ghi chú", number.remarks_text),
        ("Người cấp số", number.taken_by),
    ]


class ClerkForm(RegisterMixin, FormPageMixin):
    """A form by which the clerk writes into a register; what the register refuses stands above the form."""

    roles = (Role.CLERK,)
    success_url = reverse_lazy("organizations:numbers")

    def form_valid(self, form):
        try:
            done = self.write(form)
        except TransitionError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        messages.success(self.request, done)
        return redirect(self.get_success_url())


class RegisterForm(ClerkForm, FormView):
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "desk": self.request.desk}


class NumberTake(RegisterForm):
    form_class = NumberForm
    extra_context = {
        "title": "Cấp số cho văn bản ngoài cổng",
        "lead": "Dùng cho văn bản soạn ngoài cổng mà chung sổ với văn bản trên cổng.",
        "save_label": "Cấp số",
        "cancel_url": ClerkForm.success_url,
    }

    def write(self, form):
        number = number_outside_paper(**form.cleaned_data, by=self.request.user)
        return f"Đã cấp số {number.text} ngày {number.issued_on:%d/%m/%Y}."


class SeriesStart(RegisterForm):
    form_class = SeriesForm
    extra_context = {
        "title": "Mở sổ tiếp theo sổ giấy",
        "lead": "Dùng khi trong năm đã cấp số trên sổ giấy trước khi dùng cổng.",
        "save_label": "Mở sổ",
        "cancel_url": ClerkForm.success_url,
    }

    def write(self, form):
        series = start_after(**form.cleaned_data)
        return f"Sổ {series} cấp tiếp từ số {series.last + 1:02d}."


class OneLine(ClerkForm):
    """A form over one line of a register of the clerk's own office."""

    template_name = "organizations/number_form.html"

    @cached_property
    def number(self):
        own = self.request.desk.offices(Role.CLERK)
        lines = IssuedNumber.objects.filter(series__unit__in=own).select_related("series__unit")
        return get_object_or_404(lines, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        page = self.number.get_absolute_url()
        return super().get_context_data(number=self.number, cancel_url=page, **kwargs)

    def get_success_url(self):
        return on_the_way(self.number, self.request)


class NumberEdit(OneLine, UpdateView):
    form_class = LineForm
    extra_context = {"title": "Sửa dòng trong sổ"}

    def get_object(self, queryset=None):
        return self.number

    def form_valid(self, form):
        if not form.save_or_tell():
            return self.form_invalid(form)
        self.number.log("edit", desk=self.request.desk, label="Sửa dòng trong sổ")
        messages.success(self.request, f"Đã sửa dòng số {self.number.text}.")
        return redirect(self.get_success_url())


class NumberCancel(OneLine, FormView):
    form_class = CancelForm
    extra_context = {
        "title": "Hủy số",
        "lead": "Dùng khi cấp nhầm hoặc văn bản không ban hành. Số vẫn nằm trong sổ, ghi là đã hủy, "
        "và không cấp lại cho văn bản khác.",
        "save_label": "Hủy số",
    }

    def write(self, form):
        cancel_number(self.number, desk=self.request.desk, note=form.cleaned_data["note"])
        return f"Đã hủy số {self.number.text}."
