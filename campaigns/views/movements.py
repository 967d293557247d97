from django.contrib import messages
from django.views.generic import CreateView, DetailView, UpdateView

from campaigns.filters import MovementFilters
from campaigns.forms.movement import MovementForm
from campaigns.models import Movement, Plan
from campaigns.tables import MovementTable
from campaigns.views.standing import StandingOfficeOnly
from core.lists import FilteredListView
from core.pages import FormPageMixin
from organizations.models import Role


class MovementList(FilteredListView):
    filterset_class, table_class = MovementFilters, MovementTable
    template_name = "campaigns/movement_list.html"
    title = "Phong trào thi đua"
    empty_title = "Chưa có phong trào nào"
    empty_text = "Thường trực Hội đồng ghi phong trào đã phát động để kế hoạch và hồ sơ gắn vào đó."
    export_what = "movements"

    def get_queryset(self):
        return Movement.objects.visible_to(self.request.desk).for_table()

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_add=self.request.desk.has(Role.STANDING), **kwargs)


class MovementDetail(DetailView):
    template_name = "campaigns/movement_detail.html"

    def get_queryset(self):
        return Movement.objects.visible_to(self.request.desk).select_related("unit", "above__unit")

    def get_context_data(self, **kwargs):
        desk, movement = self.request.desk, self.object
        plans = Plan.objects.visible_to(desk).filter(movements=movement).for_table()
        return super().get_context_data(
            facts=movement_facts(movement),
            plans=plans,
            below=movement.below.select_related("unit"),
            may_edit=Movement.objects.kept_by(desk).filter(pk=movement.pk).exists(),
            **kwargs,
        )


def movement_facts(movement):
    return [
        ("Đơn vị phát động", movement.unit),
        ("Khẩu hiệu", movement.slogan),
        ("Hình thức", movement.get_mode_display()),
        ("Thời gian", movement.period),
    ]


class MovementForms(FormPageMixin):
    """The form of a movement, for the standing office of the unit that launches it."""

    form_class = MovementForm
    template_name = "campaigns/movement_form.html"

    def get_queryset(self):
        return Movement.objects.kept_by(self.request.desk)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"desk": self.request.desk}

    def form_valid(self, form):
        messages.success(self.request, f"Đã lưu phong trào “{form.instance.name}”.")
        return super().form_valid(form)


class MovementNew(StandingOfficeOnly, MovementForms, CreateView):
    extra_context = {"title": "Ghi phong trào thi đua"}


class MovementEdit(MovementForms, UpdateView):
    extra_context = {"title": "Sửa phong trào thi đua"}
