"""Stars around words, bars around cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.emphasis import ended, is_table_row, plain, runs, signed, table_cells


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("**Nâng cao** chất lượng", [("Nâng cao", True, False), (" chất lượng", False, False)]),
        ("xem *Phụ lục I*.", [("xem ", False, False), ("Phụ lục I", False, True), (".", False, False)]),
        ("**1. Mục *kép* này**", [("1. Mục ", True, False), ("kép", True, True), (" này", True, False)]),
        ("***cả hai***", [("cả hai", True, True)]),
    ],
)
def test_stars_around_words_make_them_bold_and_italic(typed, found):
    assert runs(signed(typed)) == found


@pytest.mark.parametrize(
    "typed", ["5*3*2", "(*) theo (*)", "* Ghi chú: 2 * 3 * 4", "**chưa đóng", "****", "* * *"]
)
def test_other_stars_are_stars(typed):
    assert signed(typed) == typed


@given(st.text())
def test_marking_loses_nothing_but_marks(text):
    assert plain(signed(text)).replace("*", "") == plain(text).replace("*", "")


def test_the_end_of_a_text_stands_behind_its_signs():
    assert runs(ended(signed("**Hết**."), "./.", ".")) == [("Hết", True, False), ("./.", False, False)]


def test_rows_of_a_table_are_as_long_as_the_longest():
    rows = ["| STT | Đơn vị |", "|---|---|", "| 1 |  Xã   A | thêm |"]

    assert all(map(is_table_row, rows))
    assert table_cells(rows) == [["STT", "Đơn vị", ""], ["1", "Xã A", "thêm"]]


@pytest.mark.parametrize("row", ["|", "| một ô |", "a | b | c"])
def test_a_single_bar_or_cell_is_text(row):
    assert not is_table_row(row)
