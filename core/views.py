from django.views.generic import DetailView
from django_htmx.http import HTMX_STOP_POLLING

from core.models import Job
from core.pages import PartialMixin


class JobDetail(PartialMixin, DetailView):
    """How far a piece of background work is, for the person who asked for it."""

    template_name = "core/job_detail.html"
    partial_name = "components/job_state.html"

    def get_queryset(self):
        return Job.objects.submitted_by(self.request.user)

    def render_to_response(self, context, **kwargs):
        if self.request.htmx and self.object.ended:
            kwargs["status"] = HTMX_STOP_POLLING
        return super().render_to_response(context, **kwargs)
