"""The head of letters (công văn) and of papers without a number, and where the number of a form stands."""

from dataclasses import replace

import pytest

from reports.papers.document import Column, Heading, Letterhead, Paragraph, Title, table
from reports.papers.layout import NATION, main_view
from reports.pdf import render

from .pages import line, lines, pages_of
from .papers_samples import award_list, decision, letterhead

SUBJECT = "giao nhiệm vụ thực hiện Kế hoạch xây dựng, nhân rộng điển hình tiên tiến"
FORM_NUMBER = "Mẫu số 02, kèm theo Nghị định số 91/2017/NĐ-CP"


def letter():
    return replace(
        decision(),
        letterhead=letterhead("UBND-NV", 12, decision().letterhead.date),
        title=Title("", SUBJECT),
        addressees=("Phòng Nội vụ",),
        legal_bases=(),
        annexes=(),
    )


def form():
    head = Letterhead("ẤP HÒA THÂN", parent="ỦY BAN NHÂN DÂN\nXÃ VĨNH HỰU", place="Vĩnh Hựu")
    return replace(decision(), letterhead=head, title=Title("PHIẾU ĐĂNG KÝ", "Điển hình tiên tiến"))


def test_letter_has_its_subject_below_the_number_and_no_title():
    (page, *_) = pages_of(render(letter()))
    number, subject = line(page, "Số: 12/UBND-NV"), line(page, "V/v giao nhiệm vụ")

    assert (subject.font, subject.size) == ("Tinos", 13)
    assert number.baseline < subject.baseline < line(page, "Kính gửi: Phòng Nội vụ").baseline
    assert subject.centre == pytest.approx(number.centre, abs=1)
    assert all(found.size <= 14 and "CÔNG VĂN" not in found.text for found in lines(page))
    assert letter().metadata_title == f"Công văn 12/UBND-NV: {SUBJECT}"


def test_paper_without_a_symbol_prints_no_number_and_is_named_without_one():
    paper = replace(form(), annexes=(award_list(),))
    (page, annex) = pages_of(render(paper))

    assert "Số:" not in page.get_text()
    assert line(annex, "(Kèm theo Phiếu đăng ký ngày").font == "Tinos-Italic"


@pytest.mark.parametrize("paper", [decision(), form()], ids=["numbered", "unnumbered"])
def test_number_of_the_form_stands_on_the_left_above_the_title(paper):
    (page, *_) = pages_of(render(replace(paper, form_number=FORM_NUMBER)))
    first, nation = line(page, "Mẫu số 02"), line(page, NATION)
    titles = [found.baseline for found in lines(page) if found.text == paper.title.kind]

    assert (first.font, first.size) == ("Tinos-Italic", 11)
    assert first.right < nation.left
    assert [first.baseline < baseline for baseline in titles] == [True]
    assert FORM_NUMBER in " ".join(page.get_text().split())


def test_annex_may_be_named_otherwise_than_by_its_place():
    annex = replace(award_list(), label="Biểu số 0601.N")

    assert "Biểu số 0601.N" in pages_of(render(replace(decision(), annexes=(annex,))))[1].get_text()


def test_unknown_form_number_leaves_no_trace():
    assert main_view(decision())["form_number"] == []


def test_page_may_end_after_a_table_of_one_row():
    columns = (Column("Năm", 20), Column("Danh hiệu", 80))
    first, second = (table(columns, [("2025", name)]) for name in ("Lao động tiên tiến", "Giấy khen"))
    body = (
        *[Paragraph("Dòng chữ. " * 8)] * 6,
        Heading("1", "Danh hiệu"),
        first,
        Heading("2", "Hình thức"),
        second,
    )
    page, last = pages_of(render(replace(decision(), body=body, annexes=())))

    assert "Lao động tiên tiến" in page.get_text()
    assert "Giấy khen" in last.get_text()
