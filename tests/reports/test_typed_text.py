"""Bold, italic and tables that officers type, in the PDF and in the Word file."""

from dataclasses import replace

import pytest

from reports import docx, pdf
from reports.papers import heads
from reports.papers.document import Column, Heading, Item, Paragraph

from .pages import lines, pages_of
from .papers_samples import decision, plan
from .word import opened, paragraph

TYPED = """**1. Mục đích**
Phát huy *vai trò* của **người đứng đầu**; <b>không</b> hình thức theo **Kế hoạch số 45/KH-UBND**.
| STT | Đơn vị | Số mô hình |
|---|---|---|
| 1 | Xã **Vĩnh Bình** | 12 |
| 2 | Xã Long Bình | 1.024 |
**Hoàn thành trong năm.**"""


@pytest.fixture(scope="module")
def paper():
    return replace(plan(), body=heads.prose(TYPED), annexes=())


def spans(page):
    blocks = page.get_text("dict")["blocks"]
    return [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]


def test_typed_lines_become_a_heading_text_and_a_table():
    heading, text, table, last = heads.prose(TYPED)

    assert heading == Heading("1", "Mục đích")
    assert isinstance(text, Paragraph)
    assert table.columns == (
        Column("STT", 4, "center"),
        Column("Đơn vị", 12, "left"),
        Column("Số mô hình", 10, "right"),
    )
    assert len(table.rows) == 2
    assert isinstance(last, Paragraph)


def test_a_bold_number_without_title_stays_a_clause():
    assert heads.prose("**a) Đối với tập thể:**\nabc") == (
        Item("a)", "\x11Đối với tập thể:\x12"),
        Paragraph("abc"),
    )


def test_the_pdf_sets_marked_words_bold_and_italic_and_others_as_typed(paper):
    (page,) = pages_of(pdf.render(paper))
    fonts = {span["text"].strip(): span["font"].partition("Tinos-")[2] for span in spans(page)}

    assert fonts["vai trò"] == "Italic"
    assert fonts["người đứng đầu"] == "Bold"
    assert fonts["Vĩnh Bình"] == "Bold"
    assert any("<b>không</b>" in line.text for line in lines(page))
    assert not any("*" in line.text for line in lines(page))
    assert any(line.text == "Hoàn thành trong năm./." for line in lines(page))


def test_the_word_file_has_the_same_words_bold_and_italic(paper):
    file = opened(docx.render(paper))
    runs = {run.text: (run.bold, run.italic) for run in paragraph(file, "Phát huy").runs}

    assert runs["vai trò"] == (None, True)
    assert runs["Kế hoạch số 45/KH-UBND"] == (True, None)
    table = next(one for one in file.tables if one.cell(0, 0).text == "STT")
    assert table.cell(1, 1).text == "Xã Vĩnh Bình"
    assert [run.bold for run in table.cell(1, 1).paragraphs[0].runs] == [None, True]


def test_nothing_typed_reaches_a_paper_as_markup():
    typed = (
        "**<script>alert(1)</script>** *<img src=file:///etc/passwd>*\n| <style> | http://a.vn |\n| 1 | 2 |"
    )
    content = pdf.render(replace(decision(), body=heads.prose(typed), annexes=()))
    text = " ".join(" ".join(page.get_text() for page in pages_of(content)).split())

    assert "<script>alert(1)</script>" in text
    assert "<img src=file:///etc/passwd>" in text
    assert "<style>" in text
