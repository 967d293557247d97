"""Tables of a body, written as markup: python-docx takes a minute and more for ten thousand rows.

The file has a table's head and its last row; what lies between is written when the file is packed, so
that long lists take no memory.
"""

from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from .elements import add_paragraph, add_space_below, runs_of
from .styles import Look

GAP = 6  # points above a table
LOOKS = {"left": Look.CELL_LEFT, "center": Look.CELL_CENTER, "right": Look.CELL_RIGHT}
LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
MARGINS = "".join(  # twentieths of a point
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 60), ("left", 80), ("bottom", 60), ("right", 80))
)


def add_table(file, table, width):
    """A table so many points wide, its head repeated on every page, its rows never split."""
    if table.caption:
        caption = add_paragraph(file, Look.CAPTION, table.caption).paragraph_format
        caption.space_before, caption.keep_with_next = Pt(8), True
    add_space_below(file, GAP)
    file.element.body._insert_tbl(parse_xml(_markup(file, table, round(20 * width))))


def _markup(file, table, width):
    widths = _widths(table.columns, width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{LINES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{MARGINS}</w:tblCellMar>'
    )
    places = range(len(table.rows))
    held = file.hold(_rows(table, widths, places[:-1]))
    rows = "".join((*_head(table, widths), held, *_rows(table, widths, places[-1:])))
    return f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _widths(columns, width):
    """The columns' shares in whole twentieths of a point; the last one takes what is left."""
    whole = sum(column.width for column in columns)
    widths = [width * column.width // whole for column in columns[:-1]]
    return [*widths, width - sum(widths)]


def _head(table, widths):
    """One row, or two where columns share a head; a title beside them reaches over both."""
    upper, *lower = table.head_rows
    place, cells = 0, []
    for title, across, down in upper:
        merge = '<w:vMerge w:val="restart"/>' if down > 1 else ""
        cells.append(_cell(title, sum(widths[place : place + across]), Look.TABLE_HEAD, across, merge))
        place += across
    yield _row(cells, head=True)
    if lower:
        yield _row(
            (
                _cell(column.title, width, Look.TABLE_HEAD)
                if column.over
                else _cell("", width, Look.TABLE_HEAD, merge="<w:vMerge/>")
                for column, width in zip(table.columns, widths, strict=True)
            ),
            head=True,
        )


def _rows(table, widths, places):
    """The markup of these rows, one by one."""
    looks, is_whole = [LOOKS[column.align] for column in table.columns], table.is_whole
    last = len(table.rows) - 1
    for place in places:
        row = table.rows[place]
        keep = place != last and (is_whole or row.kind == "group" or place in (0, last - 1))
        bold = row.kind != "plain"
        if row.kind == "group":
            cells = [_cell(row.cells[0], sum(widths), Look.CELL_LEFT, len(widths), bold=bold, keep=keep)]
        else:
            cells = [
                _cell(text, width, look, bold=bold, keep=keep)
                for text, width, look in zip(row.cells, widths, looks, strict=True)
            ]
        yield _row(cells)


def _row(cells, *, head=False):
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(text, width, look, across=1, merge="", *, bold=False, keep=False):
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    run = "".join(_run(run, bold) for run in runs_of(text))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{look.id}"/>{"<w:keepNext/>" * keep}</w:pPr>{run}</w:p></w:tc>'
    )


def _run(run, bold):
    look = "<w:b/>" * (bold or run.bold) + "<w:i/>" * run.italic
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
