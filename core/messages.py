"""What Django's own form fields say, in the words of our users.

Django's Vietnamese catalogue is incomplete and in places wrong (“Nhập một số tổng thể” for a whole
number), so the stock sentences are replaced once, at the start. So are the dashes of an empty choice.
"""

from django import forms
from django.core import validators
from django.db.models.fields import BLANK_CHOICE_DASH

FIELDS = {
    forms.Field: {"required": "Mục này bắt buộc. Hãy điền vào."},
    forms.IntegerField: {"invalid": "Hãy nhập số nguyên, chỉ gồm chữ số."},
    forms.DecimalField: {"invalid": "Hãy nhập một số, phần lẻ sau dấu phẩy."},
    forms.DateField: {"invalid": "Ngày chưa đúng. Hãy nhập ngày/tháng/năm, ví dụ 05/09/2024."},
    forms.DateTimeField: {"invalid": "Thời điểm chưa đúng. Hãy nhập giờ và ngày, ví dụ 14:30 05/09/2024."},
    forms.TimeField: {"invalid": "Giờ chưa đúng. Hãy nhập giờ:phút, ví dụ 14:30."},
    forms.ChoiceField: {"invalid_choice": "Lựa chọn này không có trong danh sách. Hãy chọn lại."},
    forms.MultipleChoiceField: {"invalid_choice": "Có lựa chọn không có trong danh sách. Hãy chọn lại."},
    forms.ModelChoiceField: {"invalid_choice": "Lựa chọn này không còn dùng được. Hãy chọn lại."},
    forms.ModelMultipleChoiceField: {"invalid_choice": "Có lựa chọn không còn dùng được. Hãy chọn lại."},
    forms.FileField: {"required": "Hãy chọn tệp.", "empty": "Tệp rỗng. Hãy chọn tệp khác."},
}
VALIDATORS = {
    validators.MinValueValidator: "Số nhập vào phải từ %(limit_value)s trở lên.",
    validators.MaxValueValidator: "Số nhập vào không được quá %(limit_value)s.",
    validators.MinLengthValidator: "Cần ít nhất %(limit_value)d ký tự (đang có %(show_value)d).",
    validators.MaxLengthValidator: "Nhiều nhất %(limit_value)d ký tự (đang có %(show_value)d). Hãy rút gọn.",
    validators.ProhibitNullCharactersValidator: "Có ký tự điều khiển không hiển thị được. Hãy xóa và gõ lại.",
    validators.EmailValidator: "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@tinh.gov.vn.",
    validators.URLValidator: "Địa chỉ trang chưa đúng. Ví dụ: https://tinh.gov.vn/bai-viet.",
}
EMPTY_CHOICE = "Chưa chọn"  # where a field has no better word of its own


def replace_stock_messages():
    for field, words in FIELDS.items():
        field.default_error_messages = {**field.default_error_messages, **words}
    for validator, message in VALIDATORS.items():
        validator.message = message
    BLANK_CHOICE_DASH[:] = [("", EMPTY_CHOICE)]
    forms.ModelChoiceField.__init__.__kwdefaults__["empty_label"] = EMPTY_CHOICE
