"""The papers with which a district's plan goes its way, in their own words and with invented people."""

import datetime
from dataclasses import replace

from reports.papers.document import (
    Annex,
    Article,
    Bullet,
    Column,
    Document,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    ScoreLine,
    Section,
    Signature,
    Title,
    grouped_table,
    table,
)

COMMITTEE = "ỦY BAN NHÂN DÂN\nHUYỆN GÒ CÔNG TÂY"
COUNCIL = "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG"
CHAIRMAN = Signature("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Nguyễn Văn Quý")
DEPUTY = Signature("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Trần Thị Ngọc Hương")
ISSUED_BY = "Ủy ban nhân dân huyện Gò Công Tây"
LAW = "Căn cứ Luật Thi đua, khen thưởng"

NAMES = (
    ("1", "Lê Thị Kim Ngân", "Giáo viên Trường Tiểu học Vĩnh Bình 1", "Giấy khen"),
    ("2", "Huỳnh Phước Hậu", "Trưởng ấp Bình Đông, xã Bình Nhì", "Giấy khen"),
    ("3", "Đặng Thị Mỹ Duyên", "Chi hội trưởng Phụ nữ ấp Hòa Thân, xã Vĩnh Hựu", "Giấy khen"),
)
UNITS = (
    ("1", "Ấp Thạnh Hưng", "Xã Đồng Thạnh", "Giấy khen"),
    ("2", "Trạm Y tế xã Long Bình", "Xã Long Bình", "Giấy khen"),
)
HOUSEHOLDS = (("1", "Hộ ông Phan Văn Ửng", "Ấp Lợi An, xã Đồng Sơn", "Giấy khen"),)
LIST_COLUMNS = (
    Column("STT", 8, "center"),
    Column("Họ và tên, tên tập thể", 32),
    Column("Chức vụ, đơn vị, địa chỉ", 42),
    Column("Hình thức khen thưởng", 18, "center"),
)


def letterhead(symbol, number, date, **changes):
    return Letterhead(COMMITTEE, symbol, number=number, place="Gò Công Tây", date=date, **changes)


def plan():
    """Kế hoạch, after the outline of a district's plan."""
    return Document(
        letterhead("KH-UBND", 197, datetime.date(2021, 9, 22)),
        Title(
            "KẾ HOẠCH",
            "Xây dựng và nhân rộng điển hình tiên tiến trong phong trào thi đua giai đoạn 2021 - 2025",
        ),
        (*_why(), *_work(), *_when(), *_who()),
        ISSUED_BY,
        signatures=(DEPUTY,),
        recipients=(
            "UBND tỉnh (Ban Thi đua - Khen thưởng)",
            "Thường trực Huyện ủy, HĐND huyện",
            "Các cơ quan, đơn vị thuộc huyện",
            "UBND xã, thị trấn",
            "Lưu: VT, NV",
        ),
    )


def _why():
    return (
        Paragraph(
            "Thực hiện Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới "
            "công tác thi đua, khen thưởng, Ủy ban nhân dân huyện ban hành Kế hoạch xây dựng và nhân rộng"
            " điển hình tiên tiến giai đoạn 2021 - 2025 với các nội dung như sau:"
        ),
        Section("I", "Mục đích, yêu cầu"),
        Heading("1", "Mục đích"),
        Bullet(
            "Nâng cao nhận thức của cán bộ, công chức, viên chức, người lao động và Nhân dân về vị trí, "
            "vai trò của điển hình tiên tiến; phát hiện nhân tố mới, cách làm hay để bồi dưỡng và nhân "
            "rộng."
        ),
        Bullet(
            "Cổ vũ phong trào thi đua yêu nước, góp phần hoàn thành nhiệm vụ phát triển kinh tế - xã hội."
        ),
        Heading("2", "Yêu cầu"),
        Bullet("Việc lựa chọn phải đúng người, đúng việc, công khai, không chạy theo thành tích."),
        Bullet("Ưu tiên cơ sở, địa bàn khó khăn và người trực tiếp lao động, sản xuất, học tập, công tác."),
    )


def _work():
    return (
        Section("II", "Nội dung thực hiện"),
        Heading("1", "Tuyên truyền"),
        Paragraph(
            "Hằng năm, các cơ quan, đơn vị và xã, thị trấn giới thiệu điển hình tiên tiến trên đài truyền"
            " thanh, trang thông tin điện tử và trong sinh hoạt của tổ chức đoàn thể; mỗi quý có ít nhất "
            "hai bài viết về gương người tốt, việc tốt."
        ),
        Heading("2", "Tiêu chí lựa chọn"),
        Item("a)", "Đối với tập thể: nội bộ đoàn kết, ba năm liên tục hoàn thành tốt nhiệm vụ trở lên."),
        Item(
            "b)",
            "Đối với cá nhân: gương mẫu chấp hành chủ trương, pháp luật; có sáng kiến hoặc cách làm được "
            "cơ sở công nhận, có khả năng nhân rộng.",
        ),
        Item("c)", "Đối với hộ gia đình: đạt Gia đình văn hóa, có đóng góp cho cộng đồng nơi cư trú."),
        Heading("3", "Bồi dưỡng, xây dựng và nhân rộng"),
        Paragraph(
            "Mỗi đơn vị phân tích nguyên nhân thành công của từng điển hình, rút kinh nghiệm, tổ chức "
            "tham quan, học tập; hỗ trợ điển hình mới để duy trì kết quả và lan tỏa trong khối thi đua."
        ),
    )


def _when():
    return (
        Section("III", "Tiến độ thực hiện"),
        table(
            (Column("Thời gian", 22, "center"), Column("Công việc", 53), Column("Đơn vị chủ trì", 25)),
            (
                (
                    "Quý IV/2021",
                    "Phát hiện, lựa chọn, đăng ký điển hình tiên tiến",
                    "Cơ quan, đơn vị, xã, thị trấn",
                ),
                ("Tháng 6/2023", "Sơ kết giai đoạn 2021 - 2023", "Phòng Nội vụ"),
                ("Năm 2024", "Tiếp tục bồi dưỡng, nhân rộng; kiểm tra tại cơ sở", "Thường trực Hội đồng"),
                (
                    "Năm 2025",
                    "Tổng kết giai đoạn 2021 - 2025, Hội nghị điển hình tiên tiến",
                    "Phòng Nội vụ",
                ),
            ),
        ),
    )


def _who():
    return (
        Section("IV", "Tổ chức thực hiện"),
        Heading("1", "Phòng Nội vụ"),
        Paragraph(
            "Hướng dẫn, đôn đốc việc thực hiện; tham mưu sơ kết, tổng kết; tổng hợp hồ sơ đề nghị khen "
            "thưởng."
        ),
        Heading("2", "Các cơ quan, đơn vị, Ủy ban nhân dân xã, thị trấn"),
        Paragraph("Xây dựng kế hoạch của đơn vị mình, gửi về Phòng Nội vụ trước ngày 30 tháng 10 năm 2021."),
        Heading("3", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội"),
        Paragraph(
            "Phối hợp vận động đoàn viên, hội viên tham gia phát hiện và giới thiệu điển hình tiên tiến."
        ),
        Paragraph(
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Nội vụ "
            "để tổng hợp, trình Ủy ban nhân dân huyện xem xét."
        ),
    )


def submission():
    """Tờ trình with the names in an annex."""
    return Document(
        Letterhead(
            "PHÒNG NỘI VỤ",
            "TTr-PNV",
            "ỦY BAN NHÂN DÂN\nHUYỆN GÒ CÔNG TÂY",
            45,
            "Gò Công Tây",
            datetime.date(2023, 6, 5),
        ),
        Title("TỜ TRÌNH", "Về việc đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện"),
        (
            Paragraph(
                "Ngày 02 tháng 6 năm 2023, Hội đồng Thi đua - Khen thưởng huyện đã họp xét thành tích của các"
                " tập thể, cá nhân, hộ gia đình trong phong trào thi đua xây dựng điển hình tiên tiến giai "
                "đoạn 2021 - 2023."
            ),
            Paragraph(
                "Căn cứ kết quả bỏ phiếu, Phòng Nội vụ kính trình Chủ tịch Ủy ban nhân dân huyện xem xét, "
                "tặng Giấy khen cho 03 cá nhân, 02 tập thể và 01 hộ gia đình (có danh sách kèm theo)."
            ),
            Paragraph("Phòng Nội vụ kính trình Chủ tịch Ủy ban nhân dân huyện xem xét, quyết định"),
        ),
        "Phòng Nội vụ huyện Gò Công Tây",
        signatures=(Signature("TRƯỞNG PHÒNG", "Võ Thành Nghĩa"),),
        addressees=("Chủ tịch Ủy ban nhân dân huyện Gò Công Tây",),
        legal_bases=(
            f"{LAW} ngày 15 tháng 6 năm 2022",
            "Căn cứ Biên bản họp số 05/BB-HĐTĐKT ngày 02 tháng 6 năm 2023 của Hội đồng Thi đua - Khen thưởng "
            "huyện",
        ),
        recipients=("Như trên", "Thường trực Hội đồng TĐKT huyện", "Lưu: VT, TĐKT"),
        annexes=(award_list(),),
    )


def award_list():
    groups = (("I. CÁ NHÂN", NAMES), ("II. TẬP THỂ", UNITS), ("III. HỘ GIA ĐÌNH", HOUSEHOLDS))
    return Annex(
        "Danh sách cá nhân, tập thể, hộ gia đình\nđược tặng Giấy khen",
        (grouped_table(LIST_COLUMNS, groups),),
    )


def minutes():
    """Biên bản họp Hội đồng: no date in the head, two signatures."""
    columns = (
        Column("STT", 8, "center"),
        Column("Họ và tên, tên tập thể", 39),
        Column("Đồng ý", 13, "center", over="Số phiếu"),
        Column("Không đồng ý", 15, "center", over="Số phiếu"),
        Column("Tỷ lệ trên tổng số thành viên", 26, "center"),
    )
    rows = (
        ("1", "Lê Thị Kim Ngân", "11", "0", "100%"),
        ("2", "Huỳnh Phước Hậu", "10", "1", "90,9%"),
        ("3", "Ấp Thạnh Hưng, xã Đồng Thạnh", "11", "0", "100%"),
    )
    return Document(
        Letterhead(COUNCIL, "BB-HĐTĐKT", "UBND HUYỆN GÒ CÔNG TÂY", 5),
        Title(
            "BIÊN BẢN",
            "Họp Hội đồng Thi đua - Khen thưởng huyện xét khen thưởng điển hình tiên tiến giai đoạn 2021 - "
            "2023",
        ),
        (
            Paragraph("Thời gian bắt đầu: 08 giờ 00 phút, ngày 02 tháng 6 năm 2023."),
            Paragraph("Địa điểm: Phòng họp số 2, Ủy ban nhân dân huyện Gò Công Tây."),
            Heading("I", "Thành phần"),
            Paragraph(
                "Có mặt: 10/11 thành viên Hội đồng. Vắng mặt: ông Phạm Văn Út (có lý do, đã gửi ý kiến bằng "
                "văn bản)."
            ),
            Paragraph("Chủ trì (chủ tọa): ông Nguyễn Văn Quý, Chủ tịch Hội đồng."),
            Paragraph("Thư ký (người ghi biên bản): bà Cao Thị Bích Vân, chuyên viên Phòng Nội vụ."),
            Heading("II", "Nội dung"),
            Item("1.", "Thường trực Hội đồng báo cáo kết quả thẩm định 03 hồ sơ đề nghị khen thưởng."),
            Item(
                "2.",
                "Hội đồng thảo luận. Các thành viên thống nhất nhận định các hồ sơ có thành tích rõ ràng, "
                "đúng đối tượng, có ý kiến của khu dân cư nơi cư trú; đề nghị bổ sung minh chứng về số hộ đã "
                "học tập mô hình.",
            ),
            Item("3.", "Hội đồng bỏ phiếu kín. Kết quả kiểm phiếu:"),
            table(columns, rows, caption="Kết quả bỏ phiếu"),
            Heading("III", "Kết luận"),
            Paragraph(
                "Hội đồng thống nhất trình Chủ tịch Ủy ban nhân dân huyện tặng Giấy khen cho 02 cá nhân và 01"
                " tập thể."
            ),
            Paragraph("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 02 tháng 6 năm 2023"),
        ),
        "Hội đồng Thi đua - Khen thưởng huyện Gò Công Tây",
        signatures=(
            Signature("THƯ KÝ", "Cao Thị Bích Vân"),
            Signature("CHỦ TỌA", "Nguyễn Văn Quý", other_office="Chủ tịch Ủy ban nhân dân huyện"),
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
    )


def tally():
    """Biên bản kiểm phiếu: the tellers sign, three of them."""
    columns = (
        Column("STT", 8, "center"),
        Column("Họ và tên, tên tập thể", 44),
        Column("Đồng ý", 14, "center"),
        Column("Không đồng ý", 16, "center"),
        Column("Kết quả", 18, "center"),
    )
    rows = (("1", "Lê Thị Kim Ngân", "11", "0", "Đạt"), ("2", "Huỳnh Phước Hậu", "10", "1", "Đạt"))
    return Document(
        Letterhead(COUNCIL, "BB-HĐTĐKT", "UBND HUYỆN GÒ CÔNG TÂY", 6),
        Title("BIÊN BẢN", "Kiểm phiếu xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện"),
        (
            Paragraph(
                "Hôm nay, hồi 09 giờ 30 phút, ngày 02 tháng 6 năm 2023, Ban kiểm phiếu do Hội đồng Thi đua - "
                "Khen thưởng huyện cử đã tiến hành kiểm phiếu, kết quả như sau:"
            ),
            Heading("1", "Số phiếu"),
            ScoreLine("Tổng số thành viên Hội đồng", "11 người"),
            ScoreLine("Số phiếu phát ra", "10 phiếu"),
            ScoreLine("Số phiếu thu vào", "10 phiếu"),
            ScoreLine("Số phiếu hợp lệ", "10 phiếu"),
            ScoreLine("Số phiếu không hợp lệ", "0 phiếu"),
            ScoreLine("Ý kiến bằng văn bản của thành viên vắng mặt", "01 ý kiến"),
            Heading("2", "Kết quả"),
            table(columns, rows),
            Paragraph(
                "Biên bản này được đọc cho Hội đồng nghe và được các thành viên Ban kiểm phiếu cùng ký tên"
            ),
        ),
        "Hội đồng Thi đua - Khen thưởng huyện Gò Công Tây",
        signatures=(
            Signature("ỦY VIÊN", "Cao Thị Bích Vân"),
            Signature("ỦY VIÊN", "Đỗ Hoàng Ẩn"),
            Signature("TRƯỞNG BAN KIỂM PHIẾU", "Lý Thị Ngọc Yến"),
        ),
        recipients=("Thành viên Hội đồng", "Lưu: VT, hồ sơ"),
    )


def decision():
    """Quyết định with a list in three groups."""
    return Document(
        letterhead("QĐ-UBND", 1842, datetime.date(2023, 6, 9)),
        Title(
            "QUYẾT ĐỊNH",
            "Về việc tặng Giấy khen điển hình tiên tiến giai đoạn 2021 - 2023",
            authority="CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ CÔNG TÂY",
        ),
        (
            Article(
                1,
                "Tặng Giấy khen cho 03 cá nhân, 02 tập thể và 01 hộ gia đình (có danh sách kèm theo) vì đã có"
                " thành tích xuất sắc trong phong trào thi đua xây dựng điển hình tiên tiến giai đoạn 2021 - "
                "2023.",
            ),
            Article(
                2,
                "Kèm theo Giấy khen là tiền thưởng theo quy định, chi từ Quỹ thi đua, khen thưởng của huyện "
                "năm 2023, tổng số tiền là 3.994.000 đồng.",
            ),
            Article(
                3,
                "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân "
                "dân huyện, Trưởng phòng Nội vụ, Trưởng phòng Tài chính - Kế hoạch, thủ trưởng các đơn vị có "
                "liên quan và các tập thể, cá nhân, hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành "
                "Quyết định này",
            ),
        ),
        "Chủ tịch Ủy ban nhân dân huyện Gò Công Tây",
        signatures=(Signature("CHỦ TỊCH", "Nguyễn Văn Quý"),),
        legal_bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            f"{LAW} ngày 26 tháng 11 năm 2003",
            "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi "
            "hành một số điều của Luật Thi đua, khen thưởng",
            "Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 45/TTr-PNV ngày 05 tháng 6 năm 2023",
        ),
        recipients=("Như Điều 3", "UBND tỉnh (để báo cáo)", "Lưu: VT, NV"),
        annexes=(award_list(),),
    )


def annulment():
    """Quyết định hủy bỏ of one award."""
    columns = (
        Column("STT", 10, "center"),
        *LIST_COLUMNS[1:],
        Column("Tiền thưởng phải thu hồi (đồng)", 18, "right"),
    )
    return replace(
        decision(),
        letterhead=letterhead("QĐ-UBND", 2011, datetime.date(2023, 9, 15)),
        title=Title(
            "QUYẾT ĐỊNH",
            "Về việc hủy bỏ khen thưởng điển hình tiên tiến giai đoạn 2021 - 2023",
            authority="CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ CÔNG TÂY",
        ),
        body=(
            Article(
                1,
                "Hủy bỏ việc tặng Giấy khen cho 01 cá nhân (có danh sách kèm theo) tại Quyết định số "
                "1842/QĐ-UBND ngày 09 tháng 6 năm 2023 của Chủ tịch Ủy ban nhân dân huyện Gò Công Tây. "
                "Lý do: kê khai không đúng thành tích. Các nội dung khác của Quyết định này giữ nguyên.",
            ),
            Article(
                2,
                "Thu hồi hiện vật khen thưởng và tiền thưởng đã nhận, tổng số tiền phải thu hồi là 540.000 "
                "đồng. Cá nhân có tên trong danh sách nộp lại cho Phòng Nội vụ trong thời hạn 15 ngày.",
            ),
            Article(
                3,
                "Quyết định này có hiệu lực kể từ ngày ký. Trưởng phòng Nội vụ, thủ trưởng các đơn vị có "
                "liên quan và cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này",
            ),
        ),
        annexes=(
            Annex(
                "Danh sách cá nhân\nbị hủy bỏ khen thưởng",
                (grouped_table(columns, [("I. CÁ NHÂN", [(*NAMES[0], "540.000")])]),),
            ),
        ),
    )
