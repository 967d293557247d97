"""Lists as XLSX: one resource for each, its columns in Vietnamese, dates as dates and money as numbers."""

import datetime
from decimal import Decimal
from itertools import chain

from django.utils import timezone
from import_export.fields import Field
from import_export.resources import Resource
from import_export.widgets import Widget
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from campaigns.models import AssignmentState
from exemplars.models import AdoptionStatus, Coverage, LearningEvent, NominationStatus, Sex, WorkerGroup
from law.models import MeritKind, SubjectKind

CHUNK = 2_000  # rows in memory at once
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "#")  # text that begins so may be taken for a formula
DAY, MOMENT, NUMBER = "dd/mm/yyyy", "hh:mm dd/mm/yyyy", "#,##0"


class AsIs(Widget):
    """Dates and numbers stay what they are; everything else becomes text."""

    def render(self, value, obj=None, **kwargs):
        if value is None or isinstance(value, int | Decimal | datetime.date):
            return value
        return str(value)


class Label(Widget):
    """The word for a stored choice; Django's own get_…_display costs three times as much a row."""

    def __init__(self, choices):
        super().__init__()
        self.labels = dict(choices.choices)

    def render(self, value, obj=None, **kwargs):
        return str(self.labels.get(value, ""))


def column(title, attribute):
    return Field(attribute=attribute, column_name=title, widget=AsIs())


def choice(title, attribute, choices):
    return Field(attribute=attribute, column_name=title, widget=Label(choices))


class PlanRows(Resource):
    number = column("Số, ký hiệu", "number_text")
    title = column("Trích yếu", "title")
    unit = column("Cơ quan ban hành", "unit__name")
    starts_on = column("Từ ngày", "starts_on")
    ends_on = column("Đến hết ngày", "ends_on")
    issued_on = column("Ngày ban hành", "issued_on")
    status = column("Trạng thái", "get_status_display")


class AssignmentRows(Resource):
    plan = column("Kế hoạch số", "plan__number_text")
    unit = column("Đơn vị chủ trì", "unit__name")
    task = column("Nhiệm vụ", "task")
    partners = column("Đơn vị phối hợp", "partners")
    milestone = column("Phục vụ mốc", "milestone__name")
    due_on = column("Hạn", "due_on")
    state = choice("Tình trạng", "state", AssignmentState)
    percent = column("Đã làm được (%)", "percent")
    last_word_on = column("Báo cáo gần nhất", "last_word_on")
    done_on = column("Hoàn thành ngày", "done_on")
    result = column("Kết quả", "result")
    answered_by = column("Kế hoạch thực hiện", "answered_by__number_text")


class MovementRows(Resource):
    name = column("Phong trào", "name")
    unit = column("Đơn vị phát động", "unit__name")
    mode = column("Hình thức", "get_mode_display")
    starts_on = column("Ngày phát động", "starts_on")
    ends_on = column("Ngày tổng kết", "ends_on")
    slogan = column("Khẩu hiệu", "slogan")


class ClusterRows(Resource):
    name = column("Cụm, khối thi đua", "cluster__name")
    kind = column("Loại", "cluster__get_kind_display")
    year = column("Năm", "year")
    office = column("Cơ quan tổ chức", "cluster__office__name")
    leader = column("Đơn vị trưởng", "leader_name")
    members = column("Số thành viên", "member_count")
    signed_on = column("Ngày ký giao ước", "signed_on")
    status = column("Trạng thái", "get_status_display")


class ClusterResultRows(Resource):
    unit = column("Đơn vị", "unit__name")
    cluster = column("Cụm, khối thi đua", "cluster_year__cluster__name")
    year = column("Năm", "cluster_year__year")
    seat = column("Vai trò", "get_seat_display")
    total = column("Tổng điểm", "total")
    rank = column("Hạng", "rank")
    tie_note = column("Khi bằng điểm", "tie_note")


class NominationRows(Resource):
    name = column("Đối tượng", "name")
    kind = choice("Loại", "kind", SubjectKind)
    description = column("Chức vụ, địa chỉ", "description")
    sex = choice("Giới tính", "sex", Sex)
    worker_group = choice("Nhóm công tác", "worker_group", WorkerGroup)
    unit = column("Đơn vị đề nghị", "unit__name")
    award = column("Danh hiệu, hình thức đề nghị", "award__name")
    plan = column("Kế hoạch", "plan__title")
    year = column("Năm xét", "year")
    submitted_on = column("Ngày trình", "submitted_on")
    due_on = column("Hạn xử lý", "due_on")
    holder = column("Nơi đang xử lý", "holder__name")
    status = choice("Trạng thái", "status", NominationStatus)


class ExemplarRows(Resource):
    title = column("Điển hình", "title")
    subject = column("Đối tượng", "subject__name")
    kind = column("Loại", "subject__get_kind_display")
    unit = column("Đơn vị theo dõi", "unit__name")
    field = column("Lĩnh vực", "field__name")
    about = column("Loại điển hình", "get_about_display")
    movement = column("Phong trào", "movement__name")
    plan = column("Kế hoạch", "plan__title")
    year = column("Năm đăng ký", "year")
    found_on = column("Ngày phát hiện", "found_on")
    status = column("Giai đoạn", "get_status_display")
    moved_on = column("Từ ngày", "moved_on")
    cost = column("Kinh phí (đồng)", "cost_dong")
    last_seen = column("Lần gần nhất có tin", "last_seen")
    last_total = column("Điểm đánh giá gần nhất", "last_total")


class VisitRows(Resource):
    exemplar = column("Điển hình", "exemplar__title")
    subject = column("Đối tượng", "subject")
    unit = column("Đơn vị theo dõi", "exemplar__unit__name")
    round = column("Đợt kiểm tra", "round__name")
    planned_on = column("Ngày dự kiến", "planned_on")
    visited_at = column("Đã đến lúc", "visited_at")
    place = column("Địa điểm", "place")
    verdict = column("Kết luận", "get_verdict_display")
    recommendations = column("Kiến nghị", "recommendations")
    status = column("Trạng thái", "get_status_display")


class AdoptionRows(Resource):
    name = column("Nơi làm theo", "name")
    unit = column("Đơn vị", "unit__name")
    source = column("Điển hình được làm theo", "source__title")
    subject = column("Của", "source__subject__name")
    since = column("Từ ngày", "since")
    effect = column("Hiệu quả", "effect")
    status = choice("Tình trạng", "status", AdoptionStatus)


class LearningRows(Resource):
    title = column("Nội dung", "title")
    kind = choice("Hình thức", "kind", LearningEvent.Kind)
    held_on = column("Ngày", "held_on")
    place = column("Địa điểm", "place")
    unit = column("Đơn vị tổ chức", "unit__name")
    attendance = column("Số người dự", "attendance")
    plan = column("Kế hoạch", "plan__title")
    result = column("Kết quả", "result")


class CoverageRows(Resource):
    title = column("Nội dung", "title")
    kind = choice("Thể loại", "kind", Coverage.Kind)
    outlet = column("Báo, đài, trang", "outlet")
    published_on = column("Ngày đăng, phát", "published_on")
    reach = column("Số lượt đọc, nghe, xem", "reach")
    link = column("Địa chỉ trên mạng", "link")
    unit = column("Đơn vị ghi nhận", "unit__name")
    plan = column("Kế hoạch", "plan__title")


class SessionRows(Resource):
    title = column("Phiên họp", "title")
    unit = column("Hội đồng", "unit__name")
    held_at = column("Thời gian", "held_at")
    place = column("Địa điểm", "place")
    items = column("Số hồ sơ", "items_count")
    passed = column("Thông qua", "passed_count")
    members = column("Thành viên", "members_count")
    status = column("Trạng thái", "get_status_display")


class DecisionRows(Resource):
    number = column("Số, ký hiệu", "number_text")
    title = column("Trích yếu", "title")
    unit = column("Cơ quan ban hành", "unit__name")
    merit = column("Loại hình khen thưởng", "get_merit_display")
    items = column("Số đối tượng", "items_count")
    issued_on = column("Ngày ban hành", "issued_on")
    signatory = column("Người ký", "signatory")
    status = column("Trạng thái", "get_status_display")


class AnnulmentRows(Resource):
    number = column("Số, ký hiệu", "number_text")
    title = column("Trích yếu", "title")
    unit = column("Cơ quan ban hành", "unit__name")
    decision = column("Quyết định bị hủy bỏ", "decision__reference")
    ground = column("Trường hợp", "get_ground_display")
    reasons = column("Lý do", "reasons")
    items = column("Số đối tượng", "items_count")
    issued_on = column("Ngày ban hành", "issued_on")
    signatory = column("Người ký", "signatory")
    status = column("Trạng thái", "get_status_display")


class RegisterRows(Resource):
    name = column("Tên", "name")
    description = column("Chức vụ, địa chỉ khi đó", "description")
    kind = choice("Loại đối tượng", "subject__kind", SubjectKind)
    award = column("Danh hiệu, hình thức", "award__name")
    merit = choice("Loại hình", "merit", MeritKind)
    unit = column("Đơn vị đề nghị", "nomination__unit__name")
    decision = column("Quyết định số", "decision__number_text")
    awarded_on = column("Ngày quyết định", "awarded_on")
    period_from = column("Thành tích từ ngày", "period_from")
    period_to = column("Đến hết ngày", "period_to")
    prize = column("Tiền thưởng (đồng)", "prize")
    annulled_on = column("Hủy bỏ ngày", "annulled_on")
    annulled_by = column("Quyết định hủy bỏ số", "annulled_by__number_text")


class ConferenceRows(Resource):
    name = column("Hội nghị", "name")
    unit = column("Cơ quan tổ chức", "unit__name")
    starts_at = column("Bắt đầu", "starts_at")
    place = column("Địa điểm", "place")
    plan = column("Kế hoạch", "plan__title")
    above = column("Tiến tới hội nghị", "above__name")
    delegates = column("Số đại biểu", "delegates_count")
    status = column("Trạng thái", "get_status_display")


class DelegateRows(Resource):
    name = column("Đại biểu", "name")
    sex = choice("Giới tính", "sex", Sex)
    position = column("Chức vụ, nơi công tác, địa chỉ", "position")
    represents = column("Đại diện cho", "represents")
    unit = column("Đơn vị cử", "unit__name")
    seat = column("Thành phần", "get_seat_display")
    standard = column("Tiêu chuẩn", "get_standard_display")
    ground = column("Căn cứ", "ground")
    conference = column("Hội nghị", "conference__name")
    status = column("Trạng thái", "get_status_display")


class OpinionRows(Resource):
    title = column("Danh sách", "title")
    unit = column("Cơ quan lấy ý kiến", "unit__name")
    items_count = column("Số hồ sơ", "items_count")
    opens_on = column("Công khai từ ngày", "opens_on")
    closes_on = column("Đến hết ngày", "closes_on")
    remarks_count = column("Số ý kiến", "remarks_count")
    status = column("Trạng thái", "get_status_display")


class LetterRows(Resource):
    number = column("Số, ký hiệu", "number_text")
    title = column("Trích yếu", "title")
    unit = column("Nơi gửi", "unit__name")
    to_unit = column("Nơi nhận", "to_unit__name")
    items = column("Số hồ sơ", "items_count")
    issued_on = column("Ngày gửi", "issued_on")
    status = column("Trạng thái", "get_status_display")


class ReviewRows(Resource):
    number = column("Số, ký hiệu", "number_text")
    title = column("Báo cáo", "title")
    unit = column("Cơ quan báo cáo", "unit__name")
    milestone = column("Mốc", "milestone__name")
    period_from = column("Số liệu từ ngày", "period_from")
    period_to = column("Đến hết ngày", "period_to")
    issued_on = column("Ngày ban hành", "issued_on")
    status = column("Trạng thái", "get_status_display")


class ContestRows(Resource):
    name = column("Cuộc thi", "name")
    edition = column("Lần, thời gian", "edition")
    unit = column("Cơ quan tổ chức", "unit__name")
    opens_on = column("Nhận bài từ ngày", "opens_on")
    closes_on = column("Đến hết ngày", "closes_on")
    entries = column("Số bài dự thi", "entries_count")
    status = column("Trạng thái", "get_status_display")


class EntryRows(Resource):
    code = column("Mã bài", "code")
    title = column("Tên bài", "title")
    hero = column("Viết về", "hero")
    unit = column("Nơi cư trú, công tác", "unit__name")
    author = column("Người viết", "author")
    contact = column("Liên hệ", "contact")
    words = column("Số chữ", "words")
    sent_at = column("Gửi lúc", "sent_at")
    status = column("Trạng thái", "get_status_display")
    prize = column("Giải thưởng", "prize")


class PartRows(Resource):
    unit = column("Đơn vị", "unit__name")
    review = column("Báo cáo", "review__title")
    due_on = column("Hạn gửi", "due_on")
    sent_on = column("Ngày gửi", "sent_on")
    status = column("Trạng thái", "get_status_display")
    remarks = column("Số liệu đơn vị đếm khác", "remarks")


class PaperRows(Resource):
    title = column("Văn bản", "title")
    kind = column("Loại", "get_kind_display")
    unit = column("Cơ quan", "unit__name")
    state = column("Tình trạng", "state")
    pages = column("Số trang", "pages")
    made_at = column("Lập lúc", "made_at")
    asked_by = column("Người yêu cầu", "asked_by__full_name")
    sha256 = column("SHA-256", "sha256")


class UnitRows(Resource):
    code = column("Mã", "code")
    name = column("Tên đơn vị", "name")
    kind = column("Loại", "get_kind_display")
    parent = column("Trực thuộc", "parent_name")
    starts_on = column("Tồn tại từ ngày", "starts_on")
    ends_on = column("Đến hết ngày", "ends_on")
    issuer = column("Tên ghi trên văn bản", "issuer")


class NumberRows(Resource):
    """The register of outgoing papers: the columns of Nghị định 30/2020/NĐ-CP, Phụ lục IV, then our own."""

    number = column("Số, ký hiệu văn bản", "text")
    issued_on = column("Ngày, tháng văn bản", "issued_on")
    title = column("Tên loại và trích yếu nội dung văn bản", "described")
    signatory = column("Người ký", "signatory")
    recipients = column("Nơi nhận văn bản", "recipients")
    kept_by = column("Đơn vị, người nhận bản lưu", "kept_by")
    copies = column("Số lượng bản", "copies")
    remarks = column("Ghi chú", "remarks_text")
    unit = column("Cơ quan", "series__unit__name")
    status = column("Trạng thái", "get_status_display")
    taken_by = column("Người cấp số", "taken_by__full_name")
    taken_at = column("Cấp lúc", "taken_at")


# --- Writing ----------------------------------------------------------------------------------------


def write_sheet(resource, queryset, file, *, title):
    """One sheet of all rows of the queryset, of which never more than CHUNK are in memory."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    headings = ["STT", *resource.get_export_headers()]
    _set_widths(sheet, headings)
    sheet.append([_heading(sheet, text) for text in headings])
    for place, row in enumerate(queryset.iterator(chunk_size=CHUNK), start=1):
        sheet.append([_cell(sheet, value) for value in chain([place], resource.export_resource(row))])
    book.save(file)


def _set_widths(sheet, headings):
    for place, text in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = 6 if place == 1 else max(14, len(text) + 4)


def _heading(sheet, text):
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet, value):
    """Plain values go in as they are, which is faster; only what needs a format becomes a cell."""
    if isinstance(value, datetime.datetime):
        return _formatted(sheet, timezone.make_naive(value), MOMENT)
    if isinstance(value, datetime.date):
        return _formatted(sheet, value, DAY)
    if isinstance(value, int) and value > 9_999:  # amounts; years have no dot
        return _formatted(sheet, value, NUMBER)
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return _quoted(sheet, value)
    return value


def _formatted(sheet, value, number_format):
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = number_format
    return cell


def _quoted(sheet, text):
    """The text as it is, in a cell that stays text when somebody edits it: no formula and no error value."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type, cell.quotePrefix = "s", True
    return cell
