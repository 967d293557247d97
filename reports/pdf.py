"""From a document to the bytes of a PDF/A file; the same document gives the same bytes."""

from contextlib import contextmanager
from io import BytesIO

import pikepdf

from .papers import long_lists
from .papers.document import PaperError
from .papers.layout import annex_to_html, annex_view, to_html
from .tagging import Tags

ARCHIVED = "pdf/a-3a"  # tagged, for archives and screen readers
GROUND = "pdf/a-3u"  # without tags: what lies under the text of many pages
MAX_ROWS = 50_000  # the tags of more would take over 700 MB of memory


def render(document, on_progress=lambda done, total: None):
    """The paper as PDF; `on_progress` hears how many rows of long lists are done.

    Raises PaperError, with a sentence for the user, for too long a list and for characters that
    the typeface lacks.
    """
    total = document.row_count
    if total > MAX_ROWS:
        raise PaperError(
            f"Danh sách có {_grouped(total)} dòng, vượt quá {_grouped(MAX_ROWS)} dòng của một tệp PDF. "
            "Hãy xuất danh sách ra tệp Excel hoặc tách thành nhiều văn bản."
        )
    if any(map(long_lists.is_long, document.annexes)):
        return _joined(document, lambda done: on_progress(done, total))
    content = write(lay_out(to_html(document)), ARCHIVED)
    on_progress(total, total)
    return content


def _joined(document, on_rows):
    """The main part, then each annex, in one file."""
    # The first file gives the joined one its output intent and metadata, so it is still PDF/A.
    with _opened(to_html(document, annexes=False)) as (_, whole):
        rows, begins, tags = 0, {}, Tags(whole)
        for place, annex in enumerate(document.annexes):
            begins[annex_view(document, place)["bookmark"]] = len(whole.pages)
            if long_lists.is_long(annex):
                for done in _add_long_list(tags, document, place):
                    on_rows(rows + done)
            else:
                with _opened(annex_to_html(document, place, annex.body, begins=True)) as (_, part):
                    tags.adopt(part)
            rows += annex.row_count
            on_rows(rows)
        _add_bookmarks(whole, begins)
        return joined(tags)


def joined(tags):
    """The bytes of a file that was joined."""
    tags.write()
    content = BytesIO()
    # Hundreds of thousands of small objects, one for each cell, are packed together.
    mode = pikepdf.ObjectStreamMode.generate
    tags.whole.save(content, deterministic_id=True, object_stream_mode=mode)
    return content.getvalue()


def _add_bookmarks(whole, begins):
    """Entries of the outline for {label: page}, below that of the paper, if it has one."""
    with whole.open_outline() as outline:
        entries = outline.root[0].children if outline.root else outline.root
        entries.extend(pikepdf.OutlineItem(label, page) for label, page in begins.items())


def lay_out(html, extra_css=""):
    """HTML as WeasyPrint's pages."""
    from . import typesetting

    return typesetting.lay_out(html, extra_css)


def write(pages, variant):
    """The bytes of laid out pages, as ARCHIVED or as GROUND."""
    from . import typesetting

    return typesetting.write(pages, variant, tagged=variant == ARCHIVED)


@contextmanager
def _opened(html, variant=ARCHIVED):
    """HTML as laid out pages and as an open PDF file."""
    pages = lay_out(html)
    with pikepdf.open(BytesIO(write(pages, variant))) as file:
        yield pages, file


def _add_long_list(tags, document, place):
    """Add the pages of a long list; yields how many of its rows are done."""
    annex, whole = document.annexes[place], tags.whole
    setting = long_lists.setting_of(document, annex)
    opening, following = long_lists.drawn_once(document, place)
    before = len(whole.pages)
    with _opened(opening) as (pages, file):
        tags.adopt(file)
        top = _end(pages)
    with _opened(following, GROUND) as (pages, file):
        ground, next_top = whole.copy_foreign(file.pages[-1].as_form_xobject()), _end(pages)
    with _opened(long_lists.letters_of(annex), GROUND) as (_, file):
        faces = whole.copy_foreign(_faces(file))
    done, table = 0, tags.last_table()
    filled = long_lists.set_pages(annex.body[-1].rows, setting, top, next_top)
    for number, rows in enumerate(filled, start=len(whole.pages) - before):
        if done:
            page = _new_page(whole, ground, faces)
            _draw(page, long_lists.drawn(rows, setting, next_top, number))
        else:
            page = _begun_page(whole, faces)
            _draw(page, long_lists.drawn(rows, setting, top, None, tags.next_mark(page)))
        table.add(page, long_lists.spans(rows, setting))
        done += sum(row.ends for row in rows)
        yield done


def _end(pages):
    """Where the last page's table ends – the middle of its last rule –, in points from the upper edge."""
    return pages.pages[-1].anchors["goes-on"][1] * 0.75 - long_lists.RULE / 2  # from CSS pixels


def _faces(file):
    """{face: font} of a file that has letters of both."""
    fonts = file.pages[0].Resources.Font.values()
    return file.make_indirect(
        pikepdf.Dictionary(
            {"/Bold" if str(font.BaseFont).endswith("-Bold") else "/Regular": font for font in fonts}
        )
    )


def _begun_page(whole, faces):
    """The last page of the whole, on which the rows begin."""
    page = whole.pages[-1]
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q")
    for name, font in faces.items():
        page.add_resource(font, pikepdf.Name.Font, pikepdf.Name(name))
    return page


def _new_page(whole, ground, faces):
    """A page that shows what all later ones do; their head is that of the table and is read once."""
    whole.add_blank_page(page_size=ground.BBox[2:])
    page = whole.pages[-1]
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Ground=ground), Font=faces)
    page.Contents = whole.make_stream(b"/Artifact BMC q /Ground Do Q EMC")
    return page


def _draw(page, operators):
    page.contents_add(operators)


def _grouped(number):
    return f"{number:,}".replace(",", ".")
