"""The body of a paper and of its annexes: one function for each kind of block."""

from itertools import zip_longest

from docx.shared import Pt

from reports.papers.document import Figure, Table

from .elements import add_paragraph, add_words, keep_last, words
from .figures import add_figure
from .styles import CENTER, Look
from .tables import add_table


def write_body(file, pieces, width, *, ends_short=False):
    """Blocks as papers.layout outlines them, in a column so many points wide."""
    following = [block for block, *_ in pieces[1:]]
    for (block, _, tag), after in zip_longest(pieces, following):
        if ends_short and after is None:
            keep_last(file)
        WRITERS[block.template](file, block, tag=tag, width=width)
        if isinstance(block, Figure) and isinstance(after, Table):
            keep_last(file)


def _heading(file, block, *, tag, **_):
    add_paragraph(file, _level(tag), block.line)


def _level(tag):
    return Look(f"Heading {int(tag[1]) - 1}")


def _part(file, block, *, tag, **_):
    form = add_paragraph(file, _level(tag), block.label, block.capitals).paragraph_format
    form.alignment, form.first_line_indent, form.space_before = CENTER, 0, Pt(12)


def _text(file, block, **_):
    paragraph = add_paragraph(file, Look.TEXT, block.text)
    paragraph.paragraph_format.keep_with_next = block.leads or None


def _line(file, block, **_):
    add_paragraph(file, Look.TEXT, block.line)


def _article(file, block, **_):
    paragraph = add_paragraph(file, Look.TEXT)
    paragraph.add_run(words(block.label)).bold = True
    if not block.title:
        paragraph.add_run(" ")
        add_words(paragraph, block.text)
        return
    paragraph.paragraph_format.keep_with_next = True
    if block.text:
        add_paragraph(file, Look.TEXT, block.text)


def _figure(file, block, *, width, **_):
    add_figure(file, block, width)


def _table(file, block, *, width, **_):
    add_table(file, block, width)


WRITERS = {
    "part": _part,
    "section": _heading,
    "heading": _heading,
    "paragraph": _text,
    "item": _line,
    "bullet": _line,
    "article": _article,
    "score_line": _line,
    "figure": _figure,
    "table": _table,
}
