"""What follows the signature: annexes with pages of their own, lists of thousands of rows."""

import re
from dataclasses import replace

import pikepdf
import pytest

from reports import pdf
from reports.papers import long_lists
from reports.papers.document import Annex, PaperError, Paragraph
from reports.pdf import render

from .pages import lines, page_number, pages_of, printed
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

    assert turned == [False, False, False, True, False]


@pytest.fixture
def short_chunks(monkeypatch):
    """Lists count as long from 100 rows on and are laid out 70 at a time."""
    monkeypatch.setattr(pdf, "WHOLE_ROWS", 100)
    monkeypatch.setattr(long_lists, "CHUNK_ROWS", 70)


def test_long_list_holds_every_row_once_and_numbers_its_pages_without_a_gap(short_chunks):
    rows = 170
    heard = []
    pages = pages_of(render(long_list(rows), lambda done, total: heard.append((done, total))))
    names = [int(n) for page in pages for n in re.findall(r"Nguyễn Thị Tường Vi\s(\d+)", page.get_text())]

    assert names == list(range(1, rows + 1))
    assert [page_number(page) for page in pages[2:]] == [str(n) for n in range(2, len(pages))]
    assert heard == sorted(heard)
    assert heard[-1] == (rows + 1, rows + 1)


def test_long_list_fills_its_pages_as_if_laid_out_at_once(request):
    at_once = [page.get_text() for page in pages_of(render(long_list(150)))]
    request.getfixturevalue("short_chunks")

    assert [page.get_text() for page in pages_of(render(long_list(150)))] == at_once


def test_joined_file_is_still_for_the_archive(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "WHOLE_ROWS", 3)
    path = tmp_path / "list.pdf"
    path.write_bytes(render(decision()))

    with pikepdf.open(path) as joined:
        assert joined.open_metadata().pdfa_status == "3U"
        assert "/OutputIntents" in joined.Root
        assert str(joined.docinfo["/Title"]).startswith("Quyết định 1842/QĐ-UBND: ")


def test_list_of_more_than_twenty_thousand_rows_is_refused_in_a_sentence():
    with pytest.raises(
        PaperError, match=r"Danh sách có 20\.002 dòng, vượt quá 20\.000 dòng của một tệp PDF\."
    ):
        render(long_list(20_001))
