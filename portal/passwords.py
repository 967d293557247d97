from django.contrib.auth.password_validation import MinimumLengthValidator


class LongEnough(MinimumLengthValidator):
    """Django's rule in a sentence that its Vietnamese catalogue lacks."""

    def get_error_message(self):
        return f"Mật khẩu quá ngắn. Mật khẩu cần ít nhất {self.min_length} ký tự."

    def get_help_text(self):
        return f"Mật khẩu cần ít nhất {self.min_length} ký tự."
