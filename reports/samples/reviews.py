"""The reviews of a district and what a commune sends for them, with invented figures."""

import datetime
from dataclasses import replace

from core.templatetags.vietnamese import so
from reports import charts
from reports.charts import Chart, Series
from reports.papers.document import (
    Annex,
    Bullet,
    Column,
    Document,
    Figure,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Part,
    Section,
    Signature,
    Title,
    table,
)
from reports.samples.issued import CHAIRMAN, ISSUED_BY, letterhead

BY_UNIT = Chart(
    "Số điển hình tiên tiến theo đơn vị",
    ("Xã Đồng Thạnh", "Xã Bình Nhì", "Thị trấn Vĩnh Bình", "Phòng Giáo dục và Đào tạo (các trường học)"),
    (
        Series("Cá nhân", (18, 12, 15, 31)),
        Series("Tập thể", (6, 5, 4, 12)),
        Series("Hộ gia đình", (9, 11, 7, 0)),
    ),
    "điển hình",
)
BY_YEAR = Chart(
    "Số hồ sơ được khen thưởng qua các năm",
    ("2021", "2022", "2023"),
    (Series("Hồ sơ", (34, 58, 71)),),
    "hồ sơ",
)
COLUMNS = (
    Column("STT", 8, "center"),
    Column("Đơn vị", 32),
    Column("Cá nhân", 12, "right", over="Đề nghị"),
    Column("Tập thể", 12, "right", over="Đề nghị"),
    Column("Cá nhân", 12, "right", over="Được khen"),
    Column("Tập thể", 12, "right", over="Được khen"),
    Column("Tỷ lệ", 12, "right"),
)
ROWS = [
    (str(place), unit, str(20 + place), str(5 + place), str(15 + place), str(4 + place), "79,5%")
    for place, unit in enumerate(
        ("Xã Đồng Thạnh", "Xã Bình Nhì", "Thị trấn Vĩnh Bình", "Xã Long Bình"), start=1
    )
]


def review(kind_subject="Sơ kết phong trào thi đua xây dựng điển hình tiên tiến giai đoạn 2021 - 2023"):
    """Báo cáo sơ kết with figures and drawings."""
    return Document(
        letterhead("BC-UBND", 312, datetime.date(2023, 6, 20)),
        Title("BÁO CÁO", kind_subject),
        (*_done(), *_found(), *_rewarded(), *_ahead()),
        ISSUED_BY,
        signatures=(CHAIRMAN,),
        addressees=("Ủy ban nhân dân tỉnh Tiền Giang", "Hội đồng Thi đua - Khen thưởng tỉnh Tiền Giang"),
        recipients=("Như trên", "Thường trực Huyện ủy", "Lưu: VT, NV"),
        annexes=(
            Annex("Số liệu chi tiết theo đơn vị", (table(COLUMNS, ROWS),), landscape=True),
            Annex(
                "Biểu đồ so sánh",
                (
                    Figure(charts.bars(BY_UNIT, charts.PAPER_FONT), "Biểu đồ 3. So sánh theo đối tượng"),
                    _numbers(BY_UNIT, "Đơn vị", "Bảng 4. So sánh theo đối tượng"),
                ),
            ),
        ),
    )


def _done():
    return (
        Part("Phần thứ nhất", "Tình hình và kết quả thực hiện"),
        Section("I", "Công tác lãnh đạo, chỉ đạo"),
        Paragraph(
            "Ủy ban nhân dân huyện đã ban hành Kế hoạch số 197/KH-UBND ngày 22 tháng 9 năm 2021 và phân "
            "công từng phòng, ban theo dõi; 13/13 xã, thị trấn xây dựng kế hoạch của địa phương mình và "
            "đăng ký điển hình tiên tiến ngay trong quý IV năm 2021."
        ),
        Section("II", "Công tác phát động, tuyên truyền"),
        Paragraph(
            "Đài truyền thanh huyện và cơ sở phát 146 tin, bài về gương người tốt, việc tốt; mỗi khối thi"
            " đua tổ chức ít nhất một buổi giao lưu, chia sẻ kinh nghiệm trong năm."
        ),
    )


def _found():
    return (
        Section("III", "Kết quả phát hiện, bồi dưỡng, nhân rộng"),
        Heading("1", "Theo đơn vị"),
        Paragraph(
            "Đến ngày 15 tháng 6 năm 2023, toàn huyện có 130 điển hình tiên tiến, tập trung ở các trường "
            "học và ba xã."
        ),
        Figure(charts.stacked_bars(BY_UNIT, charts.PAPER_FONT), "Biểu đồ 1. Điển hình tiên tiến theo đơn vị"),
        _numbers(BY_UNIT, "Đơn vị", "Bảng 1. Điển hình tiên tiến theo đơn vị"),
        Heading("2", "Theo từng năm"),
        Paragraph(
            "Số hồ sơ được khen thưởng tăng đều qua các năm, trong đó người trực tiếp lao động chiếm 64,2%."
        ),
        Figure(charts.lines(BY_YEAR, charts.PAPER_FONT), "Biểu đồ 2. Hồ sơ được khen thưởng"),
        _numbers(BY_YEAR, "Năm", "Bảng 2. Hồ sơ được khen thưởng qua các năm"),
    )


def _rewarded():
    return (
        Section("IV", "Kết quả khen thưởng"),
        table(
            COLUMNS,
            ROWS,
            total=("", "Tổng cộng", "90", "30", "70", "26", "80,0%"),
            caption="Bảng 3. Số đề nghị và số được khen thưởng",
        ),
        Section("V", "Hạn chế và nguyên nhân"),
        Bullet("Một số đơn vị đăng ký điển hình còn chậm; hồ sơ thiếu minh chứng, phải bổ sung nhiều lần."),
        Bullet("Nguyên nhân chủ yếu là cán bộ kiêm nhiệm, việc hướng dẫn tại cơ sở chưa thường xuyên."),
    )


def _ahead():
    return (
        Part("Phần thứ hai", "Phương hướng, nhiệm vụ đến năm 2025"),
        Item(
            "1.",
            "Tiếp tục bồi dưỡng các điển hình đã đăng ký, mỗi xã, thị trấn có thêm ít nhất hai mô hình mới.",
        ),
        Item(
            "2.",
            "Kiểm tra việc thực hiện tại cơ sở mỗi năm một lần, kịp thời khen thưởng điển hình đột xuất.",
        ),
        Paragraph(
            "Trên đây là báo cáo của Ủy ban nhân dân huyện Gò Công Tây, kính trình Ủy ban nhân dân tỉnh "
            "xem xét, chỉ đạo."
        ),
    )


def _numbers(chart, head, caption):
    """The figures that the chart above shows."""
    columns = (Column("STT", 8, "center"), Column(head, 44))
    columns += tuple(Column(series.name, 48 // len(chart.series), "right") for series in chart.series)
    values = zip(*(series.values for series in chart.series), strict=True)
    rows = [
        (str(place), name, *map(so, figures))
        for place, (name, figures) in enumerate(zip(chart.categories, values, strict=True), start=1)
    ]
    return table(columns, rows, caption=caption)


def final_review():
    """Báo cáo tổng kết, of a commune in a city whose name makes the date line long."""
    report = review("Tổng kết phong trào thi đua xây dựng điển hình tiên tiến giai đoạn 2021 - 2025")
    head = Letterhead(
        "ỦY BAN NHÂN DÂN\nPHƯỜNG TĂNG NHƠN PHÚ",
        "BC-UBND",
        number=9,
        place="Thành phố Hồ Chí Minh",
        date=datetime.date(2025, 12, 2),
    )
    return replace(report, letterhead=head, issued_by="Ủy ban nhân dân phường Tăng Nhơn Phú")


def part():
    """Báo cáo của đơn vị, that a commune sends for the review of the district."""
    head = Letterhead(
        "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG THẠNH",
        "BC-UBND",
        place="Đồng Thạnh",
        date=datetime.date(2023, 5, 12),
    )
    columns = (Column("STT", 10, "center"), Column("Kết quả", 60), Column("Số hồ sơ", 30, "right"))
    rows = [("1", "Được khen thưởng", "17"), ("2", "Đang xét", "4")]
    return Document(
        head,
        Title("BÁO CÁO", "Sơ kết việc thực hiện Kế hoạch xây dựng và nhân rộng điển hình tiên tiến"),
        (
            Paragraph(
                "Thực hiện Kế hoạch số 197/KH-UBND ngày 22/9/2021 của Ủy ban nhân dân huyện Gò Công Tây, "
                "Ủy ban nhân dân xã Đồng Thạnh báo cáo kết quả đến hết ngày 31/5/2023 như sau:"
            ),
            Section("I", "Số liệu"),
            table(columns, rows, total=("", "Tổng số", "21")),
            Section("II", "Phát hiện, bồi dưỡng, nhân rộng"),
            Bullet("Hai mô hình được ba ấp học tập, làm theo; mười một hộ tham gia."),
            Paragraph("Ủy ban nhân dân xã Đồng Thạnh kính báo cáo Ủy ban nhân dân huyện tổng hợp"),
        ),
        "Ủy ban nhân dân xã Đồng Thạnh",
        (Signature("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Ngô Thị Thanh Vân"),),
        addressees=("Ủy ban nhân dân huyện Gò Công Tây",),
        recipients=("Như trên", "Lưu: VT"),
    )
