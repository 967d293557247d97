import django_tables2 as tables

from awards.models import AwardEntry, Decision, Session, SubmissionLetter
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn
from core.templatetags.vietnamese import ngay_gio

NOWRAP = {"th": {"class": "nowrap"}, "td": {"class": "nowrap"}}


class SessionTable(tables.Table):
    title = MainColumn(verbose_name="Phiên họp", order_by="title_key")
    unit = tables.Column(verbose_name="Hội đồng", order_by="unit__name_key")
    held_at = tables.Column(verbose_name="Thời gian")
    items_count = NumberColumn(verbose_name="Hồ sơ")
    passed_count = NumberColumn(verbose_name="Thông qua")
    members_count = NumberColumn(verbose_name="Thành viên")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Session
        fields = []

    def render_held_at(self, value):
        return ngay_gio(value)


class DecisionTable(tables.Table):
    number = tables.Column(verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP)
    title = MainColumn(verbose_name="Trích yếu", order_by="title_key")
    unit = tables.Column(verbose_name="Cơ quan ban hành", order_by="unit__name_key")
    items_count = NumberColumn(verbose_name="Số đối tượng")
    issued_on = DayColumn(verbose_name="Ngày ban hành")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Decision
        fields = []


class RegisterTable(tables.Table):
    name = MainColumn(verbose_name="Tên", order_by="name_key")
    description = tables.Column(verbose_name="Chức vụ, địa chỉ khi đó", orderable=False)
    award = tables.Column(verbose_name="Danh hiệu, hình thức", order_by=("award__rank", "award__code"))
    unit = tables.Column(
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


class LetterTable(tables.Table):
    number = tables.Column(verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP)
    title = MainColumn(verbose_name="Trích yếu", order_by="title_key")
    unit = tables.Column(verbose_name="Nơi gửi", order_by="unit__name_key")
    to_unit = tables.Column(verbose_name="Nơi nhận", order_by="to_unit__name_key")
    items_count = NumberColumn(verbose_name="Hồ sơ")
    issued_on = DayColumn(verbose_name="Ngày gửi")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = SubmissionLetter
        fields = []
