"""Signing in, changing the password, and how one wants to be told."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm

from organizations.models import MessageChoice


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": (
            "Tên đăng nhập hoặc mật khẩu không đúng. "
            "Mời kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại."
        ),
        "inactive": "Tài khoản này đã ngừng sử dụng. Mời liên hệ quản trị viên của đơn vị.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Tên đăng nhập"
        self.fields["username"].error_messages["required"] = "Hãy nhập tên đăng nhập."
        self.fields["password"].label = "Mật khẩu"
        self.fields["password"].error_messages["required"] = "Hãy nhập mật khẩu."


class PasswordForm(PasswordChangeForm):
    error_messages = {
        "password_incorrect": "Mật khẩu đang dùng không đúng.",
        "password_mismatch": "Hai lần nhập mật khẩu mới không giống nhau.",
    }
    old_password = forms.CharField(
        label="Mật khẩu đang dùng",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label = "Mật khẩu mới"
        first.help_text = (
            "Ít nhất 10 ký tự; không giống tên đăng nhập, họ tên; không phải mật khẩu nhiều người dùng."
        )
        second.label = "Nhập lại mật khẩu mới"
        second.help_text = ""


class MessageChoiceForm(forms.ModelForm):
    """`usual`: working days before a due day on which the portal reminds who chooses nothing else."""

    email = forms.EmailField(label="Địa chỉ thư điện tử", required=False)

    class Meta:
        model = MessageChoice
        fields = ["days_before", "by_email"]

    def __init__(self, *args, usual, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].initial = self.instance.user.email
        self.fields["email"].help_text = "Ví dụ: ten@tinh.gov.vn. Chỉ dùng để gửi thông báo của cổng."
        days = [(number, f"{number} ngày làm việc") for number in (1, 2, 3, 5, 7, 10, 15, 20)]
        self.fields["days_before"] = forms.TypedChoiceField(
            label="Nhắc trước hạn",
            choices=[("", f"Như chung của cổng ({usual} ngày làm việc)"), *days],
            coerce=int,
            empty_value=None,
            required=False,
            help_text="Cổng còn nhắc đúng ngày hết hạn và khi đã quá hạn.",
        )

    def save(self, commit=True):
        user = self.instance.user
        user.email = self.cleaned_data["email"]
        user.save(update_fields=["email"])
        return super().save(commit)
