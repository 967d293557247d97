from core.jobs import job_kind
from reports.archives import asking
from reports.certificates import batches
from reports.models import Archive, CertificateBatch, Paper
from reports.printing import KIND, make


@job_kind(KIND)
def render_paper(progress, paper_id):
    """Make the paper unless it is made; a row that has gone asks for nothing."""
    paper = Paper.objects.filter(pk=paper_id, made_at=None).first()
    if paper:
        make(paper, progress)


@job_kind(batches.KIND)
def print_certificates(progress, batch_id):
    """Make the file of the batch unless it is made."""
    waiting = CertificateBatch.objects.filter(pk=batch_id, made_at=None)
    batch = waiting.select_related("blank", "decision__unit", "decision__number__series").first()
    if batch:
        batches.make(batch, progress)


@job_kind(asking.KIND)
def pack_archive(progress, archive_id):
    """Pack the archive unless it is packed."""
    waiting = Archive.objects.filter(pk=archive_id, made_at=None)
    archive = waiting.select_related("nomination__unit", "unit", "asked_by").first()
    if archive:
        asking.make(archive, progress)
