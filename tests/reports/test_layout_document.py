"""The document model by value, and typed text as blocks."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import paragraphs
from reports.papers.document import (
    BLANK,
    Bullet,
    Column,
    Heading,
    Item,
    Letterhead,
    Paragraph,
    Part,
    Row,
    Section,
    Table,
    grouped_table,
    table,
)
from reports.papers.layout import TEXT_WIDTH, listed, outlined, roman
from reports.papers.lettering import balanced_lines, width
from reports.papers.typed_text import blocks_of

from .papers_samples import decision, draft, plan

COLUMNS = (Column("STT", 1, "center"), Column("Tên", 9))


def test_document_is_named_as_in_a_sentence():
    assert decision().name == "Quyết định số 1842/QĐ-UBND ngày 09 tháng 6 năm 2023"
    assert draft(decision()).name == f"Quyết định số {BLANK}/QĐ-UBND ngày{BLANK}tháng{BLANK}năm 2023"


@pytest.mark.parametrize(
    ("number", "code"), [(7, "07/KH-UBND"), (197, "197/KH-UBND"), ("12a", "12a/KH-UBND")]
)
def test_number_has_two_digits_at_least(number, code):
    assert Letterhead("ỦY BAN NHÂN DÂN", "KH-UBND", number=number).code == code


@pytest.mark.parametrize(
    ("month", "dated"), [(2, "ngày 05 tháng 02 năm 2026"), (3, "ngày 05 tháng 3 năm 2026")]
)
def test_months_1_and_2_take_a_zero(month, dated):
    assert Letterhead("", "KH-UBND", date=datetime.date(2026, month, 5)).dated == dated


@pytest.mark.parametrize("end", ["", ".", ";", "./.", " ."])
def test_last_words_get_the_end_mark_whatever_they_ended_with(end):
    document = replace(plan(), body=(Paragraph("Mở đầu."), Item("1.", f"Thi hành{end}")))

    assert document.closed_body == (Paragraph("Mở đầu."), Item("1.", "Thi hành./."))


def test_body_that_ends_in_a_table_is_left_as_it_is():
    body = (Paragraph("Mở đầu."), table(COLUMNS, [("1", "Một")]))

    assert replace(plan(), body=body).closed_body == body
    assert replace(plan(), body=()).closed_body == ()


def test_groups_have_a_row_of_their_own_and_empty_ones_none():
    made = grouped_table(COLUMNS, [("I. CÁ NHÂN", [("1", "An")]), ("II. TẬP THỂ", [])], total=("", "1"))

    assert made.rows == (Row(("I. CÁ NHÂN",), "group"), Row(("1", "An")), Row(("", "1"), "total"))
    assert replace(plan(), body=(made, made)).row_count == 6


def test_row_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="A plain row of 2 cells has 1"):
        Table(COLUMNS, (Row(("1",)),))


def test_lists_end_in_semicolons_and_a_full_stop():
    assert listed(["Như trên;", "UBND xã.", "Lưu: VT"]) == ["Như trên;", "UBND xã;", "Lưu: VT."]
    assert listed([]) == []


def test_heading_tags_go_down_by_what_the_paper_uses():
    body = (Part("Phần I", "Một"), Section("I", "Hai"), Heading("1", "Ba"), Paragraph("Bốn"))

    assert [tag for _, _, tag in outlined(body)] == ["h2", "h3", "h4", None]
    assert [tag for _, _, tag in outlined(body[2:])] == ["h2", None]


def test_roman_numerals():
    assert [roman(number) for number in (1, 4, 9, 10, 14, 39)] == ["I", "IV", "IX", "X", "XIV", "XXXIX"]


def test_marks_at_the_start_of_typed_lines_make_blocks():
    typed = "Mở đầu\n\n1. Mục một\n1.1. Mục con\n- Ý một\n  + Ý hai\n• Ba\nđ) Điểm\n2021 là năm\n-không phải"

    assert blocks_of(typed) == (
        Paragraph("Mở đầu"),
        Item("1.", "Mục một"),
        Item("1.1.", "Mục con"),
        Bullet("Ý một"),
        Bullet("Ý hai", "+"),
        Bullet("Ba"),
        Item("đ)", "Điểm"),
        Paragraph("2021 là năm"),
        Paragraph("-không phải"),
    )


@given(st.text(alphabet="ab- +.)1đ•\n\tế", max_size=60))
def test_no_typed_letter_is_lost(typed):
    blocks = blocks_of(typed)
    kept = "".join(getattr(block, "mark", "") + block.text for block in blocks)
    squeeze = str.maketrans("•", "-", " \n\t")

    assert kept.translate(squeeze) == paragraphs(typed).translate(squeeze)


def test_width_of_a_line_is_that_of_the_typeface():
    assert width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "Bold") == pytest.approx(272, abs=1)
    assert width("", 13) == 0


def test_lines_are_balanced_and_begin_where_one_reads_on():
    subject = "Sơ kết phong trào thi đua xây dựng điển hình tiên tiến giai đoạn 2021 - 2023"

    assert balanced_lines(subject, 0.88 * TEXT_WIDTH, 14, "Bold") == [
        "Sơ kết phong trào thi đua xây dựng điển hình tiên tiến",
        "giai đoạn 2021\N{NO-BREAK SPACE}-\N{NO-BREAK SPACE}2023",
    ]
    assert balanced_lines(
        "Kiểm phiếu xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện", 411, 14, "Bold"
    ) == [
        "Kiểm phiếu xét tặng Giấy khen của",
        "Chủ tịch Ủy ban nhân dân huyện",
    ]
    assert balanced_lines(
        "Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh đợt tháng 12/2021", 411, 14, "Bold"
    ) == [
        "Đề nghị tặng Bằng khen của Chủ tịch",
        "Ủy ban nhân dân tỉnh đợt tháng 12/2021",
    ]
    assert balanced_lines("Một\nhai ba", 400, 14) == ["Một", "hai ba"]


def test_no_line_breaks_inside_a_word_of_two_syllables_where_there_is_room():
    subject = "Nhân rộng điển hình tiên tiến trong phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”"

    assert balanced_lines(subject, 411, 14, "Bold") == [
        "Nhân rộng điển hình tiên tiến trong phong trào",
        "“Toàn dân đoàn kết xây dựng đời sống văn hóa”",
    ]


@given(st.lists(st.text(alphabet="aâđệư", min_size=1, max_size=9), min_size=1, max_size=30))
def test_balanced_lines_keep_all_words_within_the_room(words):
    made = balanced_lines(" ".join(words), 120, 14)

    assert " ".join(made) == " ".join(words)
    assert all(width(line, 14) <= 120 for line in made)
