"""Charts as SVG made on the server, for pages and for papers.

Presentation attributes only, so a strict content policy lets them pass; fills keep apart in
greyscale and carry black figures; every figure also stands in the description that is read aloud.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.html import format_html, format_html_join

from core.templatetags.vietnamese import so

from .papers.lettering import balanced_lines, pieces, width

WIDTH = 640
LABELS, MOST_LABELS = 220, 300  # room for the names on the left, and for long ones
FIGURES = 64  # room for the figures behind the bars
MARGIN = 12
BAR, ROW_GAP, LINE = 20, 14, 18
TEXT = 15
SPREAD = 1.25  # a screen's typeface runs up to a quarter wider than the paper's
PLOT_HEIGHT = 220
FILLS = ("#2f7fb5", "#e0ae4a", "#f3f6fa", "#c9805a", "#c5ddb4")
INK, GRID = "#333333", "#cccccc"
DASHES = ("none", "8 4", "2 4", "10 4 2 4", "14 6")
PAPER_FONT = "Tinos"
SCREEN_FONT = "system-ui, sans-serif"
EMPTY = "Chưa có số liệu"


@dataclass(frozen=True)
class Series:
    """One row of figures, one for each category of its chart."""

    name: str
    values: tuple[int | float | Decimal, ...]


@dataclass(frozen=True)
class Chart:
    """What a chart shows; raises ValueError for what it cannot show."""

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""  # hồ sơ, tập thể

    def __post_init__(self):
        if len(self.series) > len(FILLS):
            raise ValueError(f"A chart shows at most {len(FILLS)} series, not {len(self.series)}.")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"Series {series.name!r} has not one value for each category.")
            if min(series.values, default=0) < 0:
                raise ValueError(f"Series {series.name!r} has a negative value.")

    @property
    def description(self):
        """Every figure in words: “Tập thể: 2021 12 hồ sơ, 2022 15 hồ sơ.”"""
        unit = f" {self.unit}" if self.unit else ""
        sentences = (
            f"{series.name}: "
            + ", ".join(
                f"{name} {so(value)}{unit}"
                for name, value in zip(self.categories, series.values, strict=True)
            )
            for series in self.series
        )
        return ". ".join(sentences) + "." if self.categories and self.series else EMPTY + "."


def bars(chart, font=SCREEN_FONT):
    """Bars that lie, one for each category, or a group of bars where there are several series."""
    return _lying(chart, font, _grouped_row, [max(values, default=0) for values in _by_category(chart)])


def stacked_bars(chart, font=SCREEN_FONT):
    """One lying bar for each category, its series end to end, the sum behind it."""
    return _lying(chart, font, _stacked_row, [sum(values) for values in _by_category(chart)])


def lines(chart, font=SCREEN_FONT):
    """Points joined by lines, the categories (years, say) from left to right."""
    if not chart.categories or not chart.series:
        return _empty(chart, font)
    legend, top = _legend(chart)
    ticks = _ticks(max(max(series.values) for series in chart.series))
    plot = _Plot(chart, MARGIN + 8 + _room(so(ticks[-1])), top + 24, ticks[-1], font)
    parts = [legend, plot.grid(ticks), plot.drawn_names()]
    parts += [plot.line(place, series) for place, series in enumerate(chart.series)]
    return _svg(chart, font, round(plot.end), parts)


# --- The frame around every chart ------------------------------------------------------------------


def _svg(chart, font, height, parts):
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'font-family="{}" font-size="{}" fill="black"><title>{}</title><desc>{}</desc>'
        '<rect x="1" y="1" width="{}" height="{}" fill="none" stroke="{}"/>{}</svg>',
        *(chart.title, WIDTH, height, font, TEXT, chart.title, chart.description),
        *(WIDTH - 2, height - 2, INK, format_html_join("", "{}", ((part,) for part in parts))),
    )


def _empty(chart, font):
    note = format_html(
        '<text x="{}" y="46" text-anchor="middle" font-family="{}">{}</text>', WIDTH / 2, font, EMPTY
    )
    return _svg(chart, font, 80, [note])


def _legend(chart):
    """(swatches with the names of several series, the height they take)."""
    if len(chart.series) < 2:
        return "", 0
    entries, x, y = [], MARGIN, MARGIN
    for fill, series in zip(FILLS, chart.series, strict=False):
        needed = _room(series.name) + 40
        if x + needed > WIDTH and x > MARGIN:
            x, y = MARGIN, y + LINE + 6
        entries.append((x, y, fill, INK, x + 22, y + 13, series.name))
        x += needed
    bottom = y + LINE + MARGIN
    swatches = format_html_join(
        "",
        '<rect x="{}" y="{}" width="15" height="15" fill="{}" stroke="{}"/><text x="{}" y="{}">{}</text>',
        [tuple(_short(value) for value in entry) for entry in entries],
    )
    return format_html("{}{}", swatches, _stroke(0, bottom, WIDTH, bottom)), bottom


def _stroke(x1, y1, x2, y2, colour=INK):
    return format_html('<path d="M{} {}L{} {}" stroke="{}"/>', *map(_short, (x1, y1, x2, y2)), colour)


def _label_rows(text, room, font=SCREEN_FONT):
    """A name on as many lines as it takes, none of it cut."""
    room = room if font == PAPER_FONT else room / SPREAD
    return [piece for row in balanced_lines(text, room, TEXT) for piece in pieces(row, room, TEXT)]


def _label(text, rows, x, middle, anchor="end"):
    """The rows of a name around the middle; the name in one line is its tooltip."""
    first = middle + 5 - LINE / 2 * (len(rows) - 1)
    spans = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="{}">{}</text>',
        [(_short(x), _short(first + place * LINE), anchor, row) for place, row in enumerate(rows)],
    )
    return format_html("<g><title>{}</title>{}</g>", text, spans)


def _figure(value, x, y, anchor="start"):
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}">{}</text>', _short(x), _short(y), anchor, so(value)
    )


def _room(text):
    return width(text, TEXT) * SPREAD


def _short(value):
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


# --- Lying bars ------------------------------------------------------------------------------------


def _by_category(chart):
    return list(zip(*(series.values for series in chart.series), strict=True))


def _lying(chart, font, draw_row, longest):
    if not chart.categories or not chart.series:
        return _empty(chart, font)
    legend, y = _legend(chart)
    left, top, parts = _labels_end(chart, font), y, [legend]
    unit = (WIDTH - left - FIGURES - MARGIN) / float(max(longest) or 1)
    for name, values in zip(chart.categories, _by_category(chart), strict=True):
        rows = _label_rows(name, left - 8 - MARGIN, font)
        bar, height = draw_row(values, left, y + ROW_GAP / 2, unit, len(rows) * LINE)
        parts += [_label(name, rows, left - 8, y + (height + ROW_GAP) / 2), bar]
        y += height + ROW_GAP
    parts.append(_stroke(left, top, left, y + 1))
    return _svg(chart, font, round(y + 2), parts)


def _labels_end(chart, font):
    """Where the bars begin: further on where a name would take more than two lines."""
    wide = max(width(name, TEXT) for name in chart.categories) * (1 if font == PAPER_FONT else SPREAD)
    return min(max(LABELS, 0.55 * wide + 8 + MARGIN), MOST_LABELS)


def _grouped_row(values, left, y, unit, least):
    """(the bars of one category, how high they stand); `least` is the height of its name."""
    height = max(len(values) * BAR, least)
    y += (height - len(values) * BAR) / 2
    parts = []
    for place, (value, fill) in enumerate(zip(values, FILLS, strict=False)):
        length = float(value) * unit
        parts.append(_bar(left, y + place * BAR + 1, length, fill))
        parts.append(_figure(value, left + length + 6, y + place * BAR + 15))
    return format_html_join("", "{}", ((part,) for part in parts)), height


def _stacked_row(values, left, y, unit, least):
    height = max(BAR, least)
    x, parts, y = left, [], y + (height - BAR) / 2
    for value, fill in zip(values, FILLS, strict=False):
        length = float(value) * unit
        parts.append(_bar(x, y, length, fill))
        if _room(so(value)) + 4 < length:
            parts.append(_figure(value, x + length / 2, y + 14, "middle"))
        x += length
    parts.append(_figure(sum(values), x + 6, y + 14))
    return format_html_join("", "{}", ((part,) for part in parts)), height


def _bar(x, y, length, fill):
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>',
        *map(_short, (float(x), float(y), float(length), BAR - 2, fill, INK)),
    )


# --- Lines -----------------------------------------------------------------------------------------


def _ticks(largest):
    """Round marks from 0 to at least `largest`, four to six of them where whole numbers allow."""
    step = next(
        step
        for power in range(12)
        for step in (10**power, 2 * 10**power, 5 * 10**power)
        if 5 * step >= largest
    )
    count = max(1, -(-largest // step))
    return [step * place for place in range(int(count) + 1)]


class _Plot:
    """Where the points of a line chart lie."""

    def __init__(self, chart, left, top, largest, font):
        self.chart, self.left, self.top, self.bottom = chart, left, top, top + PLOT_HEIGHT
        self.right = WIDTH - MARGIN
        self.step = (self.right - self.left) / len(chart.categories)
        self.scale = PLOT_HEIGHT / float(largest)
        wide = min(max(_room(name) for name in chart.categories) + 8, 96)
        every = max(1, round(wide / self.step + 0.5))  # those between would lie over each other
        self.room = self.step * every - 8
        self.names = [
            (place, name, _label_rows(name, self.room, font))
            for place, name in enumerate(chart.categories)
            if place % every == 0
        ]
        self.end = self.bottom + 8 + LINE * max(2, *(len(rows) for *_, rows in self.names))

    def point(self, place, value):
        return self.left + (place + 0.5) * self.step, self.bottom - float(value) * self.scale

    def grid(self, ticks):
        heights = [(tick, self.bottom - float(tick) * self.scale) for tick in ticks]
        parts = [_stroke(self.left, y, self.right, y, INK if not tick else GRID) for tick, y in heights]
        parts += [_figure(tick, self.left - 6, y + 5, "end") for tick, y in heights]
        parts.append(_stroke(self.left, self.top - 24, self.left, self.end - 1))
        return format_html_join("", "{}", ((part,) for part in parts))

    def drawn_names(self):
        return format_html_join("", "{}", ((self._name(*entry),) for entry in self.names))

    def _name(self, place, name, rows):
        x = self._inside(self.point(place, 0)[0], name)
        return _label(name, rows, x, self.bottom + max(20, 11 + LINE / 2 * (len(rows) - 1)), "middle")

    def _inside(self, x, name):
        """The middle of a name, moved so that it crosses neither axis nor frame."""
        half = min(_room(name), self.room) / 2 + 4
        return min(max(x, self.left + half), self.right - half)

    def line(self, place, series):
        points = [self.point(at, value) for at, value in enumerate(series.values)]
        strokes = format_html_join(
            "",
            '<path d="M{} {}L{} {}" stroke="{}" stroke-width="2" stroke-dasharray="{}"/>',
            [(*map(_short, (*a, *b)), INK, DASHES[place]) for a, b in pairwise(points)],
        )
        marks = format_html_join(
            "",
            '<circle cx="{}" cy="{}" r="5" fill="{}" stroke="{}"/>',
            [(*map(_short, point), FILLS[place], INK) for point in points],
        )
        return format_html("{}{}{}", strokes, marks, self._figures(points, series))

    def _figures(self, points, series):
        """The figures above the points, where only one line runs."""
        if len(self.chart.series) > 1 or self.step < 40:
            return ""
        parts = [
            _figure(value, x, y - 10, "middle") for (x, y), value in zip(points, series.values, strict=True)
        ]
        return format_html_join("", "{}", ((part,) for part in parts))
