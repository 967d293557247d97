"""Signing in and out, and the password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.shortcuts import render
from django.urls import reverse_lazy

from core.calendar import clock
from core.pages import FormPageMixin
from portal.forms import PasswordForm, SignInForm

TOO_MANY_REQUESTS = 429


class SignIn(LoginView):
    template_name = "portal/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ChangePassword(FormPageMixin, PasswordChangeView):
    form_class = PasswordForm
    success_url = reverse_lazy("home")
    extra_context = {
        "title": "Đổi mật khẩu",
        "lead": "Sau khi đổi, phiên làm việc trên các máy khác sẽ bị đăng xuất.",
        "save_label": "Đổi mật khẩu",
        "cancel_url": success_url,
    }

    def form_valid(self, form):
        messages.success(self.request, "Đã đổi mật khẩu.")
        return super().form_valid(form)


def locked_out(request, _response, _credentials):
    """For django-axes: the account is locked for a time after too many wrong passwords."""
    again_at = clock() + settings.AXES_COOLOFF_TIME
    return render(request, "portal/locked_out.html", {"again_at": again_at}, status=TOO_MANY_REQUESTS)
