"""The first pages of a draft beside the form in which it is written: as typed, in the paper's own layout."""

import fcntl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO

import pypdfium2
from django.conf import settings
from PIL import Image

from awards.forms import AnnulmentForm, DecisionForm, LetterForm
from awards.letters import receiver
from awards.models import Annulment, AnnulmentItem, Decision, SubmissionLetter
from campaigns.models import Plan
from reports import pdf
from reports.models import MilestoneReview, PaperKind
from reports.papers.document import Table
from reports.papers.layout import to_html
from reports.papers.sources import document_of, records_of

PAGES, ROWS = 3, 60  # at most so many pages, and rows of a list, are laid out
DPI, GAP, BETWEEN = 110, 16, 0xD0  # pixels an inch, and between two pages; their grey
DRAFTS = {
    PaperKind.PLAN: Plan,
    PaperKind.DECISION: Decision,
    PaperKind.ANNULMENT: Annulment,
    PaperKind.SUBMISSION: SubmissionLetter,
    PaperKind.INTERIM: MilestoneReview,
    PaperKind.FINAL: MilestoneReview,
}
rasterizer = threading.Lock()  # PDFium serves one thread at a time


class BusyError(Exception):
    """The person has another preview in the making."""


@dataclass(frozen=True)
class Preview:
    pdf: bytes
    is_whole: bool  # whether the paper has no more pages

    def picture(self):
        """The first pages below each other, as PNG."""
        with rasterizer, pypdfium2.PdfDocument(self.pdf) as opened:
            sheets = [page.render(scale=DPI / 72, grayscale=True).to_pil().copy() for page in opened]
        width = max(sheet.width for sheet in sheets)
        height = sum(sheet.height for sheet in sheets) + GAP * (len(sheets) - 1)
        whole, top = Image.new("L", (width, height), BETWEEN), 0
        for sheet in sheets:
            whole.paste(sheet, (0, top))
            top += sheet.height + GAP
        file = BytesIO()
        whole.save(file, "PNG")
        return file.getvalue()


def drafts_of(kind, desk):
    """The drafts of that kind of paper that the person may write in, with all that the paper reads."""
    mine = DRAFTS[kind].objects.drafted_by(desk)
    return records_of(kind).filter(pk__in=mine.order_by().values("pk"))


def preview(kind, record):
    """Raises PaperError, with a sentence for the page, for what cannot be printed."""
    document = document_of(kind, record)
    short = _shortened(document)
    pages = pdf.lay_out(to_html(short))
    content = pages.copy(pages.pages[:PAGES]).write_pdf()
    return Preview(content, is_whole=short == document and len(pages.pages) <= PAGES)


def _shortened(document):
    """Without the rows of long lists that stand on later pages anyway."""
    annexes = (replace(annex, body=tuple(map(_short, annex.body))) for annex in document.annexes)
    return replace(document, annexes=tuple(annexes))


def _short(block):
    return replace(block, rows=block.rows[:ROWS]) if isinstance(block, Table) else block


# --- As typed ---------------------------------------------------------------------------------------


def type_into(kind, record, data):
    """Put into the record, and not into the database, what validates of a form that is not saved yet."""
    TYPED[kind](record, data)


def _decision(decision, data):
    DecisionForm(data, instance=decision).is_valid()


def _letter(letter, data):
    form = LetterForm(data, instance=letter, unit=letter.unit)
    form.is_valid()
    letter.to_unit = receiver(letter.unit, letter.route) or letter.to_unit
    if (chosen := form.cleaned_data.get("nominations")) is not None:
        _read_as(letter, "nominations", sorted(chosen, key=lambda row: (row.kind, row.name_key, row.pk)))


def _annulment(annulment, data):
    form = AnnulmentForm(data, instance=annulment)
    form.is_valid()
    if entries := form.cleaned_data.get("entries"):
        entries = entries.select_related("award", "nomination__award")
        _read_as(annulment, "items", [AnnulmentItem(annulment=annulment, entry=row) for row in entries])


def _read_as(record, name, rows):
    """Let the paper find these rows where prefetch_related had put the saved ones."""
    record._prefetched_objects_cache[name] = rows


TYPED = {
    PaperKind.DECISION: _decision,
    PaperKind.SUBMISSION: _letter,
    PaperKind.ANNULMENT: _annulment,
}


# --- One at a time ----------------------------------------------------------------------------------


@contextmanager
def alone(user):
    """One rendering at a time for each person, in whichever process; BusyError for the second."""
    folder = settings.DATA_DIR / "previews"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{user.pk}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield
