from hypothesis import given
from hypothesis import strategies as st

from core.pages import numbers


def test_only_what_can_be_an_id_is_taken_from_what_was_sent():
    assert numbers(["12", "7 8", "", "²", "x3", "-4", "9" * 19]) == [12, 7, 8, 4]


@given(st.lists(st.text()))
def test_no_text_gives_a_number_that_no_database_holds(texts):
    assert all(0 <= number < 2**63 for number in numbers(texts))
