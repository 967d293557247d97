"""What is handed out so that others can work as an exemplar does."""

from dataclasses import replace

from reports.papers import card

from .movement import MODEL
from .people import COMMUNE, by_committee

CARD = card.Card(
    replace(by_committee("", dated=False), symbol=""),
    COMMUNE,
    MODEL,
    "Hộ Phan Văn Ửng, ấp Lợi An",
    field="Kinh tế nông thôn",
    practice="- Mười một hộ liền bờ lập tổ, bầu tổ trưởng, thống nhất lịch chăm sóc.\n"
    "- Ủ phân từ phụ phẩm; mỗi hộ ghi nhật ký, không dùng thuốc trừ cỏ.\n"
    "- Hợp tác xã kiểm tra chất lượng và thu mua theo hợp đồng cả vụ.",
    cost="Mỗi hộ 12 triệu đồng mua chế phẩm, bạt ủ; Hội Nông dân cho vay 5 triệu đồng, trả trong hai vụ.",
    effect="Giá bán cao hơn thị trường 15%; mỗi hộ thu thêm 34 triệu đồng mỗi năm.",
    needs="Ít nhất bảy hộ liền bờ cùng làm; một người biết ủ phân hướng dẫn tháng đầu; có nơi bao tiêu.",
    measures=(
        card.Measure("Năng suất (tấn/ha)", "22", "28", "tăng 27,3%"),
        card.Measure("Thu nhập mỗi hộ (triệu đồng/năm)", "86", "120", "tăng 39,5%"),
    ),
    spread="12 nơi ở 9 đơn vị",
    contact="Hội Nông dân xã Vĩnh Bình, số điện thoại cơ quan 0273 3838 000",
)
LONG = "Các hộ cùng họp, thống nhất cách làm, phân công từng người theo dõi và ghi nhật ký hằng ngày; "


def card_to_copy():
    return card.paper(CARD)


def fullest_card(paragraphs=40):
    """Everything as long as forms let it be: it still is one page."""
    prose = "\n".join(f"- {LONG * 3}" for _ in range(paragraphs))
    measures = tuple(card.Measure(f"{LONG}{n}", "1.250.000,5", "3.750.000,5", "tăng 200%") for n in range(9))
    texts = dict.fromkeys(("practice", "cost", "effect", "needs"), prose)
    return card.paper(
        replace(
            CARD,
            title=(LONG * 3)[:250],
            subject=(LONG * 3)[:200],
            measures=measures,
            contact=LONG * 2,
            **texts,
        )
    )
