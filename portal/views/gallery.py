"""Every component on one page, to look at and to test; docs/frontend.md explains them."""

import datetime
from types import SimpleNamespace

import django_tables2 as tables
from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.fields import LineFormField, ProseFormField
from core.forms import DongField
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn
from core.uploads import UploadField

STATES = {
    "draft": "Đang soạn",
    "submitted": "Đã trình",
    "returned": "Bị trả lại",
    "appraised": "Đã thẩm định",
    "awarded": "Đã khen thưởng",
    "ineligible": "Không đủ điều kiện",
}
NAMES = [
    "Nguyễn Thị Ánh Tuyết",
    "Tập thể ấp Bình Thành",
    "Hộ ông Lê Văn Đậm",
    "Trần Quốc Ửng",
    "Trường Tiểu học Vĩnh Bình 1",
    "Phạm Thị Hồng Thắm",
]
ROWS = [
    SimpleNamespace(
        name=NAMES[number % 6],
        unit=["Thị trấn Vĩnh Bình", "Xã Đồng Sơn", "Phòng Nội vụ"][number % 3],
        status=list(STATES)[number % 6],
        get_status_display=list(STATES.values())[number % 6].__str__,
        due_on=datetime.date(2024, 11, 1) + datetime.timedelta(days=number),
        prize=1_800_000 * (number % 4),
        get_absolute_url=lambda: "/mau-giao-dien/",
    )
    for number in range(60)
]


class SampleTable(tables.Table):
    name = MainColumn(verbose_name="Đối tượng")
    unit = tables.Column(verbose_name="Đơn vị trình")
    status = StatusColumn(verbose_name="Trạng thái")
    due_on = DayColumn(verbose_name="Hạn xử lý")
    prize = NumberColumn(verbose_name="Tiền thưởng (đồng)", orderable=False)


class FilterForm(forms.Form):
    q = forms.CharField(label="Tìm theo tên", required=False)
    status = forms.ChoiceField(label="Trạng thái", required=False, choices=[("", "Tất cả"), *STATES.items()])
    since = forms.DateField(label="Trình từ ngày", required=False)


class SampleForm(forms.Form):
    name = LineFormField(label="Họ và tên", help_text="Viết đầy đủ như trong giấy khai sinh.")
    born_on = forms.DateField(label="Ngày sinh")
    kind = forms.ChoiceField(label="Loại đối tượng", choices=[("", "Chọn"), *STATES.items()])
    prize = DongField(label="Mức thưởng đề nghị", required=False)
    sex = forms.ChoiceField(label="Giới tính", choices=[("f", "Nữ"), ("m", "Nam")], widget=forms.RadioSelect)
    fields_of_work = forms.MultipleChoiceField(
        label="Lĩnh vực", choices=STATES, required=False, widget=forms.CheckboxSelectMultiple
    )
    is_worker = forms.BooleanField(label="Là người trực tiếp lao động, sản xuất", required=False)
    story = ProseFormField(label="Tóm tắt thành tích")
    evidence = UploadField(label="Minh chứng", required=False)


EVENTS = [
    SimpleNamespace(
        label=label,
        by=by,
        by_title=title,
        at=datetime.datetime(2024, 11, day, 1, 5, tzinfo=datetime.UTC),
        note=note,
    )
    for label, by, title, day, note in [
        ("Lập hồ sơ", "Lê Thị Bông", "Công chức Văn hóa – xã hội, xã Đồng Sơn", 4, ""),
        ("Trình hồ sơ", "Võ Văn Đảm", "Chủ tịch UBND, xã Đồng Sơn", 6, ""),
        (
            "Trả lại hồ sơ",
            "Trần Thị Mỹ Hạnh",
            "Phó Trưởng phòng Nội vụ, huyện Gò Công Tây",
            11,
            "Bổ sung xác nhận của Mặt trận Tổ quốc xã.\nNêu rõ số tiền đã vận động.",
        ),
    ]
]
STEPS = [
    {"label": "Lập hồ sơ", "state": "done", "note": "04/11/2024"},
    {"label": "Thủ trưởng trình", "state": "done", "note": "06/11/2024"},
    {"label": "Thẩm định", "state": "now", "note": "hạn 20/11/2024"},
    {"label": "Hội đồng xét", "state": "next"},
    {"label": "Quyết định", "state": "next"},
]
TABS = [
    {"label": "Hồ sơ", "url": "#", "active": True, "count": None},
    {"label": "Minh chứng", "url": "#minh-chung", "active": False, "count": 3},
    {"label": "Nhật ký", "url": "#nhat-ky", "active": False, "count": 12},
]
FILES = [
    {"name": "Báo cáo thành tích.pdf", "url": "#", "meta": "PDF, 240 kB, Lê Thị Bông gửi 04/11/2024"},
    {"name": "Xác nhận của Mặt trận.jpg", "url": "#", "meta": "JPG, 1,2 MB", "delete_url": "#"},
]


@require_safe
def gallery(request):
    table = SampleTable(ROWS, request=request)
    table.paginator = Paginator(table.rows, 8)
    table.page = table.paginator.get_page(request.GET.get("page"))
    context = {
        "states": STATES.items(),
        "table": table,
        "filter_form": FilterForm(),
        "form": SampleForm(),
        "wrong_form": SampleForm({"sai-born_on": "31/02/2024", "sai-prize": "nhiều"}, prefix="sai"),
        "events": EVENTS,
        "steps": STEPS,
        "tabs": TABS,
        "files": FILES,
        "facts": [("Đơn vị trình", "Xã Đồng Sơn"), ("Hình thức đề nghị", "Giấy khen"), ("Năm sinh", None)],
        "icons": ["plan", "dossier", "star", "council", "decision", "register", "report", "paper", "number"],
    }
    return render(request, "portal/gallery.html", context)
