"""Small pieces of a Word file: paragraphs, rules, tables without lines."""

import re

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from core.emphasis import runs
from reports.papers.layout import printable
from reports.papers.lettering import JOINER, unbroken

from .styles import Look

SPACES = re.compile("[ \t\r\n\f]+")
NO_MARGINS = (
    f"<w:tblCellMar {nsdecls('w')}>"
    + "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:tblCellMar>"
)


def words(text):
    """Text of one line as the PDF has it, without the joiners, which Word does not know."""
    return printable(SPACES.sub(" ", unbroken(text)).strip(" ")).replace(JOINER, "")


def runs_of(text):
    """The words of one line of text, parted where bold or italic ones begin and end."""
    whole = SPACES.sub(" ", unbroken(text)).strip(" ")
    return [run._replace(text=printable(run.text).replace(JOINER, "")) for run in runs(whole)]


def add_paragraph(container, look, *lines):
    """A paragraph of these lines at the end of the file or of a cell."""
    paragraph = container.add_paragraph(style=look)
    for place, line in enumerate(lines):
        add_words(paragraph, line)
        if place + 1 < len(lines):
            paragraph.add_run().add_break()
    return paragraph


def add_words(paragraph, text):
    """Text at the end of a paragraph, its bold and italic words so."""
    for words_alike, bold, italic in runs_of(text):
        run = paragraph.add_run(words_alike)
        run.bold, run.italic = bold or None, italic or None  # None: as the style has it


def add_rule(container, length, room):
    """A rule of that many points in the middle of its room; answers its paragraph's format."""
    form = add_paragraph(container, Look.RULE).paragraph_format
    form.left_indent = form.right_indent = Pt((room - length) / 2)
    return form


def add_frame(file, widths, rows):
    """A table without lines that holds things side by side; none of its rows is split.

    Its cells are without a paragraph, and each must get one.
    """
    part_from_table(file)
    table = file.add_table(rows, len(widths))
    table.autofit = False
    table._tbl.tblPr.insert_element_before(parse_xml(NO_MARGINS), "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
            cell._tc.clear_content()
    return table


def part_from_table(file):
    """Word takes two tables without a paragraph between them for one."""
    last = _last(file)
    if last is not None and last.tag == qn("w:tbl"):
        add_paragraph(file, Look.SPACER)


def add_space_below(file, points):
    """So much space at least between what was written last and a table."""
    part_from_table(file)
    paragraph = Paragraph(_last(file), file)
    space = paragraph.style.paragraph_format.space_after
    paragraph.paragraph_format.space_after = max(space, Pt(points))


def keep_last(file):
    """Keep the last paragraph, or the last row of a table, on one page with what comes next."""
    last = _last(file)
    paragraphs = [last] if last.tag == qn("w:p") else last.tr_lst[-1].iter(qn("w:p"))
    for paragraph in paragraphs:
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _last(file):
    return file.element.body[-1].getprevious()  # the very last element describes the section
