import unicodedata

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from hypothesis import given
from hypothesis import strategies as st

from core.fields import MOST_LETTERS, LineFormField, ProseFormField
from core.models import Holiday
from core.text import fold, line, name_key, nfc, paragraphs, text_key

DOORS = [
    LineFormField().clean,
    ProseFormField().clean,
    lambda text: Holiday._meta.get_field("name").clean(text, None),
]
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
syllables = st.builds(
    lambda onset, vowel, tone, coda: nfc(f"{onset}{vowel}{tone}{coda}").capitalize(),
    st.sampled_from(["", "b", "đ", "h", "ng", "th"]),
    st.sampled_from("aăâeêioôơuưy"),
    st.sampled_from(TONES),
    st.sampled_from(["", "m", "n", "ng"]),
)
names = st.lists(syllables, min_size=1, max_size=4).map(" ".join)


def nfd(text):
    return unicodedata.normalize("NFD", text)


def backwards(in_order):
    return list(reversed(in_order))


@given(st.text())
def test_fold_does_not_tell_composed_from_decomposed(text):
    assert fold(nfc(text)) == fold(nfd(text))


@given(st.text())
def test_fold_of_folded_text_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn  Thị Đức", "nguyen thi duc"),
        ("PHƯỜNG Ỷ LA", "phuong y la"),
        ("hoà/hòa", "hoa/hoa"),
        ("H’Hen Niê", "h'hen nie"),
    ],
)
def test_fold_forgets_marks_case_and_spacing(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_line_is_stored_once_and_for_all(text):
    assert line(line(text)) == line(text) == nfc(line(text))


def test_line_collapses_every_kind_of_space():
    assert line(" Xã\u00a0 Tân\t\u200bPhú\ufeff ") == "Xã Tân Phú"
    assert line("Lê \u202eVăn\u2069 Tư") == "Lê Văn Tư"


@given(st.text())
def test_paragraphs_is_stored_once_and_for_all(text):
    assert paragraphs(paragraphs(text)) == paragraphs(text)


def test_paragraphs_keeps_lines_and_indents():
    assert paragraphs("Một  \r\n  - hai\r\n\r\nba\n") == "Một\n  - hai\n\nba"


@given(st.text())
def test_keys_are_digits_alone_and_do_not_tell_composed_from_decomposed(text):
    assert set(text_key(text)) <= set("0123456789")
    assert name_key(nfc(text)) == name_key(nfd(text))


def test_names_stand_by_given_name_then_tone_then_the_rest():
    in_order = [
        "Trần Văn An",
        "Lê Ân",
        "Nguyễn Thị Ba",
        "Ngô Đức",
        "Lê Thị Hà",
        "Vũ Hà",
        "An Thị Hả",
        "Bùi Hã",
        "Đỗ Há",
        "Cao Hạ",
        "Lê Thị Hải",
        "Đinh Hoa",
    ]

    assert sorted(backwards(in_order), key=name_key) == in_order


def test_letters_stand_in_the_order_of_the_alphabet():
    assert "".join(sorted(backwards(LETTERS), key=text_key)) == LETTERS


def test_tones_stand_ngang_huyen_hoi_nga_sac_nang():
    in_order = ["ma", "mà", "mả", "mã", "má", "mạ"]

    assert sorted(backwards(in_order), key=text_key) == in_order


def test_a_surname_stands_before_its_tone_counts():
    assert sorted(["Hồ Mai", "Hô Mãi", "Hộ Mai"], key=name_key) == ["Hồ Mai", "Hộ Mai", "Hô Mãi"]


def test_units_stand_by_number():
    in_order = ["Khu phố 2", "Khu phố 10", "Khu phố 10A", "Phường Bến Cát"]

    assert sorted(backwards(in_order), key=text_key) == in_order


def test_a_number_of_any_length_has_a_key():
    assert text_key("9" * 5000) > text_key("10")


@given(names, names)
def test_two_names_share_a_key_only_when_they_are_one_name(first, second):
    assert (name_key(first) == name_key(second)) == (first.lower() == second.lower())


def test_shorter_name_stands_before_the_longer_one_it_begins():
    assert name_key("Lê An") < name_key("Lê Văn An") < name_key("Lê Văn Anh")


@pytest.mark.parametrize("field", [LineFormField(), ProseFormField()])
@pytest.mark.parametrize("text", ["Xã\x00 Tân Phú", "Xã\x07 Tân Phú", "X\x1fã"])
def test_form_refuses_control_characters(field, text):
    with pytest.raises(Exception, match="ký tự"):
        field.clean(text)


@pytest.mark.parametrize("clean", DOORS)
def test_what_papers_cannot_print_is_refused_by_name(clean):
    with pytest.raises(ValidationError) as refused:
        clean("Bông 🌟 và 🌟, ✓")

    assert refused.value.messages == [
        "Có ký tự không in được trên văn bản: “🌟”, “✓”. Hãy xóa hoặc thay bằng chữ."
    ]


def test_a_text_longer_than_a_form_can_send_again_is_refused():
    field = ProseFormField()

    assert field.clean("ế" * MOST_LETTERS) == "ế" * MOST_LETTERS
    with pytest.raises(ValidationError, match="Nhiều nhất 100000 ký tự"):
        field.clean("ế" * (MOST_LETTERS + 1))


def test_the_browser_cuts_nothing_off():
    field = LineFormField(max_length=9)

    assert "maxlength" not in field.widget_attrs(field.widget)
    assert field.clean(nfd("Nguyễn Vũ")) == "Nguyễn Vũ"


@pytest.mark.parametrize("field", [LineFormField(), ProseFormField()])
def test_a_control_character_is_refused_in_one_sentence(field):
    with pytest.raises(ValidationError) as refused:
        field.clean("Bông\0")

    said = "Nội dung có ký tự điều khiển không hiển thị được. Hãy xóa đoạn này và gõ lại."
    assert refused.value.messages == [said]


@pytest.mark.django_db
def test_a_form_of_a_record_says_once_what_cannot_be_printed():
    form = modelform_factory(Holiday, fields=["day", "name"])({"day": "02/09/2026", "name": "Tết 🌟"})

    assert form.errors == {"name": ["Có ký tự không in được trên văn bản: “🌟”. Hãy xóa hoặc thay bằng chữ."]}


def test_form_gives_the_stored_form():
    assert LineFormField().clean(nfd(" Tân   Phú ")) == "Tân Phú"
    assert ProseFormField().clean(nfd("Một\r\nhai ")) == "Một\nhai"


@pytest.mark.django_db
def test_text_is_stored_in_one_form_whatever_the_door():
    saved = Holiday.objects.create(day="2026-01-01", name=nfd("Tết  Dương lịch"))
    Holiday.objects.bulk_create([Holiday(day="2026-04-30", name=nfd("Ngày Chiến thắng"))])
    Holiday.objects.filter(pk=saved.pk).update(name=nfd("Năm  mới"))

    assert saved.name == "Tết Dương lịch"
    assert list(Holiday.objects.values_list("name", flat=True)) == ["Năm mới", "Ngày Chiến thắng"]
    assert Holiday.objects.filter(name=nfd(" Năm mới")).exists()
