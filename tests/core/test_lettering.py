"""The typeface of papers knows Vietnamese, in whatever form it comes, and no pictures."""

import unicodedata

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from core.fields import LineFormField, ProseFormField
from core.lettering import REGULAR, unprintable

VIETNAMESE = "Ường, ỡ, ẵ, Đ, ₫ – “ổn”… ≥ 80% • → ²"


def test_typeface_lacks_check_boxes_and_pictures():
    assert unprintable("Đạt ☐, không đạt ☐ ✓ 🌟") == ["☐", "✓", "🌟"]
    assert unprintable("một\0hai\x01") == ["\0", "\x01"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_typeface_knows_vietnamese(form):
    assert unprintable(unicodedata.normalize(form, VIETNAMESE)) == []


def test_layout_and_what_nobody_sees_is_no_letter():
    assert unprintable("một\r\n\thai\u200b\ufe0f") == []
    assert LineFormField().clean(unicodedata.normalize("NFD", "Bông\u200b Sứ\ufe0f")) == "Bông Sứ"
    assert ProseFormField().clean("một\r\n\thai\u00ad") == "một\n\thai"


@pytest.mark.parametrize("style", ["Bold", "Italic", "BoldItalic"])
def test_every_face_has_the_letters_of_the_regular_one(style):
    faces = [REGULAR, settings.BASE_DIR / f"static/papers/fonts/Tinos-{style}.ttf"]
    regular, other = (TTFont(face, lazy=True).getBestCmap().keys() for face in faces)

    assert regular == other
