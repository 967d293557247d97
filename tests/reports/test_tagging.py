"""Files that are joined or drawn without boxes: every mark has its element, and every element its mark."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from reports.certificates.content import SAMPLE
from reports.certificates.defaults import default_places
from reports.certificates.placing import boxes_of
from reports.certificates.rendering import Face, Sheet
from reports.certificates.rendering import render as render_certificates
from reports.papers import long_lists
from reports.papers.document import Annex, Paragraph
from reports.pdf import render

from .papers_samples import award_list, decision, long_list

SHOWN = {"Tj", "TJ", "S", "f", "Do"}  # operators that leave something on the page


@pytest.fixture
def list_file(monkeypatch):
    """A decision with a list that goes on over pages, between a plain annex and one with a table."""
    monkeypatch.setattr(long_lists, "LONG", 100)
    (long,) = long_list(150).annexes
    annexes = (Annex("Lời dẫn", (Paragraph("Chữ."),)), long, award_list())
    return opened(render(replace(decision(), annexes=annexes)))


@pytest.fixture
def certificate_file(monkeypatch):
    monkeypatch.setattr("reports.certificates.rendering.CHUNK", 2)
    places = default_places("a4", "full")
    boxes = [tuple(boxes_of(places, SAMPLE | {"name": f"Trần Thị {n}"}, (297, 210))) for n in range(5)]
    sheets = [Sheet(row, "https://thidua.example.vn/x/") for row in boxes]
    return opened(render_certificates(Face((297, 210), has_frame=True, title="Giấy khen"), sheets))


@pytest.fixture(params=["list_file", "certificate_file"])
def file(request):
    return request.getfixturevalue(request.param)


def opened(content):
    return pikepdf.open(BytesIO(content))


def elements(node):
    """(element, its parent) of all below a node of the structure tree, in reading order."""
    for child in kids(node):
        if isinstance(child, pikepdf.Dictionary):
            yield child, node
            yield from elements(child)


def kids(node):
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def kinds(file):
    return Counter(str(element.S) for element, _ in elements(file.Root.StructTreeRoot))


def marks(page):
    """The marked pieces of a page; fails where something is shown that is neither marked nor an artifact."""
    depth, found = 0, []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            depth += 1
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                found.append(int(operands[1].MCID))
        depth -= str(operator) == "EMC"
        assert depth or str(operator) not in SHOWN
    assert depth == 0
    return found


def test_the_file_is_tagged_pdf_a_in_vietnamese_with_a_title(file):
    assert file.open_metadata().pdfa_status == "3A"
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "vi"
    assert str(file.docinfo["/Title"])
    assert len(file.Root.OutputIntents) == 1


def test_every_mark_on_a_page_leads_to_the_element_that_holds_it(file):
    entries = list(file.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))

    for page in file.pages:
        holders = tree.pop(int(page.StructParents))
        assert sorted(marks(page)) == list(range(len(holders)))
        for number, holder in enumerate(holders):
            assert number in [kid for kid in kids(holder) if not isinstance(kid, pikepdf.Dictionary)]
            assert holder.Pg.objgen == page.obj.objgen
    assert tree == {}
    assert int(file.Root.StructTreeRoot.ParentTreeNextKey) == len(file.pages)


def test_every_element_knows_its_parent_and_heads_have_names_of_their_own(file):
    found = list(elements(file.Root.StructTreeRoot))
    names = [str(element.ID) for element, _ in found if "/ID" in element]

    assert all(element.P.objgen == parent.objgen for element, parent in found)
    assert len(names) == len(set(names))
    assert kinds(file)["/Document"] == 1


def test_a_long_list_is_one_table_with_a_head_and_a_row_for_each_of_its_rows(list_file):
    tables = [element for element, _ in elements(list_file.Root.StructTreeRoot) if element.S == "/Table"]
    head, body = (Counter(str(one.S) for one, _ in elements(part)) for part in kids(tables[0]))
    group, *rows = kids(kids(tables[0])[-1])
    (first, *_) = kids(group)

    assert len(tables) == 2
    assert (head["/TR"], head["/TH"]) == (1, 4)
    assert (body["/TR"], body["/TD"]) == (151, 601)
    assert int(first.A.ColSpan) == 4
    assert {len(kids(row)) for row in rows} == {4}
    assert len({row.Pg.objgen for row in rows}) > 3


def test_a_certificate_is_read_field_by_field_without_its_frame(certificate_file):
    sheets = [one for one, _ in elements(certificate_file.Root.StructTreeRoot) if one.S == "/Sect"]

    assert len(sheets) == len(certificate_file.pages) == 5
    assert {kids(sheet)[0].S for sheet in sheets} == {"/P"}
    assert [sheet.Pg.objgen for sheet in sheets] == [page.obj.objgen for page in certificate_file.pages]
