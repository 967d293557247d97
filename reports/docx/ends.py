"""What stands above the body of a paper and below it."""

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor

from reports.papers.layout import MOTTO, NATION, TEXT_WIDTH
from reports.papers.lettering import width

from .elements import add_frame, add_paragraph, add_rule, keep_last
from .styles import CENTER, LINE, Look

SLACK = 4  # points between a name that fills the left column and the right one
SHORT_RULE = 0.4  # of the longest line above it
ENTRY_INDENT = 3.6  # of the size, as far as “Kính gửi:” reaches
RECIPIENTS_SHARE = 0.45  # of the text's width
OFFICE_LINES = 3  # room for so many above each name
CLOSING_GAP = 12  # points between the body and its end
SIGN_ROOM = Mm(22)
RED = RGBColor(0xE0, 0, 0)
BOX = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="E00000"/>'
    for side in ("top", "left", "bottom", "right")
)


def write_head(file, document, view):
    """Ô 1 to 5, 9a and the grounds."""
    sizes, title = view["sizes"], document.title
    _write_letterhead(file, view, sizes)
    if title.kind:
        add_paragraph(file, Look.TITLE, title.kind)
        add_paragraph(file, Look.SUBJECT, *view["subject"])
        add_rule(file, _short_rule(view["subject"], sizes.text), TEXT_WIDTH).space_after = Pt(12)
    if title.authority:
        add_paragraph(file, Look.AUTHORITY, *title.authority.split("\n"))
    _write_addressees(file, view["addressees"], sizes.text, gap=0 if title.kind else 20)
    for basis in view["legal_bases"]:
        add_paragraph(file, Look.BASIS, basis)
    if view["decides"]:
        add_paragraph(file, Look.AUTHORITY, view["decides"])


def _write_letterhead(file, view, sizes):
    left_width = view["room"] + SLACK
    right_width = TEXT_WIDTH - left_width
    has_second_row = any(view[part] for part in ("number", "regarding", "form_number", "dated"))
    names, *numbers = add_frame(file, (left_width, right_width), rows=1 + has_second_row).rows
    left, right = names.cells
    for line in filter(None, view["parent"]):
        add_paragraph(left, Look.PARENT, line)
    add_paragraph(left, Look.ISSUER, *view["issuer"])
    add_rule(left, _short_rule(view["issuer"], sizes.nation), left_width)
    add_paragraph(right, Look.NATION, NATION)
    add_paragraph(right, Look.MOTTO, MOTTO)
    add_rule(right, width(MOTTO, sizes.text, "Bold"), right_width)
    for row in numbers:
        _write_number_and_date(*row.cells, view)


def _write_number_and_date(left, right, view):
    if view["number"] or not view["form_number"]:
        add_paragraph(left, Look.NUMBER, view["number"])
    if view["regarding"]:
        add_paragraph(left, Look.REGARDING, *view["regarding"])
    if view["urgency"]:
        _write_urgency(left, view)
    if view["form_number"]:
        form = add_paragraph(left, Look.FORM_NUMBER, *view["form_number"]).paragraph_format
        form.space_before = Pt(6 if view["number"] else 8)
    add_paragraph(right, Look.DATED, view["dated"])


def _write_urgency(cell, view):
    """Red, in a box as wide as the rules have it."""
    paragraph = add_paragraph(cell, Look.URGENCY, view["urgency"])
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = (cell.width - Mm(view["urgency_width"])) // 2
    paragraph.runs[0].font.color.rgb = RED
    box = parse_xml(f"<w:pBdr {nsdecls('w')}>{BOX}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(box, "w:spacing", "w:ind")


def _short_rule(lines, size):
    return SHORT_RULE * max(width(line, size, "Bold") for line in lines)


def _write_addressees(file, lines, size, gap):
    """As a block in the middle; a single line is centred, so that it stays there when it is typed over."""
    indents = [ENTRY_INDENT * size if place else 0 for place in range(len(lines))]
    widest = max((indent + width(line, size) for indent, line in zip(indents, lines, strict=True)), default=0)
    margin = max(0, (TEXT_WIDTH - widest) / 2)
    for place, (line, indent) in enumerate(zip(lines, indents, strict=True)):
        form = add_paragraph(file, Look.ADDRESSEE, line).paragraph_format
        form.space_before, form.space_after = Pt(3 if place else gap), Pt(0 if lines[place + 1 :] else 12)
        if len(lines) == 1 and margin:
            form.alignment = CENTER
        else:
            form.left_indent = Pt(margin + indent)


def write_closing(file, signatures, recipients, sizes):
    """Ô 7 and 9b, on one page with the last words of the body."""
    if signatures or recipients:
        keep_last(file)
    if len(signatures) == 1:
        widths = RECIPIENTS_SHARE * TEXT_WIDTH, (1 - RECIPIENTS_SHARE) * TEXT_WIDTH
        left, right = add_frame(file, widths, rows=1).rows[0].cells
        _write_recipients(left, recipients, CLOSING_GAP + sizes.text - 12)  # level with the larger office
        _write_office(right, signatures[0])
        missing = OFFICE_LINES - len(signatures[0].office.split("\n"))
        _write_name(right, signatures[0], SIGN_ROOM + Pt(max(0, missing) * LINE * sizes.text))
        return
    if signatures:
        _write_side_by_side(file, signatures, sizes)
        keep_last(file)
    if recipients:
        _write_recipients(file, recipients, CLOSING_GAP)


def _write_side_by_side(file, signatures, sizes):
    widths = [TEXT_WIDTH / len(signatures)] * len(signatures)
    offices, names = add_frame(file, widths, rows=2).rows
    offices.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
    offices.height = Pt(CLOSING_GAP + OFFICE_LINES * LINE * sizes.text)
    for signature, office, name in zip(signatures, offices.cells, names.cells, strict=True):
        _write_office(office, signature)
        _write_name(name, signature, SIGN_ROOM)


def _write_office(cell, signature):
    lines = signature.office.split("\n")
    add_paragraph(cell, Look.OFFICE, *lines).paragraph_format.space_before = Pt(CLOSING_GAP)


def _write_name(cell, signature, room):
    lines = filter(None, (signature.other_office, signature.name))
    add_paragraph(cell, Look.SIGNATORY, *lines).paragraph_format.space_before = room


def _write_recipients(container, recipients, gap):
    """In the file itself or in a cell, which must not stay empty."""
    head = "Nơi nhận:" if recipients else ""
    add_paragraph(container, Look.RECIPIENTS_HEAD, head).paragraph_format.space_before = Pt(gap)
    for place, entry in enumerate(recipients, start=1):
        form = add_paragraph(container, Look.RECIPIENT, entry).paragraph_format
        form.keep_with_next = place < len(recipients)
