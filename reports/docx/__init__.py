"""From a document to the bytes of a Word file (DOCX) that people may go on editing.

Its words and lines are those of the PDF (papers/layout.py); the same document gives the same bytes.
"""

from reports.papers.layout import LANDSCAPE_WIDTH, TEXT_WIDTH, annex_view, main_view

from .blocks import write_body
from .elements import add_paragraph
from .ends import write_closing, write_head
from .pages import begin_section, blank, packed
from .styles import Look


def render(document):
    """The paper with its annexes; raises PaperError for characters that papers cannot print."""
    view = main_view(document)
    file = blank(document, view["sizes"])
    _write_main(file, document, view)
    for other in document.following:
        begin_section(file, landscape=False)
        _write_main(file, other, main_view(other))
    for place in range(len(document.annexes)):
        _write_annex(file, annex_view(document, place))
    return packed(file)


def _write_main(file, document, view):
    write_head(file, document, view)
    write_body(file, view["pieces"], TEXT_WIDTH, ends_short=view["ends_short"])
    write_closing(file, document.signatures, view["recipients"], view["sizes"])


def _write_annex(file, view):
    landscape = view["annex"].landscape
    begin_section(file, landscape=landscape)
    add_paragraph(file, Look.ANNEX, view["label"])
    add_paragraph(file, Look.ANNEX_TITLE, *view["title"].split("\n"))
    add_paragraph(file, Look.REFERENCE, *view["reference"])
    write_body(file, view["pieces"], LANDSCAPE_WIDTH if landscape else TEXT_WIDTH)
