"""The layout of Word files, read back: pages, styles, tables, the head and the end."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from PIL import Image

from reports.docx import render
from reports.papers.document import Annex, Heading, Letterhead, Paragraph, Part, Section, table
from reports.papers.layout import MOTTO, TEXT_WIDTH, sizes_for
from reports.papers.lettering import width

from .papers_samples import LIST_COLUMNS, NAMES, SAMPLES, award_list, decision, draft, long_list, plan
from .word import flag, opened, paragraph, paragraphs, written

KINDS = sorted(SAMPLES)
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
BODY_STYLES = ("Nội dung", "Căn cứ", "Heading 1", "Heading 2", "Heading 3")


def rule_below(file, start):
    """(length of the rule below a paragraph in points, that paragraph)."""
    found = paragraphs(file)
    place = next(place for place, one in enumerate(found) if one.text.startswith(start))
    form = found[place + 1].paragraph_format
    cell = found[place]._p.getparent()
    room = cell.width.pt if cell.tag == qn("w:tc") else TEXT_WIDTH
    assert found[place + 1].style.name == "Đường kẻ"
    assert form.left_indent == form.right_indent
    return room - 2 * form.left_indent.pt, found[place]


def page_numbers(header):
    return [field.get(qn("w:instr")).strip() for field in header._element.iter(qn("w:fldSimple"))]


# --- Pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_a4_with_the_margins_of_the_pdf(kind):
    sections, annexes = opened(written(kind)).sections, SAMPLES[kind]().annexes
    lying = [False, *(annex.landscape for annex in annexes)]

    assert len(sections) == len(lying)
    for section, lies in zip(sections, lying, strict=True):
        sides = (section.page_width.mm, section.page_height.mm)
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)

        assert [round(side) for side in sides] == ([297, 210] if lies else [210, 297])
        assert [round(margin.mm) for margin in margins] == ([20, 20, 20, 20] if lies else [20, 15, 20, 30])
        assert section.orientation == (WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT)


@pytest.mark.parametrize("kind", KINDS)
def test_page_number_is_centred_in_the_header_from_page_2_on_and_annexes_count_again(kind):
    file = opened(written(kind))
    first, *annexes = file.sections
    number = first.header.paragraphs[0]

    assert (page_numbers(first.header), page_numbers(first.first_page_header)) == (["PAGE"], [])
    assert number.style.paragraph_format.alignment == CENTER
    assert all(section.different_first_page_header_footer for section in file.sections)
    assert [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in annexes] == ["1"] * len(
        annexes
    )
    assert all(section.header.is_linked_to_previous for section in annexes)


def test_draft_is_marked_behind_the_text_of_every_page_as_word_does_it():
    marked, unmarked = opened(render(draft(decision()))).sections[0], opened(written("quyetdinh")).sections[0]

    for header in (marked.first_page_header, marked.header):
        assert 'string="DỰ THẢO"' in header._element.xml
        assert 'id="PowerPlusWaterMarkObject' in header._element.xml
    assert "DỰ THẢO" not in unmarked.first_page_header._element.xml + unmarked.header._element.xml


# --- Styles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "nation", "indent"), [("kehoach", 14, 13, 12.7), ("tongket", 13, 12, 10)]
)
def test_sizes_and_indents_are_those_of_the_pdf(kind, text, nation, indent):
    file = opened(written(kind))
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    sizes = {style.name: style.font.size and style.font.size.pt for style in file.styles if style.type == 1}

    assert defaults.find(qn("w:sz")).get(qn("w:val")) == str(2 * text)
    assert (sizes["Quốc hiệu"], sizes["Cơ quan ban hành"], sizes["Số ký hiệu"]) == (nation, nation, 13)
    assert (sizes["Nơi nhận"], sizes["Danh sách nơi nhận"], sizes["Ô bảng"]) == (12, 11, text - 1)
    assert (sizes["Tiêu ngữ"], sizes["Title"], sizes["Nội dung"]) == (None, None, None)  # as the text
    for name in BODY_STYLES:
        form = file.styles[name].paragraph_format
        assert (form.alignment, round(form.first_line_indent.mm, 1)) == (JUSTIFY, indent)
        assert form.space_before.pt == 6


@pytest.mark.parametrize("kind", KINDS)
def test_times_new_roman_and_vietnamese_are_set_for_all_text(kind):
    file = opened(written(kind))
    fonts = list(file.styles.element.iter(qn("w:rFonts")))
    (language,) = file.styles.element.iter(qn("w:lang"))

    assert [set(font.attrib.values()) for font in fonts] == [{"Times New Roman"}]
    assert {key.partition("}")[2] for key in fonts[0].attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    assert not list(file.element.iter(qn("w:rFonts")))
    assert language.get(qn("w:val")) == "vi-VN"


def test_lines_are_at_least_single_and_at_most_one_and_a_half_apart():
    file = opened(written("kehoach"))
    heights = {style.name: style.paragraph_format.line_spacing for style in file.styles if style.type == 1}
    default = next(file.styles.element.iter(qn("w:pPrDefault"))).find(f"{qn('w:pPr')}/{qn('w:spacing')}")

    assert 240 <= int(default.get(qn("w:line"))) <= 360
    assert all(1 <= height <= 1.5 for height in heights.values() if isinstance(height, float))


def test_headings_go_down_without_a_gap_and_stay_with_what_follows():
    body = (Part("Phần I", "Chung"), Section("I", "Một"), Heading("1", "Hai"), Paragraph("Ba"))
    file = opened(render(replace(decision(), body=body, annexes=(Annex("Danh sách", body),))))
    levels = {
        found.text: int(found.style.element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")))
        for found in paragraphs(file)
        if found.style.name.startswith(("Heading", "Phụ lục"))
    }
    names = [found.style.name for found in paragraphs(file) if found.style.name.startswith("Heading")]

    assert names == [f"Heading {level}" for level in (1, 2, 3, 2, 3, 4)]
    assert levels == {"Phần I\nCHUNG": 1, "I. MỘT": 2, "1. Hai": 3, "Phụ lục": 0}
    assert all(file.styles[name].paragraph_format.keep_with_next for name in {*names, "Phụ lục"})


# --- The head --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_head_stands_side_by_side_without_lines_and_has_room_for_its_longest_lines(kind):
    head, document = opened(written(kind)).tables[0], SAMPLES[kind]()
    sizes = sizes_for(document.letterhead)
    left, right = (column.width.pt for column in head.columns)
    issuer, nation = (cell.paragraphs for cell in head.rows[0].cells)

    assert left + right == pytest.approx(TEXT_WIDTH, abs=0.1)
    assert head._tbl.find(f".//{qn('w:tblBorders')}") is None
    assert right > width(nation[0].text, sizes.nation, "Bold") + 2
    assert left > max(width(line, sizes.nation, "Bold") for line in issuer[-2].text.split("\n"))
    assert [found.style.name for found in nation] == ["Quốc hiệu", "Tiêu ngữ", "Đường kẻ"]


@pytest.mark.parametrize("kind", KINDS)
def test_rules_are_as_long_as_the_motto_and_two_fifths_of_issuer_and_subject(kind):
    file, document = opened(written(kind)), SAMPLES[kind]()
    sizes = sizes_for(document.letterhead)
    motto, _ = rule_below(file, MOTTO)
    issuer, names = rule_below(file, document.letterhead.issuer.split("\n")[0])
    title, subject = rule_below(file, document.title.subject[:15])

    assert motto == pytest.approx(width(MOTTO, sizes.text, "Bold"), abs=0.2)
    for length, found, size in ((issuer, names, sizes.nation), (title, subject, sizes.text)):
        longest = max(width(line, size, "Bold") for line in found.text.split("\n"))
        assert length / longest == pytest.approx(0.4, abs=0.01)


def test_one_addressee_is_centred_and_several_stand_in_one_column_under_the_colon():
    one = paragraph(opened(written("totrinh")), "Kính gửi")
    report = opened(written("baocao"))
    head, first, second = (paragraph(report, start) for start in ("Kính gửi", "- Ủy ban", "- Hội đồng"))

    assert one.paragraph_format.alignment == CENTER
    assert first.paragraph_format.left_indent == second.paragraph_format.left_indent
    assert first.paragraph_format.left_indent.pt - head.paragraph_format.left_indent.pt == pytest.approx(
        width("Kính gửi", 14), abs=4
    )


def test_head_without_number_and_date_is_one_row_and_the_forms_number_may_stand_alone():
    head = Letterhead("HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG")
    paper = replace(decision(), letterhead=head, annexes=())
    bare, form = (opened(render(one)).tables[0] for one in (paper, replace(paper, form_number="Mẫu số 02")))

    assert (len(bare.rows), len(form.rows)) == (1, 2)
    assert [found.text for found in form.rows[1].cells[0].paragraphs] == ["Mẫu số 02"]


# --- Tables and drawings ---------------------------------------------------------------------------


def test_table_fills_the_text_repeats_its_head_and_splits_no_row():
    listed = opened(render(long_list(60))).tables[-1]
    rows = listed._tbl.tr_lst

    assert sum(column.width.pt for column in listed.columns) == pytest.approx(TEXT_WIDTH, abs=0.1)
    assert [flag(row, "w:trPr/w:tblHeader") for row in rows] == [True] + [False] * 61
    assert all(flag(row, "w:trPr/w:cantSplit") for row in rows)


def test_head_of_grouped_columns_has_two_rows_that_are_repeated():
    listed = opened(written("bienban")).tables[1]
    upper, lower = ([cell.text for cell in row.cells] for row in listed.rows[:2])

    assert upper == ["STT", "Họ và tên, tên tập thể", "Số phiếu", "Số phiếu", "Tỷ lệ trên tổng số thành viên"]
    assert lower == [upper[0], upper[1], "Đồng ý", "Không đồng ý", upper[4]]
    assert [flag(row._tr, "w:trPr/w:tblHeader") for row in listed.rows[:3]] == [True, True, False]


def test_groups_and_sums_are_bold_and_cells_aligned_as_their_column():
    groups, sums = opened(written("quyetdinh")).tables[-1], opened(written("baocao")).tables[3]
    (group,) = set(groups.rows[1]._tr.tc_lst)
    figures = [cell.paragraphs[0] for cell in sums.rows[-1].cells]

    assert (group.grid_span, groups.rows[1].cells[0].text) == (4, "I. CÁ NHÂN")
    assert all(flag(run, "w:rPr/w:b") for run in group.iter(qn("w:r")))
    assert not any(flag(run, "w:rPr/w:b") for run in groups.rows[2]._tr.iter(qn("w:r")))
    assert [found.style.name for found in figures][:3] == ["Ô bảng giữa", "Ô bảng", "Ô bảng phải"]
    assert all(run.bold for found in figures for run in found.runs)


def kept(row):
    """Whether a row stays on one page with the next."""
    return all(flag(element, "w:pPr/w:keepNext") for element in row.iter(qn("w:p")))


def test_short_table_is_kept_whole_and_a_long_one_at_its_ends():
    short, long = (opened(render(long_list(rows))).tables[-1]._tbl.tr_lst[1:] for rows in (4, 40))

    assert [kept(row) for row in short] == [True] * 4 + [False]
    assert [kept(row) for row in long] == [True, *[False] * 38, True, False]


def test_line_that_announces_a_table_stays_with_it():
    body = (
        Paragraph("Kết quả:"),
        table(LIST_COLUMNS, NAMES),
        Paragraph("Có tiếp. " * 30),
        Paragraph("Hết. " * 30),
    )
    file = opened(render(replace(plan(), body=body)))

    assert [paragraph(file, start).paragraph_format.keep_with_next for start in ("Kết quả", "Có tiếp")] == [
        True,
        None,
    ]


def test_tables_that_follow_each_other_stay_two():
    listed = table(LIST_COLUMNS, NAMES)
    file = opened(render(replace(plan(), body=(listed, listed))))
    tags = [element.tag.partition("}")[2] for element in file.element.body]

    assert ("tbl", "tbl") not in pairwise(tags)
    assert len(file.tables) == 4
    assert tags[-2:] == ["p", "sectPr"]


def test_drawing_is_a_picture_as_wide_as_the_text_that_can_be_read_aloud():
    file = opened(written("baocao"))
    pictures = file.inline_shapes
    images = [part for part in file.part.package.iter_parts() if part.partname.startswith("/word/media/")]

    assert [round(shape.width.mm) for shape in pictures] == [165, 165, 165]
    described = pictures[0]._inline.docPr.get("descr")
    assert described.startswith("Số điển hình tiên tiến theo đơn vị. Cá nhân: Xã Đồng Thạnh 18 điển hình")
    for part in images:
        image = Image.open(BytesIO(part.blob))
        assert image.format == "PNG"
        assert image.width == pytest.approx(165 / 25.4 * 220, abs=2)
        assert len(image.convert("L").getcolors(256)) > 20  # something is drawn


# --- The end ---------------------------------------------------------------------------------------


def test_one_signature_stands_right_level_with_the_recipients():
    end = opened(written("kehoach")).tables[-1]
    ((left, right),) = [row.cells for row in end.rows]
    office, name = right.paragraphs

    assert [found.text for found in left.paragraphs][::5] == ["Nơi nhận:", "- Lưu: VT, NV."]
    assert (office.text.split("\n")[0], name.text) == ("TM. ỦY BAN NHÂN DÂN", "Trần Thị Ngọc Hương")
    assert office.style.paragraph_format.alignment == name.style.paragraph_format.alignment == CENTER
    assert name.paragraph_format.space_before.mm >= 14


@pytest.mark.parametrize(("kind", "names"), [("bienban", 2), ("kiemphieu", 3)])
def test_several_sign_side_by_side_on_one_level(kind, names):
    file = opened(written(kind))
    offices, signed = file.tables[-1].rows

    assert [cell.paragraphs[0].text for cell in signed.cells] == [
        "\n".join(filter(None, (signature.other_office, signature.name)))
        for signature in SAMPLES[kind]().signatures
    ]
    assert len(offices.cells) == names
    assert offices.height.pt >= 3 * 14 * 1.15
    assert file.styles["Chức vụ người ký"].paragraph_format.keep_with_next  # with the names
    assert kept(signed._tr)  # with the recipients


@pytest.mark.parametrize("kind", KINDS)
def test_closing_block_is_never_split_and_never_alone(kind):
    end = next(
        found._tbl
        for found in reversed(opened(written(kind)).tables)
        if SAMPLES[kind]().signatures[0].name in found.rows[-1].cells[-1].text + found.rows[-1].cells[0].text
    )

    assert all(flag(row, "w:trPr/w:cantSplit") for row in end.tr_lst)
    assert flag(end.getprevious(), "w:pPr/w:keepNext")


def test_closing_block_stays_with_the_last_row_of_a_table_and_short_last_words_with_what_is_above():
    ends_in_table = opened(render(replace(plan(), body=(table(LIST_COLUMNS, NAMES * 5),))))
    ends_short = opened(render(replace(plan(), body=(Paragraph("Một. " * 40), Paragraph("Hết")))))
    long = opened(render(replace(plan(), body=(Paragraph("Một. " * 40), Paragraph("Hai. " * 40)))))

    assert kept(ends_in_table.tables[1]._tbl.tr_lst[-1])
    assert flag(paragraph(ends_short, "Một.")._p, "w:pPr/w:keepNext")
    assert not flag(paragraph(long, "Một.")._p, "w:pPr/w:keepNext")


def test_paper_without_signatures_ends_in_its_recipients():
    file = opened(render(replace(plan(), signatures=())))

    assert [found.text for found in file.paragraphs][-6::5] == ["Nơi nhận:", "- Lưu: VT, NV."]


def test_annex_is_headed_and_says_which_paper_it_belongs_to():
    file = opened(render(replace(decision(), annexes=(award_list(), award_list()))))
    annex = [found for found in paragraphs(file) if found.style.name == "Phụ lục"]
    reference = next(found for found in paragraphs(file) if found.style.name == "Kèm theo văn bản")

    assert [found.text for found in annex] == ["Phụ lục I", "Phụ lục II"]
    assert annex[0].style.font.size.pt == 14
    assert reference.text.replace("\n", " ").startswith(
        "(Kèm theo Quyết định số 1842/QĐ-UBND ngày 09 tháng 6 năm 2023 của Chủ tịch"
    )
    assert reference.style.font.italic


def test_urgency_stands_in_a_red_box_as_wide_as_the_rules_have_it():
    paper = plan()
    file = opened(render(replace(paper, letterhead=replace(paper.letterhead, urgency="Hỏa tốc"))))
    mark = paragraph(file, "HỎA TỐC")
    cell, form = mark._p.getparent(), mark.paragraph_format

    assert (cell.width - form.left_indent - form.right_indent) / 36000 == pytest.approx(30, abs=0.1)
    assert str(mark.runs[0].font.color.rgb) == "E00000"
    assert len(mark._p.pPr.find(qn("w:pBdr"))) == 4
