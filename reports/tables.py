import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html

from core.returning import with_return
from core.tables import DayColumn, MainColumn, NumberColumn, StatusColumn, chip
from core.templatetags.vietnamese import ngay_gio
from exemplars.models import Nomination
from organizations.tables import UnitColumn
from reports.figures import Outcome
from reports.models import Blank, MilestoneReview, Paper, ReviewPart

NOWRAP = {"th": {"class": "nowrap"}, "td": {"class": "nowrap"}}


class PaperTable(tables.Table):
    title = MainColumn(verbose_name="Văn bản", order_by="title_key")
    kind = tables.Column(verbose_name="Loại")
    unit = UnitColumn(verbose_name="Cơ quan", order_by="unit__name_key")
    draft = tables.Column(verbose_name="Tình trạng")
    pages = NumberColumn(verbose_name="Số trang")
    made_at = tables.Column(verbose_name="Lập lúc", attrs=NOWRAP)
    file = tables.Column(verbose_name="Tệp", orderable=False)

    class Meta:
        model = Paper
        fields = []

    def render_draft(self, record):
        return chip("draft" if record.says_draft else "issued", record.state)

    def render_made_at(self, value):
        return ngay_gio(value)

    def render_file(self, record):
        address = reverse("reports:paper-file", args=[record.pk])
        return format_html('<a href="{}">PDF<span class="sr-only"> {}</span></a>', address, record.title)


class ReviewTable(tables.Table):
    number = tables.Column(
        verbose_name="Số, ký hiệu", order_by=("issued_on", "number__number"), attrs=NOWRAP, default=""
    )
    title = MainColumn(verbose_name="Báo cáo", order_by="title_key")
    unit = UnitColumn(verbose_name="Cơ quan báo cáo", order_by="unit__name_key")
    milestone = tables.Column(verbose_name="Mốc", orderable=False)
    period_to = DayColumn(verbose_name="Số liệu đến")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = MilestoneReview
        fields = []


OUTCOME_CHIPS = {
    Outcome.AWARDED: "awarded",
    Outcome.UNDER_WAY: "running",
    Outcome.RETURNED: "returned",
    Outcome.INELIGIBLE: "bad",
    Outcome.NOT_PASSED: "bad",
    Outcome.DROPPED: "withdrawn",
}


class DossierTable(tables.Table):
    """The dossiers behind a figure, as they stood on the review's last day."""

    name = MainColumn(verbose_name="Đối tượng", order_by="name_key")
    kind = tables.Column(verbose_name="Loại", accessor="get_kind_display", order_by="kind")
    unit = UnitColumn(verbose_name="Đơn vị đề nghị", order_by="unit__name_key")
    award = tables.Column(verbose_name="Đề nghị", order_by=("award__rank", "award__code"), default="")
    arrived = DayColumn(verbose_name="Ngày đến")
    outcome = tables.Column(verbose_name="Kết quả khi đó")

    class Meta:
        model = Nomination
        fields = []

    def render_name(self, record):
        address = with_return(record.get_absolute_url(), self.request)
        return format_html('<a href="{}">{}</a>', address, record)

    def render_outcome(self, value):
        return chip(OUTCOME_CHIPS[value], Outcome(value).label)


class BlankTable(tables.Table):
    name = MainColumn(verbose_name="Phôi", order_by="name_key")
    unit = UnitColumn(verbose_name="Cơ quan", order_by="unit__name_key")
    sheet = tables.Column(verbose_name="Khổ giấy", attrs=NOWRAP)
    mode = tables.Column(verbose_name="Cách in")
    awards = tables.Column(verbose_name="Dùng cho", accessor="awards__all", orderable=False, empty_values=())

    class Meta:
        model = Blank
        fields = []

    def render_awards(self, value):
        return "; ".join(map(str, value)) or "Mọi danh hiệu, hình thức"


class PartTable(tables.Table):
    unit = MainColumn(verbose_name="Đơn vị", order_by="unit__name_key")
    review = tables.Column(verbose_name="Báo cáo", order_by="review__title_key")
    due_on = DayColumn(verbose_name="Hạn gửi")
    sent_on = DayColumn(verbose_name="Ngày gửi", default="")
    status = StatusColumn(verbose_name="Trạng thái")

    class Meta:
        model = ReviewPart
        fields = ["unit", "review", "due_on", "sent_on", "status"]
