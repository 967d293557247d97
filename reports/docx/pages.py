"""The file around the text: paper and margins, page numbers, draft mark, properties, bytes."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from .elements import part_from_table
from .styles import Look, define

SHORT_SIDE, LONG_SIDE = Mm(210), Mm(297)
NUMBER_FROM_EDGE = Mm(7)
KEPT_PARTS = {  # of those that an empty file of python-docx has
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
TEXT = "word/document.xml"
HELD = re.compile(rb"<\?held (\d+)\?>")
SETTINGS = f"""<w:settings {nsdecls("w")}>
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
  w:val="15"/></w:compat>
<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
</w:settings>"""
PAGE_NUMBER = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
# As Word writes a watermark, so that its command for removing one finds it.
DRAFT_MARK = f"""<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
  path="m@7,l@8,m@5,21600l@6,21600e">
  <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
    <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>
    <v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>
    <v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>
  <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
    o:connectangles="270,180,90,0"/>
  <v:textpath on="t" fitshape="t"/>
  <o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{{number}}" o:spid="_x0000_s{{number}}" type="#_x0000_t136" alt="Dự thảo"
  style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:85pt;rotation:315;z-index:-251658752;
    mso-position-horizontal:center;mso-position-horizontal-relative:page;
    mso-position-vertical:center;mso-position-vertical-relative:page"
  o:allowincell="f" fillcolor="#ebebeb" stroked="f">
  <v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DỰ THẢO"/>
</v:shape></w:pict></w:r>"""


class WordFile(docx.document.Document):
    """A file that gets some of its markup only when it is packed."""

    def __init__(self, template):
        super().__init__(template.element, template.part)
        self.held = []

    def hold(self, pieces):
        """What stands in the text for these pieces of markup until then."""
        self.held.append(pieces)
        return f"<?held {len(self.held) - 1}?>"


def blank(document, sizes):
    """A file with the paper's properties and styles and one section without text."""
    file = WordFile(docx.Document())
    for relations in (file.part.package.rels, file.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype not in KEPT_PARTS]:
            del relations[name]
    _replace(file.settings.element, parse_xml(SETTINGS))
    define(file.styles, sizes)
    _describe(file.core_properties, document)
    _set_page(file.sections[0])
    _write_headers(file.sections[0], document.draft)
    return file


def _replace(element, other):
    for child in list(element):
        element.remove(child)
    element.extend(list(other))


def _describe(properties, document):
    """Title, author and language; no dates, so that the same document gives the same bytes."""
    element = properties._element
    for child in list(element):
        element.remove(child)
    properties.title = document.metadata_title[:255]  # as many as the format takes
    properties.author = document.issued_by[:255]
    properties.language = "vi-VN"


def _set_page(section, *, landscape=False):
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = (Mm(20), Mm(20)) if landscape else (Mm(30), Mm(15))
    section.header_distance = section.footer_distance = NUMBER_FROM_EDGE


def _write_headers(section, draft):
    """The page's number from page 2 on, the draft mark on every page; later sections inherit both."""
    section.different_first_page_header_footer = True
    headers = section.first_page_header, section.header
    for number, header in enumerate(headers, start=1):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]._p
        if number == 2:
            paragraph.append(parse_xml(PAGE_NUMBER))
        if draft:
            paragraph.append(parse_xml(DRAFT_MARK.format(number=2048 + number)))


def begin_section(file, *, landscape):
    """A new page that counts from 1 again; its first page shows no number."""
    section = file.add_section(WD_SECTION.NEW_PAGE)
    end_of_last = file.paragraphs[-1]
    end_of_last.style = Look.SPACER
    _set_page(section, landscape=landscape)
    properties = section._sectPr
    if properties.find(qn("w:pgNumType")) is None:
        start = OxmlElement("w:pgNumType")
        start.set(qn("w:start"), "1")
        properties.insert_element_before(start, "w:cols")


def packed(file):
    """The bytes of the file, its members without the time at which they were written."""
    part_from_table(file)  # Word wants a paragraph at the end
    saved, content = BytesIO(), BytesIO()
    file.save(saved)
    with ZipFile(saved) as source, ZipFile(content, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name)
            member.compress_type = ZIP_DEFLATED
            with target.open(member, "w") as written:
                for piece in _pieces(file, source.read(name)) if name == TEXT else [source.read(name)]:
                    written.write(piece)
    return content.getvalue()


def _pieces(file, text):
    """The text with what was held back, in pieces."""
    fixed, *rest = HELD.split(text)
    yield fixed
    for number, fixed in zip(rest[::2], rest[1::2], strict=True):
        yield from (piece.encode() for piece in file.held[int(number)])
        yield fixed
