"""Drawings of a body as pictures, for not every Word shows SVG, with their description to be read aloud."""

import threading
from io import BytesIO

import pypdfium2
from docx.shared import Pt
from lxml import etree

from reports.papers.layout import printable
from reports.pdf import lay_out, write

from .elements import add_paragraph
from .styles import Look

SVG = "{http://www.w3.org/2000/svg}"
DOTS_PER_INCH = 220
SHEET = "@page {{ size: {width}pt {height}pt !important; margin: 0 !important }} svg {{ display: block }}"
PDFIUM = threading.Lock()  # it does one thing at a time


def add_figure(file, figure, width):
    """The drawing as wide as the text, its caption below; what is no drawing of reports.charts is text."""
    if not hasattr(figure.svg, "__html__"):
        add_paragraph(file, Look.TEXT, figure.svg)
    else:
        paragraph = add_paragraph(file, Look.FIGURE)
        drawing = etree.fromstring(figure.svg)
        picture = BytesIO(_png(figure.svg, drawing, width))
        inline = paragraph.add_run().add_picture(picture, width=Pt(width))._inline
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        description = f"{drawing.findtext(f'{SVG}title')}. {drawing.findtext(f'{SVG}desc')}"
        inline.docPr.set("descr", printable(description))
        paragraph.paragraph_format.keep_with_next = bool(figure.caption) or None
    if figure.caption:
        add_paragraph(file, Look.CAPTION, figure.caption)


def _png(svg, drawing, width):
    """The drawing as the PDF prints it."""
    _, _, across, down = map(float, drawing.get("viewBox").split())
    html = f'<link rel="stylesheet" href="paper.css">{printable(svg)}'
    pages = lay_out(html, SHEET.format(width=width, height=width * down / across))
    with PDFIUM:
        page = pypdfium2.PdfDocument(write(pages, None))[0]
        image = page.render(scale=DOTS_PER_INCH / 72).to_pil()
    content = BytesIO()
    image.save(content, "PNG")
    return content.getvalue()
