"""Charts by their SVG, read as XML."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString

from reports.charts import (
    EMPTY,
    FILLS,
    PAPER_FONT,
    SCREEN_FONT,
    WIDTH,
    Chart,
    Series,
    bars,
    lines,
    stacked_bars,
)
from reports.papers.lettering import width

SVG = "{http://www.w3.org/2000/svg}"
KINDS = (bars, stacked_bars, lines)
BY_UNIT = Chart(
    "Hồ sơ theo đơn vị",
    ("Xã Đồng Thạnh", "Xã Bình Nhì"),
    (Series("Đề nghị", (12, 0)), Series("Được khen", (9, 0))),
    "hồ sơ",
)


def drawn(draw, chart, **options):
    return ElementTree.fromstring(draw(chart, **options))


def texts(svg):
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def rectangles(svg, fill):
    return [rect for rect in svg.iter(f"{SVG}rect") if rect.get("fill") == fill]


@pytest.mark.parametrize("draw", KINDS)
def test_chart_says_its_title_and_every_figure_in_words(draw):
    svg = drawn(draw, BY_UNIT)

    assert svg.get("role") == "img"
    assert svg.get("aria-label") == svg.find(f"{SVG}title").text == "Hồ sơ theo đơn vị"
    assert svg.find(f"{SVG}desc").text == (
        "Đề nghị: Xã Đồng Thạnh 12 hồ sơ, Xã Bình Nhì 0 hồ sơ. "
        "Được khen: Xã Đồng Thạnh 9 hồ sơ, Xã Bình Nhì 0 hồ sơ."
    )


@pytest.mark.parametrize("draw", KINDS)
def test_chart_needs_no_style_no_script_and_no_other_file(draw):
    svg = drawn(draw, BY_UNIT)
    tags = {element.tag.removeprefix(SVG) for element in svg.iter()}
    attributes = {name for element in svg.iter() for name in element.attrib}

    assert tags <= {"svg", "title", "desc", "g", "rect", "path", "text", "circle"}
    assert not {"style", "class", "href", "id"} & attributes
    assert isinstance(draw(BY_UNIT), SafeString)


@pytest.mark.parametrize("draw", KINDS)
def test_typed_names_are_escaped(draw):
    chart = Chart('<script>"x"</script>', ("<b>&",), (Series("</svg>", (1,)), Series("'", (2,))))
    svg = drawn(draw, chart)

    assert svg.find(f"{SVG}title").text == '<script>"x"</script>'
    assert "<b>&" in texts(svg)


@pytest.mark.parametrize("draw", KINDS)
@pytest.mark.parametrize("chart", [Chart("Trống", (), (Series("a", ()),)), Chart("Trống", ("Xã",), ())])
def test_chart_without_data_says_so(draw, chart):
    svg = drawn(draw, chart)

    assert texts(svg) == [EMPTY]
    assert svg.find(f"{SVG}desc").text == "Chưa có số liệu."


@pytest.mark.parametrize("draw", KINDS)
def test_chart_of_zeros_shows_zeros(draw):
    svg = drawn(draw, Chart("Không", ("Xã A", "Xã B"), (Series("Hồ sơ", (0, 0)),)))

    assert texts(svg).count("0") >= 2


def test_bar_is_as_long_as_its_value():
    svg = drawn(bars, Chart("", ("A", "B", "C"), (Series("", (40, 10, 0)),)))
    longest, quarter, none = (float(rect.get("width")) for rect in rectangles(svg, FILLS[0]))

    assert quarter == pytest.approx(longest / 4, abs=0.1)
    assert none == 0


def test_stacked_bars_stand_end_to_end_with_their_sum_behind():
    svg = drawn(stacked_bars, BY_UNIT)
    first, second = (rectangles(svg, fill)[-2:][0] for fill in FILLS[:2])

    assert float(second.get("x")) == pytest.approx(float(first.get("x")) + float(first.get("width")), abs=0.1)
    assert texts(svg)[2:6] == ["Xã Đồng Thạnh", "12", "9", "21"]


def test_line_rises_with_its_values():
    svg = drawn(lines, Chart("", ("2021", "2022", "2023"), (Series("", (5, 10, 20)),)))
    heights = [float(circle.get("cy")) for circle in svg.iter(f"{SVG}circle")]

    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[1] == pytest.approx((heights[1] - heights[2]) / 2, abs=0.1)


def test_figures_are_written_the_vietnamese_way():
    svg = drawn(bars, Chart("", ("A", "B"), (Series("", (12345, Decimal("6.5"))),)))

    assert {"12.345", "6,5"} <= set(texts(svg))


LONG = "Phòng Giáo dục và Đào tạo, các trường mầm non, tiểu học, trung học cơ sở trên địa bàn huyện"


def label(svg):
    """(the name that a page shows as a tooltip, its lines beside the bar)."""
    group = next(svg.iter(f"{SVG}g"))
    return group.find(f"{SVG}title").text, [row.text for row in group.findall(f"{SVG}text")]


@pytest.mark.parametrize("draw", KINDS)
@pytest.mark.parametrize("font", [PAPER_FONT, SCREEN_FONT])
@pytest.mark.parametrize("name", ["Xã Bình Nhì", LONG, LONG * 3])
def test_a_name_takes_as_many_lines_as_it_needs_and_is_never_cut(draw, font, name):
    whole, rows = label(drawn(draw, Chart("", (name,) * 3, (Series("", (1, 2, 3)),)), font=font))

    assert whole == name
    assert " ".join(rows) == name


def test_a_word_wider_than_its_place_is_broken():
    name = "Ỷ" * 80
    _, rows = label(drawn(bars, Chart("", (name,), (Series("", (1,)),))))

    assert len(rows) > 2
    assert "".join(rows) == name


def test_long_names_get_more_room_beside_the_bars():
    def axis(name):
        svg = drawn(bars, Chart("", (name,), (Series("", (1,)),)), font=PAPER_FONT)
        return float(rectangles(svg, FILLS[0])[-1].get("x"))

    assert axis("Xã Bình Nhì") < axis(LONG) < WIDTH / 2


def test_a_row_is_as_high_as_its_name_and_no_higher():
    def row(name):
        svg = drawn(stacked_bars, Chart("", (name,) * 10, (Series("", (1,) * 10),)))
        return int(svg.get("viewBox").split()[3]), len(label(svg)[1])

    (short, _), (tall, lines_of_long) = row("Xã A"), row(LONG)

    assert tall - short == 10 * (18 * lines_of_long - 20)  # lines of 18 against a bar of 20


def test_nothing_stands_below_the_frame():
    svg = drawn(lines, Chart("", (LONG,) * 8, (Series("", (1,) * 8),)))
    bottom = int(svg.get("viewBox").split()[3])

    assert max(float(text.get("y")) for text in svg.iter(f"{SVG}text")) < bottom - 4


@pytest.mark.parametrize("draw", KINDS)
def test_nothing_reaches_over_the_edge(draw):
    names = tuple(f"Đơn vị hành chính số {n} có tên dài" for n in range(30))
    series = tuple(Series(f"Loại đối tượng khen thưởng {n}", (10**6 + n,) * 30) for n in range(5))
    svg = drawn(draw, Chart("", names, series))

    for text in svg.iter(f"{SVG}text"):
        x, anchor, wide = float(text.get("x")), text.get("text-anchor", "start"), width(text.text, 15)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
        assert left >= 0
        assert left + wide <= WIDTH


def test_fills_keep_apart_in_greyscale_and_carry_black_figures():
    def luminance(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lightness = sorted(116 * luminance(fill) ** (1 / 3) - 16 for fill in FILLS)

    assert all(lighter - darker > 8 for darker, lighter in pairwise(lightness))
    assert all((luminance(fill) + 0.05) / 0.05 >= 4.5 for fill in FILLS)


@pytest.mark.parametrize(
    ("categories", "series", "reason"),
    [
        (("A",), (Series("a", (1, 2)),), "one value for each category"),
        (("A",), (Series("a", (-1,)),), "negative"),
        (("A",), (Series("a", (1,)),) * 6, "at most 5 series"),
    ],
)
def test_chart_that_cannot_be_drawn_is_refused(categories, series, reason):
    with pytest.raises(ValueError, match=reason):
        Chart("", categories, series)


def test_paper_and_screen_have_their_own_typeface():
    assert drawn(bars, BY_UNIT, font=PAPER_FONT).get("font-family") == "Tinos"
    assert drawn(bars, BY_UNIT).get("font-family") == "system-ui, sans-serif"
