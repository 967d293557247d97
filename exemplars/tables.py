import django_tables2 as tables
from django.utils.html import format_html, format_html_join

from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn, chip
from core.templatetags.vietnamese import ngay
from exemplars.models import (
    Adoption,
    Coverage,
    Exemplar,
    InspectionRound,
    LearningEvent,
    Nomination,
    NominationStatus,
    Visit,
)
from organizations.models import Role
from organizations.tables import UnitColumn

WIDE = {"td": {"class": "cell-wide"}}
TO_RECEIVE = (NominationStatus.SUBMITTED, NominationStatus.FORWARDED)


def with_sub(main, sub):
    return format_html('{}<span class="sub">{}</span>', main, sub) if sub else main


class NominationTable(tables.Table):
    pick = tables.Column(
        empty_values=(), orderable=False, verbose_name="Chọn", attrs={"td": {"class": "pick"}}
    )
    name = MainColumn(verbose_name="Đối tượng", order_by="name_key")
    award = tables.Column(verbose_name="Đề nghị", order_by="award__rank", empty_values=(), attrs=WIDE)
    unit = UnitColumn(verbose_name="Đơn vị đề nghị", order_by="unit__name_key", attrs=WIDE)
    submitted_on = DayColumn(verbose_name="Ngày trình")
    status = StatusColumn(verbose_name="Trạng thái")
    due_on = DayColumn(verbose_name="Hạn xử lý")

    class Meta:
        model = Nomination
        fields = ["pick", "name", "award", "unit", "submitted_on", "status", "due_on"]

    def render_pick(self, record):
        if record.status not in TO_RECEIVE or record.holder_id not in self._offices:
            return ""
        return format_html(
            '<input class="check" type="checkbox" name="nomination" form="batch" value="{}"'
            ' aria-label="Chọn {}">',
            record.pk,
            record,
        )

    @property
    def _offices(self):
        return self.request.desk.offices(Role.STANDING)

    def render_name(self, value, record, column):
        link = MainColumn.render(column, str(record), record, self)
        return with_sub(link, record.description)

    def render_award(self, record):
        return with_sub(record.award or "chưa chọn", record.year and f"năm {record.year}")

    def render_status(self, record):
        held = record.status not in (NominationStatus.DRAFT, NominationStatus.READY) and record.holder
        return with_sub(chip(record.status, record.get_status_display()), held)

    def render_due_on(self, record):
        left = record.days_left
        if left is None:
            return ngay(record.due_on)
        return format_html('{}<span class="sub{}">{}</span>', ngay(record.due_on), *days_left_words(left))


def days_left_words(left):
    """(class, words) for the days left until an answer is due."""
    if left < 0:
        return " overdue", f"quá hạn {-left} ngày"
    return "", f"còn {left} ngày" if left else "hạn hôm nay"


class ExemplarTable(tables.Table):
    title = MainColumn(verbose_name="Mô hình, việc làm tiêu biểu", order_by="title_key")
    subject = tables.Column(verbose_name="Đối tượng", order_by="subject__name_key")
    unit = UnitColumn(verbose_name="Đơn vị theo dõi", order_by="unit__name_key")
    field = tables.Column(verbose_name="Lĩnh vực", order_by="field__order", default="")
    year = tables.Column(verbose_name="Năm", attrs={"td": {"class": "num"}, "th": {"class": "num"}})
    status = StatusColumn(verbose_name="Giai đoạn")

    class Meta:
        model = Exemplar
        fields = ["title", "subject", "unit", "field", "year", "status"]

    def render_status(self, record):
        signs = format_html_join(" ", '<span class="chip chip-{}">{}</span>', record.signs)
        return with_sub(chip(record.status, record.get_status_display()), signs)


class RoundTable(tables.Table):
    name = MainColumn(verbose_name="Đợt kiểm tra", order_by="name_key")
    unit = UnitColumn(verbose_name="Cơ quan", order_by="unit__name_key")
    starts_on = DayColumn(verbose_name="Từ ngày")
    ends_on = DayColumn(verbose_name="Đến ngày")
    visits_count = NumberColumn(verbose_name="Số chuyến")
    recorded_count = NumberColumn(verbose_name="Có biên bản")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = InspectionRound
        fields = ["name", "unit", "starts_on", "ends_on", "visits_count", "recorded_count", "status"]


class VisitTable(tables.Table):
    exemplar = MainColumn(verbose_name="Điển hình", order_by="exemplar__title_key")
    unit = UnitColumn(verbose_name="Đơn vị", accessor="exemplar__unit", order_by="exemplar__unit__name_key")
    round = tables.Column(verbose_name="Đợt", order_by="round__name_key", attrs=WIDE)
    planned_on = DayColumn(verbose_name="Dự kiến")
    visited_at = DayColumn(verbose_name="Đã đi", default="")
    verdict = tables.Column(verbose_name="Kết luận", default="")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = Visit
        fields = ["exemplar", "unit", "round", "planned_on", "visited_at", "verdict", "status"]

    def render_exemplar(self, value, record, column):
        return with_sub(MainColumn.render(column, value, record, self), record.exemplar.subject)

    def render_verdict(self, record):
        return chip(record.verdict, record.get_verdict_display())


class AdoptionTable(tables.Table):
    name = MainColumn(verbose_name="Nơi làm theo", order_by="name_key", empty_values=())
    source = tables.Column(verbose_name="Làm theo điển hình", order_by="source__title_key", attrs=WIDE)
    unit = UnitColumn(verbose_name="Đơn vị", order_by="unit__name_key")
    since = DayColumn(verbose_name="Từ ngày")
    status = StatusColumn(verbose_name="Tình trạng")

    class Meta:
        model = Adoption
        fields = ["name", "source", "unit", "since", "status"]


class LearningTable(tables.Table):
    title = MainColumn(verbose_name="Nội dung", order_by="title_key")
    kind = tables.Column(verbose_name="Hình thức")
    unit = UnitColumn(verbose_name="Đơn vị tổ chức", order_by="unit__name_key")
    place = tables.Column(verbose_name="Địa điểm")
    held_on = DayColumn(verbose_name="Ngày")
    attendance = NumberColumn(verbose_name="Số người dự")

    class Meta:
        model = LearningEvent
        fields = ["title", "kind", "unit", "place", "held_on", "attendance"]


class CoverageTable(tables.Table):
    title = MainColumn(verbose_name="Nội dung", order_by="title_key")
    kind = tables.Column(verbose_name="Thể loại")
    outlet = tables.Column(verbose_name="Báo, đài, trang")
    published_on = DayColumn(verbose_name="Ngày đăng, phát")
    reach = NumberColumn(verbose_name="Lượt tiếp cận", default="")

    class Meta:
        model = Coverage
        fields = ["title", "kind", "outlet", "published_on", "reach"]
