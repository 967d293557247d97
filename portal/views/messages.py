"""What the portal tells a person, and how they want to be told."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST
from django.views.generic import DetailView, UpdateView

from core.calendar import now, today
from core.lists import FilteredListView
from core.pages import FormPageMixin
from organizations.models import Message, MessageChoice
from portal.filters import MessageFilters
from portal.forms import MessageChoiceForm
from portal.reminders import days_before
from portal.tables import MessageTable


class MessageList(FilteredListView):
    filterset_class, table_class = MessageFilters, MessageTable
    template_name = "portal/message_list.html"
    title = "Thông báo"
    lead = "Việc đến hạn, quá hạn được nhắc và lời đôn đốc; mỗi ngày nhiều nhất một thông báo."
    empty_title = "Chưa có thông báo nào"
    empty_text = "Khi có việc sắp đến hạn, quá hạn hoặc được đôn đốc, thông báo hiện ra ở đây."

    def get_queryset(self):
        return Message.objects.visible_to(self.request.desk)


class MessageDetail(DetailView):
    """One message; opening it is reading it."""

    template_name = "portal/message_detail.html"

    def get_queryset(self):
        return Message.objects.visible_to(self.request.desk).select_related("sent_by")

    def get_object(self, queryset=None):
        message = super().get_object(queryset)
        if self.request.method == "GET":
            Message.objects.filter(pk=message.pk, read_at=None).update(read_at=now())
        return message


@require_POST
def read_all(request):
    Message.objects.visible_to(request.desk).unread().update(read_at=now())
    return redirect("messages")


class ChoiceEdit(FormPageMixin, UpdateView):
    form_class = MessageChoiceForm
    template_name = "portal/message_choice.html"
    success_url = reverse_lazy("messages")
    extra_context = {
        "title": "Nhận thông báo",
        "lead": "Thông báo luôn có trên cổng, ở hình chuông đầu trang.",
        "cancel_url": success_url,
    }

    def get_object(self, queryset=None):
        choice = MessageChoice.objects.filter(user=self.request.user).first()
        return choice or MessageChoice(user=self.request.user)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"usual": days_before(today())}

    def get_context_data(self, **kwargs):
        return super().get_context_data(sends_email=settings.SENDS_EMAIL, **kwargs)

    def form_valid(self, form):
        messages.success(self.request, "Đã ghi cách nhận thông báo.")
        return super().form_valid(form)
