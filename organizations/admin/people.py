from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import (
    AdminPasswordChangeForm,
    ReadOnlyPasswordHashField,
    UserChangeForm,
    UserCreationForm,
)
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef
from django.utils.html import format_html

from core.calendar import clock
from organizations.admin.importing import SheetImportMixin
from organizations.admin.unit import FoldedSearch
from organizations.models import Post, Role, User
from organizations.resources import AccountResource

admin.site.unregister(Group)  # what a person may do follows from posts alone


class PostInline(admin.StackedInline):
    model = Post
    autocomplete_fields = ["unit"]
    fields = [("unit", "role"), ("title", "council_seat"), "authority", ("starts_on", "ends_on")]
    extra = 0


class HoldsPostFilter(admin.SimpleListFilter):
    title = "chức trách hôm nay"
    parameter_name = "chuc-trach"

    def lookups(self, request, model_admin):
        return [*Role.choices, ("none", "không giữ chức trách nào")]

    def queryset(self, request, queryset):
        posts = Post.objects.on()
        if self.value() == "none":
            return queryset.exclude(pk__in=posts.values("user"))
        return (
            queryset.filter(pk__in=posts.filter(role=self.value()).values("user"))
            if self.value()
            else queryset
        )


class LockedFilter(admin.SimpleListFilter):
    title = "khóa đăng nhập"
    parameter_name = "khoa"

    def lookups(self, request, model_admin):
        return [("yes", "đang bị khóa")]

    def queryset(self, request, queryset):
        return queryset.filter(Exists(locks())) if self.value() else queryset


def locks():
    """The wrong tries that keep the account of an outer query locked now."""
    since = clock() - settings.AXES_COOLOFF_TIME
    return AccessAttempt.objects.filter(
        username=OuterRef("username"),
        attempt_time__gt=since,
        failures_since_start__gte=settings.AXES_FAILURE_LIMIT,
    )


class SetAdminPasswordForm(AdminPasswordChangeForm):
    """Without the choice to have no password: an account is switched off by its box instead."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)


class AccountForm(UserChangeForm):
    password = ReadOnlyPasswordHashField(label="Mật khẩu", help_text="Không ai xem được mật khẩu đã đặt.")


@admin.register(User)
class UserAdmin(SheetImportMixin, FoldedSearch, DjangoUserAdmin):
    """Accounts; whom they serve stands in their posts. Accounts that acted are switched off, not deleted."""

    form = AccountForm
    add_form = UserCreationForm
    change_password_form = SetAdminPasswordForm
    show_facets = admin.ShowFacets.NEVER
    resource_classes = [AccountResource]
    import_title = "Nhập tài khoản và chức trách từ tệp"
    template_name = "mau-nhap-tai-khoan.xlsx"
    list_display = ["full_name", "username", "posts_today", "can_sign_in", "last_login"]
    list_display_links = ["full_name", "username"]
    list_filter = [HoldsPostFilter, LockedFilter, "is_active"]
    search_fields = ["search_text"]
    ordering = ["name_key", "pk"]
    filter_horizontal = []
    inlines = [PostInline]
    actions = ["unlock"]
    fieldsets = [
        (None, {"fields": ["username", "password", "full_name", "email", "is_active"]}),
        ("Lần cuối", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["username", "full_name", "email", "password1", "password2"]})]
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(locked=Exists(locks())).prefetch_related("posts__unit")

    @admin.display(description="chức trách hôm nay")
    def posts_today(self, user):
        held = [f"{post.title}, {post.unit}" for post in user.posts.all() if post.holds_today]
        return "; ".join(held) or "không"

    @admin.display(description="đăng nhập", ordering="is_active")
    def can_sign_in(self, user):
        if not user.is_active:
            return "đã ngừng"
        if user.locked:
            return format_html("<strong>{}</strong>", "đang bị khóa")
        return "được" if user.has_usable_password() else "chưa đặt mật khẩu"

    @admin.action(description="Mở khóa đăng nhập", permissions=["change"])
    def unlock(self, request, queryset):
        lifted = sum(reset(username=user.username) > 0 for user in queryset)
        messages.success(request, f"Đã mở khóa {lifted} tài khoản.")
