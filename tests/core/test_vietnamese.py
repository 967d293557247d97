import datetime
from datetime import date

import pytest
from django.template import Context, Template

from core.templatetags.vietnamese import khoang, percent


def render(source, value):
    return Template(source).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("source", "value", "text"),
    [
        ("{{ value|ngay }}", date(2026, 2, 5), "05/02/2026"),
        ("{{ value|ngay }}", None, ""),
        ("{{ value|ngay_chu }}", date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        ("{{ value|dong }}", 1800000, "1.800.000 đồng"),
        ("{{ value|dong }}", 0, "0 đồng"),
        ("{{ value|dong }}", None, ""),
        ("{{ value|so }}", 1234567, "1.234.567"),
        ("{{ value|so }}", 69.25, "69,25"),
    ],
)
def test_filters_write_as_papers_do(source, value, text):
    assert render(source, value) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (6, 13, "46,2%"),
        (1, 16, "6,3%"),
        (9, 10, "90%"),
        (8999, 10000, "90%"),
        (3, 3, "100%"),
        (0, 7, "0%"),
        (1, 2000, "0,1%"),
        (0, 0, ""),
    ],
)
def test_shares_are_rounded_half_up_and_whole_ones_have_no_decimal(part, whole, text):
    assert percent(part, whole) == text


def test_moments_are_shown_in_local_time():
    moment = datetime.datetime(2026, 2, 4, 18, 5, tzinfo=datetime.UTC)

    assert render("{{ value|ngay }}|{{ value|ngay_gio }}", moment) == "05/02/2026|01:05 ngày 05/02/2026"


def test_prose_makes_paragraphs_breaks_and_lists():
    text = "Mở đầu:\n- một\n- hai\nhết\n\nĐoạn hai\nxuống dòng"

    assert render("{{ value|prose }}", text) == (
        "<p>Mở đầu:</p><ul><li>một</li><li>hai</li></ul><p>hết</p><p>Đoạn hai<br>xuống dòng</p>"
    )


def test_prose_escapes_what_was_typed():
    assert render("{{ value|prose }}", "- <b>a\n\n<i> & b") == (
        "<ul><li>&lt;b&gt;a</li></ul><p>&lt;i&gt; &amp; b</p>"
    )


def test_prose_shows_bold_and_italic_words_and_tables():
    assert render("{{ value|prose }}", "**Một** <*hai*>\n| A | B |\n| 1 | **<b>** |") == (
        "<p><b>Một</b> &lt;<i>hai</i>&gt;</p>"
        '<div class="table-wrap table-wrap-scroll"><table class="table">'
        "<thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>1</td><td><b>&lt;b&gt;</b></td></tr></tbody></table></div>"
    )


@pytest.mark.parametrize("text", [None, "", "  \n \n"])
def test_prose_of_nothing_is_nothing(text):
    assert render("{{ value|prose }}", text) == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "khoảng 10 giây"),
        (31, "khoảng 40 giây"),
        (59, "khoảng 60 giây"),
        (60, "khoảng 1 phút"),
        (61, "khoảng 2 phút"),
        (3600, "khoảng 1 giờ"),
    ],
)
def test_a_time_left_is_told_roughly(seconds, text):
    assert khoang(datetime.timedelta(seconds=seconds)) == text
