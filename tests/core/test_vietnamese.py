import datetime
from datetime import date

import pytest
from django.template import Context, Template


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


@pytest.mark.parametrize("text", [None, "", "  \n \n"])
def test_prose_of_nothing_is_nothing(text):
    assert render("{{ value|prose }}", text) == ""
