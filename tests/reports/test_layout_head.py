"""Ô 1 to 5 on the first page, measured. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I."""

import datetime
from dataclasses import replace

import pytest

from reports.papers.document import Letterhead
from reports.papers.layout import LARGE, MOTTO, NATION, SMALL, sizes_for
from reports.pdf import render

from .pages import LEFT, MM, RIGHT, line, lines, pages_of, printed, rule_below
from .papers_samples import SAMPLES, decision, draft, final_review, minutes, plan

KINDS = sorted(SAMPLES)
TEXT_CENTRE = (LEFT + 210 - RIGHT) / 2 * MM


def first_page(kind):
    return pages_of(printed(kind))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_nation_and_motto_stand_at_the_top_right_bold_in_sizes_that_go_together(kind):
    page = first_page(kind)
    nation, motto = line(page, NATION), line(page, MOTTO)

    assert (nation.font, motto.font) == ("Tinos-Bold", "Tinos-Bold")
    assert (nation.size, motto.size) in {(13, 14), (12, 13)}
    assert nation.centre > 105 * MM
    assert nation.right <= (210 - RIGHT) * MM + 0.5
    assert motto.centre == pytest.approx(nation.centre, abs=0.5)
    assert 0.9 < (motto.baseline - nation.baseline) / motto.size < 1.4


@pytest.mark.parametrize("kind", KINDS)
def test_rule_under_the_motto_is_as_long_as_its_text(kind):
    page = first_page(kind)
    motto = line(page, MOTTO)

    assert rule_below(page, motto) == pytest.approx((motto.left, motto.right), abs=1)


@pytest.mark.parametrize(
    ("kind", "last_line"),
    [
        ("kehoach", "HUYỆN GÒ CÔNG TÂY"),
        ("totrinh", "PHÒNG NỘI VỤ"),
        ("bienban", "THI ĐUA"),
        ("tongket", "PHƯỜNG"),
    ],
)
def test_issuer_is_bold_and_underlined_by_a_third_to_a_half(kind, last_line):
    page = first_page(kind)
    issuer = line(page, last_line)
    left, right = rule_below(page, issuer)

    assert issuer.font == "Tinos-Bold"
    assert issuer.size == line(page, NATION).size
    assert 1 / 3 <= (right - left) / issuer.width <= 1 / 2
    assert (left + right) / 2 == pytest.approx(issuer.centre, abs=0.5)


def test_parent_stands_above_the_issuer_and_is_not_bold():
    page = first_page("totrinh")
    parent, issuer = line(page, "HUYỆN GÒ CÔNG TÂY"), line(page, "PHÒNG NỘI VỤ")

    assert (parent.font, issuer.font) == ("Tinos", "Tinos-Bold")
    assert parent.baseline < issuer.baseline
    assert parent.centre == pytest.approx(issuer.centre, abs=0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_first_lines_of_the_two_columns_are_level_and_apart(kind):
    left, right = lines(first_page(kind))[:2]

    assert right.text == NATION
    assert left.baseline == pytest.approx(right.baseline, abs=0.5)
    assert right.left - left.right > 5


@pytest.mark.parametrize("kind", ["kehoach", "totrinh", "quyetdinh", "baocao", "tongket"])
def test_number_and_date_share_a_line_each_under_its_column(kind):
    page = first_page(kind)
    number, dated = line(page, "Số: "), next(line for line in lines(page) if ", ngày " in line.text)

    assert (number.size, number.font, dated.font) == (13, "Tinos", "Tinos-Italic")
    assert number.baseline == pytest.approx(dated.baseline, abs=0.5)
    assert dated.centre == pytest.approx(line(page, MOTTO).centre, abs=1)
    assert dated.size == line(page, MOTTO).size


@pytest.mark.parametrize(
    ("kind", "number", "dated"),
    [
        ("kehoach", "Số: 197/KH-UBND", "Gò Công Tây, ngày 22 tháng 9 năm 2021"),
        ("totrinh", "Số: 45/TTr-PNV", "Gò Công Tây, ngày 05 tháng 6 năm 2023"),
        ("tongket", "Số: 09/BC-UBND", "Thành phố Hồ Chí Minh, ngày 02 tháng 12 năm 2025"),
    ],
)
def test_number_has_two_digits_at_least_and_only_months_1_and_2_a_zero(kind, number, dated):
    texts = [line.text for line in lines(first_page(kind))]

    assert number in texts
    assert dated in texts


def test_minutes_have_no_date_in_the_head():
    assert not [line for line in lines(first_page("bienban"))[:8] if "ngày" in line.text]


@pytest.mark.parametrize("kind", KINDS)
def test_kind_and_subject_are_centred_bold_and_underlined_by_a_third_to_a_half(kind):
    page = first_page(kind)
    found = lines(page)
    title = next(row for row in found if row.text == SAMPLES[kind]().title.kind)
    subject = [
        row
        for row in found[found.index(title) + 1 :][:2]
        if row.font == "Tinos-Bold" and not row.text.isupper()
    ]
    left, right = rule_below(page, subject[-1])

    assert {row.size for row in (title, *subject)} == {line(page, MOTTO).size}
    assert all(row.centre == pytest.approx(TEXT_CENTRE, abs=1) for row in (title, *subject))
    assert 1 / 3 <= (right - left) / max(row.width for row in subject) <= 1 / 2


def test_decision_names_its_authority_before_the_grounds_and_decides_after_them():
    texts = [line.text for line in lines(first_page("quyetdinh"))]
    order = ["CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN GÒ CÔNG TÂY", "Căn cứ Luật Tổ chức", "QUYẾT ĐỊNH:", "Điều 1. "]
    places = [next(at for at, text in enumerate(texts) if text.startswith(start)) for start in order]

    assert places == sorted(places)


def test_draft_leaves_number_and_day_blank_and_says_so_in_the_files_title():
    content = render(draft(decision()))
    texts = [line.text for line in lines(pages_of(content)[0])]

    assert "Số: /QĐ-UBND" in texts
    assert "Gò Công Tây, ngày tháng năm 2023" in texts
    assert pages_of(content)[0].parent.metadata["title"].startswith("Dự thảo - Quyết định: ")


def test_draft_mark_is_drawn_on_every_page_and_is_no_text():
    grey = pytest.approx((0.92, 0.92, 0.92), abs=0.01)
    pages = pages_of(render(draft(plan())))

    assert all([d["fill"] for d in page.get_drawings()].count(grey) == 1 for page in pages)
    assert not any("DỰ THẢO" in page.get_text() for page in pages)


def test_names_that_would_be_broken_at_13_points_are_set_smaller():
    short = Letterhead("ỦY BAN NHÂN DÂN\nXÃ VĨNH BÌNH", "KH-UBND", place="Vĩnh Bình")
    long_name = replace(short, issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG TĂNG NHƠN PHÚ THƯỢNG")
    long_date = replace(
        short,
        issuer="ỦY BAN NHÂN DÂN\nPHƯỜNG TĂNG NHƠN PHÚ",
        place="Thành phố Hồ Chí Minh",
        date=datetime.date(2026, 10, 29),
    )

    assert [sizes_for(head) for head in (short, long_name, long_date)] == [LARGE, SMALL, SMALL]


def test_long_names_take_several_lines_within_their_column():
    head = replace(
        minutes().letterhead,
        issuer="HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG VÀ SÁNG KIẾN PHƯỜNG TĂNG NHƠN PHÚ THƯỢNG",
    )
    page = pages_of(render(replace(final_review(), letterhead=head)))[0]
    nation = line(page, NATION)
    column = [row for row in lines(page)[:8] if row.right < nation.left and row.font == "Tinos-Bold"]

    assert len(column) == 3
    assert {row.size for row in column} == {12}


@pytest.mark.parametrize(("urgency", "width"), [("Khẩn", 20), ("Thượng khẩn", 40), ("Hỏa tốc", 30)])
def test_urgency_stands_red_in_its_box_below_the_number(urgency, width):
    paper = plan()
    (page, *_) = pages_of(render(replace(paper, letterhead=replace(paper.letterhead, urgency=urgency))))
    mark, number = line(page, urgency.upper()), line(page, "Số:")
    (box,) = [row["rect"] for row in page.get_drawings() if mark_in(row["rect"], mark)]

    assert (mark.font, mark.size, number.baseline < mark.baseline) == ("Tinos-Bold", 13, True)
    assert mark.centre == pytest.approx(number.centre, abs=0.5)
    assert [box.width / MM, box.height / MM] == pytest.approx([width, 8], abs=0.6)
    assert colours(page, urgency.upper()) == {0xE00000}


def mark_in(rect, mark):
    return rect.y0 < mark.baseline < rect.y1 and rect.x0 < mark.left and mark.right < rect.x1


def colours(page, text):
    rows = (row for block in page.get_text("dict")["blocks"] for row in block["lines"])
    return {span["color"] for row in rows for span in row["spans"] if span["text"] == text}
