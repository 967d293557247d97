import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import DIGITS, in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (104, "một trăm lẻ bốn"),
        (3_994_000, "ba triệu chín trăm chín mươi tư nghìn"),
        (1_005_000, "một triệu không trăm lẻ năm nghìn"),
        (450_000, "bốn trăm năm mươi nghìn"),
        (2_000_000_015, "hai tỷ không trăm mười lăm"),
        (12_345_678_900, "mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm"),
        (3 * 10**18, "ba tỷ tỷ"),
    ],
)
def test_numbers_are_said_as_on_a_receipt(number, words):
    assert in_words(number) == words


VALUES = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}


def value_of(words):
    """Read the words back."""
    total = million = group = 0
    for word in words.split():
        if word == "mươi":
            group = group - group % 10 + group % 10 * 10
        elif word == "mười":
            group += 10
        elif word == "trăm":
            group *= 100
        elif word in ("nghìn", "triệu"):
            million += group * (1000 if word == "nghìn" else 10**6)
            group = 0
        elif word == "tỷ":
            total = (total + million + group) * 10**9
            million = group = 0
        elif word != "lẻ":
            group += VALUES[word]
    return total + million + group


@given(st.integers(min_value=0, max_value=10**15))
def test_words_say_the_number_and_nothing_else(number):
    assert value_of(in_words(number)) == number
