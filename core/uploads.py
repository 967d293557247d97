"""Files that people send in: judged by what they hold, not only by what they are called."""

from pathlib import PurePath

import filetype
from django import forms
from django.core.exceptions import ValidationError

SAME_CONTENT = {"jpeg": "jpg"}


class UploadField(forms.FileField):
    """A file of one of `kinds` (extensions), of at most `megabytes`; the page says both in words."""

    default_error_messages = {
        "kind": "Chỉ nhận tệp {kinds}. Hãy chọn tệp khác hoặc lưu lại dưới dạng đó.",
        "size": "Tệp lớn hơn {megabytes} MB. Hãy giảm dung lượng (quét ở 200 dpi, tách tệp) rồi gửi lại.",
        "content": "Nội dung tệp không đúng với đuôi .{extension}. Hãy mở tệp kiểm tra và lưu lại cho đúng.",
    }

    def __init__(self, *, kinds=("pdf", "docx", "xlsx", "jpg", "png"), megabytes=10, **kwargs):
        self.kinds, self.megabytes = kinds, megabytes
        kwargs.setdefault("help_text", f"Tệp {self._kinds_in_words()}; không quá {megabytes} MB.")
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ",".join(f".{kind}" for kind in self.kinds)}

    def to_python(self, data):
        file = super().to_python(data)
        if file is not None:
            self._refuse_unfit(file)
        return file

    def _refuse_unfit(self, file):
        extension = PurePath(file.name).suffix.lower().lstrip(".")
        if SAME_CONTENT.get(extension, extension) not in self.kinds:
            self._refuse("kind", kinds=self._kinds_in_words())
        if file.size > self.megabytes * 1024 * 1024:
            self._refuse("size", megabytes=self.megabytes)
        if content_kind(file) != SAME_CONTENT.get(extension, extension):
            self._refuse("content", extension=extension)

    def _refuse(self, code, **words):
        raise ValidationError(self.error_messages[code].format(**words), code=code)

    def _kinds_in_words(self):
        *others, last = [kind.upper() for kind in self.kinds]
        return f"{', '.join(others)} hoặc {last}" if others else last


def content_kind(file):
    """The extension that fits the first bytes of the file; None when they are of no known kind."""
    file.seek(0)
    kind = filetype.guess(file.read(8192))
    file.seek(0)
    return kind.extension if kind else None
