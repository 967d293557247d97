"""Drawings of a body as pictures, for not every Word shows SVG, with their description to be read aloud."""

import threading
from io import BytesIO

import pypdfium2
from docx.shared import Pt
from lxml import etree

from reports.papers.layout import MM, printable
from reports.pdf import lay_out, write

from .elements import add_paragraph
from .styles import Look

SVG = "{http://www.w3.org/2000/svg}"
DOTS_PER_INCH = 220
TALLEST = 190 * MM  # as in paper.css
SHEET = "@page {{ size: {width}pt {height}pt !important; margin: 0 !important }} svg {{ display: block }}"
PDFIUM = threading.Lock()  # it does one thing at a time


def add_figure(file, figure, width):
    """The drawing as wide as the text, its caption below; what is no drawing of reports.charts is text."""
    if not hasattr(figure.svg, "__html__"):
        add_paragraph(file, Look.TEXT, figure.svg)
    else:
        paragraph = add_paragraph(file, Look.FIGURE)
        drawing = etree.fromstring(figure.svg)
        width = _fitting(drawing, width)
        picture = BytesIO(_png(figure.svg, drawing, width))
        inline = paragraph.add_run().add_picture(picture, width=Pt(width))._inline
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        description = f"{drawing.findtext(f'{SVG}title')}. {drawing.findtext(f'{SVG}desc')}"
        inline.docPr.set("descr", printable(description))
        paragraph.paragraph_format.keep_with_next = bool(figure.caption) or None
    if figure.caption:
        add_paragraph(file, Look.CAPTION, figure.caption)


def _fitting(drawing, width):
    """The width of the text, or less where the drawing would be higher than a page."""
    across, down = _sides(drawing)
    return min(width, TALLEST * across / down)


def _sides(drawing):
    return map(float, drawing.get("viewBox").split()[2:])


def _png(svg, drawing, width):
    """The drawing as the PDF prints it."""
    across, down = _sides(drawing)
    html = f'<link rel="stylesheet" href="paper.css">{printable(svg)}'
    pages = lay_out(html, SHEET.format(width=width, height=width * down / across))
    with PDFIUM:
        page = pypdfium2.PdfDocument(write(pages, None))[0]
        image = page.render(scale=DOTS_PER_INCH / 72).to_pil()
    content = BytesIO()
    image.save(content, "PNG")
    return content.getvalue()
