"""What follows the signature: annexes with pages of their own, lists of thousands of rows."""

import re
from dataclasses import replace
from unittest import mock

import pikepdf
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from reports import pdf
from reports.papers import long_lists
from reports.papers.document import (
    Annex,
    Column,
    Heading,
    PaperError,
    Paragraph,
    Part,
    Section,
    grouped_table,
    table,
)
from reports.pdf import render

from .pages import line, lines, page_number, pages_of, printed
from .papers_samples import award_list, decision, draft, long_list

LIST = Annex("Danh sách", (Paragraph("Dòng chữ. " * 9),) * 60)


def test_annex_is_headed_and_says_which_paper_it_belongs_to():
    first = lines(pages_of(printed("quyetdinh"))[1])

    assert [(row.text, row.size, row.font) for row in first[:5]] == [
        ("Phụ lục", 14, "Tinos-Bold"),
        ("DANH SÁCH CÁ NHÂN, TẬP THỂ, HỘ GIA ĐÌNH", 14, "Tinos-Bold"),
        ("ĐƯỢC TẶNG GIẤY KHEN", 14, "Tinos-Bold"),
        ("(Kèm theo Quyết định số 1842/QĐ-UBND ngày 09 tháng 6 năm 2023", 14, "Tinos-Italic"),
        ("của Chủ tịch Ủy ban nhân dân huyện Gò Công Tây)", 14, "Tinos-Italic"),
    ]


def test_headings_of_an_annex_have_the_size_of_its_text_however_deep():
    body = (Part("Phần I", "Chung"), Section("I", "Một"), Heading("1", "Hai"), Paragraph("Ba"))
    page = pages_of(render(replace(decision(), annexes=(Annex("Nội dung", body),))))[1]
    last, text = line(page, "1. Hai"), line(page, "Ba")

    assert (last.size, last.font) == (14, "Tinos-Bold")
    assert text.baseline - last.baseline == pytest.approx(1.25 * 14 + 6, abs=0.2)


def test_annex_of_a_draft_leaves_number_and_day_blank():
    text = " ".join(pages_of(render(draft(decision())))[1].get_text().split())

    assert "(Kèm theo Quyết định số /QĐ-UBND ngày tháng năm 2023 của Chủ tịch" in text


def test_list_names_its_groups_in_order_and_leaves_out_empty_ones():
    text = pages_of(printed("quyetdinh"))[1].get_text()

    assert re.findall(r"^(I+\. .+)$", text, re.M) == ["I. CÁ NHÂN", "II. TẬP THỂ", "III. HỘ GIA ĐÌNH"]


def test_each_of_several_annexes_is_numbered_and_counts_its_pages_from_one():
    landscape = replace(LIST, landscape=True)
    pages = pages_of(render(replace(decision(), annexes=(LIST, LIST, landscape, award_list()))))
    heads = [lines(page)[0].text for page in pages[1:] if lines(page)[0].text.startswith("Phụ lục")]
    numbers = [page_number(page) for page in pages[1:]]
    runs = "|".join(numbers).strip("|").split("||")

    assert heads == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]
    assert [run.split("|")[0] for run in runs] == ["2"] * len(runs)
    assert len(runs) == 3


def test_wide_annex_lies_down_and_the_rest_stands():
    turned = [page.rect.width > page.rect.height for page in pages_of(printed("baocao"))]

    assert turned == [False, False, False, False, True, False]


@pytest.fixture
def set_by_line(monkeypatch):
    """Lists are set line by line from 100 rows on."""
    monkeypatch.setattr(long_lists, "LONG", 100)


def test_long_list_holds_every_row_once_and_numbers_its_pages_without_a_gap(set_by_line):
    rows = 170
    heard = []
    pages = pages_of(render(long_list(rows), lambda done, total: heard.append((done, total))))
    names = [int(n) for page in pages for n in re.findall(r"Nguyễn Thị Tường Vi\s(\d+)", page.get_text())]

    assert names == list(range(1, rows + 1))
    assert [page_number(page) for page in pages[2:]] == [str(n) for n in range(2, len(pages))]
    assert heard == sorted(heard)
    assert heard[-1] == (rows + 1, rows + 1)


def test_long_list_looks_as_if_laid_out_at_once(request):
    at_once = [placed(page) for page in pages_of(render(long_list(150)))]
    request.getfixturevalue("set_by_line")

    set_line_by_line = [placed(page) for page in pages_of(render(long_list(150)))]

    assert [[word for word, _ in page] for page in set_line_by_line] == [
        [word for word, _ in page] for page in at_once
    ]
    moved = (
        abs(one - other)
        for page, same in zip(set_line_by_line, at_once, strict=True)
        for (_, box), (_, wanted) in zip(page, same, strict=True)
        for one, other in zip(box, wanted, strict=True)
    )
    assert max(moved) < 0.5


def placed(page):
    """(word, its box in points) of all words, in the order in which they are read."""
    words = sorted(page.get_text("words"), key=lambda word: (round(word[1]), word[0]))
    return [(word[4], word[:4]) for word in words]


def test_joined_file_is_still_for_the_archive(monkeypatch, tmp_path):
    monkeypatch.setattr(long_lists, "LONG", 3)
    path = tmp_path / "list.pdf"
    path.write_bytes(render(decision()))

    with pikepdf.open(path) as joined:
        assert joined.open_metadata().pdfa_status == "3A"
        assert "/OutputIntents" in joined.Root
        assert str(joined.docinfo["/Title"]).startswith("Quyết định 1842/QĐ-UBND: ")


def test_list_beyond_all_measure_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr(pdf, "MAX_ROWS", 1_200)

    with pytest.raises(PaperError, match=r"Danh sách có 1\.202 dòng, vượt quá 1\.200 dòng của một tệp PDF\."):
        render(long_list(1_201))


TEXTS = st.text("aăâđêơưỹ AĐW0123456789", max_size=60)


NAMES = st.text("aăâđêơưỹAĐW", min_size=1, max_size=40)


@given(rows=st.lists(st.tuples(NAMES, TEXTS, TEXTS), min_size=4, max_size=60), landscape=st.booleans())
@example(
    rows=[("45/TTr-SKHCN", "Tổ 3, ấp Thạnh Lợi - Thạnh Nhựt, giai đoạn 2021-2025", "Tày-Nùng/Kinh")] * 9,
    landscape=False,
)
@example(rows=[("W", "ă", "12ă6â ư0 0â0ưê343 5ăỹ6 ")] * 9, landscape=False)
@settings(max_examples=6, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_any_list_looks_as_if_laid_out_at_once(rows, landscape):
    columns = (Column("Tên", 20), Column("Địa chỉ", 30, "center"), Column("Ghi chú", 12, "right"))
    annex = Annex("Danh sách", (grouped_table(columns, [("I. MỘT", rows), ("II. HAI", rows)]),), landscape)
    document = replace(decision(), annexes=(annex,))
    at_once = [placed(page) for page in pages_of(render(document))]

    with mock.patch.object(long_lists, "LONG", 3):
        line_by_line = [placed(page) for page in pages_of(render(document))]

    assert [[word for word, _ in page] for page in line_by_line] == [
        [word for word, _ in page] for page in at_once
    ]


def test_a_cell_longer_than_a_page_goes_on_on_the_next(set_by_line):
    words = [f"chữ{number}" for number in range(3_000)]
    rows = [[str(number), " ".join(words) if number == 60 else "ngắn"] for number in range(120)]
    annex = Annex("Danh sách", (table((Column("STT", 1), Column("Thành tích", 3)), rows),))
    text = " ".join(page.get_text() for page in pages_of(render(replace(decision(), annexes=(annex,)))))

    assert re.findall(r"chữ\d+", text) == words
    assert text.split().count("ngắn") == 119
