import django_tables2 as tables
from django.utils.html import format_html

from campaigns.models import Assignment, ClusterMember, ClusterYear, Movement, Plan
from campaigns.reading import assignment_stand
from core.calendar import short_date
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn
from core.templatetags.vietnamese import ngay
from organizations.tables import UnitColumn

NOWRAP = {"th": {"class": "nowrap"}, "td": {"class": "nowrap"}}


class PlanTable(tables.Table):
    title = MainColumn(verbose_name="Kế hoạch", order_by="title_key")
    reference = tables.Column(verbose_name="Số, ngày ban hành", order_by=("issued_on", "number__number"))
    unit = UnitColumn(verbose_name="Cơ quan ban hành", order_by="unit__name_key")
    years = tables.Column(verbose_name="Giai đoạn", order_by=("starts_on", "ends_on"), attrs=NOWRAP)
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = Plan
        fields = ["title", "reference", "unit", "years", "status"]

    def render_reference(self, record):
        if not record.number_text:
            return ""
        number = record.number_text
        return format_html(
            '<span><span class="{}">{}</span> <span class="nowrap">ngày {}</span></span>',
            "" if " " in number else "nowrap",  # 156/KH-UBND stays whole, words that stand for it do not
            number,
            short_date(record.issued_on),
        )


class MovementTable(tables.Table):
    name = MainColumn(verbose_name="Phong trào", order_by="name_key")
    unit = UnitColumn(verbose_name="Đơn vị phát động", order_by="unit__name_key")
    mode = tables.Column(verbose_name="Hình thức")
    period = tables.Column(verbose_name="Thời gian", order_by="starts_on")
    plan_count = NumberColumn(verbose_name="Kế hoạch")

    class Meta:
        model = Movement
        fields = ["name", "unit", "mode", "period", "plan_count"]


class ClusterTable(tables.Table):
    cluster = MainColumn(verbose_name="Cụm, khối thi đua", order_by="cluster__name_key")
    year = tables.Column(verbose_name="Năm", attrs=NOWRAP)
    leader_name = UnitColumn(verbose_name="Đơn vị trưởng", orderable=False, default="chưa chọn")
    member_count = NumberColumn(verbose_name="Thành viên")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = ClusterYear
        fields = ["cluster", "year", "leader_name", "member_count", "status"]


class ClusterResultTable(tables.Table):
    unit = MainColumn(verbose_name="Đơn vị", order_by="unit__name_key")
    cluster_year = tables.Column(
        verbose_name="Cụm, khối, năm", order_by=("-cluster_year__year", "cluster_year__cluster__name_key")
    )
    total = NumberColumn(verbose_name="Tổng điểm")
    rank = NumberColumn(verbose_name="Hạng")
    tie_note = tables.Column(verbose_name="Khi bằng điểm", orderable=False, default="")

    class Meta:
        model = ClusterMember
        fields = ["unit", "cluster_year", "total", "rank", "tie_note"]
        order_by = ("-cluster_year", "rank")


class AssignmentTable(tables.Table):
    """Rows of `with_state`; `deadlines` counts their days."""

    task = MainColumn(verbose_name="Nhiệm vụ", orderable=False)
    unit = UnitColumn(verbose_name="Đơn vị chủ trì", order_by="unit__name_key")
    plan = tables.Column(verbose_name="Kế hoạch", accessor="plan__number_text", orderable=False)
    due_on = tables.Column(verbose_name="Hạn", empty_values=(), attrs=NOWRAP)
    state = StatusColumn(verbose_name="Tình trạng", attrs=NOWRAP)
    last_word_on = DayColumn(verbose_name="Tin gần nhất", default="chưa có")

    class Meta:
        model = Assignment
        fields = ["task", "unit", "plan", "due_on", "state", "last_word_on"]

    def __init__(self, *args, deadlines, **kwargs):
        super().__init__(*args, **kwargs)
        self.deadlines = deadlines

    def render_due_on(self, record):
        if record.due_on is None:
            return "thường xuyên"
        _state, _label, days = assignment_stand(record, self.deadlines)
        return format_html('{}<span class="sub">{}</span>', ngay(record.due_on), days)

    def render_last_word_on(self, record):
        percent = f"{record.percent}%" if record.percent is not None else ""
        return format_html('{}<span class="sub">{}</span>', ngay(record.last_word_on), percent)
