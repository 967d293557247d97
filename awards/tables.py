import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html

from awards.models import Annulment, AwardEntry, Decision, OpinionList, Session, SubmissionLetter
from core.returning import with_return
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn, chip
from core.templatetags.vietnamese import ngay_gio
from organizations.models import Role
from organizations.tables import UnitColumn

NOWRAP = {"th": {"class": "nowrap"}, "td": {"class": "nowrap"}}


class SessionTable(tables.Table):
    title = MainColumn(verbose_name="Phiên họp", order_by="title_key")
    unit = UnitColumn(verbose_name="Hội đồng", order_by="unit__name_key")
    held_at = tables.Column(verbose_name="Thời gian")
    items_count = NumberColumn(verbose_name="Hồ sơ")
    passed_count = NumberColumn(verbose_name="Thông qua")
    members_count = NumberColumn(verbose_name="Thành viên")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = Session
        fields = []

    def render_held_at(self, value):
        return ngay_gio(value)


class DecisionTable(tables.Table):
    number = tables.Column(verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP)
    title = MainColumn(verbose_name="Trích yếu", order_by="title_key")
    unit = UnitColumn(verbose_name="Cơ quan ban hành", order_by="unit__name_key")
    items_count = NumberColumn(verbose_name="Số đối tượng")
    issued_on = DayColumn(verbose_name="Ngày ban hành")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = Decision
        fields = []


class AnnulmentTable(tables.Table):
    number = tables.Column(verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP)
    title = MainColumn(verbose_name="Trích yếu", order_by="title_key")
    unit = UnitColumn(verbose_name="Cơ quan ban hành", order_by="unit__name_key")
    ground = tables.Column(verbose_name="Trường hợp")
    items_count = NumberColumn(verbose_name="Số đối tượng")
    issued_on = DayColumn(verbose_name="Ngày ban hành")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Annulment
        fields = []


class RegisterTable(tables.Table):
    name = MainColumn(verbose_name="Tên", order_by="name_key")
    description = tables.Column(verbose_name="Chức vụ, địa chỉ khi đó", orderable=False)
    award = tables.Column(verbose_name="Danh hiệu, hình thức", order_by=("award__rank", "award__code"))
    unit = UnitColumn(
        verbose_name="Đơn vị đề nghị", accessor="nomination__unit", order_by="nomination__unit__name_key"
    )
    number = tables.Column(
        verbose_name="Quyết định", accessor="decision__number", orderable=False, attrs=NOWRAP
    )
    awarded_on = DayColumn(verbose_name="Ngày")
    prize = NumberColumn(verbose_name="Tiền thưởng (đồng)")

    class Meta:
        model = AwardEntry
        fields = []

    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        self.printing = request.desk.offices(Role.STANDING, Role.CHAIRMAN, Role.CLERK)

    def render_award(self, record, value):
        """Marked where it no longer counts, with the way to what annulled it."""
        if not record.annulled_on:
            return value
        mark, paper = chip("annulled", "Đã hủy bỏ"), record.annulled_by
        if paper:
            address = with_return(paper.get_absolute_url(), self.request)
            mark = format_html('<a href="{}">{}</a>', address, mark)
        return format_html("{} {}", value, mark)

    def render_number(self, record, value):
        """With the way to its certificates, for the office that prints them."""
        if record.decision.unit_id not in self.printing:
            return value
        address = reverse("reports:certificates", args=[record.decision_id])
        link = '{}<span class="sub"><a href="{}">In giấy<span class="sr-only"> của {}</span></a></span>'
        return format_html(link, value, address, record.name)


class LetterTable(tables.Table):
    number = tables.Column(verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP)
    title = MainColumn(verbose_name="Trích yếu", order_by="title_key")
    unit = UnitColumn(verbose_name="Nơi gửi", order_by="unit__name_key")
    to_unit = UnitColumn(verbose_name="Nơi nhận", order_by="to_unit__name_key")
    items_count = NumberColumn(verbose_name="Hồ sơ")
    issued_on = DayColumn(verbose_name="Ngày gửi")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = SubmissionLetter
        fields = []


class OpinionTable(tables.Table):
    title = MainColumn(verbose_name="Danh sách", order_by="title_key")
    unit = UnitColumn(verbose_name="Cơ quan", order_by="unit__name_key")
    items_count = NumberColumn(verbose_name="Hồ sơ")
    opens_on = DayColumn(verbose_name="Từ ngày")
    closes_on = DayColumn(verbose_name="Đến hết ngày")
    remarks_count = NumberColumn(verbose_name="Ý kiến")
    waiting_count = NumberColumn(verbose_name="Chưa trả lời")
    status = StatusColumn(verbose_name="Trạng thái", attrs=NOWRAP)

    class Meta:
        model = OpinionList
        fields = []
