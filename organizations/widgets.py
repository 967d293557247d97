"""How cells of imported sheets are read; each ValueError is a sentence in Vietnamese about the cell."""

import datetime

from import_export.widgets import Widget

from core.templatetags.vietnamese import ngay
from core.text import fold

DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")
HIDDEN = "••••••"
YES, NO = {"co", "x", "1", "true", "yes"}, {"", "khong", "0", "false", "no"}


class LineWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        return str(value)

    def render(self, value, obj=None, **kwargs):
        return str(value or "")


class SecretWidget(LineWidget):
    """A password, which no preview shows."""

    def render(self, value, obj=None, **kwargs):
        return HIDDEN if value else ""


class DayWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        if value == "" or isinstance(value, datetime.date):
            return value or None
        for pattern in DAY_FORMATS:
            try:
                return datetime.datetime.strptime(value, pattern).date()  # noqa: DTZ007 (a day has no zone)
            except ValueError:
                continue
        raise ValueError(f"“{value}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/09/2024.")

    def render(self, value, obj=None, **kwargs):
        return ngay(value) if value else ""


class ChoiceWidget(Widget):
    """One of `choices` by its label, whatever the accents and case."""

    def __init__(self, choices):
        super().__init__()
        self.choices = choices
        self.values = {fold(choice.label): choice.value for choice in choices}

    def clean(self, value, row=None, **kwargs):
        if value == "":
            return ""
        try:
            return self.values[fold(str(value))]
        except KeyError:
            labels = "; ".join(self.choices.labels)
            raise ValueError(f"“{value}” không có trong danh mục. Hãy chọn một trong: {labels}.") from None

    def render(self, value, obj=None, **kwargs):
        return self.choices(value).label if value in self.choices.values else ""


class YesWidget(Widget):
    def clean(self, value, row=None, **kwargs):
        answer = fold(str(value))
        if answer not in YES | NO:
            raise ValueError(f"“{value}”: hãy ghi “có”, hoặc để trống nếu không.")
        return answer in YES

    def render(self, value, obj=None, **kwargs):
        return "có" if value else ""


class UnitWidget(Widget):
    """A unit by its code; `units` is {code: unit}, filled once for a whole file."""

    hint = ""

    def __init__(self, hint=""):
        super().__init__()
        self.units = {}
        self.hint = hint

    def clean(self, value, row=None, **kwargs):
        if value == "":
            return None
        try:
            return self.units[str(value)]
        except KeyError:
            raise ValueError(f"Không có đơn vị nào mang mã “{value}”. {self.hint}".strip()) from None

    def render(self, value, obj=None, **kwargs):
        return f"{value.name} ({value.code})" if value else ""
