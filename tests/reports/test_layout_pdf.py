"""The file: its fonts, its text, its metadata, and what it may and may not load."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from itertools import pairwise

import pikepdf
import pymupdf
import pytest

from reports import docx
from reports.papers.document import Article, Figure, PaperError, Paragraph, Row
from reports.papers.lettering import unbroken
from reports.pdf import lay_out, render, write
from reports.typesetting import BASE_URL, FetchRefusedError, PaperFilesOnly

from .pages import lines, pages_of, printed
from .papers_samples import SAMPLES, decision, long_list, plan, review
from .word import opened
from .word import text_of as text_of_word

ALPHABET = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ₫"
STRANGE = r"U\+2610"


def with_text(text):
    return replace(plan(), body=(Paragraph(text),))


def text_of(content):
    return " ".join(" ".join(page.get_text() for page in pages_of(content)).split())


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_every_font_is_tinos_and_embedded(kind):
    fonts = {
        (font[3].partition("+")[2], font[1]) for page in pages_of(printed(kind)) for font in page.get_fonts()
    }

    assert fonts <= {(f"Tinos{style}", "ttf") for style in ("", "-Bold", "-Italic", "-Bold-Italic")}
    assert {"Tinos", "Tinos-Bold"} < {name for name, _ in fonts}


def test_all_vietnamese_letters_come_out_in_every_style():
    letters = " ".join(ALPHABET + ALPHABET.upper())
    document = replace(decision(), legal_bases=(letters,), body=(Article(1, letters, title=letters),))
    found = "".join(row.text for page in pages_of(render(document)) for row in lines(page)).replace(" ", "")

    assert found.count(letters.replace(" ", "")) == 3


def test_text_is_composed_whatever_was_given():
    text = text_of(render(with_text(unicodedata.normalize("NFD", "Đường tỏa, khỏe, ngữ nghĩa"))))

    assert "Đường tỏa, khỏe, ngữ nghĩa" in text
    assert unicodedata.is_normalized("NFC", text)


def test_typed_markup_is_printed_and_not_obeyed():
    typed = '<b>đậm</b> & <img src="file:///etc/passwd">'

    assert typed in text_of(render(with_text(typed)))
    assert typed in text_of(render(replace(plan(), body=(Figure(typed),))))


def test_character_without_a_glyph_is_refused_by_name():
    with pytest.raises(PaperError, match=rf"ký tự không in được: “☐” \({STRANGE}\)"):
        render(with_text("Đạt ☐"))


def test_invisible_characters_are_dropped():
    assert "điển hình" in text_of(render(with_text("điển\u200b hì\u00adnh")))


def test_what_the_printer_warns_of_stops_the_paper():
    with pytest.raises(RuntimeError, match="not laid out cleanly"):
        write(lay_out('<link rel=stylesheet href="paper.css"><p>☐'), "pdf/a-3a")


def test_numbers_and_symbols_are_never_broken():
    text = " ".join(f"{'x' * n} số 91/2017/NĐ-CP (2021 - 2023) và 45/TTr-SKHCN." for n in range(1, 40))
    found = [row.text for page in pages_of(render(with_text(text))) for row in lines(page)]

    assert sum(row.count("91/2017/NĐ-CP") for row in found) == 39
    assert sum(row.count("45/TTr-SKHCN.") for row in found) == 39
    assert "\N{WORD JOINER}" not in "".join(found)


def test_years_of_a_period_stay_together():
    assert unbroken("giai đoạn 2021 - 2023.").split() == ["giai", "đoạn", "2021", "-\N{WORD JOINER}", "2023."]
    assert unbroken("giai đoạn 2021 - 2023.").count(" ") == 2


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.css",
        "https://example.org/x.png",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data:text/css,p{}",
        BASE_URL + "../../manage.py",
        BASE_URL + "..%2f..%2fmanage.py",
        BASE_URL + "fonts",
        BASE_URL + "fonts/LICENSE.txt",
        BASE_URL + "missing.css",
    ],
)
def test_nothing_but_the_papers_own_files_is_loaded(url):
    with pytest.raises(FetchRefusedError):
        PaperFilesOnly().fetch(url)
    with pytest.raises(FetchRefusedError):
        lay_out(f'<link rel="stylesheet" href="{url}"><img src="{url}"><p>Xin chào')


def test_own_style_sheet_is_served():
    answer = PaperFilesOnly().fetch(BASE_URL + "paper.css")

    assert answer.content_type == "text/css"
    assert answer.read().startswith(b"/* Official papers.")


def test_same_document_gives_the_same_bytes():
    assert render(decision()) == printed("quyetdinh")


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_file_is_tagged_pdf_a_in_vietnamese_with_title_and_author(kind, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(printed(kind))

    with pikepdf.open(path) as paper:
        assert paper.open_metadata().pdfa_status == "3A"
        assert {"/OutputIntents", "/StructTreeRoot", "/MarkInfo"} <= set(paper.Root.keys())
        assert str(paper.Root.Lang) == "vi"
        assert str(paper.docinfo["/Title"]) == SAMPLES[kind]().metadata_title
        assert str(paper.docinfo["/Author"]) == SAMPLES[kind]().issued_by


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_heading_levels_have_no_gap(kind):
    paper = pikepdf.open(BytesIO(printed(kind)))
    tags = tags_of(paper.Root.StructTreeRoot)
    levels = [int(tag[2]) for tag in map(str, tags) if re.fullmatch(r"/H\d", tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def tags_of(node):
    """The kinds of the structure elements in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags_of(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node.S
        yield from tags_of(node.get("/K"))


def test_black_is_the_colour_of_all_text():
    colours = {
        span["color"]
        for kind in SAMPLES
        for page in pages_of(printed(kind))
        for block in page.get_text("dict")["blocks"]
        for row in block.get("lines", ())
        for span in row["spans"]
    }

    assert colours == {0}


def test_bookmarks_name_parts_and_annexes_in_whole_words_also_where_lists_are_long():
    whole = [row[1:] for row in pymupdf.open(stream=render(review())).get_toc()]
    joined = pymupdf.open(stream=render(long_list(1_001))).get_toc()

    assert ["Phần thứ nhất. TÌNH HÌNH VÀ KẾT QUẢ THỰC HIỆN", 1] in whole
    assert joined == [
        [1, "QUYẾT ĐỊNH", 1],
        [2, "Phụ lục. DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN", 2],
    ]


FIXED = {"svg", "align", "kind", "mark"}  # what no officer types


def typed_everywhere(value, text):
    """The same paper with `text` in front of all that somebody could have typed."""
    if isinstance(value, str):
        return f"{text} {value}"
    if isinstance(value, tuple):
        return tuple(typed_everywhere(one, text) for one in value)
    if not is_dataclass(value):
        return value
    typed = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in FIXED or f.name == "kind"}
    if isinstance(value, Row):
        typed.pop("kind")
    return replace(value, **{name: typed_everywhere(one, text) for name, one in typed.items()})


@pytest.mark.parametrize("kind", ["kehoach", "quyetdinh", "baocao"])
@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '<img src="file:///etc/passwd">', "http://a.vn/x"]
)
def test_what_is_typed_into_any_field_is_printed_and_nothing_else(kind, text):
    paper = typed_everywhere(SAMPLES[kind](), text)
    content = render(paper)
    whole = "".join("".join(page.get_text() for page in pages_of(content)).split()).lower()

    assert whole.count(text.replace(" ", "")) > 20
    assert not any(page.get_images() or page.get_links() for page in pages_of(content))
    assert text.split("<")[-1].split(" ")[0] in "".join(docx_text(paper).split()).lower()


def docx_text(paper):
    return text_of_word(opened(docx.render(paper)))
