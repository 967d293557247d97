"""From a document to the bytes of a PDF/A file; the same document gives the same bytes."""

import gc
import logging
import threading
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .papers.document import PaperError
from .papers.layout import to_html
from .papers.lettering import FOLDER
from .papers.long_lists import annex_files

ARCHIVED = "pdf/a-3a"  # tagged, for archives and screen readers
ARCHIVED_UNTAGGED = "pdf/a-3u"  # what is left of it when files are joined
WHOLE_ROWS = 2_000  # up to so many rows the paper is laid out in one go
MAX_ROWS = 20_000
BASE_URL = FOLDER.as_uri() + "/"
TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf"}


class FetchRefusedError(FatalURLFetchingError):
    """A paper asked for something that is not one of the papers' own static files."""


class PaperFilesOnly(URLFetcher):
    """Serves style sheets, drawings and fonts of static/papers and refuses every other address."""

    def fetch(self, url, headers=None):
        path = (FOLDER / url.removeprefix(BASE_URL)).resolve()
        inside = url.startswith(BASE_URL) and path.is_relative_to(FOLDER)
        if not inside or path.suffix not in TYPES or not path.is_file():
            raise FetchRefusedError(f"A paper may not load {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": TYPES[path.suffix]})


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
    if total > WHOLE_ROWS:
        return _joined(document, lambda done: on_progress(done, total))
    content = write(lay_out(to_html(document)), ARCHIVED)
    on_progress(total, total)
    return content


def lay_out(html, extra_css=""):
    """HTML as WeasyPrint's pages."""
    fetcher = PaperFilesOnly()
    sheets = [CSS(string=extra_css)] if extra_css else []
    with _without_garbage_collection(), _warnings_are_errors():
        return HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).render(stylesheets=sheets)


def write(pages, variant):
    with _without_garbage_collection(), _warnings_are_errors():
        return pages.write_pdf(pdf_variant=variant, pdf_tags=variant == ARCHIVED)


def _joined(document, on_rows):
    """The main part, then each annex, long ones in chunks, in one file without tags."""
    # The first file gives the joined one its output intent and metadata, so it is still PDF/A.
    with pikepdf.open(BytesIO(write(lay_out(to_html(document, annexes=False)), ARCHIVED_UNTAGGED))) as whole:
        for pages in annex_files(document, lay_out, on_rows):
            with pikepdf.open(BytesIO(write(pages, ARCHIVED_UNTAGGED))) as part:
                whole.pages.extend(part.pages)
            del pages
            gc.collect()  # the boxes of a chunk refer to each other: without this all chunks stay in memory
        content = BytesIO()
        whole.save(content, deterministic_id=True)
    return content.getvalue()


def _grouped(number):
    return f"{number:,}".replace(",", ".")


@contextmanager
def _without_garbage_collection():
    """The tree of boxes lives to the end: walking it again and again costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Collector(logging.Handler):
    """Keeps what this thread is warned of; another one may be printing too."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.messages, self.thread = [], threading.get_ident()

    def emit(self, record):
        if record.thread == self.thread:
            self.messages.append(record.getMessage())


@contextmanager
def _warnings_are_errors():
    """WeasyPrint only logs a missing glyph, font or style sheet: no such paper may leave the house."""
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
    if collector.messages:
        raise RuntimeError("The paper was not laid out cleanly: " + "; ".join(collector.messages[:5]))
