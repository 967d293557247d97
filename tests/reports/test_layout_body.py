"""Pages, text, tables and the closing block, measured."""

import re
from dataclasses import replace

import pytest

from reports.papers.document import Column, Heading, Paragraph, Section, table
from reports.pdf import render

from .pages import A4, BOTTOM, LEFT, MM, RIGHT, TOP, line, lines, millimetres, page_number, pages_of, printed
from .papers_samples import SAMPLES, plan

KINDS = sorted(SAMPLES)
SENTENCE = "Các cơ quan, đơn vị tiếp tục thực hiện nghiêm túc các nội dung của kế hoạch này. "


def text_lines(page):
    """Lines below the top margin."""
    return [line for line in lines(page) if line.baseline > TOP * MM]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_a4_and_keeps_its_margins(kind):
    for page in pages_of(printed(kind)):
        width, height = page.rect.width, page.rect.height
        sides = (LEFT, RIGHT) if height > width else (20, 20)
        found = text_lines(page)

        assert sorted(round(millimetres(side)) for side in (width, height)) == list(A4)
        assert millimetres(min(row.left for row in found)) >= sides[0] - 0.2
        assert millimetres(width - max(row.right for row in found)) >= sides[1] - 0.4
        assert millimetres(height - max(row.baseline for row in found)) >= BOTTOM


@pytest.mark.parametrize(("kind", "size", "indent"), [("kehoach", 14, 12.7), ("tongket", 13, 10)])
def test_paragraph_is_justified_indented_and_six_points_below_the_last(kind, size, indent):
    found = text_lines(pages_of(printed(kind))[0])
    start = next(
        at
        for at, row in enumerate(found)
        if row.text.startswith(("Thực hiện Chỉ thị", "Ủy ban nhân dân huyện đã"))
    )
    first, second, third = found[start : start + 3]
    end = next(at for at, row in enumerate(found) if at > start and row.font == "Tinos-Bold")
    leading = second.baseline - first.baseline

    assert {first.size, second.size} == {size}
    assert millimetres(first.left) == pytest.approx(LEFT + indent, abs=0.3)
    assert millimetres(second.left) == pytest.approx(LEFT, abs=0.3)
    assert all(row.right == pytest.approx((210 - RIGHT) * MM, abs=1) for row in (first, second))
    assert 1.15 <= leading / size <= 1.72
    assert third.baseline - second.baseline == pytest.approx(leading, abs=0.1)
    assert found[end].baseline - found[end - 1].baseline == pytest.approx(leading + 6, abs=0.2)


def test_grounds_are_italic_and_end_in_semicolons_and_a_full_stop():
    found = lines(pages_of(printed("quyetdinh"))[0])
    grounds = [row for row in found if row.font == "Tinos-Italic" and "Gò Công Tây, ngày" not in row.text]
    text = " ".join(row.text for row in grounds)

    assert [text.count(start) for start in ("Căn cứ", "Xét đề nghị")] == [3, 1]
    assert text.count(";") == 3
    assert text.endswith("năm 2023.")


def test_addressees_stand_on_one_line_or_each_on_its_own():
    one = line(pages_of(printed("totrinh"))[0], "Kính gửi")
    page = pages_of(printed("baocao"))[0]

    assert one.text == "Kính gửi: Chủ tịch Ủy ban nhân dân huyện Gò Công Tây"
    assert line(page, "Kính gửi").text == "Kính gửi:"
    assert line(page, "- Ủy ban").text == "- Ủy ban nhân dân tỉnh Tiền Giang;"
    assert line(page, "- Hội đồng").text == "- Hội đồng Thi đua - Khen thưởng tỉnh Tiền Giang."


def test_text_ends_with_its_mark_once():
    text = " ".join(row.text for page in pages_of(printed("kehoach")) for row in lines(page))

    assert text.count("./.") == 1
    assert "huyện xem xét./. Nơi nhận:" in text


def test_page_number_is_centred_in_the_top_margin_from_page_2_on():
    first, second = pages_of(printed("kehoach"))
    (number,) = [row for row in lines(second) if row.baseline < TOP * MM]

    assert page_number(first) == ""
    assert (number.text, number.size, number.font) == ("2", 14, "Tinos")
    assert number.centre == pytest.approx((LEFT + 210 - RIGHT) / 2 * MM, abs=0.5)


def test_recipients_stand_left_level_with_the_authority():
    page = pages_of(printed("kehoach"))[-1]
    head, office, last = line(page, "Nơi nhận:"), line(page, "TM. ỦY BAN"), line(page, "- Lưu:")

    assert (head.size, head.font) == (12, "Tinos-Bold-Italic")
    assert (last.size, last.font, last.text) == (11, "Tinos", "- Lưu: VT, NV.")
    assert millimetres(head.left) == pytest.approx(LEFT, abs=0.3)
    assert head.baseline == pytest.approx(office.baseline, abs=3)


def test_name_is_centred_under_the_office_with_room_to_sign():
    page = pages_of(printed("kehoach"))[-1]
    office, name = line(page, "PHÓ CHỦ TỊCH"), line(page, "Trần Thị Ngọc Hương")

    assert (office.size, office.font, name.size, name.font) == (14, "Tinos-Bold", 14, "Tinos-Bold")
    assert name.centre == pytest.approx(office.centre, abs=0.5)
    assert millimetres(name.baseline - name.size - office.baseline) >= 14


def test_minutes_are_signed_left_by_the_secretary_and_right_by_the_chair():
    page = pages_of(printed("bienban"))[-1]
    secretary, chair = line(page, "THƯ KÝ"), line(page, "CHỦ TỌA")

    assert secretary.baseline == pytest.approx(chair.baseline, abs=0.1)
    assert secretary.right < 105 * MM < chair.left
    assert line(page, "Cao Thị Bích Vân").centre == pytest.approx(secretary.centre, abs=0.5)
    assert line(page, "Nguyễn Văn Quý").centre == pytest.approx(chair.centre, abs=0.5)


def test_three_tellers_sign_side_by_side():
    names = ("Cao Thị Bích Vân", "Đỗ Hoàng Ẩn", "Lý Thị Ngọc Yến")
    signed = [line(pages_of(printed("kiemphieu"))[-1], name) for name in names]

    assert len({round(name.baseline) for name in signed}) == 1
    assert signed[0].right < signed[1].left < signed[1].right < signed[2].left


@pytest.mark.parametrize("short", range(6))
@pytest.mark.parametrize("long", range(7, 10))
@pytest.mark.parametrize("ending", ["paragraph", "line", "heading", "table"])
def test_closing_block_is_never_split_and_never_alone(ending, long, short):
    endings = {
        "paragraph": (Paragraph(SENTENCE * 3),),
        "line": (Paragraph(SENTENCE * 3), Paragraph("Dòng cuối")),
        "heading": (Section("V", "Kinh phí"), Heading("1", "Nguồn"), Paragraph("Theo phân cấp")),
        "table": (table((Column("Thời gian", 30), Column("Công việc", 70)), [("Năm 2025", "Tổng kết")] * 3),),
    }
    body = [Paragraph(SENTENCE * 2)] * long + [Paragraph("Một dòng.")] * short
    pages = pages_of(render(replace(plan(), body=(*body, *endings[ending]))))
    closing = next(page for page in pages if "Nơi nhận:" in page.get_text())
    head = line(closing, "Nơi nhận:")
    above = [
        row
        for row in text_lines(closing)
        if row.baseline < head.baseline - 3 and not row.text.startswith("TM.")
    ]

    assert closing.number == len(pages) - 1
    assert line(closing, "TM. ỦY BAN").baseline < line(closing, "Trần Thị Ngọc Hương").baseline
    assert len(above) >= 2
    assert {"heading": "Theo phân cấp./."}.get(ending, above[-1].text) == above[-1].text


@pytest.mark.parametrize("long", range(8, 16))
def test_heading_is_never_the_last_line_of_a_page(long):
    body = [Paragraph(SENTENCE * 2)] * long + [Section("II", "Nội dung"), Heading("1", "Tuyên truyền")]
    pages = pages_of(render(replace(plan(), body=(*body, *[Paragraph(SENTENCE * 4)] * 8))))

    assert all(lines(page)[-1].font == "Tinos" for page in pages[:-1])


@pytest.mark.parametrize("above", range(12, 24))
def test_a_line_that_announces_a_table_is_never_left_behind(above):
    rows = [(str(n), f"Việc {n}") for n in range(1, 21)]
    columns = (Column("STT", 10), Column("Nội dung", 90))
    body = [Paragraph("Một dòng.")] * above + [Paragraph("Như sau:"), table(columns, rows)]
    pages = pages_of(render(replace(plan(), body=(*body, Paragraph(SENTENCE * 4)))))

    (page,) = [page for page in pages if "Như sau:" in page.get_text()]
    assert "Việc 2" in page.get_text()


@pytest.mark.parametrize("above", range(15, 23))
@pytest.mark.parametrize(("count", "is_whole"), [(6, True), (20, False)])
def test_short_table_is_kept_whole_and_a_long_one_leaves_no_row_alone(count, is_whole, above):
    rows = [(str(n), f"Việc {n}") for n in range(1, count + 1)]
    body = (
        *[Paragraph("Một dòng.")] * above,
        table((Column("STT", 10), Column("Nội dung", 90)), rows, caption="Bảng việc"),
        *[Paragraph(SENTENCE * 4)] * 3,
    )
    pages = pages_of(render(replace(plan(), body=body)))
    found = [sum(row.text.startswith("Việc") for row in lines(page)) for page in pages]

    assert sum(found) == count
    assert 1 not in found
    assert (len([rows for rows in found if rows]) == 1) or not is_whole
    assert any("Bảng việc" in page.get_text() and rows for page, rows in zip(pages, found, strict=True))


def test_table_repeats_its_head_on_every_page_and_breaks_no_row():
    columns = (Column("STT", 10, "center"), Column("Nội dung", 90))
    rows = [(f"{n}.", SENTENCE * 2) for n in range(1, 41)]
    pages = pages_of(render(replace(plan(), body=(table(columns, rows), Paragraph("Hết")))))
    texts = [" ".join(page.get_text().split()) for page in pages]
    with_rows = [text for text in texts if "nghiêm túc" in text]

    assert len(with_rows) > 2
    assert [text.count("STT Nội dung") for text in with_rows] == [1] * len(with_rows)
    assert all(text.count("nghiêm túc") == 2 * len(re.findall(r"\b\d+\. Các", text)) for text in with_rows)


def test_columns_with_a_common_head_stand_under_it():
    page = pages_of(printed("bienban"))[0]
    common, first, second = line(page, "Số phiếu"), line(page, "Đồng ý"), line(page, "Không")

    assert first.centre < common.centre < second.centre
    assert common.baseline < first.baseline
