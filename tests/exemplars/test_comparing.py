import hypothesis.strategies as st
from hypothesis import given

from exemplars.comparing import ADDED, DROPPED, KEPT, changes, pieces

TEXT = st.text(alphabet="ab ộ\n", max_size=60)


@given(TEXT, TEXT)
def test_the_pieces_rebuild_both_texts(before, after):
    found = pieces(before, after)

    assert "".join(text for kind, text in found if kind != ADDED) == before
    assert "".join(text for kind, text in found if kind != DROPPED) == after


def test_a_changed_word_is_marked_and_the_rest_is_kept():
    assert pieces("hiến 12 m² đất", "hiến 13 m² đất") == [
        (KEPT, "hiến"),
        (DROPPED, " 12"),
        (ADDED, " 13"),
        (KEPT, " m² đất"),
    ]


def test_long_texts_are_compared_line_by_line():
    lines = [f"dòng {n} có chữ" for n in range(2000)]

    found = pieces("\n".join(lines), "\n".join([*lines[:5], "dòng mới", *lines[6:]]))

    assert [text for kind, text in found if kind == ADDED] == ["dòng mới\n"]


def test_only_parts_that_read_otherwise_are_changes():
    before = {"name": "Bông", "summary": "cũ", "sex": "Nữ"}

    found = changes(before, {**before, "summary": "mới"}, "person")

    assert [(change.part, change.label) for change in found] == [
        ("summary", "Tóm tắt thành tích ghi trong quyết định")
    ]
