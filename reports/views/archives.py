"""Archives: packing a year of an office or one dossier, and handing the ZIP out."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import DetailView, FormView

from core.pages import FormPageMixin
from exemplars.models import Nomination
from reports.archives.asking import ask_for_dossier, ask_for_year
from reports.forms import YearArchiveForm
from reports.models import ARCHIVING, Archive, PaperKind
from reports.papers.sources import may_print
from reports.views import files

SHOWN = 50  # archives on the page, the newest ones


class ArchiveList(FormPageMixin, FormView):
    """What was packed, and the form that packs a year."""

    form_class = YearArchiveForm
    template_name = "reports/archive_list.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.desk.has(*ARCHIVING):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"desk": self.request.desk}

    def get_context_data(self, **kwargs):
        archives = Archive.objects.visible_to(self.request.desk).select_related("job", "asked_by")
        return super().get_context_data(archives=archives[:SHOWN], **kwargs)

    def form_valid(self, form):
        told = form.cleaned_data
        archive = ask_for_year(
            told["unit"], told["year"], with_dossiers=told["with_dossiers"], by=self.request.user
        )
        return redirect(archive)


class ArchiveDetail(DetailView):
    template_name = "reports/archive_detail.html"

    def get_queryset(self):
        return Archive.objects.visible_to(self.request.desk).select_related("job", "asked_by", "nomination")


@require_POST
def pack_dossier(request, pk):
    """Ask for the archive of a dossier, as whoever works on it or reads it when it has ended."""
    nomination = get_object_or_404(Nomination.objects.visible_to(request.desk), pk=pk)
    if not may_print(PaperKind.ACHIEVEMENT, nomination, request.desk):
        raise PermissionDenied
    return redirect(ask_for_dossier(nomination, by=request.user))


@require_GET
def archive_file(request, pk):
    archive = get_object_or_404(Archive.objects.visible_to(request.desk).made(), pk=pk)
    return files.send(archive.file, archive.filename, content_type="application/zip", keep=True)
