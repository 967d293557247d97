"""Word files as python-docx reads them."""

from functools import cache
from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reports.docx import render
from tests.reports.papers_samples import SAMPLES


@cache
def written(kind):
    return render(SAMPLES[kind]())


def opened(content):
    return docx.Document(BytesIO(content))


def paragraphs(file):
    """All of them in reading order, those in tables too."""
    return [Paragraph(element, file) for element in file.element.body.iter(qn("w:p"))]


def paragraph(file, start):
    """The one paragraph that starts so."""
    (found,) = [found for found in paragraphs(file) if found.text.startswith(start)]
    return found


def text_of(file):
    return " ".join(" ".join(found.text for found in paragraphs(file)).split())


def flag(element, path):
    """Whether a property of an element is there and not switched off: flag(row, "w:trPr/w:cantSplit")."""
    for tag in path.split("/"):
        element = None if element is None else element.find(qn(tag))
    return element is not None and element.get(qn("w:val")) not in ("0", "false")
