"""The styles of a paper's Word file: the measures of static/papers/paper.css in Word's terms."""

from enum import StrEnum

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from reports.papers.layout import FORM_NUMBER

FONT = "Times New Roman"
SINGLE = 1.149  # of the size: what Word calls a single line of that typeface
LINE, HEAD_LINE, TABLE_LINE = 1.25, 1.2, 1.2  # of the size, as in the style sheet
LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


class Look(StrEnum):
    """The styles, under the names that Word shows."""

    PARENT = "Cơ quan chủ quản"
    ISSUER = "Cơ quan ban hành"
    NATION = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    NUMBER = "Số ký hiệu"
    REGARDING = "Trích yếu công văn"
    URGENCY = "Mức độ khẩn"
    FORM_NUMBER = "Mẫu số"
    DATED = "Địa danh và ngày"
    TITLE = "Title"
    SUBJECT = "Trích yếu"
    AUTHORITY = "Thẩm quyền ban hành"
    ADDRESSEE = "Kính gửi"
    BASIS = "Căn cứ"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    HEADING_4 = "Heading 4"
    TEXT = "Nội dung"
    TABLE_HEAD = "Đầu bảng"
    CELL_LEFT = "Ô bảng"
    CELL_CENTER = "Ô bảng giữa"
    CELL_RIGHT = "Ô bảng phải"
    FIGURE = "Hình"
    CAPTION = "Caption"
    OFFICE = "Chức vụ người ký"
    SIGNATORY = "Họ tên người ký"
    RECIPIENTS_HEAD = "Nơi nhận"
    RECIPIENT = "Danh sách nơi nhận"
    ANNEX = "Phụ lục"
    ANNEX_TITLE = "Tên phụ lục"
    REFERENCE = "Kèm theo văn bản"
    HEADER = "Header"
    RULE = "Đường kẻ"
    SPACER = "Khoảng trống"

    @property
    def id(self):
        return self.name.title().replace("_", "")


OUTLINE = {Look.HEADING_1: 0, Look.HEADING_2: 1, Look.HEADING_3: 2, Look.HEADING_4: 3, Look.ANNEX: 0}
BUILT_IN = (Look.TITLE, Look.CAPTION, Look.HEADER, *list(OUTLINE)[:4])
DEFAULTS = """<w:styles {namespaces}>
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>
    <w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr>
    <w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
    <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">
  <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
</w:styles>"""

RULE = '<w:pBdr {namespaces}><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'


def define(styles, sizes):
    """Leave these styles in the file and no others."""
    element = styles.element
    for child in list(element):
        element.remove(child)
    line = round(240 * LINE / SINGLE)
    defaults = DEFAULTS.format(namespaces=nsdecls("w"), font=FONT, size=2 * sizes.text, line=line)
    element.extend(list(parse_xml(defaults)))
    for look, measures in _looks(sizes).items():
        _add(styles, look, **measures)


def _looks(sizes):
    head = {"align": CENTER, "line": HEAD_LINE}
    centred = {"bold": True, "align": CENTER, "follows": True}
    body = {"align": JUSTIFY, "indent": Mm(12.7 if sizes.name == "large" else 10), "before": 6}
    cell = {"size": sizes.text - 1, "line": TABLE_LINE}
    return {
        Look.PARENT: {"size": sizes.nation, **head},
        Look.ISSUER: {"size": sizes.nation, "bold": True, **head},
        Look.NATION: {"size": sizes.nation, "bold": True, **head},
        Look.MOTTO: {"bold": True, **head},
        Look.NUMBER: {"size": 13, "before": sizes.text - 5, **head},
        Look.REGARDING: {"size": sizes.nation, "before": 6, **head},
        Look.URGENCY: {"size": 13, "bold": True, "before": 6, "align": CENTER, "line": Mm(8)},
        Look.FORM_NUMBER: {"size": FORM_NUMBER, "italic": True, **head},
        Look.DATED: {"italic": True, "before": 8, **head},
        Look.TITLE: {"before": 20, **centred},
        Look.SUBJECT: centred,
        Look.AUTHORITY: {"before": 12, "after": 6, **centred},
        Look.ADDRESSEE: {"align": LEFT},
        Look.BASIS: {"italic": True, **body},
        **{look: {"bold": True, "follows": True, **body} for look in list(OUTLINE)[:4]},
        Look.TEXT: body,
        Look.TABLE_HEAD: {**cell, **centred},
        Look.CELL_LEFT: cell,
        Look.CELL_CENTER: {"align": CENTER, **cell},
        Look.CELL_RIGHT: {"align": RIGHT, **cell},
        Look.FIGURE: {"align": CENTER, "before": 8},
        Look.CAPTION: {"italic": True, "align": CENTER},
        Look.OFFICE: centred,
        Look.SIGNATORY: {"bold": True, "align": CENTER},
        Look.RECIPIENTS_HEAD: {"size": 12, "bold": True, "italic": True, "follows": True},
        Look.RECIPIENT: {"size": 11, "line": 1.2},
        Look.ANNEX: {"size": 14, **centred},
        Look.ANNEX_TITLE: centred,
        Look.REFERENCE: {"italic": True, "align": CENTER, "after": 12},
        Look.HEADER: {"align": CENTER, "line": SINGLE},
        Look.RULE: {"size": 1, "before": 1, "line": Pt(2), "ruled": True},
        Look.SPACER: {"size": 1, "line": Pt(1), "follows": True},
    }


def _add(
    styles,
    look,
    *,
    size=None,
    bold=None,
    italic=None,
    align=None,
    line=None,
    before=0,
    after=0,
    indent=None,
    follows=False,
    ruled=False,
):
    """One paragraph style; `line`: part of the size, or a height; `follows`: stays with what comes next."""
    style = styles.add_style(look, WD_STYLE_TYPE.PARAGRAPH, builtin=look in BUILT_IN)
    style.element.styleId = look.id
    style.quick_style = True
    style.font.size, style.font.bold, style.font.italic = size and Pt(size), bold, italic
    form = style.paragraph_format
    form.alignment, form.first_line_indent = align, indent
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing = round(line / SINGLE, 3) if isinstance(line, float) else line
    form.keep_with_next = follows or None
    properties = style.element.get_or_add_pPr()
    if look in OUTLINE:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(OUTLINE[look]))
        properties.append(level)
    if ruled:
        properties.insert_element_before(parse_xml(RULE.format(namespaces=nsdecls("w"))), "w:spacing")
