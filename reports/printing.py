"""Papers on their way: asked for, made by a worker, filed under a name that says what is in the file."""

import hashlib
from functools import partial
from io import BytesIO

import pikepdf
from django.core.files.storage import default_storage
from django.db import transaction

from core import jobs
from core.calendar import now
from core.workflow import TransitionError
from reports import docx, pdf
from reports.filing import write_whole
from reports.models import TO_BE_SIGNED, Paper, PaperKind
from reports.papers.document import PaperError
from reports.papers.sources import document_of, is_final, is_printable, name_of, records_of, unit_of

KIND = "papers.render"
NOTHING_TO_PRINT = "Chưa có gì để in, hoặc văn bản đã được ban hành ngoài cổng."


def ask_for(kind, record, *, by):
    """The paper of the record: the final one if it is made, the one being made, else a new one in the queue.

    Raises PaperError when there is nothing to print yet.
    """
    if not is_printable(kind, record):
        raise PaperError(NOTHING_TO_PRINT)
    papers = Paper.objects.of(kind, record)
    final = papers.made().filter(draft=False).first()
    return final if final and is_final(kind, record) else _queue(kind, record, by)


@transaction.atomic
def _queue(kind, record, by):
    """One row for each paper in the making, whoever presses at the same time."""
    paper, is_new = (
        Paper.objects.of(kind, record)
        .select_for_update()
        .get_or_create(
            made_at=None,
            defaults={
                "source": record,
                "kind": kind,
                "unit": unit_of(kind, record),
                "title": f"{PaperKind(kind).label}: {name_of(kind, record)}"[:400],
                "asked_by": by,
            },
        )
    )
    if is_new or paper.job is None or paper.job.ended:  # ended without a paper: it could not be made then
        paper.job = jobs.submit(KIND, by=by, paper_id=paper.pk)
        paper.asked_by, paper.asked_at = by, now()
        paper.save()
    return paper


def make(paper, progress):
    """Lay the paper out, file it and end the job; raises JobRefused with a sentence for the page."""
    record = records_of(paper.kind).get(pk=paper.object_id)
    try:
        document = document_of(paper.kind, record)
        progress.step(0, document.row_count, "Đang dàn trang.")
        content = pdf.render(document, lambda done, total: progress.step(done, total, "Đang dàn trang."))
        word_content = docx.render(document)
    except (PaperError, TransitionError) as error:
        raise jobs.JobRefused(str(error)) from error
    _describe(paper, record, document, content)
    with progress.finishing(paper.get_absolute_url()):
        _outdate_drafts(paper)
        write_whole(paper.file.name, content)
        write_whole(paper.word_file.name, word_content)
        paper.save()


def _describe(paper, record, document, content):
    number = "" if document.letterhead.number is None else f" {document.letterhead.code}"
    kind = paper.get_kind_display() if paper.kind == PaperKind.TALLY else document.label
    if paper.kind not in TO_BE_SIGNED:  # those are named by the record that they are printed from
        paper.title = f"{kind}{number}: {document.title.subject}"[:400]
    paper.draft = not is_final(paper.kind, record)
    paper.sha256 = hashlib.sha256(content).hexdigest()
    paper.size, paper.made_at = len(content), now()
    name = f"van-ban/{paper.asked_at:%Y/%m}/{paper.pk}-{paper.sha256[:16]}"
    paper.file.name, paper.word_file.name = f"{name}.pdf", f"{name}.docx"
    with pikepdf.open(BytesIO(content)) as opened:
        paper.pages = len(opened.pages)


def _outdate_drafts(paper):
    """Drafts stay as versions beside what the same unit makes later; the same bytes are kept once."""
    drafts = Paper.objects.of(paper.kind, paper.source).made().filter(draft=True, unit=paper.unit)
    drafts.latest().update(replaced_at=paper.made_at)
    older = drafts.filter(sha256=paper.sha256)
    names = {name for names in older.values_list("file", "word_file") for name in names if name}
    older.delete()
    transaction.on_commit(partial(_discard, names - {paper.file.name, paper.word_file.name}))


def _discard(names):
    for name in names:
        default_storage.delete(name)
