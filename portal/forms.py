"""Signing in and changing the password."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


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
