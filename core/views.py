from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django.views.generic import DetailView
from django_htmx.http import HttpResponseStopPolling, trigger_client_event

from core import jobs
from core.models import Job
from core.pages import PartialMixin


class JobDetail(PartialMixin, DetailView):
    """How far a piece of background work is, for the person who asked for it.

    The page around it hears the event `job-ended` when there is no more to ask.
    """

    template_name = "core/job_detail.html"
    partial_name = "components/job_state.html"

    def get_queryset(self):
        return Job.objects.submitted_by(self.request.user)

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        if self.request.htmx and self.object.ended:
            response.status_code = HttpResponseStopPolling.status_code
            trigger_client_event(response, "job-ended")
        return response


@require_POST
def cancel_job(request, pk):
    """Stop a piece of work that one has asked for; what has ended stays as it is."""
    job = get_object_or_404(Job.objects.submitted_by(request.user), pk=pk)
    jobs.cancel(job)
    job.refresh_from_db()
    return render(request, JobDetail.partial_name, {"job": job}) if request.htmx else redirect(job)
