from core.jobs import job_kind
from reports.models import Paper
from reports.printing import KIND, make


@job_kind(KIND)
def render_paper(progress, paper_id):
    """Make the paper unless it is made; a row that has gone asks for nothing."""
    paper = Paper.objects.filter(pk=paper_id, made_at=None).first()
    if paper:
        make(paper, progress)
