"""Printed papers as measured by another program than the one that made them."""

from dataclasses import dataclass
from functools import cache

import pymupdf

from reports.pdf import render
from tests.reports.papers_samples import SAMPLES

MM = 72 / 25.4
A4 = (210, 297)
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20  # millimetres, as the style sheet sets them


@dataclass(frozen=True)
class Line:
    """A line of one style; points, from the left and from the top."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str

    @property
    def centre(self):
        return (self.left + self.right) / 2

    @property
    def width(self):
        return self.right - self.left


@cache
def printed(kind):
    return render(SAMPLES[kind]())


def pages_of(content):
    return list(pymupdf.open(stream=content))


def lines(page):
    """The lines of a page from the top down."""
    found = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            spans = [span for span in line["spans"] if span["text"].strip()]
            if spans:
                text = " ".join("".join(span["text"] for span in spans).split())
                first = spans[0]
                size, font = round(first["size"], 1), first["font"]
                found.append(Line(text, line["bbox"][0], line["bbox"][2], first["origin"][1], size, font))
    return sorted(found, key=lambda line: (line.baseline, line.left))


def line(page, start):
    """The one line of a page that starts so."""
    (found,) = [line for line in lines(page) if line.text.startswith(start)]
    return found


def rule_below(page, line):
    """(left, right) of the rule within half a line below a line, None where there is none."""
    for drawing in page.get_drawings():
        box = drawing["rect"]
        if box.x0 < line.centre < box.x1 and 0 < box.y1 - line.baseline < line.size * 0.6:
            return box.x0, box.x1
    return None


def page_number(page):
    """What stands in the top margin."""
    return " ".join(line.text for line in lines(page) if line.baseline < TOP * MM)


def millimetres(points):
    return points / MM
