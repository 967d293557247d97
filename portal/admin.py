from functools import update_wrapper

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator

from organizations.models import Role


class PortalAdminSite(AdminSite):
    """The administrator's corner: for those whose post today is that of administrator.

    For everybody else who is signed in these pages do not exist.
    """

    site_header = "Quản trị cổng thi đua"
    site_title = "Quản trị"
    index_title = "Danh mục, đơn vị và tài khoản"
    enable_nav_sidebar = False

    def has_permission(self, request):
        user = request.user
        return user.is_active and (user.is_superuser or request.desk.has(Role.ADMIN))

    def admin_view(self, view, cacheable=False):
        guarded = super().admin_view(view, cacheable)

        def inner(request, *args, **kwargs):
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    @method_decorator(login_not_required)
    def login(self, request, extra_context=None):
        """The portal has one sign-in page, with one lock on it."""
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"))

    def password_change(self, request, extra_context=None):
        return redirect("password")
