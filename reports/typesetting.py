"""WeasyPrint by the rules of the house: the papers' own files and no others, and no paper with a warning.

Half a second to load, so reports.pdf asks for it when the first paper is laid out.
"""

import gc
import logging
import threading
from contextlib import contextmanager

from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from .papers.lettering import FOLDER

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


def lay_out(html, extra_css=""):
    """HTML as WeasyPrint's pages."""
    fetcher = PaperFilesOnly()
    sheets = [CSS(string=extra_css)] if extra_css else []
    with _without_garbage_collection(), _warnings_are_errors():
        return HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher).render(stylesheets=sheets)


def write(pages, variant, *, tagged):
    with _without_garbage_collection(), _warnings_are_errors():
        return pages.write_pdf(pdf_variant=variant, pdf_tags=tagged)


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
