"""Papers on their way: asked for, made by a worker, filed under a name that says what is in the file."""

import hashlib
import os
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pikepdf
from django.core.files.storage import default_storage
from django.db import transaction

from core import jobs
from core.calendar import now
from reports import pdf
from reports.models import Paper, PaperKind
from reports.papers.document import PaperError
from reports.papers.sources import document_of, is_final, is_printable, records_of

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
                "unit": record.unit,
                "title": f"{PaperKind(kind).label}: {record}"[:400],
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
    except PaperError as error:
        raise jobs.JobRefused(str(error)) from error
    _describe(paper, document, content)
    with progress.finishing(paper.get_absolute_url()):
        _replace_drafts(paper)
        write_whole(paper.file.name, content)
        paper.save()


def _describe(paper, document, content):
    number = "" if document.letterhead.number is None else f" {document.letterhead.code}"
    kind = paper.get_kind_display() if paper.kind == PaperKind.TALLY else document.title.kind.capitalize()
    paper.title = f"{kind}{number}: {document.title.subject}"[:400]
    paper.draft = document.draft
    paper.sha256 = hashlib.sha256(content).hexdigest()
    paper.size, paper.made_at = len(content), now()
    paper.file.name = f"van-ban/{paper.asked_at:%Y/%m}/{paper.pk}-{paper.sha256[:16]}.pdf"
    with pikepdf.open(BytesIO(content)) as opened:
        paper.pages = len(opened.pages)


def _replace_drafts(paper):
    """Drafts of the same record give way to what is made later; their files go after the commit."""
    older = Paper.objects.of(paper.kind, paper.source).made().filter(draft=True)
    names = list(older.values_list("file", flat=True))
    older.delete()
    transaction.on_commit(partial(_discard, [name for name in names if name != paper.file.name]))


def _discard(names):
    for name in names:
        default_storage.delete(name)


def write_whole(name, content):
    """Write a file of that name so that it is there whole or not at all, also when the machine dies."""
    path = Path(default_storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
