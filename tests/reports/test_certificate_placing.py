"""Where the texts of a certificate stand: as reckoned, and as measured on the finished PDF."""

import unicodedata
from dataclasses import replace
from io import BytesIO

import pikepdf
import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.certificates.content import SAMPLE
from reports.certificates.defaults import default_places
from reports.certificates.placing import MARGIN, MM, Place, boxes_of, fitted
from reports.certificates.rendering import Face, Sheet, render
from reports.models import BlankFieldKind, BlankMode
from reports.models import Sheet as Paper
from reports.papers.document import PaperError

from .pages import lines, pages_of

SIZES = {Paper.A4: (297, 210), Paper.A3: (420, 297)}
NAME = BlankFieldKind.NAME
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
WORDS = ["Nguyễn", "Phúc", "Hoàng", "Thị", "Nguyệt", "Ứng", "Ộ", "xã", "ấp", "12/4", "2021", "-", "2025"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(
    lambda words: " ".join(words)[:200].strip()
)
NAMES |= st.text(LETTERS + LETTERS.upper(), min_size=1, max_size=200)  # one word, however long


def placed(texts, *, paper=Paper.A4, mode=BlankMode.FULL):
    return boxes_of(default_places(paper, mode), SAMPLE | texts, SIZES[paper])


def printed(texts, *, paper=Paper.A4, mode=BlankMode.FULL, **face):
    """(boxes, the page of the finished PDF)."""
    boxes = placed(texts, paper=paper, mode=mode)
    face = Face(SIZES[paper], mode == BlankMode.FULL, "Thử", **face)
    (page,) = pages_of(render(face, [Sheet(tuple(boxes), "https://thidua.example.vn/xac-nhan/x/")]))
    return boxes, page


def the(kind, boxes):
    return next(box for box in boxes if box.place.kind == kind)


def plain(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def letters(text):
    return "".join(text.split())


# --- Sizes and lines ---------------------------------------------------------------------------------

PLACE = Place(NAME, 20, 50, 100, size=24, min_size=15)


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Trần Thị Mẫu", 24, 1),
        ("Nguyễn Phúc Hoàng Thị Thanh Nguyệt", 17.5, 1),
        ("Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Thanh Nguyệt", 15, 2),
    ],
)
def test_a_name_keeps_its_size_then_shrinks_then_breaks(text, size, lines):
    found, rows = fitted(text, PLACE)

    assert (found, len(rows)) == (size, lines)
    assert " ".join(rows) == text


def test_an_achievement_takes_the_lines_meant_for_it_before_it_shrinks():
    text = "Đã có thành tích xuất sắc trong phong trào thi đua"

    assert fitted(text, PLACE)[0] == 15
    assert fitted(text, replace(PLACE, lines=2))[0] > 20


def test_a_word_wider_than_its_box_is_broken_and_whole():
    rows = fitted("N" * 200, PLACE)[1]

    assert len(rows) > 5
    assert "".join(rows) == "N" * 200


def test_lines_of_an_office_stay_apart():
    assert fitted("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", PLACE)[1] == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_what_a_long_name_would_run_into_moves_down_and_nothing_else_does():
    usual, crowded = placed({}), placed({NAME: "Nguyễn Phúc Hoàng Thị " * 9})

    assert {box.place.kind for box in usual if box.y != box.place.y} == set()
    assert the("description", crowded).y == pytest.approx(the(NAME, crowded).bottom)
    assert the("qr", crowded).y == the("qr", usual).y


def test_too_much_text_is_refused_by_name_rather_than_run_off_the_sheet():
    low = [Place(NAME, 20, 190, 100, size=24, min_size=15)]

    with pytest.raises(PaperError, match="giấy của “Nguyễn Phúc"):
        boxes_of(low, {NAME: "Nguyễn Phúc Hoàng Thị " * 9}, SIZES[Paper.A4])


@settings(deadline=None)
@given(name=NAMES, description=NAMES, achievement=NAMES)
def test_any_text_is_whole_within_its_box_and_over_no_other(name, description, achievement):
    texts = {NAME: name, "description": description, "achievement": achievement}
    try:
        boxes = placed(texts)
    except PaperError:  # told to the officer; nothing was cut
        return
    for kind, text in texts.items():
        assert letters("".join(the(kind, boxes).lines)) == letters(text)
    for box in boxes:
        left, right = box.ink
        assert box.place.x - 0.01 <= left <= right <= box.place.x + box.place.width + 0.01
        assert box.place.min_size <= box.size <= box.place.size or not box.lines
        assert box.bottom <= 210 - MARGIN
        assert not [other.place.kind for other in boxes if other.y < box.y and box.lies_under(other)]


# --- On the PDF --------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", BlankMode)
@pytest.mark.parametrize("paper", Paper)
def test_every_text_stands_in_its_box_at_its_millimetres(paper, mode):
    boxes, page = printed({}, paper=paper, mode=mode)
    found = lines(page)

    assert (page.rect.width, page.rect.height) == pytest.approx([side * MM for side in SIZES[paper]], abs=0.5)
    expected = [plain(text) for box in boxes for text in box.lines]
    assert sorted(line.text for line in found) == sorted(expected)
    for box in boxes:
        for number, text in enumerate(box.lines):
            line = next(line for line in found if line.text == plain(text))
            assert line.size == pytest.approx(box.size, abs=0.1)
            assert box.y + number * box.line_height < line.baseline / MM
            assert line.baseline / MM < box.y + (number + 1) * box.line_height
            assert box.ink[0] - 0.5 <= line.left / MM <= line.right / MM <= box.ink[1] + 0.5
        widest = max((line.width / MM for line in found if line.text in map(plain, box.lines)), default=None)
        assert widest is None or widest == pytest.approx(box.ink[1] - box.ink[0], abs=1)


@settings(max_examples=10, deadline=None)
@given(names=st.lists(NAMES, min_size=1, max_size=6))
def test_every_name_is_found_on_its_page_whole_and_in_nfc(names):
    sheets = [Sheet(tuple(placed({NAME: name}))) for name in names]
    pages = pages_of(render(Face(SIZES[Paper.A4], True, "Thử"), sheets))

    for name, page in zip(names, pages, strict=True):
        text = page.get_text()
        assert letters(name) in letters(text)
        assert unicodedata.is_normalized("NFC", text)
        assert [line for line in lines(page) if line.left < 0 or line.right > page.rect.width] == []


def test_a_name_of_200_letters_is_all_there_in_nfc():
    name = ("Nguyễn Phúc Hoàng Thị Thanh Nguyệt " * 6)[:200].strip()
    _, page = printed({NAME: unicodedata.normalize("NFC", name)})
    text = page.get_text()

    assert name in plain(text)
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '<img src="file:///etc/passwd">', "http://x.vn/a"]
)
def test_typed_markup_is_printed_and_not_obeyed(text):
    _, page = printed({NAME: text, "achievement": text})

    assert plain(page.get_text()).count(text) == 2


def test_a_character_without_a_glyph_is_refused_with_the_usual_sentence():
    with pytest.raises(PaperError, match=r"ký tự không in được: “漢” \(U\+6F22\)"):
        printed({NAME: "Nguyễn 漢"})


def test_a_printers_offset_moves_everything_alike():
    still = printed({}, mode=BlankMode.FULL)[1]
    moved = printed({}, mode=BlankMode.FULL, dx=2.5, dy=-1.5)[1]

    shifts = {
        (round((b.left - a.left) / MM, 1), round((b.baseline - a.baseline) / MM, 1))
        for a, b in zip(lines(still), lines(moved), strict=True)
    }
    assert shifts == {(2.5, -1.5)}
    shift = [after - before for before, after in zip(bounds(still), bounds(moved), strict=True)]
    assert shift == pytest.approx([2.5 * MM, -1.5 * MM, 2.5 * MM, -1.5 * MM], abs=0.1)


def bounds(page):
    """The rectangle of all that is drawn."""
    boxes = [drawing["rect"] for drawing in page.get_drawings()]
    return pymupdf.Rect(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def test_overprint_puts_nothing_on_the_sheet_but_texts_and_code():
    boxes, page = printed({}, mode=BlankMode.OVERPRINT)
    code = the("qr", boxes)
    around = pymupdf.Rect(code.ink[0] * MM, code.y * MM, code.ink[1] * MM, code.bottom * MM)
    around += (-0.1, -0.1, 0.1, 0.1)

    assert "CỘNG HÒA" not in page.get_text()
    assert all(around.contains(drawing["rect"]) for drawing in page.get_drawings())


def test_the_frame_is_one_object_however_many_sheets():
    boxes = tuple(placed({}))
    content = render(Face(SIZES[Paper.A4], True, "Thử"), [Sheet(boxes)] * 3)
    with pikepdf.open(BytesIO(content)) as file:
        grounds = {page.Resources.XObject.Ground.objgen for page in file.pages}
        assert file.open_metadata().pdfa_status == "3A"

    assert (len(grounds), len(pages_of(content))) == (1, 3)


def test_the_same_sheets_give_the_same_bytes():
    face, sheet = Face(SIZES[Paper.A4], True, "Thử"), Sheet(tuple(placed({})), "https://x.vn/")

    assert render(face, [sheet]) == render(face, [sheet])
