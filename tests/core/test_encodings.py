import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.encodings import as_latin, rewritten

UNICODE = [["Nguyễn Thị Ngọc Ẩn", "Phó Trưởng phòng Hạ tầng", 7], ["ẤP BÌNH ĐÔNG", "Hà Nam", None]]
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def as_1258(text):
    """With the tone apart from its letter, as that encoding has it."""
    marks = unicodedata.normalize("NFD", text)
    apart = "".join(f"\0{mark}" if mark in TONES else mark for mark in marks)
    text = "".join(unicodedata.normalize("NFC", piece) for piece in apart.split("\0"))
    return as_latin(text.encode("cp1258"))


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([["NguyÔn ThÞ Ngäc Èn", "Phã Tr\xadëng phßng H¹ tÇng"], ["Êp b×nh §«ng"]], "TCVN3 (ABC)"),
        ([["Nguyeãn Thò Ngoïc AÅn", "Phoù Tröôûng phoøng Haï taàng"], ["AÁP BÌNH ÑOÂNG"]], "VNI"),
        ([[as_1258(cell) for cell in row[:2]] for row in UNICODE], "Windows-1258"),
        ([[cell.encode().decode("latin-1") for cell in row[:2]] for row in UNICODE], "UTF-8 đọc nhầm"),
    ],
)
def test_old_encodings_are_found_and_rewritten(rows, name):
    new, found = rewritten(rows)

    assert found == name
    assert new[0][:2] == [UNICODE[0][0].replace("Ẩ", "ẩ" if "TCVN3" in name else "Ẩ"), UNICODE[0][1]]


def test_capitals_of_tcvn3_are_known_by_those_around_them():
    assert rewritten([["NGUYÔN THÞ HßA, L£ V¡N Tµ"], ["Hµ"]])[0] == [["NGUYỄN THỊ HÒA, LÊ VĂN TÀ"], ["Hà"]]


def test_rows_in_unicode_stay_as_they_are():
    header = ["Mã", "Tên đơn vị"]

    assert rewritten(UNICODE) == (UNICODE, "")
    assert rewritten([header, ["x· T©n ThuËn", 3]])[0] == [header, ["xã Tân Thuận", 3]]


@given(st.lists(st.lists(st.text() | st.integers())))
def test_any_cells_are_read(rows):
    new, _name = rewritten(rows)

    assert [len(row) for row in new] == [len(row) for row in rows]
