"""Papers as Word files: they say what the PDF says, are safe to open and always the same."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest

from reports.docx import render
from reports.docx.blocks import WRITERS
from reports.models import PaperKind
from reports.models.paper import SOURCES
from reports.papers.document import Article, Block, Figure, PaperError, Paragraph, Table
from reports.papers.sources import document_of, records_of
from reports.pdf import render as render_pdf

from .pages import lines, page_number, pages_of
from .papers_samples import SAMPLES, decision, draft, long_list, plan
from .test_layout_letters_forms import FORM_NUMBER, form, letter
from .word import opened, paragraph, paragraphs, text_of, written

KINDS = sorted(SAMPLES)
PAPERS = {
    **SAMPLES,
    "draft": lambda: draft(decision()),
    "letter": letter,
    "form": lambda: replace(form(), form_number=FORM_NUMBER),
    "unsigned": lambda: replace(decision(), signatures=()),
    "articles": lambda: replace(decision(), body=(Article(1, "Nội dung", "Phạm vi"), Article(2, "", "Hết"))),
}


def with_text(text):
    return replace(plan(), body=(Paragraph(text),))


def without_figures(document):
    """The PDF writes the words of a drawing, the Word file has a picture of it."""

    def texts(body):
        return tuple(block for block in body if not isinstance(block, Figure))

    annexes = tuple(replace(annex, body=texts(annex.body)) for annex in document.annexes)
    return replace(document, body=texts(document.body), annexes=annexes)


def words_of_pdf(content):
    pages = pages_of(content)
    words = Counter(word for page in pages for line in lines(page) for word in line.text.split())
    return words - Counter(page_number(page) for page in pages if page_number(page))


def texts_of(block):
    if isinstance(block, Table):
        titles = [title for row in block.head_rows for title, *_ in row]
        return [*filter(None, [block.caption]), *titles, *(cell for row in block.rows for cell in row.cells)]
    if isinstance(block, Figure):
        return [block.caption]
    if isinstance(block, Article):
        return [block.label, block.text]
    return [getattr(block, "line", None) or getattr(block, "text", None) or block.capitals]


def test_every_kind_of_block_can_be_written():
    assert set(WRITERS) == {kind.template for kind in get_args(Block)}


@pytest.mark.parametrize("kind", sorted(PAPERS))
def test_word_file_has_the_words_of_the_pdf(kind):
    document = without_figures(PAPERS[kind]())

    assert Counter(text_of(opened(render(document))).split()) == words_of_pdf(render_pdf(document))


@pytest.mark.parametrize("kind", [kind for kind in SOURCES if kind != PaperKind.FINAL])
def test_paper_of_a_record_says_the_same_in_both_files(sources, kind):
    document = without_figures(document_of(kind, records_of(kind).get(pk=sources[kind].pk)))

    assert Counter(text_of(opened(render(document))).split()) == words_of_pdf(render_pdf(document))


@pytest.mark.parametrize("kind", KINDS)
def test_all_text_is_there_in_its_order(kind):
    document = SAMPLES[kind]()
    text, place = text_of(opened(written(kind))), 0
    head = [document.letterhead.code, document.title.kind]
    bodies = (document.closed_body, *(annex.body for annex in document.annexes))
    expected = [*head, *(text for body in bodies for block in body for text in texts_of(block))]

    for part in expected:
        place = text.index(" ".join(part.split()), place) + len(part.split())
    assert unicodedata.is_normalized("NFC", text)


def test_grounds_addressees_and_recipients_end_as_the_decree_wants():
    text = text_of(opened(written("baocao")))
    grounds = text_of(opened(written("quyetdinh")))

    assert "Kính gửi: - Ủy ban nhân dân tỉnh Tiền Giang; - Hội đồng" in text
    assert "- Như trên; - Thường trực Huyện ủy; - Lưu: VT, NV." in text
    assert "năm 2015; Căn cứ Luật Thi đua" in grounds
    assert grounds.count("./.") == 1


def test_lines_of_names_and_titles_break_as_in_the_pdf():
    texts = [found.text for found in paragraphs(opened(written("kehoach")))]

    assert "ỦY BAN NHÂN DÂN\nHUYỆN GÒ CÔNG TÂY" in texts
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in texts


def test_typed_markup_is_written_and_not_obeyed():
    typed = "<b>đậm</b> & <?held 0?> <w:br/> ]]> {{ so }}"
    table = replace(decision().annexes[0].body[0], caption=typed)
    document = replace(plan(), body=(Paragraph(typed), Figure(typed), table))

    assert text_of(opened(render(document))).count(typed) == 3


def test_typed_text_of_a_table_is_written_and_not_obeyed():
    annex = decision().annexes[0]
    (table,) = annex.body
    row = replace(table.rows[1], cells=("1", "<w:p/>", "A & B", "<?held 0?>"))
    document = replace(decision(), annexes=(replace(annex, body=(replace(table, rows=(row, row)),)),))

    assert text_of(opened(render(document))).count("1 <w:p/> A & B <?held 0?>") == 2


def test_text_is_composed_and_without_what_is_invisible():
    text = text_of(opened(render(with_text(unicodedata.normalize("NFD", "điển\u200b hì\u00adnh tỏa")))))

    assert "điển hình tỏa" in text


@pytest.mark.parametrize("sign", ["☐", "\x0b", "\x00", "\ufffe", "\ud800"])
def test_signs_that_papers_cannot_print_are_refused_by_name(sign):
    with pytest.raises(PaperError, match=rf"U\+{ord(sign):04X}"):
        render(with_text(f"Đạt {sign}"))


def test_sign_in_a_long_list_is_refused_too():
    document = long_list(30)
    (table,) = document.annexes[0].body
    row = replace(table.rows[9], cells=("9", "☐", "", ""))
    table = replace(table, rows=(*table.rows[:9], row, *table.rows[10:]))

    with pytest.raises(PaperError, match="☐"):
        render(replace(document, annexes=(replace(document.annexes[0], body=(table,)),)))


def test_white_space_is_one_space_and_years_of_a_period_stay_together():
    document = with_text("Một\n\thai   ba, giai đoạn 2021 - 2023, số 45/TTr-PNV")
    period = "2021\N{NO-BREAK SPACE}-\N{NO-BREAK SPACE}2023"

    assert (
        paragraph(opened(render(document)), "Một").text == f"Một hai ba, giai đoạn {period}, số 45/TTr-PNV./."
    )


def test_long_list_holds_every_row_once_in_its_order():
    text = text_of(opened(render(long_list(1_500))))

    assert re.findall(r"Tường Vi (\d+) ", text) == [str(n) for n in range(1, 1_501)]


def test_same_document_gives_the_same_bytes_and_no_time_is_written():
    content = render(SAMPLES["baocao"]())
    with ZipFile(BytesIO(content)) as archive:
        times = {member.date_time for member in archive.infolist()}

    assert content == written("baocao")
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert opened(content).core_properties.created is None


@pytest.mark.parametrize("kind", KINDS)
def test_file_names_its_title_author_and_language(kind):
    properties, document = opened(written(kind)).core_properties, SAMPLES[kind]()

    assert (properties.title, properties.author) == (document.metadata_title, document.issued_by)
    assert properties.language == "vi-VN"


def test_title_is_cut_to_what_the_format_takes():
    title = replace(plan().title, subject="Xây dựng điển hình " * 20)

    assert len(opened(render(replace(plan(), title=title))).core_properties.title) == 255


def test_nothing_in_the_file_points_out_of_it():
    with ZipFile(BytesIO(written("baocao"))) as archive:
        relations = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels")]

    assert relations
    assert not any("External" in text for text in relations)
